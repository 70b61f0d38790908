# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2021-43784: values too long for a message between the runtime's processes, or for the kernel,
# are refused in words, or taken; nothing crashes, hangs or is left.
# watchdog: 600
. "$KIT"
cp "$bundle/config.json" "$tmp/config.json"
# try WHAT FILTER
try() {
  cp "$tmp/config.json" "$bundle/config.json"
  config "$2"
  run
  [ "$status" = 0 ] || { expect_error; [ "$(wc -c <"$err")" -lt 400000 ] || fail "$1: the message is endless"; }
  [ "$status" = 0 ] || expect_nothing_left
  echo "$1: $status"
}
expect_taken() { [ "$status" = 0 ] || fail "it was refused: $(head -c 200 "$err")"; }
expect_refused() { [ "$status" != 0 ] || fail 'it was taken'; }
try 'a path of 70 kB' '.linux.namespaces |= map(if .type == "ipc" then .path = "/" + "x" * 70000 else . end)'
expect_refused
try 'a path of 70 kB that is there' '.linux.namespaces |= map(if .type == "ipc" then .path = "/proc" + "/." * 35000 + "/self/ns/ipc" else . end)'
expect_refused
try '6000 id maps' '.linux.namespaces += [{type: "user"}]
  | .linux.uidMappings = [range(6000) | {containerID: ., hostID: (100000 + . * 2), size: 1}]
  | .linux.gidMappings = .linux.uidMappings'
expect_refused
try 'a host name of 64 kB' '.hostname = "x" * 65536'
expect_refused
try 'a domain name of 64 kB' '.domainname = "x" * 65536'
try '20000 variables' '.process.env += [range(20000) | "V\(.)=\(.)"]'
expect_taken
try 'a variable of 1 MB' '.process.env += ["V=" + "x" * 1000000]'
expect_refused
try 'an argument of 1 MB' '.process.args = ["/bin/true", "x" * 1000000]'
expect_refused
try 'a cwd of 70 kB' '.process.cwd = "/" + "x/" * 35000'
expect_refused
try 'a destination of 70 kB' '.mounts += [{destination: ("/tmp/" + "x/" * 35000), type: "tmpfs", source: "t"}]'
expect_refused
try 'a masked path of 70 kB' '.linux.maskedPaths = ["/" + "x/" * 35000]'
try '70000 groups' '.process.user.additionalGids = [range(70000)]'
expect_refused
