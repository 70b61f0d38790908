// SPDX-License-Identifier: Apache-2.0
#include "inside/executable.h"

#include <doctest/doctest.h>
#include <elf.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "base/text.h"
#include "kit/namespaces.h"
#include "kit/skip.h"
#include "sys/file.h"

namespace hull::inside {
namespace {

/// Two directories of a PATH, with a program, a plain file, and a directory.
struct Bin {
  kit::Directory directory;
  std::vector<std::string> env = {"PATH=" + directory.path("first") + ":" +
                                  directory.path("second")};
  Bin() {
    for (const char* name : {"first/folder", "second"})
      REQUIRE(sys::make_directories(directory.path(name), 0755));
    add("second/program", 0755);
    add("first/plain", 0644);
  }
  void add(const std::string& name, mode_t mode) const {
    std::ofstream(directory.path(name)) << "#!/bin/sh\n";
    REQUIRE(::chmod(directory.path(name).c_str(), mode) == 0);
  }
  std::string find(const std::string& name) const {
    auto found = find_executable(name, env);
    return found ? found->path : found.error().message();
  }
};

TEST_CASE("a name is searched in PATH, a path is taken as it is") {
  Bin bin;
  CHECK(bin.find("program") == bin.directory.path("second/program"));
  CHECK(bin.find(bin.directory.path("second/program")) == bin.directory.path("second/program"));
}

TEST_CASE("the first of PATH wins, and what may not be executed is passed over") {
  Bin bin;
  bin.add("second/plain", 0755);
  CHECK(bin.find("plain") == bin.directory.path("second/plain"));
  bin.add("first/program", 0755);
  CHECK(bin.find("program") == bin.directory.path("first/program"));
}

TEST_CASE("what is not found is told in the managers' words") {
  Bin bin;
  CHECK(bin.find("absent") == "exec: \"absent\": executable file not found in $PATH");
  CHECK(bin.find("") == "exec: \"\": executable file not found in $PATH");
  CHECK(bin.find("/no/program") ==
        "exec: \"/no/program\": stat /no/program: no such file or directory");
}

TEST_CASE("what may not be executed is told in the managers' words, and why") {
  Bin bin;
  const std::string plain = bin.directory.path("first/plain");
  const std::string why = format("; {} has mode 0644, owner {}:{}, and the process is {}:{}", plain,
                                 ::geteuid(), ::getegid(), ::geteuid(), ::getegid());
  CHECK(bin.find("plain") == "exec: \"plain\": permission denied" + why);
  CHECK(bin.find(plain) == "exec: \"" + plain + "\": permission denied" + why);
  const std::string folder = bin.directory.path("first/folder");
  CHECK(bin.find(folder) == "exec: \"" + folder + "\": is a directory: the path `" + folder +
                                "` is not a regular file: Operation not permitted");
  CHECK(bin.find("/dev/null") ==
        "exec: \"/dev/null\": permission denied; /dev/null is not a regular file");
}

TEST_CASE("a mount with noexec is named") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  Bin bin;
  const std::string program = bin.directory.path("second/program");
  const std::string said = kit::in_new_namespaces([&] {
    if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) < 0 ||
        ::mount("tmpfs", bin.directory.path("second").c_str(), "tmpfs", MS_NOEXEC, nullptr) < 0)
      return std::string(std::strerror(errno));
    bin.add("second/program", 0755);
    return bin.find(program);
  });
  CHECK(said == "exec: \"" + program + "\": permission denied; " + program +
                    " is on a mount with 'noexec'");
}

/// What is said of a file with this content when the kernel answers `code`.
std::string blame(std::optional<std::string> head, int code) {
  const Executable executable = {.path = "/x", .env = {}, .head = std::move(head)};
  return blame_format(Error::system("exec /x", code), executable).message();
}

