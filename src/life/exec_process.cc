// SPDX-License-Identifier: Apache-2.0
#include "life/exec_process.h"

#include <cerrno>
#include <string_view>

#include "base/passwd.h"
#include "base/text.h"
#include "life/document.h"
#include "spec/rules.h"

namespace hull::life {
namespace {

bool is_name(std::string_view asked) {
  const char first = asked.empty() ? '\0' : asked.front();
  return first == '_' || (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
}

Result<void> set_user_by_name(spec::User& user, std::string_view name,
                              const FileReader& account_file) {
  auto passwd = TRY(account_file("/etc/passwd"));
  auto account = find_account(passwd, name);
  if (!account) return Error::refused("is not in the container's /etc/passwd");
  user.uid = account->uid;
  user.gid = account->gid;
  // Not every image has groups.
  auto group = account_file("/etc/group");
  if (!group && !group.error().is(ENOENT)) return std::move(group).error();
  user.additional_gids = group ? groups_of(*group, name) : std::vector<std::uint32_t>();
  return {};
}

Result<void> set_user(spec::User& user, std::string_view asked, const FileReader& account_file) {
  if (is_name(asked)) return set_user_by_name(user, asked, account_file);
  const std::size_t colon = asked.find(':');
  const auto uid = parse_id(asked.substr(0, colon));
  const auto gid = colon == asked.npos ? user.gid : parse_id(asked.substr(colon + 1));
  if (!uid || !gid) return Error::refused("is neither UID[:GID] in decimal numbers nor a name");
  user.uid = *uid;
  user.gid = *gid;
  return {};
}

void add_capabilities(spec::Process& process, const std::vector<std::string>& added) {
  if (added.empty()) return;
  if (!process.capabilities) process.capabilities.emplace();
  spec::Capabilities& sets = *process.capabilities;
  for (const std::string& name : added) {
    for (auto* set : {&sets.bounding, &sets.effective, &sets.permitted}) set->push_back(name);
    // A process whose inheritable set is empty must stay so (CVE-2022-29162): without it nothing
    // can be ambient.
    if (sets.inheritable.empty()) continue;
    for (auto* set : {&sets.inheritable, &sets.ambient}) set->push_back(name);
  }
}

/// What the flags say and a file says better.
Result<void> check_alone(const ExecOptions& options) {
  if (!options.args.empty())
    return Error::refused(format("has the command; '{}' is one too many", options.args[0]));
  return {};
}

/// The file's process over the container's: a member that is not there must not confine less than
/// what the container has, and so is the container's. That goes for env and cwd too: without them
/// a program would not be found, and a relative file elsewhere. One that is there, `{}` and `[]`
/// too, is the whole of its statement.
Result<spec::Process> read_process(const spec::Process& containers, const std::string& file,
                                   std::vector<std::string>& warnings) {
  spec::ProcessOver over{.process = containers, .user = {}};
  // The call's own: a command, and whether it has a terminal.
  over.process.args.clear();
  over.process.terminal = false;
  over.process.console_size.reset();
  over = TRY(read_document(file, warnings, std::move(over)));
  if (over.user) {
    // Who it is says nothing of the files it makes.
    if (!over.user->umask) over.user->umask = containers.user.umask;
    over.process.user = std::move(*over.user);
  }
  return std::move(over.process);
}

}  // namespace

Result<spec::Process> with_flags(spec::Process process, const ExecOptions& options,
                                 const FileReader& account_file) {
  if (options.args.empty()) return Error::refused("a command to execute is missing");
  process.args = options.args;
  process.terminal = options.terminal;
  // That of the container's terminal is not the one of ours.
  process.console_size.reset();
  if (!options.cwd.empty()) process.cwd = options.cwd;
  process.env.insert(process.env.end(), options.env.begin(), options.env.end());
  if (!options.user.empty())
    TRY(set_user(process.user, options.user, account_file).context([&] {
      return format("--user '{}'", options.user);
    }));
  auto& gids = process.user.additional_gids;
  gids.insert(gids.end(), options.additional_gids.begin(), options.additional_gids.end());
  add_capabilities(process, options.capabilities);
  if (options.no_new_privileges) process.no_new_privileges = true;
  if (!options.apparmor_profile.empty()) process.apparmor_profile = options.apparmor_profile;
  if (!options.selinux_label.empty()) process.selinux_label = options.selinux_label;
  return process;
}

Result<spec::Process> process_to_execute(const spec::Process& containers,
                                         const ExecOptions& options, const FileReader& account_file,
                                         std::vector<std::string>& warnings) {
  if (options.process.empty()) {
    auto process = TRY(with_flags(containers, options, account_file));
    TRY(spec::check_process(process, "/process"));
    return process;
  }
  TRY(check_alone(options).context("--process"));
  auto process = TRY(read_process(containers, options.process, warnings).context("--process"));
  // Managers say both; either of them is meant.
  process.terminal |= options.terminal;
  TRY(spec::check_process(process, "").context("--process"));
  return process;
}

}  // namespace hull::life
