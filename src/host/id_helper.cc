// SPDX-License-Identifier: Apache-2.0
#include "host/id_helper.h"

#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>

#include "base/passwd.h"
#include "base/path.h"
#include "base/text.h"
#include "sys/file.h"
#include "sys/spawn.h"

namespace hull::host {
namespace {

// Where shadow's programs are installed; the last is NixOS's, for those with the setuid bit.
constexpr std::string_view kDirectories[] = {"/usr/bin",         "/bin",  "/usr/local/bin",
                                             "/usr/sbin",        "/sbin", "/usr/local/sbin",
                                             "/run/wrappers/bin"};

/// Executed with the caller's trust: nobody but root may have put it there.
Result<void> check_trusted(const std::string& path, const struct stat& st) {
  if (S_ISREG(st.st_mode) && st.st_uid == 0 && (st.st_mode & (S_IWGRP | S_IWOTH)) == 0) return {};
  return Error::refused(format("'{}' is not a file that root alone can write", path));
}

std::vector<std::string> arguments(const IdHelper& helper, pid_t pid,
                                   const std::vector<plan::IdRange>& ranges) {
  std::vector<std::string> args = {std::string(helper.name), std::to_string(pid)};
  for (const plan::IdRange& range : ranges)
    for (std::uint32_t number : {range.container, range.host, range.size})
      args.push_back(std::to_string(number));
  return args;
}

/// "" when the file cannot be read: then nothing is granted, and nobody has a name.
std::string text_of(std::string_view path) {
  auto text = sys::read(sys::FdRef::cwd(), std::string(path));
  return text ? std::move(*text) : "";
}

bool has_power(const std::string& path) {
  struct stat st = {};
  return (::stat(path.c_str(), &st) == 0 && (st.st_mode & S_ISUID) != 0) ||
         ::getxattr(path.c_str(), "security.capability", nullptr, 0) > 0;
}

/// What stands in the helper's way, the first that is found: what one can do about it.
std::string next_step(const IdHelper& helper, const std::string& path,
                      const std::vector<plan::IdRange>& ranges) {
  if (!has_power(path)) return format("'{}' lacks the setuid bit", path);
  if (::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1)
    return "the caller has no_new_privs, which denies it its power";
  const std::string passwd = text_of("/etc/passwd");
  const auto account = find_account(passwd, ::getuid());
  const std::string user = account ? std::string(account->name) : std::to_string(::getuid());
  const auto missing = ungranted(ranges, text_of(helper.grants), user, ::getuid(), helper.own_id);
  if (!missing) return "";
  const std::string wanted = format("{}-{}", missing->host, missing->host + (missing->size - 1));
  return format("{} grants '{}' no range that covers {}: `usermod {} {} {}` adds one",
                helper.grants, user, wanted, helper.granting, wanted, user);
}

struct Grant {
  std::uint64_t first = 0;
  std::uint64_t end = 0;
};

std::vector<Grant> grants_of(std::string_view text, std::string_view user, std::uint32_t uid) {
  std::vector<Grant> grants;
  for (std::string_view line : split(text, '\n')) {
    const auto parts = split(trim(line), ':');
    if (parts.size() != 3 || (parts[0] != user && parts[0] != std::to_string(uid))) continue;
    const auto first = parse_int(parts[1]);
    const auto count = parse_int(parts[2]);
    if (!first || !count || *first < 0 || *count <= 0) continue;
    grants.push_back({static_cast<std::uint64_t>(*first),
                      static_cast<std::uint64_t>(*first) + static_cast<std::uint64_t>(*count)});
  }
  std::ranges::sort(grants, {}, &Grant::first);
  return grants;
}

}  // namespace

std::optional<plan::IdRange> ungranted(const std::vector<plan::IdRange>& ranges,
                                       std::string_view grants, std::string_view user,
                                       std::uint32_t uid, std::uint32_t own_id) {
  const std::vector<Grant> granted = grants_of(grants, user, uid);
  for (const plan::IdRange& range : ranges) {
    if (range.size == 1 && range.host == own_id) continue;
    std::uint64_t at = range.host;
    for (const Grant& grant : granted)
      if (grant.first <= at && at < grant.end) at = grant.end;
    if (at < std::uint64_t{range.host} + range.size) return range;
  }
  return std::nullopt;
}

Result<std::string> find_id_helper(std::string_view name) {
  for (std::string_view directory : kDirectories) {
    std::string path = path::below(directory, name);
    struct stat st = {};
    if (::stat(path.c_str(), &st) < 0) continue;
    TRY(check_trusted(path, st));
    return path;
  }
  return Error::refused(format("{} is not installed", name))
      .hint("the package uidmap, or shadow-utils, has it; the caller's own id alone needs none");
}

Result<void> map_by_helper(const IdHelper& helper, pid_t pid,
                           const std::vector<plan::IdRange>& ranges) {
  auto path = TRY(find_id_helper(helper.name));
  auto outcome = TRY(sys::run({.path = path, .args = arguments(helper, pid, ranges)}));
  if (outcome.exit.code() == 0) return {};
  Error error = Error::refused(format("{} ended with status {}", path, outcome.exit.code()));
  const std::string_view said = trim(outcome.output);
  if (!said.empty()) error = Error::refused(std::string(said)).context(error.message());
  std::string step = next_step(helper, path, ranges);
  return step.empty() ? std::move(error) : std::move(error).hint(std::move(step));
}

}  // namespace hull::host
