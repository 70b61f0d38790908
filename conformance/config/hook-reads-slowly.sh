# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: a state longer than a pipe arrives whole.
. "$KIT"
config '.annotations["com.example.long"] = $long' --arg long "$(printf '%0100000d' 0)"
hook createRuntime "sleep 0.3; cat >'$tmp/state'"
must create
expect_equal "$(jq '.annotations["com.example.long"] | length' "$tmp/state")" 100000 'length of the annotation'
