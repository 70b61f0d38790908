// SPDX-License-Identifier: Apache-2.0
#include "life/checkpoint.h"

#include <unistd.h>

#include "base/text.h"
#include "cgroup/location.h"
#include "life/bundle.h"
#include "life/container.h"
#include "life/outside.h"
#include "life/undo.h"
#include "sys/file.h"

namespace hull::life {
namespace {

Result<void> check_dumpable(const Container& container) {
  auto status = TRY(container.status());
  if (status == Status::Running || status == Status::Paused) return {};
  return Error::refused(format("container not running: it is {}", name(status)));
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
  TRY(leave_outside(options, container, plan, images));
  TRY(have_done(context, {}, asked.pre_dump ? criu::Action::PreDump : criu::Action::Dump,
                std::move(options), images, tell_ready(asked.status_fd)));
  if (asked.pre_dump || asked.images.criu.leave_running) return {};
  return undo(context, std::move(container));
}

}  // namespace hull::life
