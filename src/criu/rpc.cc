// SPDX-License-Identifier: Apache-2.0
#include "criu/rpc.h"

#include <algorithm>

#include "criu/message.h"

// Field numbers are the protocol's; each stands once, where it is written or read.
namespace hull::criu {
namespace {

void text(Writer& to, std::uint32_t field, const std::string& value) {
  if (!value.empty()) to.text(field, value);
}

void flag(Writer& to, std::uint32_t field, bool value) {
  if (value) to.number(field, 1);
}

template <class T>
void number(Writer& to, std::uint32_t field, const std::optional<T>& value) {
  if (value) to.number(field, static_cast<std::int64_t>(*value));
}

void lists(Writer& to, const Options& options) {
  for (const InheritedFd& inherited : options.inherited) {
    Writer one;
    one.text(1, inherited.key);
    one.number(2, inherited.fd);
    to.message(27, one);
  }
  for (const std::string& external : options.external) to.text(37, external);
  for (const JoinedNamespace& joined : options.joined) {
    Writer one;
    one.text(1, joined.name);
    one.text(2, joined.file);
    to.message(39, one);
  }
}

void flags(Writer& to, const Options& options) {
  const std::pair<std::uint32_t, bool> given[] = {
      {3, options.leave_running},       {4, options.external_unix_sockets},
      {5, options.tcp_established},     {7, options.shell_job},
      {8, options.file_locks},          {12, options.notify},
      {15, options.track_memory},       {16, options.auto_dedup},
      {18, options.link_remap},         {26, options.sibling},
      {46, options.tcp_skip_in_flight}, {48, options.lazy_pages},
      {50, options.orphan_pts_master},  {52, options.tcp_close}};
  for (const auto& [field, value] : given) flag(to, field, value);
}

void cgroups(Writer& to, const Options& options) {
  if (!options.cgroup_root.empty()) {
    Writer root;
    root.text(2, options.cgroup_root);
    to.message(25, root);
  }
  if (!options.cgroup_mode) return;
  // Older services know this flag alone, and do nothing without it.
  flag(to, 24, *options.cgroup_mode != CgroupMode::Ignore);
  number(to, 34, options.cgroup_mode);
}

Writer encode(const Options& options) {
  Writer to;
  to.number(1, options.images_fd);
  number(to, 2, options.pid);
  to.number(9, options.log_level);
  text(to, 10, options.log_file);
  if (options.page_server) {
    Writer server;
    server.text(1, options.page_server->address);
    server.number(2, options.page_server->port);
    to.message(11, server);
  }
  text(to, 13, options.root);
  text(to, 14, options.parent_images);
  to.number(17, options.work_fd);
  if (options.empty_namespaces != 0) to.number(38, options.empty_namespaces);
  text(to, 44, options.freeze_cgroup);
  text(to, 51, options.config_file);
  text(to, 53, options.lsm_profile);
  text(to, 63, options.lsm_mount_context);
  number(to, 64, options.network_lock);
  flags(to, options);
  cgroups(to, options);
  lists(to, options);
  return to;
}

Writer begin(Action action) {
  Writer to;
  to.number(1, static_cast<int>(action));
  return to;
}

/// Calls `take` with each field.
template <class Take>
Result<void> each(std::string_view message, Take take) {
  Reader reader(message);
  for (;;) {
    auto field = TRY(reader.next());
    if (!field) return {};
    TRY(take(*field));
  }
}

Result<void> read_notification(std::string_view message, Response& to) {
  return each(message, [&to](const Field& field) -> Result<void> {
    if (field.number == 1) to.step = field.bytes;
    if (field.number == 2) to.step_pid = static_cast<int>(field.value);
    return {};
  });
}

Result<void> read_restored(std::string_view message, Response& to) {
  return each(message, [&to](const Field& field) -> Result<void> {
    if (field.number == 1) to.restored_pid = static_cast<int>(field.value);
    return {};
  });
}

Result<void> read_features(std::string_view message, Features& to) {
  return each(message, [&to](const Field& field) -> Result<void> {
    if (field.number == 1) to.memory_tracking = field.value != 0;
    if (field.number == 2) to.lazy_pages = field.value != 0;
    return {};
  });
}

}  // namespace

std::string request(Action action, const Options& options) {
  Writer to = begin(action);
  to.message(2, encode(options));
  return to.bytes();
}

std::string feature_request(const Features& asked) {
  Writer features;
  flag(features, 1, asked.memory_tracking);
  flag(features, 2, asked.lazy_pages);
  Writer to = begin(Action::FeatureCheck);
  to.message(5, features);
  return to.bytes();
}

std::string notified(bool success) {
  Writer to = begin(Action::Notify);
  to.number(3, success ? 1 : 0);
  return to.bytes();
}

Result<Response> response(std::string_view message) {
  Response to;
  TRY(each(message, [&to](const Field& field) -> Result<void> {
    switch (field.number) {
      case 1:
        to.action = static_cast<Action>(field.value);
        return {};
      case 2:
        to.success = field.value != 0;
        return {};
      case 4:
        return read_restored(field.bytes, to);
      case 5:
        return read_notification(field.bytes, to);
      case 7:
        to.error_number = static_cast<int>(field.value);
        return {};
      case 8:
        return read_features(field.bytes, to.features);
      case 9:
        to.error = field.bytes;
        return {};
      default:
        return {};
    }
  }));
  return to;
}

}  // namespace hull::criu
