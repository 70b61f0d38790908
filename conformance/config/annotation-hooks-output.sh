# SPDX-License-Identifier: Apache-2.0
# peers.md 3.1: run.oci.hooks.stdout and run.oci.hooks.stderr: what hooks of all kinds write is appended to these files.
. "$KIT"
config '.annotations = {"run.oci.hooks.stdout": ($dir + "/hooks.out"), "run.oci.hooks.stderr": ($dir + "/hooks.err")}' --arg dir "$tmp"
kinds='prestart createRuntime createContainer startContainer poststart poststop'
for kind in $kinds; do hook "$kind" "echo $kind; echo not-$kind >&2"; done
args true
must create
must rt start "$id"
wait_state stopped
must rt delete "$id"
expect_equal "$(tr '\n' ' ' <"$tmp/hooks.out")" "$kinds " 'what they wrote to stdout'
expect_equal "$(sed 's/^not-//' "$tmp/hooks.err" | tr '\n' ' ')" "$kinds " 'what they wrote to stderr'
