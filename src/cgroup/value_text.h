// SPDX-License-Identifier: Apache-2.0
// GVariant's text form of a D-Bus value (GLib, "GVariant Text Format"), in which annotations name
// the properties of a unit. Pure.
#pragma once

#include <string_view>

#include "base/result.h"
#include "cgroup/dbus_value.h"

namespace hull::cgroup {

/// The value that `text` spells: 'text' or "text" with backslash escapes, b'bytes', true, 5, 0x1f,
/// 2.5, [..], (..), <..>, each with an optional type before it ("uint64 5", "@as []"). A number
/// without a type is an int32, or a double when it has a point or exponent. Dictionaries, maybes
/// and handles, which no property of a unit has, are refused, and so is a NUL. Fails with what is
/// wrong and at which byte, counted from 1.
Result<Value> parse_value(std::string_view text);

}  // namespace hull::cgroup
