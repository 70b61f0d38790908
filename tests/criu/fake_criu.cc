// SPDX-License-Identifier: Apache-2.0
// Stands in for the program criu in service_test.cc: `fake_criu swrk FD`. It answers a dump at
// once, tells of two steps of a restore, and fails a pre-dump with what it has been given.
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "criu/message.h"
#include "criu/rpc.h"
#include "sys/file.h"
#include "sys/socket.h"

namespace {

using namespace hull;
using criu::Writer;

std::string receive(sys::FdRef socket) {
  auto message = sys::receive(socket, 65536);
  if (!message || !*message) std::exit(3);
  return std::move((*message)->text);
}

/// The number in field `number` of a request.
std::uint64_t number_of(std::string_view request, std::uint32_t number) {
  criu::Reader reader(request);
  for (;;) {
    auto field = reader.next();
    if (!field || !*field) return 0;
    if ((*field)->number == number) return (*field)->value;
  }
}

Writer answer(int action, bool success) {
  Writer to;
  to.number(1, action);
  to.number(2, success ? 1 : 0);
  return to;
}

void send(sys::FdRef socket, const Writer& message, std::span<const sys::FdRef> fds = {}) {
  if (!sys::send(socket, message.bytes(), fds)) std::exit(4);
}

/// Whether the caller lets us go on.
bool tell(sys::FdRef socket, const char* step, std::span<const sys::FdRef> fds = {}) {
  Writer notification;
  notification.text(1, step);
  notification.number(2, 4711);
  Writer message = answer(6, true);
  message.message(5, notification);
  send(socket, message, fds);
  return number_of(receive(socket), 3) == 1;
}

void restore(sys::FdRef socket) {
  auto nothing = sys::open_at(sys::FdRef::cwd(), "/dev/null", O_RDONLY);
  if (!nothing) std::exit(5);
  const sys::FdRef passengers[] = {*nothing};
  const bool wanted =
      tell(socket, "setup-namespaces") && tell(socket, "orphan-pts-master", passengers);
  Writer restored;
  restored.number(1, 4711);
  Writer message = answer(2, wanted);
  if (wanted) message.message(4, restored);
  send(socket, message);
}

/// The descriptors that are open, but for the socket, and what the standard ones are.
std::string belongings(sys::FdRef socket) {
  std::string text;
  for (int fd = 0; fd < 64; ++fd) {
    if (fd == socket.number() || ::fcntl(fd, F_GETFD) < 0) continue;
    auto target = sys::read_link(sys::FdRef::cwd(), "/proc/self/fd/" + std::to_string(fd));
    text += std::to_string(fd) + " " + (target ? *target : "?") + "\n";
  }
  auto mounts = sys::read(sys::FdRef::cwd(), "/proc/self/mountinfo");
  return text + (mounts ? *mounts : "");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 || std::string(argv[1]) != "swrk") return 2;
  const sys::FdRef socket(std::atoi(argv[2]));
  switch (number_of(receive(socket), 1)) {
    case 1:
      send(socket, answer(1, true));
      return 0;
    case 2:
      restore(socket);
      return 0;
    case 4: {
      Writer message = answer(4, false);
      message.text(9, belongings(socket));
      send(socket, message);
      return 0;
    }
    default:
      return 1;
  }
}
