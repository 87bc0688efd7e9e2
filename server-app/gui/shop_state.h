// SPDX-License-Identifier: MIT
#pragma once

#include "store/status_repository.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace jarchi::gui {

class ServerControl;

/// What the shop does not have yet, so that each page can say what to do first. Asks on the reading connection, every
/// two seconds (other programs add as well) and when it is told that something was added. Main thread; owned by the
/// window.
class ShopState : public QObject
{
    Q_OBJECT

public:
    /// `server` outlives this.
    explicit ShopState(ServerControl &server, QObject *parent = nullptr);

    /// Known to be so; false as long as nobody has asked.
    [[nodiscard]] bool lacksAccounts() const { return m_present && !m_present->accounts; }
    [[nodiscard]] bool lacksCategories() const { return m_present && !m_present->categories; }
    void refresh();

Q_SIGNALS:
    void changed();

private:
    ServerControl &m_server;
    QTimer m_timer;
    std::optional<store::Present> m_present;
};

} // namespace jarchi::gui
