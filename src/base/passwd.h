// SPDX-License-Identifier: Apache-2.0
// The text of an /etc/passwd (passwd(5)), read by ourselves: NSS would load code, from the image
// even. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hull {

/// One account's name and home directory, either of which may be empty. Borrowed from the text.
struct Account {
  std::string_view name;
  std::string_view home;
};

/// The first account of `uid` in `passwd`; lines that are no accounts are passed over.
std::optional<Account> find_account(std::string_view passwd, std::uint32_t uid);

}  // namespace hull
