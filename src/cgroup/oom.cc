// SPDX-License-Identifier: Apache-2.0
#include "cgroup/oom.h"

#include <algorithm>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "cgroup/keyed.h"
#include "cgroup/tree.h"
#include "sys/alarm.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

// v1 has no word for "unlimited": it shows the largest number of whole pages.
constexpr std::uint64_t kLegacyNoLimit = std::uint64_t{1} << 62;

// cgroup-v1/memory.rst, "OOM Control". Both files may be closed again; closing the event ends it.
Result<sys::Fd> make_legacy_event(sys::FdRef root, const std::string& directory) {
  auto event = TRY(sys::make_event());
  auto source = TRY(sys::open_at(root, directory_in(directory, "memory.oom_control"), O_RDONLY));
  TRY(sys::write(root, directory_in(directory, "cgroup.event_control"),
                 format("{} {}", event.number(), source.number())));
  return event;
}

Result<std::uint64_t> legacy_number(sys::FdRef dir, const std::string& file) {
  auto text = TRY(sys::try_read(dir, file));
  return parse_uint(trim(text.value_or(""))).value_or(0);
}

std::string describe(const ReachedLimit& limit, std::string_view path) {
  std::string text = format("cgroup '{}'", limit.cgroup);
  if (limit.cgroup != path) text += ", above the container's,";
  if (limit.bytes == 0) return text + " reached its memory limit";
  return text + format(" reached its memory limit of {} bytes ({})", limit.bytes, limit.file);
}

OutOfMemory sum(OutOfMemory first, OutOfMemory then) {
  first.kills += then.kills;
  first.below = first.below || then.below;
  for (ReachedLimit& limit : then.reached) {
    auto is_same = [&](const ReachedLimit& other) { return other.cgroup == limit.cgroup; };
    if (std::ranges::none_of(first.reached, is_same)) first.reached.push_back(std::move(limit));
  }
  return first;
}

}  // namespace

void fields(spec::Fields& f, ReachedLimit& limit) {
  f.required("cgroup", limit.cgroup);
  f.required("file", limit.file);
  f.required("limit", limit.bytes);
}

void fields(spec::Fields& f, OutOfMemory& event) {
  f.required("cgroup", event.cgroup);
  f.required("kills", event.kills);
  f.written("reached", event.reached);
  f.written("below", event.below);
}

std::optional<std::string> explain(const OutOfMemory& event) {
  if (event.kills == 0) return std::nullopt;
  std::string text = event.kills == 1 ? "a process of the container was"
                                      : format("{} processes of the container were", event.kills);
  text += " killed by the OOM killer: ";
  std::vector<std::string> reasons;
  if (event.below)
    reasons.push_back(format("a cgroup below '{}' reached its memory limit", event.cgroup));
  for (const ReachedLimit& limit : event.reached) reasons.push_back(describe(limit, event.cgroup));
  if (reasons.empty())
    return text +
           format("the machine ran out of memory, not cgroup '{}' or one above it", event.cgroup);
  return text + join(reasons, " and ");
}

OomWatch OomWatch::start(sys::FdRef root, const Location& location) {
  OomWatch watch;
  const Hierarchy* memory = location.layout.with("memory");
  auto own_root = sys::duplicate(root);
  if (memory == nullptr || location.path.empty() || !own_root) return watch;
  watch.root_ = std::move(own_root).value();
  watch.version_ = memory->version;
  if (watch.version_ == Version::Two) {
    auto events = sys::open_at(
        root, directory_in(directory_of(*memory, location.path), "memory.events"), O_RDONLY);
    if (!events) return watch;
    watch.events_ = std::move(events).value();
  }
  for (std::string path = location.path; path != "/"; path = path::parent(path))
    watch.add_level(*memory, path);
  // The true root has no limit, and on v2 no such file; that of a cgroup namespace has.
  if (watch.version_ == Version::Two) watch.add_level(*memory, "/");
  // What was before; without it there is nothing to compare with.
  if (!watch.levels_.empty() && !watch.remember()) watch.levels_.clear();
  return watch;
}

void OomWatch::add_level(const Hierarchy& memory, const std::string& path) {
  Level level{.path = path, .directory = directory_of(memory, path), .reached = 0, .event = {}};
  if (version_ == Version::One) {
    auto event = make_legacy_event(root_, level.directory);
    if (!event) return;
    level.event = std::move(event).value();
  }
  levels_.push_back(std::move(level));
}

Result<void> OomWatch::remember() {
  if (version_ == Version::One)
    kills_ = TRY(legacy_kills(levels_.front().directory));
  else
    TRY(look_unified());
  return {};
}

pollfd OomWatch::alarm() const {
  if (!is_watching()) return {-1, 0, 0};
  if (version_ == Version::Two) return {events_.number(), POLLPRI, 0};
  return {levels_.front().event.number(), POLLIN, 0};
}

Result<std::optional<OutOfMemory>> OomWatch::news() {
  auto event = TRY(look());
  const bool is_news = version_ == Version::Two ? event.kills > 0 : !event.reached.empty();
  if (is_news) return std::optional<OutOfMemory>(std::move(event));
  if (version_ == Version::Two) noted_ = std::move(event);
  return std::optional<OutOfMemory>();
}

