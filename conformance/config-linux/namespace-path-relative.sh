# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: path is absolute; another one is an error.
. "$KIT"
cd /proc/self/ns
namespace network net
expect_refused_create
