# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2023-25809: where the container has the host's cgroup namespace, a cgroup mount that is "ro" is
# so in each hierarchy, the container's own cgroup included.
. "$KIT"
for user in '' user_namespace; do
  $user
  config '.mounts |= map(select(.destination != "/sys/fs/cgroup"))'
  mount_entry '{destination: "/sys/fs/cgroup", type: "cgroup", source: "cgroup", options: ["ro", "nosuid", "noexec", "nodev"]}'
  inside 'awk "\$3 ~ /^cgroup2?$/ { print \$2 }" /proc/mounts | sort -u | while read -r at; do
      echo "found $at"
      for place in "$at" "$at"/*'"$TOKEN"'*; do
        mkdir "$place/made-'"$TOKEN"'" && echo "made $place"
        for file in "$place"/cgroup.procs "$place"/cgroup.subtree_control; do
          if [ -e "$file" ] && (echo 0 >"$file"); then echo "wrote $file"; fi
        done
      done
    done 2>&1'
  run
  expect_success
  expect_match '^found /sys/fs/cgroup'
  expect_no_match '^made '
  expect_match 'Read-only file system'
  expect_no_match '^wrote /'
done