Result<OutOfMemory> OomWatch::look_now() {
  if (!is_watching()) return OutOfMemory();
  return version_ == Version::Two ? look_unified() : look_legacy();
}

Result<OutOfMemory> OomWatch::look() {
  auto noted = std::exchange(noted_, std::nullopt);
  auto now = look_now();
  if (!noted) return now;
  if (now) return sum(std::move(*noted), std::move(*now));
  // The limit was reached; the count of the kill that follows came too late for the note.
  if (noted->kills == 0 && !noted->reached.empty()) noted->kills = 1;
  return std::move(*noted);
}

bool OomWatch::note() {
  auto now = look_now();
  if (!now) return false;
  noted_ = noted_ ? sum(std::move(*noted_), std::move(*now)) : std::move(*now);
  return true;
}

Result<OutOfMemory> OomWatch::look_unified() {
  OutOfMemory event{.cgroup = levels_.front().path};
  // From its start, which also arms the alarm again.
  TRY(sys::rewind(events_));
  auto all = TRY(sys::read_all(events_));
  event.kills = value_of(all, "oom_kill").value_or(0) - kills_;
  kills_ += event.kills;
  std::uint64_t own = 0;
  for (Level& level : levels_) {
    auto text = TRY(sys::try_read(root_, directory_in(level.directory, "memory.events.local")));
    const std::uint64_t reached = value_of(text.value_or(""), "oom").value_or(0);
    if (reached > level.reached) event.reached.push_back(limit_of(level));
    if (&level == &levels_.front()) own = reached;
    level.reached = reached;
  }
  // Of all that was counted, not since the last look: the two files are read one after the other,
  // and the kernel counts in the second first (memcg_memory_event()), so what happens between makes
  // the difference too small for the moment, never too large.
  const std::uint64_t in_all = value_of(all, "oom").value_or(0);
  const std::uint64_t below = in_all > own ? in_all - own : 0;
  event.below = below > reached_below_;
  reached_below_ = std::max(reached_below_, below);
  return event;
}

// Who is told at a limit is told once, and so is everybody below: each was the one itself as often
// as it was told more than the next above it.
Result<OutOfMemory> OomWatch::look_legacy() {
  OutOfMemory event{.cgroup = levels_.front().path};
  std::uint64_t above = 0;
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
    auto told = TRY(sys::take(level->event));
    if (told > above) event.reached.insert(event.reached.begin(), limit_of(*level));
    above = told;
  }
  auto kills = TRY(legacy_kills(levels_.front().directory));
  event.kills = kills > kills_ ? kills - kills_ : 0;
  kills_ = kills;
  if (event.kills > 0 && event.reached.empty())
    event.below = TRY(legacy_limit_below(levels_.front().directory));
  return event;
}

Result<std::uint64_t> OomWatch::legacy_kills(const std::string& directory) const {
  auto text = TRY(sys::read(root_, directory_in(directory, "memory.oom_control")));
  std::uint64_t kills = value_of(text, "oom_kill").value_or(0);
  // Most have nobody below, which a look at the links tells: every directory's ".." is one.
  auto itself = TRY(sys::status(root_, directory));
  if (itself.st_nlink <= 2) return kills;
  kills = 0;
  TRY(for_each(root_, directory, [&](sys::FdRef cgroup) -> Result<void> {
    // One that is removed meanwhile counts no more.
    auto own = sys::read(cgroup, "memory.oom_control");
    if (own) kills += value_of(*own, "oom_kill").value_or(0);
    return {};
  }));
  return kills;
}

Result<bool> OomWatch::legacy_limit_below(const std::string& directory) const {
  bool found = false;
  bool is_below = false;
  TRY(for_each(root_, directory, [&](sys::FdRef cgroup) -> Result<void> {
    // What is removed meanwhile says nothing.
    auto failures = legacy_number(cgroup, "memory.failcnt");
    found |= std::exchange(is_below, true) && failures && *failures > 0;
    return {};
  }));
  return found;
}

ReachedLimit OomWatch::limit_of(const Level& level) const {
  ReachedLimit limit{.cgroup = level.path, .file = "memory.max", .bytes = 0};
  if (version_ == Version::One) {
    // Of two equal limits the one with swap counted in is reached first.
    auto failures = legacy_number(root_, directory_in(level.directory, "memory.failcnt"));
    auto with_swap = legacy_number(root_, directory_in(level.directory, "memory.memsw.failcnt"));
    const bool swap = failures && with_swap && *failures == 0 && *with_swap > 0;
    limit.file = swap ? "memory.memsw.limit_in_bytes" : "memory.limit_in_bytes";
  }
  auto text = sys::read(root_, directory_in(level.directory, limit.file));
  auto bytes = number_or_max(text ? *text : "");
  if (bytes && *bytes < kLegacyNoLimit) limit.bytes = *bytes;
  return limit;
}

}  // namespace hull::cgroup
