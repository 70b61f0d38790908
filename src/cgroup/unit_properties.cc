// SPDX-License-Identifier: Apache-2.0
#include "cgroup/unit_properties.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "cgroup/value_text.h"

namespace hull::cgroup {
namespace {

constexpr std::uint64_t kInfinity = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kMicroseconds = 1'000'000;

// A limit: bytes, tasks.
std::optional<std::uint64_t> limit(std::string_view text) {
  if (text == "max" || text == "-1") return kInfinity;
  return parse_uint(text);
}

using Convert = std::optional<Value>(std::string_view text);

std::optional<Value> at_least(std::uint64_t least, std::string_view text) {
  auto number = limit(text);
  if (!number || *number < least) return std::nullopt;
  return uint64_value(*number);
}

// What systemd refuses to be told, though the kernel takes it, is left out: a limit of nothing.
std::optional<Value> from_1(std::string_view text) {
  return at_least(1, text);
}

std::optional<Value> from_0(std::string_view text) {
  return at_least(0, text);
}

std::optional<Value> weight(std::string_view text, std::uint64_t least, std::uint64_t most) {
  auto number = parse_uint(text);
  if (!number || *number < least || *number > most) return std::nullopt;
  return uint64_value(*number);
}

std::optional<Value> cpu_weight(std::string_view text) {
  return weight(text, 1, 10'000);
}

std::optional<Value> cpu_shares(std::string_view text) {
  return weight(text, 2, 262'144);
}

std::optional<Value> block_weight(std::string_view text) {
  return weight(text, 10, 1000);
}

// To systemd 0 is "idle".
std::optional<Value> cpu_idle(std::string_view text) {
  if (text != "1") return std::nullopt;
  return uint64_value(0);
}

std::optional<Value> writeback(std::string_view text) {
  if (text != "0" && text != "1") return std::nullopt;
  return boolean_value(text == "1");
}

// "0-3,7" as a bitmap, the lowest number in the lowest bit of the first byte. The kernel knows more
// ways to write a set; of those systemd is not told.
std::optional<Value> number_set(std::string_view text) {
  constexpr std::uint64_t kMost = 65'536;
  std::vector<std::uint8_t> bits;
  // An empty set is none at all: what an update that failed goes back to.
  if (trim(text).empty()) return bytes_value(bits);
  for (std::string_view range : split(trim(text), ',')) {
    const std::size_t dash = range.find('-');
    auto first = parse_uint(range.substr(0, dash));
    auto last = dash == range.npos ? first : parse_uint(range.substr(dash + 1));
    if (!first || !last || *first > *last || *last >= kMost) return std::nullopt;
    bits.resize(std::max<std::size_t>(bits.size(), *last / 8 + 1));
    for (std::uint64_t n = *first; n <= *last; ++n)
      bits[n / 8] = static_cast<std::uint8_t>(bits[n / 8] | 1U << n % 8);
  }
  return bytes_value(bits);
}

// A file that a property stands for by itself, from which version of systemd on.
struct Row {
  std::string_view file;
  std::string_view property;
  Convert* convert;
  unsigned since = 0;
};

constexpr Row kRows[] = {
    {"memory.max", "MemoryMax", from_1},
    {"memory.high", "MemoryHigh", from_1},
    {"memory.low", "MemoryLow", from_0},
    {"memory.min", "MemoryMin", from_0},
    {"memory.swap.max", "MemorySwapMax", from_0},
    {"memory.zswap.max", "MemoryZSwapMax", from_0, 253},
    {"memory.zswap.writeback", "MemoryZSwapWriteback", writeback, 256},
    {"memory.limit_in_bytes", "MemoryLimit", from_1},
    {"cpu.weight", "CPUWeight", cpu_weight},
    {"cpu.idle", "CPUWeight", cpu_idle, 252},
    {"cpu.shares", "CPUShares", cpu_shares},
    {"cpuset.cpus", "AllowedCPUs", number_set, 244},
    {"cpuset.mems", "AllowedMemoryNodes", number_set, 244},
    {"pids.max", "TasksMax", from_1},
    {"blkio.weight", "BlockIOWeight", block_weight},
};

// "8:0 rest": the device as systemd wants it, a path, and the rest. Nothing for "default 100".
struct OfDevice {
  std::string path;
  std::string_view rest;
};

std::optional<OfDevice> of_device(std::string_view text) {
  const std::size_t blank = text.find(' ');
  const std::string_view device = text.substr(0, blank);
  if (blank == text.npos || device.find(':') == device.npos) return std::nullopt;
  return OfDevice{format("/dev/block/{}", device), trim(text.substr(blank))};
}

// Device values of one property gather in it.
void add_of_device(Properties& properties, const std::string& name, const std::string& path,
                   std::uint64_t number) {
  std::vector<Value> all;
  for (const Property& property : properties)
    if (property.name == name) all = property.value.inside();
  all.push_back(struct_value({string_value(path), uint64_value(number)}));
  put(properties, {name, array_value("(st)", std::move(all))});
}

// systemd scales its IOWeight (1 to 10000) down to BFQ's (1 to 1000), to 100 one to one and beyond
// in steps of 11: this is what comes out as `weight` there.
std::uint64_t of_bfq(std::uint64_t weight) {
  return weight <= 100 ? weight : 100 + (weight - 100) * 11;
}

void add_io_weight(Properties& properties, std::string_view text, bool bfq) {
  auto device = of_device(text);
  std::string_view digits = device ? device->rest : text;
  if (digits.starts_with("default ")) digits = trim(digits.substr(8));
  auto number = parse_uint(digits);
  if (!number) return;
  const std::uint64_t weight = bfq ? of_bfq(*number) : *number;
  if (weight < 1 || weight > 10'000) return;
  if (device)
    add_of_device(properties, "IODeviceWeight", device->path, weight);
  else
    put(properties, {"IOWeight", uint64_value(weight)});
}

void add_io_max(Properties& properties, std::string_view text) {
  constexpr std::pair<std::string_view, const char*> kKeys[] = {{"rbps", "IOReadBandwidthMax"},
                                                                {"wbps", "IOWriteBandwidthMax"},
                                                                {"riops", "IOReadIOPSMax"},
                                                                {"wiops", "IOWriteIOPSMax"}};
  auto device = of_device(text);
  if (!device) return;
  for (std::string_view pair : split(device->rest, ' ')) {
    const std::size_t equals = pair.find('=');
    if (equals == pair.npos) continue;
    auto number = limit(pair.substr(equals + 1));
    for (const auto& [key, property] : kKeys)
      if (number && pair.substr(0, equals) == key)
        add_of_device(properties, property, device->path, *number);
  }
}

// cpu.max on v2, or its two halves on v1.
class Bandwidth {
 public:
  explicit Bandwidth(const std::function<std::optional<std::string>(const std::string&)>& now)
      : now_(now) {}

  // Whether the file was one of ours.
  bool take(const Assignment& write) {
    if (write.file == "cpu.max") {
      auto words = split(trim(write.text), ' ');
      quota_ = limit(words.front());
      if (words.size() > 1) period_ = parse_uint(words[1]);
      unified_ = true;
    } else if (write.file == "cpu.cfs_quota_us") {
      quota_ = limit(write.text);
    } else if (write.file == "cpu.cfs_period_us") {
      period_ = parse_uint(write.text);
    } else {
      return false;
    }
    return true;
  }

  void add_to(Properties& properties, unsigned version) {
    constexpr std::uint64_t kDefaultPeriod = 100'000;
    constexpr std::uint64_t kPercent = kMicroseconds / 100;
    constexpr unsigned kKnowsPeriods = 242;
    if (!quota_ && !period_) return;
    if (period_ && version >= kKnowsPeriods)
      put(properties, {"CPUQuotaPeriodUSec", uint64_value(*period_)});
    if (!quota_) quota_ = limit(present("cpu.cfs_quota_us"));
    if (!period_ && unified_) {
      const std::string text = present("cpu.max");
      period_ =
          parse_uint(std::string_view(text).substr(std::min(text.find(' ') + 1, text.size())));
    }
    if (!period_) period_ = parse_uint(present("cpu.cfs_period_us"));
    const std::uint64_t period = std::max<std::uint64_t>(period_.value_or(kDefaultPeriod), 1);
    std::uint64_t a_second = quota_.value_or(kInfinity);
    // Beyond what the kernel takes there is nothing to agree on.
    if (a_second < kInfinity / kMicroseconds) {
      a_second = a_second * kMicroseconds / period;
      a_second = (a_second + kPercent - 1) / kPercent * kPercent;
      if (a_second == 0) return;
    }
    put(properties, {"CPUQuotaPerSecUSec", uint64_value(a_second)});
  }

 private:
  std::string present(const std::string& file) const {
    auto text = now_(file);
    return text ? std::string(trim(*text)) : "";
  }

  const std::function<std::optional<std::string>(const std::string&)>& now_;
  std::optional<std::uint64_t> quota_;
  std::optional<std::uint64_t> period_;
  bool unified_ = false;
};

// What the driver says of every container's unit and could not work without.
bool is_ours(std::string_view name) {
  return name == "PIDs" || name == "Slice" || name == "Delegate";
}

bool is_name(std::string_view name) {
  constexpr std::size_t kShortest = 3;
  return name.size() >= kShortest && std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

// A number of seconds of any type.
Result<Value> microseconds(const Value& seconds) {
  double real = 0;
  if (const auto* whole = std::get_if<std::uint64_t>(&seconds.data)) {
    if (*whole <= kInfinity / kMicroseconds) return uint64_value(*whole * kMicroseconds);
    real = -1;
  } else if (const auto* integer = std::get_if<std::int64_t>(&seconds.data)) {
    const bool fits =
        *integer >= 0 && static_cast<std::uint64_t>(*integer) <= kInfinity / kMicroseconds;
    if (fits) return uint64_value(static_cast<std::uint64_t>(*integer) * kMicroseconds);
    real = -1;
  } else if (const auto* fraction = std::get_if<double>(&seconds.data)) {
    real = *fraction * static_cast<double>(kMicroseconds);
  } else {
    return Error::refused("seconds must be a number");
  }
  // 2^64, beyond which it would not be an uint64; this refuses what is not a number too.
  constexpr double kEnd = 18446744073709551616.0;
  if (!(real >= 0 && real < kEnd)) return Error::refused("the number of seconds is out of range");
  return uint64_value(static_cast<std::uint64_t>(real));
}

// "TimeoutStopSec", but neither "Sec" nor "OnlySec"'s "USec".
bool is_in_seconds(std::string_view name) {
  constexpr std::string_view kSeconds = "Sec";
  if (!name.ends_with(kSeconds) || name.size() == kSeconds.size()) return false;
  const char before = name[name.size() - kSeconds.size() - 1];
  return before >= 'a' && before <= 'z';
}

Result<Property> annotated(std::string name, const std::string& text) {
  if (!is_name(name)) return Error::refused("the name of a property has letters only, and three");
  if (is_ours(name)) return Error::refused("this property is the runtime's");
  auto value = TRY(parse_value(text));
  if (!is_in_seconds(name)) return Property{std::move(name), std::move(value)};
  name.insert(name.size() - 3, "U");
  auto converted = TRY(microseconds(value));
  return Property{std::move(name), std::move(converted)};
}

}  // namespace

Properties unit_properties(
    const std::vector<Assignment>& writes, unsigned version,
    const std::function<std::optional<std::string>(const std::string& file)>& now) {
  Properties properties;
  Bandwidth bandwidth(now);
  for (const Assignment& write : writes) {
    if (bandwidth.take(write)) continue;
    if (write.file == "io.max") add_io_max(properties, write.text);
    if (write.file == "io.weight") add_io_weight(properties, write.text, false);
    if (write.file == "io.bfq.weight") add_io_weight(properties, write.text, true);
    for (const Row& row : kRows) {
      if (row.file != write.file || version < row.since) continue;
      auto value = row.convert(trim(write.text));
      if (value) put(properties, {std::string(row.property), std::move(*value)});
    }
  }
  bandwidth.add_to(properties, version);
  return properties;
}

Result<Properties> annotated_properties(const std::map<std::string, std::string>& annotations) {
  constexpr std::string_view kPrefix = "org.systemd.property.";
  Properties properties;
  for (const auto& [key, text] : annotations) {
    if (!key.starts_with(kPrefix)) continue;
    auto property = TRY(annotated(key.substr(kPrefix.size()), text).context([&] {
      return "/annotations/" + json::pointer_step(key);
    }));
    put(properties, std::move(property));
  }
  return properties;
}

}  // namespace hull::cgroup
