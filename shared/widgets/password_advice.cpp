// SPDX-License-Identifier: MIT
#include "widgets/password_advice.h"

#include "base/folding.h"

#include <QRandomGenerator>
#include <QSet>

#include <array>
#include <cmath>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

namespace {

// Without 0 and o, 1 and l and i: they look alike on paper.
constexpr QStringView Alphabet = u"abcdefghjkmnpqrstuvwxyz23456789";
constexpr int Groups = 3;
constexpr int GroupLength = 5;

/// Those that head every list of leaked passwords, and the words that people build theirs of.
constexpr std::array<QStringView, 40> CommonWords{
    u"password", u"passwort", u"qwerty", u"qwertz",   u"azerty",   u"letmein",  u"welcome",  u"admin",
    u"master",   u"dragon",   u"monkey", u"login",    u"princess", u"football", u"baseball", u"superman",
    u"batman",   u"sunshine", u"shadow", u"iloveyou", u"trustno1", u"secret",   u"summer",   u"winter",
    u"spring",   u"autumn",   u"hello",  u"freedom",  u"whatever", u"michael",  u"jordan",   u"computer",
    u"internet", u"service",  u"server", u"jarchi",   u"test",     u"guest",    u"changeme", u"default"};

constexpr std::array<QStringView, 4> KeyboardRows{u"qwertyuiop", u"asdfghjkl", u"zxcvbnm", u"1234567890"};

/// Whether whoever typed `before` needed no thought for `after`: the same, the next in the alphabet, or the key beside
/// it.
bool follows(QChar before, QChar after)
{
    if (std::abs(int(before.unicode()) - int(after.unicode())) <= 1) {
        return true;
    }
    for (const QStringView row : KeyboardRows) {
        const qsizetype first = row.indexOf(before);
        const qsizetype second = row.indexOf(after);
        if (first >= 0 && second >= 0 && std::abs(first - second) == 1) {
            return true;
        }
    }
    return false;
}

/// How many characters somebody had to think of. `lower` is the password without regard to case.
double thoughtfulCharacters(const QString &lower)
{
    constexpr double repetition = 0.25;
    double count = 0;
    QSet<QChar> seen;
    for (qsizetype at = 0; at < lower.size(); ++at) {
        const bool easy = at > 0 && follows(lower.at(at - 1), lower.at(at));
        // A character for the third time, as in "ababab", is a pattern rather than a choice.
        const bool worn = lower.first(at).count(lower.at(at)) >= 2;
        count += easy || worn ? repetition : 1;
        seen.insert(lower.at(at));
    }
    return std::min(count, 2.0 * double(seen.size()));
}

int alphabetSize(QStringView password)
{
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool sign = false;
    bool other = false;
    for (const QChar character : password) {
        const bool ascii = character.unicode() < 0x80;
        lower |= ascii && character.isLower();
        upper |= ascii && character.isUpper();
        digit |= character.isDigit();
        sign |= ascii && !character.isLetterOrNumber();
        other |= !ascii && !character.isDigit();
    }
    return (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (sign ? 20 : 0) + (other ? 32 : 0);
}

/// What people put for letters, put back: "p4ssw0rd" is "password" to every guessing program.
QString withoutDisguise(QString text)
{
    constexpr QStringView disguises = u"4@301$5!7";
    constexpr QStringView letters = u"aaeolssit";
    for (qsizetype at = 0; at < disguises.size(); ++at) {
        text.replace(disguises.at(at), letters.at(at));
    }
    return text;
}

/// `lower` with every known word in it reduced to its first letter.
QString withoutWord(const QString &lower, QStringView word)
{
    constexpr qsizetype shortestWord = 3;
    if (word.size() < shortestWord) {
        return lower;
    }
    QString rest = lower;
    qsizetype at = withoutDisguise(rest).indexOf(withoutDisguise(word.toString()));
    while (at >= 0) {
        rest.remove(at + 1, word.size() - 1);
        at = withoutDisguise(rest).indexOf(withoutDisguise(word.toString()), at + 1);
    }
    return rest;
}

} // namespace

QString suggestPassword()
{
    QString password;
    for (int group = 0; group < Groups; ++group) {
        if (group > 0) {
            password += u'-';
        }
        for (int letter = 0; letter < GroupLength; ++letter) {
            password += Alphabet.at(QRandomGenerator::system()->bounded(int(Alphabet.size())));
        }
    }
    return password;
}

Strength strengthOf(QStringView password, QStringView accountName)
{
    constexpr qsizetype shortest = 8;
    QString rest = folded(password);
    rest = withoutWord(rest, folded(accountName));
    for (const QStringView word : CommonWords) {
        rest = withoutWord(rest, word);
    }
    // Below: minutes for whoever has the hash of it, even one by Argon2id; above: beyond everybody.
    constexpr double fairBits = 36;
    constexpr double goodBits = 50;
    constexpr double strongBits = 65;
    const double bits = thoughtfulCharacters(rest) * std::log2(std::max(alphabetSize(password), 1));
    if (password.size() < shortest || bits < fairBits) {
        return Strength::Weak;
    }
    if (bits < goodBits) {
        return Strength::Fair;
    }
    return bits < strongBits ? Strength::Good : Strength::Strong;
}

} // namespace jarchi::widgets
