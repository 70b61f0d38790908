# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: calls of an architecture that is not named are not made, those of one that is are.
. "$KIT"
single_calls
"$call" arch 2>/dev/null || skip 'a kernel that runs 32-bit programs of x86'
seccomp '{defaultAction: "SCMP_ACT_ALLOW", architectures: ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86"]}'
inside 'call arch; echo "status $?"'
must run
expect_line 'status 0'
seccomp '{defaultAction: "SCMP_ACT_ALLOW", architectures: ["SCMP_ARCH_X86_64"]}'
must run
expect_line 'status 159'
