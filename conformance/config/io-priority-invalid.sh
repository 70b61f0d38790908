# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, ioPriority: three classes, and from 0 to 7.
. "$KIT"
config '.process.ioPriority = {class: "IOPRIO_CLASS_NONE", priority: 0}'
expect_refused_create
config '.process.ioPriority = {class: "IOPRIO_CLASS_BE", priority: 8}'
expect_refused_create
config '.process.ioPriority = {class: "IOPRIO_CLASS_BE", priority: -1}'
expect_refused_create
