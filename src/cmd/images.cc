// SPDX-License-Identifier: Apache-2.0
#include "cmd/images.h"

#include <sched.h>

#include "base/text.h"

namespace hull::cmd {
namespace {

Option empty_namespace(std::uint32_t* to) {
  return {
      "empty-ns", "", "network",
      "leave the network namespace's devices, addresses and rules out: hooks or the caller make "
      "them again",
      [to](std::string_view given) -> Result<void> {
        if (given != "network")
          return Error::refused(
              format("must be network, not '{}': CRIU can leave out no other", given));
        *to |= CLONE_NEWNET;
        return {};
      }};
}

}  // namespace

std::vector<Option> image_options(life::ImageOptions& to) {
  using Mode = criu::CgroupMode;
  criu::Options& criu = to.criu;
  return {
      text("image-path", "", "DIR", "the directory of the images (default: checkpoint)",
           &to.images),
      text("work-path", "", "DIR",
           "the directory of CRIU's log and sockets (default: that of the images)", &to.work),
      toggle("tcp-established", "", "established TCP connections are a part of it",
             &criu.tcp_established),
      toggle("ext-unix-sk", "", "Unix sockets may be connected to the outside",
             &criu.external_unix_sockets),
      toggle("shell-job", "",
             "the processes may belong to a session outside, and have its terminal",
             &criu.shell_job),
      toggle("file-locks", "", "file locks are a part of it", &criu.file_locks),
      toggle("lazy-pages", "", "memory is fetched when it is used (userfaultfd(2))",
             &criu.lazy_pages),
      toggle("auto-dedup", "", "pages that are in a parent's images too are removed there",
             &criu.auto_dedup),
      empty_namespace(&criu.empty_namespaces),
      word_of<Mode>("manage-cgroups-mode", "soft|full|strict|ignore",
                    "how much of the cgroups inside is a part of it (default: soft)",
                    {{"soft", Mode::Soft},
                     {"full", Mode::Full},
                     {"strict", Mode::Strict},
                     {"ignore", Mode::Ignore}},
                    &criu.cgroup_mode),
  };
}

}  // namespace hull::cmd
