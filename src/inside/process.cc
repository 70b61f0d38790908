// SPDX-License-Identifier: Apache-2.0
#include "inside/process.h"

#include <linux/limits.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/passwd.h"
#include "base/text.h"
#include "inside/streams.h"
#include "sys/file.h"

namespace hull::inside {
namespace {

using sys::FdRef;

Result<std::string> read_passwd() {
  constexpr std::size_t kLongest = std::size_t{1} << 20;
  auto file = TRY(sys::open_at(FdRef::cwd(), "/etc/passwd", O_RDONLY | O_NONBLOCK | O_NOCTTY));
  return sys::read_untrusted(file, kLongest).context("/etc/passwd");
}

std::string home_of(std::uint32_t uid) {
  auto passwd = read_passwd();
  auto account = passwd ? find_account(*passwd, uid) : std::nullopt;
  return account && !account->home.empty() ? std::string(account->home) : "/";
}

}  // namespace

Result<void> make_cwd(const std::string& cwd) {
  struct stat st = {};
  if (::stat(cwd.c_str(), &st) == 0) return {};
  if (errno != ENOENT) return {};  // enter_cwd tells better what is wrong.
  return sys::make_directories(cwd, 0755).context("/process/cwd");
}

Result<void> enter_cwd(const std::string& cwd) {
  if (::chdir(cwd.c_str()) < 0)
    return Error::system(format("chdir to cwd (\"{}\") set in config.json failed", cwd));
  // The system call, not glibc's function: the kernel marks a directory outside of our root.
  char where[PATH_MAX];
  if (::syscall(SYS_getcwd, where, sizeof where) < 0) return Error::system("getcwd");
  if (where[0] != '/')
    return Error::refused(format("/process/cwd '{}' lies outside of the container", cwd));
  return {};
}

Result<void> own_standard_streams(std::uint32_t uid) {
  for (int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    struct stat st = {};
    if (::fstat(number, &st) < 0) return Error::system(format("fstat({})", number));
    if (st.st_uid == uid || is_shared_device(st)) continue;
    if (::fchown(number, uid, static_cast<gid_t>(-1)) == 0) continue;
    // Read-only file systems, ids that are not mapped, and files of strangers keep their owner.
    if (errno != EINVAL && errno != EPERM && errno != EROFS)
      return Error::system(format("fchown({}, {})", number, uid));
  }
  return {};
}

std::string_view value_of(std::string_view variable, const std::vector<std::string>& env,
                          std::string_view otherwise) {
  for (const std::string& entry : env)
    if (entry.starts_with(variable) && entry.size() > variable.size() &&
        entry[variable.size()] == '=')
      return std::string_view(entry).substr(variable.size() + 1);
  return otherwise;
}

std::vector<std::string> environment(const plan::Process& process) {
  std::vector<std::string> env = process.env;
  if (!value_of("HOME", env, "").empty()) return env;
  std::erase_if(env, [](const std::string& entry) { return entry == "HOME="; });
  env.push_back("HOME=" + home_of(process.uid));
  return env;
}

}  // namespace hull::inside
