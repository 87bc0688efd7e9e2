// SPDX-License-Identifier: MIT
#include "widgets/format.h"
#include "widgets/language.h"

#include <QEvent>
#include <QGuiApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace jarchi::widgets;
using namespace Qt::StringLiterals;

namespace {

/// Notes what was already true when it was told of a new language.
class Listener : public QWidget
{
public:
    int times = 0;
    Qt::LayoutDirection direction = Qt::LayoutDirectionAuto;
    QLocale::Language locale = QLocale::AnyLanguage;

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange) {
            ++times;
            direction = QGuiApplication::layoutDirection();
            locale = QLocale().language();
        }
        QWidget::changeEvent(event);
    }
};

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bestFor_system_isOursOrEnglish_data();
    void bestFor_system_isOursOrEnglish();
    void available_areNamedInThemselves();
    void use_changesTextsNumbersAndDirection();
    void use_tellsWidgetsAfterLocaleAndDirection();
    void use_isRememberedAtNextStart();
    void use_unknownCode_changesNothing();
    void settings_withNonsense_areIgnored();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
};

void TestLanguage::init()
{
    m_settings.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
}

void TestLanguage::bestFor_system_isOursOrEnglish_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("code");
    QTest::newRow("Persian") << u"fa_IR"_s << u"fa"_s;
    QTest::newRow("Dari") << u"fa_AF"_s << u"fa"_s;
    QTest::newRow("American") << u"en_US"_s << u"en"_s;
    QTest::newRow("German") << u"de_DE"_s << u"en"_s;
    QTest::newRow("none") << u"C"_s << u"en"_s;
}

void TestLanguage::bestFor_system_isOursOrEnglish()
{
    QFETCH(const QString, system);
    QTEST(Language::bestFor(QLocale(system)), "code");
}

void TestLanguage::available_areNamedInThemselves()
{
    QStringList names;
    for (const Language::Offer &offer : Language::available()) {
        names.append(offer.code + u' ' + offer.name);
    }
    QCOMPARE(names, (QStringList{u"en English"_s, u"fa فارسی"_s}));
}

void TestLanguage::use_changesTextsNumbersAndDirection()
{
    m_settings->setValue(u"language"_s, u"en"_s);
    Language language(*m_settings);
    QCOMPARE(shortTime({}), u"never"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    // The plural of English comes from a translation too.
    QCOMPARE(duration(1), u"1 second"_s);

    const QSignalSpy changed(&language, &Language::changed);
    language.use(u"fa"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(language.current(), u"fa"_s);
    QCOMPARE(shortTime({}), u"هرگز"_s);
    QCOMPARE(number(42), u"۴۲"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);

    language.use(u"en"_s);
    QCOMPARE(shortTime({}), u"never"_s);
    QCOMPARE(number(42), u"42"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

void TestLanguage::use_tellsWidgetsAfterLocaleAndDirection()
{
    m_settings->setValue(u"language"_s, u"en"_s);
    Language language(*m_settings);
    Listener widget;
    widget.show();
    QCoreApplication::processEvents();
    widget.times = 0;
    language.use(u"fa"_s);
    QTRY_VERIFY(widget.times > 0);
    QCOMPARE(widget.direction, Qt::RightToLeft);
    QCOMPARE(widget.locale, QLocale::Persian);
}

void TestLanguage::use_isRememberedAtNextStart()
{
    {
        m_settings->setValue(u"language"_s, u"en"_s);
        Language language(*m_settings);
        language.use(u"fa"_s);
    }
    const Language next(*m_settings);
    QCOMPARE(next.current(), u"fa"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    QCOMPARE(shortTime({}), u"هرگز"_s);
}

void TestLanguage::use_unknownCode_changesNothing()
{
    Language language(*m_settings);
    const QString before = language.current();
    const QSignalSpy changed(&language, &Language::changed);
    language.use(u"tlh"_s);
    language.use(before);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(language.current(), before);
    QVERIFY(!m_settings->contains(u"language"_s));
}

void TestLanguage::settings_withNonsense_areIgnored()
{
    m_settings->setValue(u"language"_s, u"../../etc/passwd"_s);
    const Language language(*m_settings);
    QCOMPARE(language.current(), Language::bestFor(QLocale::system()));
}

QTEST_MAIN(TestLanguage)
#include "test_language.moc"
