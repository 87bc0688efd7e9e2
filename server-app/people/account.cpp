// SPDX-License-Identifier: MIT
#include "people/account.h"

#include "base/fault_sentence.h"
#include "base/folding.h"
#include "base/text_rules.h"
#include "catalog/product.h"

#include <QCoreApplication>

namespace jarchi::people {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    JARCHI_DECLARE_SENTENCES(Account)
};

/// `text` trimmed and in NFC if it is one line of at most `maximum` characters; `word` names it in the sentence.
Result<QString> validatedLine(const QString &text, const Sentence &word, qsizetype maximum)
{
    const QString tidy = text.trimmed().normalized(QString::NormalizationForm_C);
    if (const TextFault fault = checkLine(tidy, maximum); fault != TextFault::None) {
        return refused(lineSentence(word, fault, maximum));
    }
    return tidy;
}

Result<QString> filled(const QString &text, const Sentence &word)
{
    if (text.isEmpty()) {
        return refused(emptySentence(word));
    }
    return text;
}

Result<void> checkLimit(const Money &limit)
{
    if (limit.minor < 0) {
        return refused(Words::tr("The highest price is below zero."));
    }
    return parseMoney(u"0", limit.currency).map([](const Money &) {});
}

} // namespace

Result<QString> validatedName(const QString &name)
{
    return validatedLine(name, Words::tr("user name"), limits::NameCharacters).and_then([](const QString &tidy) {
        return filled(tidy, Words::tr("user name"));
    });
}

Result<QString> validatedDisplayName(const QString &name)
{
    return validatedLine(name, Words::tr("display name"), limits::NameCharacters).and_then([](const QString &tidy) {
        return filled(tidy, Words::tr("display name"));
    });
}

Result<Interest> validated(Interest interest)
{
    const Result<QString> category = catalog::validatedCategory(interest.category);
    if (!category) {
        return tl::unexpected(category.error());
    }
    const Result<QString> keyword = validatedLine(interest.keyword, Words::tr("keyword"), limits::NameCharacters);
    if (!keyword) {
        return tl::unexpected(keyword.error());
    }
    // It would be found in every text, which is not what somebody who typed it wants.
    if (!keyword->isEmpty() && folded(*keyword).isEmpty()) {
        return refused(Words::tr("The keyword has no letter or digit in it."));
    }
    if (interest.limit) {
        if (const Result<void> limit = checkLimit(*interest.limit); !limit) {
            return tl::unexpected(limit.error());
        }
    }
    interest.category = *category;
    interest.keyword = *keyword;
    return interest;
}

protocol::Interest toWire(const Interest &interest)
{
    protocol::Interest wire{interest.category, interest.keyword, {}, {}};
    if (interest.limit) {
        wire.maxPrice = toDecimal(*interest.limit);
        wire.currency = interest.limit->currency;
    }
    return wire;
}

Result<Interest> fromWire(const protocol::Interest &interest)
{
    return parseOptionalMoney(interest.maxPrice, interest.currency)
        .and_then([&interest](const std::optional<Money> &limit) {
            return validated(Interest{0, interest.category, interest.keyword, limit});
        });
}

} // namespace jarchi::people
