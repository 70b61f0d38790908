// SPDX-License-Identifier: Apache-2.0
#include "life/kept.h"

#include "base/text.h"
#include "spec/codec.h"
#include "sys/file.h"

namespace hull::life {
namespace {

constexpr const char* kDocument = "exec.json";
constexpr const char* kFilter = "exec.filter";

}  // namespace

// NOLINTBEGIN: found by argument-dependent lookup.
void fields(spec::Fields& f, Kept& kept) {
  f.required("version", kept.version);
  f.required("config", kept.config);
  f.optional("noNewKeyring", kept.no_new_keyring);
  f.optional("hasPaths", kept.has_paths);
}
// NOLINTEND

Result<void> keep_for_exec(const Directory& directory, const Kept& kept,
                           const seccomp::Program& filter) {
  if (!filter.empty())
    TRY(sys::write_atomically(directory.fd(), kFilter, seccomp::bytes_of(filter), 0600));
  return sys::write_atomically(directory.fd(), kDocument, spec::encode(kept), 0600);
}

Result<Kept> read_kept(const Directory& directory) {
  auto text = TRY(sys::try_read(directory.fd(), kDocument));
  if (!text) return Error::refused("the container was made without a process, or by an older hull");
  auto decoded = TRY(spec::decode<Kept>(*text, kDocument));
  if (decoded.value.version != Kept::kVersion)
    return Error::refused(format("{}: version {} is not this hull's {}", kDocument,
                                 decoded.value.version, Kept::kVersion));
  return std::move(decoded.value);
}

Result<seccomp::Program> read_kept_filter(const Directory& directory) {
  auto bytes = TRY(sys::read(directory.fd(), kFilter));
  auto program = seccomp::program_of(bytes);
  if (!program) return Error::refused(format("{} is damaged", kFilter));
  return std::move(*program);
}

}  // namespace hull::life
