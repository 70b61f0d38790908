// SPDX-License-Identifier: Apache-2.0
#include "life/update.h"

#include <concepts>
#include <limits>
#include <map>
#include <memory>
#include <utility>

#include "base/text.h"
#include "cgroup/restoring.h"
#include "cmd/commands.h"
#include "cmd/output.h"
#include "cmd/size.h"
#include "life/document.h"

namespace hull::cmd {
namespace {

constexpr std::string_view kResources = "/linux/resources/";
// The other part of config.json that flags are for.
constexpr std::string_view kRdt = "/linux/intelRdt/";

struct Asked {
  // From the flags that have a value in them.
  spec::Resources resources;
  spec::IntelRdt rdt;
  // "memory/limit" was asked for by "--memory".
  std::map<std::string, std::string, std::less<>> flags;
  std::string file;
  bool kernel_memory = false;
  bool dry_run = false;
};

enum class Unit { One, Bytes };
/// What 0 is: a value, or what config.json writes for unset and nobody can ask for.
enum class Zero { Value, Unset };

Result<std::int64_t> read_number(std::string_view text, Unit unit) {
  const auto number = unit == Unit::Bytes ? parse_size(text) : parse_int(text);
  if (number) return *number;
  constexpr std::string_view kSizes = ", with one of k, m, g, t and p behind it or not";
  return Error::refused(format("'{}' is not a whole number{}", text,
                               unit == Unit::Bytes ? kSizes : std::string_view()));
}

/// A number for the member at `member` of linux.resources.
template <std::integral T>
Option amount(Asked& asked, std::string_view name, std::string_view member, std::string_view value,
              std::string_view help, std::optional<T>& to, Zero zero = Zero::Unset) {
  const Unit unit = value == "BYTES" ? Unit::Bytes : Unit::One;
  return {name, "", value, help, [=, &asked, &to](std::string_view given) -> Result<void> {
            auto number = TRY(read_number(given, unit));
            if (number == 0 && zero == Zero::Unset) return Error::refused("0 asks for nothing");
            if (!std::in_range<T>(number))
              return Error::refused(
                  format("{} is not from 0 to {}", number, std::numeric_limits<T>::max()));
            to = static_cast<T>(number);
            asked.flags.insert_or_assign(std::string(member), format("--{}", name));
            return {};
          }};
}

Option list(Asked& asked, std::string_view name, std::string_view member, std::string_view help,
            std::string& to) {
  Option option = text(name, "", "LIST", help, &to);
  option.take = [=, &asked, take = std::move(option.take)](std::string_view given) -> Result<void> {
    asked.flags.insert_or_assign(std::string(member), format("--{}", name));
    return take(given);
  };
  return option;
}

void add_cpu_options(Asked& asked, std::vector<Option>& options) {
  spec::Cpu& cpu = asked.resources.cpu;
  for (std::string_view name : {"cpu-share", "cpu-shares"})
    options.push_back(amount(asked, name, "cpu/shares", "NUMBER",
                             "the weight against other cgroups (default: 1024)", cpu.shares));
  options.push_back(amount(asked, "cpu-period", "cpu/period", "MICROSECONDS",
                           "the period in which the quota is given", cpu.period));
  options.push_back(amount(asked, "cpu-quota", "cpu/quota", "MICROSECONDS",
                           "how long it may run in each period, -1 for no limit", cpu.quota));
  options.push_back(amount(asked, "cpu-burst", "cpu/burst", "MICROSECONDS",
                           "how much quota left over may be used later", cpu.burst, Zero::Value));
  options.push_back(amount(asked, "cpu-rt-period", "cpu/realtimePeriod", "MICROSECONDS",
                           "the period of real-time scheduling (v1)", cpu.realtime_period));
  options.push_back(amount(asked, "cpu-rt-runtime", "cpu/realtimeRuntime", "MICROSECONDS",
                           "how long real-time processes may run in it (v1)",
                           cpu.realtime_runtime));
  options.push_back(amount(asked, "cpu-idle", "cpu/idle", "0|1",
                           "1 to run only when nobody else wants to", cpu.idle, Zero::Value));
  options.push_back(list(asked, "cpuset-cpus", "cpu/cpus", "the processors: 0-3,7", cpu.cpus));
  options.push_back(list(asked, "cpuset-mems", "cpu/mems", "the memory nodes: 0-3,7", cpu.mems));
}

void add_memory_options(Asked& asked, std::vector<Option>& options) {
  spec::Memory& memory = asked.resources.memory;
  options.push_back(amount(asked, "memory", "memory/limit", "BYTES",
                           "the memory limit, -1 for none; swap is then unlimited too unless "
                           "--memory-swap is given",
                           memory.limit));
  options.push_back(amount(asked, "memory-reservation", "memory/reservation", "BYTES",
                           "what is left to it when memory is short", memory.reservation));
  options.push_back(amount(asked, "memory-swap", "memory/swap", "BYTES",
                           "the limit of memory and swap together, -1 for none", memory.swap));
  options.push_back(amount(asked, "kernel-memory", "memory/kernel", "BYTES",
                           "without effect: the kernel counts it in the memory limit",
                           memory.kernel));
  options.push_back(amount(asked, "kernel-memory-tcp", "memory/kernelTCP", "BYTES",
                           "the limit of TCP buffers (v1)", memory.kernel_tcp));
}

std::vector<Option> options_of(Asked& asked) {
  std::vector<Option> options = {
      text("resources", "r", "FILE",
           "take the limits from FILE (- for standard input), a linux.resources object, and none "
           "from other flags",
           &asked.file),
      toggle("dry-run", "", "change nothing and print a line for each file that would change",
             &asked.dry_run),
      amount(asked, "blkio-weight", "blockIO/weight", "NUMBER",
             "the weight of its block I/O, from 10 to 1000", asked.resources.block_io.weight)};
  add_cpu_options(asked, options);
  add_memory_options(asked, options);
  options.push_back(amount(asked, "pids-limit", "pids/limit", "NUMBER",
                           "how many processes there may be, -1 for no limit",
                           asked.resources.pids.limit, Zero::Value));
  options.push_back(text("l3-cache-schema", "", "TEXT",
                         "the part of the L3 cache, as resctrl writes it: L3:0=ff;1=f",
                         &asked.rdt.l3_cache_schema));
  options.push_back(text("mem-bw-schema", "", "TEXT",
                         "the part of the memory bandwidth: MB:0=20;1=70",
                         &asked.rdt.mem_bw_schema));
  return options;
}

/// Where the user asked for what stands at `pointer` of a config.json.
std::string place_of(const Asked& asked, std::string_view pointer) {
  if (pointer == "/linux/intelRdt/l3CacheSchema") return "--l3-cache-schema";
  if (pointer == "/linux/intelRdt/memBwSchema") return "--mem-bw-schema";
  if (!pointer.starts_with(kResources)) return std::string(pointer);
  const std::string_view member = pointer.substr(kResources.size());
  if (!asked.file.empty()) return format("/{}", member);
  auto flag = asked.flags.find(member);
  return flag == asked.flags.end() ? std::string(pointer) : flag->second;
}

/// A failure that tells of config.json's pointers, in the user's words.
Error at_place(const Asked& asked, const Error& error) {
  std::vector<std::string> attempts = error.attempts();
  for (std::string& attempt : attempts) {
    if (!attempt.starts_with(kResources) && !attempt.starts_with(kRdt)) continue;
    const std::size_t end = std::min(attempt.find(':'), attempt.size());
    attempt.replace(0, end, place_of(asked, attempt.substr(0, end)));
  }
  return Error::from_parts(std::move(attempts), error.code(), error.hint());
}

Result<spec::Resources> read_document(life::Context& context, const std::string& file) {
  std::vector<std::string> warnings;
  auto resources = TRY(life::read_document<spec::Resources>(file, warnings).context("--resources"));
  context.log.warnings(warnings);
  return resources;
}

Result<spec::Resources> resources_of(life::Context& context, const Asked& asked) {
  if (!asked.file.empty()) {
    for (const auto& [member, flag] : asked.flags)
      context.log.warning(hull::format("{} is ignored: --resources replaces it", flag));
    return read_document(context, asked.file);
  }
  const bool shares = !asked.rdt.l3_cache_schema.empty() || !asked.rdt.mem_bw_schema.empty();
  if (asked.flags.empty() && !shares)
    return Error::refused("no limit is given").hint("--help lists them");
  spec::Resources resources = asked.resources;
  if (std::exchange(resources.memory.kernel, std::nullopt))
    context.log.warning("--kernel-memory has no effect: the kernel counts it in the memory limit");
  return resources;
}

Result<void> print_changes(const Asked& asked, const cgroup::Changes& changes) {
  std::string lines;
  for (const cgroup::Change& change : changes)
    if (!cgroup::is_in_force(change.asked, change.before))
      lines +=
          one_line(hull::format("{}: {}: {} → {}", place_of(asked, change.pointer), change.file,
                                change.before.empty() ? "?" : change.before, change.asked)) +
          '\n';
  return print(lines);
}

// The kernel rounds: a memory limit to whole pages.
void log_accepted(Log& log, const cgroup::Changes& changes) {
  for (const cgroup::Change& change : changes)
    log.debug(cgroup::is_in_force(change.asked, change.after)
                  ? hull::format("{}: {}", change.file, change.asked)
                  : hull::format("{}: {}, which the kernel made {}", change.file, change.asked,
                                 change.after));
}

}  // namespace

Verb update_verb() {
  auto asked = std::make_shared<Asked>();
  return {.name = "update",
          .arguments = "ID",
          .summary = "change the limits of a container that lives",
          .options = options_of(*asked),
          .run = [asked](life::Context& context, const Arguments& arguments) -> Result<int> {
            auto resources = TRY(resources_of(context, *asked));
            auto mode = asked->dry_run ? cgroup::Mode::Try : cgroup::Mode::Write;
            auto changes = life::update(context, arguments[0], resources, asked->rdt, mode);
            if (!changes) return at_place(*asked, changes.error());
            if (asked->dry_run) TRY(print_changes(*asked, *changes));
            log_accepted(context.log, *changes);
            return 0;
          }};
}

}  // namespace hull::cmd
