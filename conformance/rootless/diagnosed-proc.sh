# SPDX-License-Identifier: Apache-2.0
# users.md 26: beneath a runtime that covers parts of /proc, as beside a pid namespace of another's, the kernel
# denies a new procfs: the error says what is in the way and what to do, which helps.
# hull-only: the peers say what the kernel says
. "$KIT"
as_user
without_namespace pid
expect_refused_create "/mounts/0 '/proc': .*not permitted; a new proc takes a pid namespace .*: bind /proc instead"
namespace pid
host_mount --bind /dev/null /proc/version
expect_refused_create "/mounts/0 '/proc': .*not permitted; '/proc/version' is covered here.*: bind /proc instead"
config '.mounts[0] = {destination: "/proc", source: "/proc", type: "none", options: ["rbind"]}'
inside 'test -e /proc/version && echo there'
run
expect_success
expect_line there
