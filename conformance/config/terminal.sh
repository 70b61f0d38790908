# SPDX-License-Identifier: Apache-2.0
# config.md, Process: with terminal the three standard streams are a pseudo-terminal of the container.
. "$KIT"
config '.process.terminal = true'
inside 'for fd in 0 1 2; do readlink /proc/self/fd/$fd; done; tty'
terminal "$RUNTIME" --root "$root" run --bundle "$bundle" "$id"
expect_success
expect_equal "$(sort -u "$out" | wc -l)" 1 'number of different names'
expect_match '^/dev/(pts/[0-9]+|console)$'
