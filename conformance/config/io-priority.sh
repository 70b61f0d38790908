# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, ioPriority: class and priority of the container's process, and its children.
. "$KIT"
process_tool
check() {
  config '.process.ioPriority = {class: $class, priority: ($level | tonumber)}' --arg class "$1" --arg level "$2"
  inside 'process show io io-level; exit 0'
  must run
  expect_output "$3"
  rt delete --force "$id"
}
check IOPRIO_CLASS_RT 0 '1 0'
check IOPRIO_CLASS_RT 7 '1 7'
check IOPRIO_CLASS_BE 5 '2 5'
check IOPRIO_CLASS_IDLE 0 '3 0'
