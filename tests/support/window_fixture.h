// SPDX-License-Identifier: MIT
#pragma once

#include "gui/log_book.h"
#include "gui/main_window.h"
#include "gui/server_control.h"
#include "support/engine_fixture.h"
#include "widgets/appearance.h"
#include "widgets/language.h"

#include <QDialog>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace jarchi::test {

/// The real window on a real server, with a real database that the test also opens as another process would.
class WindowFixture
{
public:
    /// Opened by open(), so that a test can fill the database before.
    explicit WindowFixture(const QString &language = QStringLiteral("en"))
        : m_settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    {
        m_settings.setValue(QStringLiteral("language"), language);
        m_language = std::make_unique<widgets::Language>(m_settings);
        m_appearance =
            std::make_unique<widgets::Appearance>(m_settings, QDBusConnection(QStringLiteral("never connected")));
    }

    [[nodiscard]] EngineFixture &shop() { return m_shop; }
    [[nodiscard]] StoreFixture &store() { return m_shop.store(); }
    [[nodiscard]] QSettings &settings() { return m_settings; }
    [[nodiscard]] gui::ServerControl &server() { return *m_server; }
    [[nodiscard]] gui::MainWindow &window() { return *m_window; }
    [[nodiscard]] widgets::Language &language() { return *m_language; }
    [[nodiscard]] widgets::Appearance &appearance() { return *m_appearance; }

    /// Shows the window and starts the server; does not wait for it.
    void show(const engine::Config &config)
    {
        m_server = std::make_unique<gui::ServerControl>(config, m_clock);
        m_window = std::make_unique<gui::MainWindow>(*m_server, *m_log, *m_language, *m_appearance, m_settings);
        m_window->show();
        m_server->start();
    }
    /// False when the server does not run in the end.
    bool open(gui::MainWindow::Page page)
    {
        show(m_shop.config());
        m_window->showPage(page);
        return QTest::qWaitFor([this] { return m_server->state() == gui::ServerControl::State::Running; }, Patience) &&
               QTest::qWaitForWindowActive(m_window.get(), Patience);
    }
    /// Window and server, as when the program ends; open() can follow.
    void close()
    {
        m_window.reset();
        m_server.reset();
    }

    template <typename Widget>
    Widget &find(const QString &name)
    {
        auto *widget = m_window->findChild<Widget *>(name);
        if (widget == nullptr) {
            qFatal("there is no %s", qPrintable(name));
        }
        return *widget;
    }
    /// The one that can be seen, where several pages have one of that name. Null if there is none.
    template <typename Widget>
    Widget *visible(const QString &name)
    {
        for (Widget *widget : m_window->findChildren<Widget *>(name)) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    /// As soon as it is there; null if it does not come.
    QDialog *dialog(const QString &name)
    {
        QDialog *found = nullptr;
        const bool came =
            QTest::qWaitFor([&] { return (found = m_window->findChild<QDialog *>(name)) != nullptr; }, Patience);
        return came ? found : nullptr;
    }
    /// What the texts of that name say now, those that can be seen.
    QStringList texts(const QString &name)
    {
        QStringList all;
        for (const QLabel *label : m_window->findChildren<QLabel *>(name)) {
            if (label->isVisible() && !label->text().isEmpty()) {
                all.append(label->text());
            }
        }
        return all;
    }
    bool logIn(LineClient &client, const QString &user, const QString &password = EngineFixture::password())
    {
        client.connectTo(m_server->endpoints().first());
        return client.logIn(user, password).has_value();
    }

private:
    /// A process has one, also with two windows.
    static std::shared_ptr<gui::LogBook> commonLog()
    {
        static std::weak_ptr<gui::LogBook> present;
        auto log = present.lock();
        if (!log) {
            log = std::make_shared<gui::LogBook>();
            present = log;
        }
        return log;
    }

    QTemporaryDir m_folder;
    QSettings m_settings;
    SystemClock m_clock;
    EngineFixture m_shop;
    std::shared_ptr<gui::LogBook> m_log = commonLog();
    std::unique_ptr<widgets::Language> m_language;
    std::unique_ptr<widgets::Appearance> m_appearance;
    std::unique_ptr<gui::ServerControl> m_server;
    std::unique_ptr<gui::MainWindow> m_window;
};

} // namespace jarchi::test
