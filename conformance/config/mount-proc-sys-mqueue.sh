# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX-platform Mounts: types that the kernel has: mqueue beside proc, sysfs, devpts, tmpfs.
. "$KIT"
mount_entry '{destination: "/dev/mqueue", type: "mqueue", source: "mqueue", options: ["nosuid", "noexec", "nodev"]}'
args cat /proc/self/mountinfo
must run
expect_match ' /dev/mqueue .* - mqueue '
