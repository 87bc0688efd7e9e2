// SPDX-License-Identifier: MIT
#pragma once

#include <QTest>

#include <ctime>

/// What the tests of the old service's database share.
namespace jarchi::test {

/// Its dates are local time: three and a half hours ahead, all year.
inline void enterItsTimeZone()
{
    qputenv("TZ", "<+0330>-3:30");
    tzset();
}

/// Rows of a test: its messages, and what becomes of each.
inline void addItsMessages()
{
    using namespace Qt::StringLiterals;
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("body");
    const auto row = [](const char *name, const QString &text, const QString &title, const QString &body) {
        QTest::newRow(name) << text << title << body;
    };
    row("one line", u"Hello"_s, u"Hello"_s, {});
    row("two lines", u"Hello\nWorld"_s, u"Hello"_s, u"Hello\nWorld"_s);
    row("Windows lines", u"Hello\r\nWorld"_s, u"Hello"_s, u"Hello\r\nWorld"_s);
    row("empty lines before", u"\n\n Hello\nWorld"_s, u"Hello"_s, u"\n\n Hello\nWorld"_s);
    row("a tab", u"Hello\tWorld"_s, u"Hello World"_s, u"Hello\tWorld"_s);
    row("256", QString(256, u'x'), QString(256, u'x'), {});
    row("257", QString(257, u'x'), QString(256, u'x'), QString(257, u'x'));
}

} // namespace jarchi::test
