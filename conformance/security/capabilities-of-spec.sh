# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2022-24769, CVE-2022-27650: the config that the runtime itself proposes gives nothing that is
# inheritable or ambient.
. "$KIT"
mkdir "$tmp/new"
(cd "$tmp/new" && "$RUNTIME" spec)
expect_equal "$(jq -c '[.process.capabilities | .inheritable, .ambient | . // [] | length]' "$tmp/new/config.json")" '[0,0]' \
  'number of inheritable and ambient capabilities'
jq '.process.terminal = false | .process.args = ["cat", "/proc/self/status"] | .linux.cgroupsPath = $path | del(.linux.seccomp)' \
  --arg path "$cgroups_path" "$tmp/new/config.json" >"$bundle/config.json"
must run
expect_match '^CapInh:.0000000000000000$'
expect_match '^CapAmb:.0000000000000000$'
