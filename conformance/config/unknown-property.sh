# SPDX-License-Identifier: Apache-2.0
# config.md, Extensibility: unknown properties are ignored, wherever they stand, and are no error.
. "$KIT"
config '.nonsense = {a: [1]} | .process.nonsense = 1 | .linux.nonsense = "x" | .root.nonsense = null
  | .mounts[0].nonsense = [] | .process.user.nonsense = true'
inside 'echo ran'
must run
expect_output ran
