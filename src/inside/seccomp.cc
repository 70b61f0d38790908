// SPDX-License-Identifier: Apache-2.0
#include "inside/seccomp.h"

#include "base/text.h"
#include "sys/seccomp.h"

namespace hull::inside {

Result<void> load_filter(const plan::Seccomp& seccomp, const wire::Inheritance& in) {
  TRY(sys::load_filter(in.filter, seccomp.flags).context("/linux/seccomp"));
  return {};
}

Result<void> load_filter_with_listener(const plan::Seccomp& seccomp, wire::Inheritance& in) {
  const int number = TRY(sys::next_descriptor());
  TRY(in.link.tell(wire::Step::Listener, format("{}", number)));  // (7)
  auto listener = TRY(sys::load_filter(in.filter, seccomp.all_flags()).context("/linux/seccomp"));
  // Closed by exec: to close it now would be a call that the listener may have to decide about
  // before anybody has taken it.
  listener.release();
  return {};
}

}  // namespace hull::inside
