// SPDX-License-Identifier: MIT
#include "widgets/translated.h"

#include <QEvent>

namespace jarchi::widgets {

namespace {

class LanguageWatch : public QObject
{
public:
    LanguageWatch(QWidget *widget, std::function<void()> apply)
        : QObject(widget)
        , m_apply(std::move(apply))
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange) {
            m_apply();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    const std::function<void()> m_apply;
};

} // namespace

void translated(QWidget *widget, std::function<void()> apply)
{
    apply();
    new LanguageWatch(widget, std::move(apply)); // Owned by the widget.
}

} // namespace jarchi::widgets
