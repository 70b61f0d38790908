# SPDX-License-Identifier: Apache-2.0
# Read by podman-* and buildah: Podman with all that it writes in $work, on the runtime that the README's
# containers.conf names.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# private_podman NAME: goes on in mount and pid namespaces of its own, with nothing of the host's Podman in them.
private_podman() {
  alone "$1"
  parent=/$name
  local directory
  for directory in /run /dev/shm /var/tmp; do mount -t tmpfs -o mode=1777 podman $directory; done
}

# own_podman CGROUP-MANAGER [GLOBAL FLAG]...: the function podman, and the image localhost/bb:1.
own_podman() {
  readme_snippet containers.conf >"$work/containers.conf" || exit
  export HOME=$work/home CONTAINERS_CONF=$work/containers.conf
  mkdir "$HOME"
  [[ $EUID != 0 ]] || unset XDG_RUNTIME_DIR
  global=(--root "$work/storage" --runroot "$work/run" --tmpdir "$work/tmp" --network-config-dir "$work/networks"
    --events-backend file --storage-driver vfs --cgroup-manager "$@")
  image_tree
  tar -C "$image" --owner 0 --group 0 -c . | command podman "${global[@]}" import --change 'CMD ["sh"]' - localhost/bb:1 \
    >"$work/import" 2>&1 || { fail 'podman import makes an image' "$(tail -n 1 "$work/import")"; report; exit; }
}
podman() { command podman "${global[@]}" "$@" </dev/null; }
# run FLAG...: a container below the cgroup $parent, with limits of open files and processes that a Podman
# without CAP_SYS_RESOURCE may give.
run() {
  podman run ${parent:+--cgroup-parent "$parent"} --ulimit nofile=1024:1024 --ulimit nproc=1024:1024 "$@"
}

# need_all_rights: Podman's own limits are higher than the host's, where it cannot be told others.
need_all_rights() {
  (("0x$(sed -n 's/^CapEff:[^0-9a-f]*//p' /proc/self/status)" >> 24 & 1)) || leave_out CAP_SYS_RESOURCE
}

# nothing_of_containers: what `podman rm` must have taken away. A Podman keeps a bind mount of its own storage, a
# runtime a cache whose name begins with a dot.
nothing_of_containers() {
  local left state
  state=${XDG_RUNTIME_DIR:-/run}/$(basename "$runtime")
  expect_none 'no container is left' "$(podman ps --all --quiet 2>&1)"
  left=$(find "$state" -mindepth 1 -maxdepth 1 ! -name '.*' 2>/dev/null)
  expect_none 'no state of the runtime is left' "$left"
  left=$(find /sys/fs/cgroup -path "*$name*/libpod-*" -type d 2>/dev/null)
  expect_none 'no cgroup of a container is left' "$left"
  left=$(grep -F "$work/" /proc/mounts | grep -vF "$work/storage/vfs ")
  expect_none 'no mount of a container is left' "$left"
  # conmon cleans up after the last of them, for a moment.
  eventually 'none' no_process >/dev/null
  expect_none 'no process of a container is left' "$(processes)"
}
processes() { pgrep -f "^($runtime |.*conmon .*$work/)" -a; }
no_process() { [[ $(processes) ]] || echo none; }
