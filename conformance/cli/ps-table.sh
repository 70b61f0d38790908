# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: ps prints the host's ps -ef, of the container's processes only.
# hull-only: crun prints process ids alone
# packages: procps
. "$KIT"
command -v ps >/dev/null || skip 'ps (package procps)'
args sleep 1234
must create
must rt start "$id"
started() { rt ps "$id" && grep -q 'sleep 1234$' "$out"; }
wait_until started
expect_success
expect_equal "$(wc -l <"$out")" 2 'the number of lines'
expect_equal "$(head -n 1 "$out")" "$(ps -ef | head -n 1)" 'the heading'
expect_equal "$(awk 'NR == 2 { print $2 }' "$out")" "$(state .pid)" 'the process id'
