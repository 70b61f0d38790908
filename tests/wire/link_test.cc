// SPDX-License-Identifier: Apache-2.0
#include "wire/link.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cerrno>

#include "sys/file.h"
#include "sys/process.h"

namespace hull::wire {
namespace {

constexpr Step kSteps[] = {Step::Hello,   Step::IdsMapped, Step::Trees,     Step::Want,
                           Step::Console, Step::Built,     Step::HooksDone, Step::Listener,
                           Step::Ready,   Step::Recorded,  Step::Warning};

std::pair<Link, Link> pair() {
  auto links = Link::pair();
  REQUIRE(links);
  return std::move(links).value();
}

TEST_CASE("every step arrives with its text, both ways") {
  auto [host, child] = pair();
  for (Step step : kSteps) {
    CAPTURE(name(step));
    REQUIRE(host.tell(step, "down"));
    REQUIRE(child.tell(step, std::string("up\0up", 5)));
    auto down = child.expect(step);
    auto up = host.expect(step);
    REQUIRE((down && up));
    CHECK(down->text == "down");
    CHECK(up->text == std::string("up\0up", 5));
    CHECK(up->sender == ::getpid());
  }
}

TEST_CASE("listen takes whatever step comes") {
  auto [host, child] = pair();
  REQUIRE(child.tell(Step::Want, "3"));
  auto told = host.listen();
  REQUIRE(told);
  CHECK(told->step == Step::Want);
  CHECK(told->message.text == "3");
}

TEST_CASE("descriptors come with their step") {
  auto [host, child] = pair();
  auto root = sys::open_at(sys::FdRef::cwd(), "/", O_PATH);
  const sys::FdRef passengers[] = {*root};
  REQUIRE(child.tell(Step::Console, "/dev/pts/0", passengers));
  auto message = host.expect(Step::Console);
  REQUIRE(message);
  CHECK(message->text == "/dev/pts/0");
  CHECK(message->fds.size() == 1);
}

TEST_CASE("a failure crosses whole: chain, errno and hint") {
  auto [host, child] = pair();
  Error error = Error::system("open('x')", EACCES).context("/mounts/3").hint("look at its mode");
  const std::string message = error.message();
  child.fail(error);
  auto failed = host.expect(Step::Ready);
  REQUIRE(!failed);
  CHECK(failed.error().message() == message);
  CHECK(failed.error().is(EACCES));
  CHECK(failed.error().attempts() == std::vector<std::string>{"/mounts/3", "open('x')"});
  CHECK(failed.error().hint() == "look at its mode");
}

TEST_CASE("a refusal stays a refusal, without an errno") {
  auto [host, child] = pair();
  child.fail(Error::refused("/process/cwd lies outside"));
  auto failed = host.expect(Step::Built);
  REQUIRE(!failed);
  CHECK(failed.error().message() == "/process/cwd lies outside");
  CHECK(failed.error().code() == 0);
}

TEST_CASE("another step than the expected is refused by both names") {
  auto [host, child] = pair();
  REQUIRE(child.tell(Step::Ready));
  auto wrong = host.expect(Step::Built);
  REQUIRE(!wrong);
  CHECK(wrong.error().message() == "step 'ready' came instead of 'built'");
}

TEST_CASE("the other side's end is told from its silence") {
  auto [host, child] = pair();
  child.close();
  auto ended = host.expect(Step::Ready);
  REQUIRE(!ended);
  CHECK(ended.error().message() == "step 'ready': the other side has ended");
  auto told = host.tell(Step::Recorded);
  REQUIRE(!told);
  CHECK(told.error().message() == "step 'recorded': sendmsg: broken pipe");
  CHECK(host.is_broken());
}

TEST_CASE("a text that is too long is refused before it is sent") {
  auto [host, child] = pair();
  auto told = host.tell(Step::HooksDone, std::string(Link::kMaxText + 1, 'x'));
  REQUIRE(!told);
  CHECK(told.error().message() == "65537 bytes are too long for step 'hooks done'");
  REQUIRE(host.tell(Step::HooksDone, std::string(Link::kMaxText, 'x')));
  CHECK(child.expect(Step::HooksDone)->text.size() == Link::kMaxText);
}

TEST_CASE("the last word of a child is heard after other steps, without waiting") {
  auto [host, child] = pair();
  CHECK(!host.last_word());
  REQUIRE(child.tell(Step::Built));
  child.fail(Error::refused("no"));
  child.close();
  auto word = host.last_word();
  REQUIRE(word);
  CHECK(word->message() == "no");
  CHECK(!host.last_word());
}

TEST_CASE("what goes wrong after start fits into a fifo") {
  CHECK(late_word(Late::Hook, "exec /x") == "hexec /x");
  CHECK(late_word(Late::Process, std::string(10000, 'x')).size() == 4096);
}

}  // namespace
}  // namespace hull::wire
