// SPDX-License-Identifier: Apache-2.0
#include "plan/landlock.h"

#include <array>
#include <string_view>

#include "base/text.h"
#include "spec/landlock.h"
#include "spec/word_rules.h"

namespace hull::plan {
namespace {

struct Right {
  std::string_view name;
  /// The first version of Landlock's ABI that has it.
  unsigned abi;
  /// Whether a rule for what is no directory may have it.
  bool of_files;
  /// The word that stands for it among others; may be empty.
  std::string_view group;
};

// Each at the number of its bit in linux/landlock.h; Debian 12's lacks the last two. ABI 1 came
// with Linux 5.13, 2 with 5.19, 3 with 6.2, 5 with 6.10.
constexpr std::array<Right, 16> kRights = {{
    {"execute", 1, true, ""},
    {"write_file", 1, true, "write"},
    {"read_file", 1, true, "read"},
    {"read_dir", 1, false, "read"},
    {"remove_dir", 1, false, "write"},
    {"remove_file", 1, false, "write"},
    {"make_char", 1, false, "write"},
    {"make_dir", 1, false, "write"},
    {"make_reg", 1, false, "write"},
    {"make_sock", 1, false, "write"},
    {"make_fifo", 1, false, "write"},
    {"make_block", 1, false, "write"},
    {"make_sym", 1, false, "write"},
    {"refer", 2, false, "write"},
    {"truncate", 3, true, "write"},
    {"ioctl_dev", 5, true, ""},
}};

/// The mask of the rights for which `holds` does.
template <class Holds>
constexpr std::uint64_t rights_where(Holds holds) {
  std::uint64_t rights = 0;
  for (std::size_t bit = 0; bit < kRights.size(); ++bit)
    if (holds(kRights[bit])) rights |= std::uint64_t{1} << bit;
  return rights;
}

static_assert(rights_where([](const Right&) { return true; }) == kKnownFileRights);
constexpr std::uint64_t kOfFiles = rights_where([](const Right& right) { return right.of_files; });
constexpr std::uint64_t kRefer = rights_where([](const Right& r) { return r.name == "refer"; });

/// Every word that a document may use for rights.
constexpr auto kWords = [] {
  std::array<std::string_view, kRights.size() + 2> words = {};
  for (std::size_t bit = 0; bit < kRights.size(); ++bit) words[bit] = kRights[bit].name;
  words[kRights.size()] = "read";
  words[kRights.size() + 1] = "write";
  return words;
}();

std::uint64_t rights_named(std::string_view word) {
  return rights_where(
      [&](const Right& right) { return right.name == word || right.group == word; });
}

/// The rights that `words` allow. One that is not handled is everybody's already: nobody writes it
/// down but by mistake.
Result<std::uint64_t> allowed(const std::vector<std::string>& words, std::uint64_t handled,
                              const std::string& pointer) {
  TRY(spec::check_words(words, kWords, pointer));
  std::uint64_t rights = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint64_t named = rights_named(words[i]) & handled;
    if (named == 0)
      return Error::refused(format("{}/{}: '{}' is not among /handled", pointer, i, words[i]));
    rights |= named;
  }
  return rights;
}

/// The document as it stands, whatever the kernel knows of it.
Result<Landlock> all_of(const spec::Landlock& asked) {
  Landlock landlock;
  landlock.best_effort = !asked.is_strict();
  landlock.file_rights = kOfFiles;
  landlock.handled = kKnownFileRights;
  if (asked.handled) landlock.handled = TRY(allowed(*asked.handled, kKnownFileRights, "/handled"));
  for (std::size_t i = 0; i < asked.rules.size(); ++i) {
    const spec::LandlockRule& rule = asked.rules[i];
    const auto rights = TRY(allowed(rule.allow, landlock.handled, format("/rules/{}/allow", i)));
    for (std::size_t j = 0; j < rule.paths.size(); ++j)
      landlock.paths.push_back(
          {rule.paths[j], rights, format("{}: /rules/{}/paths/{}", spec::kLandlockPointer, i, j)});
  }
  return landlock;
}

constexpr std::string_view kAbsent = "this kernel has no Landlock, or it is not enabled";

Error refuse_strictly(unsigned abi, std::uint64_t unknown) {
  Error error = abi == 0
                    ? Error::refused(std::string(kAbsent))
                    : Error::refused(format("/handled: ABI {} of this kernel's Landlock has no {}",
                                            abi, describe_file_rights(unknown)));
  return std::move(error).hint("mode 'best-effort' does what the kernel can");
}

/// Takes from `landlock` what the kernel does not know, and gives the warnings of it.
std::vector<std::string> reduce(Landlock& landlock, unsigned abi, std::uint64_t unknown) {
  std::vector<std::string> warnings;
  auto warn = [&](std::string_view what) {
    warnings.push_back(format("{}: {}", spec::kLandlockPointer, what));
  };
  landlock.handled &= ~unknown;
  std::uint64_t allowed = 0;
  for (LandlockPath& path : landlock.paths) {
    allowed |= path.allow;
    path.allow &= ~unknown;
  }
  std::erase_if(landlock.paths, [](const LandlockPath& path) { return path.allow == 0; });
  // ABI 1 denies it always, once anything is handled (landlock(7)).
  const std::uint64_t denied = landlock.handled != 0 ? unknown & kRefer : 0;
  if (unknown != denied)
    warn(format("/handled: not enforced, for ABI {} of this kernel's Landlock lacks it: {}", abi,
                describe_file_rights(unknown & ~denied)));
  if ((denied & allowed) != 0)
    warn(format("refer is allowed nowhere, for ABI {} of this kernel's Landlock lacks it", abi));
  return warnings;
}

}  // namespace

Result<std::optional<Landlock>> plan_landlock(const Request& request) {
  std::optional<Landlock> planned;
  const auto& annotations = request.config.annotations;
  auto text = annotations.find(spec::kLandlockAnnotation);
  if (text == annotations.end()) return planned;
  auto decoded = TRY(spec::decode_landlock(text->second));
  auto warn = [&](std::vector<std::string> warnings) {
    for (std::string& warning : warnings) request.warnings.push_back(std::move(warning));
  };
  warn(std::move(decoded.warnings));
  auto landlock = TRY(all_of(decoded.value).context(std::string(spec::kLandlockPointer)));

  const unsigned abi = request.facts.landlock_abi;
  const std::uint64_t unknown =
      landlock.handled & rights_where([&](const Right& right) { return right.abi > abi; });
  if (unknown != 0 && !landlock.best_effort)
    return refuse_strictly(abi, unknown).context(std::string(spec::kLandlockPointer));
  if (abi == 0) {
    warn({format("{}: nothing is enforced: {}", spec::kLandlockPointer, kAbsent)});
    return planned;
  }
  warn(reduce(landlock, abi, unknown));
  if (landlock.handled != 0) planned = std::move(landlock);
  return planned;
}

std::string describe_file_rights(std::uint64_t rights) {
  std::string text;
  for (std::size_t bit = 0; bit < kRights.size(); ++bit) {
    if ((rights >> bit & 1) == 0) continue;
    if (!text.empty()) text += ' ';
    text += kRights[bit].name;
  }
  return text;
}

}  // namespace hull::plan
