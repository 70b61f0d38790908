// SPDX-License-Identifier: Apache-2.0
// The program `criu` as a service for one request: `criu swrk FD` (criu.org, "RPC"). By its command
// line it neither tells us of its steps nor passes a terminal on. Host side, host namespaces.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "criu/rpc.h"
#include "sys/clone.h"
#include "sys/fd.h"

namespace hull::criu {

/// What the service's process is to have.
struct Surroundings {
  /// The program's path.
  std::string program;
  /// Ours that it has too, under the same numbers.
  std::vector<int> descriptors;
  /// Directories that it opens by their paths, in its own mount namespace, in which it mounts below
  /// them; its descriptors have these numbers, which are taken by ours.
  std::vector<std::pair<int, std::string>> directories;
  /// Our standard streams; otherwise it has /dev/null for each.
  bool keeps_streams = false;
  /// For a restore: a directory that is made a mount point, in a mount namespace of its own; all
  /// mounts there are slaves of the host's. "": it stays in ours.
  std::string root;
  /// A cgroup2 directory to be born in.
  std::optional<sys::FdRef> cgroup;
};

/// A step that the service tells of and waits at, with the descriptors that came along.
using Notified = std::function<Result<void>(const Response& step, std::vector<sys::Fd> passengers)>;

/// Killed and reaped on destruction.
class Service {
 public:
  /// Starts it; it ends with us. Fails when it cannot be executed.
  static Result<Service> start(const Surroundings& surroundings);

  /// Sends `request` and calls `notified` at each step until the answer comes, whatever it is; then
  /// the service ends. A failure of `notified` is ours, and the service undoes what it did. Ends on
  /// signals as sys::wait does.
  Result<Response> ask(std::string_view request, const Notified& notified);

 private:
  Service(sys::Child child, sys::Fd socket)
      : child_(std::move(child)), socket_(std::move(socket)) {}
  Result<Response> converse(std::string_view request, const Notified& notified,
                            Result<void>& refusal);

  sys::Child child_;
  sys::Fd socket_;
};

/// Where the program `criu` is: `asked` (--criu), else among the directories of $PATH (`path`),
/// else where distributions install it. Fails with what to do.
Result<std::string> find_program(const std::string& asked, std::string_view path);

}  // namespace hull::criu
