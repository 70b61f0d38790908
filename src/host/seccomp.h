// SPDX-License-Identifier: Apache-2.0
// The seccomp filter of a container: compiled here, so that no library runs inside, and its
// listener handed on. Host side.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "host/filter_cache.h"
#include "plan/seccomp.h"
#include "seccomp/program.h"
#include "spec/process_state.h"
#include "sys/process.h"

namespace hull::host {

/// A filter as init loads it, and what its profile's author should be told.
struct Filter {
  seccomp::Program program;
  std::vector<std::string> warnings;
};

/// The filter of `profile`, from `cache` if it is there. Refuses what the kernel or libseccomp does
/// not know, by pointer. That it could not be kept is a warning.
Result<Filter> make_filter(const plan::Seccomp& profile, const FilterCache& cache);

/// Whether this kernel takes the flag of that name ("SECCOMP_FILTER_FLAG_LOG").
bool has_filter_flag(std::string_view name);

/// What a cached filter depends on beside hull itself, as one text: the profile, libseccomp, the
/// kernel.
std::string filter_key(const plan::Seccomp& profile);

/// Takes the listener that init said would have the number `number`, as soon as it has loaded its
/// filter. Nothing may be said by init behind the filter (seccomp(2): the listener may have to
/// decide about that call too), so it is asked for until it is there, or init has ended.
Result<sys::Fd> take_listener(const sys::Process& init, int number);

/// Sends `listener` and `state` to the socket at /linux/seccomp/listenerPath, on a connection of
/// its own. A socket that nobody serves fails; one that nobody accepts does after some seconds.
Result<void> send_listener(const plan::Seccomp& profile, sys::FdRef listener,
                           const spec::ContainerProcessState& state);

}  // namespace hull::host
