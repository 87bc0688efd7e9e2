// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QAction>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QStringList>
#include <QTabBar>

namespace jarchi::test {

/// The texts that claim a key each, by the key.
using MnemonicClaims = QMap<QString, QStringList>;

inline void claim(MnemonicClaims &claims, const QString &text)
{
    const QKeySequence key = QKeySequence::mnemonic(text);
    if (!key.isEmpty()) {
        claims[key.toString()].append(text);
    }
}

inline void claimForActions(MnemonicClaims &claims, const QWidget &menu)
{
    for (const QAction *action : menu.actions()) {
        if (action->isVisible()) {
            claim(claims, action->text());
        }
    }
}

/// "Alt+S: &Start, &Stop", for each key that has more than one text.
inline QStringList clashesIn(const MnemonicClaims &claims)
{
    QStringList clashes;
    for (auto each = claims.cbegin(); each != claims.cend(); ++each) {
        if (each.value().size() > 1) {
            clashes.append(each.key() + QStringLiteral(": ") + each.value().join(QStringLiteral(", ")));
        }
    }
    return clashes;
}

/// Each key that two visible entries of one menu of `window` claim, or two of what is visible at the moment: menu
/// titles, labels of fields, buttons. Which texts stand together is known only once they do, so no look at the
/// translations can tell.
inline QStringList mnemonicClashes(const QWidget &window)
{
    QStringList clashes;
    for (const QMenu *menu : window.findChildren<QMenu *>()) {
        MnemonicClaims claims;
        claimForActions(claims, *menu);
        clashes += clashesIn(claims);
    }
    MnemonicClaims visible;
    for (const QMenuBar *bar : window.findChildren<QMenuBar *>()) {
        claimForActions(visible, *bar);
    }
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy() != nullptr) {
            claim(visible, label->text());
        }
    }
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible()) {
            claim(visible, button->text());
        }
    }
    for (const QTabBar *bar : window.findChildren<QTabBar *>()) {
        for (int i = 0; bar->isVisible() && i < bar->count(); ++i)
            claim(visible, bar->tabText(i));
    }
    return clashes + clashesIn(visible);
}

/// The same for a menu that belongs to no window, such as a tray icon's, and for the menus in it.
inline QStringList mnemonicClashesInMenu(const QMenu &menu)
{
    MnemonicClaims claims;
    claimForActions(claims, menu);
    return clashesIn(claims) + mnemonicClashes(menu);
}

} // namespace jarchi::test
