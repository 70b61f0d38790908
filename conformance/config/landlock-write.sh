# SPDX-License-Identifier: Apache-2.0
# issue 4: Landlock by annotation: files are made, changed and removed only where a rule allows it.
# hull-only: no other runtime has it
# Seen red: with restrict_files doing nothing all that is tried in /closed succeeds.
. "$KIT"
mkdir "$bundle/rootfs/open" "$bundle/rootfs/closed"
echo old >"$bundle/rootfs/open/old"
echo old >"$bundle/rootfs/closed/old"
landlock '{"handled": ["write_file", "remove_dir", "remove_file", "make_dir", "make_reg", "make_fifo", "make_sym"],
  "rules": [{"paths": ["/open"], "allow": ["write"]}]}'
inside 'for place in /open /closed; do
  echo new >$place/old && echo $place written
  echo new >$place/new && echo $place made
  mkdir $place/folder && echo $place folder
  mkfifo $place/fifo && echo $place fifo
  ln -s old $place/link && echo $place link
  mv $place/old $place/moved && echo $place moved
  rm $place/moved && echo $place removed
done; exit 0'
must run
expect_output '/open written
/open made
/open folder
/open fifo
/open link
/open moved
/open removed'
expect_equal "$(ls "$bundle/rootfs/closed")" old '/closed'
