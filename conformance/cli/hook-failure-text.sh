# SPDX-License-Identifier: Apache-2.0
# issue 2: a failed hook is named by kind, index and path, with its status and the last of its stderr.
. "$KIT"
hook createRuntime 'exit 0'
hook createRuntime 'echo the reason >&2; exit 3'
expect_refused_create 'createRuntime/1.*/bin/sh.*3.*the reason'
