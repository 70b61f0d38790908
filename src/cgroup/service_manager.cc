// SPDX-License-Identifier: Apache-2.0
#include "cgroup/service_manager.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

#include "base/path.h"
#include "base/text.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

using Kind = Message::Kind;

constexpr const char* kPath = "/org/freedesktop/systemd1";
constexpr const char* kManager = "org.freedesktop.systemd1.Manager";
constexpr const char* kUnit = "org.freedesktop.systemd1.Unit";
constexpr const char* kJob = "org.freedesktop.systemd1.Job";
constexpr const char* kProperties = "org.freedesktop.DBus.Properties";

constexpr std::string_view kUnitExists = "org.freedesktop.systemd1.UnitExists";
constexpr std::string_view kNoSuchUnit = "org.freedesktop.systemd1.NoSuchUnit";

Value list_of(const Properties& properties) {
  std::vector<Value> list;
  for (const Property& property : properties)
    list.push_back(struct_value({string_value(property.name), variant_value(property.value)}));
  return array_value("(sv)", std::move(list));
}

std::string first_text(const Message& message) {
  return message.body.empty() ? "" : message.body.front().text();
}

bool is_failure(const Message& message, std::string_view name) {
  return message.kind == Kind::Failure && message.member == name;
}

Error failure(const std::string& what, const Message& answer) {
  return Error::refused(format("systemd: {}: {} ({})", what, first_text(answer), answer.member));
}

// The lock on `directory`, which lasts as long as the descriptor. Without it things only get slow.
sys::Fd take_turn(const std::string& directory, const Deadline& deadline) {
  if (directory.empty()) return {};
  auto opened = sys::open_at(sys::FdRef::cwd(), directory, O_RDONLY | O_DIRECTORY);
  if (!opened) return {};
  Naps naps;
  while (::flock(sys::FdRef(*opened).number(), LOCK_EX | LOCK_NB) < 0) {
    if (errno != EWOULDBLOCK || deadline.passed()) return {};
    naps.next();
  }
  return std::move(opened).value();
}

}  // namespace

Result<ServiceManager> ServiceManager::connect(const std::string& addresses,
                                               std::chrono::milliseconds patience,
                                               const std::string& turn) {
  sys::Fd ours = take_turn(turn, Deadline(patience));
  auto bus = Bus::connect(addresses, Deadline(patience));
  if (!bus)
    return std::move(bus).error().context("systemd").hint(
        "--cgroup-manager=cgroupfs does without it");
  return ServiceManager(std::move(ours), std::move(bus).value(), patience);
}

Error ServiceManager::no_answer(const std::string& what) const {
  return Error::refused(format("systemd: {}: no answer within {}", what, in_seconds(patience_)))
      .hint("--systemd-timeout lets it take longer");
}

Result<Message> ServiceManager::ask_object(const std::string& path, const std::string& interface,
                                           const std::string& member, std::vector<Value> arguments,
                                           const Deadline& deadline) {
  auto answer = TRY(
      bus_.call({kSystemd, path, interface, member, std::move(arguments)}, deadline).context([&] {
        return "systemd: " + member;
      }));
  if (!answer) return no_answer(member);
  return std::move(*answer);
}

Result<Message> ServiceManager::ask(const std::string& member, std::vector<Value> arguments,
                                    const Deadline& deadline) {
  return ask_object(kPath, kManager, member, std::move(arguments), deadline);
}

Result<std::string> ServiceManager::property(const std::string& path, const std::string& interface,
                                             const std::string& property,
                                             const Deadline& deadline) {
  auto answer = TRY(ask_object(path, kProperties, "Get",
                               {string_value(interface), string_value(property)}, deadline));
  if (answer.kind == Kind::Failure) return failure(property, answer);
  if (answer.body.empty() || answer.body.front().inside().empty()) return std::string();
  return answer.body.front().inside().front().text();
}

Result<std::string> ServiceManager::manager_property(const std::string& name) {
  return property(kPath, kManager, name, Deadline(patience_));
}

Result<std::string> ServiceManager::control_group() {
  auto own = TRY(manager_property("ControlGroup"));
  return own == "/" ? std::string() : own;
}

