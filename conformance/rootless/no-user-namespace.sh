# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: what is not listed is inherited, so a user namespace is not added for a caller
# who needs one; the error names what does.
# hull-only: crun adds one
. "$KIT"
as_user
without_namespace user
config 'del(.linux.uidMappings, .linux.gidMappings)'
expect_refused_create '/linux/namespaces: .*spec --rootless'
