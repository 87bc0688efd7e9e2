// SPDX-License-Identifier: MIT
#include "gui/shop_state.h"

#include "gui/server_control.h"

#include <chrono>

namespace jarchi::gui {

using namespace std::chrono_literals;

ShopState::ShopState(ServerControl &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
    m_timer.setInterval(2s);
    connect(&m_timer, &QTimer::timeout, this, &ShopState::refresh);
    connect(&m_server, &ServerControl::opened, this, &ShopState::refresh);
    refresh();
}

void ShopState::refresh()
{
    if (!m_server.isOpen()) {
        return;
    }
    m_timer.start();
    m_server.reader().read(
        this, [](store::Store &store) { return store.status().present(); },
        [this](const Result<store::Present> &present) {
            if (present && m_present != *present) {
                m_present = *present;
                Q_EMIT changed();
            }
        });
}

} // namespace jarchi::gui
