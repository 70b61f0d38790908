// SPDX-License-Identifier: Apache-2.0
#include "wire/inheritance.h"

namespace hull::wire {

Result<void> close_the_rest(const Inheritance& in) {
  std::vector<int> kept = in.preserved;
  for (sys::FdRef fd : {in.link.socket(), in.proc.root(), sys::FdRef(in.fifo),
                        sys::FdRef(in.failure), sys::FdRef(in.init), sys::FdRef(in.root),
                        sys::FdRef(in.hook_files.output), sys::FdRef(in.hook_files.errors)})
    kept.push_back(fd.number());
  if (in.entry) kept.push_back(in.entry->number());
  if (in.delegated.is_open()) kept.push_back(sys::FdRef(in.delegated).number());
  for (const sys::Fd& file : in.tasks) kept.push_back(file.number());
  for (const Source* source : {&in.sources.rootfs, &in.sources.null})
    kept.push_back(source->tree.root().number());
  for (const Source& device : in.sources.devices) kept.push_back(device.tree.root().number());
  return sys::close_all_but(std::move(kept));
}

Result<void> close_the_host(const Inheritance& in) {
  std::vector<int> kept = in.preserved;
  for (sys::FdRef fd : {in.link.socket(), sys::FdRef(in.fifo), sys::FdRef(in.failure),
                        sys::FdRef(in.hook_files.output), sys::FdRef(in.hook_files.errors)})
    kept.push_back(fd.number());
  return sys::close_all_but(std::move(kept));
}

}  // namespace hull::wire
