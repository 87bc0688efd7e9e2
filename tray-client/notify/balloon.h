// SPDX-License-Identifier: MIT
#pragma once

#include "protocol/errors.h"

#include <QObject>
#include <QString>

#include <chrono>

namespace jarchi::notify {

/// What a balloon shows. All texts are plain text of one reading; whoever shows them escapes what its desktop would
/// obey. A value.
struct Balloon
{
    QString key;   ///< Names it to whoever asked for it; a balloon with a key that is shown already replaces that one.
    QString title; ///< One line.
    QString body;  ///< Several lines.
    QString openLabel;          ///< "Open shop.example"; empty: there is nothing to open.
    QString notInterestedLabel; ///< "Not interested in Phones", "Undo"; empty: no such action.
    protocol::Priority priority = protocol::Priority::Normal;
    bool hasSound = false;
    std::chrono::milliseconds duration{0}; ///< Zero: as long as the desktop thinks right.

    friend bool operator==(const Balloon &, const Balloon &) = default;
};

/// Shows balloons on a desktop, and tells what their reader does with them. Main thread.
class Balloons : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Never waits. A balloon that cannot be shown now is lost as a balloon; what it was about is in the inbox.
    virtual void show(const Balloon &balloon) = 0;
    /// Takes it away if it still stands there.
    virtual void withdraw(const QString &key) = 0;
    /// Whether anybody would see a balloon: a daemon answers, or there is a tray.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    /// The desktop's own do-not-disturb is on, as far as it tells.
    [[nodiscard]] virtual bool isInhibited() const { return false; }

Q_SIGNALS:
    /// The balloon itself was clicked.
    void activated(const QString &key);
    void openRequested(const QString &key);
    void notInterestedRequested(const QString &key);
    /// Somebody closed it by hand.
    void dismissed(const QString &key);
    void availabilityChanged(bool isAvailable);
    void inhibitedChanged(bool isInhibited);
};

} // namespace jarchi::notify
