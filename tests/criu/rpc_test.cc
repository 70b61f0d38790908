// SPDX-License-Identifier: Apache-2.0
#include "criu/rpc.h"

#include <doctest/doctest.h>

#include <map>

#include "criu/message.h"

namespace hull::criu {
namespace {

/// The fields of a message by number; of those that come more than once all.
std::multimap<std::uint32_t, Field> fields_of(std::string_view message) {
  Reader reader(message);
  std::multimap<std::uint32_t, Field> fields;
  for (;;) {
    auto field = reader.next();
    REQUIRE_MESSAGE(field, field.error().message());
    if (!*field) return fields;
    fields.emplace((*field)->number, **field);
  }
}

struct Request {
  std::string bytes;
  std::uint64_t action = 0;
  std::multimap<std::uint32_t, Field> options;
};

Request take_apart(std::string bytes) {
  Request request;
  request.bytes = std::move(bytes);
  auto fields = fields_of(request.bytes);
  request.action = fields.find(1)->second.value;
  if (auto options = fields.find(2); options != fields.end())
    request.options = fields_of(options->second.bytes);
  return request;
}

std::vector<std::string> texts(const Request& request, std::uint32_t number) {
  std::vector<std::string> all;
  for (auto [it, end] = request.options.equal_range(number); it != end; ++it)
    all.emplace_back(it->second.bytes);
  return all;
}

}  // namespace

TEST_CASE("of a request only what is set is sent") {
  auto request = take_apart(criu::request(Action::Dump, {.images_fd = 5, .work_fd = 6}));
  CHECK(request.action == 1);
  CHECK(request.options.size() == 3);
  CHECK(request.options.find(1)->second.value == 5);
  CHECK(request.options.find(17)->second.value == 6);
  CHECK(request.options.find(9)->second.value == 4);
}

TEST_CASE("every option has its field") {
  Options options = {.images_fd = 5, .work_fd = 6, .log_file = "dump.log", .pid = 77};
  options.root = "/r";
  options.parent_images = "../p";
  options.config_file = "/c";
  options.freeze_cgroup = "/f";
  options.cgroup_root = "/web";
  options.cgroup_mode = CgroupMode::Strict;
  options.network_lock = NetworkLock::Skip;
  options.page_server = PageServer{"::1", 8080};
  options.empty_namespaces = 0x40000000;
  options.external = {"mnt[/a]:/a", "mnt[/b]:/b"};
  options.inherited = {{"pipe:[1]", 9}};
  options.joined = {{"ipc", "/proc/1/ns/ipc"}};
  options.lsm_profile = "apparmor:x";
  options.lsm_mount_context = "y";
  for (bool* flag :
       {&options.leave_running, &options.track_memory, &options.auto_dedup, &options.lazy_pages,
        &options.tcp_established, &options.tcp_close, &options.tcp_skip_in_flight,
        &options.external_unix_sockets, &options.shell_job, &options.file_locks,
        &options.link_remap, &options.notify, &options.orphan_pts_master, &options.sibling})
    *flag = true;
  auto request = take_apart(criu::request(Action::Restore, options));
  CHECK(request.action == 2);
  for (std::uint32_t flag :
       {3U, 4U, 5U, 7U, 8U, 12U, 15U, 16U, 18U, 24U, 26U, 46U, 48U, 50U, 52U}) {
    CAPTURE(flag);
    REQUIRE(request.options.contains(flag));
    CHECK(request.options.find(flag)->second.value == 1);
  }
  const std::pair<std::uint32_t, std::string> kTexts[] = {
      {10, "dump.log"}, {13, "/r"},         {14, "../p"}, {44, "/f"},
      {51, "/c"},       {53, "apparmor:x"}, {63, "y"}};
  for (const auto& [number, text] : kTexts) {
    CAPTURE(number);
    CHECK(texts(request, number) == std::vector<std::string>{text});
  }
  const std::pair<std::uint32_t, std::uint64_t> kNumbers[] = {
      {2, 77}, {34, 6}, {38, 0x40000000}, {64, 3}};
  for (const auto& [number, value] : kNumbers) {
    CAPTURE(number);
    CHECK(request.options.find(number)->second.value == value);
  }
  CHECK(texts(request, 37) == std::vector<std::string>{"mnt[/a]:/a", "mnt[/b]:/b"});
  const std::string inherited_bytes = texts(request, 27).at(0);
  auto inherited = fields_of(inherited_bytes);
  CHECK(inherited.find(1)->second.bytes == "pipe:[1]");
  CHECK(inherited.find(2)->second.value == 9);
  const std::string joined_bytes = texts(request, 39).at(0);
  auto joined = fields_of(joined_bytes);
  CHECK(joined.find(1)->second.bytes == "ipc");
  CHECK(joined.find(2)->second.bytes == "/proc/1/ns/ipc");
  const std::string root_bytes = texts(request, 25).at(0);
  CHECK(fields_of(root_bytes).find(2)->second.bytes == "/web");
  const std::string server_bytes = texts(request, 11).at(0);
  auto server = fields_of(server_bytes);
  CHECK(server.find(1)->second.bytes == "::1");
  CHECK(server.find(2)->second.value == 8080);
}

TEST_CASE("cgroups that are nobody's business are said to be") {
  Options options;
  options.cgroup_mode = CgroupMode::Ignore;
  auto request = take_apart(criu::request(Action::Dump, options));
  CHECK_FALSE(request.options.contains(24));
  CHECK(request.options.find(34)->second.value == 0);
}

TEST_CASE("the answer of a restore, of a step and of a failure are read") {
  Writer restored;
  restored.number(1, 4711);
  Writer answer;
  answer.number(1, 2);
  answer.number(2, 1);
  answer.message(4, restored);
  auto read = response(answer.bytes());
  REQUIRE(read);
  CHECK(read->action == Action::Restore);
  CHECK(read->success);
  CHECK(read->restored_pid == 4711);

  Writer notification;
  notification.text(1, "post-restore");
  notification.number(2, 12);
  Writer step;
  step.number(1, 6);
  step.number(2, 1);
  step.message(5, notification);
  read = response(step.bytes());
  REQUIRE(read);
  CHECK(read->action == Action::Notify);
  CHECK(read->step == "post-restore");
  CHECK(read->step_pid == 12);

  Writer failure;
  failure.number(1, 1);
  failure.number(2, 0);
  failure.number(7, 52);
  failure.text(9, "why");
  read = response(failure.bytes());
  REQUIRE(read);
  CHECK_FALSE(read->success);
  CHECK(read->error_number == 52);
  CHECK(read->error == "why");
}

TEST_CASE("features are asked for and answered") {
  auto asked = fields_of(feature_request({.memory_tracking = true}));
  CHECK(asked.find(1)->second.value == 9);
  Writer features;
  features.number(2, 1);
  Writer answer;
  answer.number(1, 9);
  answer.number(2, 1);
  answer.message(8, features);
  auto read = response(answer.bytes());
  REQUIRE(read);
  CHECK_FALSE(read->features.memory_tracking);
  CHECK(read->features.lazy_pages);
}

TEST_CASE("an answer that is no message is refused") {
  CHECK_FALSE(response("\x0f"));
}

}  // namespace hull::criu
