// SPDX-License-Identifier: Apache-2.0
// Lexical cleaning and joining of paths; never touches a disk. Both sides.
#pragma once

#include <string>
#include <string_view>

namespace hull::path {

/// `path` with "//", "." and ".." resolved by text alone, as if no symlink existed; ".." at the
/// root stays there. "" gives ".". A relative path stays relative ("../a" keeps its leading "..").
std::string clean(std::string_view path);

/// `base` and `path` with one slash between; `path` alone when it is absolute. Not cleaned.
std::string join(std::string_view base, std::string_view path);

/// `path` joined to `base` whether it is absolute or not: "/a" below "/r" gives "/r/a". Not
/// cleaned.
std::string below(std::string_view base, std::string_view path);

bool is_absolute(std::string_view path);

/// Whether the clean path `path` is `ancestor` itself or lies below it.
bool is_within(std::string_view path, std::string_view ancestor);

/// Everything before the last slash ("/" for "/a", "." for "a"), and everything after it.
std::string parent(std::string_view path);
std::string name(std::string_view path);

}  // namespace hull::path
