# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: at a restore the hooks of the host run in their order, at their moments.
. "$KIT"
checkpoints
for kind in prestart createRuntime poststart poststop; do
  hook "$kind" "jq -r '[\"$kind\", .status, (.pid > 0 | tostring)] | join(\" \")' >>$tmp/hooks"
done
must run --detach
counts_on 2
must checkpoint
mv "$tmp/hooks" "$tmp/before"
expect_equal "$(tail -n 1 "$tmp/before")" 'poststop stopped false' 'the hook of the checkpoint'
must restore
expect_equal "$(cat "$tmp/hooks")" "$(printf '%s true\n' 'prestart creating' 'createRuntime creating' 'poststart running')" 'the hooks'
must rt delete --force "$id"
expect_equal "$(tail -n 1 "$tmp/hooks")" 'poststop stopped false' 'the last hook'
