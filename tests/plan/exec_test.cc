// SPDX-License-Identifier: Apache-2.0
#include "plan/exec.h"

#include "plan/plans.h"

namespace hull::plan {
namespace {

spec::Config config_of(std::string_view more) {
  auto decoded = spec::decode_config(document(more), "config.json");
  REQUIRE_MESSAGE(decoded, decoded.error().message());
  return std::move(decoded->value);
}

constexpr std::string_view kProcess =
    R"("process": {"args": ["true"], "cwd": "/", "user": {"uid": 1, "gid": 2}})";

}  // namespace

TEST_CASE("what is kept for exec survives its text and makes the same process and namespaces") {
  const spec::Config config = config_of(
      std::string(kProcess) +
      R"(, "hostname": "a", "mounts": [{"destination": "/proc", "type": "proc", "source": "proc"}],
      "hooks": {"poststop": [{"path": "/bin/true"}]}, "annotations": {"a": "b", "run.oci.keep_original_groups": "1"},
      "linux": {"namespaces": [{"type": "pid"}, {"type": "uts"}, {"type": "mount"},
                               {"type": "network", "path": "/run/net"}],
                "personality": {"domain": "LINUX32"}}, "root": {"path": "rootfs"})");
  const spec::Config part = exec_part(config);
  CHECK(part.mounts.empty());
  CHECK(part.hooks.poststop.empty());
  CHECK(part.annotations ==
        std::map<std::string, std::string>{{"run.oci.keep_original_groups", "1"}});
  auto read = spec::decode_config(spec::encode(part), "exec.json");
  REQUIRE(read);
  auto whole = make_plan(config, test_options(), {});
  auto exec = plan_exec(read->value, test_options(), {});
  REQUIRE(whole);
  REQUIRE(exec);
  CHECK(exec->plan.namespaces.all() == whole->plan.namespaces.all());
  CHECK(exec->plan.namespaces.all() == (CLONE_NEWPID | CLONE_NEWUTS | CLONE_NEWNS | CLONE_NEWNET));
  CHECK(exec->plan.process->uid == 1);
  CHECK(exec->plan.process->keep_groups);
  CHECK(exec->plan.process->personality == PER_LINUX32);
  CHECK(exec->plan.keyring == whole->plan.keyring);
  CHECK_FALSE(exec->plan.seccomp);
}

TEST_CASE("what further mounts have to do with is kept") {
  const spec::Config part =
      exec_part(config_of(R"("annotations": {"run.oci.mount_context_type": "rootcontext"},
          "linux": {"maskedPaths": ["/a"], "readonlyPaths": ["/b"], "mountLabel": "c"})"));
  CHECK(part.annotations.contains("run.oci.mount_context_type"));
  CHECK(part.linux_section.masked_paths == std::vector<std::string>{"/a"});
  CHECK(part.linux_section.readonly_paths == std::vector<std::string>{"/b"});
  CHECK(part.linux_section.mount_label == "c");
}

TEST_CASE("of seccomp the rules are left out, but not that there is a listener") {
  spec::Config config =
      config_of(std::string(kProcess) +
                R"(, "linux": {"seccomp": {"defaultAction": "SCMP_ACT_ALLOW", "listenerPath": "/s",
         "architectures": ["SCMP_ARCH_X86_64"], "flags": ["SECCOMP_FILTER_FLAG_LOG"],
         "syscalls": [{"names": ["mkdir"], "action": "SCMP_ACT_ERRNO"},
                      {"names": ["mknod"], "action": "SCMP_ACT_NOTIFY"}]}})");
  auto exec = plan_exec(exec_part(config), test_options(), {});
  REQUIRE(exec);
  REQUIRE(exec->plan.seccomp);
  CHECK(exec->plan.seccomp->rules.size() == 1);
  CHECK(exec->plan.has_listener());
  CHECK(exec->plan.seccomp->flags == filter_flag("SECCOMP_FILTER_FLAG_LOG"));
  config.linux_section.seccomp->syscalls.pop_back();
  config.linux_section.seccomp->listener_path.clear();
  exec = plan_exec(exec_part(config), test_options(), {});
  REQUIRE(exec);
  CHECK_FALSE(exec->plan.has_listener());
}

TEST_CASE("ids that the container's user namespace does not map are refused") {
  spec::Config config =
      config_of(std::string(kProcess) +
                R"(, "linux": {"namespaces": [{"type": "user"}, {"type": "mount"}],
         "uidMappings": [{"containerID": 0, "hostID": 1000, "size": 10}],
         "gidMappings": [{"containerID": 0, "hostID": 1000, "size": 10}]})");
  spec::Config part = exec_part(config);
  CHECK(plan_exec(part, test_options(), {}));
  part.process->user.uid = 10;
  auto refused = plan_exec(part, test_options(), {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message() == "/process/user/uid: 10 is not mapped by /linux/uidMappings");
}

}  // namespace hull::plan
