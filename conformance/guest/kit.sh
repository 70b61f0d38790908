# SPDX-License-Identifier: Apache-2.0
# Read by disk, machine and run in this folder: what the machine must have to make and to boot the
# guest. Whoever lacks it gets status 77 and one line `skip: the missing power`.
set -uo pipefail

skip() {
  echo "skip: $*" >&2
  exit 77
}
die() {
  echo "${0##*/}: $*" >&2
  exit 1
}

# apt_source: sets $mirror, the address of the Debian archive in the machine's own apt
# configuration, and $codename, the machine's release there.
apt_source() {
  local label uri name
  while read -r label name uri; do
    [ "$label" = Debian ] || continue
    mirror=$uri
    codename=${name%-updates}
    return 0
  done < <(apt-get indextargets --format '$(LABEL) $(CODENAME) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null)
  skip 'a Debian archive among the sources of apt'
}

qemu_is_new() {
  local version
  version=$(qemu-system-x86_64 --version 2>/dev/null | sed -n 's/^QEMU emulator version \([0-9]*\).*/\1/p')
  [ "${version:-0}" -ge 10 ]
}

# need_qemu: QEMU 10 or newer, for 7.2 crashes the guest's kernel. What is there is used; else it is
# installed from the machine's release or its backports, by an apt configuration of our own: the
# machine's stays as it is.
need_qemu() {
  ! qemu_is_new || return 0
  [ "$(id -u)" = 0 ] || skip 'QEMU 10 or newer (qemu-system-x86), or root to install it'
  apt_source
  local apt log
  apt=$(mktemp -d)
  log=$apt/log
  mkdir -p "$apt/lists/partial"
  printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "$mirror" "$codename" \
    "$keyring" "$mirror" "$codename-backports" >"$apt/sources.list"
  local private=(-q -o "Dir::Etc::sourcelist=$apt/sources.list" -o "Dir::Etc::sourceparts=$apt/none"
    -o "Dir::State::lists=$apt/lists")
  apt-get "${private[@]}" update >"$log" 2>&1 </dev/null &&
    DEBIAN_FRONTEND=noninteractive apt-get "${private[@]}" install -y --no-install-recommends \
      -t "$codename-backports" qemu-system-x86 >>"$log" 2>&1 </dev/null
  local last
  last=$(grep -a '^E:' "$log" | tail -n 1)
  rm -rf "$apt"
  hash -r
  qemu_is_new || skip "QEMU 10 or newer (qemu-system-x86)${last:+; apt says $last}"
}

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
