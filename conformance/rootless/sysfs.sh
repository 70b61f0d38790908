# SPDX-License-Identifier: Apache-2.0
# peers.md 2.3: a sysfs shows the network namespace, so that in a user namespace without one of its own it
# cannot be mounted: the host's /sys stands there, as read-only as was asked.
. "$KIT"
as_user
config '(.mounts[] | select(.destination == "/sys")) |= {destination, type: "sysfs", source: "sysfs",
  options: ["nosuid", "noexec", "nodev", "ro"]}'
inside 'ls /sys/class >/dev/null && echo there; cat /proc/self/mountinfo'
run
expect_success
expect_line there
for option in ro nosuid noexec nodev; do expect_option /sys $option; done
namespace network
inside 'ls /sys/class/net'
run
expect_success
expect_line lo
