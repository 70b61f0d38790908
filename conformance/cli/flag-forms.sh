# SPDX-License-Identifier: Apache-2.0
# managers.md 0: --flag=value, --flag value, one dash or two, and a repeated flag mean the same.
. "$KIT"
must rt create --bundle="$bundle" "$id"
must rt delete -force "$id"
must rt create -b "$bundle" "$id"
must rt delete -f "$id"
must rt --root "$root" create -bundle "$bundle" "$id"
