# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: a path to a namespace of another type is an error.
. "$KIT"
holder uts -u
namespace network "/proc/$holder/ns/uts"
expect_refused_create
