// SPDX-License-Identifier: Apache-2.0
#include "host/seccomp.h"

#include <linux/seccomp.h>
#include <sys/utsname.h>

#include <bit>
#include <cerrno>
#include <cstring>

#include "base/text.h"
#include "seccomp/ruleset.h"
#include "seccomp/syscalls.h"
#include "spec/codec.h"
#include "sys/seccomp.h"
#include "sys/socket.h"

namespace hull::host {
namespace {

/// Texts and numbers one behind the other, so that no two lists of them are alike: a text ends in
/// the NUL that no JSON document can bring in, and a list begins with its length.
class Key {
 public:
  void add(std::string_view text) {
    key_.append(text);
    key_ += '\0';
  }
  void add(std::uint64_t number) { key_.append(std::bit_cast<Bytes>(number).data, sizeof number); }
  std::string take() && { return std::move(key_); }

 private:
  struct Bytes {
    char data[sizeof(std::uint64_t)];
  };
  std::string key_;
};

void add_rule(Key& key, const plan::SyscallRule& rule) {
  key.add(rule.action);
  key.add(rule.entry);
  key.add(rule.names.size());
  for (const std::string& name : rule.names) key.add(name);
  key.add(rule.tests.size());
  for (const plan::ArgumentTest& test : rule.tests) {
    key.add(test.index);
    key.add(static_cast<std::uint64_t>(test.comparison));
    key.add(test.value);
    key.add(test.mask);
  }
}

// A cached value: the count of instructions, they themselves, the warnings, each with a NUL.
std::string pack(const Filter& filter) {
  const std::uint64_t count = filter.program.size();
  std::string value(reinterpret_cast<const char*>(&count), sizeof count);
  value += seccomp::bytes_of(filter.program);
  for (const std::string& warning : filter.warnings) (value += warning) += '\0';
  return value;
}

std::optional<Filter> unpack(std::string_view value) {
  std::uint64_t count = 0;
  if (value.size() < sizeof count) return std::nullopt;
  std::memcpy(&count, value.data(), sizeof count);
  value.remove_prefix(sizeof count);
  if (count > BPF_MAXINSNS || value.size() < count * sizeof(sock_filter)) return std::nullopt;
  auto program = seccomp::program_of(value.substr(0, count * sizeof(sock_filter)));
  if (!program) return std::nullopt;
  Filter filter = {.program = std::move(*program), .warnings = {}};
  value.remove_prefix(count * sizeof(sock_filter));
  for (std::string_view warning : split(value, '\0'))
    if (!warning.empty()) filter.warnings.emplace_back(warning);
  return filter;
}

Result<void> check_flags(const plan::Seccomp& profile) {
  const std::uint32_t asked = profile.all_flags();
  // A kernel of the present knows all.
  if ((asked & ~SECCOMP_FILTER_FLAG_SPEC_ALLOW) == 0 || sys::has_filter_flags(asked)) return {};
  return Error::refused(
      format("/linux/seccomp/flags: this kernel does not know all of {:#x} (seccomp(2))", asked));
}

Result<Filter> compile(const plan::Seccomp& profile) {
  Filter filter;
  auto ruleset = TRY(seccomp::resolve(profile, filter.warnings));
  filter.program = TRY(seccomp::compile(ruleset));
  return filter;
}

Result<Filter> finished(const plan::Seccomp& profile) {
  auto program = seccomp::program_of(profile.program);
  if (!program) return Error::refused("/linux/seccomp: the program is no BPF");
  return Filter{.program = std::move(*program), .warnings = {}};
}

}  // namespace

bool has_filter_flag(std::string_view name) {
  const std::uint32_t flag = plan::filter_flag(name);
  // Of use only with a listener, and known only beside the flag for one.
  const bool needs_listener = flag == SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV;
  return sys::has_filter_flags(needs_listener ? flag | SECCOMP_FILTER_FLAG_NEW_LISTENER : flag);
}

std::string filter_key(const plan::Seccomp& profile) {
  Key key;
  utsname host = {};
  ::uname(&host);
  for (std::string_view text : {host.release, host.machine}) key.add(text);
  key.add(seccomp::libseccomp_version());
  key.add(profile.default_action);
  key.add(profile.flags);
  key.add(std::uint64_t{profile.refuse_unknown});
  key.add(profile.architectures.size());
  for (const std::string& name : profile.architectures) key.add(name);
  key.add(profile.rules.size());
  for (const plan::SyscallRule& rule : profile.rules) add_rule(key, rule);
  return std::move(key).take();
}

Result<Filter> make_filter(const plan::Seccomp& profile, const FilterCache& cache) {
  if (!profile.program.empty()) return finished(profile);
  TRY(check_flags(profile));
  const std::string key = filter_key(profile);
  if (auto value = cache.find(key))
    if (auto filter = unpack(*value)) return std::move(*filter);
  auto filter = TRY(compile(profile));
  auto kept = cache.keep(key, pack(filter));
  if (!kept)
    filter.warnings.push_back(format("the seccomp filter is not kept for the next container: {}",
                                     kept.error().message()));
  return filter;
}

Result<sys::Fd> take_listener(const sys::Process& init, int number) {
  while (true) {
    auto listener = init.take_descriptor(number);
    if (listener || !listener.error().is(EBADF))
      return std::move(listener).context("/linux/seccomp");
    // The kernel takes some tenths of a millisecond to check and translate a filter.
    auto ended = TRY(init.ended(1));
    if (ended) return Error::refused("/linux/seccomp: init ended before its filter was loaded");
  }
}

Result<void> send_listener(const plan::Seccomp& profile, sys::FdRef listener,
                           const spec::ContainerProcessState& state) {
  constexpr int kPatience = 10'000;
  auto send = [&]() -> Result<void> {
    auto socket = TRY(sys::connect_to(profile.listener_path, kPatience));
    const sys::FdRef passengers[] = {listener};
    return sys::send(socket, spec::encode(state), passengers);
  };
  return send().context(
      [&] { return format("/linux/seccomp/listenerPath '{}'", profile.listener_path); });
}

}  // namespace hull::host
