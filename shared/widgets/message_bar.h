// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/colours.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace jarchi::widgets {

/// One sentence across a page: what happened, and one thing that can be done about it. Hidden when there is nothing to
/// say. Owned by its page; main thread.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// A text, asked for again whenever the language changes: while it stands there, it is in the reader's.
    using Words = std::function<QString()>;

    /// What `text` returns is shown as plain text. Without an `action` there is no button.
    void say(Tone tone, Words text, Words action = {});
    /// For a sentence that somebody else has put into words already.
    void say(Tone tone, const QString &text, const QString &action = {});
    [[nodiscard]] QString text() const;
    void clear();
    /// Without the button that closes it, if what it says is true until something is done.
    void setClosable(bool closable);

Q_SIGNALS:
    /// The button was pressed; the bar is hidden already.
    void acted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();
    void paintTone();

    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    Words m_words; ///< None: there is nothing to say.
    Words m_actionWords;
    Tone m_tone = Tone::Accent;
};

} // namespace jarchi::widgets
