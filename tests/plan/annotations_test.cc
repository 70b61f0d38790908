// SPDX-License-Identifier: Apache-2.0
#include "plan/annotations.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "plan/hooks.h"
#include "plans.h"
#include "spec/annotations.h"

namespace hull::plan {
namespace {

/// The lines of `kinds` for a config with a process and the annotations `pairs`.
std::string annotated(std::string_view kinds, std::string_view pairs,
                      std::string_view user = R"("uid": 0, "gid": 0)", const Facts& facts = {}) {
  return outcome(
      kinds,
      document(hull::format(
          R"("process": {{"cwd": "/", "args": ["a"], "user": {{{}}}}}, {}, "annotations": {{{}}})",
          user, linux_section("mount"), pairs)),
      facts);
}

}  // namespace

TEST_CASE("the table of annotations has no name twice") {
  std::vector<std::string_view> keys;
  for (const auto& known : spec::annotations::known()) keys.push_back(known.key);
  std::ranges::sort(keys);
  CHECK(std::ranges::adjacent_find(keys) == keys.end());
}

TEST_CASE("a switch is on, off, or refused") {
  auto state = [](const char* value) {
    Annotations annotations;
    if (value != nullptr) annotations = {{"a/b", value}};
    auto on = annotated_switch(annotations, "a/b");
    return on ? std::string(*on ? "on" : "off") : on.error().message();
  };
  CHECK(state(nullptr) == "off");
  CHECK(state("") == "off");
  CHECK(state("0") == "off");
  CHECK(state("false") == "off");
  CHECK(state("1") == "on");
  CHECK(state("true") == "on");
  CHECK(state("yes") == "/annotations/a~1b: 'yes' is neither 1 nor 0");
}

TEST_CASE("a path is absolute, or refused") {
  auto path = [](const char* value) {
    auto found = annotated_path({{"a", value}}, "a");
    return found ? *found : found.error().message();
  };
  CHECK(path("/x") == "/x");
  CHECK(path("") == "");
  CHECK(path("x") == "/annotations/a: 'x' is not an absolute path");
  CHECK(*annotated_path({}, "a") == "");
}

TEST_CASE("the caller's groups stay if asked, whatever groups are listed") {
  constexpr std::string_view kOn = R"("run.oci.keep_original_groups": "1")";
  CHECK(annotated("user", kOn) == "user: 0:0, groups of the caller, umask 022\n");
  CHECK(annotated("user", kOn, R"("uid": 1, "gid": 2, "additionalGids": [3])") ==
        "user: 1:2, groups of the caller, umask 022\n"
        "warning: /process/user/additionalGids: are not set, for "
        "/annotations/run.oci.keep_original_groups keeps the caller's groups\n");
  CHECK(annotated("user", R"("run.oci.keep_original_groups": "0")",
                  R"("uid": 1, "gid": 2, "additionalGids": [3])") ==
        "user: 1:2, groups 3, umask 022\n");
}

TEST_CASE("a mount's label is the parameter that is asked for") {
  Facts facts;
  facts.has_selinux = true;
  auto labelled = [&](std::string_view word, std::string_view option) {
    return outcome("mount /m",
                   document(hull::format(
                       R"({}, "mounts": [{{"destination": "/m", "type": "tmpfs", "source": "m",
               "options": [{}]}}], "annotations": {{"run.oci.mount_context_type": "{}"}})",
                       linux_section("mount", R"("mountLabel": "a:b:c:s0")"), option, word)),
                   facts);
  };
  CHECK(labelled("rootcontext", "") ==
        "mount /m: filesystem tmpfs of 'm', with rootcontext=a:b:c:s0 [/mounts/0]\n");
  CHECK(labelled("", "") ==
        "mount /m: filesystem tmpfs of 'm', with context=a:b:c:s0 [/mounts/0]\n");
  CHECK(labelled("fscontext", R"("defcontext=d:e:f:s0")") ==
        "mount /m: filesystem tmpfs of 'm', with defcontext=d:e:f:s0 [/mounts/0]\n");
  CHECK(labelled("label", "") ==
        "refused: /annotations/run.oci.mount_context_type: 'label' is none of context, fscontext, "
        "defcontext and rootcontext\n");
}

