// SPDX-License-Identifier: Apache-2.0
#include "base/passwd.h"

#include "base/text.h"

namespace hull {

std::optional<Account> find_account(std::string_view passwd, std::uint32_t uid) {
  // name:password:uid:gid:comment:home:shell
  for (std::string_view line : split(passwd, '\n')) {
    auto fields = split(line, ':');
    if (fields.size() >= 6 && parse_uint(fields[2]) == uid) return Account{fields[0], fields[5]};
  }
  return {};
}

}  // namespace hull
