// SPDX-License-Identifier: MIT
#include "widgets/appearance.h"
#include "widgets/colours.h"
#include "widgets/style.h"

#include <QApplication>
#include <QDBusMessage>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTemporaryDir>
#include <QTest>

using namespace jarchi::widgets;
using namespace Qt::StringLiterals;

namespace {

/// A desktop's portal, as far as it answers for light and dark.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;
    int asked = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        ++asked;
        const bool known = group == u"org.freedesktop.appearance"_s && key == u"color-scheme"_s;
        // As the real one has it: a variant in a variant.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(known ? QVariant(scheme) : QVariant())));
    }

Q_SIGNALS:
    void SettingChanged(const QString &, const QString &, const QDBusVariant &); ///< Group, key, value.
};

void emitScheme(Portal &portal, uint scheme)
{
    portal.scheme = scheme;
    Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(scheme));
}

} // namespace

/// With a bus of its own, so that neither the developer's desktop nor the lack of one changes the outcome.
class TestAppearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void palettes_text_isLegible_data();
    void palettes_text_isLegible();
    void palettes_areLightAndDark();
    void boxToTick_inTheDark_isSeen();
    void choose_takesEffectAtOnceAndIsRemembered();
    void settings_withNonsense_meanSystem();
    void system_withoutBus_keepsWhatQtFound();
    void system_portalPrefersDark_isDark();
    void system_portalChangesItsMind_isFollowed();
    void system_portalWithoutPreference_changesNothing();
    void system_signalOfAnotherSetting_changesNothing();
    void chosenByHand_portalChanges_staysAsChosen();

private:
    QDBusConnection offline() const { return QDBusConnection(u"never connected"_s); }

    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Portal> m_portal;
};

void TestAppearance::initTestCase()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(m_daemon.waitForStarted(), "this test needs dbus-daemon (the Debian package dbus-daemon)");
    while (!m_daemon.canReadLine()) {
        QVERIFY(m_daemon.waitForReadyRead());
    }
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
}

void TestAppearance::init()
{
    QApplication::setPalette(lightPalette());
    m_settings.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);

    m_portal = std::make_unique<Portal>();
    QDBusConnection bus = QDBusConnection::connectToBus(m_address, u"portal"_s);
    QVERIFY(bus.isConnected());
    bus.unregisterObject(u"/org/freedesktop/portal/desktop"_s);
    QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, m_portal.get(),
                               QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    bus.registerService(u"org.freedesktop.portal.Desktop"_s);
}

void TestAppearance::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"portal"_s);
    QDBusConnection::disconnectFromBus(u"window"_s);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void TestAppearance::palettes_text_isLegible_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const bool dark : {false, true}) {
        const QPalette palette = dark ? darkPalette() : lightPalette();
        const char *name = dark ? "dark" : "light";
        const auto row = [&](const char *what, const QColor &text, QPalette::ColorRole ground) {
            QTest::addRow("%s %s", name, what) << palette << text << palette.color(ground);
        };
        const auto role = [&](QPalette::ColorRole which) { return palette.color(which); };
        row("window", role(QPalette::WindowText), QPalette::Window);
        row("base", role(QPalette::Text), QPalette::Base);
        row("other rows", role(QPalette::Text), QPalette::AlternateBase);
        row("button", role(QPalette::ButtonText), QPalette::Button);
        row("selection", role(QPalette::HighlightedText), QPalette::Highlight);
        row("tool tip", role(QPalette::ToolTipText), QPalette::ToolTipBase);
        row("placeholder", role(QPalette::PlaceholderText), QPalette::Base);
        row("link", role(QPalette::Link), QPalette::Window);
        row("link on base", role(QPalette::Link), QPalette::Base);
        row("visited link", role(QPalette::LinkVisited), QPalette::Base);
        row("accent", colour(Tone::Accent, palette), QPalette::Window);
        row("quiet", colour(Tone::Quiet, palette), QPalette::Window);
        for (const Tone tone : {Tone::Success, Tone::Warning, Tone::Error}) {
            row("meaning on window", colour(tone, palette), QPalette::Window);
            row("meaning on base", colour(tone, palette), QPalette::Base);
        }
    }
}

void TestAppearance::palettes_text_isLegible()
{
    QFETCH(const QColor, text);
    QFETCH(const QColor, ground);
    constexpr double Legible = 4.5; // WCAG 2.1, level AA.
    QVERIFY2(contrast(text, ground) >= Legible, qPrintable(QString::number(contrast(text, ground))));
}

