# SPDX-License-Identifier: Apache-2.0
# users.md 26: a limit whose controller is not delegated to the caller is refused, and the cgroup named that does
# not hand it down.
# hull-only: the peers name a file
. "$KIT"
as_user
delegated
mkdir "$delegated/below"
chown "$user" "$delegated/below" "$delegated"/below/cgroup.{procs,subtree_control,threads}
chown root "$delegated/cgroup.subtree_control"
for controller in memory pids hugetlb; do
  echo "-$controller" 2>/dev/null >"$delegated/cgroup.subtree_control" || :
done
config '.linux.cgroupsPath = $path' --arg path "$home/below/$id"
config "$limit"
expect_refused_create "controller is not enabled for '$home/below/$id': '$home' does not hand it down, which its owner"
rmdir "$delegated/below"
