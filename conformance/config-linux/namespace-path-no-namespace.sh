# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: a path to what is no namespace at all is an error.
. "$KIT"
namespace network /etc/passwd
expect_refused_create
