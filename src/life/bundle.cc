// SPDX-License-Identifier: Apache-2.0
#include "life/bundle.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <iterator>
#include <string_view>

#include "base/path.h"
#include "base/text.h"
#include "cgroup/unit_name.h"
#include "cgroup/unit_properties.h"
#include "host/facts.h"
#include "life/handover.h"
#include "life/occupant.h"
#include "plan/annotations.h"
#include "plan/make_plan.h"
#include "spec/annotations.h"
#include "spec/codec.h"
#include "spec/rules.h"
#include "sys/file.h"

namespace hull::life {
namespace {

using sys::FdRef;

std::string config_file(const CreateOptions& options) {
  return options.config.empty() ? path::below(options.bundle, "config.json") : options.config;
}

/// For messages: what the user calls it.
std::string config_name(const CreateOptions& options) {
  return path::name(config_file(options));
}

struct ReadConfig {
  spec::Config config;
  std::vector<std::string> warnings;
};

Result<ReadConfig> read_config(const CreateOptions& options) {
  auto text = TRY(sys::read(FdRef::cwd(), config_file(options)));
  auto decoded = TRY(spec::decode_config(text, config_name(options)));
  auto warnings = TRY(spec::check_config(decoded.value).context(config_name(options)));
  ReadConfig read = {.config = std::move(decoded.value), .warnings = std::move(decoded.warnings)};
  std::ranges::move(warnings, std::back_inserter(read.warnings));
  return read;
}

/// The name of a cgroup that the annotation `key` asks for; empty: none.
Result<std::string> sub_cgroup(const spec::Config& config, const cgroup::Layout& layout,
                               std::string_view key) {
  const std::string* found = plan::find_annotation(config.annotations, key);
  if (found == nullptr || found->empty()) return std::string();
  const std::string& name = *found;
  auto refused = [&](std::string_view why) {
    return Error::refused(format("{}: {}", plan::annotation_pointer(key), why));
  };
  if (layout.has_legacy())
    return refused("needs a host with cgroup v2 alone, for on v1 delegation is not safe");
  if (name == "." || name == ".." || name.find_first_of("/\n") != name.npos ||
      name.size() > NAME_MAX)
    return refused(format("'{}' cannot name a cgroup", name));
  return name;
}

/// Root's containers are with the system's systemd, if that runs as our root: to the root of a user
/// namespace it is somebody else's, and it would not listen.
cgroup::SystemdFacts systemd_facts(const Context& context) {
  auto owner = sys::status(FdRef::cwd(), "/run/systemd");
  return {.of_system = ::geteuid() == 0 && (!owner || owner->st_uid == 0),
          .session_bus = context.systemd.session_bus,
          .runtime_directory = context.systemd.runtime_directory};
}

Result<cgroup::Location> locate_scope(const Context& context, const spec::Config& config,
                                      const std::string& id, const sys::Proc& proc,
                                      const cgroup::Layout& layout, FdRef cgroup_root,
                                      cgroup::SystemdRequest& request) {
  const cgroup::SystemdFacts facts = systemd_facts(context);
  auto unit = TRY(cgroup::choose_unit(config.linux_section.cgroups_path,
                                      {.slice = facts.of_system ? "system.slice" : "user.slice",
                                       .program = context.program,
                                       .id = id})
                      .context("/linux/cgroupsPath"));
  request.properties = TRY(cgroup::annotated_properties(config.annotations));
  if (config.linux_section.resources) request.resources = *config.linux_section.resources;
  const std::string addresses = cgroup::systemd_addresses(facts);
  auto path = TRY(cgroup::find_scope_path(unit, addresses, request));
  auto location = TRY(locate_free(context, proc, cgroup_root, layout, path));
  location.inner = TRY(sub_cgroup(config, layout, spec::annotations::kSystemdSubgroup));
  return cgroup::as_scope(std::move(location), unit, addresses);
}

/// Where a caller who is not the host's root makes a cgroup unless told where: below their own,
/// which may be delegated to them. On v1 there is none for all hierarchies.
Result<std::string> choose_path(const std::string& asked, const std::string& id,
                                const cgroup::Layout& layout, std::string_view own_cgroups) {
  if (asked.empty() && !layout.has_legacy())
    return cgroup::choose_path(path::below(cgroup::unified_path(own_cgroups), id), id);
  return cgroup::choose_path(asked, id).context("/linux/cgroupsPath");
}

cgroup::Location nowhere(cgroup::Layout layout, std::string lack = {}) {
  cgroup::Location location = {.driver = cgroup::Driver::Disabled, .layout = std::move(layout)};
  location.lack = std::move(lack);
  return location;
}

/// For a caller who is not the host's root. A container that names no cgroup can do without, if it
/// asks for nothing that takes one, which cgroup::None sees to; one that does name it cannot:
/// config-linux.md, "Cgroups Path", has it attached to the same place each time.
Result<cgroup::Location> locate_delegated(const Context& context, const spec::Config& config,
                                          const std::string& id, const sys::Proc& proc,
                                          const cgroup::Layout& layout, FdRef cgroup_root) {
  const std::string& asked = config.linux_section.cgroups_path;
  auto own_cgroups = TRY(proc.read("self/cgroup"));
  auto path = TRY(choose_path(asked, id, layout, own_cgroups));
  auto location = TRY(locate_free(context, proc, cgroup_root, layout, path));
  auto obstacle = TRY(cgroup::obstacle(cgroup_root, location, own_cgroups));
  if (!obstacle) return location;
  if (asked.empty()) return nowhere(layout, std::move(*obstacle));
  return Error::system("/linux/cgroupsPath: " + *obstacle, EACCES)
      .hint("without the field, and without limits, a container needs no cgroup");
}

Result<cgroup::Location> locate_cgroup(const Context& context, const spec::Config& config,
                                       const std::string& id, const sys::Proc& proc,
                                       FdRef cgroup_root, bool is_host_root,
                                       cgroup::SystemdRequest& request) {
  auto layout = TRY(cgroup::discover(cgroup_root, proc));
  constexpr std::string_view kDelegate = spec::annotations::kDelegateCgroup;
  auto find = [&]() -> Result<cgroup::Location> {
    if (context.cgroup_manager == CgroupManager::Disabled) return nowhere(layout);
    if (context.cgroup_manager == CgroupManager::Systemd)
      return locate_scope(context, config, id, proc, layout, cgroup_root, request);
    if (!is_host_root) return locate_delegated(context, config, id, proc, layout, cgroup_root);
    auto path = TRY(
        cgroup::choose_path(config.linux_section.cgroups_path, id).context("/linux/cgroupsPath"));
    return locate_free(context, proc, cgroup_root, layout, path);
  };
  auto location = TRY(find());
  if (location.driver == cgroup::Driver::Disabled) {
    if (plan::find_annotation(config.annotations, kDelegate) != nullptr)
      return Error::refused(format("{}: needs a cgroup", plan::annotation_pointer(kDelegate)));
    return location;
  }
  location.delegated = TRY(sub_cgroup(config, layout, kDelegate));
  return location;
}

/// Who could not have it otherwise is told before something is left that nobody finds.
void warn_of_strays(Log& log, const Bundle& bundle) {
  if (bundle.cgroup.lack.empty() || bundle.plan.namespaces.creates(CLONE_NEWPID)) return;
  log.warning(
      format("/linux/namespaces: without a pid namespace of its own and without a cgroup ({}) only "
             "the container's first process is found again and killed",
             bundle.cgroup.lack));
}

}  // namespace

Result<Bundle> read_bundle(Context& context, const CreateOptions& options, Console console,
                           const sys::Proc& proc, FdRef cgroup_root) {
  Bundle bundle;
  auto read = TRY(read_config(options));
  context.log.warnings(read.warnings);
  bundle.config = std::move(read.config);
  TRY(check_terminal(bundle.config.process && bundle.config.process->terminal, options.receivers,
                     console));
  if (bundle.config.process) add_environment(bundle.config.process->env, options.environment);
  bundle.systemd = systemd_request(context);
  auto process_facts = TRY(host::gather_process_facts(proc));
  const bool is_host_root = process_facts.euid == 0 && !process_facts.in_user_namespace;
  bundle.cgroup = TRY(locate_cgroup(context, bundle.config, options.id, proc, cgroup_root,
                                    is_host_root, bundle.systemd));
  process_facts.own_by_path = host::own_by_path(proc, bundle.config.linux_section.namespaces);
  const auto facts = host::gather_facts(std::move(process_facts), bundle.cgroup);
  const plan::Options asked = {.id = options.id,
                               .bundle = options.bundle,
                               .no_pivot = options.no_pivot,
                               .no_new_keyring = options.no_new_keyring};
  auto planned = TRY(plan::make_plan(bundle.config, asked, facts).context(config_name(options)));
  context.log.warnings(planned.warnings);
  bundle.plan = std::move(planned.plan);
  warn_of_strays(context.log, bundle);
  return bundle;
}

Result<plan::Plan> plan_again(const Container& container) {
  const Record& record = container.record();
  const CreateOptions options = {
      .id = container.id(), .bundle = record.bundle, .config = record.config};
  auto read = TRY(read_config(options));
  auto facts = TRY(host::gather_process_facts(container.proc()));
  facts.own_by_path = host::own_by_path(container.proc(), read.config.linux_section.namespaces);
  auto planned =
      TRY(plan::make_plan(read.config, {.id = container.id(), .bundle = record.bundle},
                          host::gather_facts(std::move(facts), location_of(record.cgroup))));
  return std::move(planned.plan);
}

}  // namespace hull::life
