// SPDX-License-Identifier: Apache-2.0
// The kernel's keys (keyrings(7)), as far as a container needs them. Inside.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace hull::sys {

/// The kernel's serial number of a key.
using Key = std::int32_t;

/// Leaves our session keyring for the one of this name that we may search, or else a new one
/// (keyctl(2), JOIN_SESSION_KEYRING), which our user id owns and our processes possess; "" is no
/// name, and always a new one. EDQUOT when the user has too many keys, ENOSYS without CONFIG_KEYS.
Result<Key> join_session_keyring(const std::string& name);

/// Whether processes of the keyring's owner may search it, and so find it by its name and join it.
/// A new one only those that possess it may search: nobody who comes later.
Result<bool> owner_may_search(Key keyring);
Result<void> let_owner_search(Key keyring);

}  // namespace hull::sys