// "257.9-1~deb13u1", or "v258-rc1".
Result<unsigned> ServiceManager::version() {
  auto text = TRY(manager_property("Version"));
  std::string_view digits = text;
  if (digits.starts_with('v')) digits.remove_prefix(1);
  digits = digits.substr(0, digits.find_first_not_of("0123456789"));
  auto number = parse_uint(digits);
  if (!number) return Error::refused(format("systemd: '{}' is not a version", text));
  return static_cast<unsigned>(*number);
}

Result<void> ServiceManager::start(const std::string& name, const Properties& properties) {
  const Deadline deadline(patience_);
  const std::string what = format("StartTransientUnit('{}')", name);
  TRY(bus_.listen(kManager, "JobRemoved", name, deadline).context("systemd"));
  for (bool again = true;; again = false) {
    auto answer = TRY(ask("StartTransientUnit",
                          {string_value(name), string_value("replace"), list_of(properties),
                           array_value("(sa(sv))", {})},
                          deadline));
    if (answer.kind == Kind::Answer) return wait_for_job(first_text(answer), name, deadline);
    if (!is_failure(answer, kUnitExists) || !again) return failure(what, answer);
    TRY(make_room(name, deadline));
  }
}

Result<void> ServiceManager::make_room(const std::string& name, const Deadline& deadline) {
  auto found = TRY(ask("GetUnit", {string_value(name)}, deadline));
  // It is gone by now.
  if (found.kind == Kind::Failure) return {};
  auto state = property(first_text(found), kUnit, "ActiveState", deadline);
  if (!state || *state == "inactive") return {};
  if (*state != "failed")
    return Error::refused(format("systemd: unit '{}' exists already and is {}", name, *state));
  TRY(ask("ResetFailedUnit", {string_value(name)}, deadline));
  return {};
}

Result<void> ServiceManager::wait_for_job(const std::string& job, const std::string& name,
                                          const Deadline& deadline) {
  const auto begin = std::chrono::steady_clock::now();
  while (true) {
    auto removed = TRY(bus_.signal(deadline).context("systemd"));
    if (!removed) break;
    // Number, object path, unit and result of the job.
    const auto& body = removed->body;
    if (body.size() != 4 || body[1].text() != job) continue;
    const std::string result = body[3].text();
    if (result == "done") return {};
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begin);
    return Error::refused(
        format("systemd: job for '{}' ended as '{}' after {}", name, result, in_seconds(took)));
  }
  // Whoever reads the message wants to know whether it is busy or hangs.
  auto state = property(job, kJob, "State", Deadline(std::chrono::milliseconds(1000)));
  return no_answer(format("job {} for '{}', {}", path::name(job), name,
                          state ? format("'{}'", *state) : "of which it says nothing"));
}

Result<void> ServiceManager::change(const std::string& name, const Properties& properties) {
  const Deadline deadline(patience_);
  auto answer = TRY(ask("SetUnitProperties",
                        {string_value(name), boolean_value(true), list_of(properties)}, deadline));
  if (answer.kind == Kind::Failure) return failure(format("SetUnitProperties('{}')", name), answer);
  // systemd writes to the cgroup after its answer, but before it reads what comes next.
  TRY(ask_object(kPath, "org.freedesktop.DBus.Peer", "Ping", {}, deadline));
  return {};
}

Result<void> ServiceManager::stop(const std::string& name) {
  const Deadline deadline(patience_);
  TRY(bus_.listen(kManager, "JobRemoved", name, deadline).context("systemd"));
  auto answer = TRY(ask("StopUnit", {string_value(name), string_value("replace")}, deadline));
  if (is_failure(answer, kNoSuchUnit)) return {};
  if (answer.kind == Kind::Failure) return failure(format("StopUnit('{}')", name), answer);
  TRY(wait_for_job(first_text(answer), name, deadline));
  // Most units are gone by now; of one that failed only its failure is left.
  TRY(ask("ResetFailedUnit", {string_value(name)}, deadline));
  return {};
}

Result<void> ServiceManager::forget_changes(const std::string& name) {
  std::vector<Value> names = {string_value(name)};
  auto answer =
      TRY(ask("RevertUnitFiles", {array_value("s", std::move(names))}, Deadline(patience_)));
  if (answer.kind == Kind::Failure) return failure(format("RevertUnitFiles('{}')", name), answer);
  return {};
}

}  // namespace hull::cgroup
