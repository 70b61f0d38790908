// SPDX-License-Identifier: Apache-2.0
// seccomp(2): loading a filter, and answering for one (seccomp_unotify(2)). Inside, and host side.
#pragma once

#include <linux/filter.h>
#include <linux/seccomp.h>

#include <cstdint>
#include <optional>
#include <span>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

/// Loads `program` before every further system call of this process and all that it becomes, for
/// good. `flags` are SECCOMP_FILTER_FLAG_*; with NEW_LISTENER the listener's descriptor comes back,
/// which has the lowest free number and is close-on-exec. Needs no_new_privs, or CAP_SYS_ADMIN in
/// our user namespace (else EACCES). EBUSY where a filter of ours has a listener already.
Result<Fd> load_filter(std::span<const sock_filter> program, std::uint32_t flags);

/// Whether this kernel knows all of `flags`. Loads nothing.
bool has_filter_flags(std::uint32_t flags);

/// The number that the next descriptor of this process will have.
Result<int> next_descriptor();

/// Waits for a call that is handed to `listener`, and takes it. Nothing when it was taken back: the
/// caller died of a signal meanwhile.
Result<std::optional<seccomp_notif>> take_call(FdRef listener);

/// Lets the call of `id` go on as if no filter had seen it (SECCOMP_USER_NOTIF_FLAG_CONTINUE). Not
/// for confinement: what it points to may change meanwhile.
Result<void> let_call_go_on(FdRef listener, std::uint64_t id);

}  // namespace hull::sys
