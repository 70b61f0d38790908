// SPDX-License-Identifier: Apache-2.0
// What checkpoint and restore have in common: the images of a container on disk, and the program
// criu that writes and reads them. Host side.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "criu/rpc.h"
#include "criu/service.h"
#include "life/context.h"
#include "sys/fd.h"

namespace hull::life {

/// What both are told by the command line. Paths are as the user wrote them.
struct ImageOptions {
  /// The directory of the images.
  std::string images = "checkpoint";
  /// Where CRIU keeps its log and its sockets; "": beside the images.
  std::string work;
  /// What is CRIU's own business.
  criu::Options criu;
};

/// Both directories, opened.
struct Images {
  sys::Fd images;
  sys::Fd work;
  /// Absolute.
  std::string path;
  std::string work_path;
};

enum class ImagesAre { There, New };

/// Opens the directories and makes those that are missing, readable for root alone: of the images
/// only when they are new.
Result<Images> open_images(const ImageOptions& options, ImagesAre are);

/// Lets the root of the container's user namespace, whose group is the host's `gid`, look into the
/// directory: a part of the restore is done with its rights. Nobody else can.
Result<void> open_to_group(const Images& images, gid_t gid);

/// CRIU's configuration: of the annotation org.criu.config, else /etc/criu/hull.conf, else
/// /etc/criu/runc.conf, whichever is there; "" for none.
std::string criu_configuration(const std::map<std::string, std::string>& annotations);

/// Refuses what neither program nor kernel can do, of what `options` ask for.
Result<void> check_capable(const Context& context, const criu::Options& options);

/// Has `action` done. `options` is completed with the directories and the log. Fails with what the
/// log says, which is kept, with where it is.
Result<criu::Response> have_done(const Context& context, criu::Surroundings surroundings,
                                 criu::Action action, criu::Options options, const Images& images,
                                 const criu::Notified& notified);

}  // namespace hull::life