/// An ELF file of `machine` whose one segment names `interpreter`.
template <typename Ehdr, typename Phdr>
std::string elf(unsigned char word, Elf64_Half machine, const std::string& interpreter) {
  Ehdr file = {};
  std::memcpy(file.e_ident, ELFMAG, SELFMAG);
  file.e_ident[EI_CLASS] = word;
  file.e_machine = machine;
  file.e_phoff = sizeof file;
  file.e_phnum = 1;
  Phdr segment = {};
  segment.p_type = PT_INTERP;
  segment.p_offset = sizeof file + sizeof segment;
  segment.p_filesz = interpreter.size() + 1;
  std::string bytes(reinterpret_cast<const char*>(&file), sizeof file);
  bytes.append(reinterpret_cast<const char*>(&segment), sizeof segment);
  return bytes + interpreter + '\0';
}

TEST_CASE("a script's missing or unfit interpreter is named, as the kernel reads the line") {
  const std::string no_such =
      "exec /x: no such file or directory; the interpreter in its first line";
  CHECK(blame("#!/nope/sh\necho\n", ENOENT) == no_such + ", '/nope/sh', is not in the container");
  CHECK(blame("#! \t/nope/env -S sh\n", ENOENT) ==
        no_such + ", '/nope/env', is not in the container");
  CHECK(blame("#!/nope", ENOENT) == no_such + ", '/nope', is not in the container");
  CHECK(blame("#!/bin/sh\r\necho\r\n", ENOENT) ==
        no_such + ", '/bin/sh', ends in a carriage return: the line ends are those of DOS");
  CHECK(
      blame("#!/etc\n", EACCES) ==
      "exec /x: permission denied; the interpreter in its first line, '/etc', is nothing that the "
      "process may execute");
}

TEST_CASE("an ELF file's missing interpreter is named, of both word sizes") {
  const std::string said =
      "exec /x: no such file or directory; its ELF interpreter, '/lib/ld.so', is not in the "
      "container";
  CHECK(blame(elf<Elf64_Ehdr, Elf64_Phdr>(ELFCLASS64, EM_X86_64, "/lib/ld.so"), ENOENT) == said);
  CHECK(blame(elf<Elf32_Ehdr, Elf32_Phdr>(ELFCLASS32, EM_386, "/lib/ld.so"), ENOENT) == said);
}

TEST_CASE("a file of no format, or of another machine's, is told apart") {
  const std::string said = "exec /x: exec format error; ";
  CHECK(blame("", ENOEXEC) == said + "the file is empty");
  CHECK(blame("#!\n", ENOEXEC) == said + "its first line names no interpreter");
  CHECK(blame("echo hello\n", ENOEXEC) ==
        said +
            "it is neither an ELF file nor a script that begins with #!; for a shell: "
            "[\"/bin/sh\", \"/x\"]");
  CHECK(blame(elf<Elf64_Ehdr, Elf64_Phdr>(ELFCLASS64, EM_S390, ""), ENOEXEC)
            .starts_with(said + "it is for s390x, and this machine is "));
  CHECK(blame(elf<Elf64_Ehdr, Elf64_Phdr>(ELFCLASS64, 12345, ""), ENOEXEC)
            .starts_with(said + "it is for machine 12345, and this machine is "));
  auto own = sys::read(sys::FdRef::cwd(), "/proc/self/exe");
  REQUIRE(own);
  CHECK(blame(own->substr(0, sizeof(Elf64_Ehdr)), ENOEXEC) == said + "the ELF file is damaged");
}

TEST_CASE("nothing is added where nothing is known") {
  CHECK(blame(std::nullopt, ENOENT) == "exec /x: no such file or directory");
  CHECK(blame("#!/bin/sh\n", E2BIG) == "exec /x: argument list too long");
  CHECK(blame("no script", ENOENT) == "exec /x: no such file or directory");
}

TEST_CASE("no cut or forged header is read beyond its end") {
  std::string whole = elf<Elf64_Ehdr, Elf64_Phdr>(ELFCLASS64, EM_X86_64, "/lib/ld.so");
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK(blame(whole.substr(0, length), ENOENT).starts_with("exec /x: no such file or directory"));
  for (std::size_t at = 0; at < sizeof(Elf64_Ehdr) + sizeof(Elf64_Phdr); ++at) {
    std::string forged = whole;
    forged[at] = '\xff';
    CHECK(blame(forged, ENOENT).starts_with("exec /x: no such file or directory"));
  }
}

}  // namespace
}  // namespace hull::inside
