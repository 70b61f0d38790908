// SPDX-License-Identifier: Apache-2.0
#include "inside/seccomp.h"

#include <linux/capability.h>

#include "base/text.h"
#include "inside/caps.h"
#include "sys/seccomp.h"

namespace hull::inside {

std::uint64_t kept_for_filter(const plan::Plan& plan) {
  const bool needed = plan.seccomp && !plan.process->no_new_privileges;
  return needed ? std::uint64_t{1} << CAP_SYS_ADMIN : 0;
}

Result<void> load_filter(const plan::Plan& plan, const wire::Inheritance& in) {
  TRY(sys::load_filter(in.filter, plan.seccomp->flags).context("/linux/seccomp"));
  return kept_for_filter(plan) != 0 ? drop_kept(*plan.process) : Result<void>();
}

Result<sys::Fd> load_filter_with_announced_listener(const plan::Plan& plan,
                                                    const wire::Inheritance& in) {
  auto listener =
      TRY(sys::load_filter(in.filter, plan.seccomp->all_flags()).context("/linux/seccomp"));
  if (kept_for_filter(plan) != 0) TRY(drop_kept(*plan.process));
  return listener;
}

Result<sys::Fd> load_filter_with_listener(const plan::Plan& plan, wire::Inheritance& in) {
  const int number = TRY(sys::next_descriptor());
  TRY(in.link.tell(wire::Step::Listener, format("{}", number)));  // (7)
  return load_filter_with_announced_listener(plan, in);
}

}  // namespace hull::inside
