// SPDX-License-Identifier: Apache-2.0
#include "scene.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <sstream>

#include "base/text.h"
#include "sys/file.h"
#include "sys/process.h"
#include "tracee.h"

namespace hull::crash {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::string read_text(const std::string& path) {
  auto text = sys::read(sys::FdRef::cwd(), path);
  return text ? *text : "";
}

/// Our children: the runtime's orphans, for we are the nearest reaper.
std::vector<pid_t> children() {
  std::istringstream text(read_text(format("/proc/self/task/{}/children", ::getpid())));
  std::vector<pid_t> pids;
  for (pid_t pid = 0; text >> pid;) pids.push_back(pid);
  return pids;
}

/// Whether `pid` sits in read(2) of a container's fifo, which only `start` ends.
bool waits_for_start(pid_t pid) {
  std::istringstream text(read_text(format("/proc/{}/syscall", pid)));
  long number = -1;
  std::string fd;
  if (!(text >> number >> fd) || number != SYS_read) return false;
  auto link =
      sys::read_link(sys::FdRef::cwd(), format("/proc/{}/fd/{}", pid, std::stoul(fd, nullptr, 16)));
  return link && link->ends_with("/exec.fifo");
}

/// Reaps those that have ended. The pidfd of one that has not makes a wait without a delay.
std::vector<pid_t> living() {
  while (::waitpid(-1, nullptr, WNOHANG | __WALL) > 0) {
  }
  return children();
}

std::string describe(pid_t pid) {
  std::string name(trim(read_text(format("/proc/{}/comm", pid))));
  return format("process {} '{}' in call {}", pid, name,
                trim(read_text(format("/proc/{}/syscall", pid))));
}

/// Waits up to `milliseconds` for one of `pids` to end.
void wait_for_any(const std::vector<pid_t>& pids, int milliseconds) {
  std::vector<sys::Process> processes;
  std::vector<pollfd> watched;
  for (pid_t pid : pids)
    if (auto process = sys::Process::open(pid)) {
      watched.push_back({process->pidfd().number(), POLLIN, 0});
      processes.push_back(std::move(process).value());
    }
  ::poll(watched.data(), watched.size(), milliseconds);
}

std::vector<std::string> cgroup_mounts() {
  std::vector<std::string> found;
  std::istringstream lines(read_text("/proc/self/mountinfo"));
  for (std::string line; std::getline(lines, line);) {
    auto words = split(line, ' ');
    auto type = line.find(" - cgroup");
    if (type != std::string::npos && words.size() > 4) found.emplace_back(words[4]);
  }
  return found;
}

}  // namespace

Scene::Scene(std::string state, std::string cgroup)
    : state_(std::move(state)), cgroup_(std::move(cgroup)), hierarchies_(cgroup_mounts()) {
  if (::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) < 0) give_up("prctl(CHILD_SUBREAPER)");
  mounts_ = read_text("/proc/self/mountinfo");
}

std::string Scene::settle() {
  const auto end = Clock::now() + std::chrono::milliseconds(kWatchdogMs);
  while (true) {
    std::vector<pid_t> busy = living();
    std::erase_if(busy, waits_for_start);
    if (busy.empty()) return "";
    if (Clock::now() > end) return describe(busy.front()) + " neither ends nor waits for start\n";
    // What ends tells; what goes to sleep in the fifo has to be looked at.
    wait_for_any(busy, 2);
  }
}

bool Scene::has_container() const {
  for (pid_t pid : living())
    if (waits_for_start(pid)) return true;
  return false;
}

std::string Scene::remains() {
  std::string faults;
  // SIGKILL is answered soon, but not at once.
  const auto end = Clock::now() + std::chrono::milliseconds(kWatchdogMs);
  std::vector<pid_t> left;
  while (!(left = living()).empty() && Clock::now() < end) {
    std::vector<pid_t> waiting = left;
    std::erase_if(waiting, [](pid_t pid) { return !waits_for_start(pid); });
    if (!waiting.empty()) break;
    wait_for_any(left, 100);
  }
  for (pid_t pid : left) faults += describe(pid) + " is left\n";
  for (const std::string& hierarchy : hierarchies_)
    if (fs::exists(hierarchy + "/" + cgroup_)) faults += hierarchy + "/" + cgroup_ + " is left\n";
  if (fs::exists(state_))
    for (const auto& entry : fs::directory_iterator(state_))
      faults += "state '" + entry.path().filename().string() + "' is left\n";
  if (read_text("/proc/self/mountinfo") != mounts_) faults += "the mounts have changed\n";
  return faults;
}

void Scene::clear() {
  for (pid_t pid : living()) ::kill(pid, SIGKILL);
  for (std::vector<pid_t> left; !(left = living()).empty();) wait_for_any(left, 100);
  for (const std::string& hierarchy : hierarchies_) {
    std::vector<fs::path> directories;
    const std::string top = hierarchy + "/" + cgroup_;
    if (!fs::exists(top)) continue;
    directories.emplace_back(top);
    for (const auto& entry : fs::recursive_directory_iterator(top))
      if (entry.is_directory()) directories.push_back(entry.path());
    for (auto i = directories.rbegin(); i != directories.rend(); ++i) ::rmdir(i->c_str());
  }
  if (fs::exists(state_))
    for (const auto& entry : fs::directory_iterator(state_)) fs::remove_all(entry.path());
}

}  // namespace hull::crash
