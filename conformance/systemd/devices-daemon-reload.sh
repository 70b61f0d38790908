# SPDX-License-Identifier: Apache-2.0
# issue 3: a denied device stays denied and an allowed one allowed when systemd reads its units anew, and
# when it makes a container's cgroup anew, whoever the driver is. (So GPUs got lost.)
. "$KIT"
[ -c /dev/loop-control ] || skip '/dev/loop-control, a device that nothing else keeps anybody from opening'
config '.linux.devices = [{path: "/dev/a", type: "c", major: 10, minor: 237}, {path: "/dev/b", type: "c", major: 1, minor: 1},
    {path: "/dev/r", type: "c", major: 42, minor: 1}]
  | .linux.resources.devices = [{allow: false, access: "rwm"}, {allow: true, type: "c", major: 10, minor: 237, access: "rwm"},
    {allow: true, type: "c", major: 42, minor: 1, access: "r"}]'
inside 'while read -r n </tmp/ask; do {
    (: </dev/a) && echo a opens; (: </dev/b) && echo b opens
    (: </dev/r) && echo r opens; (: >/dev/r) && echo r opens for writing; (: </dev/null) && echo null opens
  } >/tmp/answer 2>&1; mv /tmp/answer /tmp/answer.$n; done'
mkfifo "$bundle/rootfs/tmp/ask"
asked=0
# expect_devices WHEN
expect_devices() {
  asked=$((asked + 1))
  echo $asked >"$bundle/rootfs/tmp/ask"
  out=$bundle/rootfs/tmp/answer.$asked
  wait_until [ -e "$out" ]
  sed "s/^/  $1: /" "$out"
  expect_line 'a opens'
  expect_line 'null opens'
  expect_match '/dev/b: Operation not permitted'
  expect_match '/dev/r: (No such device or address|Operation not permitted)'
  [ "$(grep -c '/dev/r: No such device or address' "$out")" = 1 ] || fail "$1, /dev/r opens otherwise than for reading alone"
  expect_no_match '(b|r) opens'
}
systemd_answers() { systemctl show --property Version >/dev/null 2>&1; }
# through_reloads: the container is created by now.
through_reloads() {
  must rt start "$id"
  expect_devices "$1, at first"
  systemctl daemon-reload
  expect_devices "$1, after daemon-reload"
  systemctl daemon-reexec
  wait_until systemd_answers
  expect_devices "$1, after daemon-reexec"
}
must create
unit=$(sed -n 's,^0::.*/\([^/]*\.scope\).*,\1,p' "/proc/$(state .pid)/cgroup")
[ -n "$unit" ] || fail "the container is in no scope: $(cat "/proc/$(state .pid)/cgroup")"
through_reloads systemd
systemctl set-property --runtime "$unit" CPUWeight=77
expect_devices 'systemd, after set-property'
systemctl daemon-reload
expect_devices 'systemd, after set-property and daemon-reload'
must rt delete --force "$id"
expect_nothing_left

manager=()
config '.linux.cgroupsPath = $path' --arg path "/$TOKEN"
must create
through_reloads cgroupfs
