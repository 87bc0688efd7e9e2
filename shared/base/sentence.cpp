// SPDX-License-Identifier: MIT
#include "base/sentence.h"

#include <QCoreApplication>
#include <QLocale>

namespace jarchi {

using namespace Qt::StringLiterals;

Sentence Sentence::of(const char *context, const char *source, const char *comment, int count)
{
    QString english = QString::fromUtf8(source);
    if (count >= 0) {
        english.replace("%Ln"_L1, QString::number(count)).replace("%n"_L1, QString::number(count));
    }
    return {QCoreApplication::translate(context, source, comment, count), std::move(english)};
}

Sentence Sentence::withNumber(qlonglong number) const
{
    // Not by arg(number), which would write it in the digits of the window's language.
    return {m_translated.arg(number), m_english.arg(QLocale::c().toString(number))};
}

} // namespace jarchi
