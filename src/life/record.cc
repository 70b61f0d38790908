// SPDX-License-Identifier: Apache-2.0
#include "life/record.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "spec/codec.h"
#include "sys/file.h"

namespace hull::life {

using sys::FdRef;

// NOLINTBEGIN: found by argument-dependent lookup.
void fields(spec::Fields& f, RecordedInit& init) {
  f.required("pid", init.pid);
  f.required("startTime", init.start_time);
}

void fields(spec::Fields& f, RecordedHierarchy& hierarchy) {
  f.required("version", hierarchy.version);
  f.optional("directory", hierarchy.directory);
  f.optional("controllers", hierarchy.controllers);
}

void fields(spec::Fields& f, RecordedCgroup& cgroup) {
  f.required("driver", cgroup.driver);
  f.optional("path", cgroup.path);
  f.optional("kept", cgroup.kept);
  f.optional("unit", cgroup.unit);
  f.optional("slice", cgroup.slice);
  f.optional("bus", cgroup.bus);
  f.optional("inner", cgroup.inner);
  f.optional("delegated", cgroup.delegated);
  f.optional("lack", cgroup.lack);
  f.optional("hierarchies", cgroup.hierarchies);
}

void fields(spec::Fields& f, RecordedRdt& rdt) {
  f.required("group", rdt.group);
  f.optional("own", rdt.own);
  f.optional("new", rdt.fresh);
  f.optional("monitor", rdt.monitor);
}

void fields(spec::Fields& f, Record& record) {
  f.required("version", record.version);
  f.required("id", record.id);
  f.required("ociVersion", record.oci_version);
  f.required("bundle", record.bundle);
  f.optional("config", record.config);
  f.required("rootfs", record.rootfs);
  f.required("created", record.created);
  f.optional("annotations", record.annotations);
  f.required("cgroup", record.cgroup);
  f.optional("rdt", record.rdt);
  f.optional("resources", record.resources);
  f.optional("init", record.init);
  f.optional("ownPidNamespace", record.own_pid_namespace);
  f.optional("hasProcess", record.has_process);
  f.optional("poststart", record.poststart);
  f.optional("poststop", record.poststop);
}
// NOLINTEND

namespace {

constexpr const char* kRecord = "record.json";

// A driver's name in the record.
constexpr std::pair<cgroup::Driver, std::string_view> kDrivers[] = {
    {cgroup::Driver::Cgroupfs, "cgroupfs"},
    {cgroup::Driver::Systemd, "systemd"},
    {cgroup::Driver::Disabled, "disabled"}};

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '+' || c == '.' || c == '-';
}

Result<void> make_root(const Context& context) {
  auto made = sys::make_directories(context.root, 0700).context("state root");
  const bool is_default = !context.root_given && context.systemd.runtime_directory.empty();
  if (made || !is_default || !made.error().is(EACCES)) return made;
  return std::move(made).error().hint(
      "set XDG_RUNTIME_DIR to a directory of the caller's, or give --root");
}

}  // namespace

cgroup::Location location_of(const RecordedCgroup& recorded) {
  cgroup::Location location;
  for (const auto& [driver, name] : kDrivers)
    if (recorded.driver == name) location.driver = driver;
  location.path = recorded.path;
  location.kept = recorded.kept;
  location.scope = {recorded.unit, recorded.slice, recorded.bus};
  location.inner = recorded.inner;
  location.delegated = recorded.delegated;
  location.lack = recorded.lack;
  for (const RecordedHierarchy& one : recorded.hierarchies)
    location.layout.hierarchies.push_back(
        {one.version == 1 ? cgroup::Hierarchy::Version::One : cgroup::Hierarchy::Version::Two,
         one.directory, one.controllers});
  return location;
}

RecordedCgroup recorded(const cgroup::Location& location) {
  RecordedCgroup recorded = {.path = location.path,
                             .kept = location.kept,
                             .unit = location.scope.unit,
                             .slice = location.scope.slice,
                             .bus = location.scope.bus,
                             .inner = location.inner,
                             .delegated = location.delegated,
                             .lack = location.lack};
  for (const auto& [driver, name] : kDrivers)
    if (location.driver == driver) recorded.driver = name;
  for (const cgroup::Hierarchy& one : location.layout.hierarchies)
    recorded.hierarchies.push_back(
        {static_cast<std::uint32_t>(one.version), one.directory, one.controllers});
  return recorded;
}

