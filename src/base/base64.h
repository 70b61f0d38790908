// SPDX-License-Identifier: Apache-2.0
// Bytes out of a text of letters (RFC 4648, 4). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hull {

/// The bytes that `text` stands for, padded with '=' or not; nothing when it is no such text: other
/// characters, line ends among them, a length that none has, or bits beyond the last byte.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace hull
