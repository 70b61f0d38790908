// SPDX-License-Identifier: Apache-2.0
#include "life/images.h"

#include <sys/stat.h>
#include <unistd.h>

#include <string_view>

#include "base/path.h"
#include "base/text.h"
#include "criu/log.h"
#include "plan/annotations.h"
#include "spec/annotations.h"
#include "sys/file.h"

namespace hull::life {
namespace {

using sys::Fd;
using sys::FdRef;

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
  // One of an earlier time would speak for this one if CRIU fails before it opens its own.
  TRY(sys::remove_file(images.work, options.log_file));
  auto service = TRY(criu::Service::start(surroundings));
  auto answer = TRY(service.ask(criu::request(action, options), notified));
  if (answer.success) return answer;
  return failure(answer, images, options.log_file);
}

}  // namespace hull::life
