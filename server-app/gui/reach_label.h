// SPDX-License-Identifier: MIT
#pragma once

#include "store/reach_preview.h"
#include "store/store.h"
#include "widgets/text_label.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace jarchi::gui {

class ServerControl;

/// How many accounts something would reach if it were added now: online at once, the others when they come back. Asked
/// a moment after the last keystroke, on the reading connection.
class ReachLabel : public widgets::TextLabel
{
    Q_OBJECT

public:
    using Question = std::function<Result<store::Reach>(store::Store &, const QList<people::AccountId> &online)>;

    ReachLabel(ServerControl &server, QWidget *parent);

    /// Without a question there is nothing to reach anybody with yet.
    void ask(std::optional<Question> question);

private:
    void send();
    void showReach();

    ServerControl &m_server;
    QTimer m_delay;
    std::optional<Question> m_question;
    QList<people::AccountId> m_online; ///< When it was asked last.
    std::optional<store::Reach> m_reach;
    int m_asked = 0; ///< Answers to older questions are dropped.
};

} // namespace jarchi::gui
