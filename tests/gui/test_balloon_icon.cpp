// SPDX-License-Identifier: MIT
#include "ui/balloon_icon.h"

#include <QDir>
#include <QIcon>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace jarchi;
using namespace Qt::StringLiterals;

/// Whether a notification daemon finds the program's icon, installed or not.
class TestBalloonIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void notInstalled_isAPicture();
    void installed_isAName();
    void nowhereToWrite_isAName();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBalloonIcon::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QIcon::setThemeName(u"hicolor"_s);
    QIcon::setThemeSearchPaths({m_folder->path()});
    QIcon::setFallbackSearchPaths({});
}

void TestBalloonIcon::notInstalled_isAPicture()
{
    const QImage picture(QUrl(ui::balloonIcon(m_folder->path())).toLocalFile());
    QCOMPARE(picture.size(), QSize(64, 64));
    QVERIFY(picture.pixelColor(32, 32).alpha() > 0);
}

void TestBalloonIcon::installed_isAName()
{
    const QString theme = m_folder->filePath(u"hicolor"_s);
    const QString icons = theme + u"/128x128/apps"_s;
    QVERIFY(QDir().mkpath(icons));
    QFile index(theme + u"/index.theme"_s);
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write("[Icon Theme]\nName=Hicolor\nDirectories=128x128/apps\n\n[128x128/apps]\nSize=128\nType=Threshold\n");
    index.close();
    QImage picture(128, 128, QImage::Format_ARGB32);
    picture.fill(Qt::blue);
    QVERIFY(picture.save(icons + u"/jarchi.png"_s));
    QIcon::setThemeSearchPaths({m_folder->path()}); // What it has is looked for anew.
    QCOMPARE(ui::balloonIcon(m_folder->path()), u"jarchi"_s);
    QVERIFY(!QFile::exists(m_folder->filePath(u"icon.png"_s)));
}

void TestBalloonIcon::nowhereToWrite_isAName()
{
    QCOMPARE(ui::balloonIcon(m_folder->filePath(u"missing"_s)), u"jarchi"_s);
}

QTEST_MAIN(TestBalloonIcon)
#include "test_balloon_icon.moc"
