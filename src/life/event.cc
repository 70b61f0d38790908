// SPDX-License-Identifier: Apache-2.0
#include "life/event.h"

namespace hull::life {
namespace {

template <class Event>
void list(spec::Fields& f, Event& event) {
  f.required("type", event.type);
  f.required("id", event.id);
  f.required("data", event.data);
}

}  // namespace

void fields(spec::Fields& f, Used& used) {
  fields(f, used.cgroup);
  f.optional("intel_rdt", used.intel_rdt);
}

void fields(spec::Fields& f, StatsEvent& event) {
  list(f, event);
}

void fields(spec::Fields& f, OomEvent& event) {
  list(f, event);
}

}  // namespace hull::life
