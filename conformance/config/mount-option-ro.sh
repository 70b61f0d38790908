# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime knows 'ro' and 'rw', on filesystems and on bind mounts.
. "$KIT"
mkdir "$tmp/data"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["ro"]}'
mount_entry "{destination: \"/data\", source: \"$tmp/data\", options: [\"bind\", \"ro\"]}"
inside 'echo x >/mnt/file && echo written; echo x >/data/file && echo written; cat /proc/self/mountinfo'
must run
expect_option /mnt ro
expect_option /data ro
expect_no_match '^written'
config '.mounts |= map(if .destination == "/mnt" or .destination == "/data" then .options += ["rw"] else . end)'
must run
expect_equal "$(grep -c '^written' "$out")" 2 'number of files written'
