// SPDX-License-Identifier: Apache-2.0
#include "inside/keyring.h"

#include <cerrno>

#include "inside/lsm.h"
#include "sys/keyring.h"

namespace hull::inside {
namespace {

// Users of many containers run out of keys; a shared keyring is better than no container.
constexpr std::string_view kNoMoreKeys =
    "/proc/sys/kernel/keys/maxkeys or maxbytes (for root: root_maxkeys, root_maxbytes) lets the "
    "container's user have no further key: the container shares the session keyring of its caller";

Result<void> join_own(const std::string& name) {
  const auto keyring = TRY(sys::join_session_keyring(name));
  const bool is_found = TRY(sys::owner_may_search(keyring));
  // For a later `exec`, which joins it by its name.
  if (!is_found) return sys::let_owner_search(keyring);
  // That of a container with our id below another state root.
  TRY(sys::join_session_keyring(""));
  return {};
}

Result<void> join(const std::string& name, wire::Link& link) {
  auto keyring = join_own(name);
  if (keyring) return {};
  if (keyring.error().is(ENOSYS)) return {};
  if (keyring.error().is(EDQUOT)) return link.tell(wire::Step::Warning, kNoMoreKeys);
  return keyring;
}

}  // namespace

Result<void> join_keyring(const plan::Plan& plan, wire::Inheritance& in) {
  if (!plan.keyring) return {};
  const std::string label = plan.process ? plan.process->labels.selinux : std::string();
  if (label.empty()) return join(*plan.keyring, in.link);
  TRY(set_key_label(in.proc, label));
  TRY(join(*plan.keyring, in.link));
  return set_key_label(in.proc, "");
}

}  // namespace hull::inside
