// SPDX-License-Identifier: MIT
#include "support/patience.h"
#include "ui/application.h"

#include <QApplication>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>

using namespace jarchi;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using jarchi::test::Patience;

/// The whole tray program, as far as it cannot start: whoever clicked an icon reads why.
class TestTrayStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void folderThatCannotBeMade_isSaidInAWindow_data();
    void folderThatCannotBeMade_isSaidInAWindow();
    void signal_closesTheWindow();

private:
    /// Starts it, does `act` with the window that says why it cannot, and returns what runTray() returned.
    Result<void> start(const std::function<void(QMessageBox &)> &act);
    /// A file stands where the folder should be: unlike permissions, that stops root too.
    void blockData() const { block(m_home->filePath(u"data"_s)); }
    static void block(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestTrayStart::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->filePath(u"data"_s)));
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_home->path()));
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home->filePath(u"config"_s));
}

Result<void> TestTrayStart::start(const std::function<void(QMessageBox &)> &act)
{
    QTimer look;
    connect(&look, &QTimer::timeout, &look, [&] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (box == nullptr || !box->isVisible())
            return;
        look.stop();
        act(*box);
    });
    look.start(10ms);
    QTimer::singleShot(Patience, &look, [] { QCoreApplication::exit(); }); // It started, which is a fault as well.
    return ui::runTray({});
}

void TestTrayStart::folderThatCannotBeMade_isSaidInAWindow_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("words");
    QTest::newRow("en") << u"en"_s << u"Jarchi cannot start."_s;
    QTest::newRow("fa") << u"fa"_s << u"جارچی"_s;
}

void TestTrayStart::folderThatCannotBeMade_isSaidInAWindow()
{
    QFETCH(const QString, language);
    QFETCH(const QString, words);
    QSettings(QSettings::IniFormat, QSettings::UserScope, u"jarchi"_s, u"jarchi-tray"_s).setValue("language", language);
    blockData();
    QString text;
    QString why;
    const Result<void> ended = start([&](QMessageBox &box) {
        text = box.text();
        why = box.informativeText();
        box.buttons().constFirst()->click();
    });
    QVERIFY(!ended);
    QVERIFY2(text.contains(words), qUtf8Printable(text));
    QCOMPARE(why, ended.error().message);
    QVERIFY2(why.contains(m_home->filePath(u"data"_s)), qUtf8Printable(why));
}

void TestTrayStart::signal_closesTheWindow()
{
    blockData();
    const Result<void> ended = start([](const QMessageBox &) { ::raise(SIGTERM); });
    QVERIFY(!ended);
}

QTEST_MAIN(TestTrayStart)
#include "test_tray_start.moc"
