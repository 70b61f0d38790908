// SPDX-License-Identifier: Apache-2.0
#include "life/restore.h"

#include <algorithm>
#include <memory>

#include "cmd/commands.h"
#include "cmd/create.h"
#include "cmd/images.h"

namespace hull::cmd {
namespace {

/// Of create's flags those that hold for processes that come from images.
std::vector<Option> restore_options(life::RestoreOptions& to) {
  std::vector<Option> options = create_options(to.create);
  std::erase_if(options, [](const Option& option) {
    return option.name == "no-pivot" || option.name == "preserve-fds";
  });
  std::ranges::move(image_options(to.images), std::back_inserter(options));
  criu::Options& criu = to.images.criu;
  options.push_back(toggle("detach", "d", "return as soon as the container runs", &to.detach));
  options.push_back(
      toggle("no-subreaper", "", "do not adopt the container's orphans", &to.no_subreaper));
  options.push_back(refused("no-pivot", "", "CRIU enters the root file system by pivot_root(2)",
                            "CRIU enters the root file system by pivot_root(2)"));
  options.push_back(
      toggle("tcp-close", "", "TCP connections of the images come back closed", &criu.tcp_close));
  options.push_back(text("lsm-profile", "", "TYPE:NAME",
                         "the processes' label instead of that of the images: selinux:CONTEXT or "
                         "apparmor:PROFILE",
                         &criu.lsm_profile));
  options.push_back(text("lsm-mount-context", "", "CONTEXT",
                         "SELinux's context of the mounts instead of that of the images",
                         &criu.lsm_mount_context));
  return options;
}

}  // namespace

Verb restore_verb() {
  auto asked = std::make_shared<life::RestoreOptions>();
  asked->images.criu.cgroup_mode = criu::CgroupMode::Soft;
  return {.name = "restore",
          .arguments = "ID",
          .summary = "make a container again from a bundle and the images of a checkpoint",
          .options = restore_options(*asked),
          .run = [asked](life::Context& context, const Arguments& arguments) -> Result<int> {
            asked->create.id = arguments[0];
            return life::restore(context, *asked);
          }};
}

}  // namespace hull::cmd
