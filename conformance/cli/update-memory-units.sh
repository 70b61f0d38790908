# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update takes bytes with the binary suffixes k, m, g, t and p.
. "$KIT"
controller memory
must create
for amount in 65536k=67108864 96m=100663296 1G=1073741824 1t=1099511627776; do
  must rt update --memory "${amount%=*}" "$id"
  expect_limit memory.limit_in_bytes "${amount#*=}" memory.max "${amount#*=}"
done
