// SPDX-License-Identifier: Apache-2.0
// The conversation between hull on the host and the process that becomes the container.
//
//  host (life::create → host::launch)            inside (inside::init)
//  clone3(into cgroup, pidfd)            ──►     born: own namespaces, no ids, host's root;
//                                                enters v1 cgroups by inherited tasks files
//  (1) ◄── Hello      [pid by credentials]       only with a stage: else clone3 told the pid
//  (2) ──► IdsMapped                             become uid 0 of our user namespace
//   •  ──► Networked                             only with network devices: they have arrived
//  (3) ──► Trees      [descriptors]              rootfs and devices, when they were not inherited
//   ↕  ◄── Want       "first count"              the next binds of the plan, when their turn comes:
//      ──► Trees      [descriptors]              so the kernel numbers mounts in their listed order
//  (4) ◄── Console    [pty master]               only with a terminal
//  (5) ◄── Built                                 host runs prestart and createRuntime
//  (6) ──► HooksDone  [states, for our hooks]    createContainer hooks; pivot: the host is gone
//  (7) ◄── Listener   "number"                   only with a seccomp listener, in place of Ready:
//                                                its descriptor will have that number. The host
//                                                takes it once the filter is loaded, and init says
//                                                nothing more: its words might have to wait for the
//                                                listener, who waits for the host
//  (8) ◄── Ready                                 all that can fail before `start` is done, but for
//                                                the filter, which may forbid to say so
//  (9) ──► Recorded                              on record: outlive hull, load the filter, wait for
//                                                `start`
//  any ◄── Warning    "what"                     for the caller to read; up to Ready
//  any ◄── Failed     [error chain]              the only way out besides exec
//
// Into a pid namespace that others live in the process comes last (inside/visible.h): exec's, and
// init where that namespace is joined. Its stage has the conversation up to Ready, or Listener and
// Recorded, and closes the link. What it says then is in a page that only the host shares
// (wire/birth.h): the process's pid, or why there is none. The process says nothing: it reads a
// byte of a pipe for Recorded, and one more for "the listener is taken" if it loads that filter
// itself.
//
// exec has of it (life::exec → host::join | inside::join) only the steps (4), (7) and (8): what the
// others give is there. What goes wrong afterwards is read from a pipe in the place of the fifo.
//
// mounts has Want and Trees, Ready and Recorded (life::mounts → host::change_mounts |
// inside::add_mounts, inside::remove_mounts). Recorded means: it may stay, or be removed; the
// child's end says that all is done.
//
// A message is sent only where the plan asks for what it is about; both sides read the same plan.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hull::wire {

/// The first byte of every message.
enum class Step : std::uint8_t {
  Hello = 1,
  IdsMapped,
  Networked,
  Trees,
  Want,
  Console,
  Built,
  HooksDone,
  Listener,
  Ready,
  Recorded,
  Warning,
  Failed,
};

/// After `start` there is no link any more: init writes what went wrong to the fifo, this byte
/// first and the message behind it. Nothing there: the process was executed.
enum class Late : char { Confinement = 'c', Hook = 'h', Process = 'p' };

/// The two as one text, no longer than what a fifo always takes at once (pipe(7)).
std::string late_word(Late what, std::string_view message);

/// The step's name, for messages.
const char* name(Step step);

}  // namespace hull::wire
