# SPDX-License-Identifier: Apache-2.0
# Read by test scripts: the default seccomp profiles of managers, from Debian's packages, as the managers make
# them for a container. Needs apt, dpkg-deb and jq.

# manager_profile docker|podman CAPABILITY...: prints linux.seccomp for a container with these capabilities on
# this machine. Fails with the reason on stderr where the package cannot be had.
manager_profile() {
  local manager=$1 package file work status=0
  shift
  case $manager in
    docker) package=golang-github-docker-docker-dev file=usr/share/gocode/src/github.com/docker/docker/profiles/seccomp/default.json ;;
    podman) package=golang-github-containers-common file=usr/share/containers/seccomp.json ;;
  esac
  work=$(mktemp -d) || return 1
  # The package's file alone: its programs and what it depends on are not wanted here.
  if ! (cd "$work" && apt-get download "$package" >log 2>&1 && dpkg-deb -x "$package"_*.deb .); then
    tail -n 1 "$work/log" >&2
    status=1
  else
    # What includes and excludes say, Docker and Podman evaluate alike; minKernel is older than hull's.
    jq --arg arch "$(dpkg --print-architecture)" --args '
      $ARGS.positional as $caps
      | def names($list): ($list // []);
        def applies:
          (names(.includes.caps) | all(. as $c | $caps | index($c)))
          and ((names(.includes.arches) | length == 0) or (names(.includes.arches) | index($arch)))
          and (names(.excludes.caps) | all(. as $c | $caps | index($c) | not))
          and (names(.excludes.arches) | index($arch) | not)
          and (.excludes.minKernel | not);
      {"amd64": "SCMP_ARCH_X86_64", "arm64": "SCMP_ARCH_AARCH64"}[$arch] as $own
      | {defaultAction, defaultErrnoRet,
         architectures: [.archMap[]? | select(.architecture == $own) | .architecture, .subArchitectures[]?],
         syscalls: [.syscalls[] | select(applies)
           | {names: (.names // [.name]), action, errnoRet, args: names(.args)}
           | with_entries(select(.value != null))]}
      | with_entries(select(.value != null))' "$@" <"$work/$file" || status=$?
  fi
  rm -rf --one-file-system "$work"
  return "$status"
}

# What Docker gives a container that asks for nothing.
docker_capabilities=(CAP_CHOWN CAP_DAC_OVERRIDE CAP_FSETID CAP_FOWNER CAP_MKNOD CAP_NET_RAW CAP_SETGID
  CAP_SETUID CAP_SETFCAP CAP_SETPCAP CAP_NET_BIND_SERVICE CAP_SYS_CHROOT CAP_KILL CAP_AUDIT_WRITE)