void TestAppearance::boxToTick_inTheDark_isSeen()
{
    const Style style;
    QStyleOptionButton box;
    box.palette = darkPalette();
    box.state = QStyle::State_Enabled | QStyle::State_Off;
    box.rect = QRect(1, 1, 14, 14);
    const QColor window = box.palette.color(QPalette::Window);
    QImage image(16, 16, QImage::Format_RGB32);
    image.fill(window);
    QPainter painter(&image);
    style.drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &painter, nullptr);
    painter.end();
    // WCAG 2.1, 1.4.11: what one needs to see to use a control.
    constexpr double least = 3;
    QVERIFY(contrast(image.pixelColor(8, 1), window) >= least);
    QVERIFY(contrast(image.pixelColor(1, 8), window) >= least);
}

void TestAppearance::palettes_areLightAndDark()
{
    QVERIFY(!isDark(lightPalette()));
    QVERIFY(isDark(darkPalette()));
    QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
}

void TestAppearance::choose_takesEffectAtOnceAndIsRemembered()
{
    {
        Appearance appearance(*m_settings, offline());
        QCOMPARE(appearance.choice(), Appearance::Choice::System);
        QVERIFY(qobject_cast<Style *>(QApplication::style()) != nullptr);
        const QSignalSpy changed(&appearance, &Appearance::changed);
        appearance.choose(Appearance::Choice::Dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(appearance.isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkPalette().color(QPalette::Window));
    }
    Appearance next(*m_settings, offline());
    QCOMPARE(next.choice(), Appearance::Choice::Dark);
    QVERIFY(next.isDark());
    next.choose(Appearance::Choice::Light);
    QVERIFY(!isDark(QApplication::palette()));
}

void TestAppearance::settings_withNonsense_meanSystem()
{
    m_settings->setValue(u"appearance"_s, u"Neon"_s);
    const Appearance appearance(*m_settings, offline());
    QCOMPARE(appearance.choice(), Appearance::Choice::System);
}

void TestAppearance::system_withoutBus_keepsWhatQtFound()
{
    QApplication::setPalette(darkPalette());
    const Appearance dark(*m_settings, offline());
    QVERIFY(dark.isDark());
    QApplication::setPalette(lightPalette());
    const Appearance light(*m_settings, offline());
    QVERIFY(!light.isDark());
}

void TestAppearance::system_portalPrefersDark_isDark()
{
    m_portal->scheme = 1;
    const Appearance appearance(*m_settings, QDBusConnection::connectToBus(m_address, u"window"_s));
    // The answer was not waited for.
    QCOMPARE(m_portal->asked, 0);
    QVERIFY(!appearance.isDark());
    QTRY_VERIFY(appearance.isDark());
    QVERIFY(isDark(QApplication::palette()));
}

void TestAppearance::system_portalChangesItsMind_isFollowed()
{
    m_portal->scheme = 1;
    const Appearance appearance(*m_settings, QDBusConnection::connectToBus(m_address, u"window"_s));
    QTRY_VERIFY(appearance.isDark());
    emitScheme(*m_portal, 2);
    QTRY_VERIFY(!appearance.isDark());
    emitScheme(*m_portal, 1);
    QTRY_VERIFY(appearance.isDark());
}

void TestAppearance::system_portalWithoutPreference_changesNothing()
{
    m_portal->scheme = 0;
    const Appearance appearance(*m_settings, QDBusConnection::connectToBus(m_address, u"window"_s));
    QTRY_COMPARE(m_portal->asked, 1);
    emitScheme(*m_portal, 7);
    emitScheme(*m_portal, 1);
    QTRY_VERIFY(appearance.isDark());
}

void TestAppearance::system_signalOfAnotherSetting_changesNothing()
{
    const Appearance appearance(*m_settings, QDBusConnection::connectToBus(m_address, u"window"_s));
    QTRY_COMPARE(m_portal->asked, 1);
    const QSignalSpy changed(&appearance, &Appearance::changed);
    Q_EMIT m_portal->SettingChanged(u"org.freedesktop.appearance"_s, u"contrast"_s, QDBusVariant(1U));
    Q_EMIT m_portal->SettingChanged(u"org.gnome.desktop"_s, u"color-scheme"_s, QDBusVariant(1U));
    emitScheme(*m_portal, 1);
    QTRY_COMPARE(changed.size(), 1);
}

void TestAppearance::chosenByHand_portalChanges_staysAsChosen()
{
    Appearance appearance(*m_settings, QDBusConnection::connectToBus(m_address, u"window"_s));
    appearance.choose(Appearance::Choice::Light);
    QTRY_COMPARE(m_portal->asked, 1);
    emitScheme(*m_portal, 1);
    // What the system wants is known as soon as it is asked for again.
    QTRY_VERIFY([&] {
        appearance.choose(Appearance::Choice::System);
        const bool dark = appearance.isDark();
        appearance.choose(Appearance::Choice::Light);
        return dark;
    }());
    QVERIFY(!isDark(QApplication::palette()));
}

QTEST_MAIN(TestAppearance)
#include "test_appearance.moc"
