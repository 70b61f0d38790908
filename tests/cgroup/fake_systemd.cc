// SPDX-License-Identifier: Apache-2.0
#include "fake_systemd.h"

#include <doctest/doctest.h>
#include <poll.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "sys/process.h"

namespace hull::cgroup {
namespace {

constexpr const char* kLog = "calls";
constexpr const char* kManager = "org.freedesktop.systemd1.Manager";
constexpr const char* kJob = "/org/freedesktop/systemd1/job/123";
// systemd's name on the bus, and somebody else's.
constexpr const char* kOwn = ":1.1";
constexpr const char* kStranger = ":1.9";

std::string shown(DBusMessageIter& value) {
  DBusMessageIter inside;
  std::string all;
  switch (dbus_message_iter_get_arg_type(&value)) {
    case 's': {
      const char* text = nullptr;
      dbus_message_iter_get_basic(&value, &text);
      return text;
    }
    case 'b': {
      dbus_bool_t truth = 0;
      dbus_message_iter_get_basic(&value, &truth);
      return truth != 0 ? "yes" : "no";
    }
    case 'u': {
      dbus_uint32_t number = 0;
      dbus_message_iter_get_basic(&value, &number);
      return std::to_string(number);
    }
    case 't': {
      dbus_uint64_t number = 0;
      dbus_message_iter_get_basic(&value, &number);
      return number + 1 == 0 ? "infinity" : std::to_string(number);
    }
    case 'r': {
      dbus_message_iter_recurse(&value, &inside);
      const std::string name = shown(inside);
      dbus_message_iter_next(&inside);
      return name + "=" + shown(inside);
    }
    default:
      dbus_message_iter_recurse(&value, &inside);
      for (; dbus_message_iter_get_arg_type(&inside) != 0; dbus_message_iter_next(&inside))
        all += (all.empty() ? "" : " ") + shown(inside);
      return all;
  }
}

class Server {
 public:
  Server(const FakeRoot& root, std::string cgroup, Script script)
      : root_(root), cgroup_(std::move(cgroup)), script_(std::move(script)) {}

  [[noreturn]] void serve(DBusServer* listener) {
    dbus_server_set_new_connection_function(listener, &Server::greet, this, nullptr);
    dbus_server_set_watch_functions(listener, &Server::watch, &Server::unwatch, nullptr, this,
                                    nullptr);
    while (true) {
      std::vector<pollfd> watched = {{dbus_watch_get_unix_fd(watch_), POLLIN, 0}};
      for (DBusConnection* connection : connections_) {
        int fd = -1;
        if (dbus_connection_get_unix_fd(connection, &fd) != FALSE)
          watched.push_back({fd, POLLIN, 0});
      }
      ::poll(watched.data(), watched.size(), 20);
      if (watched[0].revents != 0) dbus_watch_handle(watch_, DBUS_WATCH_READABLE);
      for (DBusConnection* connection : connections_) {
        dbus_connection_read_write(connection, 0);
        while (dbus_connection_dispatch(connection) == DBUS_DISPATCH_DATA_REMAINS) {
        }
      }
    }
  }

 private:
  static dbus_bool_t watch(DBusWatch* watch, void* self) {
    static_cast<Server*>(self)->watch_ = watch;
    return TRUE;
  }
  static void unwatch(DBusWatch*, void*) {}

  static void greet(DBusServer*, DBusConnection* connection, void* self) {
    dbus_connection_ref(connection);
    dbus_connection_set_exit_on_disconnect(connection, FALSE);
    dbus_connection_add_filter(connection, &Server::filter, self, nullptr);
    static_cast<Server*>(self)->connections_.push_back(connection);
  }

  static DBusHandlerResult filter(DBusConnection* connection, DBusMessage* call, void* self) {
    if (dbus_message_get_type(call) != DBUS_MESSAGE_TYPE_METHOD_CALL ||
        std::strcmp(dbus_message_get_interface(call), "org.freedesktop.DBus.Peer") == 0)
      return DBUS_HANDLER_RESULT_NOT_YET_HANDLED;
    static_cast<Server*>(self)->answer(connection, call);
    return DBUS_HANDLER_RESULT_HANDLED;
  }

  void send(DBusConnection* connection, DBusMessage* message, const char* from = kOwn) {
    if (script_.as_bus) dbus_message_set_sender(message, from);
    dbus_connection_send(connection, message, nullptr);
    dbus_connection_flush(connection);
    dbus_message_unref(message);
  }

  void refuse(DBusConnection* connection, DBusMessage* call, const char* name, const char* why) {
    send(connection, dbus_message_new_error(call, name, why));
  }

  void answer_text(DBusConnection* connection, DBusMessage* call, int type, const char* text) {
    DBusMessage* reply = dbus_message_new_method_return(call);
    dbus_message_append_args(reply, type, &text, DBUS_TYPE_INVALID);
    send(connection, reply);
  }

