# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Sysctl: a parameter that does not exist cannot be set: an error.
. "$KIT"
config '.linux.sysctl = {"net.no.such.thing": "1"}'
expect_refused_create
