// SPDX-License-Identifier: MIT
#pragma once

#include "gui/interests_model.h"
#include "store/account_repository.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <optional>

class QScrollArea;

namespace jarchi::widgets {
class Table;
} // namespace jarchi::widgets

namespace jarchi::gui {

class ServerControl;

/// One account, beside the list: its names, when it was here, what it is interested in (edited in place and stored at
/// once), and what waits for it.
class AccountPanel : public QWidget
{
    Q_OBJECT

public:
    /// `server` outlives this.
    AccountPanel(ServerControl &server, QWidget *parent);

    /// Nothing: no account, or several, are selected.
    void setAccount(const std::optional<people::Account> &account);

Q_SIGNALS:
    /// What the list shows has changed.
    void changed();
    void failed(const jarchi::Error &error);
    void passwordRequested();
    void removalRequested();

private:
    static constexpr int ShownTitles = 20;

    void layOut();
    void setTexts();
    void readAccount();
    void readUnvisited();
    void saveDisplayName();
    void saveInterests();
    void addInterest();

    ServerControl &m_server;
    std::optional<people::Account> m_account;
    InterestsModel m_interests;
    InterestDelegate m_delegate;
    QStringList m_categories;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_displayNameLabel;
    QLineEdit *m_displayName;
    QPushButton *m_password;
    QPushButton *m_remove;
    QLabel *m_interestsTitle;
    widgets::Table *m_interestsTable;
    QPushButton *m_addInterest;
    QPushButton *m_removeInterest;
    QLabel *m_unvisitedTitle;
    QLabel *m_unvisited;
    QScrollArea *m_unvisitedArea;
};

} // namespace jarchi::gui
