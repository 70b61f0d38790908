# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: hooks of one kind run in the order of the list.
. "$KIT"
for kind in prestart createRuntime createContainer poststart poststop; do
  for number in 1 2 3; do hook $kind "echo $kind $number >>'$tmp/log'"; done
done
inside :
must run
grep -v ' ' "$tmp/log" && fail 'a line without a number'
for kind in prestart createRuntime createContainer poststart poststop; do
  expect_equal "$(sed -n "s/^$kind //p" "$tmp/log" | paste -sd' ')" '1 2 3' "order of $kind"
done
