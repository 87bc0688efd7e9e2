// SPDX-License-Identifier: MIT
#pragma once

#include "support/client_fixture.h"
#include "widgets/language.h"

#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>

namespace jarchi::test {

/// What a window of the tray client needs: a real client with what is around it, a scripted server, and a language.
class TrayWindowFixture
{
public:
    explicit TrayWindowFixture(const QString &code = QStringLiteral("en"))
        : m_settings(m_folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
        , language((m_settings.setValue(QStringLiteral("language"), code), m_settings))
    {
        beGenerous(server);
    }

private:
    QTemporaryDir m_folder;
    QSettings m_settings;

public:
    widgets::Language language;
    ScriptedServer server;
    ClientFixture computer;

    [[nodiscard]] client::Client &client() { return computer.client(); }
    [[nodiscard]] QSettings &settings() { return m_settings; }
    [[nodiscard]] QString address() const { return session::toText(server.address()); }
    /// As sara, and caught up. False when that fails.
    bool signIn(bool stays = false)
    {
        client::SignIn details = ClientFixture::details(address());
        details.stayConnected = stays;
        return computer.signIn(details) && computer.waitFor(client::Client::Status::Connected);
    }
    template <typename Widget>
    [[nodiscard]] static Widget &find(QWidget &window, const QString &name)
    {
        auto *widget = window.findChild<Widget *>(name);
        if (widget == nullptr)
            qFatal("there is no %s", qPrintable(name));
        return *widget;
    }
    static bool show(QWidget &window)
    {
        window.show();
        window.activateWindow();
        return QTest::qWaitForWindowActive(&window, Patience);
    }
    /// The labels of the window that wrap and have less room than their text needs.
    [[nodiscard]] static QStringList clipped(const QWidget &window)
    {
        QStringList texts;
        for (const QLabel *label : window.findChildren<QLabel *>()) {
            const bool isTooLow = label->wordWrap() && label->height() < label->heightForWidth(label->width());
            const bool isTooNarrow = !label->wordWrap() && label->width() < label->sizeHint().width();
            if (label->isVisible() && !label->text().isEmpty() && (isTooLow || isTooNarrow))
                texts.append(label->text());
        }
        return texts;
    }
};

} // namespace jarchi::test
