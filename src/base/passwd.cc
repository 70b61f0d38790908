// SPDX-License-Identifier: Apache-2.0
#include "base/passwd.h"

#include <algorithm>

#include "base/text.h"

namespace hull {

namespace {

/// name:password:uid:gid:comment:home:shell
std::optional<Account> parse_account(std::string_view line) {
  auto fields = split(line, ':');
  if (fields.size() < 6) return std::nullopt;
  auto uid = parse_id(fields[2]);
  auto gid = parse_id(fields[3]);
  if (!uid || !gid) return std::nullopt;
  return Account{.name = fields[0], .uid = *uid, .gid = *gid, .home = fields[5]};
}

template <typename Wanted>
std::optional<Account> find(std::string_view passwd, Wanted is_wanted) {
  for (std::string_view line : split(passwd, '\n'))
    if (auto account = parse_account(line); account && is_wanted(*account)) return account;
  return std::nullopt;
}

}  // namespace

std::optional<Account> find_account(std::string_view passwd, std::uint32_t uid) {
  return find(passwd, [&](const Account& account) { return account.uid == uid; });
}

std::optional<Account> find_account(std::string_view passwd, std::string_view name) {
  if (name.empty()) return std::nullopt;
  return find(passwd, [&](const Account& account) { return account.name == name; });
}

std::vector<std::uint32_t> groups_of(std::string_view group, std::string_view name) {
  std::vector<std::uint32_t> gids;
  for (std::string_view line : split(group, '\n')) {
    // name:password:gid:member,member
    auto fields = split(line, ':');
    if (fields.size() < 4) continue;
    auto members = split(fields[3], ',');
    auto gid = parse_id(fields[2]);
    if (gid && std::ranges::find(members, name) != members.end()) gids.push_back(*gid);
  }
  return gids;
}

}  // namespace hull
