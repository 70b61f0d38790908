# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Control groups: a frozen cgroup, or one below a frozen one, is refused: in it create would
# hang for ever.
# hull-only: the peers hang, or thaw it
# cgroupfs-only: its cgroupsPath is a path
. "$KIT"
frozen=''
for hierarchy in $(awk '$3 == "cgroup" && $4 ~ /(^|,)freezer(,|$)/ || $3 == "cgroup2" { print $2 }' /proc/mounts); do
  mkdir "$hierarchy/$TOKEN"
  file=$hierarchy/$TOKEN/cgroup.freeze
  [ ! -e "$file" ] || echo 1 >"$file"
  [ -e "$file" ] || { file=$hierarchy/$TOKEN/freezer.state; echo FROZEN >"$file"; }
  # refused PATH
  refused() {
    config '.linux.cgroupsPath = $path' --arg path "$1"
    create
    expect_error "container's cgroup unexpectedly frozen by '/$TOKEN'"
    [ ! -e "$root/$id" ] || fail 'a state directory is left'
  }
  refused "/$TOKEN"
  refused "/$TOKEN/below/it"
  frozen=$((frozen + 1))
  case $file in *freeze) echo 0 >"$file" ;; *) echo THAWED >"$file" ;; esac
  must create
  must rt delete --force "$id"
  remove_cgroups
done
[ -n "$frozen" ] || skip 'a freezer in this view'
