// SPDX-License-Identifier: Apache-2.0
// The maps of a new user namespace, and whether an id is in them. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// The maps to write: empty unless a user namespace is created. Those beside a joined one are
/// ignored without a word, because containerd and CRI-O always give both. Refuses a new user
/// namespace without maps, maps without a user namespace, maps the kernel would not take
/// (user_namespaces(7)) and maps without root.
Result<IdMaps> plan_id_maps(const Request& request, const Namespaces& namespaces);

/// `mappings` checked as the kernel would: 1 to 340 rows, none empty, none overlapping in either
/// column. `pointer` begins the message of a refusal.
Result<std::vector<IdRange>> id_ranges(const std::vector<spec::IdMapping>& mappings,
                                       std::string_view pointer);
Result<void> check_ranges(const std::vector<IdRange>& ranges, std::string_view pointer);

/// Whether `ranges` are a single row for `id` alone: all that user_namespaces(7) lets a process
/// without CAP_SETUID or CAP_SETGID map, namely its own.
bool is_alone(const std::vector<IdRange>& ranges, std::uint32_t id);

/// Whether setgroups(2) is denied in the container's user namespace, so that the supplementary
/// groups stay the caller's. Of a joined one that is not known: false.
bool denies_setgroups(const Facts& facts, const IdMaps& id_maps);

/// What the container's `id` is on the host; nothing if it is not mapped.
std::optional<std::uint32_t> host_id(const std::vector<IdRange>& ranges, std::uint32_t id);

/// Whether the host's `id` may be one of the container's, in a user namespace that has `ranges`: of
/// one that is joined there are none, and it is not known.
bool may_be_inside(const std::vector<IdRange>& ranges, std::uint32_t id);

/// Whether `ranges` give the container's `id` a host id. No ranges: no user namespace of ours, so
/// every id is as good as it was.
bool is_mapped(const std::vector<IdRange>& ranges, std::uint32_t id);

}  // namespace hull::plan
