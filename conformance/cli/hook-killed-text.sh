# SPDX-License-Identifier: Apache-2.0
# issue 2: a hook that a signal ended is told as such.
# hull-only: the peers do not tell the kind
. "$KIT"
hook prestart 'kill -KILL $$'
expect_refused_create 'prestart/0.*(signal|SIGKILL)'
