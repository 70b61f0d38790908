// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <linux/magic.h>
#include <unistd.h>

#include <memory>
#include <string>

#include "base/path.h"
#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/output.h"
#include "spec/codec.h"
#include "spec/sample.h"
#include "sys/file.h"

namespace hull::cmd {
namespace {

// Whether the host's cgroups are version 2 alone.
bool has_cgroup2() {
  Result<sys::Fd> root = sys::open_at(sys::FdRef::cwd(), "/sys/fs/cgroup", O_PATH);
  if (!root) return false;
  Result<std::uint64_t> magic = sys::filesystem_magic(*root);
  return magic && *magic == CGROUP2_SUPER_MAGIC;
}

}  // namespace

Verb spec_verb() {
  struct Asked {
    std::string bundle = ".";
    std::string file = "config.json";
    bool rootless = false;
  };
  auto asked = std::make_shared<Asked>();
  return {.name = "spec",
          .arguments = "",
          .summary = "write a config.json to begin with",
          .options = {text("bundle", "b", "DIR",
                           "the directory to write to (default: the working directory)",
                           &asked->bundle),
                      text("file", "f", "FILE",
                           "the file's name, relative to the bundle (default: config.json)",
                           &asked->file),
                      toggle("rootless", "",
                             "a container without privileges: a user namespace in which only the "
                             "caller's own ids are mapped, no network namespace, no resources",
                             &asked->rootless)},
          .run = [asked](life::Context&, const Arguments&) -> Result<int> {
            spec::SampleOptions options{.cgroup_namespace = has_cgroup2()};
            if (asked->rootless) options.rootless = {.uid = geteuid(), .gid = getegid()};
            spec::Config config = spec::sample(options);
            std::string text = spec::encode(config, {.count = 1, .character = '\t'}) + '\n';
            std::string file =
                asked->bundle == "." ? asked->file : path::join(asked->bundle, asked->file);
            TRY(write_new(file, text));
            return 0;
          }};
}

}  // namespace hull::cmd
