# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: until create has ended the container is being created, and hooks are told so.
. "$KIT"
for kind in prestart createRuntime createContainer; do hook $kind "cat >'$tmp/$kind'"; done
must create
for kind in prestart createRuntime createContainer; do
  expect_equal "$(jq -r .status "$tmp/$kind")" creating "status for $kind"
done
