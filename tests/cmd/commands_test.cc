// SPDX-License-Identifier: Apache-2.0
#include "cmd/commands.h"

#include <doctest/doctest.h>

#include <set>

#include "base/text.h"

namespace hull::cmd {
namespace {

std::string fault(const std::vector<std::string>& words) {
  Call call = read_call(words);
  return call.fault ? call.fault->message() : "";
}

bool has(const std::vector<Option>& options, std::string_view name) {
  for (const Option& option : options)
    if (option.name == name) return true;
  return false;
}

TEST_CASE("every verb has a name, a summary, a deed and flags that differ") {
  std::set<std::string_view> names;
  for (const Verb& verb : verbs()) {
    CAPTURE(verb.name);
    CHECK(names.insert(verb.name).second);
    CHECK_FALSE(verb.summary.empty());
    CHECK(verb.run);
    std::set<std::string> seen;
    for (const Option& option : verb.options) {
      CHECK(seen.insert(std::string(option.name)).second);
      for (char letter : option.letters) CHECK(seen.insert(std::string(1, letter)).second);
      CHECK_FALSE(option.help.empty());
      CHECK_FALSE(option.help.ends_with('.'));
    }
  }
}

TEST_CASE("the verbs that make a process of a container's run from a sealed executable") {
  for (const Verb& verb : verbs())
    CHECK(verb.sealed == (verb.name == "create" || verb.name == "exec" || verb.name == "run" ||
                          verb.name == "mounts" || verb.name == "seccomp"));
}

TEST_CASE("every flag that runc and crun have for these verbs is known") {
  struct Row {
    std::string_view verb;
    std::vector<std::string_view> flags;
  };
  const Row kRows[] = {
      {"checkpoint",
       {"image-path", "work-path", "parent-path", "pre-dump", "leave-running", "tcp-established",
        "ext-unix-sk", "shell-job", "file-locks", "tcp-skip-in-flight", "link-remap",
        "network-lock", "lazy-pages", "status-fd", "page-server", "manage-cgroups-mode", "empty-ns",
        "auto-dedup"}},
      {"restore", {"image-path",       "work-path",      "bundle",
                   "config",           "console-socket", "pid-file",
                   "pidfd-socket",     "detach",         "no-subreaper",
                   "no-pivot",         "no-new-keyring", "tcp-established",
                   "tcp-close",        "ext-unix-sk",    "shell-job",
                   "file-locks",       "lazy-pages",     "manage-cgroups-mode",
                   "empty-ns",         "auto-dedup",     "lsm-profile",
                   "lsm-mount-context"}},
      {"create",
       {"bundle", "config", "console-socket", "pidfd-socket", "pid-file", "no-pivot",
        "no-new-keyring", "preserve-fds", "no-subreaper"}},
      {"run",
       {"bundle", "config", "console-socket", "pidfd-socket", "pid-file", "no-pivot",
        "no-new-keyring", "preserve-fds", "no-subreaper", "detach", "keep"}},
      {"exec",
       {"process", "tty", "detach", "console-socket", "pid-file", "pidfd-socket", "cwd", "env",
        "user", "additional-gids", "cap", "no-new-privs", "apparmor", "process-label",
        "preserve-fds", "cgroup", "ignore-paused"}},
      {"start", {}},
      {"state", {}},
      {"events", {"interval", "stats"}},
      {"features", {}},
      {"kill", {"all", "regex"}},
      {"delete", {"force", "regex"}},
      {"list", {"format", "quiet"}},
      {"mounts", {}},
      {"pause", {}},
      {"ps", {"format"}},
      {"resume", {}},
      // Hull's own.
      {"seccomp",
       {"bundle", "config", "console-socket", "pidfd-socket", "pid-file", "no-pivot",
        "no-new-keyring", "preserve-fds", "output"}},
      {"spec", {"bundle", "file", "rootless"}},
      {"update", {"resources",       "blkio-weight",       "cpu-period",
                  "cpu-quota",       "cpu-share",          "cpu-shares",
                  "cpu-rt-period",   "cpu-rt-runtime",     "cpuset-cpus",
                  "cpuset-mems",     "cpu-burst",          "cpu-idle",
                  "memory",          "memory-reservation", "memory-swap",
                  "kernel-memory",   "kernel-memory-tcp",  "pids-limit",
                  "l3-cache-schema", "mem-bw-schema",      "dry-run"}},
      {"wait", {}},
  };
  CHECK(verbs().size() == std::size(kRows));
  for (const Row& row : kRows) {
    Call call = read_call({std::string(row.verb), "--help"});
    CAPTURE(row.verb);
    REQUIRE(call.verb);
    CHECK(call.verb->options.size() == row.flags.size());
    for (std::string_view flag : row.flags) {
      CAPTURE(flag);
      CHECK(has(call.verb->options, flag));
    }
  }
}

TEST_CASE("the command lines of the managers are understood") {
  for (std::string_view line :
       {// conmon for Podman and CRI-O
        "--log-format=json --log /l create --bundle /b --pid-file /p --no-pivot "
        "--no-new-keyring --preserve-fds 2 --console-socket /s web",
        "--cgroup-manager disabled create --bundle /b --pid-file /p web",
        "restore --bundle /b --pid-file /p --no-new-keyring --detach --image-path /i --work-path "
        "/b "
        "--tcp-established --file-locks --lsm-profile=selinux:x --console-socket /s web",
        "checkpoint --image-path /i --work-path /w --leave-running --tcp-established --file-locks "
        "--leave-running --pre-dump --parent-path ../pre-checkpoint web",
        // Podman itself
        "--log-format=json --log /l start web", "kill --all web 15", "delete --force web",
        // containerd's shim
        "restore --image-path /i --work-path /w --ext-unix-sk --shell-job --manage-cgroups-mode "
        "soft --detach --pid-file /p -no-subreaper --bundle /b web",
        "--root /r --log /l --log-format json create --bundle /b --pid-file /p web",
        "--root /r --log /l --log-format json kill --all web 9",
        "--root /r --log /l --log-format json delete web",
        // BuildKit, Buildah, CRI-O
        "--log /l --log-format json run --bundle /b --keep web", "run -b /b -no-subreaper web",
        "--root /r --log /l --log-format json exec --process /p --console-socket /s --detach "
        "--pid-file /p web",
        "exec --pid-file /p --process /p --detach web", "exec -d --tty=false web sh -c true",
        "exec --user 1:2 -e A=b -c CAP_KILL --cgroup /a --cgroup memory:/b web top -d 1",
        "state web", "pause web", "resume web", "kill web SIGKILL", "kill -a web 9", "kill web",
        "features", "--version", "--root=/r --root /r list -f json", "events --stats web",
        "events --interval=5s web", "ps --format json web", "ps web -ef", "ps web aux",
        "ps web -o pid,ppid --no-such-flag-of-ours",
        // flags behind the arguments and globals behind the command
        "kill web 9 --all", "delete web -f", "state web --root /r", "create web --bundle /b"}) {
    CAPTURE(line);
    std::vector<std::string> words;
    for (std::string_view word : split(line, ' ')) words.emplace_back(word);
    CHECK(fault(words) == "");
  }
}

TEST_CASE("arguments are kept in order and flags taken out") {
  Call call = read_call({"--root", "/r", "kill", "--all", "web", "9", "--debug"});
  REQUIRE(call.verb);
  CHECK(call.verb->name == "kill");
  CHECK(call.arguments == Arguments{"web", "9"});
  CHECK(call.globals.root == "/r");
  CHECK(call.globals.debug);
  CHECK(attempt(call) == "kill 'web'");
  CHECK(attempt(read_call({"list"})) == "list");
}

TEST_CASE("what stands behind the id is for ps(1), flags and all") {
  Call call = read_call({"ps", "--format", "table", "web", "-f", "--root", "--", "x"});
  CHECK_FALSE(call.fault);
  CHECK(call.arguments == Arguments{"web", "-f", "--root", "--", "x"});
  CHECK(call.globals.root == "");
}

TEST_CASE("a wrong command line is refused with its command and the offending word") {
  CHECK(fault({}) == "a command is missing; --help lists them");
  CHECK(fault({"--debug"}) == "a command is missing; --help lists them");
  CHECK(fault({"craete", "web"}) == "unknown command 'craete'; did you mean 'create'?");
  CHECK(fault({"frobnicate"}) == "unknown command 'frobnicate'");
  CHECK(fault({"create"}) == "create: argument ID is missing");
  CHECK(fault({"mounts", "add", "web"}) == "mounts: argument FILE is missing");
  CHECK(fault({"create", "web", "db"}) == "create: argument 'db' is one too many");
  CHECK(fault({"kill", "web", "9", "x"}) == "kill: argument 'x' is one too many");
  CHECK(fault({"list", "web"}) == "list: argument 'web' is one too many");
  CHECK(fault({"create", "--invalidflag", "web"}) == "create: unknown flag '--invalidflag'");
  CHECK(fault({"--invalidflag", "create", "web"}) == "unknown flag '--invalidflag'");
  CHECK(fault({"create", "--bundle"}) == "create: --bundle requires an argument");
  CHECK(fault({"create", "--preserve-fds", "x", "web"}) ==
        "create: --preserve-fds: 'x' is not a number from 0 to 2147483647");
  CHECK(fault({"create", "--no-subreaper=false", "web"}) ==
        "create: --no-subreaper: create ends before there are orphans to adopt; use run");
  for (std::string wrong : {"0s", "-1s", "5", "soon"})
    CHECK(fault({"events", "--interval", wrong, "web"}) ==
          "events: --interval: '" + wrong +
              "' is not a length of time above 0, such as 1m30s or 500ms");
  CHECK(fault({"list", "-f", "yaml"}) == "list: -f: 'yaml' is not one of table, json");
}

TEST_CASE("a bad number of update is refused with its flag") {
  CHECK(fault({"update", "--memory", "64x", "web"}) ==
        "update: --memory: '64x' is not a whole number, with one of k, m, g, t and p behind it or "
        "not");
  CHECK(fault({"update", "--cpu-period=1k", "web"}) ==
        "update: --cpu-period: '1k' is not a whole number");
  CHECK(fault({"update", "--cpu-share", "-1", "web"}) ==
        "update: --cpu-share: -1 is not from 0 to 18446744073709551615");
  CHECK(fault({"update", "--blkio-weight", "65536", "web"}) ==
        "update: --blkio-weight: 65536 is not from 0 to 65535");
  CHECK(fault({"update", "--memory", "0", "web"}) == "update: --memory: 0 asks for nothing");
  CHECK(fault({"update", "--cpuset-cpus", "", "web"}) ==
        "update: --cpuset-cpus: must not be empty");
  CHECK(fault({"update", "--mem-bw-schema", "", "web"}) ==
        "update: --mem-bw-schema: must not be empty");
  CHECK(fault({"update", "--l3-cache-schema", "L3:0=f", "--mem-bw-schema", "MB:0=20", "web"}) ==
        "");
  CHECK(fault({"update", "--pids-limit", "0", "--cpu-idle=0", "--memory=-1", "web"}) == "");
}

TEST_CASE("the log is known however wrong the command line is") {
  for (std::vector<std::string> words : {
           std::vector<std::string>{"--bogus", "--log", "/l", "create"},
           {"nosuch", "--also-bogus", "--log=/l"},
           {"create", "--bogus", "web", "--log", "/l"},
       })
    CHECK(read_call(words).globals.log == "/l");
}

TEST_CASE("help is given for all or for one command, whatever else is missing") {
  CHECK(read_call({"--help"}).globals.help);
  CHECK_FALSE(read_call({"--help"}).verb);
  for (std::vector<std::string> words : {std::vector<std::string>{"create", "--help"},
                                         {"create", "-h"},
                                         {"create", "-?"},
                                         {"--help", "create"},
                                         {"help", "create"},
                                         {"h", "create"}}) {
    Call call = read_call(words);
    CHECK_FALSE(call.fault);
    CHECK(call.globals.help);
    REQUIRE(call.verb);
    CHECK(call.verb->name == "create");
  }
  CHECK(fault({"help"}) == "");
  CHECK(fault({"help", "craete"}) == "unknown command 'craete'; did you mean 'create'?");
  CHECK(fault({"help", "create", "x"}) == "help: argument 'x' is one too many");
}

TEST_CASE("an unknown signal is refused before the container is looked for") {
  Log log(
      Log::Level::Error, Log::Format::Text, [](Log::Level, std::string_view) {},
      [] { return std::string(); });
  life::Context context{.log = log, .root = "/nonexistent"};
  Call call = read_call({"kill", "web", "SIGFOO"});
  REQUIRE(call.verb);
  Result<int> killed = call.verb->run(context, call.arguments);
  REQUIRE_FALSE(killed);
  CHECK(killed.error().message() == "unknown signal 'SIGFOO'");
}

}  // namespace
}  // namespace hull::cmd
