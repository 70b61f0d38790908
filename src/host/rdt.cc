// SPDX-License-Identifier: Apache-2.0
#include "host/rdt.h"

#include <linux/magic.h>

#include <algorithm>
#include <cerrno>
#include <map>

#include "base/mountinfo.h"
#include "base/text.h"
#include "sys/file.h"

namespace hull::host {
namespace {

constexpr mode_t kMode = 0755;

std::string directory_of(const RdtGroup& group) {
  return group.name == "/" ? "." : group.name;
}

std::string monitor_of(const RdtGroup& group) {
  return format("{}/mon_groups/{}", directory_of(group), group.monitor);
}

Result<bool> is_there(sys::FdRef resctrl, const std::string& name) {
  auto opened = TRY(sys::try_open_at(resctrl, name, O_PATH | O_DIRECTORY));
  return opened.has_value();
}

/// resctrl says there, in words, why the last call was refused; of a file that was not there to be
/// opened it heard nothing, and its words are older.
Error explained(sys::FdRef resctrl, Error error) {
  if (error.is(ENOENT)) return error;
  auto status = sys::try_read(resctrl, "info/last_cmd_status");
  if (!status || !*status) return error;
  const std::string_view words = trim(**status);
  if (words.empty() || words == "ok") return error;
  return std::move(error).hint(format("resctrl: {}", lower(split(words, '\n').front())));
}

std::string_view resource_of(std::string_view line) {
  return trim(line.substr(0, line.find(':')));
}

/// "00F" and "0xf" are "f".
std::string value_of(std::string_view text) {
  std::string value = lower(trim(text));
  if (value.starts_with("0x")) value.erase(0, 2);
  value.erase(0, std::min(value.find_first_not_of('0'), value.size() - 1));
  return value;
}

/// By domain: "0=ff;1=f".
std::map<std::string, std::string> domains_of(std::string_view line) {
  std::map<std::string, std::string> domains;
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return domains;
  for (std::string_view part : split(line.substr(colon + 1), ';')) {
    const std::size_t equals = part.find('=');
    if (equals == part.npos || trim(part.substr(equals + 1)).empty()) continue;
    domains.insert_or_assign(value_of(part.substr(0, equals)), value_of(part.substr(equals + 1)));
  }
  return domains;
}

std::string rounded_up(const std::string& value, std::uint64_t granularity) {
  auto number = parse_uint(value);
  if (!number || granularity < 2) return value;
  return format("{}", (*number + granularity - 1) / granularity * granularity);
}

bool has_tasks(sys::FdRef resctrl, const RdtGroup& group) {
  auto tasks = sys::try_read(resctrl, directory_of(group) + "/tasks");
  return tasks && *tasks && !trim(**tasks).empty();
}

Result<void> check_schemata(sys::FdRef resctrl, const plan::Rdt& rdt, const RdtGroup& group) {
  if (std::ranges::none_of(rdt.lines, &plan::RdtLine::is_compared)) return {};
  auto schemata = TRY(read_schemata(resctrl, group));
  const std::uint64_t granularity = bandwidth_granularity(resctrl);
  for (const plan::RdtLine& line : rdt.lines) {
    if (!line.is_compared || holds(schemata, line.text, granularity)) continue;
    const std::string standing = standing_line(schemata, line.text);
    return Error::refused(
        format("{}: the group '{}' is there and has {}, not '{}'", line.origin, group.name,
               standing.empty() ? "nothing of the kind" : format("'{}'", standing), line.text));
  }
  return {};
}

Result<void> enter(sys::FdRef resctrl, const std::string& directory, pid_t pid) {
  auto entered = sys::write(resctrl, directory + "/tasks", format("{}\n", pid));
  if (entered) return {};
  return explained(resctrl, std::move(entered).error());
}

Result<void> follow(sys::FdRef resctrl, const std::string& directory, pid_t pid) {
  auto entered = enter(resctrl, directory, pid);
  return !entered && entered.error().is(ENOENT) ? Result<void>() : std::move(entered);
}

}  // namespace

std::string RdtGroup::monitoring_directory() const {
  return monitor.empty() ? directory_of(*this) : monitor_of(*this);
}

std::optional<std::string> resctrl_path(std::string_view mountinfo) {
  for (MountInfo& mount : parse_mountinfo(mountinfo))
    if (mount.type == "resctrl" && mount.root == "/") return std::move(mount.point);
  return std::nullopt;
}

Result<std::optional<sys::Fd>> find_resctrl(const sys::Proc& proc) {
  std::optional<sys::Fd> found;
  auto mounts = TRY(proc.read("self/mountinfo"));
  const auto path = resctrl_path(mounts);
  if (!path) return found;
  found = TRY(sys::open_at(sys::FdRef::cwd(), *path, O_PATH | O_DIRECTORY));
  const std::uint64_t magic = TRY(sys::filesystem_magic(*found));
  if (magic != RDTGROUP_SUPER_MAGIC)
    return Error::refused(format("another mount covers resctrl at '{}'", *path));
  return found;
}

Result<RdtGroup> choose_group(sys::FdRef resctrl, const plan::Rdt& rdt) {
  RdtGroup group = {.name = rdt.group, .monitor = rdt.monitor};
  const bool there = TRY(is_there(resctrl, directory_of(group)).context([&] {
    return rdt.is_named ? "/linux/intelRdt/closID" : "/linux/intelRdt";
  }));
  if (rdt.is_named && !there && rdt.lines.empty())
    return Error::refused(
        format("/linux/intelRdt/closID: there is no group '{}' of resctrl", group.name));
  group.is_own = !rdt.is_named && !there;
  group.is_new = rdt.is_named && !there;
  if (there) TRY(check_schemata(resctrl, rdt, group));
  if (group.monitor.empty()) return group;
  const bool monitored = TRY(is_there(resctrl, monitor_of(group)));
  if (monitored)
    return Error::refused(format("/linux/intelRdt/enableMonitoring: there is a group '{}' already",
                                 monitor_of(group)));
  return group;
}

Result<void> make_group(sys::FdRef resctrl, const RdtGroup& group) {
  if (group.is_own || group.is_new) {
    auto made = sys::make_directory(resctrl, group.name, kMode);
    if (!made) return explained(resctrl, std::move(made).error().context("/linux/intelRdt"));
  }
  if (group.monitor.empty()) return {};
  auto made = sys::make_directory(resctrl, monitor_of(group), kMode);
  if (made) return {};
  Error error =
      explained(resctrl, std::move(made).error().context("/linux/intelRdt/enableMonitoring"));
  RdtGroup rest = group;
  rest.monitor.clear();
  ignore(remove_group(resctrl, rest), "what could not be made matters more");
  return error;
}

Result<void> write_schemata(sys::FdRef resctrl, const RdtGroup& group,
                            const std::vector<plan::RdtLine>& lines) {
  for (const plan::RdtLine& line : lines) {
    auto written = sys::write(resctrl, directory_of(group) + "/schemata", line.text + "\n");
    if (!written) return explained(resctrl, std::move(written).error().context(line.origin));
  }
  return {};
}

Result<void> enter_group(sys::FdRef resctrl, const RdtGroup& group, pid_t pid) {
  TRY(enter(resctrl, directory_of(group), pid).context("/linux/intelRdt"));
  if (group.monitor.empty()) return {};
  // After the other: a monitoring group takes only what is in the group that it is below.
  return enter(resctrl, monitor_of(group), pid).context("/linux/intelRdt/enableMonitoring");
}

Result<void> follow_into_group(sys::FdRef resctrl, const RdtGroup& group, pid_t pid) {
  TRY(follow(resctrl, directory_of(group), pid).context("/linux/intelRdt"));
  if (group.monitor.empty()) return {};
  return follow(resctrl, monitor_of(group), pid).context("/linux/intelRdt/enableMonitoring");
}

Result<void> remove_group(sys::FdRef resctrl, const RdtGroup& group) {
  if (!group.monitor.empty())
    TRY(sys::remove_directory(resctrl, monitor_of(group)).context("resctrl"));
  if (group.is_own || (group.is_new && !has_tasks(resctrl, group)))
    TRY(sys::remove_directory(resctrl, group.name).context("resctrl"));
  return {};
}

std::string standing_line(std::string_view schemata, std::string_view line) {
  for (std::string_view one : split(schemata, '\n')) {
    if (one.find(':') == one.npos || resource_of(one) != resource_of(line)) continue;
    std::string text(one);
    std::erase(text, ' ');
    return text;
  }
  return {};
}

bool holds(std::string_view schemata, std::string_view line, std::uint64_t granularity) {
  const auto has = domains_of(standing_line(schemata, line));
  const auto wanted = domains_of(line);
  const std::uint64_t step = resource_of(line) == "MB" ? granularity : 1;
  return !wanted.empty() && std::ranges::all_of(wanted, [&](const auto& domain) {
    auto found = has.find(domain.first);
    return found != has.end() &&
           (found->second == domain.second || found->second == rounded_up(domain.second, step));
  });
}

std::uint64_t bandwidth_granularity(sys::FdRef resctrl) {
  auto text = sys::try_read(resctrl, "info/MB/bandwidth_gran");
  if (!text || !*text) return 1;
  return parse_uint(trim(**text)).value_or(1);
}

Result<std::string> read_schemata(sys::FdRef resctrl, const RdtGroup& group) {
  return sys::read(resctrl, directory_of(group) + "/schemata").context("/linux/intelRdt");
}

RdtLease::~RdtLease() {
  if (resctrl_.is_open()) ignore(remove_group(resctrl_, group_), "the failure before matters more");
}

Result<RdtLease> RdtLease::make(sys::Fd resctrl, RdtGroup group,
                                const std::vector<plan::RdtLine>& lines) {
  TRY(make_group(resctrl, group));
  RdtLease lease(std::move(resctrl), std::move(group));
  TRY(write_schemata(lease.resctrl_, lease.group_, lines));
  return lease;
}

}  // namespace hull::host
