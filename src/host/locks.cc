// SPDX-License-Identifier: Apache-2.0
#include "host/locks.h"

#include <sched.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

#include "base/text.h"
#include "sys/clone.h"
#include "sys/file.h"
#include "sys/mount.h"
#include "sys/namespace.h"
#include "sys/process.h"
#include "wire/link.h"

namespace hull::host {
namespace {

using sys::FdRef;
using sys::Recursive;

std::string name_of(std::size_t number) {
  return format("{}", number);
}

/// Puts each tree under its number into the directory `places`.
Result<void> attach_all(FdRef places, const std::vector<sys::Tree>& trees) {
  for (std::size_t i = 0; i < trees.size(); ++i) {
    auto st = TRY(sys::status(trees[i].root(), ""));
    if (S_ISDIR(st.st_mode))
      TRY(sys::make_directory(places, name_of(i), 0700));
    else
      TRY(sys::open_at(places, name_of(i), O_WRONLY | O_CREAT | O_EXCL, 0600));
    auto place = TRY(sys::open_at(places, name_of(i), O_PATH));
    TRY(trees[i].attach(place));
  }
  return {};
}

/// A copy of a mount namespace is locked for another user namespace than its own. The process of a
/// rootless caller is in `user` already, so it makes one below, in which nobody else will be.
Result<void> leave_user_namespace(FdRef user) {
  auto entered = sys::enter_namespace(user, CLONE_NEWUSER);
  if (entered || !entered.error().is(EINVAL)) return entered;
  return sys::unshare(CLONE_NEWUSER);
}

/// In a process of its own, which goes through two mount namespaces: one of the host's, where the
/// trees are attached, and its copy for `user`, from which they are taken.
Result<std::vector<wire::Source>> through_a_copy(const std::vector<sys::Tree>& trees, FdRef user) {
  TRY(sys::end_with_parent(true));
  TRY(sys::unshare(CLONE_NEWNS));
  auto filesystem = TRY(sys::Filesystem::open("tmpfs"));
  auto scratch = TRY(std::move(filesystem).mount(0));
  auto root = TRY(sys::open_at(FdRef::cwd(), "/", O_PATH | O_DIRECTORY));
  TRY(scratch.attach(root));
  TRY(attach_all(scratch.root(), trees));
  // Root and working directory are taken along into the copy; every descriptor stays behind. And
  // who is not at the topmost root makes no user namespace.
  TRY(sys::change_root(scratch.root()));
  TRY(leave_user_namespace(user));
  TRY(sys::unshare(CLONE_NEWNS));
  std::vector<wire::Source> locked(trees.size());
  for (std::size_t i = 0; i < trees.size(); ++i)
    locked[i].tree = TRY(sys::Tree::clone(FdRef::cwd(), name_of(i), Recursive::Yes));
  return locked;
}

}  // namespace

Result<void> lock_flags(std::vector<wire::Source>& sources, const std::vector<std::size_t>& indices,
                        FdRef user) {
  if (indices.empty()) return {};
  std::vector<sys::Tree> trees;
  for (std::size_t i : indices) trees.push_back(std::move(sources[i].tree));
  auto links = TRY(wire::Link::pair());
  auto child = TRY(sys::clone(0, std::nullopt));
  if (!child) {
    links.first.close();
    auto locked = through_a_copy(trees, user);
    if (!locked)
      links.second.fail(locked.error());
    else
      ignore(wire::send(links.second, *locked), "the other side sees our end");
    ::_exit(0);
  }
  links.second.close();
  auto locked = TRY(wire::receive(links.first, indices.size()).context("locking flags"));
  for (std::size_t i = 0; i < indices.size(); ++i)
    sources[indices[i]].tree = std::move(locked[i].tree);
  return {};
}

}  // namespace hull::host
