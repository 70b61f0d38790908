// SPDX-License-Identifier: Apache-2.0
#include "plan/describe.h"

#include <doctest/doctest.h>

#include "plans.h"

namespace hull::plan {

TEST_CASE("what strangers wrote stays on its line") {
  CHECK(outcome("env|arg", document(R"("process": {"cwd": "/", "user": {"uid": 0, "gid": 0},
                             "args": ["a\nhostname: b", "c\\d"], "env": ["A=\u001b[1m"]})")) ==
        "env: A=\\x1b[1m\n"
        "arg: a\\x0ahostname: b\n"
        "arg: c\\\\d\n");
}

TEST_CASE("a mount is told in one line without its end") {
  Mount mount;
  mount.kind = MountKind::Bind;
  mount.destination = "/etc/hosts";
  mount.source = "/srv/hosts";
  mount.optional = true;
  CHECK(describe(mount) == "mount /etc/hosts: bind /srv/hosts, optional");
}

TEST_CASE("hooks are told by kind, in the order in which they run") {
  CHECK(outcome("hook", document(R"("hooks": {"poststop": [{"path": "/f"}],
      "prestart": [{"path": "/a"}], "createRuntime": [{"path": "/b"}, {"path": "/b2"}],
      "createContainer": [{"path": "/c"}], "startContainer": [{"path": "/d"}],
      "poststart": [{"path": "/e"}]})")) ==
        "hook prestart: /a\n"
        "hook createRuntime: /b\n"
        "hook createRuntime: /b2\n"
        "hook createContainer: /c\n"
        "hook startContainer: /d\n"
        "hook poststart: /e\n"
        "hook poststop: /f\n");
}

}  // namespace hull::plan
