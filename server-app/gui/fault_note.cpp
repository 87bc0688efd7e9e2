// SPDX-License-Identifier: MIT
#include "gui/fault_note.h"

#include "gui/logging.h"
#include "gui/server_control.h"
#include "store/status_repository.h"

namespace jarchi::gui {

using namespace widgets;

FaultNote::FaultNote(ServerControl &server, MessageBar &bar, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_bar(bar)
{
    m_look.setInterval(1000);
    connect(&m_look, &QTimer::timeout, this, &FaultNote::look);
}

void FaultNote::tell(const Error &error, Words text, Words afterwards, Words action)
{
    const bool mayPass = error.kind == Error::Kind::Unavailable;
    if (mayPass || error.kind == Error::Kind::Broken) {
        qCWarning(guiLog, "not stored: %ls", qUtf16Printable(error.english));
    }
    m_text = text ? std::move(text) : [said = error.message] { return said; };
    m_afterwards = std::move(afterwards);
    m_action = std::move(action);
    m_bar.say(Tone::Error, m_text);
    if (mayPass) {
        m_look.start();
    } else {
        m_look.stop();
    }
}

void FaultNote::forget()
{
    m_look.stop();
    m_text = {};
}

void FaultNote::look()
{
    if (!m_text || m_bar.text() != m_text()) {
        forget(); // Somebody has read and closed it, or there is other news.
        return;
    }
    // What a full disk refuses is a write, not a transaction; the time of the poll is what a running server writes
    // anyway.
    const bool isRunning = m_server.state() == ServerControl::State::Running;
    m_server.store().read(
        this,
        [isRunning](store::Store &store) {
            return store.writeIfFree(
                [&]() -> Result<void> { return isRunning ? store.status().notePoll() : Result<void>(); });
        },
        [this](const Result<void> &written) { end(written); });
}

void FaultNote::end(const Result<void> &written)
{
    if (!written || !m_look.isActive() || !m_text || m_bar.text() != m_text()) {
        return;
    }
    forget();
    if (m_afterwards) {
        m_bar.say(Tone::Accent, m_afterwards, m_action);
    } else {
        m_bar.clear();
    }
}

} // namespace jarchi::gui
