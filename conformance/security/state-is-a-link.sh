# SPDX-License-Identifier: Apache-2.0
# issue 4: where a container's state directory has been replaced by a link, nothing behind the link is
# removed, written or believed.
. "$KIT"
args sleep 1000
must create
pid=$(state .pid)
mkdir "$tmp/outside"
cp -a "$root/$id/." "$tmp/outside/" 2>/dev/null
touch "$tmp/outside/precious"
mv "$root/$id" "$tmp/kept"
ln -s "$tmp/outside" "$root/$id"
(cd "$tmp/outside" && find . -printf '%p %y %s %T@\n' | sort) >"$tmp/before"
for verb in state 'kill ID KILL' start pause delete 'delete --force'; do
  case $verb in *ID*) ;; *) verb+=" ID" ;; esac
  # shellcheck disable=SC2086 # words are meant
  rt ${verb//ID/$id}
  (cd "$tmp/outside" && find . -printf '%p %y %s %T@\n' | sort) | diff "$tmp/before" - || fail "$verb changed what lies behind the link"
  ! gone "$pid" || fail "$verb believed what lies behind the link"
done
# Where delete has taken the link itself away, the name is free.
[ ! -e "$root/$id" ] || { create; expect_error; }
(cd "$tmp/outside" && find . -printf '%p %y %s %T@\n' | sort) | diff "$tmp/before" - || fail 'create changed what lies behind the link'
rm -f "$root/$id"
mv "$tmp/kept" "$root/$id"
must rt delete --force "$id"
expect_nothing_left
