# SPDX-License-Identifier: Apache-2.0
# peers.md 3.1: org.systemd.property.NAME sets a property of the unit; NAMESec is NAMEUSec in seconds.
. "$KIT"
config '.annotations += {
  "org.systemd.property.TimeoutStopUSec": "uint64 7000000", "org.systemd.property.RuntimeMaxSec": "4000",
  "org.systemd.property.CollectMode": "'"'inactive'"'", "org.systemd.property.After": "['"'-.mount'"']"}'
args sleep 100000
must create
shown() { systemctl show --value -p "$1" "conformance-$TOKEN.scope"; }
expect_equal "$(shown TimeoutStopUSec)" 7s TimeoutStopUSec
expect_equal "$(shown RuntimeMaxUSec)" '1h 6min 40s' RuntimeMaxUSec
expect_equal "$(shown CollectMode)" inactive CollectMode
case " $(shown After) " in *' -.mount '*) ;; *) fail "After is $(shown After)" ;; esac
must rt delete --force "$id"
config '.annotations["org.systemd.property.KillSignal"] = "mixed"'
create
[ "$status" != 0 ] || fail 'a value without a type or quotes is accepted'
