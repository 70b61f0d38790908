# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: --cgroup is below the container's, and nothing leads out of it.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
for own in $(own_cgroups); do
  mkdir "$own/probes"
  # A cpuset of v1 takes nobody before it has processors.
  for file in cpuset.cpus cpuset.mems; do [ ! -e "$own/$file" ] || cat "$own/$file" >"$own/probes/$file" || :; done
done
for path in probes /probes; do
  must rt exec --cgroup "$path" "$id" cat /proc/self/cgroup
  expect_match '/probes$'
done
for path in .. ../../probes probes/..; do
  rt exec --cgroup "$path" "$id" true
  expect_error 'bad sub cgroup path'
done
rt exec --cgroup elsewhere "$id" true
expect_error 'no such file'
