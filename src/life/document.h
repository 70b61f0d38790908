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

/// The document in `file`, "-" for standard input. Warnings about its text go to `warnings`.
template <class T>
Result<T> read_document(const std::string& file, std::vector<std::string>& warnings) {
  auto text = TRY(file == "-" ? sys::read_all(sys::FdRef(0)) : sys::read(sys::FdRef::cwd(), file));
  auto decoded = TRY(spec::decode<T>(text, document_name(file)));
  for (std::string& warning : decoded.warnings) warnings.push_back(std::move(warning));
  return std::move(decoded.value);
}

}  // namespace hull::life
