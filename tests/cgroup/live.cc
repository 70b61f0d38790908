// SPDX-License-Identifier: Apache-2.0
#include "live.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "base/text.h"
#include "cgroup/tree.h"
#include "sys/file.h"
#include "sys/proc.h"

namespace hull::cgroup {
namespace {

bool may_make(const View& view) {
  const std::string probe = format("hull-test-{}-probe", ::getpid());
  for (const Hierarchy& hierarchy : view.layout.hierarchies) {
    const std::string directory = directory_in(hierarchy.directory, probe);
    if (!sys::make_directory(view.root, directory, 0755)) return false;
    ignore(sys::remove_directory(view.root, directory), "checked by the tests that follow");
  }
  return !view.layout.hierarchies.empty();
}

void add(std::vector<View>& views, std::string name, const std::string& at, bool with_v2) {
  auto root = sys::open_at(sys::FdRef::cwd(), at, O_PATH | O_DIRECTORY);
  if (!root) return;
  auto proc = sys::Proc::open();
  auto layout = discover(*root, *proc);
  if (!layout) return;
  View view{std::move(name), std::move(root).value(), std::move(layout).value()};
  if (!with_v2)
    std::erase_if(view.layout.hierarchies,
                  [](const Hierarchy& h) { return h.version == Hierarchy::Version::Two; });
  if (may_make(view)) views.push_back(std::move(view));
}

}  // namespace

std::vector<View> views() {
  std::vector<View> found;
  const std::string mount(kMountPoint);
  add(found, "the host as it is", mount, true);
  if (found.empty() || !found.front().layout.has_legacy()) return found;
  add(found, "v1 alone", mount, false);
  add(found, "v2 alone", mount + "/unified", true);
  return found;
}

Live::Live(const View& view, const std::string& below) : root_(view.root) {
  static int count = 0;
  const std::string path = format("/hull-test-{}-{}", ::getpid(), ++count) + below;
  auto location = locate(root_, view.layout, path);
  REQUIRE(location);
  for (const Hierarchy& hierarchy : view.layout.hierarchies)
    if (hierarchy.version == Hierarchy::Version::Two) {
      control_ = directory_in(hierarchy.directory, "cgroup.subtree_control");
      handed_down_ = *sys::read(root_, control_);
    }
  auto cgroup = open(root_, std::move(location).value());
  REQUIRE(cgroup);
  cgroup_ = std::move(cgroup).value();
}

Live::~Live() {
  ignore(cgroup_->kill(SIGKILL), "may not have been made");
  Result<void> removed = cgroup_->remove();
  CHECK_MESSAGE(removed, (removed ? "" : removed.error().message()));
  if (!control_.empty()) hand_down_as_before();
}

// The root's controllers that making the cgroup switched on.
void Live::hand_down_as_before() const {
  auto before = split(trim(handed_down_), ' ');
  const std::string now = *sys::read(root_, control_);
  for (std::string_view controller : split(trim(now), ' '))
    if (std::ranges::find(before, controller) == before.end())
      CHECK(sys::write(root_, control_, format("-{}", controller)));
}

std::string Live::directory(const Hierarchy& hierarchy) const {
  return directory_of(hierarchy, cgroup_->location().path);
}

std::string Live::read(std::string_view controller, const std::string& file) const {
  const Layout& layout = cgroup_->location().layout;
  const Hierarchy* hierarchy = controller.empty() ? layout.unified() : layout.with(controller);
  auto text = sys::read(root_, directory_in(directory(*hierarchy), file));
  return text ? std::string(trim(*text)) : text.error().message();
}

bool Live::is_there() const {
  for (const Hierarchy& hierarchy : cgroup_->location().layout.hierarchies)
    if (*exists(root_, directory(hierarchy))) return true;
  return false;
}

sys::Child sleeper(Cgroup& cgroup) {
  auto entry = cgroup.entry();
  REQUIRE(entry);
  // Installed before, for a signal may come before the child's first step.
  auto before = ::signal(kCaught, [](int) { ::_exit(kCaughtStatus); });
  auto child = sys::clone(0, *entry);
  if (child && !*child)
    while (true) ::pause();
  ::signal(kCaught, before);
  REQUIRE(child);
  REQUIRE(cgroup.place((*child)->pid()));
  return std::move(**child);
}

}  // namespace hull::cgroup
