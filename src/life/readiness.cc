// SPDX-License-Identifier: Apache-2.0
#include "life/readiness.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "sys/file.h"
#include "sys/interrupt.h"

namespace hull::life {
namespace {

constexpr const char* kDirectory = "notify";
/// The same path as with runc. Not that of the host's socket: the image may have anything there.
constexpr const char* kInside = "/run/notify";
constexpr std::string_view kVariable = "NOTIFY_SOCKET";

bool is_ours(const plan::Mount& mount) {
  return mount.origin == kVariable;
}

}  // namespace

void offer_socket(Context& context, Bundle& bundle) {
  plan::Plan& plan = bundle.plan;
  if (context.notify_socket.empty() || !plan.process) return;
  auto& env = plan.process->env;
  const std::string assignment = format("{}=", kVariable);
  if (std::ranges::any_of(env, [&](const auto& entry) { return entry.starts_with(assignment); }))
    return;
  if (plan.rootfs.chroot_only) {
    context.log.warning(format(
        "{}: without a mount namespace the container cannot say that it is ready", kVariable));
    return;
  }
  plan::Mount mount;
  mount.destination = kInside;
  mount.source = path::below(context.root, path::below(plan.id, kDirectory));
  mount.attributes.set =
      MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC;
  mount.origin = kVariable;
  plan.mounts.push_back(std::move(mount));
  env.push_back(assignment + path::below(kInside, host::Readiness::kSocket));
}

Result<void> make_socket_directory(const Directory& directory, const plan::Plan& plan) {
  if (std::ranges::none_of(plan.mounts, is_ours)) return {};
  TRY(sys::make_directory(directory.fd(), kDirectory, 0755));
  return {};
}

Result<std::optional<host::Readiness>> listen_for_readiness(const Context& context,
                                                            const Directory& directory) {
  std::optional<host::Readiness> readiness;
  if (context.notify_socket.empty()) return readiness;
  auto found =
      TRY(sys::try_open_at(directory.fd(), kDirectory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
  if (!found) return readiness;
  auto listening = TRY(host::Readiness::listen(*found, context.notify_socket));
  readiness.emplace(std::move(listening));
  return readiness;
}

Result<void> await_readiness(const host::Readiness& readiness, const sys::Process& init) {
  while (true) {
    pollfd watched[] = {{readiness.socket().number(), POLLIN, 0},
                        {init.pidfd().number(), POLLIN, 0}};
    TRY(sys::wait(watched, -1).context("waiting for the container to be ready"));
    if (watched[0].revents != 0) {
      const bool ready = TRY(readiness.take());
      if (ready) return readiness.forward(init.pid(), true);
    } else if (watched[1].revents != 0) {
      return {};
    }
  }
}

Result<void> say_ready(const Context& context, const Directory& directory, pid_t pid,
                       bool ends_soon) {
  auto readiness = TRY(listen_for_readiness(context, directory));
  if (!readiness) return {};
  return readiness->forward(pid, ends_soon);
}

}  // namespace hull::life
