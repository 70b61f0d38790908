# SPDX-License-Identifier: Apache-2.0
# config.md, Process: consoleSize is ignored when terminal is false.
. "$KIT"
config '.process.terminal = false | .process.consoleSize = {height: 10, width: 20}'
inside 'echo ran'
must run
expect_output ran
