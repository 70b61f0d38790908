// SPDX-License-Identifier: Apache-2.0
// The driver against a systemd that plays a part, on a plain directory. The real one is in the
// guest (conformance/guest).
#include "cgroup/systemd.h"

#include <doctest/doctest.h>

#include <csignal>

#include "base/text.h"
#include "fake.h"
#include "fake_systemd.h"
#include "kit/power.h"

namespace hull::cgroup {
namespace {

using namespace std::chrono_literals;

const UnitName kUnit = {"x.scope", "a.slice"};
constexpr const char* kPath = "/a.slice/x.scope";

const Layout kUnified = {{{Hierarchy::Version::Two, "", {"cpu", "io", "memory", "pids"}}}};
const Layout kHybrid = {
    {{Hierarchy::Version::One, "systemd", {}}, {Hierarchy::Version::One, "freezer", {"freezer"}}}};

Location location_at(const std::string& bus, Layout layout = kUnified) {
  return {.driver = Driver::Systemd,
          .layout = std::move(layout),
          .path = kPath,
          .kept = "/a.slice",
          .scope = {kUnit.unit, kUnit.slice, bus}};
}

/// A v2 root that offers nothing, with files that a new cgroup will have.
void offer(const FakeRoot& root) {
  root.file("cgroup.controllers", "");
  root.file("cgroup.subtree_control", "");
  root.file("a.slice/cgroup.subtree_control", "");
  root.file("a.slice/x.scope/cgroup.controllers", "cpu io memory pids");
  root.file("a.slice/x.scope/pids.max", "");
  root.file("a.slice/x.scope/memory.max", "max");
  root.file("a.slice/x.scope/memory.current", "0");
}

std::string problem(const Result<void>& result) {
  return result ? "(fine)" : result.error().message();
}

SystemdRequest within(std::chrono::milliseconds patience) {
  SystemdRequest request;
  request.patience = patience;
  return request;
}

/// What make() says when systemd does as `script` says.
std::string made(const Script& script, std::chrono::milliseconds patience = 60s) {
  FakeRoot root;
  offer(root);
  FakeSystemd fake(root, "a.slice/x.scope", script);
  Systemd cgroup(root.fd(), location_at(fake.address()), within(patience));
  return problem(cgroup.make());
}

std::string removed(const Script& script) {
  FakeRoot root;
  root.file("a.slice/x.scope/sub/cgroup.procs", "");
  std::filesystem::remove(root.path("a.slice/x.scope/sub/cgroup.procs"));
  FakeSystemd fake(root, "a.slice/x.scope", script);
  Systemd cgroup(root.fd(), location_at(fake.address()), within(60s));
  std::string said = problem(cgroup.remove());
  return root.has("a.slice/x.scope") ? said + ", but the cgroup is there" : said;
}

const std::string kBasics =
    "StartTransientUnit x.scope replace Description=container scope x.scope Slice=a.slice "
    "Delegate=yes DefaultDependencies=no CollectMode=inactive-or-failed CPUAccounting=yes "
    "IOAccounting=yes MemoryAccounting=yes TasksAccounting=yes TasksMax=";

}  // namespace

TEST_CASE("the unit is located below systemd's own cgroup, and nothing is made") {
  if (kit::lacks({kit::kClone3})) return;
  FakeRoot root;
  FakeSystemd fake(root, "", {.control_group = "/user.slice/user@1.service"});
  SystemdRequest request = within(60s);
  auto path = find_scope_path(kUnit, fake.address(), request);
  REQUIRE(path);
  CHECK(*path == "/user.slice/user@1.service/a.slice/x.scope");
  CHECK(request.manager);
  const Location location = as_scope({.path = *path, .kept = "/"}, kUnit, fake.address());
  CHECK(location.driver == Driver::Systemd);
  CHECK(location.kept == "/user.slice/user@1.service/a.slice");
  CHECK(location.scope.unit == "x.scope");
  CHECK(location.scope.slice == "a.slice");
  CHECK(location.scope.bus == fake.address());
  CHECK(fake.calls() == "Get org.freedesktop.systemd1.Manager ControlGroup\n");
}

TEST_CASE("a scope is made with a process of ours, which settle() ends") {
  if (kit::lacks({kit::kClone3})) return;
  FakeRoot root;
  offer(root);
  FakeSystemd fake(root, "a.slice/x.scope", {});
  Systemd cgroup(root.fd(), location_at(fake.address()), within(60s));
  CHECK(problem(cgroup.make()) == "(fine)");
  auto pid = parse_int(trim(root.read("a.slice/x.scope/cgroup.procs")));
  REQUIRE(pid);
  CHECK(::kill(static_cast<pid_t>(*pid), 0) == 0);
  CHECK(problem(cgroup.settle()) == "(fine)");
  CHECK(::kill(static_cast<pid_t>(*pid), 0) == -1);
  CHECK(fake.calls() == kBasics + "infinity \n");
}

TEST_CASE("limits and annotations are told at the start, and not again") {
  if (kit::lacks({kit::kClone3})) return;
  FakeRoot root;
  offer(root);
  FakeSystemd fake(root, "a.slice/x.scope", {});
  SystemdRequest request = within(60s);
  request.properties = {{"CollectMode", string_value("inactive")},
                        {"TimeoutStopUSec", uint64_value(7)}};
  request.resources.memory.limit = 4096;
  request.resources.pids.limit = 100;
  const spec::Resources resources = request.resources;
  Systemd cgroup(root.fd(), location_at(fake.address()), std::move(request));
  CHECK(problem(cgroup.make()) == "(fine)");
  CHECK(problem(cgroup.apply(resources)) == "(fine)");
  CHECK(root.read("a.slice/x.scope/memory.max") == "4096");
  CHECK(root.read("a.slice/x.scope/pids.max") == "100");
  const std::string version = "Get org.freedesktop.systemd1.Manager Version\n";
  CHECK(fake.calls() ==
        version +
            "StartTransientUnit x.scope replace Description=container scope x.scope Slice=a.slice "
            "Delegate=yes DefaultDependencies=no CollectMode=inactive CPUAccounting=yes "
            "IOAccounting=yes MemoryAccounting=yes TasksAccounting=yes TasksMax=100 MemoryMax=4096 "
            "TimeoutStopUSec=7 \n");
}

TEST_CASE("an update tells systemd before the kernel") {
  if (kit::lacks({kit::kClone3})) return;
  FakeRoot root;
  offer(root);
  FakeSystemd fake(root, "a.slice/x.scope", {});
  Systemd cgroup(root.fd(), location_at(fake.address()), within(60s));
  spec::Resources resources;
  resources.memory.limit = 8192;
  auto changes = cgroup.update(resources, Mode::Write);
  REQUIRE(changes);
  CHECK(fake.calls() ==
        "Get org.freedesktop.systemd1.Manager Version\n"
        "SetUnitProperties x.scope yes MemoryMax=8192\n");
  CHECK(trim(root.read("a.slice/x.scope/memory.max")) == "8192");
}

TEST_CASE("a low limit on processes has room for the placeholder as long as that is there") {
  if (kit::lacks({kit::kClone3})) return;
  FakeRoot root;
  offer(root);
  FakeSystemd fake(root, "a.slice/x.scope", {});
  SystemdRequest request = within(60s);
  request.resources.pids.limit = 1;
  const spec::Resources resources = request.resources;
  Systemd cgroup(root.fd(), location_at(fake.address()), std::move(request));
  CHECK(problem(cgroup.make()) == "(fine)");
  CHECK(problem(cgroup.apply(resources)) == "(fine)");
  CHECK(root.read("a.slice/x.scope/pids.max") == "2");
  CHECK(problem(cgroup.settle()) == "(fine)");
  CHECK(root.read("a.slice/x.scope/pids.max").starts_with("1"));
  CHECK(fake.calls().find("TasksMax=1 ") != std::string::npos);
}

TEST_CASE("hierarchies that systemd leaves alone get the same directories") {
  if (kit::lacks({kit::kClone3})) return;
  FakeRoot root;
  root.directory("systemd");
  root.directory("freezer");
  FakeSystemd fake(root, "systemd/a.slice/x.scope", {});
  Systemd cgroup(root.fd(), location_at(fake.address(), kHybrid), within(60s));
  CHECK(problem(cgroup.make()) == "(fine)");
  CHECK(root.has("freezer/a.slice/x.scope"));
}

TEST_CASE("a unit that systemd puts elsewhere is refused and stopped") {
  if (kit::lacks({kit::kClone3})) return;
  FakeRoot root;
  offer(root);
  FakeSystemd fake(root, "elsewhere/x.scope", {});
  Systemd cgroup(root.fd(), location_at(fake.address()), within(60s));
  CHECK(problem(cgroup.make()) ==
        "systemd: unit 'x.scope' is not in cgroup '/a.slice/x.scope', where it was to be");
  CHECK(fake.calls().find("StopUnit x.scope replace\n") != std::string::npos);
  CHECK_FALSE(root.has("elsewhere/x.scope"));
}

TEST_CASE("through a bus systemd is greeted first, and nobody else's signals count") {
  if (kit::lacks({kit::kClone3})) return;
  FakeRoot root;
  offer(root);
  FakeSystemd fake(root, "a.slice/x.scope", {.as_bus = true});
  Systemd cgroup(root.fd(), location_at(fake.address()), within(60s));
  CHECK(problem(cgroup.make()) == "(fine)");
  CHECK(fake.calls() ==
        "Hello\n"
        "AddMatch type='signal',sender='org.freedesktop.systemd1',"
        "interface='org.freedesktop.systemd1.Manager',member='JobRemoved',arg2='x.scope'\n" +
            kBasics + "infinity \n");
}

TEST_CASE("a job that fails is told with how it ended") {
  if (kit::lacks({kit::kClone3})) return;
  const std::string said = made({.start = {Part::Failed}});
  CHECK(said.starts_with("systemd: job for 'x.scope' ended as 'failed' after "));
  CHECK(said.ends_with(" s"));
}

TEST_CASE("what takes too long is told with how long that was") {
  if (kit::lacks({kit::kClone3})) return;
  CHECK(made({.start = {Part::Silent}}, 200ms) ==
        "systemd: StartTransientUnit: no answer within 0.2 s; --systemd-timeout lets it take "
        "longer");
  CHECK(made({.start = {Part::Waiting}}, 1s) ==
        "systemd: job 123 for 'x.scope', 'waiting': no answer within 1 s; --systemd-timeout lets "
        "it take longer");
}

TEST_CASE("a connection that ends is told") {
  if (kit::lacks({kit::kClone3})) return;
  CHECK(made({.start = {Part::Closed}}) ==
        "systemd: StartTransientUnit: the connection was closed");
}

TEST_CASE("a unit that is there is refused with its state, unless it only failed") {
  if (kit::lacks({kit::kClone3})) return;
  CHECK(made({.start = {Part::Exists}}) == "systemd: unit 'x.scope' exists already and is active");
  CHECK(made({.start = {Part::Exists, Part::Done}, .state = "failed"}) == "(fine)");
  CHECK(made({.start = {Part::Exists, Part::Done}, .state = "inactive"}) == "(fine)");
  CHECK(made({.start = {Part::Exists}, .state = "failed"}) ==
        "systemd: StartTransientUnit('x.scope'): it is there "
        "(org.freedesktop.systemd1.UnitExists)");
}

TEST_CASE("removing stops the unit; one that is gone is fine") {
  if (kit::lacks({kit::kClone3})) return;
  CHECK(removed({}) == "(fine)");
  CHECK(removed({.stop = {Part::Missing}}) == "(fine)");
  CHECK(removed({.stop = {Part::Closed}}) == "systemd: StopUnit: the connection was closed");
}

TEST_CASE("without systemd its cgroup can be removed all the same") {
  FakeRoot root;
  root.directory("a.slice/x.scope");
  Systemd cgroup(root.fd(), location_at("unix:path=" + root.path("private").string()), {});
  CHECK(problem(cgroup.remove()) == "(fine)");
  CHECK_FALSE(root.has("a.slice/x.scope"));
}

TEST_CASE("who is not there is told with every address that was tried") {
  FakeRoot root;
  auto connect = [](const std::string& addresses) {
    auto manager = ServiceManager::connect(addresses, 1s);
    return manager ? "(connected)" : manager.error().message();
  };
  const std::string hint = "; --cgroup-manager=cgroupfs does without it";
  CHECK(connect("unix:path=/nowhere/private;unix:path=/nowhere/bus") ==
        "systemd: '/nowhere/private': connect('/nowhere/private'): no such file or directory; "
        "'/nowhere/bus': connect('/nowhere/bus'): no such file or directory" +
            hint);
  CHECK(connect("tcp:host=localhost,port=1") ==
        "systemd: 'tcp:host=localhost,port=1' has no address of the form unix:path=…" + hint);
  CHECK(connect("nonsense") == "systemd: 'nonsense' is not a D-Bus address" + hint);
}

TEST_CASE("the next address is tried when one takes nobody") {
  if (kit::lacks({kit::kClone3})) return;
  FakeRoot root;
  FakeSystemd fake(root, "", {.control_group = "/"});
  auto manager = ServiceManager::connect("unix:path=/nowhere/private;" + fake.address(), 60s);
  REQUIRE(manager);
  auto group = manager->control_group();
  REQUIRE(group);
  CHECK(group->empty());
}

TEST_CASE("versions of systemd are read from what it says") {
  if (kit::lacks({kit::kClone3})) return;
  auto version = [](const std::string& text) -> std::string {
    FakeRoot root;
    FakeSystemd fake(root, "", {.version = text});
    auto manager = ServiceManager::connect(fake.address(), 60s);
    REQUIRE(manager);
    auto number = manager->version();
    return number ? std::to_string(*number) : number.error().message();
  };
  CHECK(version("257.13-1~deb13u1") == "257");
  CHECK(version("v258-rc1") == "258");
  CHECK(version("new") == "systemd: 'new' is not a version");
}

TEST_CASE("root's systemd is the system's, a user's is found by the environment") {
  CHECK(systemd_addresses({}) ==
        "unix:path=/run/systemd/private;unix:path=/run/dbus/system_bus_socket");
  SystemdFacts user = {.of_system = false, .runtime_directory = "/run/user/1000"};
  CHECK(systemd_addresses(user) ==
        "unix:path=/run/user/1000/systemd/private;unix:path=/run/user/1000/bus");
  user.session_bus = "unix:path=/tmp/b";
  user.runtime_directory = "/run/a b";
  CHECK(systemd_addresses(user) ==
        "unix:path=/tmp/b;unix:path=/run/a%20b/systemd/private;unix:path=/run/a%20b/bus");
  CHECK(systemd_addresses({.of_system = false}).empty());
}

}  // namespace hull::cgroup
