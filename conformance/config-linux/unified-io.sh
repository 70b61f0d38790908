# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: io.max, one line for each device.
. "$KIT"
unified_controller io
disk
first=$disk
disk
config '.linux.resources.unified = {"io.max": $text}' --arg text "$first rbps=2097152 wiops=120
$disk rbps=1048576"
must create
expect_file_line io.max "$first rbps=2097152 wbps=max riops=max wiops=120"
expect_file_line io.max "$disk rbps=1048576 wbps=max riops=max wiops=max"
