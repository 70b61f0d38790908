// SPDX-License-Identifier: Apache-2.0
#include "base/base64.h"

#include <doctest/doctest.h>

namespace hull {
namespace {

TEST_CASE("the examples of RFC 4648, 10, with their padding and without") {
  const std::pair<const char*, const char*> kExamples[] = {{"", ""},
                                                           {"Zg==", "f"},
                                                           {"Zm8=", "fo"},
                                                           {"Zm9v", "foo"},
                                                           {"Zm9vYg==", "foob"},
                                                           {"Zm9vYmE=", "fooba"},
                                                           {"Zm9vYmFy", "foobar"},
                                                           {"Zg", "f"},
                                                           {"Zm8", "fo"}};
  for (const auto& [text, bytes] : kExamples) {
    CAPTURE(text);
    auto read = from_base64(text);
    REQUIRE(read);
    CHECK(*read == bytes);
  }
}

TEST_CASE("every byte comes back") {
  CHECK(*from_base64("AAECA/7/+w==") == std::string("\x00\x01\x02\x03\xfe\xff\xfb", 7));
}

TEST_CASE("what stands for no bytes is refused") {
  for (const char* text :
       {"Z", "Zg=", "Zh==", "Zm9=", "Zm9v\n", "Zm 9v", "Zg==Zg==", "====", "=", "Zm9vY", "Zm_v"}) {
    CAPTURE(text);
    CHECK_FALSE(from_base64(text));
  }
}

}  // namespace
}  // namespace hull
