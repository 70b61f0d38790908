# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2025-23266: hooks that run in the runtime's namespace are the host's programs, with the
# environment that the config gives them, in a directory that is not the image's: nothing of process.env
# comes to them.
. "$KIT"
config '.process.env = ["PATH=/bin", "LD_PRELOAD=./poison.so", "LD_LIBRARY_PATH=/poison", "FROM_IMAGE=1"]'
cat >"$tmp/hook" <<'END'
#!/bin/sh
{ echo "$1 in $(pwd -P)"; echo "program of the host"; tr '\0' '\n' </proc/$$/environ | sed "s/^/$1 has /"; } >>"$2"
END
chmod +x "$tmp/hook"
# The image's own program of that name says so.
mkdir -p "$bundle/rootfs$tmp"
printf '#!/bin/sh\necho program of the image >>%s\n' "$tmp/said" >"$bundle/rootfs$tmp/hook"
chmod +x "$bundle/rootfs$tmp/hook"
for kind in prestart createRuntime createContainer poststart poststop; do
  config '.hooks[$kind] = [{path: $path, args: ["hook", $kind, $said], env: ["PATH=/usr/bin:/bin"]}]' \
    --arg kind "$kind" --arg path "$tmp/hook" --arg said "$tmp/said"
done
echo poison >"$bundle/rootfs/poison.so"
must run
out=$tmp/said
expect_equal "$(grep -c 'program of the host' "$out")" 5 "number of hooks that are the host's"
expect_no_match 'program of the image'
expect_no_match 'has (LD_|FROM_IMAGE)'
expect_no_match " in $bundle/rootfs"
