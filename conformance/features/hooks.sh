# SPDX-License-Identifier: Apache-2.0
# features.md, Hooks: the kinds that the runtime knows; all six of the specification.
. "$KIT"
must rt features
for kind in prestart createRuntime createContainer startContainer poststart poststop; do
  jq -e --arg kind $kind '.hooks | index($kind)' "$out" >/dev/null || fail "no '$kind'"
done
