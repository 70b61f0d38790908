# SPDX-License-Identifier: Apache-2.0
# managers.md 0: kill and delete work without PATH and HOME.
. "$KIT"
args sleep 1000
must create
must rt start "$id"
for call in "state $id" "kill $id KILL"; do
  # shellcheck disable=SC2086 # words are meant
  env -i XDG_RUNTIME_DIR= "$RUNTIME" --root "$root" $call >/dev/null </dev/null || fail "'$call' fails"
done
wait_state stopped
env -i XDG_RUNTIME_DIR= "$RUNTIME" --root "$root" delete --force "$id" </dev/null || fail 'delete fails'
expect_nothing_left
