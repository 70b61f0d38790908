// SPDX-License-Identifier: Apache-2.0
#include "inside/landlock.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <sys/stat.h>

#include <cerrno>
#include <string_view>

#include "base/text.h"
#include "sys/file.h"
#include "sys/identity.h"
#include "sys/open.h"

namespace hull::inside {
namespace {

/// Where all of it was asked for, for messages.
constexpr std::string_view kPointer = "/annotations/run.oci.hull.landlock";

Result<void> allow(const sys::LandlockRuleset& ruleset, const sys::Root& root,
                   const plan::LandlockPath& path, const plan::Landlock& landlock) {
  auto file = root.open(path.path, O_PATH);
  if (!file) {
    const bool missing = file.error().is(ENOENT) || file.error().is(ENOTDIR);
    if (landlock.best_effort && missing) return {};
    return std::move(file).error();
  }
  auto st = TRY(sys::status(*file, ""));
  const std::uint64_t rights = S_ISDIR(st.st_mode) ? path.allow : path.allow & landlock.file_rights;
  if (rights != 0) return ruleset.allow(*file, rights);
  if (landlock.best_effort) return {};
  return Error::refused(
      format("'{}' is no directory, and all of its rights are for directories", path.path));
}

}  // namespace

Result<std::optional<sys::LandlockRuleset>> make_ruleset(const plan::Process& process) {
  std::optional<sys::LandlockRuleset> made;
  if (!process.landlock) return made;
  auto directory = TRY(sys::open_at(sys::FdRef::cwd(), "/", O_PATH | O_DIRECTORY));
  const sys::Root root(std::move(directory));
  auto ruleset =
      TRY(sys::LandlockRuleset::create(process.landlock->handled).context(std::string(kPointer)));
  for (const plan::LandlockPath& path : process.landlock->paths)
    TRY(allow(ruleset, root, path, *process.landlock).context(path.origin));
  made = std::move(ruleset);
  return made;
}

Result<void> restrict_files(const std::optional<sys::LandlockRuleset>& ruleset) {
  if (!ruleset) return {};
  // The kernel wants this or no_new_privs, so that no setuid program is confused by what it is
  // denied. Hull's own right, which it still holds: the process need not have it.
  auto held = TRY(sys::capabilities());
  const std::uint64_t needed = std::uint64_t{1} << CAP_SYS_ADMIN;
  TRY(sys::set_capabilities(held.effective | (needed & held.permitted), held.permitted,
                            held.inheritable));
  return ruleset->restrict_self().context(std::string(kPointer));
}

Error blame_rules(Error failed, const plan::Process& process) {
  constexpr std::uint64_t kNeeded = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE;
  if (!failed.is(EACCES) || !process.landlock || (process.landlock->handled & kNeeded) == 0)
    return failed;
  return std::move(failed).hint(format(
      "the rules of {} must give it and its interpreter 'execute' and 'read_file'", kPointer));
}

}  // namespace hull::inside
