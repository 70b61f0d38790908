# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: with a path the process is placed in the mount namespace of that path.
. "$KIT"
holder mnt -m --propagation private
namespace mount "/proc/$holder/ns/mnt"
config '.mounts = [] | .process.args = ["/bin/sleep", "1000"]'
must create
expect_equal "$(readlink "/proc/$(state .pid)/ns/mnt")" "$(readlink "/proc/$holder/ns/mnt")" namespace
