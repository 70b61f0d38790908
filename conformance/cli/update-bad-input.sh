# SPDX-License-Identifier: Apache-2.0
# issue 3 "bad input": update refuses impossible values by flag or pointer, and the old ones stay.
# hull-only: the texts are ours
. "$KIT"
controller pids
config '.linux.resources.pids.limit = 50'
must create
refuse() {
  local text=$1
  shift
  rt update "$@" --pids-limit 60 "$id"
  expect_error "$text"
  expect_limit pids.max 50 pids.max 50
}
refuse "--memory: '64x' is not a whole number" --memory 64x
refuse "--memory: '8192p' is not a whole number" --memory 8192p
refuse "--memory: -5 is neither a limit nor -1" --memory -5
refuse "--memory: 0 asks for nothing" --memory 0
refuse "--cpu-share: -1 is not from 0" --cpu-share -1
refuse "--cpu-period: .*write\\('.*', '(max )?1'\\): invalid argument" --cpu-period 1
refuse "--cpu-quota: -7 is neither a limit nor -1" --cpu-quota -7
refuse "--cpu-idle: 2 is not from 0 to 1" --cpu-idle 2
refuse "--cpuset-cpus: .*write\\('.*', 'x'\\): invalid argument" --cpuset-cpus x
refuse "--cpuset-mems: .*write\\('.*', '900'\\): (numerical result out of range|invalid argument)" --cpuset-mems 900
refuse '--l3-cache-schema: the container was made without intelRdt' --l3-cache-schema L3:0=f
refuse "--mem-bw-schema: 'L3:0=f' does not start with 'MB:'" --mem-bw-schema L3:0=f
refuse 'unknown flag .--memroy.*did you mean .--memory' --memroy 1
refuse_document() {
  echo "$2" >"$tmp/r.json"
  rt update --resources "$tmp/r.json" "$id"
  expect_error "$1"
  expect_limit pids.max 50 pids.max 50
}
refuse_document 'r.json:2:1: unexpected end of the text' '{"pids": {"limit": 60}'
refuse_document 'r.json:1:[0-9]+: /memory/limit must be an integer, not a string' '{"pids": {"limit": 60}, "memory": {"limit": "1"}}'
refuse_document ': /memory/limit: -5 is neither a limit nor -1' '{"pids": {"limit": 60}, "memory": {"limit": -5}}'
refuse_document ': /pids/limit: -2 is neither a limit nor -1' '{"pids": {"limit": -2}}'
refuse_document "/devices/0/type: 'q' is not one of" '{"pids": {"limit": 60}, "devices": [{"allow": true, "type": "q"}]}'
refuse_document ': /unified/(pids.no-such|cgroup.no-such)|: /unified: ' '{"pids": {"limit": 60}, "unified": {"cgroup.no-such": "1"}}'
refuse_document '/unified/cgroup.procs: this file is the runtime' '{"pids": {"limit": 60}, "unified": {"cgroup.procs": "1"}}'
refuse_document '/unified: .../x. is not the name of a ' '{"pids": {"limit": 60}, "unified": {"../x": "1"}}'
rt update --resources "$tmp/no-such.json" "$id"
expect_error "--resources: .*no-such.json.*: no such file or directory"
rt update "$id"
expect_error 'no limit is given'
rt update
expect_error 'argument ID is missing'
