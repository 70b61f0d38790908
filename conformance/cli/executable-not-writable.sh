# SPDX-License-Identifier: Apache-2.0
# peers.md 5.1 (CVE-2019-5736): the container cannot write to the runtime's executable by way of
# /proc/self/exe of the process that waits to become the program.
. "$KIT"
cp "$RUNTIME" "$tmp/runtime"
before=$(sha256sum <"$tmp/runtime")
RUNTIME=$tmp/runtime
must create
pid=$(state .pid)
if (printf x >>"/proc/$pid/exe") 2>/dev/null; then
  expect_equal "$(sha256sum <"$tmp/runtime")" "$before" 'the executable'
fi
