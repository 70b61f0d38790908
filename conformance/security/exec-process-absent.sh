# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: what the file of exec --process does not have is as the container's own process has it: nothing is
# confined less because a field is missing. A field that is there, an empty one too, says what it says.
. "$KIT"
shown='grep -E "^(Uid|Gid|Groups|Cap...|NoNewPrivs|Cpus_allowed_list):" /proc/self/status
ulimit -n; umask; pwd; echo "$A"; cat /proc/self/oom_score_adj'
config '.process += {cwd: "/bin", env: ["PATH=/bin", "A=b"], noNewPrivileges: true, oomScoreAdj: 300,
    user: {uid: 7, gid: 8, additionalGids: [9], umask: 63}, execCPUAffinity: {initial: "0", final: "0"},
    rlimits: [{type: "RLIMIT_NOFILE", soft: 64, hard: 64}]}
  | .process.capabilities = {bounding: ["CAP_KILL", "CAP_CHOWN"], permitted: ["CAP_KILL"], effective: ["CAP_KILL"],
    inheritable: ["CAP_KILL"], ambient: ["CAP_KILL"]}'
inside "$shown; echo end; exec sleep 1000"
must create
must rt start "$id"
wait_until grep -qx end "$container_out"
containers() { grep -vxE -e "end|Cpus_allowed_list.*${1:+|$1}" "$container_out"; }
# executed JQ: the process object of just these members, and the text as its command.
executed() {
  jq -n --arg text "$shown" '{args: ["sh", "-c", $text]} | '"$1" >"$tmp/process.json"
  rt exec --process "$tmp/process.json" "$id"
}
# What managers write at the least.
executed '. += {cwd: "/bin", user: {uid: 7, gid: 8}, env: ["PATH=/bin", "A=b"]}'
expect_success
expect_equal "$(grep -vE 'Cpus_allowed|Groups' "$out")" "$(containers 'Groups.*')" 'the process with a user'
executed .
expect_success
expect_equal "$(grep -v Cpus_allowed "$out")" "$(containers)" 'the process'
expect_line 'Cpus_allowed_list:	0'
executed '. += {noNewPrivileges: null, capabilities: null, user: null, rlimits: null, cwd: null, env: null}'
expect_success
expect_equal "$(grep -v Cpus_allowed "$out")" "$(containers)" 'the process of nulls'
executed '. += {user: {uid: 0, gid: 0}, capabilities: {}, noNewPrivileges: false}'
expect_success
for set in Inh Prm Eff Bnd Amb; do expect_line "Cap$set:	0000000000000000"; done
expect_line 'NoNewPrivs:	0'
jq -n '{cwd: "/"}' >"$tmp/process.json"
rt exec --process "$tmp/process.json" "$id"
expect_error args
