# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: args are the hook's argv, the first one included.
. "$KIT"
config '.hooks.createRuntime = [{path: "/bin/sh",
  args: ["own name", "-c", $text, "zero", "a b", ""]}]' \
  --arg text "{ tr '\\0' '|' </proc/\$\$/cmdline; echo; echo \"\$#<\$0><\$1><\$2>\"; } >'$tmp/log'"
must create
head -n 1 "$tmp/log" | grep -q '^own name|-c|' || fail "argv is '$(head -n 1 "$tmp/log")'"
expect_equal "$(tail -n 1 "$tmp/log")" '2<zero><a b><>' arguments
