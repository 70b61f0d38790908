# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: a directory is not a program: both Podman's and Docker's words.
# hull-only: no peer has both
. "$KIT"
args /etc
create
expect_error 'exec: "/etc": is a directory: the path `/etc` is not a regular file: Operation not permitted'
expect_nothing_left
