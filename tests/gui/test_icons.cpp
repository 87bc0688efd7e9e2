// SPDX-License-Identifier: MIT
#include "widgets/colours.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace jarchi::widgets;
using namespace Qt::StringLiterals;

/// Every icon at the sizes and in the colours it is used in.
class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void everyIcon_at16Pixels_isThereAndNotCut_data();
    void everyIcon_at16Pixels_isThereAndNotCut();
    void wantedNames_areAllThere();
    void plainIcon_followsPaletteAtOnce();
    void plainIcon_disabledAndSelected_haveTheirColours();
    void colouredIcon_keepsItsColours();
    void pointingIcon_isMirroredFromRightToLeft();
    void icon_onSharpScreen_hasMorePixels();
};

namespace {

QStringList allNames()
{
    QStringList names = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    for (QString &name : names) {
        name.chop(4);
    }
    return names;
}

QImage drawn(const QString &name, int size, QIcon::Mode mode = QIcon::Normal)
{
    return icon(name).pixmap(QSize(size, size), 1.0, mode).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// The colour of the most opaque pixel.
QColor ink(const QImage &image)
{
    QColor strongest(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, y);
            if (here.alpha() > strongest.alpha()) {
                strongest = here;
            }
        }
    }
    return strongest;
}

/// How much of the picture is covered, from 0 to 1.
double coverage(const QImage &image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            sum += image.pixelColor(x, y).alphaF();
        }
    }
    return sum / (image.width() * image.height());
}

int strongestAlphaAtEdge(const QImage &image)
{
    int strongest = 0;
    const int last = image.width() - 1;
    for (int at = 0; at <= last; ++at) {
        for (const QPoint point : {QPoint(at, 0), QPoint(at, last), QPoint(0, at), QPoint(last, at)}) {
            strongest = std::max(strongest, image.pixelColor(point).alpha());
        }
    }
    return strongest;
}

} // namespace

void TestIcons::cleanup()
{
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QApplication::setPalette(lightPalette());
}

void TestIcons::everyIcon_at16Pixels_isThereAndNotCut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("dark");
    for (const QString &name : allNames()) {
        QTest::addRow("%s light", qPrintable(name)) << name << false;
        QTest::addRow("%s dark", qPrintable(name)) << name << true;
    }
}

void TestIcons::everyIcon_at16Pixels_isThereAndNotCut()
{
    QFETCH(const QString, name);
    QFETCH(const bool, dark);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QApplication::setPalette(palette);

    const QImage small = drawn(name, 16);
    QCOMPARE(small.size(), QSize(16, 16));
    QVERIFY2(coverage(small) > 0.06, "too little of it to be seen");
    QVERIFY2(coverage(small) < 0.95, "a blot");
    // Thin lines fall between pixels; what is cut off would show as a firm edge in the large drawing.
    QVERIFY(strongestAlphaAtEdge(small) < 130);
    QCOMPARE(strongestAlphaAtEdge(drawn(name, 96)), 0);
    QVERIFY2(contrast(ink(small), palette.color(QPalette::Window)) > 2.2, "hardly differs from its background");
}

void TestIcons::wantedNames_areAllThere()
{
    const QStringList wanted =
        u"jarchi tray-idle tray-serving tray-trouble tray-offline tray-connecting tray-unread tray-quiet add-product products announce people now search import edit delete undo redo user-add key interest disconnect start stop copy filter link warning error info success close settings language appearance about quit globe clock send chevron empty-box empty-people"_s
            .split(u' ');
    const QStringList names = allNames();
    for (const QString &name : wanted) {
        QVERIFY2(names.contains(name), qPrintable(name));
    }
}

void TestIcons::plainIcon_followsPaletteAtOnce()
{
    const QIcon search = icon(u"search"_s);
    QApplication::setPalette(lightPalette());
    QCOMPARE(ink(search.pixmap(QSize(64, 64), 1.0).toImage()).rgb(), lightPalette().color(QPalette::WindowText).rgb());
    QApplication::setPalette(darkPalette());
    QCOMPARE(ink(search.pixmap(QSize(64, 64), 1.0).toImage()).rgb(), darkPalette().color(QPalette::WindowText).rgb());
}

void TestIcons::plainIcon_disabledAndSelected_haveTheirColours()
{
    const QPalette palette = lightPalette();
    QApplication::setPalette(palette);
    QCOMPARE(ink(drawn(u"edit"_s, 64, QIcon::Disabled)).rgb(),
             palette.color(QPalette::Disabled, QPalette::WindowText).rgb());
    QCOMPARE(ink(drawn(u"edit"_s, 64, QIcon::Selected)).rgb(), palette.color(QPalette::HighlightedText).rgb());
}

void TestIcons::colouredIcon_keepsItsColours()
{
    QApplication::setPalette(lightPalette());
    const QImage light = drawn(u"jarchi"_s, 64);
    QApplication::setPalette(darkPalette());
    QCOMPARE(drawn(u"jarchi"_s, 64), light);
    QVERIFY(drawn(u"tray-serving"_s, 64) != drawn(u"tray-trouble"_s, 64));
    QVERIFY(coverage(drawn(u"jarchi"_s, 64, QIcon::Disabled)) < coverage(light) / 2);
}

void TestIcons::pointingIcon_isMirroredFromRightToLeft()
{
    const QImage chevron = drawn(u"chevron"_s, 64);
    const QImage search = drawn(u"search"_s, 64);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(drawn(u"chevron"_s, 64), chevron.mirrored(true, false));
    QCOMPARE(drawn(u"search"_s, 64), search);
}

void TestIcons::icon_onSharpScreen_hasMorePixels()
{
    const QPixmap sharp = icon(u"now"_s).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(sharp.size(), QSize(32, 32));
    QCOMPARE(sharp.devicePixelRatio(), 2.0);
}

QTEST_MAIN(TestIcons)
#include "test_icons.moc"
