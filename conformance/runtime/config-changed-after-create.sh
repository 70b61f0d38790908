# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle 2 and Create: what happens to config.json after create has no effect.
. "$KIT"
inside 'echo first'
must create
inside 'echo second'
config '.hostname = "second"'
must rt start "$id"
finish
expect_output first
