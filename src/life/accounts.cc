// SPDX-License-Identifier: Apache-2.0
#include "life/accounts.h"

#include <fcntl.h>

#include "base/text.h"
#include "sys/file.h"
#include "sys/open.h"

namespace hull::life {

FileReader account_files(const sys::Proc& proc, pid_t init) {
  return [&proc, init](const std::string& path) -> Result<std::string> {
    constexpr std::size_t kLongest = std::size_t{1} << 20;
    // A magic link, which Proc::open_file refuses.
    auto directory = TRY(sys::open_at(proc.root(), format("{}/root", init), O_PATH | O_DIRECTORY));
    auto file = TRY(sys::Root(std::move(directory)).open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY));
    return sys::read_untrusted(file, kLongest).context(path);
  };
}

}  // namespace hull::life
