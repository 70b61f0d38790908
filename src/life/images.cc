// SPDX-License-Identifier: Apache-2.0
#include "life/images.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>

#include "base/mountinfo.h"
#include "base/path.h"
#include "base/text.h"
#include "criu/log.h"
#include "plan/annotations.h"
#include "spec/annotations.h"
#include "spec/codec.h"
#include "sys/file.h"

namespace hull::life {
namespace {

using sys::Fd;
using sys::FdRef;

constexpr const char* kStreams = "descriptors.json";
constexpr int kStandardStreams = 3;

constexpr std::string_view kConfigurations[] = {"/etc/criu/hull.conf", "/etc/criu/runc.conf"};

Result<Fd> open_directory(const std::string& path, bool make, std::string_view flag) {
  if (make) TRY(sys::make_directories(path, 0700).context(std::string(flag)));
  return sys::open_at(FdRef::cwd(), path, O_RDONLY | O_DIRECTORY).context(std::string(flag));
}

std::string_view log_name(criu::Action action) {
  return action == criu::Action::Restore ? "restore.log" : "dump.log";
}

/// The log is the whole truth; what comes in the answer is a part of it.
Error failure(const criu::Response& answer, const Images& images, std::string_view log) {
  auto text = sys::try_read(images.work, std::string(log));
  std::string why = text && *text ? criu::errors_of(**text) : "";
  if (why.empty()) why = answer.error;
  if (why.empty() && answer.error_number != 0)
    why = Error::system("criu", answer.error_number).message();
  if (why.empty()) why = "criu does not say why";
  std::string message = format("criu failed: {}", why);
  if (text && *text) message += format(" (its log is {})", path::below(images.work_path, log));
  return Error::refused(std::move(message));
}

/// The mount that a descriptor of `pid` belongs to (proc_pid_fdinfo(5)).
Result<std::uint64_t> mount_of(const sys::Proc& proc, pid_t pid, int number) {
  auto text = TRY(proc.read(format("{}/fdinfo/{}", pid, number)));
  for (std::string_view line : split(text, '\n'))
    if (line.starts_with("mnt_id:"))
      return static_cast<std::uint64_t>(parse_int(trim(line.substr(7))).value_or(0));
  return 0;
}

Result<std::string> stream_key(const sys::Proc& proc, pid_t pid, int number,
                               const std::vector<MountInfo>& mounts) {
  const std::string name = format("{}/fd/{}", pid, number);
  auto target = sys::read_link(proc.root(), name);
  // Closed.
  if (!target) return std::string();
  if (target->starts_with("pipe:")) return std::move(*target);
  if (!target->starts_with("/")) return std::string();
  auto mount = TRY(mount_of(proc, pid, number));
  if (std::ranges::any_of(mounts, [mount](const MountInfo& own) { return own.id == mount; }))
    return std::string();
  auto file = TRY(sys::open_at(proc.root(), name, O_PATH));
  auto st = TRY(sys::status(file, ""));
  // A terminal is CRIU's own business (--shell-job).
  if (S_ISCHR(st.st_mode) && ::major(st.st_rdev) != 1) return std::string();
  return format("file[{:x}:{:x}]", mount, st.st_ino);
}

}  // namespace

Result<Images> open_images(const ImageOptions& options, ImagesAre are) {
  auto here = TRY(sys::working_directory());
  const std::string path = path::join(here, options.images);
  const std::string work = options.work.empty() ? path : path::join(here, options.work);
  Images images;
  images.images = TRY(open_directory(path, are == ImagesAre::New, "--image-path"));
  images.work = TRY(open_directory(work, true, "--work-path"));
  images.path = path;
  images.work_path = work;
  return images;
}

Result<StreamKeys> find_streams(const sys::Proc& proc, pid_t pid) {
  auto text = TRY(proc.read(format("{}/mountinfo", pid)));
  const auto mounts = parse_mountinfo(text);
  StreamKeys keys;
  for (int number = 0; number < kStandardStreams; ++number) {
    auto key = TRY(stream_key(proc, pid, number, mounts));
    keys.push_back(std::move(key));
  }
  return keys;
}

Result<void> write_streams(const Images& images, const StreamKeys& keys) {
  return sys::write_atomically(images.images, kStreams, spec::encode(keys), 0600);
}

Result<StreamKeys> read_streams(const Images& images) {
  StreamKeys keys;
  auto text = TRY(sys::try_read(images.images, kStreams));
  if (text) {
    auto decoded = TRY(spec::decode<StreamKeys>(*text, kStreams));
    keys = std::move(decoded.value);
  }
  keys.resize(kStandardStreams);
  // runc's has the names of files there, which CRIU does not know.
  for (std::string& key : keys)
    if (!key.starts_with("pipe:[") && !key.starts_with("file[")) key.clear();
  return keys;
}

Result<void> open_to_group(const Images& images, gid_t gid) {
  auto st = TRY(sys::status(images.images, ""));
  if (::fchown(images.images.number(), static_cast<uid_t>(-1), gid) < 0 ||
      ::fchmod(images.images.number(), (st.st_mode & 07777) | S_IXGRP) < 0)
    return Error::system(format("chown('{}')", images.path));
  return {};
}

std::string criu_configuration(const std::map<std::string, std::string>& annotations) {
  const std::string* asked = plan::find_annotation(annotations, spec::annotations::kCriuConfig);
  if (asked != nullptr) return *asked;
  for (std::string_view path : kConfigurations)
    if (::access(path.data(), F_OK) == 0) return std::string(path);
  return "";
}

Result<void> check_capable(const Context& context, const criu::Options& options) {
  const criu::Features wanted = {.memory_tracking = options.track_memory,
                                 .lazy_pages = options.lazy_pages};
  if (!wanted.memory_tracking && !wanted.lazy_pages) return {};
  auto program = TRY(criu::find_program(context.criu, context.path));
  auto service = TRY(criu::Service::start({.program = program}));
  auto answer = TRY(service.ask(criu::feature_request(wanted), {}));
  if (wanted.memory_tracking && !answer.features.memory_tracking)
    return Error::refused(
        "--pre-dump: criu cannot track changes of memory here (CONFIG_MEM_SOFT_DIRTY)");
  if (wanted.lazy_pages && !answer.features.lazy_pages)
    return Error::refused("--lazy-pages: criu cannot do so here (CONFIG_USERFAULTFD)");
  return {};
}

Result<criu::Response> have_done(const Context& context, criu::Surroundings surroundings,
                                 criu::Action action, criu::Options options, const Images& images,
                                 const criu::Notified& notified) {
  surroundings.program = TRY(criu::find_program(context.criu, context.path));
  options.images_fd = images.images.number();
  options.work_fd = images.work.number();
  surroundings.directories = {{options.images_fd, images.path},
                              {options.work_fd, images.work_path}};
  options.log_file = log_name(action);
  auto service = TRY(criu::Service::start(surroundings));
  auto answer = TRY(service.ask(criu::request(action, options), notified));
  if (answer.success) return answer;
  return failure(answer, images, options.log_file);
}

}  // namespace hull::life
