# SPDX-License-Identifier: Apache-2.0
# issue 5: of the mounts of a file all are added or none: by an error before the first one, and by one after.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
mkdir "$tmp/data"
args /bin/sleep 1000
must create
must rt start "$id"
before=$(cut -d' ' -f1-5 "/proc/$(state .pid)/mountinfo")
unchanged() {
  expect_equal "$(cut -d' ' -f1-5 "/proc/$(state .pid)/mountinfo")" "$before" 'what is mounted'
}
first="{\"destination\": \"/a\", \"source\": \"$tmp/data\", \"options\": [\"bind\"]}"
second='{"destination": "/b", "type": "tmpfs", "source": "b", "options": ["ro"]}'
while read -r third; do
  echo "[$first, $second, $third]" >"$tmp/list.json"
  rt mounts add "$id" "$tmp/list.json"
  expect_error "/2[ /]"
  unchanged
done <<end
{"destination": "/c", "source": "$tmp/nowhere", "options": ["bind"]}
{"destination": "/c", "type": "nosuchtype", "source": "c"}
{"destination": "/c", "type": "tmpfs", "source": "c", "options": ["size=much"]}
{"destination": "/bin/sh/c", "type": "tmpfs", "source": "c"}
{"destination": "/bin/sh", "source": "$tmp/data", "options": ["bind"]}
{"destination": "/proc/1/attr", "source": "$tmp/data", "options": ["bind"]}
{"destination": "/c"}
end
