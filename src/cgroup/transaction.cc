// SPDX-License-Identifier: Apache-2.0
#include "cgroup/transaction.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/text.h"
#include "cgroup/restoring.h"
#include "cgroup/writing.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

// The content of a file; nothing when it is not there or is only for writing (memory.reclaim).
std::optional<std::string> content_of(sys::FdRef root, const std::string& path) {
  auto text = sys::read(root, path);
  if (!text) return std::nullopt;
  return std::move(text).value();
}

// The file that tells what came of a write to `file`: a set of processors, some of which may be
// off or somebody else's.
std::string told_in(const std::string& file) {
  return file == "cpuset.cpus" || file == "cpuset.mems" ? file + ".effective" : file;
}

// The one write that nothing undoes: v2's kernel ends processes until the limit holds. It comes
// last, when nothing else can be refused.
bool ends_processes(const std::string& file) {
  return file == "memory.max";
}

std::string shown(const std::optional<std::string>& text) {
  return std::string(trim(text.value_or("")));
}

}  // namespace

std::string Transaction::Write::path() const {
  return directory_in(directory, file());
}

Result<Transaction> Transaction::prepare(sys::FdRef root, const Location& location,
                                         const Settings& settings) {
  Transaction transaction(root, location);
  for (const Setting& setting : settings) {
    TRY(check_usage(root, location, setting));
    bool found = false;
    for (auto choice = setting.choices.begin(); choice != setting.choices.end() && !found; ++choice)
      found = TRY(transaction.add(setting, *choice));
    if (!found && setting.absent == Absent::Refused) return absence(root, location, setting);
  }
  return transaction;
}

Result<bool> Transaction::add(const Setting& setting, const Assignment& choice) {
  Setting chosen = setting;
  chosen.choices = {choice};
  std::vector<Write> writes;
  for (std::string& directory : directories(location_, setting)) {
    Write write = {.setting = chosen, .directory = std::move(directory)};
    auto there = sys::status(root_, write.path());
    if (!there && there.error().is(ENOENT)) return false;
    TRY(std::move(there).context(setting.pointer));
    TRY(keep(write));
    writes.push_back(std::move(write));
  }
  std::ranges::move(writes, std::back_inserter(writes_));
  return true;
}

Result<void> Transaction::keep(Write& write) const {
  const std::string& file = write.file();
  const std::string path = directory_in(write.directory, kept_in(file));
  auto content = content_of(root_, path);
  if (!content) return {};
  auto text = restoring(kept_in(file), *content, write.text());
  if (text) write.kept.push_back({path, std::move(*text)});
  for (std::string_view other : lost_with(file, *content)) {
    const std::string other_path = directory_in(write.directory, other);
    auto other_content = content_of(root_, other_path);
    if (other_content) write.kept.push_back({other_path, std::string(trim(*other_content))});
  }
  return {};
}

Change Transaction::change(const Write& write) const {
  const bool has_own = !write.kept.empty() && write.kept.front().path == write.path();
  return {.pointer = write.setting.pointer,
          .file = write.path(),
          .before = has_own ? std::string(trim(write.kept.front().text)) : "",
          .asked = write.text(),
          .after = ""};
}

Changes Transaction::changes() const {
  Changes all;
  for (const Write& write : writes_) all.push_back(change(write));
  return all;
}

Changes Transaction::accepted() const {
  Changes all;
  for (const Write& write : writes_) {
    all.push_back(change(write));
    const std::string& file = write.file();
    auto content = content_of(root_, directory_in(write.directory, told_in(file)));
    if (!content) content = content_of(root_, write.path());
    if (content) all.back().after = shown(restoring(file, *content, write.text()));
  }
  return all;
}

Result<void> Transaction::write(const Tell& tell) {
  for (bool deadly : {false, true}) {
    std::vector<const Write*> pending;
    Settings settings;
    for (const Write& write : writes_) {
      if (ends_processes(write.file()) != deadly) continue;
      pending.push_back(&write);
      if (is_own(write)) settings.push_back(write.setting);
    }
    if (pending.empty()) continue;
    TRY(tell(settings));
    TRY(write_all(std::move(pending)));
  }
  return {};
}

Result<void> Transaction::write_all(std::vector<const Write*> pending) {
  return write_in_accepted_order(std::move(pending), [this](const Write* write) -> Result<void> {
    TRY(write_text(root_, write->setting, write->path(), write->text()));
    to_restore_.insert(to_restore_.end(), write->kept.rbegin(), write->kept.rend());
    return {};
  });
}

bool Transaction::is_own(const Write& write) const {
  return write.directory == directories(location_, write.setting).back();
}

Settings Transaction::before() const {
  Settings settings;
  for (const Write& write : writes_) {
    if (!is_own(write) || write.kept.empty() || write.kept.front().path != write.path()) continue;
    Setting setting = write.setting;
    setting.choices.front().text = write.kept.front().text;
    settings.push_back(std::move(setting));
  }
  return settings;
}

Result<void> Transaction::roll_back() {
  std::ranges::reverse(to_restore_);
  std::map<std::string, std::string> stuck;
  // The failures are told together at the end: one must not keep the others from their old values.
  ignore(write_in_accepted_order(std::exchange(to_restore_, {}),
                                 [&](const Kept& kept) -> Result<void> {
                                   auto written = sys::write(root_, kept.path, kept.text);
                                   if (written) {
                                     stuck.erase(kept.path);
                                     return {};
                                   }
                                   stuck[kept.path] = trim(kept.text);
                                   if (may_pass_later(written.error())) return written;
                                   return {};
                                 }),
         "what is stuck tells more");
  if (stuck.empty()) return {};
  std::vector<std::string> told;
  for (const auto& [path, text] : stuck)
    told.push_back(format("'{}' does not take its old value {} back", path, text));
  return Error::refused(join(told, ", "));
}

}  // namespace hull::cgroup