Result<void> check_id(const std::string& id) {
  if (id.empty()) return Error::refused("container id must not be empty");
  const bool valid = std::ranges::all_of(id, is_id_character) && id != "." && id != "..";
  if (!valid)
    return Error::refused(
        format("invalid container id '{}': only letters, digits and the characters _ + . - are "
               "allowed, and neither . nor .. alone",
               id));
  if (id.size() > NAME_MAX)
    return Error::refused(
        format("container id of {} bytes is longer than {}", id.size(), NAME_MAX));
  return {};
}

Result<Directory> Directory::make(const Context& context, const std::string& id) {
  TRY(check_id(id));
  TRY(make_root(context));
  auto root = TRY(sys::open_at(FdRef::cwd(), context.root, O_PATH | O_DIRECTORY));
  // Cleaners of temporary directories leave alone what is sticky (tmpfiles.d(5)).
  ignore(sys::change_mode(context.root, 01700), "it is somebody else's directory then");
  auto made = sys::make_directory(root, id, 0711);
  if (!made && made.error().is(EEXIST))
    return Error::refused("container with given ID already exists");
  TRY(std::move(made));
  // Owned before it is open, so that a failure to open it removes it too.
  Directory directory(std::move(root), sys::Fd(), id);
  directory.remove_ = true;
  directory.fd_ = TRY(sys::open_at(directory.root_, id, O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
  auto locked = TRY(directory.lock());
  if (!locked) {
    // What stands under the name by now is somebody else's.
    directory.remove_ = false;
    return Error::refused("container was deleted while it was created");
  }
  return directory;
}

Result<std::optional<Directory>> Directory::find(const Context& context, const std::string& id) {
  TRY(check_id(id));
  auto root = TRY(sys::try_open_at(FdRef::cwd(), context.root, O_PATH | O_DIRECTORY));
  if (!root) return std::optional<Directory>();
  auto fd = TRY(sys::try_open_at(*root, id, O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
  if (!fd) return std::optional<Directory>();
  return std::optional<Directory>(Directory(std::move(*root), std::move(*fd), id));
}

Directory::~Directory() {
  if (remove_ && root_.is_open()) ignore(remove(), "`delete --force` finds what is left");
}

Result<bool> Directory::lock() {
  TRY(sys::lock(fd_));
  auto st = TRY(sys::status(fd_, ""));
  return st.st_nlink > 0;
}

Result<void> Directory::write(const Record& record) const {
  return sys::write_atomically(fd_, kRecord, spec::encode(record), 0600);
}

Result<std::optional<Record>> Directory::read() const {
  auto text = TRY(sys::try_read(fd_, kRecord));
  if (!text) return std::optional<Record>();
  auto decoded = TRY(spec::decode<Record>(*text, kRecord));
  if (decoded.value.version != Record::kVersion)
    return Error::refused(format("{}: version {} is not this hull's {}", kRecord,
                                 decoded.value.version, Record::kVersion));
  return std::optional<Record>(std::move(decoded.value));
}

Result<void> Directory::remove() {
  remove_ = false;
  return sys::remove_tree(root_, id_);
}

Result<std::vector<std::string>> ids(const Context& context) {
  auto root = TRY(sys::try_open_at(FdRef::cwd(), context.root, O_RDONLY | O_DIRECTORY));
  if (!root && context.root_given)
    return Error::system(format("state root '{}'", context.root), ENOENT);
  if (!root) return std::vector<std::string>();
  auto names = TRY(sys::list(*root));
  // What is no id, or no directory, is not ours.
  std::erase_if(names, [&root](const std::string& name) {
    Result<struct stat> status = sys::status(*root, name);
    return !check_id(name) || !status || !S_ISDIR(status->st_mode);
  });
  std::ranges::sort(names);
  return names;
}

}  // namespace hull::life
