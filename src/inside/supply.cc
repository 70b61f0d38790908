// SPDX-License-Identifier: Apache-2.0
#include "inside/supply.h"

#include "base/text.h"

namespace hull::inside {

Result<wire::Source> Supply::take(std::size_t i) {
  if (mounts_[i].kind != plan::MountKind::Bind) return wire::Source();
  if (ready_.empty()) {
    std::size_t end = i + 1;
    while (end < mounts_.size() && mounts_[end].kind == plan::MountKind::Bind &&
           !mounts_[end].source_inside)
      ++end;
    TRY(link_.tell(wire::Step::Want, format("{} {}", i, end - i)));
    auto sources = TRY(wire::receive(link_, end - i));
    for (wire::Source& source : sources) ready_.push_back(std::move(source));
  }
  wire::Source source = std::move(ready_.front());
  ready_.pop_front();
  return source;
}

}  // namespace hull::inside
