# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks, and runtime.md, State: the state that hooks read holds the annotations.
. "$KIT"
config '.annotations = {"com.example.key": "for the hook"}'
hook createRuntime "cat >'$tmp/state'"
must create
expect_equal "$(jq -r '.annotations["com.example.key"]' "$tmp/state")" 'for the hook' annotation
