// SPDX-License-Identifier: Apache-2.0
// JSON documents that a command line names. Host side.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "spec/codec.h"
#include "sys/file.h"

namespace hull::life {

/// What messages call it.
inline std::string document_name(const std::string& file) {
  return file == "-" ? "standard input" : file;
}

/// The document in `file`, "-" for standard input, decoded over `value`, whose members stand where
/// it has none. Warnings about its text go to `warnings`.
template <class T>
Result<T> read_document(const std::string& file, std::vector<std::string>& warnings, T value = {}) {
  auto text = TRY(file == "-" ? sys::read_all(sys::FdRef(0)) : sys::read(sys::FdRef::cwd(), file));
  auto found = TRY(spec::decode_into(text, document_name(file), spec::kKind<T>, &value));
  for (std::string& warning : found) warnings.push_back(std::move(warning));
  return value;
}

}  // namespace hull::life
