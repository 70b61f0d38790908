# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: what no kernel takes is refused with its place.
# hull-only: the texts
. "$KIT"
refuse() {
  config '.process.scheduler = ($scheduler | fromjson)' --arg scheduler "$2"
  expect_refused_create "/process/scheduler/$1"
}
refuse policy '{"policy": "SCHED_NONE"}'
refuse priority '{"policy": "SCHED_FIFO"}'
refuse priority '{"policy": "SCHED_OTHER", "priority": 1}'
refuse nice '{"policy": "SCHED_OTHER", "nice": 20}'
refuse flags/0 '{"policy": "SCHED_OTHER", "flags": ["SCHED_FLAG_NONE"]}'
refuse runtime '{"policy": "SCHED_DEADLINE"}'
refuse deadline '{"policy": "SCHED_DEADLINE", "runtime": 2000, "deadline": 1999}'
refuse period '{"policy": "SCHED_DEADLINE", "runtime": 2000, "deadline": 3000, "period": 2999}'
