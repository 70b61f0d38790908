// SPDX-License-Identifier: Apache-2.0
#include "sys/proc.h"

#include <linux/magic.h>
#include <linux/openat2.h>

#include <cerrno>

#include "base/text.h"
#include "sys/file.h"
#include "sys/mount.h"
#include "sys/open.h"

namespace hull::sys {
namespace {

// proc(5) does not say it, fs/proc/root.c does: PROC_ROOT_INO.
constexpr ino_t kProcRootInode = 1;

}  // namespace

Result<Proc> Proc::open() {
  auto root = TRY(open_at(FdRef::cwd(), "/proc", O_PATH | O_DIRECTORY));
  auto magic = TRY(filesystem_magic(root));
  auto st = TRY(status(root, ""));
  if (magic != PROC_SUPER_MAGIC || st.st_ino != kProcRootInode)
    return Error::refused("/proc is not the root of a procfs");
  return Proc(std::move(root));
}

Result<Proc> Proc::create() {
  auto filesystem = TRY(Filesystem::open("proc"));
  auto tree = TRY(std::move(filesystem).mount(0));
  return Proc(std::move(tree).release());
}

Result<Fd> Proc::open_file(const std::string& name, int flags) const {
  return openat2(root_, name, flags, 0, RESOLVE_BENEATH | RESOLVE_NO_XDEV | RESOLVE_NO_MAGICLINKS)
      .context("/proc");
}

Result<std::string> Proc::read(const std::string& name) const {
  auto fd = TRY(open_file(name, O_RDONLY));
  return read_all(fd).context([&] { return format("/proc/{}", name); });
}

Result<std::optional<std::string>> Proc::try_read(const std::string& name) const {
  auto text = read(name);
  if (text) return std::optional<std::string>(std::move(text).value());
  if (text.error().is(ENOENT)) return std::optional<std::string>();
  return std::move(text).error();
}

Result<std::string> Proc::path_of(FdRef fd) const {
  return read_link(root_, format("self/fd/{}", fd.number()));
}

Result<void> Proc::write(const std::string& name, std::string_view text) const {
  auto fd = TRY(open_file(name, O_WRONLY));
  return write_all(fd, text).context([&] { return format("/proc/{}", name); });
}

}  // namespace hull::sys
