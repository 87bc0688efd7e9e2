// SPDX-License-Identifier: MIT
#include "ui/default_settings.h"

#include <tuple>
#include <utility>

namespace jarchi::ui {

namespace setting = preferences::setting;

std::function<void()> restoreDefaults(preferences::Preferences &preferences)
{
    const auto settings = std::tie(setting::StayConnected, setting::SessionSeconds, setting::LookInMinutes,
                                   setting::QuietHours, setting::QuietFrom, setting::QuietTo, setting::BalloonSeconds,
                                   setting::Sound, setting::AllowHttp, setting::RetentionDays);
    const auto before = std::apply(
        [&preferences](const auto &...each) { return std::tuple(std::pair(each, preferences.get(each))...); },
        settings);
    std::apply([&preferences](const auto &...each) { (preferences.set(each, each.fallback), ...); }, settings);
    return [&preferences, before] {
        std::apply([&preferences](const auto &...was) { (preferences.set(was.first, was.second), ...); }, before);
    };
}

} // namespace jarchi::ui
