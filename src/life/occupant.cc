// SPDX-License-Identifier: Apache-2.0
#include "life/occupant.h"

#include <optional>
#include <vector>

#include "base/text.h"
#include "cgroup/tree.h"
#include "life/record.h"

namespace hull::life {
namespace {

struct Claim {
  std::string id;
  std::string path;
};

// What the records say, read without a lock: each is replaced as a whole. A container that cannot
// be read is none that could be named.
std::vector<Claim> claims(const Context& context) {
  std::vector<Claim> all;
  auto names = ids(context);
  if (!names) return all;
  for (const std::string& id : *names) {
    auto directory = Directory::find(context, id);
    if (!directory || !*directory) continue;
    auto record = (*directory)->read();
    if (record && *record && !(*record)->cgroup.path.empty())
      all.push_back({id, (*record)->cgroup.path});
  }
  return all;
}

bool is_below(std::string_view path, std::string_view above) {
  return path.starts_with(above) && path.substr(above.size()).starts_with('/');
}

std::optional<Claim> claim_on(const Context& context, const std::string& path) {
  for (Claim& claim : claims(context))
    if (claim.path == path) return std::move(claim);
  return std::nullopt;
}

// "4711 is 'sleep', 4712 is 'sh'".
std::string commands(const sys::Proc& proc, const std::vector<pid_t>& processes) {
  constexpr std::size_t kShown = 3;
  std::vector<std::string> shown;
  for (pid_t pid : processes) {
    auto name = proc.try_read(format("{}/comm", pid));
    if (name && *name) shown.push_back(format("{} is '{}'", pid, trim(**name)));
    if (shown.size() == kShown) break;
  }
  return join(shown, ", ");
}

}  // namespace

std::string holder(const Context& context, const sys::Proc& proc, sys::FdRef cgroup_root,
                   const cgroup::Layout& layout, const std::string& path) {
  for (const Claim& claim : claims(context)) {
    if (claim.path == path) return format("it is the cgroup of container '{}'", claim.id);
    if (is_below(claim.path, path)) return format("container '{}' is in it", claim.id);
    if (is_below(path, claim.path))
      return format("it is in the cgroup of container '{}'", claim.id);
  }
  for (const cgroup::Hierarchy& hierarchy : layout.hierarchies) {
    auto processes = cgroup::processes_in(cgroup_root, cgroup::directory_of(hierarchy, path));
    if (processes && !processes->empty()) return commands(proc, *processes);
  }
  return {};
}

Result<cgroup::Location> locate_free(const Context& context, const sys::Proc& proc,
                                     sys::FdRef cgroup_root, const cgroup::Layout& layout,
                                     const std::string& path) {
  auto located = cgroup::locate(cgroup_root, layout, path);
  if (!located && located.error().code() == 0) {
    std::string who = holder(context, proc, cgroup_root, layout, path);
    return who.empty() ? std::move(located) : std::move(located).error().hint(std::move(who));
  }
  if (!located) return located;
  // Reading every record would be too much for the usual case, a cgroup that nobody has.
  auto there = TRY(
      cgroup::exists(cgroup_root, cgroup::directory_of(located->layout.hierarchies.front(), path)));
  auto claim = there ? claim_on(context, path) : std::nullopt;
  if (!claim) return located;
  return Error::refused(
             format("container's cgroup '{}' is that of container '{}'", path, claim->id))
      .hint(format("delete '{}' first", claim->id));
}

}  // namespace hull::life
