# SPDX-License-Identifier: Apache-2.0
# users.md 31: when CRIU fails, its own words are in the message, its log is kept, and the container goes on.
# hull-only: the texts are ours
. "$KIT"
checkpoints
# A file of the host's, which is in no mount of the container's.
echo host >"$tmp/file"
exec 3<"$tmp/file"
must run --detach --preserve-fds 1
exec 3<&-
counts_on 2
checkpoint --work-path "$tmp/work"
expect_error 'criu failed: Error \(.*mount'
expect_error "its log is $tmp/work/dump.log"
expect_equal "$(wc -l <"$err")" 1 'the count of lines'
grep -qa 'Error' "$tmp/work/dump.log" || fail 'the log is not there'
expect_state running
counts_on "$(counted)"
# Images that are none.
must rt delete --force "$id"
mkdir "$tmp/empty"
images=$tmp/empty
restore
expect_error 'criu failed: '
expect_error 'restore.log'
expect_nothing_left