  void answer_property(DBusConnection* connection, DBusMessage* call, const std::string& name) {
    const std::string text = name == "ControlGroup"  ? script_.control_group
                             : name == "Version"     ? script_.version
                             : name == "ActiveState" ? script_.state
                             : name == "State"       ? "waiting"
                                                     : "";
    const char* start = text.c_str();
    DBusMessage* reply = dbus_message_new_method_return(call);
    DBusMessageIter body;
    DBusMessageIter variant;
    dbus_message_iter_init_append(reply, &body);
    dbus_message_iter_open_container(&body, DBUS_TYPE_VARIANT, "s", &variant);
    dbus_message_iter_append_basic(&variant, DBUS_TYPE_STRING, &start);
    dbus_message_iter_close_container(&body, &variant);
    send(connection, reply);
  }

  void end_job(DBusConnection* connection, const char* result, const char* from = kOwn) {
    DBusMessage* signal =
        dbus_message_new_signal("/org/freedesktop/systemd1", kManager, "JobRemoved");
    const dbus_uint32_t number = 123;
    const char* unit = "x.scope";
    dbus_message_append_args(signal, DBUS_TYPE_UINT32, &number, DBUS_TYPE_OBJECT_PATH, &kJob,
                             DBUS_TYPE_STRING, &unit, DBUS_TYPE_STRING, &result, DBUS_TYPE_INVALID);
    send(connection, signal, from);
  }

  static Part next(std::vector<Part>& parts) {
    const Part part = parts.front();
    if (parts.size() > 1) parts.erase(parts.begin());
    return part;
  }

  void play(DBusConnection* connection, DBusMessage* call, Part part, bool start) {
    switch (part) {
      case Part::Silent:
        return;
      case Part::Closed:
        dbus_connection_close(connection);
        return;
      case Part::Exists:
        return refuse(connection, call, "org.freedesktop.systemd1.UnitExists", "it is there");
      case Part::Missing:
        return refuse(connection, call, "org.freedesktop.systemd1.NoSuchUnit", "not loaded");
      case Part::Waiting:
        return answer_text(connection, call, DBUS_TYPE_OBJECT_PATH, kJob);
      case Part::Failed:
        answer_text(connection, call, DBUS_TYPE_OBJECT_PATH, kJob);
        return end_job(connection, "failed");
      case Part::Done:
        break;
    }
    if (start)
      root_.file(cgroup_ + "/cgroup.procs", pids_ + "\n");
    else
      std::filesystem::remove_all(root_.path(cgroup_));
    answer_text(connection, call, DBUS_TYPE_OBJECT_PATH, kJob);
    if (script_.as_bus) end_job(connection, "failed", kStranger);
    end_job(connection, "done");
  }

  void answer(DBusConnection* connection, DBusMessage* call) {
    const std::string member = dbus_message_get_member(call);
    std::string line = member;
    std::vector<std::string> words;
    DBusMessageIter argument;
    if (dbus_message_iter_init(call, &argument) != FALSE)
      for (; dbus_message_iter_get_arg_type(&argument) != 0; dbus_message_iter_next(&argument))
        words.push_back(shown(argument));
    for (const std::string& word : words) line += " " + word;
    const std::size_t at = line.find("PIDs=");
    if (at != line.npos) {
      // The number differs from run to run.
      const std::size_t end = line.find(' ', at);
      pids_ = line.substr(at + 5, end - at - 5);
      line.erase(at, end - at + 1);
    }
    std::ofstream(root_.path(kLog), std::ios::app) << line << "\n";
    if (script_.as_bus && !greeted_ && member != "Hello")
      return refuse(connection, call, "org.freedesktop.DBus.Error.AccessDenied", "no Hello");
    if (member == "Hello") greeted_ = true;
    if (member == "StartTransientUnit") return play(connection, call, next(script_.start), true);
    if (member == "StopUnit") return play(connection, call, next(script_.stop), false);
    if (member == "Get") return answer_property(connection, call, words[1]);
    if (member == "GetUnit")
      return answer_text(connection, call, DBUS_TYPE_OBJECT_PATH, "/org/freedesktop/unit/x");
    if (member == "Hello") return answer_text(connection, call, DBUS_TYPE_STRING, ":1.5");
    send(connection, dbus_message_new_method_return(call));
  }

  const FakeRoot& root_;
  std::string cgroup_;
  Script script_;
  DBusWatch* watch_ = nullptr;
  std::vector<DBusConnection*> connections_;
  std::string pids_;
  bool greeted_ = false;
};

}  // namespace

FakeSystemd::FakeSystemd(const FakeRoot& root, const std::string& cgroup, const Script& script)
    : root_(root), address_("unix:path=" + root.path(script.as_bus ? "bus" : "private").string()) {
  root.file(kLog, "");
  listener_ = dbus_server_listen(address_.c_str(), nullptr);
  REQUIRE(listener_ != nullptr);
  auto child = sys::clone(0, std::nullopt);
  REQUIRE(child);
  if (!*child) {
    if (!sys::end_with_parent(true)) ::_exit(1);
    Server(root, cgroup, script).serve(listener_);
  }
  server_ = std::move(**child);
}

FakeSystemd::~FakeSystemd() {
  server_ = sys::Child();
  dbus_server_disconnect(listener_);
  dbus_server_unref(listener_);
}

std::string FakeSystemd::address() const {
  return address_;
}

std::string FakeSystemd::calls() const {
  return root_.read(kLog);
}

}  // namespace hull::cgroup
