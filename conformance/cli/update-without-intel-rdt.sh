# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --l3-cache-schema and --mem-bw-schema of a container without intelRdt, or with what is no
# schema, are errors that name the flag; nothing else of the update is done then.
# hull-only: the texts
. "$KIT"
controller pids
args sleep 1000
must create
for flag in --l3-cache-schema --mem-bw-schema; do
  rt update --pids-limit 50 "$flag" MB:0=20 "$id"
  expect_error "update '$id': $flag: the container was made without intelRdt"
done
rt update --mem-bw-schema L3:0=f "$id"
expect_error "update '$id': --mem-bw-schema: 'L3:0=f' does not start with 'MB:'"
must rt update --pids-limit 50 --dry-run "$id"
expect_match 'pids-limit: .* 50$'
