// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QStringList>

namespace jarchi::test {

/// Each key that two visible entries of one menu (or of the menu bar) of `window` claim, as "Alt+S: &Start, &Stop".
/// Which texts stand in one menu is known only once the menus are made, so no look at the translations can tell.
inline QStringList mnemonicClashes(const QWidget &window)
{
    QList<QWidget *> menus;
    for (QMenuBar *bar : window.findChildren<QMenuBar *>()) {
        menus.append(bar);
    }
    for (QMenu *menu : window.findChildren<QMenu *>()) {
        menus.append(menu);
    }
    QStringList clashes;
    for (const QWidget *menu : menus) {
        QMap<QString, QStringList> claims;
        for (const QAction *action : menu->actions()) {
            const QKeySequence key = QKeySequence::mnemonic(action->text());
            if (action->isVisible() && !key.isEmpty()) {
                claims[key.toString()].append(action->text());
            }
        }
        for (auto claim = claims.cbegin(); claim != claims.cend(); ++claim) {
            if (claim.value().size() > 1) {
                clashes.append(claim.key() + QStringLiteral(": ") + claim.value().join(QStringLiteral(", ")));
            }
        }
    }
    return clashes;
}

} // namespace jarchi::test
