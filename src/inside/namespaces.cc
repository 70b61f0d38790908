// SPDX-License-Identifier: Apache-2.0
#include "inside/namespaces.h"

#include <sched.h>

#include <cerrno>

#include "base/text.h"
#include "sys/file.h"
#include "sys/identity.h"
#include "sys/namespace.h"

namespace hull::inside {

Result<std::vector<sys::Fd>> open_namespaces(const plan::Namespaces& namespaces) {
  std::vector<sys::Fd> opened;
  for (const plan::JoinedNamespace& joined : namespaces.join) {
    auto fd = TRY(sys::open_namespace(joined.path, joined.type).context([&] {
      return format("{} namespace", sys::namespace_name(static_cast<std::uint64_t>(joined.type)));
    }));
    opened.push_back(std::move(fd));
  }
  return opened;
}

Result<void> join_namespaces(const plan::Namespaces& namespaces,
                             const std::vector<sys::Fd>& opened) {
  std::vector<std::size_t> refused;
  std::optional<std::size_t> user;
  for (std::size_t i = 0; i < opened.size(); ++i) {
    if (!opened[i].is_open()) continue;
    if (namespaces.join[i].type == CLONE_NEWUSER) {
      user = i;
      continue;
    }
    auto entered = sys::enter_namespace(opened[i], namespaces.join[i].type);
    if (entered) continue;
    if (!entered.error().is(EPERM)) return std::move(entered).context(namespaces.join[i].path);
    refused.push_back(i);
  }
  if (user) {
    // It may deny setgroups(2), and ours are no matter of the container's.
    ignore(sys::set_groups({}), "then they are those of the namespace's user, who may not");
    TRY(sys::enter_namespace(opened[*user], CLONE_NEWUSER).context(namespaces.join[*user].path));
  }
  for (std::size_t i : refused)
    TRY(sys::enter_namespace(opened[i], namespaces.join[i].type).context(namespaces.join[i].path));
  return {};
}

Result<bool> can_enter_later(const plan::Namespaces& namespaces, sys::FdRef pids,
                             sys::FdRef users) {
  if (!namespaces.has(CLONE_NEWUSER)) return true;
  if (namespaces.creates(CLONE_NEWUSER)) return false;
  auto owner = sys::owner_of_namespace(pids);
  if (!owner) return false;
  return sys::same_namespace(*owner, users);
}

Result<void> make_time_namespace(const plan::Namespaces& namespaces, const sys::Proc& proc) {
  if (namespaces.time_offsets.empty()) return {};
  TRY(sys::unshare(CLONE_NEWTIME));
  for (const plan::TimeOffset& offset : namespaces.time_offsets)
    TRY(proc.write("self/timens_offsets",
                   format("{} {} {}\n", offset.clock, offset.seconds, offset.nanoseconds))
            .context([&] { return format("/linux/timeOffsets/{}", offset.clock); }));
  return {};
}

Result<void> enter_time_namespace(const sys::Proc& proc) {
  auto directory = TRY(proc.open_file("self/ns", O_PATH | O_DIRECTORY));
  auto made = TRY(sys::open_at(directory, "time_for_children", O_RDONLY));
  return sys::enter_namespace(made, CLONE_NEWTIME);
}

Result<void> become_root_of_our_namespace() {
  TRY(sys::set_gid(0));
  return sys::set_uid(0);
}

Result<void> name_host(const plan::Plan& plan) {
  if (plan.hostname) TRY(sys::set_hostname(*plan.hostname));
  if (plan.domainname) TRY(sys::set_domainname(*plan.domainname));
  return {};
}

}  // namespace hull::inside
