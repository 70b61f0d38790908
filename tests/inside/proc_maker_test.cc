// SPDX-License-Identifier: Apache-2.0
#include "inside/proc_maker.h"

#include <doctest/doctest.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>

#include "base/text.h"
#include "kit/namespaces.h"
#include "kit/power.h"
#include "kit/skip.h"
#include "sys/clone.h"
#include "sys/file.h"

namespace hull::inside {
namespace {

/// The pids that a proc shows which `open` made for the pid namespace that our children are in, of
/// which there is one.
template <class Open>
std::string pids_shown(const std::string& place, Open open) {
  auto first = sys::clone(0, std::nullopt);
  if (!first) return kit::message_of(first);
  if (!*first)
    while (true) ::pause();
  auto pids = sys::open_at(sys::FdRef::cwd(), format("/proc/{}/ns/pid", (*first)->pid()), O_RDONLY);
  if (!pids) return kit::message_of(pids);
  auto filesystem = open(*pids);
  if (!filesystem) return kit::message_of(filesystem);
  auto tree = std::move(*filesystem).mount(0);
  if (!tree) return kit::message_of(tree);
  auto target = sys::open_at(sys::FdRef::cwd(), place, O_PATH | O_DIRECTORY);
  if (!target) return kit::message_of(target);
  auto attached = tree->attach(*target);
  if (!attached) return kit::message_of(attached);
  auto names = sys::list_directories(*sys::open_at(sys::FdRef::cwd(), place, O_RDONLY));
  if (!names) return kit::message_of(names);
  std::erase_if(*names, [](const std::string& name) { return !parse_int(name); });
  std::ranges::sort(*names);
  return join(*names, " ");
}

TEST_CASE("a proc shows the pid namespace that it is made for") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kClone3, kit::kFsopen, kit::kSeccomp})) return;
  kit::Directory directory;
  CHECK(kit::in_new_namespaces([&] { return pids_shown(directory.path(), &open_proc_for); }) ==
        "1");
}

TEST_CASE("a helper makes it where the kernel takes no pid namespace, and is gone afterwards") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kClone3, kit::kFsopen, kit::kSeccomp})) return;
  kit::Directory directory;
  CHECK(kit::in_new_namespaces(
            [&] { return pids_shown(directory.path(), &open_proc_by_helper); }) == "1");
}

}  // namespace
}  // namespace hull::inside
