# SPDX-License-Identifier: Apache-2.0
# issue 3: where the host has no ps, that is said, and json needs none.
# hull-only: crun needs none for its table
. "$KIT"
args sleep 1000
must create
printf '#!/bin/bash\nPATH=/no/such/directory\nexec %q "$@"\n' "$RUNTIME" >"$tmp/bare"
chmod 755 "$tmp/bare"
RUNTIME=$tmp/bare
rt ps "$id"
expect_error "no program 'ps'|executable file not found"
must rt ps -f json "$id"
expect_equal "$(jq length "$out")" 1 'the number of processes'
