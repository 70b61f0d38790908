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

std::vector<const Source*> in_order(const Sources& sources) {
  std::vector<const Source*> all = {&sources.rootfs, &sources.null};
  for (const Source& source : sources.mounts) all.push_back(&source);
  for (const Source& source : sources.devices) all.push_back(&source);
  return all;
}

Result<void> send(Link& link, const Sources& sources) {
  std::string text;
  std::vector<sys::FdRef> fds;
  for (const Source* source : in_order(sources)) {
    // Never so full that one more record, a path at most, would not fit.
    if (fds.size() == sys::kMaxFdsPerMessage || text.size() > Link::kMaxText / 2) {
      TRY(link.tell(Step::Trees, text, fds));
      text.clear();
      fds.clear();
    }
    if (!text.empty()) text += '\0';
    if (source->tree.is_open()) {
      text += kTree;
      fds.push_back(source->tree.root());
    } else if (source->link) {
      text += kLink + *source->link;
    } else {
      text += kNothing;
    }
  }
  return link.tell(Step::Trees, text, fds);
}

Result<Sources> receive(Link& link, std::size_t mounts, std::size_t devices) {
  const std::size_t expected = 2 + mounts + devices;
  std::vector<Source> all;
  while (all.size() < expected) {
    auto message = TRY(link.expect(Step::Trees));
    std::size_t used = 0;
    for (std::string_view record : split(message.text, '\0')) {
      auto source = TRY(unpack(record, message.fds, used));
      all.push_back(std::move(source));
    }
  }
  if (all.size() != expected)
    return Error::refused(format("{} sources came instead of {}", all.size(), expected));
  Sources sources;
  sources.rootfs = std::move(all[0]);
  sources.null = std::move(all[1]);
  for (std::size_t i = 0; i < mounts; ++i) sources.mounts.push_back(std::move(all[2 + i]));
  for (std::size_t i = 2 + mounts; i < expected; ++i) sources.devices.push_back(std::move(all[i]));
  return sources;
}

}  // namespace hull::wire
