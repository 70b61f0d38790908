# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: all types together.
. "$KIT"
user_namespace
namespace cgroup
inside 'for n in pid net ipc uts mnt user cgroup; do readlink /proc/self/ns/$n; done'
must run
for n in pid net ipc uts mnt user cgroup; do
  expect_match "^$n:"
  expect_no_match "^$(readlink /proc/self/ns/$n | sed 's/[][]/\\&/g')$"
done
