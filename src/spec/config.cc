// SPDX-License-Identifier: Apache-2.0
#include "spec/config.h"

#include "spec/fields.h"

namespace hull::spec {

void fields(Fields& f, Config& value) {
  f.required("ociVersion", value.oci_version);
  f.optional("process", value.process);
  f.required("root", value.root);
  f.optional("hostname", value.hostname);
  f.optional("domainname", value.domainname);
  f.optional("mounts", value.mounts);
  f.optional("hooks", value.hooks);
  f.optional("annotations", value.annotations);
  f.optional("linux", value.linux_section);
  f.ignored("freebsd");
  f.ignored("solaris");
  f.ignored("vm");
  f.ignored("windows");
  f.ignored("zos");
}

void fields(Fields& f, Root& value) {
  f.required("path", value.path);
  f.optional("readonly", value.readonly);
}

// Both documents that are a process: what one of them knows, the other does.
template <class AnyUser>
void process_fields(Fields& f, Process& value, AnyUser& user, Presence cwd) {
  f.optional("terminal", value.terminal);
  f.optional("consoleSize", value.console_size);
  f.optional("user", user);
  f.optional("args", value.args);
  f.ignored("commandLine");
  f.optional("env", value.env);
  if (cwd == Presence::Required)
    f.required("cwd", value.cwd);
  else
    f.optional("cwd", value.cwd);
  f.optional("capabilities", value.capabilities);
  f.optional("rlimits", value.rlimits);
  f.optional("noNewPrivileges", value.no_new_privileges);
  f.optional("apparmorProfile", value.apparmor_profile);
  f.optional("oomScoreAdj", value.oom_score_adj);
  f.optional("scheduler", value.scheduler);
  f.optional("selinuxLabel", value.selinux_label);
  f.optional("ioPriority", value.io_priority);
  f.optional("execCPUAffinity", value.exec_cpu_affinity);
}

void fields(Fields& f, Process& value) {
  process_fields(f, value, value.user, Presence::Required);
}

void fields(Fields& f, ProcessOver& value) {
  process_fields(f, value.process, value.user, Presence::Optional);
}

void fields(Fields& f, ConsoleSize& value) {
  f.required("height", value.height);
  f.required("width", value.width);
}

void fields(Fields& f, User& value) {
  f.written("uid", value.uid);
  f.written("gid", value.gid);
  f.optional("umask", value.umask);
  f.optional("additionalGids", value.additional_gids);
  f.optional("username", value.username);
}

void fields(Fields& f, Capabilities& value) {
  f.optional("bounding", value.bounding);
  f.optional("effective", value.effective);
  f.optional("inheritable", value.inheritable);
  f.optional("permitted", value.permitted);
  f.optional("ambient", value.ambient);
}

void fields(Fields& f, Rlimit& value) {
  f.required("type", value.type);
  f.required("hard", value.hard);
  f.required("soft", value.soft);
}

void fields(Fields& f, Scheduler& value) {
  f.required("policy", value.policy);
  f.optional("nice", value.nice);
  f.optional("priority", value.priority);
  f.optional("flags", value.flags);
  f.optional("runtime", value.runtime);
  f.optional("deadline", value.deadline);
  f.optional("period", value.period);
}

void fields(Fields& f, IoPriority& value) {
  f.required("class", value.io_class);
  f.written("priority", value.priority);
}

void fields(Fields& f, CpuAffinity& value) {
  f.optional("initial", value.initial);
  f.optional("final", value.final);
}

void fields(Fields& f, Mount& value) {
  f.required("destination", value.destination);
  f.optional("type", value.type);
  f.optional("source", value.source);
  f.optional("options", value.options);
  f.optional("uidMappings", value.uid_mappings);
  f.optional("gidMappings", value.gid_mappings);
}

void fields(Fields& f, Hooks& value) {
  f.optional("prestart", value.prestart);
  f.optional("createRuntime", value.create_runtime);
  f.optional("createContainer", value.create_container);
  f.optional("startContainer", value.start_container);
  f.optional("poststart", value.poststart);
  f.optional("poststop", value.poststop);
}

void fields(Fields& f, Hook& value) {
  f.required("path", value.path);
  f.optional("args", value.args);
  f.optional("env", value.env);
  f.optional("timeout", value.timeout);
}

}  // namespace hull::spec
