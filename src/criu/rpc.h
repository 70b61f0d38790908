// SPDX-License-Identifier: Apache-2.0
// What is said to CRIU's service and what it answers, as values and as messages. Pure. Sources:
// criu.org, "RPC" and "CLI/opt"; criu(8).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::criu {

/// What is asked for; the numbers are the service's.
enum class Action { Dump = 1, Restore = 2, PreDump = 4, Notify = 6, FeatureCheck = 9 };

/// How the cgroups of the processes are restored (criu(8), --manage-cgroups).
enum class CgroupMode { Ignore = 0, Soft = 4, Full = 5, Strict = 6 };

/// How connections are kept still meanwhile (criu(8), --network-lock).
enum class NetworkLock { Iptables = 1, Nftables = 2, Skip = 3 };

/// Where pages are sent instead of into the images.
struct PageServer {
  std::string address;
  std::uint16_t port = 0;
};

/// A resource of the images, by CRIU's name for it, and the descriptor that it is now.
struct InheritedFd {
  std::string key;
  int fd = -1;
};

/// A namespace to enter: "ipc", and its file.
struct JoinedNamespace {
  std::string name;
  std::string file;
};

/// The options of a request. What is not set is not sent. Descriptors are the service's.
struct Options {
  int images_fd = -1;
  int work_fd = -1;
  /// A file in the work directory, and how much is in it (4: all).
  std::string log_file;
  int log_level = 4;
  /// Dump: the root of the tree.
  std::optional<int> pid;
  /// Restore: a path that is a mount point to the service.
  std::string root;
  /// Relative to the directory of the images.
  std::string parent_images;
  std::string config_file;
  std::string freeze_cgroup;
  /// Restore: the cgroup, from the root of its hierarchies, that stands for the dumped root's.
  std::string cgroup_root;
  std::optional<CgroupMode> cgroup_mode;
  std::optional<NetworkLock> network_lock;
  std::optional<PageServer> page_server;
  /// CLONE_NEW* flags of what is neither dumped nor restored.
  std::uint32_t empty_namespaces = 0;
  /// "mnt[KEY]:VALUE" and its like.
  std::vector<std::string> external;
  std::vector<InheritedFd> inherited;
  std::vector<JoinedNamespace> joined;
  std::string lsm_profile;
  std::string lsm_mount_context;
  bool leave_running = false;
  bool track_memory = false;
  bool auto_dedup = false;
  bool lazy_pages = false;
  bool tcp_established = false;
  bool tcp_close = false;
  bool tcp_skip_in_flight = false;
  bool external_unix_sockets = false;
  bool shell_job = false;
  bool file_locks = false;
  bool link_remap = false;
  /// Restore: we are told of each step, and the terminal's master comes to us.
  bool notify = false;
  bool orphan_pts_master = false;
  /// Restore: the root of the tree becomes our child.
  bool sibling = false;
};

std::string request(Action action, const Options& options);
/// Which of these the kernel and the program are capable of.
struct Features {
  bool memory_tracking = false;
  bool lazy_pages = false;
};
std::string feature_request(const Features& asked);
/// What the service waits for after each notification.
std::string notified(bool success);

/// Any message of the service's.
struct Response {
  Action action = Action::Dump;
  bool success = false;
  /// An errno, and words, with a failure; often neither.
  int error_number = 0;
  std::string error;
  /// Of what was restored.
  int restored_pid = 0;
  /// With Action::Notify: the step's name, and the pid of the tree's root in our pid namespace.
  std::string step;
  int step_pid = 0;
  Features features;
};
Result<Response> response(std::string_view message);

}  // namespace hull::criu
