// SPDX-License-Identifier: Apache-2.0
#include "inside/executable.h"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <optional>

#include "base/path.h"
#include "base/text.h"
#include "inside/process.h"
#include "sys/file.h"

// The linker's name for our own header.
extern "C" __attribute__((visibility("hidden"))) const ElfW(Ehdr) __ehdr_start;

namespace hull::inside {
namespace {

constexpr std::string_view kDefaultPath =
    "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// 0 when `path` is a regular file that we may execute, else the errno that says why not.
int unexecutable(const std::string& path) {
  struct stat st = {};
  if (::stat(path.c_str(), &st) < 0) return errno;
  if (S_ISDIR(st.st_mode)) return EISDIR;
  if (!S_ISREG(st.st_mode)) return EACCES;
  return ::faccessat(AT_FDCWD, path.c_str(), X_OK, AT_EACCESS) < 0 ? errno : 0;
}

/// "permission denied" for what is there, and which of its reasons it has.
Error denied(const std::string& quoted, const std::string& path) {
  Error error = Error::system(quoted, EACCES);
  struct stat st = {};
  if (::stat(path.c_str(), &st) < 0) return error;
  if (!S_ISREG(st.st_mode)) return std::move(error).hint(path + " is not a regular file");
  struct statvfs fs = {};
  if (::statvfs(path.c_str(), &fs) == 0 && (fs.f_flag & ST_NOEXEC) != 0)
    return std::move(error).hint(path + " is on a mount with 'noexec'");
  return std::move(error).hint(format("{} has mode {:04o}, owner {}:{}, and the process is {}:{}",
                                      path, st.st_mode & 07777, st.st_uid, st.st_gid, ::geteuid(),
                                      ::getegid()));
}

Result<std::string> find(const std::string& name, const std::vector<std::string>& env) {
  const std::string quoted = format("exec: \"{}\"", name);
  if (name.find('/') != std::string::npos) {
    switch (int reason = unexecutable(name); reason) {
      case 0:
        return name;
      case EISDIR:
        // Podman knows only this wording, capital included.
        return Error::refused(format(
            "{}: is a directory: the path `{}` is not a regular file: Operation not permitted",
            quoted, name));
      case EACCES:
        return denied(quoted, name);
      default:
        return Error::system(format("{}: stat {}", quoted, name), reason);
    }
  }
  std::optional<std::string> forbidden;
  if (!name.empty())
    for (std::string_view directory : split(value_of("PATH", env, kDefaultPath), ':')) {
      std::string path = path::below(directory.empty() ? "." : directory, name);
      int reason = unexecutable(path);
      if (reason == 0) return path;
      if (reason == EACCES && !forbidden) forbidden = std::move(path);
    }
  if (forbidden) return denied(quoted, *forbidden);
  return Error::refused(quoted + ": executable file not found in $PATH");
}

/// Whatever is in its place by now must not block us.
std::optional<std::string> read_head(const std::string& path) {
  constexpr std::size_t kLength =
      4096;  // Linkers put the name of the interpreter far to the front.
  auto file = sys::open_at(sys::FdRef::cwd(), path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (!file) return std::nullopt;
  std::string head(kLength, '\0');
  const ssize_t length = ::read(file->number(), head.data(), head.size());
  if (length < 0) return std::nullopt;
  head.resize(static_cast<std::size_t>(length));
  return head;
}

/// The interpreter that a script's first line names, as the kernel (fs/binfmt_script.c) reads it.
/// Nothing for what is no script.
std::optional<std::string_view> interpreter_of_script(std::string_view head) {
  if (!head.starts_with("#!")) return std::nullopt;
  std::string_view line = head.substr(2, head.find('\n') - 2);
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return line.substr(0, std::min(line.find_first_of(std::string_view(" \t\0", 3)), line.size()));
}

/// A T at `offset`; nothing if it does not lie in what was read.
template <typename T>
std::optional<T> take(std::string_view head, std::uint64_t offset) {
  T value;
  if (offset > head.size() || head.size() - offset < sizeof value) return std::nullopt;
  std::memcpy(&value, head.data() + offset, sizeof value);
  return value;
}

bool is_elf(std::string_view head) {
  return head.starts_with(std::string_view(ELFMAG, SELFMAG));
}

/// The program that an ELF file is loaded by (PT_INTERP), if it has one that we see.
template <typename Ehdr, typename Phdr>
std::optional<std::string_view> interpreter_of(std::string_view head) {
  auto file = take<Ehdr>(head, 0);
  if (!file) return std::nullopt;
  for (unsigned i = 0; i < file->e_phnum; ++i) {
    auto segment = take<Phdr>(head, file->e_phoff + std::uint64_t{i} * sizeof(Phdr));
    if (!segment) return std::nullopt;
    if (segment->p_type != PT_INTERP) continue;
    if (segment->p_offset >= head.size()) return std::nullopt;
    std::string_view name = head.substr(segment->p_offset, segment->p_filesz);
    return name.substr(0, name.find('\0'));
  }
  return std::nullopt;
}

std::optional<std::string_view> interpreter_of_elf(std::string_view head) {
  if (!is_elf(head) || head.size() <= EI_CLASS) return std::nullopt;
  return head[EI_CLASS] == ELFCLASS64 ? interpreter_of<Elf64_Ehdr, Elf64_Phdr>(head)
                                      : interpreter_of<Elf32_Ehdr, Elf32_Phdr>(head);
}

/// As uname(1) says it.
std::string name_of_machine(unsigned machine) {
  struct Name {
    unsigned machine;
    std::string_view name;
  };
  constexpr std::array kNames = {
      Name{EM_386, "i386"},    Name{EM_X86_64, "x86_64"},
      Name{EM_ARM, "arm"},     Name{EM_AARCH64, "aarch64"},
      Name{EM_PPC, "ppc"},     Name{EM_PPC64, "ppc64"},
      Name{EM_S390, "s390x"},  Name{EM_MIPS, "mips"},
      Name{EM_RISCV, "riscv"}, Name{EM_LOONGARCH, "loongarch"},
  };
  const auto* found = std::ranges::find(kNames, machine, &Name::machine);
  return found != kNames.end() ? std::string(found->name) : format("machine {}", machine);
}

/// Why the kernel knows no format for it (ENOEXEC).
std::string unknown_format(const Executable& executable) {
  const std::string_view head = *executable.head;
  if (head.empty()) return "the file is empty";
  if (is_elf(head)) {
    const auto machine = take<Elf32_Half>(head, offsetof(Elf32_Ehdr, e_machine));
    if (!machine || *machine == __ehdr_start.e_machine) return "the ELF file is damaged";
    return format("it is for {}, and this machine is {}", name_of_machine(*machine),
                  name_of_machine(__ehdr_start.e_machine));
  }
  if (head.starts_with("#!")) return "its first line names no interpreter";
  return format(
      "it is neither an ELF file nor a script that begins with #!; for a shell: [\"/bin/sh\", "
      "\"{}\"]",
      executable.path);
}

/// Why there is no interpreter (ENOENT), or why it would not do (EACCES).
std::string bad_interpreter(const Executable& executable, int code) {
  auto script = interpreter_of_script(*executable.head);
  auto name = script ? script : interpreter_of_elf(*executable.head);
  if (!name) return "";
  const std::string_view what =
      script ? "the interpreter in its first line" : "its ELF interpreter";
  const std::string_view why =
      code == ENOENT ? "is not in the container" : "is nothing that the process may execute";
  if (name->ends_with('\r'))
    return format("{}, '{}', ends in a carriage return: the line ends are those of DOS", what,
                  name->substr(0, name->size() - 1));
  return format("{}, '{}', {}", what, *name, why);
}

}  // namespace

Result<Executable> find_executable(const std::string& name, std::vector<std::string> env) {
  Executable executable;
  executable.path = TRY(find(name, env));
  executable.env = std::move(env);
  executable.head = read_head(executable.path);
  return executable;
}

Error blame_format(Error failed, const Executable& executable) {
  std::string why;
  if (!executable.head) return failed;
  if (failed.is(ENOEXEC)) why = unknown_format(executable);
  if (failed.is(ENOENT) || failed.is(EACCES)) why = bad_interpreter(executable, failed.code());
  return why.empty() ? std::move(failed) : std::move(failed).hint(std::move(why));
}

}  // namespace hull::inside
