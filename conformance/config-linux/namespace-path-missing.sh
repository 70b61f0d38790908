# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: a path that leads nowhere is an error.
. "$KIT"
namespace network "$tmp/nowhere"
expect_refused_create
