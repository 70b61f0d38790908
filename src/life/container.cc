// SPDX-License-Identifier: Apache-2.0
#include "life/container.h"

#include <cerrno>
#include <chrono>

#include "base/text.h"
#include "cgroup/open.h"
#include "sys/file.h"

namespace hull::life {
namespace {

/// Whether init waits for `start`: nobody but it holds the fifo open, and execve closes it.
Result<bool> is_waiting(const Directory& directory) {
  auto fifo = sys::open_at(directory.fd(), Directory::kFifo, O_WRONLY | O_NONBLOCK);
  if (fifo) return true;
  if (fifo.error().is(ENXIO) || fifo.error().is(ENOENT)) return false;
  return std::move(fifo).error();
}

}  // namespace

Result<Container> Container::open(const Context& context, const std::string& id, Lock lock) {
  auto found = TRY(find(context, id, lock));
  if (!found) return Error::refused("container does not exist");
  return std::move(*found);
}

Result<std::optional<Container>> Container::find(const Context& context, const std::string& id,
                                                 Lock lock) {
  auto directory = TRY(Directory::find(context, id));
  if (!directory) return std::optional<Container>();
  if (lock == Lock::Yes) {
    auto locked = TRY(directory->lock());
    if (!locked) return std::optional<Container>();
  }
  auto proc = TRY(sys::Proc::open());
  auto cgroup_root =
      sys::open_at(sys::FdRef::cwd(), std::string(cgroup::kMountPoint), O_PATH | O_DIRECTORY);
  Container container(id, std::move(*directory),
                      cgroup_root ? std::move(cgroup_root).value() : sys::Fd(), std::move(proc));
  TRY(container.look(context));
  return std::optional<Container>(std::move(container));
}

Result<void> Container::look(const Context& context) {
  auto record = TRY(directory_.read());
  if (!record) return {};
  record_ = std::move(*record);
  if (record_.init)
    init_ = TRY(sys::Process::find(proc_, record_.init->pid, record_.init->start_time));
  auto location = location_of(record_.cgroup);
  if (location.driver != cgroup::Driver::Disabled)
    cgroup_ = TRY(cgroup::open(cgroup_root_, std::move(location), systemd_request(context)));
  return {};
}

Result<Status> Container::status() const {
  if (!record_.init) return Status::Creating;
  if (!init_) return Status::Stopped;
  if (cgroup_) {
    auto frozen = TRY(cgroup_->frozen());
    if (frozen) return Status::Paused;
  }
  auto waiting = TRY(is_waiting(directory_));
  return waiting ? Status::Created : Status::Running;
}

Result<void> Container::check_alive() const {
  auto now = TRY(status());
  if (now == Status::Stopped) return Error::refused("container not running");
  if (now == Status::Creating)
    return Error::refused("container was never finished").hint("delete --force clears it");
  return {};
}

spec::State Container::document(Status status) const {
  const bool alive = status != Status::Stopped && record_.init;
  spec::State state = life::document(record_, name(status), alive ? record_.init->pid : 0);
  state.id = id_;
  return state;
}

cgroup::SystemdRequest systemd_request(const Context& context) {
  cgroup::SystemdRequest request;
  request.turn = context.root;
  request.patience = std::chrono::seconds(context.systemd.timeout_seconds);
  return request;
}

spec::State document(const Record& record, std::string_view status, pid_t pid) {
  spec::State state;
  state.oci_version = record.oci_version;
  state.id = record.id;
  state.status = std::string(status);
  state.pid = pid;
  state.bundle = record.bundle;
  state.rootfs = record.rootfs;
  state.created = record.created;
  state.annotations = record.annotations;
  return state;
}

}  // namespace hull::life
