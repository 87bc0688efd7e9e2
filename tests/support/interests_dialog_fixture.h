// SPDX-License-Identifier: MIT
#pragma once

#include "support/interest_shop.h"
#include "support/tray_window_fixture.h"
#include "ui/interests_dialog.h"
#include "widgets/message_bar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

#include <memory>

namespace jarchi::test {

/// The dialog in which somebody's interests are edited, and the shop that keeps them: a server that a test plays.
class InterestsDialogFixture
{
protected:
    void setUp()
    {
        m_fixture = std::make_unique<TrayWindowFixture>();
        m_shop = std::make_unique<InterestShop>(server());
    }
    void tearDown()
    {
        m_dialog.reset();
        m_fixture.reset();
    }

    void open()
    {
        if (m_fixture->client().status() == client::Client::Status::SignedOut)
            QVERIFY(m_fixture->signIn());
        m_dialog = std::make_unique<ui::InterestsDialog>(m_fixture->client());
        QVERIFY(TrayWindowFixture::show(*m_dialog));
        QTRY_VERIFY_WITH_TIMEOUT(button(QDialogButtonBox::Save).isEnabled(), Patience);
    }
    [[nodiscard]] QList<QWidget *> rows() const
    {
        QList<QWidget *> visible;
        for (auto *category : m_dialog->findChildren<QComboBox *>(QStringLiteral("interestCategory"))) {
            if (category->isVisible())
                visible.append(category->parentWidget());
        }
        return visible;
    }
    template <typename Widget>
    [[nodiscard]] Widget &inRow(qsizetype row, const QString &name) const
    {
        return TrayWindowFixture::find<Widget>(*rows().at(row), name);
    }
    [[nodiscard]] QPushButton &button(QDialogButtonBox::StandardButton which) const
    {
        return *m_dialog->findChild<QDialogButtonBox *>()->button(which);
    }
    [[nodiscard]] QPushButton &add() const
    {
        return *m_dialog->findChild<QPushButton *>(QStringLiteral("interestAdd"));
    }
    [[nodiscard]] QString previewTitle() const
    {
        return m_dialog->findChild<QLabel *>(QStringLiteral("previewTitle"))->text();
    }
    [[nodiscard]] widgets::MessageBar &message() const { return *m_dialog->findChild<widgets::MessageBar *>(); }
    [[nodiscard]] qsizetype previewsAsked() const { return server().all<protocol::PreviewInterests>().size(); }
    [[nodiscard]] ScriptedServer &server() const { return m_fixture->server; }

    std::unique_ptr<TrayWindowFixture> m_fixture;
    std::unique_ptr<ui::InterestsDialog> m_dialog;
    std::unique_ptr<InterestShop> m_shop;
};

} // namespace jarchi::test
