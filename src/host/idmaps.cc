// SPDX-License-Identifier: Apache-2.0
#include "host/idmaps.h"

#include <sched.h>
#include <unistd.h>

#include "base/text.h"
#include "sys/clone.h"
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

}  // namespace

Result<void> write_id_maps(const sys::Proc& proc, pid_t pid, const plan::IdMaps& maps) {
  TRY(proc.write(format("{}/uid_map", pid), map_text(maps.uids))
          .context("/linux/uidMappings: writing the map"));
  return proc.write(format("{}/gid_map", pid), map_text(maps.gids))
      .context("/linux/gidMappings: writing the map");
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
