# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3 and 3.1: --pidfd-socket and run.oci.pidfd_receiver are each sent a pidfd of init.
. "$KIT"
args true
pidfd_socket "$tmp/flag"
by_flag=$told
pidfd_socket "$tmp/annotation"
config '.annotations["run.oci.pidfd_receiver"] = $path' --arg path "$tmp/annotation"
must create --pidfd-socket "$tmp/flag"
wait_until test -s "$told"
wait_until test -s "$by_flag"
expect_equal "$(sed 's/.* //' "$told")" "$(state .pid)" 'the pid of the annotation'"'"'s pidfd'
expect_equal "$(sed 's/.* //' "$by_flag")" "$(state .pid)" 'the pid of the flag'"'"'s pidfd'
must rt delete --force "$id"
config '.annotations["run.oci.pidfd_receiver"] = "/no/such/socket"'
expect_refused_create "/annotations/run.oci.pidfd_receiver: connect\('/no/such/socket'\): no such file"
