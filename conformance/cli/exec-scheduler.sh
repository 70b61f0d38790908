# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: scheduler, ioPriority and memoryPolicy of the process that exec starts are those of
# its own process.json, else those of the container's process.
. "$KIT"
process_tool
config '.process.scheduler = {policy: "SCHED_BATCH", nice: 5}
  | .process.ioPriority = {class: "IOPRIO_CLASS_BE", priority: 6}'
args /bin/sleep 1000
must create
must rt start "$id"
must rt exec "$id" process show policy nice io io-level
expect_output '3 5 2 6'
jq '.process | .args = ["process", "show", "policy", "nice", "io"] | .scheduler = {policy: "SCHED_IDLE"} | del(.ioPriority)' \
  "$bundle/config.json" >"$DIR/process.json"
must rt exec --process "$DIR/process.json" "$id"
expect_output '5 0 2'
