// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace jarchi {

/// The right to bring a window to the front, which a desktop gives to whoever its user has just asked for something.
/// As long as this lives, Qt's windows on Wayland have it, and so have the programs that are started. Main thread.
class ActivationToken
{
    Q_DISABLE_COPY_MOVE(ActivationToken)

public:
    static constexpr qsizetype MostBytes = 256;

    /// One that isValid(); anything else gives no right.
    explicit ActivationToken(const QByteArray &token);
    ~ActivationToken();

    /// Printable ASCII without blanks, at least one and at most MostBytes of it.
    [[nodiscard]] static bool isValid(QByteArrayView token);
    /// What this program was started with; empty where it was not given any.
    [[nodiscard]] static QByteArray ofThisStart();

private:
    bool m_isGiven;
};

} // namespace jarchi
