# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: the state is passed over stdin, to a hook that does not read it as well: no harm.
. "$KIT"
config '.annotations["com.example.long"] = $long' --arg long "$(printf '%0100000d' 0)"
for kind in prestart createRuntime createContainer startContainer poststart poststop; do
  hook $kind 'exit 0'
done
args sleep 1000
must create
must rt start "$id"
must rt delete --force "$id"
