// SPDX-License-Identifier: Apache-2.0
#include "wire/birth.h"

#include <sys/mman.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>
#include <string>
#include <utility>

#include "base/text.h"

namespace hull::wire {

/// A state is stored after what belongs to it.
struct Birth::Page {
  enum State { Nothing, Crowded, Born, Failed };
  std::atomic<int> state = Nothing;
  pid_t pid = 0;
  int listener = -1;
  int code = 0;
  char attempt[512] = {};
};

Result<Birth> Birth::make() {
  void* memory =
      ::mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return Error::system("mmap(a shared page)");
  return Birth(new (memory) Page);
}

Birth::Birth(Birth&& other) noexcept : page_(std::exchange(other.page_, nullptr)) {}

Birth::~Birth() {
  if (page_ != nullptr) ::munmap(page_, sizeof(Page));
}

Result<void> Birth::hide() const {
  if (::madvise(page_, sizeof(Page), MADV_DONTFORK) < 0)
    return Error::system("madvise(MADV_DONTFORK)");
  return {};
}

void Birth::tell_born(pid_t pid) const {
  page_->pid = pid;
  page_->state = Page::Born;
}

void Birth::tell_crowded() const {
  page_->state = Page::Crowded;
}

void Birth::tell_failed(const Error& error) const {
  const std::string attempt = join(error.attempts(), ": ");
  const std::size_t length = std::min(attempt.size(), sizeof page_->attempt - 1);
  std::memcpy(page_->attempt, attempt.data(), length);
  page_->attempt[length] = '\0';
  page_->code = error.code();
  page_->state = Page::Failed;
}

void Birth::announce_listener(int number) const {
  page_->listener = number;
}

pid_t Birth::pid() const {
  return page_->state == Page::Born ? page_->pid : 0;
}

bool Birth::take_crowded() const {
  int crowded = Page::Crowded;
  return page_->state.compare_exchange_strong(crowded, Page::Nothing);
}

bool Birth::has_failed() const {
  return page_->state == Page::Failed;
}

Error Birth::failure() const {
  return Error::system(page_->attempt, page_->code);
}

int Birth::listener() const {
  return page_->listener;
}

}  // namespace hull::wire
