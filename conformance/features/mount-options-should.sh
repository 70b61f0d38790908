# SPDX-License-Identifier: Apache-2.0
# features.md, Mount Options: every word that config.md says a runtime should know.
. "$KIT"
must rt features
for word in nosymfollow symfollow ratime rdev rdiratime rexec rnoatime rnodiratime rnoexec rnorelatime \
  rnostrictatime rnosuid rnosymfollow rrelatime rro rrw rstrictatime rsuid rsymfollow idmap ridmap; do
  jq -e --arg word $word '.mountOptions | index($word)' "$out" >/dev/null || fail "no '$word'"
done
