// SPDX-License-Identifier: Apache-2.0
#include "inside/stage.h"

#include <sched.h>
#include <unistd.h>

#include "inside/init.h"
#include "inside/namespaces.h"
#include "sys/clone.h"
#include "sys/process.h"

namespace hull::inside {
namespace {

Result<std::optional<sys::Child>> clone_init(const plan::Plan& plan,
                                             const wire::Inheritance& inheritance) {
  TRY(sys::end_with_parent(true));
  TRY(wire::close_the_rest(inheritance));
  auto opened = TRY(open_namespaces(plan.namespaces));
  TRY(join_namespaces(plan.namespaces, opened));
  // Not before a joined user namespace has given a rootless caller the power.
  TRY(make_time_namespace(plan.namespaces, inheritance.proc));
  return sys::clone(plan.namespaces.at_clone() | CLONE_PARENT, inheritance.entry);
}

}  // namespace

void stage(const plan::Plan& plan, wire::Inheritance inheritance) noexcept {
  inheritance.from_stage = true;
  auto child = clone_init(plan, inheritance);
  if (!child) {
    inheritance.link.fail(child.error());
    ::_exit(1);
  }
  if (!*child) init(plan, std::move(inheritance));
  ::_exit(0);
}

}  // namespace hull::inside
