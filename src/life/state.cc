// SPDX-License-Identifier: Apache-2.0
#include "life/state.h"

#include <sys/stat.h>

#include "base/text.h"
#include "life/container.h"
#include "sys/file.h"

namespace hull::life {
namespace {

/// The name of `uid`, read by ourselves: a static program has no NSS.
std::string user_name(uid_t uid) {
  auto passwd = sys::read(sys::FdRef::cwd(), "/etc/passwd");
  if (passwd)
    for (std::string_view line : split(*passwd, '\n')) {
      auto fields = split(line, ':');
      if (fields.size() > 2 && parse_uint(fields[2]) == uid) return std::string(fields[0]);
    }
  return format("{}", uid);
}

}  // namespace

Result<spec::State> state(Context& context, const std::string& id) {
  auto container = TRY(Container::open(context, id));
  auto status = TRY(container.status());
  spec::State document = container.document(status);
  document.owner = "";
  return document;
}

Result<std::vector<spec::State>> list(Context& context) {
  auto names = TRY(ids(context));
  std::vector<spec::State> states;
  for (const std::string& id : names) {
    auto container = TRY(Container::find(context, id).context(id));
    if (!container) continue;
    auto status = TRY(container->status().context(id));
    spec::State document = container->document(status);
    auto st = TRY(sys::status(container->directory().fd(), ""));
    document.owner = user_name(st.st_uid);
    states.push_back(std::move(document));
  }
  return states;
}

}  // namespace hull::life
