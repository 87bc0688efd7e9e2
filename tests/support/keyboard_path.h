// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessible>
#include <QApplication>
#include <QSet>
#include <QStringList>
#include <QTest>
#include <QWidget>

namespace jarchi::test {

/// Whether the keyboard should lead to it now.
inline bool isControl(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0 &&
           widget.focusProxy() == nullptr;
}

/// The controls of the window `top` that have no name for a screen reader, and those that Tab does not come to. It has
/// to be the active window.
inline QStringList keyboardFaults(QWidget &top)
{
    const auto all = top.findChildren<QWidget *>();
    QSet<QWidget *> reached;
    for (qsizetype i = 0; i < all.size(); ++i) {
        QWidget *focus = QApplication::focusWidget();
        reached.insert(focus);
        QTest::keyClick(focus != nullptr ? focus : &top, Qt::Key_Tab);
    }
    QStringList faults;
    for (QWidget *widget : all) {
        if (widget->window() != &top || !isControl(*widget))
            continue;
        const QString described =
            QString::fromLatin1(widget->metaObject()->className()) + QChar(u' ') + widget->objectName();
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface == nullptr || interface->text(QAccessible::Name).isEmpty())
            faults.append(described + QStringLiteral(" has no name"));
        if (!reached.contains(widget))
            faults.append(described + QStringLiteral(" is not reached"));
    }
    return faults;
}

/// The names of the controls that Tab comes to, one after the other, until it is where it began.
inline QStringList keyboardPath(QWidget &top)
{
    QStringList path;
    QWidget *const first = QApplication::focusWidget();
    QWidget *focus = first;
    do {
        path.append(focus->objectName());
        QTest::keyClick(focus, Qt::Key_Tab);
        focus = QApplication::focusWidget();
    } while (focus != nullptr && focus != first && path.size() < top.findChildren<QWidget *>().size());
    return path;
}

} // namespace jarchi::test
