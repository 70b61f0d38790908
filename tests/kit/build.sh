# SPDX-License-Identifier: Apache-2.0
# Read by ./try, ./check and tests/bench/run: packages and build directories. Needs bash; the
# reader has already changed to the top of the tree.

# What building hull and its test binaries takes, under the names of Debian 12 and 13.
build_packages=(
  g++ meson ninja-build pkg-config rapidjson-dev libseccomp-dev libcap-dev libdbus-1-dev libfmt-dev doctest-dev
)

die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# Installs those of the named packages that are missing, and asks for root only then.
install_packages() {
  local missing=() package
  for package; do
    # pkg-config and the like may be provided by another package: ask apt's view, not a file.
    dpkg-query -W -f '${db:Status-Abbrev}\n' "$package" 2>/dev/null | grep -q '^.i' ||
      missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  ((EUID == 0)) || {
    echo "these packages are missing, and installing them takes root: ${missing[*]}" >&2
    return 1
  }
  echo "\$ apt-get install ${missing[*]}"
  local log
  log=$(mktemp)
  if ! DEBIAN_FRONTEND=noninteractive apt-get -q update >"$log" 2>&1 </dev/null ||
    ! DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends \
      "${missing[@]}" >>"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# Makes or re-makes a build directory: configure_build DIRECTORY OPTION...
configure_build() {
  local directory=$1 again=()
  shift
  [[ -f $directory/build.ninja ]] && again=(--reconfigure)
  echo "\$ meson setup $directory $*"
  meson setup "${again[@]}" "$directory" "$@" >"$directory.log" 2>&1 </dev/null || {
    cat "$directory.log" >&2
    rm -f "$directory.log"
    return 1
  }
  rm -f "$directory.log"
}

# Under sudo the build directories would belong to root: gives them back to who called sudo.
give_back() {
  [[ -n ${SUDO_UID-} && -n ${SUDO_GID-} ]] || return 0
  local directory
  for directory; do
    [[ -d $directory ]] && chown -R "$SUDO_UID:$SUDO_GID" "$directory"
  done
  return 0
}
