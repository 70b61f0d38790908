# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: with a path the process is placed in the mount namespace of that path, where
# the listed mounts are made too.
. "$KIT"
holder mnt -m --propagation private
namespace mount "/proc/$holder/ns/mnt"
args sleep 1000
must create
expect_equal "$(readlink "/proc/$(state .pid)/ns/mnt")" "$(readlink "/proc/$holder/ns/mnt")" namespace
