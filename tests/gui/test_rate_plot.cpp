// SPDX-License-Identifier: MIT
#include "gui/rate_plot.h"
#include "widgets/colours.h"

#include <QApplication>
#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace jarchi::gui;
using namespace jarchi::widgets;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int minutes, int seconds = 0)
{
    return QDateTime(QDate(2026, 3, 12), QTime(14, 0), Qt::UTC).addSecs(minutes * 60 + seconds);
}

bool resembles(const QColor &first, const QColor &second)
{
    const auto near = [](int one, int other) { return std::abs(one - other) < 12; };
    return near(first.red(), second.red()) && near(first.green(), second.green()) && near(first.blue(), second.blue());
}

/// The columns in which the line's colour is found: the first and the last, or -1.
std::pair<int, int> columnsWith(const QImage &image, const QColor &colour)
{
    int first = -1;
    int last = -1;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (resembles(image.pixelColor(x, y), colour)) {
                first = first < 0 ? x : first;
                last = x;
            }
        }
    }
    return {first, last};
}

QImage grabbed(RatePlot &plot, const QPalette &palette)
{
    QApplication::setPalette(palette);
    plot.setPalette(palette);
    return plot.grab().toImage();
}

} // namespace

class TestRatePlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void add_sameMinute_isSummed();
    void add_laterMinutes_moveOn();
    void add_afterLongSilence_forgets();
    void add_clockGoesBack_countsInNewestMinute();
    void clear_isEmpty();
    void niceTop_isRoundAndNotBelow_data();
    void niceTop_isRoundAndNotBelow();
    void description_saysWhatThePictureShows();
    void picture_hasLineAndNothingAtTheEdge_data();
    void picture_hasLineAndNothingAtTheEdge();
    void picture_newestIsAtEndOfReadingDirection();
    void picture_ofNothing_hasNoLine();
};

void TestRatePlot::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestRatePlot::add_sameMinute_isSummed()
{
    RatePlot plot;
    plot.add(at(0, 1), 5);
    plot.add(at(0, 59), 7);
    QCOMPARE(plot.perMinute().size(), int(RatePlot::Minutes));
    QCOMPARE(plot.perMinute().constLast(), 12);
    QCOMPARE(plot.perMinute().constFirst(), 0);
}

void TestRatePlot::add_laterMinutes_moveOn()
{
    RatePlot plot;
    plot.add(at(0), 5);
    plot.add(at(2), 0);
    plot.add(at(3), 9);
    QCOMPARE(plot.perMinute().last(4), (QList<qint64>{5, 0, 0, 9}));
    plot.add(at(29), 0);
    QCOMPARE(plot.perMinute().constFirst(), 5);
    plot.add(at(30), 0);
    QCOMPARE(plot.perMinute().constFirst(), 0);
}

