// SPDX-License-Identifier: Apache-2.0
#include "wire/source.h"

#include "base/text.h"

namespace hull::wire {
namespace {

// One record a source, separated by NUL: a tree travels as the next descriptor of the message.
constexpr char kTree = 't';
constexpr char kLink = 'l';
constexpr char kNothing = '-';

Result<Source> unpack(std::string_view record, std::vector<sys::Fd>& fds, std::size_t& used) {
  Source source;
  if (record.starts_with(kTree)) {
    if (used == fds.size()) return Error::refused("a tree came without its descriptor");
    source.tree = sys::Tree(std::move(fds[used++]));
  } else if (record.starts_with(kLink)) {
    source.link = std::string(record.substr(1));
  }
  return source;
}

}  // namespace

Result<void> send(Link& link, const std::vector<Source>& sources) {
  std::string text;
  std::vector<sys::FdRef> fds;
  for (const Source& source : sources) {
    // Never so full that one more record, a path at most, would not fit.
    if (fds.size() == sys::kMaxFdsPerMessage || text.size() > Link::kMaxText / 2) {
      TRY(link.tell(Step::Trees, text, fds));
      text.clear();
      fds.clear();
    }
    if (!text.empty()) text += '\0';
    if (source.tree.is_open()) {
      text += kTree;
      fds.push_back(source.tree.root());
    } else if (source.link) {
      text += kLink + *source.link;
    } else {
      text += kNothing;
    }
  }
  return link.tell(Step::Trees, text, fds);
}

Result<std::vector<Source>> receive(Link& link, std::size_t count) {
  std::vector<Source> sources;
  while (sources.size() < count) {
    auto message = TRY(link.expect(Step::Trees));
    std::size_t used = 0;
    for (std::string_view record : split(message.text, '\0')) {
      auto source = TRY(unpack(record, message.fds, used));
      sources.push_back(std::move(source));
    }
  }
  if (sources.size() != count)
    return Error::refused(format("{} sources came instead of {}", sources.size(), count));
  return sources;
}

}  // namespace hull::wire
