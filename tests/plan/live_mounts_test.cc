// SPDX-License-Identifier: Apache-2.0
#include "plan/live_mounts.h"

#include "plan/exec.h"
#include "plan/plans.h"

namespace hull::plan {
namespace {

constexpr std::string_view kPaths =
    R"("maskedPaths": ["/proc/kcore", "/srv/secret/"], "readonlyPaths": ["/proc/sys"])";

/// What create would have kept of a container with those namespaces and `more` in /linux, and the
/// mounts of a file with the text `list`.
spec::Config part_of(std::string_view list, std::string_view namespaces, std::string_view more) {
  auto config = spec::decode_config(document(linux_section(namespaces, more)), "config.json");
  REQUIRE_MESSAGE(config, config.error().message());
  spec::Config part = exec_part(config->value);
  part.root.path = "/bundle/rootfs";
  auto mounts = spec::decode<std::vector<spec::Mount>>(list, "list.json");
  REQUIRE_MESSAGE(mounts, mounts.error().message());
  part.mounts = std::move(mounts->value);
  return part;
}

std::string told(const Result<Planned>& planned) {
  if (!planned) return "refused: " + planned.error().message();
  std::string text;
  const std::string all = describe(planned->plan);
  for (std::string_view line : split(all, '\n'))
    if (line.starts_with("mount ")) text.append(line) += '\n';
  for (const std::string& warning : planned->warnings) text += "warning: " + warning + "\n";
  return text;
}

std::string added(std::string_view list, std::string_view namespaces = "mount pid",
                  std::string_view more = {}) {
  return told(plan_added_mounts(part_of(list, namespaces, more), test_options(), {}));
}

std::string removed(std::string_view list, std::string_view more = {}) {
  return told(plan_removed_mounts(part_of(list, "mount", more), test_options(), {}));
}

std::string at(std::string_view destination) {
  return hull::format(R"([{{"destination": "{}", "source": "/src", "type": "bind"}}])",
                      destination);
}

}  // namespace

TEST_CASE("a list of mounts is planned as config.json's, without a /dev of ours") {
  CHECK(added(R"([{"destination": "/a", "source": "data", "options": ["rbind", "ro"]},
                  {"destination": "b", "type": "tmpfs", "source": "t", "options": ["size=1k"]}])") ==
        "mount /a: bind /bundle/data, recursive, ro [/0]\n"
        "mount /b: filesystem tmpfs of 't', with size=1k [/1]\n"
        "warning: /1/destination: 'b' is relative, taken as '/b'\n");
  CHECK(added("[]") == "");
  CHECK(added(R"([{"destination": "/a", "options": ["bind"]}])") ==
        "refused: /0/source: is missing, and a bind needs one");
  CHECK(added(at("/proc/1/attr")) ==
        "refused: /0/destination: '/proc/1/attr' is inside /proc, where nothing may be mounted");
}

TEST_CASE(
    "a source in the container itself is refused, and a host's path of a destination is not") {
  CHECK(added(R"([{"destination": "/a", "source": "rootfs/x/../y", "type": "bind"}])") ==
        "refused: /0/source: '/bundle/rootfs/y' is in the container itself");
  constexpr std::string_view kWarning =
      "warning: /0/destination: '/bundle/rootfs/a' is the host's path of it, taken as '/a'\n";
  CHECK(added(at("/bundle/rootfs/a")) == "mount /a: bind /src [/0]\n" + std::string(kWarning));
  CHECK(removed(at("/bundle/rootfs/a")) == "mount /a: bind  [/0]\n" + std::string(kWarning));
}

TEST_CASE("more mounts take a mount namespace that was made for the container") {
  constexpr std::string_view kRefused =
      "refused: the container has no mount namespace that was made for it";
  CHECK(added(at("/a"), "pid") == kRefused);
  CHECK(added(at("/a"), "mount=/run/mnt") == kRefused);
}

TEST_CASE("nothing comes or goes at the container's ground") {
  for (std::string path : {"/", "/proc", "/sys", "/dev", "//dev/.", "srv/../sys"}) {
    CAPTURE(path);
    CHECK(added(at(path)).starts_with("refused: /0/destination: "));
    CHECK(removed(at(path)).starts_with("refused: /0/destination: "));
  }
  CHECK(added(R"([{"destination": "/sys", "type": "tmpfs", "source": "none"}])") ==
        "refused: /0/destination: '/sys' must stay as it is");
  CHECK(removed(at("/dev")) == "refused: /0/destination: '/dev' must stay as it is");
  CHECK(removed(at("/dev/shm")) == "mount /dev/shm: bind  [/0]\n");
}

TEST_CASE("nothing comes or goes at, above or below a masked or read-only path") {
  for (std::string path : {"/srv/secret", "/srv/secret/below", "/srv"}) {
    const std::string refused = "refused: /0/destination: '" + path +
                                "' must stay as it is: /linux/maskedPaths has '/srv/secret'";
    CHECK(added(at(path), "mount", kPaths) == refused);
    CHECK(removed(at(path), kPaths) == refused);
  }
  CHECK(removed(at("/proc/sys/kernel/ns_last_pid"), kPaths) ==
        "refused: /0/destination: '/proc/sys/kernel/ns_last_pid' must stay as it is: "
        "/linux/readonlyPaths has '/proc/sys'");
  CHECK(added(at("/srv/secrets"), "mount", kPaths) == "mount /srv/secrets: bind /src [/0]\n");
  CHECK(removed(at("/proc/meminfo"), kPaths) == "mount /proc/meminfo: bind  [/0]\n");
}

TEST_CASE("another proc is for containers in which nothing of the first one is masked") {
  constexpr std::string_view kProc = R"([{"destination": "/p", "type": "proc", "source": "proc"}])";
  CHECK(added(kProc) == "mount /p: filesystem proc of 'proc', no symlinks [/0]\n");
  CHECK(added(kProc, "mount", kPaths) ==
        "refused: /0/type: another proc would show what is masked or read-only in that of the "
        "container");
  CHECK(added(R"([{"destination": "/s", "type": "sysfs", "source": "sysfs"}])", "mount network",
              R"("readonlyPaths": ["/sys/firmware"])") ==
        "refused: /0/type: another sysfs would show what is masked or read-only in that of the "
        "container");
}

TEST_CASE("what is mounted already is not changed") {
  for (std::string_view list : {R"([{"destination": "/a", "options": ["remount", "rw"]}])",
                                R"([{"destination": "/a", "options": ["rshared"]}])"})
    CHECK(added(list) ==
          "refused: /0/options: would change a mount that is there: mounts can be added and "
          "removed");
}

TEST_CASE("of mounts to remove only the destination counts, and whether its link is followed") {
  auto planned = plan_removed_mounts(
      part_of(R"([{"destination": "a/../b/", "type": "nonsense", "options": ["dest-nofollow"]},
                  {"destination": "/c"}])",
              "mount", {}),
      test_options(), {});
  REQUIRE(planned);
  REQUIRE(planned->plan.mounts.size() == 2);
  CHECK(planned->plan.mounts[0].destination == "/b");
  CHECK(planned->plan.mounts[0].destination_nofollow);
  CHECK(planned->plan.mounts[1].origin == "/1");
  CHECK_FALSE(planned->plan.mounts[1].destination_nofollow);
  CHECK(removed(R"([{"destination": ""}])") == "refused: /0/destination: is missing or empty");
}

}  // namespace hull::plan
