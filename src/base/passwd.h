// SPDX-License-Identifier: Apache-2.0
// The texts of an /etc/passwd (passwd(5)) and an /etc/group (group(5)), read by ourselves: NSS
// would load code, from the image even. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hull {

/// One account; its name and home directory may be empty. Borrowed from the text.
struct Account {
  std::string_view name;
  std::uint32_t uid = 0;
  std::uint32_t gid = 0;
  std::string_view home;
};

/// The first account of `uid` in `passwd`; lines that are no accounts are passed over.
std::optional<Account> find_account(std::string_view passwd, std::uint32_t uid);
/// The first account called `name`, which is not empty.
std::optional<Account> find_account(std::string_view passwd, std::string_view name);

/// The ids of the groups of `group` that list `name` as a member, in the file's order.
std::vector<std::uint32_t> groups_of(std::string_view group, std::string_view name);

}  // namespace hull
