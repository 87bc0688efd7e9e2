// SPDX-License-Identifier: MIT
#pragma once

#include "inbox/inbox.h"
#include "inbox/inbox_file.h"
#include "support/client_fixture.h"
#include "support/must.h"
#include "ui/inbox_window.h"
#include "widgets/language.h"
#include "widgets/message_bar.h"

#include <QListView>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace jarchi::test {

/// The client's inbox window on a client that remembers an account and reaches no server.
class InboxWindowFixture
{
public:
    explicit InboxWindowFixture(const QString &language = QStringLiteral("en"))
        : m_settings(m_folder.filePath(QStringLiteral("language.ini")), QSettings::IniFormat)
    {
        m_settings.setValue(QStringLiteral("language"), language);
        m_language = std::make_unique<widgets::Language>(m_settings);
    }

    [[nodiscard]] ClientFixture &computer() { return m_computer; }
    [[nodiscard]] client::Client &client() { return m_computer.client(); }
    [[nodiscard]] widgets::Language &language() { return *m_language; }
    [[nodiscard]] ui::InboxWindow &window() { return *m_window; }
    [[nodiscard]] QListView &list() { return find<QListView>(QStringLiteral("inboxList")); }

    /// As if it had come in an earlier visit; one a day.
    [[nodiscard]] static protocol::Notification notification(protocol::NotificationId id, const QString &title,
                                                             const QString &category = QStringLiteral("Phones"))
    {
        protocol::Notification made;
        made.id = id;
        made.title = title;
        made.body = QStringLiteral("Text of %1").arg(title);
        made.category = category;
        made.url = QStringLiteral("https://shop.example/%1").arg(id);
        made.createdAt = QDateTime(QDate(2026, 11, 1), QTime(9, 0), Qt::UTC).addDays(id);
        if (!category.isEmpty())
            made.interest = protocol::Interest{.category = category, .keyword = {}, .maxPrice = {}, .currency = {}};
        return made;
    }
    [[nodiscard]] static protocol::Notification phone(protocol::NotificationId id)
    {
        return notification(id, QStringLiteral("Phone %1").arg(id));
    }
    [[nodiscard]] static QList<protocol::Notification> phones(int count)
    {
        QList<protocol::Notification> all;
        for (int id = 1; id <= count; ++id)
            all << phone(id);
        return all;
    }
    void fill(const QList<protocol::Notification> &notifications)
    {
        const auto inbox = openInbox();
        must(inbox->store(QStringLiteral("one"), notifications));
    }
    /// Beside the client's own, as another process would.
    [[nodiscard]] std::unique_ptr<inbox::Inbox> openInbox()
    {
        return must(inbox::Inbox::open(
            {.path = inbox::inboxPath(m_computer.folder(), QStringLiteral("localhost:1"), QStringLiteral("sara"))},
            m_computer.manualClock));
    }

    /// Before open(): one that may answer.
    void setServer(const QString &server) { m_server = server; }
    /// With nobody signed in.
    void openSignedOut()
    {
        m_window = std::make_unique<ui::InboxWindow>(client(), m_computer.preferences());
        m_window->present();
    }
    /// False when the window does not come to the front in the end.
    bool open()
    {
        m_computer.prefer(preferences::setting::Server, m_server);
        m_computer.prefer(preferences::setting::User, QStringLiteral("sara"));
        client().start();
        openSignedOut();
        return QTest::qWaitForWindowActive(m_window.get(), Patience);
    }
    void close() { m_window.reset(); }

    /// The test ends when there is no such widget.
    template <typename Widget>
    [[nodiscard]] Widget &find(const QString &name)
    {
        auto *found = m_window->findChild<Widget *>(name);
        if (found == nullptr)
            qFatal("There is no %s.", qPrintable(name));
        return *found;
    }
    /// Null when none of that name can be seen.
    template <typename Widget>
    [[nodiscard]] Widget *visible(const QString &name)
    {
        for (Widget *widget : m_window->findChildren<Widget *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    /// The rows as they read: headings, and titles of entries.
    [[nodiscard]] QStringList rows()
    {
        QStringList texts;
        for (int row = 0; row < list().model()->rowCount(); ++row)
            texts << list().model()->index(row, 0).data().toString();
        return texts;
    }
    [[nodiscard]] bool shows(const QStringList &expected)
    {
        return QTest::qWaitFor([&] { return rows() == expected; }, Patience);
    }
    /// In the list.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&list(), key, modifiers);
    }
    [[nodiscard]] bool isRead(protocol::NotificationId id)
    {
        const auto entry = must(openInbox()->find(QStringLiteral("one"), id));
        return entry && entry->isRead;
    }
    [[nodiscard]] bool isKept(protocol::NotificationId id)
    {
        const auto entry = must(openInbox()->find(QStringLiteral("one"), id));
        return entry && entry->isKept;
    }
    /// What a message bar says; empty when none of that name can be seen.
    [[nodiscard]] QString message(const QString &name = QStringLiteral("messageBar"))
    {
        const auto *bar = visible<widgets::MessageBar>(name);
        return bar != nullptr ? bar->text() : QString();
    }
    [[nodiscard]] QString selected()
    {
        const QModelIndexList chosen = list().selectionModel()->selectedIndexes();
        return chosen.size() == 1 ? chosen.first().data().toString() : QString();
    }

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
    QString m_server = QStringLiteral("localhost:1");
    std::unique_ptr<widgets::Language> m_language;
    ClientFixture m_computer;
    std::unique_ptr<ui::InboxWindow> m_window;
};

} // namespace jarchi::test
