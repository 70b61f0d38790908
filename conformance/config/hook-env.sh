# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: env is the hook's environment, no more and no less.
. "$KIT"
config '.hooks.createRuntime = [{path: "/usr/bin/env", args: ["env"], env: ["A=1", "B=two words"]}]'
config '.hooks.createRuntime[0] |= {path: "/bin/sh", args: ["sh", "-c", $text], env}' \
  --arg text "tr '\\0' '\\n' </proc/\$\$/environ >'$tmp/log'"
config '.hooks.createRuntime[0].env += ["PATH=/usr/bin:/bin"]'
LEAKED=yes must create
sort "$tmp/log" | diff - <(printf '%s\n' A=1 'B=two words' PATH=/usr/bin:/bin) || fail 'another environment'
