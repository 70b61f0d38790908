# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Devices: with a terminal, /dev/console is the container's pseudo-terminal.
. "$KIT"
config '.process.terminal = true'
inside 'grep -c " /dev/console .* devpts " /proc/self/mountinfo; echo through the console >/dev/console'
terminal "$RUNTIME" --root "$root" run --bundle "$bundle" "$id"
expect_success
expect_line 1
expect_line 'through the console'
