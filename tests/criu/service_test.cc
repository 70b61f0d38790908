// SPDX-License-Identifier: Apache-2.0
#include "criu/service.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "base/text.h"
#include "kit/power.h"
#include "sys/file.h"

namespace hull::criu {
namespace {

Service start(Surroundings surroundings) {
  surroundings.program = FAKE_CRIU;
  auto service = Service::start(surroundings);
  REQUIRE_MESSAGE(service, service.error().message());
  return std::move(*service);
}

Result<void> nothing(const Response&, std::vector<sys::Fd>) {
  return {};
}

/// What the fake says it has been given.
std::string belongings(Surroundings surroundings) {
  Service service = start(std::move(surroundings));
  auto answer = service.ask(request(Action::PreDump, {}), nothing);
  REQUIRE_MESSAGE(answer, answer.error().message());
  CHECK_FALSE(answer->success);
  return answer->error;
}

std::string refusal(const std::string& program) {
  auto service = Service::start({.program = program});
  if (!service) return service.error().message();
  auto answer = service->ask(request(Action::Dump, {}), nothing);
  return answer ? "" : answer.error().message();
}

/// A directory of a test case's own.
class Directory {
 public:
  Directory() { REQUIRE(::mkdtemp(path_.data()) != nullptr); }
  ~Directory() { std::filesystem::remove_all(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_ = (std::filesystem::temp_directory_path() / "criu.XXXXXX").string();
};

}  // namespace

TEST_CASE("a request is answered") {
  if (kit::lacks({kit::kClone3})) return;
  Service service = start({});
  auto answer = service.ask(request(Action::Dump, {}), nothing);
  REQUIRE_MESSAGE(answer, answer.error().message());
  CHECK(answer->success);
  CHECK(answer->action == Action::Dump);
}

TEST_CASE("each step is told before the answer, with what comes along") {
  if (kit::lacks({kit::kClone3})) return;
  Service service = start({});
  std::vector<std::string> steps;
  auto answer = service.ask(
      request(Action::Restore, {}), [&](const Response& step, std::vector<sys::Fd> passengers) {
        steps.push_back(format("{} {} {}", step.step, step.step_pid, passengers.size()));
        return Result<void>();
      });
  REQUIRE_MESSAGE(answer, answer.error().message());
  CHECK(answer->success);
  CHECK(answer->restored_pid == 4711);
  CHECK(steps == std::vector<std::string>{"setup-namespaces 4711 0", "orphan-pts-master 4711 1"});
}

TEST_CASE("a step that fails fails the whole, in its own words, and is the last") {
  if (kit::lacks({kit::kClone3})) return;
  Service service = start({});
  int steps = 0;
  auto answer = service.ask(request(Action::Restore, {}),
                            [&](const Response&, std::vector<sys::Fd>) -> Result<void> {
                              ++steps;
                              return Error::refused("not so");
                            });
  REQUIRE_FALSE(answer);
  CHECK(answer.error().message() == "not so");
  CHECK(steps == 1);
}

TEST_CASE("the service has the descriptors it was given, and no others") {
  if (kit::lacks({kit::kClone3})) return;
  Directory directory;
  auto passed = sys::open_at(sys::FdRef::cwd(), "/dev/zero", O_RDONLY);
  auto kept = sys::open_at(sys::FdRef::cwd(), "/dev/full", O_RDONLY);
  auto number = sys::open_at(sys::FdRef::cwd(), "/", O_RDONLY);
  REQUIRE(passed);
  REQUIRE(kept);
  REQUIRE(number);
  const std::string text = belongings(
      {.descriptors = {passed->number()}, .directories = {{number->number(), directory.path()}}});
  CAPTURE(text);
  for (int stream : {0, 1, 2}) CHECK(text.find(format("{} /dev/null\n", stream)) != text.npos);
  CHECK(text.find(format("{} /dev/zero\n", passed->number())) != text.npos);
  CHECK(text.find(format("{} {}\n", number->number(), directory.path())) != text.npos);
  CHECK(text.find("/dev/full") == text.npos);
}

TEST_CASE("the root is a mount point to the service alone") {
  if (kit::lacks({kit::kClone3, kit::kOpenTree, kit::kMountSetattr})) return;
  if (::geteuid() != 0) return kit::skip("root, to make a mount namespace");
  Directory directory;
  const std::string mark = format(" {} ", directory.path());
  CHECK(belongings({.root = directory.path()}).find(mark) != std::string::npos);
  CHECK(belongings({}).find(mark) == std::string::npos);
  auto mounts = sys::read(sys::FdRef::cwd(), "/proc/self/mountinfo");
  REQUIRE(mounts);
  CHECK(mounts->find(mark) == std::string::npos);
}

TEST_CASE("a program that cannot be executed, or says nothing, is told apart") {
  if (kit::lacks({kit::kClone3})) return;
  CHECK(refusal("/nowhere/criu") == "execve('/nowhere/criu'): no such file or directory");
  CHECK(refusal("/bin/true") == "criu ended without an answer");
}

TEST_CASE("the program is found where it was said to be, along the path, or not at all") {
  Directory directory;
  const std::string program = directory.path() + "/criu";
  auto fault = find_program(program, "");
  REQUIRE_FALSE(fault);
  CHECK(fault.error().message() == format("--criu '{}': no such file or directory", program));
  REQUIRE(sys::open_at(sys::FdRef::cwd(), program, O_WRONLY | O_CREAT, 0755));
  CHECK(*find_program(program, "") == program);
  CHECK(*find_program("", "relative:" + directory.path()) == program);
}

}  // namespace hull::criu
