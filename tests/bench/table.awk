# SPDX-License-Identifier: Apache-2.0
# From the timer's samples to tables. `order` names the runtimes, the one in question first;
# `markdown` is not empty for a README. Ratios are its figure through the other's: below 1, better.

BEGIN {
  columns = split(order, name, " ")
  traced = split("run create start delete exec", command, " ")
  commands = split("run create start delete exec delete-force kill-and-reap", command, " ")
  for (c = 1; c <= commands; c++) title[c] = "`" command[c] "`"
  title[6] = "`delete --force`, running"
  title[7] = "(SIGKILL and reap its init)"
  modes = split("hot gap", mode, " ")
}

$1 == "sample" { series[$2, $3, $4] = series[$2, $3, $4] " " $5 / 1e6 }

# Under ptrace every command ran a few times: the middle of the calls, the worst of the peaks.
$1 == "cost" {
  calls[$2, $3] = calls[$2, $3] " " $4
  if ($5 > peak[$2, $3]) peak[$2, $3] = $5
}

END {
  subject = name[1]
  head("p50 (p95) in ms")
  for (m = 1; m <= modes; m++) for (c = 1; c <= commands; c++) {
    cells = mode[m] " " title[c]
    for (i = 1; i <= columns; i++) {
      values = series[mode[m], command[c], name[i]]
      cells = cells SUBSEP (values == "" ? "-" : sprintf("%.2f (%.2f)", at(values, 50), at(values, 95)))
    }
    row(cells)
  }
  ratio_head()
  for (m = 1; m <= modes; m++) for (c = 1; c <= commands; c++) {
    cells = mode[m] " " title[c]
    for (i = 2; i <= columns; i++) {
      mine = series[mode[m], command[c], subject]
      theirs = series[mode[m], command[c], name[i]]
      cells = cells SUBSEP (mine == "" || theirs == "" ? "-" : \
        sprintf("%.2f (%.2f)", at(mine, 50) / at(theirs, 50), at(mine, 95) / at(theirs, 95)))
    }
    row(cells)
  }
  head("peak memory of one process, kB (VmHWM)")
  for (c = 1; c <= traced; c++) {
    cells = title[c]
    for (i = 1; i <= columns; i++) {
      cells = cells SUBSEP ((command[c], name[i]) in peak ? peak[command[c], name[i]] : "-")
    }
    row(cells)
  }
  head("system calls, all processes of the runtime")
  for (c = 1; c <= traced; c++) {
    cells = title[c]
    for (i = 1; i <= columns; i++) {
      values = calls[command[c], name[i]]
      cells = cells SUBSEP (values == "" ? "-" : at(values, 50))
    }
    row(cells)
  }
}

# The nearest-rank percentile of a list of numbers.
function at(list, percent,   n, v, i, j, x, rank) {
  n = split(list, v, " ")
  for (i = 2; i <= n; i++) {
    x = v[i] + 0
    for (j = i - 1; j >= 1 && v[j] + 0 > x; j--) v[j + 1] = v[j]
    v[j + 1] = x
  }
  rank = int((percent * n + 99) / 100)
  return v[rank < 1 ? 1 : rank]
}

function head(title,   i, cells) {
  cells = title
  for (i = 1; i <= columns; i++) cells = cells SUBSEP name[i]
  begin_table(cells)
}

function ratio_head(   i, cells) {
  cells = "ratio of p50 (of p95)"
  for (i = 2; i <= columns; i++) cells = cells SUBSEP subject " / " name[i]
  begin_table(cells)
}

function begin_table(cells,   n, v, i, line) {
  print ""
  row(cells)
  if (markdown == "") return
  n = split(cells, v, SUBSEP)
  line = "|---|"
  for (i = 2; i <= n; i++) line = line "---:|"
  print line
}

function row(cells,   n, v, i, line) {
  n = split(cells, v, SUBSEP)
  if (markdown != "") {
    line = "|"
    for (i = 1; i <= n; i++) line = line " " v[i] " |"
  } else {
    gsub(/`/, "", v[1])
    line = sprintf("%-42s", v[1])
    for (i = 2; i <= n; i++) line = line sprintf(" %16s", v[i])
  }
  print line
}
