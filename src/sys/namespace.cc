// SPDX-License-Identifier: Apache-2.0
#include "sys/namespace.h"

#include <linux/nsfs.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/text.h"
#include "sys/file.h"

namespace hull::sys {

std::string namespace_name(std::uint64_t type) {
  switch (type) {
    case CLONE_NEWCGROUP:
      return "cgroup";
    case CLONE_NEWIPC:
      return "ipc";
    case CLONE_NEWNET:
      return "net";
    case CLONE_NEWNS:
      return "mnt";
    case CLONE_NEWPID:
      return "pid";
    case CLONE_NEWTIME:
      return "time";
    case CLONE_NEWUSER:
      return "user";
    case CLONE_NEWUTS:
      return "uts";
    default:
      return format("{:#x}", type);
  }
}

Result<void> enter_namespace(FdRef fd, int type) {
  if (::setns(fd.number(), type) < 0)
    return Error::system(format("setns({})", namespace_name(static_cast<std::uint64_t>(type))));
  return {};
}

Result<void> unshare(std::uint64_t types) {
  if (::unshare(static_cast<int>(types)) < 0)
    return Error::system(format("unshare({})", namespace_name(types)));
  return {};
}

Result<Fd> open_namespace(const std::string& path, int type) {
  auto fd = TRY(open_at(FdRef::cwd(), path, O_RDONLY));
  int found = ::ioctl(fd.number(), NS_GET_NSTYPE);
  if (found < 0) return Error::refused(format("'{}' is not a namespace", path));
  if (found != type)
    return Error::refused(format("'{}' is a namespace of type {}, not {}", path,
                                 namespace_name(static_cast<std::uint64_t>(found)),
                                 namespace_name(static_cast<std::uint64_t>(type))));
  return fd;
}

Result<Fd> open_namespace_of(const Proc& proc, const std::string& process, int type) {
  const std::string name = namespace_name(static_cast<std::uint64_t>(type));
  auto directory = TRY(proc.open_file(process + "/ns", O_PATH | O_DIRECTORY));
  auto opened = TRY(open_at(directory, name, O_RDONLY));
  if (::ioctl(opened.number(), NS_GET_NSTYPE) != type)
    return Error::refused(format("/proc/{}/ns/{} is not such a namespace", process, name));
  return opened;
}

Result<Fd> owner_of_namespace(FdRef fd) {
  const int owner = ::ioctl(fd.number(), NS_GET_USERNS);
  if (owner < 0) return Error::system("ioctl(NS_GET_USERNS)");
  return Fd(owner);
}

Result<bool> same_namespace(FdRef a, FdRef b) {
  auto first = TRY(status(a, ""));
  auto second = TRY(status(b, ""));
  return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

Result<void> set_hostname(const std::string& name) {
  if (::sethostname(name.data(), name.size()) < 0)
    return Error::system(format("sethostname('{}')", name));
  return {};
}

Result<void> set_domainname(const std::string& name) {
  if (::setdomainname(name.data(), name.size()) < 0)
    return Error::system(format("setdomainname('{}')", name));
  return {};
}

Result<void> new_session() {
  if (::setsid() < 0) return Error::system("setsid");
  return {};
}

}  // namespace hull::sys
