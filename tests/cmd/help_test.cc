// SPDX-License-Identifier: Apache-2.0
#include "cmd/help.h"

#include <doctest/doctest.h>

namespace hull::cmd {
namespace {

TEST_CASE("a verb's help lists its flags below each other, broken between words") {
  bool force = false;
  std::string bundle;
  Verb verb = {.name = "make",
               .arguments = "ID [SIGNAL]",
               .summary = "make a thing",
               .options = {toggle("force", "f", "force it", &force),
                           text("bundle-of-containers", "", "DIRECTORY",
                                "the directory in which everything is kept, described at some "
                                "length",
                                &bundle)},
               .run = nullptr};
  CHECK(help("hull", verb) ==
        "Usage: hull make [FLAGS] ID [SIGNAL]\n"
        "\n"
        "make: make a thing\n"
        "\n"
        "Flags:\n"
        "  -f, --force               force it\n"
        "      --bundle-of-containers DIRECTORY\n"
        "                            the directory in which everything is kept, described\n"
        "                            at some length\n"
        "\n"
        "Flags that hold for every command: see 'hull --help'\n");
}

TEST_CASE("a verb without flags or arguments has a short help") {
  Verb verb = {.name = "features",
               .arguments = "",
               .summary = "say what is built in",
               .options = {},
               .run = nullptr};
  CHECK(help("hull", verb) ==
        "Usage: hull features\n"
        "\n"
        "features: say what is built in\n"
        "\n"
        "Flags that hold for every command: see 'hull --help'\n");
}

TEST_CASE("the general help lists commands, then flags") {
  bool version = false;
  Verb verb = {
      .name = "state", .arguments = "ID", .summary = "print it", .options = {}, .run = nullptr};
  CHECK(help("hull", {verb}, {toggle("version", "vV", "print the version", &version)}) ==
        "Usage: hull [FLAGS] COMMAND [FLAGS] [ARGUMENTS]\n"
        "\n"
        "Commands:\n"
        "  state       print it\n"
        "  help        print help for a command\n"
        "\n"
        "Flags, before the command or after it:\n"
        "  -v, -V, --version         print the version\n");
}

}  // namespace
}  // namespace hull::cmd
