# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: a signal that does not exist is an error.
. "$KIT"
args sleep 1000
must create
must rt start "$id"
for signal in NONSENSE SIGNONSENSE 4711 1x; do
  rt kill "$id" $signal
  expect_error
done
expect_state running
