// SPDX-License-Identifier: Apache-2.0
#include "host/idmaps.h"

#include <linux/capability.h>
#include <sched.h>
#include <unistd.h>

#include "base/text.h"
#include "host/id_helper.h"
#include "plan/idmaps.h"
#include "sys/clone.h"
#include "sys/identity.h"
#include "sys/namespace.h"
#include "sys/process.h"

namespace hull::host {
namespace {

std::string map_text(const std::vector<plan::IdRange>& ranges) {
  std::string text;
  for (const plan::IdRange& range : ranges)
    text += format("{} {} {}\n", range.container, range.host, range.size);
  return text;
}

/// One of the two maps, and what belongs to it.
struct Column {
  std::string_view file;
  std::string_view pointer;
  /// CAP_SETUID or CAP_SETGID, without which our own id may be mapped alone.
  unsigned capability;
  IdHelper helper;
};

Result<void> write_map(const sys::Proc& proc, pid_t pid, const Column& column,
                       const std::vector<plan::IdRange>& ranges, std::uint64_t capabilities) {
  const bool may = (capabilities >> column.capability & 1) != 0;
  if (!may && !plan::is_alone(ranges, column.helper.own_id))
    return map_by_helper(column.helper, pid, ranges);
  // Or by leaving a group somebody could get at files that are closed to just that group.
  if (!may && column.capability == CAP_SETGID) TRY(proc.write(format("{}/setgroups", pid), "deny"));
  return proc.write(format("{}/{}", pid, column.file), map_text(ranges));
}

}  // namespace

Result<void> write_id_maps(const sys::Proc& proc, pid_t pid, const plan::IdMaps& maps) {
  const Column uids = {"uid_map",
                       "/linux/uidMappings",
                       CAP_SETUID,
                       {"newuidmap", "/etc/subuid", "--add-subuids", ::geteuid()}};
  const Column gids = {"gid_map",
                       "/linux/gidMappings",
                       CAP_SETGID,
                       {"newgidmap", "/etc/subgid", "--add-subgids", ::getegid()}};
  auto sets = TRY(sys::capabilities());
  for (const Column& column : {uids, gids}) {
    const std::vector<plan::IdRange>& ranges =
        column.capability == CAP_SETUID ? maps.uids : maps.gids;
    TRY(write_map(proc, pid, column, ranges, sets.effective).context([&] {
      return format("{}: writing the map", column.pointer);
    }));
  }
  return {};
}

Result<sys::Fd> open_user_namespace(const sys::Proc& proc, pid_t pid) {
  return sys::open_namespace_of(proc, format("{}", pid), CLONE_NEWUSER);
}

Result<sys::Fd> make_user_namespace(const sys::Proc& proc, const plan::IdMaps& maps) {
  auto child = TRY(sys::clone(CLONE_NEWUSER, std::nullopt));
  if (!child) {
    // The parent kills us as soon as it holds the namespace.
    ignore(sys::end_with_parent(true), "the parent's end is noticed by init then");
    while (true) ::pause();
  }
  TRY(write_id_maps(proc, child->pid(), maps));
  return open_user_namespace(proc, child->pid());
}

}  // namespace hull::host
