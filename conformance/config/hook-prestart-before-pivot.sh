# SPDX-License-Identifier: Apache-2.0
# config.md, Prestart: called before pivot_root: the process still sees the host's files.
. "$KIT"
hook prestart "pid=\$(tr -d '\\n' | sed 's/.*\"pid\": *\\([0-9]*\\).*/\\1/')
  [ -e /proc/\$pid/root$bundle/config.json ] && echo before >'$tmp/log' || echo after >'$tmp/log'"
must create
expect_equal "$(cat "$tmp/log")" before 'time of the hook'
