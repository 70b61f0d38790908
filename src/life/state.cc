// SPDX-License-Identifier: Apache-2.0
#include "life/state.h"

#include <sys/stat.h>

#include "base/passwd.h"
#include "base/text.h"
#include "life/container.h"
#include "sys/file.h"

namespace hull::life {
namespace {

/// The name of `uid`, or its number.
std::string user_name(uid_t uid) {
  auto passwd = sys::read(sys::FdRef::cwd(), "/etc/passwd");
  auto account = passwd ? find_account(*passwd, uid) : std::nullopt;
  return account ? std::string(account->name) : format("{}", uid);
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
