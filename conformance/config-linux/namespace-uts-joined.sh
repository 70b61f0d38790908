# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: with a path the process is placed in the uts namespace of that path.
. "$KIT"
holder uts -u
namespace uts "/proc/$holder/ns/uts"
args readlink /proc/self/ns/uts
must run
expect_output "$(readlink "/proc/$holder/ns/uts")"
