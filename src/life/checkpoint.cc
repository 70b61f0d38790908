// SPDX-License-Identifier: Apache-2.0
#include "life/checkpoint.h"

#include <sched.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mountinfo.h"
#include "base/text.h"
#include "cgroup/location.h"
#include "life/bundle.h"
#include "life/container.h"
#include "life/undo.h"
#include "plan/external_mounts.h"
#include "sys/file.h"
#include "sys/namespace.h"

namespace hull::life {
namespace {

Result<void> check_dumpable(const Container& container) {
  auto status = TRY(container.status());
  if (status == Status::Running || status == Status::Paused) return {};
  return Error::refused(format("container not running: it is {}", name(status)));
}

/// A namespace that the container has joined is not in the images.
Result<void> leave_out(criu::Options& options, const Container& container, int type,
                       std::string_view key) {
  auto file =
      TRY(sys::open_namespace_of(container.proc(), std::to_string(container.init()->pid()), type));
  auto st = TRY(sys::status(file, ""));
  const std::string name = sys::namespace_name(static_cast<std::uint64_t>(type));
  options.external.push_back(format("{}[{}]:{}", name, st.st_ino, key));
  return {};
}

Result<void> describe_outside(criu::Options& options, const Container& container,
                              const plan::Plan& plan, const StreamKeys& streams) {
  auto mounts = TRY(container.proc().read(format("{}/mountinfo", container.init()->pid())));
  for (const std::string& point : plan::external_mounts(plan, parse_mountinfo(mounts)))
    options.external.push_back(format("mnt[{}]:{}", point, point));
  for (const std::string& key : streams)
    if (key.starts_with("file[")) options.external.push_back(key);
  if (plan.namespaces.joins(CLONE_NEWNET))
    TRY(leave_out(options, container, CLONE_NEWNET, kJoinedNetwork));
  if (plan.namespaces.joins(CLONE_NEWPID))
    TRY(leave_out(options, container, CLONE_NEWPID, kJoinedPids));
  return {};
}

/// "status-ready" is the one step that somebody waits for: pages are served from now on.
criu::Notified tell_ready(const std::optional<int>& status_fd) {
  return [&status_fd](const criu::Response& answer, std::vector<sys::Fd>) -> Result<void> {
    if (answer.step != "status-ready" || !status_fd) return {};
    sys::Fd fd(*status_fd);
    return sys::write_all(fd, {"", 1}).context("--status-fd");
  };
}

}  // namespace

Result<void> checkpoint(Context& context, const CheckpointOptions& asked) {
  auto container = TRY(Container::open(context, asked.id, Lock::Yes));
  TRY(check_dumpable(container));
  auto plan = TRY(plan_again(container));
  criu::Options options = asked.images.criu;
  options.track_memory = asked.pre_dump;
  TRY(check_capable(context, options));
  auto images = TRY(open_images(asked.images, ImagesAre::New));
  options.pid = container.init()->pid();
  options.root = container.record().rootfs;
  options.freeze_cgroup = cgroup::freezer_path(location_of(container.record().cgroup));
  options.config_file = criu_configuration(container.record().annotations);
  options.orphan_pts_master = true;
  options.notify = options.lazy_pages;
  auto streams = TRY(find_streams(container.proc(), *options.pid));
  TRY(describe_outside(options, container, plan, streams));
  TRY(write_streams(images, streams));
  TRY(have_done(context, {}, asked.pre_dump ? criu::Action::PreDump : criu::Action::Dump,
                std::move(options), images, tell_ready(asked.status_fd)));
  if (asked.pre_dump || asked.images.criu.leave_running) return {};
  return undo(context, std::move(container));
}

}  // namespace hull::life