TEST_CASE("what cannot be had is refused by its pointer, but not for a pod's pause container") {
  CHECK(annotated("", R"("module.wasm.image/variant": "compat")") ==
        "refused: /annotations/module.wasm.image~1variant: this build runs no WebAssembly\n");
  CHECK(annotated("", R"("module.wasm.image/variant": "compat-smart")") == "");
  CHECK(annotated("", R"("run.oci.seccomp.plugins": "/a.so")")
            .starts_with("refused: /annotations/run.oci.seccomp.plugins: no foreign code"));
  CHECK(annotated("", R"("run.oci.seccomp.plugins": "")") == "");
  for (const char* pair :
       {R"("run.oci.handler": "krun")", R"("module.wasm.image/variant": "compat")"}) {
    CHECK(annotated("", pair).starts_with("refused: "));
    CHECK(annotated("", hull::format(R"({}, "io.kubernetes.cri.container-type": "sandbox")",
                                     pair)) == "");
    CHECK(
        annotated("", hull::format(R"({}, "io.kubernetes.cri.container-type": "container")", pair))
            .starts_with("refused: "));
  }
}

TEST_CASE("where hooks write is two paths, each absolute") {
  constexpr const char* kOut = "run.oci.hooks.stdout";
  auto paths = plan_hook_paths({{kOut, "/var/log/out"}, {"run.oci.hooks.stderr", "/var/log/err"}});
  REQUIRE(paths);
  CHECK(paths->output == "/var/log/out");
  CHECK(paths->errors == "/var/log/err");
  CHECK(plan_hook_paths({})->output == "");
  CHECK(outcome("", document(R"("annotations": {"run.oci.hooks.stdout": "out"})")) ==
        "refused: /annotations/run.oci.hooks.stdout: 'out' is not an absolute path\n");
  CHECK(annotated("hook", R"("run.oci.hooks.stderr": "/log")") == "hooks write errors to /log\n");
}

namespace {

std::string filter(std::string_view profile, std::string_view pairs) {
  return outcome("seccomp", document(linux_section("", profile) +
                                     hull::format(R"(, "annotations": {{{}}})", pairs)));
}

constexpr std::string_view kNotifying =
    R"("seccomp": {"defaultAction": "SCMP_ACT_ALLOW", "flags": [],
    "syscalls": [{"names": ["read"], "action": "SCMP_ACT_NOTIFY"}]})";

}  // namespace

TEST_CASE("a listener is where the annotation says when the profile does not") {
  constexpr std::string_view kReceiver = R"("run.oci.seccomp.receiver": "/run/agent")";
  CHECK(filter(kNotifying, kReceiver) ==
        "seccomp: SCMP_ACT_ALLOW, listener /run/agent\n"
        "seccomp 0: SCMP_ACT_NOTIFY for read\n");
  CHECK(
      filter(R"("seccomp": {"defaultAction": "SCMP_ACT_ALLOW", "flags": [], "listenerPath": "/own",
                 "syscalls": [{"names": ["read"], "action": "SCMP_ACT_NOTIFY"}]})",
             kReceiver) ==
      "seccomp: SCMP_ACT_ALLOW, listener /own\n"
      "seccomp 0: SCMP_ACT_NOTIFY for read\n");
  CHECK(filter(kNotifying, "").starts_with("refused: /linux/seccomp/syscalls/0/action: "));
  CHECK(filter(kNotifying, R"("run.oci.seccomp.receiver": "agent")") ==
        "refused: /annotations/run.oci.seccomp.receiver: 'agent' is not an absolute path\n");
}

TEST_CASE("names of system calls can be asked to be known") {
  constexpr std::string_view kProfile =
      R"("seccomp": {"defaultAction": "SCMP_ACT_ALLOW", "flags": []})";
  CHECK(filter(kProfile, R"("run.oci.seccomp_fail_unknown_syscall": "1")") ==
        "seccomp: SCMP_ACT_ALLOW, every name known\n");
  CHECK(filter(kProfile, R"("run.oci.seccomp_fail_unknown_syscall": "0")") ==
        "seccomp: SCMP_ACT_ALLOW\n");
}

TEST_CASE("a program in base64 is the filter, whatever the profile") {
  // BPF_RET of SECCOMP_RET_ALLOW.
  constexpr std::string_view kAllow = R"("run.oci.seccomp_bpf_data": "BgAAAAAA/38=")";
  CHECK(filter("", kAllow) == "seccomp: a program of 8 bytes\n");
  CHECK(filter(R"("seccomp": {"defaultAction": "SCMP_ACT_KILL"})", kAllow) ==
        "seccomp: a program of 8 bytes\n"
        "warning: /linux/seccomp: is not used, for /annotations/run.oci.seccomp_bpf_data holds the "
        "filter\n");
  for (const char* data : {"BgAAAAAA/w==", "?", "BgAA"})
    CHECK(
        filter("", hull::format(R"("run.oci.seccomp_bpf_data": "{}")", data)) ==
        "refused: /annotations/run.oci.seccomp_bpf_data: is not from 1 to 4096 instructions of BPF "
        "in base64\n");
  CHECK(filter("", R"("run.oci.seccomp_bpf_data": "")") == "");
}

}  // namespace hull::plan
