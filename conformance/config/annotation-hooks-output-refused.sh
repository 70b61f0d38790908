# SPDX-License-Identifier: Apache-2.0
# peers.md 3.1: run.oci.hooks.stdout: a file that cannot be opened fails create; a failing hook's words go to the file that there is.
# hull-only: the peers ignore the one or the other
. "$KIT"
hook createRuntime 'echo words; echo more >&2; exit 3'
config '.annotations["run.oci.hooks.stdout"] = "/no/such/directory/log"'
expect_refused_create "/annotations/run.oci.hooks.stdout: open.*no such file or directory"
config '.annotations["run.oci.hooks.stdout"] = $path' --arg path "$tmp/log"
expect_refused_create "/hooks/createRuntime/0 '/bin/sh': exit status 3: more$"
expect_equal "$(cat "$tmp/log")" words 'the file'
