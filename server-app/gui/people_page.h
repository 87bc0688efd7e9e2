// SPDX-License-Identifier: MIT
#pragma once

#include "gui/accounts_model.h"

#include <QSettings>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedLayout;

namespace jarchi::widgets {
class EmptyState;
class MessageBar;
class Table;
} // namespace jarchi::widgets

namespace jarchi::gui {

class AccountPanel;
class FaultNote;
class FirstStep;
class ServerControl;
class ShopState;

/// The accounts, and beside them the one that is selected.
class PeoplePage : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive this.
    PeoplePage(ServerControl &server, ShopState &shop, QSettings &settings, QWidget *parent = nullptr);
    ~PeoplePage() override;

    void focusSearch();
    void addAccount();

Q_SIGNALS:
    /// There is nothing yet that somebody could be interested in.
    void productRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void setTexts();
    void showResult();
    void keepSelection();
    void showSelected();
    void setPassword();
    void confirmRemoval();
    void remove(people::AccountId account, const QString &name);

    ServerControl &m_server;
    ShopState &m_shop;
    QSettings &m_settings;
    AccountsModel m_model;
    widgets::MessageBar *m_message;
    FaultNote *m_fault;
    FirstStep *m_firstStep;
    QLineEdit *m_search;
    QPushButton *m_add;
    QLabel *m_count;
    widgets::Table *m_table;
    AccountPanel *m_panel;
    widgets::EmptyState *m_noAccounts;
    widgets::EmptyState *m_noMatches;
    QSplitter *m_splitter;
    QStackedLayout *m_stack = nullptr;
    QTimer m_searchDelay;
    QTimer m_lookAgain;
    people::AccountId m_selected = 0; ///< Kept when the list is read again.
};

} // namespace jarchi::gui
