// SPDX-License-Identifier: Apache-2.0
#include "life/checkpoint.h"

#include <limits>
#include <memory>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/images.h"

namespace hull::cmd {
namespace {

Option page_server(std::optional<criu::PageServer>* to) {
  return {"page-server", "", "ADDRESS:PORT", "send the memory to CRIU's page server there",
          [to](std::string_view given) -> Result<void> {
            const std::size_t colon = given.rfind(':');
            if (colon == given.npos || colon == 0)
              return Error::refused(format("'{}' is no ADDRESS:PORT", given));
            auto port = parse_int(given.substr(colon + 1));
            if (!port || *port < 1 || *port > std::numeric_limits<std::uint16_t>::max())
              return Error::refused(format("'{}' has no port from 1 to 65535", given));
            *to = criu::PageServer{std::string(given.substr(0, colon)),
                                   static_cast<std::uint16_t>(*port)};
            return {};
          }};
}

Option status_fd(std::optional<int>* to) {
  return {"status-fd", "", "FD",
          "write a byte to this descriptor and close it when lazy pages are served",
          [to](std::string_view given) -> Result<void> {
            auto number = parse_int(given);
            if (!number || *number < 0 || *number > std::numeric_limits<int>::max())
              return Error::refused(format("'{}' is no descriptor", given));
            *to = static_cast<int>(*number);
            return {};
          }};
}

/// A path that CRIU takes from the images' directory, so that both can be moved together.
Option parent_path(std::string* to) {
  return {"parent-path", "", "DIR",
          "the images of an earlier --pre-dump, relative to the directory of the images",
          [to](std::string_view given) -> Result<void> {
            if (given.empty()) return Error::refused("must not be empty");
            if (given.starts_with('/'))
              return Error::refused(
                  "must be relative to the directory of the images, such as ../earlier");
            *to = given;
            return {};
          }};
}

std::vector<Option> checkpoint_options(life::CheckpointOptions& to) {
  using Lock = criu::NetworkLock;
  criu::Options& criu = to.images.criu;
  std::vector<Option> options = image_options(to.images);
  options.push_back(
      toggle("leave-running", "R", "let the container go on afterwards", &criu.leave_running));
  options.push_back(
      toggle("pre-dump", "", "dump the memory only, and let the container go on", &to.pre_dump));
  options.push_back(parent_path(&criu.parent_images));
  options.push_back(toggle("tcp-skip-in-flight", "",
                           "TCP connections that are not yet accepted "
                           "are left out",
                           &criu.tcp_skip_in_flight));
  options.push_back(toggle("link-remap", "",
                           "files that were removed, but have other names, may "
                           "get a name for this",
                           &criu.link_remap));
  options.push_back(word_of<Lock>(
      "network-lock", "iptables|nftables|skip",
      "how connections are kept still meanwhile (default: CRIU's, iptables)",
      {{"iptables", Lock::Iptables}, {"nftables", Lock::Nftables}, {"skip", Lock::Skip}},
      &criu.network_lock));
  options.push_back(page_server(&criu.page_server));
  options.push_back(status_fd(&to.status_fd));
  return options;
}

}  // namespace

Verb checkpoint_verb() {
  auto asked = std::make_shared<life::CheckpointOptions>();
  asked->images.criu.cgroup_mode = criu::CgroupMode::Soft;
  return {.name = "checkpoint",
          .arguments = "ID",
          .summary = "write a running container's processes to disk, by the program criu",
          .options = checkpoint_options(*asked),
          .run = [asked](life::Context& context, const Arguments& arguments) -> Result<int> {
            asked->id = arguments[0];
            TRY(life::checkpoint(context, *asked));
            return 0;
          }};
}

}  // namespace hull::cmd
