// SPDX-License-Identifier: Apache-2.0
// Entering, leaving and telling apart namespaces (namespaces(7)). Both sides.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "sys/fd.h"
#include "sys/proc.h"

namespace hull::sys {

/// The kernel's name of a CLONE_NEW* flag as in /proc/PID/ns: "mnt", "pid", "user" …
std::string namespace_name(std::uint64_t type);

/// setns(2): enters the namespace behind `fd`, which must be of `type` (CLONE_NEW*; several for a
/// pidfd). For pid and time namespaces only our children enter.
Result<void> enter_namespace(FdRef fd, int type);

/// unshare(2).
Result<void> unshare(std::uint64_t types);

/// Opens a namespace file; fails unless it is one of `type` (ioctl_ns(2), NS_GET_NSTYPE).
Result<Fd> open_namespace(const std::string& path, int type);

/// The namespace of `type` (CLONE_NEW*) that a process is in: its number, or "self".
Result<Fd> open_namespace_of(const Proc& proc, const std::string& process, int type);

/// The user namespace that owns the namespace `fd` (ioctl_ns(2), NS_GET_USERNS). EPERM when it is
/// neither ours nor below ours.
Result<Fd> owner_of_namespace(FdRef fd);

/// Whether both descriptors are the same namespace (same device and inode).
Result<bool> same_namespace(FdRef a, FdRef b);

/// sethostname(2), setdomainname(2) of our UTS namespace.
Result<void> set_hostname(const std::string& name);
Result<void> set_domainname(const std::string& name);

/// A session of our own, without controlling terminal (setsid(2)). EPERM when we lead a group.
Result<void> new_session();

}  // namespace hull::sys
