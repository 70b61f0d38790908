// SPDX-License-Identifier: Apache-2.0
#include "inside/caps.h"

#include <cerrno>
#include <utility>

#include "sys/identity.h"

namespace hull::inside {
namespace {

Result<void> take_groups(const plan::Process& process) {
  if (process.keep_groups || process.setgroups_denied) return {};
  auto taken = sys::set_groups(process.additional_gids);
  if (!taken && taken.error().is(EPERM) && process.groups_may_stay) return {};
  return std::move(taken).context("/process/user/additionalGids");
}

}  // namespace

Result<void> take_ids(const plan::Process& process, unsigned last_capability) {
  const plan::Capabilities& wanted = process.capabilities;
  // While we still have CAP_SETPCAP.
  TRY(sys::limit_bounding_set(wanted.bounding, last_capability).context("/process/capabilities"));
  // Permitted capabilities would be lost with uid 0.
  TRY(sys::keep_capabilities(true));
  // Groups before user: after setresuid we may no longer change them.
  TRY(take_groups(process));
  TRY(sys::set_gid(process.gid).context("/process/user/gid"));
  TRY(sys::set_uid(process.uid).context("/process/user/uid"));
  TRY(sys::keep_capabilities(false));
  // Another user than 0 has lost the effective set by now; 0 has it still, and with it would find
  // files that its process may not reach.
  auto held = TRY(sys::capabilities());
  return sys::set_capabilities(wanted.effective, held.permitted, wanted.inheritable)
      .context("/process/capabilities");
}

Result<void> take_capabilities(const plan::Process& process, unsigned last_capability,
                               std::uint64_t kept) {
  const plan::Capabilities& wanted = process.capabilities;
  TRY(sys::set_capabilities(wanted.effective | kept, wanted.permitted | kept, wanted.inheritable)
          .context("/process/capabilities"));
  // Last: an ambient capability must be permitted and inheritable already.
  return sys::set_ambient(wanted.ambient, last_capability).context("/process/capabilities/ambient");
}

Result<void> drop_kept(const plan::Process& process) {
  const plan::Capabilities& wanted = process.capabilities;
  return sys::set_capabilities(wanted.effective, wanted.permitted, wanted.inheritable)
      .context("/process/capabilities");
}

}  // namespace hull::inside
