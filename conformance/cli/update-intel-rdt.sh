# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --l3-cache-schema and --mem-bw-schema write the schemata of the container's group.
. "$KIT"
resctrl
line=$(cache_line) || skip 'RDT allocation'
case $line in
  L3:*) flag=--l3-cache-schema ;;
  MB:*) flag=--mem-bw-schema ;;
  *) skip 'RDT allocation of L3 or memory bandwidth' ;;
esac
config '.linux.intelRdt = {}'
must create
must rt update "$flag" "$line" "$id"
rt update "$flag" "${line%%:*}:99999=1" "$id"
expect_error "$flag"
