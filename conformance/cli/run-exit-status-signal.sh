# SPDX-License-Identifier: Apache-2.0
# peers.md 1.2: run ends with 128 and the signal that ended the program.
. "$KIT"
inside 'sleep 0.1; kill -KILL $$'
without_namespace pid
run
expect_status 137
