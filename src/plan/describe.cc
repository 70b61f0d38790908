// SPDX-License-Identifier: Apache-2.0
#include "plan/describe.h"

#include <sys/personality.h>

#include <string_view>

#include "base/text.h"
#include "plan/caps.h"
#include "plan/landlock.h"
#include "plan/limits.h"
#include "plan/mount_options.h"
#include "plan/namespaces.h"
#include "plan/schedule.h"

namespace hull::plan {
namespace {

// What strangers wrote, on one line, and every backslash of their own told from ours.
std::string shown(std::string_view text) {
  std::string escaped;
  for (char c : text) {
    if (c == '\\') escaped += c;
    escaped += c;
  }
  return visible(escaped);
}

// Collects lines, and within a line its parts.
class Lines {
 public:
  template <class... Arguments>
  void add(fmt::format_string<Arguments...> pattern, Arguments&&... arguments) {
    text_ += hull::format(pattern, std::forward<Arguments>(arguments)...);
    text_ += '\n';
  }
  std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

class Parts {
 public:
  explicit Parts(std::string start) : text_(std::move(start)) {}
  void add(std::string_view part) {
    if (!part.empty()) text_.append(", ").append(part);
  }
  void add_if(bool condition, std::string_view part) {
    if (condition) add(part);
  }
  std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

std::string describe_ranges(const std::vector<IdRange>& ranges) {
  std::string text;
  for (const IdRange& range : ranges) {
    if (!text.empty()) text += "; ";
    text += format("{} {} {}", range.container, range.host, range.size);
  }
  return text;
}

// "with mode=755,newinstance": told apart from the attributes, which share words such as ro.
std::string describe_parameters(const std::vector<FilesystemParameter>& parameters) {
  std::string text;
  for (const auto& [key, value] : parameters) {
    text += text.empty() ? "with " : ",";
    text += shown(key);
    if (value) text += "=" + shown(*value);
  }
  return text;
}

std::string head(const Mount& mount) {
  switch (mount.kind) {
    case MountKind::Bind:
      return format("bind {}{}", shown(mount.source), mount.source_inside ? " (inside)" : "");
    case MountKind::Filesystem:
      return format("filesystem {} of '{}'", shown(mount.type), shown(mount.source));
    case MountKind::Symlink:
      return format("symlink to {}", shown(mount.source));
    case MountKind::Attributes:
      return "attributes";
  }
  return "";
}

void add_namespaces(const Plan& plan, Lines& lines) {
  for (const JoinedNamespace& joined : plan.namespaces.join)
    lines.add("namespace {}: join {}", namespace_word(static_cast<std::uint64_t>(joined.type)),
              shown(joined.path));
  if (plan.namespaces.stage) lines.add("stage process");
  for (std::uint64_t rest = plan.namespaces.create; rest != 0; rest &= rest - 1)
    lines.add("namespace {}: create", namespace_word(rest & ~(rest - 1)));
  for (const TimeOffset& offset : plan.namespaces.time_offsets)
    lines.add("time offset {}: {} s {} ns", offset.clock, offset.seconds, offset.nanoseconds);
  if (plan.id_maps.empty()) return;
  lines.add("uid map: {}", describe_ranges(plan.id_maps.uids));
  lines.add("gid map: {}", describe_ranges(plan.id_maps.gids));
}

void add_rootfs(const Rootfs& rootfs, Lines& lines) {
  Parts parts(format("rootfs: {}", shown(rootfs.path)));
  parts.add_if(rootfs.readonly, "readonly");
  parts.add(describe_propagation(rootfs.propagation));
  parts.add_if(rootfs.no_pivot, "no pivot");
  parts.add_if(rootfs.chroot_only, "chroot only");
  lines.add("{}", std::move(parts).take());
}

void add_devices(const Plan& plan, Lines& lines) {
  lines.add("/dev: {}", plan.owns_dev ? "ours" : "not ours");
  for (const Device& device : plan.devices) {
    Parts parts(
        format("device {}: {} {}:{}", shown(device.path), device.type, device.major, device.minor));
    if (plan.bind_devices && device.type != 'p') {
      parts.add("bind");
    } else {
      parts.add(format("mode {:04o}", device.mode));
      parts.add(format("owner {}:{}", device.uid, device.gid));
    }
    lines.add("{}", std::move(parts).take());
  }
  for (const auto& [path, text] : plan.device_links) lines.add("link {}: {}", path, text);
}

void add_hooks(const spec::Hooks& hooks, Lines& lines) {
  auto add = [&](std::string_view kind, const std::vector<spec::Hook>& list) {
    for (const spec::Hook& hook : list) lines.add("hook {}: {}", kind, shown(hook.path));
  };
  add("prestart", hooks.prestart);
  add("createRuntime", hooks.create_runtime);
  add("createContainer", hooks.create_container);
  add("startContainer", hooks.start_container);
  add("poststart", hooks.poststart);
  add("poststop", hooks.poststop);
}

void add_capabilities(const Capabilities& sets, Lines& lines) {
  auto add = [&](std::string_view name, std::uint64_t set) {
    lines.add("capabilities {}: {}", name, set == 0 ? "none" : describe_capabilities(set, " "));
  };
  add("bounding", sets.bounding);
  add("permitted", sets.permitted);
  add("effective", sets.effective);
  add("inheritable", sets.inheritable);
  add("ambient", sets.ambient);
}

std::string describe_user(const Process& process) {
  Parts parts(format("user: {}:{}", process.uid, process.gid));
  std::string groups;
  for (std::uint32_t gid : process.additional_gids) groups += format(" {}", gid);
  if (process.keep_groups || process.setgroups_denied)
    parts.add("groups of the caller");
  else if (!groups.empty())
    parts.add("groups" + groups);
  parts.add(format("umask {:03o}", process.umask));
  return std::move(parts).take();
}

void add_landlock(const Landlock& landlock, Lines& lines) {
  lines.add("landlock{}: {}", landlock.best_effort ? " best effort" : "",
            describe_file_rights(landlock.handled));
  for (const LandlockPath& path : landlock.paths)
    lines.add("landlock {}: {} [{}]", shown(path.path), describe_file_rights(path.allow),
              path.origin);
}

void add_rdt(const Rdt& rdt, Lines& lines) {
  Parts parts(format("rdt: {}", shown(rdt.group)));
  parts.add_if(rdt.is_named, "named");
  if (!rdt.monitor.empty()) parts.add(format("monitor {}", shown(rdt.monitor)));
  lines.add("{}", std::move(parts).take());
  for (const RdtLine& line : rdt.lines)
    lines.add("rdt schema: {}{} [{}]", shown(line.text), line.is_compared ? ", compared" : "",
              line.origin);
}

void add_schedule(const Process& process, Lines& lines) {
  if (const auto& scheduler = process.scheduler) {
    Parts parts(format("scheduler: {}", scheduler_policy_name(scheduler->policy)));
    parts.add(format("nice {}", scheduler->nice));
    parts.add_if(scheduler->priority != 0, format("priority {}", scheduler->priority));
    parts.add_if(scheduler->flags != 0, format("flags {:#x}", scheduler->flags));
    parts.add_if(scheduler->runtime != 0, format("runtime {} ns", scheduler->runtime));
    parts.add_if(scheduler->deadline != 0, format("deadline {} ns", scheduler->deadline));
    parts.add_if(scheduler->period != 0, format("period {} ns", scheduler->period));
    lines.add("{}", std::move(parts).take());
  }
  if (const auto& io = process.io_priority)
    lines.add("io priority: {} {}", io_priority_class_name(io->io_class), io->level);
  if (const auto& memory = process.memory_policy) {
    Parts parts(format("memory policy: {}", memory_policy_mode_name(memory->mode)));
    parts.add_if(!memory->nodes.empty(), "nodes " + hull::describe(memory->nodes));
    parts.add_if(memory->flags != 0, format("flags {:#x}", memory->flags));
    lines.add("{}", std::move(parts).take());
  }
  if (!process.exec_affinity.initial.empty())
    lines.add("exec affinity initial: {}", hull::describe(process.exec_affinity.initial));
  if (!process.exec_affinity.final.empty())
    lines.add("exec affinity final: {}", hull::describe(process.exec_affinity.final));
}

void add_process(const Process& process, Lines& lines) {
  for (const ResourceLimit& limit : process.limits)
    lines.add("limit {}: {} of {}", limit_name(limit.resource), limit.soft, limit.hard);
  if (process.oom_score_adj) lines.add("oom score: {}", *process.oom_score_adj);
  if (process.personality != PER_LINUX) lines.add("personality: {}", process.personality);
  if (process.console_size)
    lines.add("terminal: {} columns, {} rows", process.console_size->first,
              process.console_size->second);
  else if (process.terminal)
    lines.add("terminal");
  add_schedule(process, lines);
  lines.add("{}", describe_user(process));
  add_capabilities(process.capabilities, lines);
  if (!process.labels.apparmor.empty()) lines.add("apparmor: {}", shown(process.labels.apparmor));
  if (!process.labels.selinux.empty()) lines.add("selinux: {}", shown(process.labels.selinux));
  if (process.no_new_privileges) lines.add("no new privileges");
  if (process.landlock) add_landlock(*process.landlock, lines);
  lines.add("cwd: {}", shown(process.cwd));
  for (const std::string& entry : process.env) lines.add("env: {}", shown(entry));
  for (const std::string& argument : process.args) lines.add("arg: {}", shown(argument));
}

void add_seccomp(const Seccomp& seccomp, Lines& lines) {
  if (!seccomp.program.empty()) {
    lines.add("seccomp: a program of {} bytes", seccomp.program.size());
    return;
  }
  Parts parts(format("seccomp: {}", describe_action(seccomp.default_action)));
  for (const std::string& architecture : seccomp.architectures) parts.add(shown(architecture));
  parts.add_if(seccomp.flags != 0, format("flags {:#x}", seccomp.flags));
  parts.add_if(seccomp.refuse_unknown, "every name known");
  if (seccomp.notifies()) parts.add(format("listener {}", shown(seccomp.listener_path)));
  lines.add("{}", std::move(parts).take());
  for (const SyscallRule& rule : seccomp.rules) {
    std::string tests;
    for (const ArgumentTest& test : rule.tests)
      tests += (tests.empty() ? " if " : " and ") + describe_test(test);
    lines.add("seccomp {}: {} for {}{}", rule.entry, describe_action(rule.action),
              shown(join(rule.names, " ")), tests);
  }
}

}  // namespace

std::string describe(const Mount& mount) {
  Parts parts(format("mount {}: {}", shown(mount.destination), head(mount)));
  parts.add_if(mount.recursive, "recursive");
  parts.add(describe_attributes(mount.attributes, ""));
  parts.add(describe_attributes(mount.recursive_attributes, "r"));
  parts.add_if(mount.readonly_late, "ro late");
  parts.add(describe_propagation(mount.propagation));
  parts.add(describe_parameters(mount.parameters));
  parts.add_if(mount.copy_up, "copy up");
  parts.add_if(mount.copy_symlink, "copy symlink");
  parts.add_if(mount.source_nofollow, "source nofollow");
  parts.add_if(mount.destination_nofollow, "destination nofollow");
  parts.add_if(mount.destination_no_symlinks, "no symlinks");
  const std::string_view idmap = mount.idmap_recursive ? "ridmap" : "idmap";
  if (mount.idmap_own) parts.add(format("{} own", idmap));
  if (mount.idmap)
    parts.add(format("{} uids {} gids {}", idmap, describe_ranges(mount.idmap->uids),
                     describe_ranges(mount.idmap->gids)));
  if (!mount.root_label.empty()) parts.add(format("root label {}", shown(mount.root_label)));
  parts.add_if(mount.optional, "optional");
  return std::move(parts).take();
}

std::string describe(const Plan& plan) {
  Lines lines;
  lines.add("container: {}", shown(plan.id));
  lines.add("bundle: {}", shown(plan.bundle));
  add_namespaces(plan, lines);
  if (plan.open_to_caller) lines.add("open to its caller");
  if (plan.keyring) lines.add("keyring: {}", shown(*plan.keyring));
  add_rootfs(plan.rootfs, lines);
  for (const Mount& mount : plan.mounts) lines.add("{} [{}]", describe(mount), mount.origin);
  add_devices(plan, lines);
  for (const NetDevice& device : plan.net_devices)
    lines.add("network device {}: {}", shown(device.name), shown(device.new_name));
  if (plan.rdt) add_rdt(*plan.rdt, lines);
  if (plan.hostname) lines.add("hostname: {}", shown(*plan.hostname));
  if (plan.domainname) lines.add("domainname: {}", shown(*plan.domainname));
  for (const Sysctl& sysctl : plan.sysctls)
    lines.add("sysctl {}: {}", shown(sysctl.path), shown(sysctl.value));
  if (!plan.mount_label.empty()) lines.add("mount label: {}", shown(plan.mount_label));
  for (const std::string& path : plan.masked_paths) lines.add("mask {}", shown(path));
  for (const std::string& path : plan.readonly_paths) lines.add("readonly {}", shown(path));
  add_hooks(plan.hooks, lines);
  if (plan.process)
    add_process(*plan.process, lines);
  else
    lines.add("no process");
  if (!plan.hook_paths.output.empty())
    lines.add("hooks write output to {}", shown(plan.hook_paths.output));
  if (!plan.hook_paths.errors.empty())
    lines.add("hooks write errors to {}", shown(plan.hook_paths.errors));
  if (plan.seccomp) add_seccomp(*plan.seccomp, lines);
  return std::move(lines).take();
}

}  // namespace hull::plan
