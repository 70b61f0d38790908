# SPDX-License-Identifier: Apache-2.0
# issue 5: called as runc or crun, version, features and messages are as callers of that name parse them; --compat too.
# hull-only: the peers have one name each
. "$KIT"
name=$RUNTIME
ln -s "$(realpath "$name")" "$tmp/runc"
ln -s "$(realpath "$name")" "$tmp/crun"
called() { RUNTIME=$1; shift; rt "$@"; }
as_runc() {
  expect_equal "$(sed -n '1s/ [0-9].*//p; 2s/ .*//p; 3s/ .*//p' "$out" | tr '\n' ' ')" 'runc version commit: spec: '
}
as_crun() {
  expect_equal "$(sed -n '1s/ [0-9].*//p; 2,4s/ .*//p; 5s/ .*//p' "$out" | tr '\n' ' ')" \
    'crun version commit: rundir: spec: +SYSTEMD '
}
called "$tmp/runc" --version; expect_success; as_runc
called "$tmp/crun" --version; expect_success; as_crun
called "$tmp/crun" --compat runc --version; expect_success; as_runc
called "$name" --compat=crun --version; expect_success; as_crun
expect_line "rundir: /run/$(basename "$name")"
called "$tmp/runc" features
expect_equal "$(jq -r '.annotations["org.opencontainers.runc.version"]' "$out")" \
  "$("$tmp/runc" --version | sed -n 's/^runc version //p')" 'the version in features'
called "$tmp/crun" features
expect_equal "$(jq -r '.annotations["run.oci.crun.version"]' "$out")" \
  "$("$tmp/crun" --version | sed -n 's/^crun version //p')" 'the version in features'
args no-such-program
called "$tmp/crun" create --bundle "$bundle" "$id"
expect_error 'executable file `no-such-program` not found in \$PATH: No such file or directory$'
called "$tmp/runc" create --bundle "$bundle" "$id"
expect_error 'exec: "no-such-program": executable file not found in \$PATH$'
called "$tmp/crun" state "$id"
expect_error "container \`$id\` does not exist$"
expect_nothing_left
