// SPDX-License-Identifier: Apache-2.0
#include "base/path.h"

#include <vector>

#include "base/text.h"

namespace hull::path {

bool is_absolute(std::string_view path) {
  return path.starts_with('/');
}

std::string clean(std::string_view path) {
  std::vector<std::string> parts;
  for (std::string_view part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.emplace_back(part);
    } else if (!parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!is_absolute(path)) {
      parts.emplace_back("..");
    }
  }
  std::string cleaned = hull::join(parts, "/");
  if (is_absolute(path)) return "/" + cleaned;
  return cleaned.empty() ? "." : cleaned;
}

std::string join(std::string_view base, std::string_view path) {
  return is_absolute(path) ? std::string(path) : below(base, path);
}

std::string below(std::string_view base, std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  std::string joined(base);
  if (!joined.ends_with('/')) joined += '/';
  return joined.append(path);
}

bool is_within(std::string_view path, std::string_view ancestor) {
  if (ancestor == "/") return is_absolute(path);
  if (!path.starts_with(ancestor)) return false;
  return path.size() == ancestor.size() || path[ancestor.size()] == '/';
}

std::string parent(std::string_view path) {
  std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(slash == 0 ? path.substr(0, 1) : path.substr(0, slash));
}

std::string name(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

}  // namespace hull::path
