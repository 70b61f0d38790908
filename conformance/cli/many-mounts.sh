# SPDX-License-Identifier: Apache-2.0
# hazards.md 13: more mounts than one message carries descriptors, with a low limit of open files.
. "$KIT"
mkdir "$tmp/data"
echo text >"$tmp/data/file"
config '.mounts += [range(300) | {destination: "/many/\(.)", source: $path, options: ["bind", "ro"]}]' \
  --arg path "$tmp/data"
inside 'cat /many/0/file /many/299/file; grep -c " /many/" /proc/self/mountinfo; ls /many | wc -l'
ulimit -Sn 128
must run
expect_output 'text
text
300
300'
