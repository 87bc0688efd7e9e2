// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

namespace jarchi::widgets {

/// A new password from the system's random numbers: three groups of five letters and digits that are easily told apart
/// and typed ("kvm4t-pe7ah-x2wcd"), about 74 bits. Any thread.
[[nodiscard]] QString suggestPassword();

enum class Strength { Weak, Fair, Good, Strong };

/// How long somebody would have to guess at `password` who knows how people choose them: its length and variety count,
/// and repeats, runs ("abcd", "4321", "qwerty"), the account's name in it and the commonest passwords do not. An
/// estimate for a person who chooses, never a reason to refuse. Any thread.
[[nodiscard]] Strength strengthOf(QStringView password, QStringView accountName);

} // namespace jarchi::widgets
