// SPDX-License-Identifier: MIT
#include "gui/reach_label.h"

#include "gui/server_control.h"
#include "widgets/format.h"
#include "widgets/translated.h"

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

ReachLabel::ReachLabel(ServerControl &server, QWidget *parent)
    : TextLabel(parent)
    , m_server(server)
{
    setObjectName(u"reach"_s);
    m_delay.setSingleShot(true);
    m_delay.setInterval(250);
    connect(&m_delay, &QTimer::timeout, this, &ReachLabel::send);
    // Who is online changes while somebody is typing.
    connect(&m_server, &ServerControl::snapshotTaken, this, [this] {
        if (m_question && isVisible() && m_server.onlineAccounts() != m_online) {
            m_delay.start();
        }
    });
    translated(this, [this] { showReach(); });
}

void ReachLabel::ask(std::optional<Question> question)
{
    m_question = std::move(question);
    m_delay.start();
}

void ReachLabel::send()
{
    ++m_asked;
    if (!m_question || !m_server.isOpen()) {
        m_reach.reset();
        showReach();
        return;
    }
    m_online = m_server.onlineAccounts();
    m_server.reader().read(
        this, [question = *m_question, online = m_online](store::Store &store) { return question(store, online); },
        [this, asked = m_asked](const Result<store::Reach> &reach) {
            if (asked == m_asked) {
                m_reach = reach ? std::optional(*reach) : std::nullopt;
                showReach();
            }
        });
}

void ReachLabel::showReach()
{
    if (!m_reach) {
        // Nothing while nobody can be asked: the database is not open, or did not answer.
        setText(m_question ? QString() : tr("Choose a category to see how many accounts it reaches."));
        return;
    }
    const qint64 away = m_reach->total - m_reach->online;
    if (m_reach->total == 0) {
        setText(tr("It reaches nobody now: no account's interests match."));
    } else if (away == 0) {
        setText(tr("It reaches %Ln account(s), all of them online.", nullptr, static_cast<int>(m_reach->total)));
    } else {
        setText(tr("It reaches %Ln account(s): %1 online now, %2 when they come back.", nullptr,
                   static_cast<int>(m_reach->total))
                    .arg(number(m_reach->online), number(away)));
    }
}

} // namespace jarchi::gui
