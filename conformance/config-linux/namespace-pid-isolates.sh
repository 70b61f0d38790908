# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces, pid: only processes of the container are seen, from 1 on.
. "$KIT"
inside 'echo "I am $$"; for p in /proc/[0-9]*; do echo "${p#/proc/}"; done | sort -n | head -n 1; ls -d /proc/[0-9]* | wc -l'
must run
expect_line 'I am 1'
expect_match '^[1-5]$'
