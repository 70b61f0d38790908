// SPDX-License-Identifier: Apache-2.0
#include "wire/link.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

#include "base/text.h"
#include "sys/interrupt.h"

namespace hull::wire {
namespace {

// Failed carries: errno, hint, and the attempts, separated by NUL, which no message contains.
std::string encode(const Error& error) {
  std::string text = format("{}", error.code());
  text += '\0' + error.hint();
  for (const std::string& attempt : error.attempts()) text += '\0' + attempt;
  if (text.size() > Link::kMaxText) text.resize(Link::kMaxText);
  return text;
}

Error decode(std::string_view text) {
  auto parts = split(text, '\0');
  std::vector<std::string> attempts;
  for (std::size_t i = 2; i < parts.size(); ++i) attempts.emplace_back(parts[i]);
  int code = static_cast<int>(parse_int(parts[0]).value_or(0));
  return Error::from_parts(std::move(attempts), code,
                           std::string(parts.size() > 1 ? parts[1] : ""));
}

}  // namespace

const char* name(Step step) {
  switch (step) {
    case Step::Hello:
      return "hello";
    case Step::IdsMapped:
      return "ids mapped";
    case Step::Networked:
      return "networked";
    case Step::Trees:
      return "trees";
    case Step::Want:
      return "want";
    case Step::Built:
      return "built";
    case Step::HooksDone:
      return "hooks done";
    case Step::Console:
      return "console";
    case Step::Listener:
      return "listener";
    case Step::Ready:
      return "ready";
    case Step::Recorded:
      return "recorded";
    case Step::Warning:
      return "warning";
    case Step::Failed:
      return "failed";
  }
  return "unknown";
}

std::string late_word(Late what, std::string_view message) {
  std::string word(1, static_cast<char>(what));
  return word.append(message.substr(0, PIPE_BUF - 1));
}

Result<std::pair<Link, Link>> Link::pair() {
  auto sockets = TRY(sys::socket_pair());
  return std::pair<Link, Link>(Link(std::move(sockets.first)), Link(std::move(sockets.second)));
}

Result<void> Link::tell(Step step, std::string_view text, std::span<const sys::FdRef> fds) {
  if (text.size() > kMaxText)
    return Error::refused(format("{} bytes are too long for step '{}'", text.size(), name(step)));
  std::string packet(1, static_cast<char>(step));
  packet += text;
  auto sent = sys::send(socket_, packet, fds);
  if (!sent) broken_ = sent.error().is(EPIPE) || sent.error().is(ECONNRESET);
  return std::move(sent).context([&] { return format("step '{}'", name(step)); });
}

Result<Told> Link::listen() {
  TRY(sys::wait_readable(socket_));
  auto received = TRY(sys::receive(socket_, kMaxText + 1));
  broken_ = !received;
  if (broken_) return Error::refused("the other side has ended");
  Told told = {static_cast<Step>(received->text[0]), std::move(*received)};
  told.message.text.erase(0, 1);
  if (told.step == Step::Failed) return decode(told.message.text);
  return told;
}

Result<sys::Message> Link::expect(Step step) {
  auto told = listen();
  // What the other side says of its own failure needs no words of ours.
  if (!told && !broken_) return std::move(told).error();
  auto heard = TRY(std::move(told).context([&] { return format("step '{}'", name(step)); }));
  if (heard.step != step)
    return Error::refused(format("step '{}' came instead of '{}'", name(heard.step), name(step)));
  return std::move(heard.message);
}

Result<void> Link::expect_quietly(Step step) {
  char first = 0;
  ssize_t got = -1;
  while ((got = ::read(socket_.number(), &first, 1)) < 0 && errno == EINTR) continue;
  if (got < 0) return Error::system(format("step '{}': read", name(step)));
  if (got == 1 && static_cast<Step>(first) == step) return {};
  return Error::refused(format("step '{}': the other side has ended", name(step)));
}

std::optional<Error> Link::last_word() {
  pollfd entry = {socket_.number(), POLLIN, 0};
  while (socket_.is_open() && ::poll(&entry, 1, 0) == 1 && (entry.revents & POLLIN) != 0) {
    auto received = sys::receive(socket_, kMaxText + 1);
    if (!received || !*received) return std::nullopt;
    const std::string& text = (*received)->text;
    if (static_cast<Step>(text[0]) == Step::Failed) return decode(std::string_view(text).substr(1));
  }
  return std::nullopt;
}

void Link::fail(const Error& error) {
  ignore(tell(Step::Failed, encode(error)), "the peer sees our end");
}

}  // namespace hull::wire
