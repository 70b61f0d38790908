// SPDX-License-Identifier: Apache-2.0
#include "wire/inheritance.h"

namespace hull::wire {
namespace {

/// What it waits with, and what hooks of its own write to.
std::vector<int> of_the_process(const Inheritance& in) {
  std::vector<int> kept = in.preserved;
  for (sys::FdRef fd : {sys::FdRef(in.fifo), sys::FdRef(in.failure), sys::FdRef(in.go),
                        sys::FdRef(in.hook_files.output), sys::FdRef(in.hook_files.errors)})
    kept.push_back(fd.number());
  return kept;
}

}  // namespace

Result<void> close_the_rest(const Inheritance& in) {
  std::vector<int> kept = in.preserved;
  for (sys::FdRef fd :
       {in.link.socket(), in.proc.root(), sys::FdRef(in.fifo), sys::FdRef(in.failure),
        sys::FdRef(in.init), sys::FdRef(in.root), sys::FdRef(in.go), sys::FdRef(in.pid_namespace),
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
  auto kept = of_the_process(in);
  kept.push_back(in.link.socket().number());
  return sys::close_all_but(std::move(kept));
}

Result<void> close_the_stage(const Inheritance& in) {
  return sys::close_all_but(of_the_process(in));
}

}  // namespace hull::wire
