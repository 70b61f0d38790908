// SPDX-License-Identifier: Apache-2.0
#include "spec/annotations.h"

#include "spec/landlock.h"

namespace hull::spec::annotations {
namespace {

constexpr Known kKnown[] = {
    {kContainerType, Treatment::Obeyed},      {kWasmVariant, Treatment::Refused},
    {kCriuConfig, Treatment::Obeyed},         {kSystemdProperty, Treatment::Obeyed},
    {kDelegateCgroup, Treatment::Obeyed},     {kHandler, Treatment::Refused},
    {kHooksStderr, Treatment::Obeyed},        {kHooksStdout, Treatment::Obeyed},
    {kLandlockAnnotation, Treatment::Obeyed}, {kKeepOriginalGroups, Treatment::Obeyed},
    {kMountContextType, Treatment::Obeyed},   {kPidfdReceiver, Treatment::Obeyed},
    {kSeccompPlugins, Treatment::Refused},    {kSeccompReceiver, Treatment::Obeyed},
    {kSeccompBpfData, Treatment::Obeyed},     {kSeccompFailUnknown, Treatment::Obeyed},
    {kForceCgroupV1, Treatment::Refused},     {kSystemdSubgroup, Treatment::Obeyed},
};

}  // namespace

std::span<const Known> known() {
  return kKnown;
}

}  // namespace hull::spec::annotations