void TestRatePlot::add_afterLongSilence_forgets()
{
    RatePlot plot;
    plot.add(at(0), 5);
    plot.add(at(1'000), 0);
    QCOMPARE(plot.perMinute().count(0), int(RatePlot::Minutes));
}

void TestRatePlot::add_clockGoesBack_countsInNewestMinute()
{
    RatePlot plot;
    plot.add(at(10), 1);
    plot.add(at(3), 2);
    QCOMPARE(plot.perMinute().constLast(), 3);
}

void TestRatePlot::clear_isEmpty()
{
    RatePlot plot;
    plot.add(at(10), 1);
    plot.clear();
    QCOMPARE(plot.perMinute().count(0), int(RatePlot::Minutes));
    plot.add(at(3), 2);
    QCOMPARE(plot.perMinute().constLast(), 2);
}

void TestRatePlot::niceTop_isRoundAndNotBelow_data()
{
    QTest::addColumn<qint64>("highest");
    QTest::addColumn<qint64>("top");
    const auto row = [](const char *name, qint64 highest, qint64 top) { QTest::newRow(name) << highest << top; };
    row("nothing", 0, 10);
    row("ten", 10, 10);
    row("eleven", 11, 20);
    row("thirty", 30, 40);
    row("forty-one", 41, 100);
    row("thousands", 12'345, 20'000);
    row("a great many", 4'000'000'001, 10'000'000'000);
    row("as many as there can be", std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max());
}

void TestRatePlot::niceTop_isRoundAndNotBelow()
{
    QFETCH(const qint64, highest);
    QTEST(RatePlot::niceTop(highest), "top");
}

void TestRatePlot::description_saysWhatThePictureShows()
{
    RatePlot plot;
    QCOMPARE(plot.accessibleName(), u"Deliveries a minute"_s);
    QCOMPARE(plot.accessibleDescription(), u"Nothing delivered in the last half hour"_s);
    plot.add(at(0), 1234);
    plot.add(at(1), 5);
    QCOMPARE(plot.accessibleDescription(), u"In the last 30 minutes at most 1,234 a minute; 5 in this minute"_s);
}

void TestRatePlot::picture_hasLineAndNothingAtTheEdge_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << Qt::LeftToRight << QSize(480, 160);
    QTest::newRow("dark") << true << Qt::LeftToRight << QSize(480, 160);
    QTest::newRow("mirrored") << false << Qt::RightToLeft << QSize(480, 160);
    QTest::newRow("smallest") << false << Qt::LeftToRight << QSize();
    QTest::newRow("smallest mirrored") << true << Qt::RightToLeft << QSize();
}

void TestRatePlot::picture_hasLineAndNothingAtTheEdge()
{
    QFETCH(const bool, dark);
    QFETCH(const Qt::LayoutDirection, direction);
    QFETCH(const QSize, size);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    RatePlot plot;
    plot.setLayoutDirection(direction);
    plot.resize(size.isValid() ? size : plot.minimumSizeHint());
    for (int minute = 0; minute < 60; ++minute) {
        plot.add(at(minute), 100 * (minute % 7));
    }
    plot.add(at(59), 39'000);
    const QImage image = grabbed(plot, palette);
    const auto [first, last] = columnsWith(image, colour(Tone::Accent, palette));
    QVERIFY(first >= 0);
    QVERIFY(last - first > image.width() / 2);
    const QColor ground = palette.color(QPalette::Window);
    for (int y = 0; y < image.height(); ++y) {
        QCOMPARE(image.pixelColor(0, y), ground);
        QCOMPARE(image.pixelColor(image.width() - 1, y), ground);
    }
    for (int x = 0; x < image.width(); ++x) {
        QCOMPARE(image.pixelColor(x, 0), ground);
        QCOMPARE(image.pixelColor(x, image.height() - 1), ground);
    }
}

void TestRatePlot::picture_newestIsAtEndOfReadingDirection()
{
    RatePlot plot;
    plot.resize(480, 160);
    plot.add(at(0), 0);
    plot.add(at(29), 1'000);
    const auto peak = [&](Qt::LayoutDirection direction) {
        plot.setLayoutDirection(direction);
        const QImage image = grabbed(plot, lightPalette());
        // Only the newest minute is above the lower half, so the line crosses the middle beside it.
        const int y = image.height() / 3;
        int found = -1;
        for (int x = 0; x < image.width(); ++x) {
            if (resembles(image.pixelColor(x, y), colour(Tone::Accent, lightPalette()))) {
                found = x;
            }
        }
        return found;
    };
    QVERIFY(peak(Qt::LeftToRight) > 400);
    const int mirrored = peak(Qt::RightToLeft);
    QVERIFY(mirrored >= 0 && mirrored < 80);
}

void TestRatePlot::picture_ofNothing_hasNoLine()
{
    RatePlot plot;
    plot.resize(480, 160);
    const QImage image = grabbed(plot, lightPalette());
    QCOMPARE(columnsWith(image, colour(Tone::Accent, lightPalette())).first, -1);
}

QTEST_MAIN(TestRatePlot)
#include "test_rate_plot.moc"
