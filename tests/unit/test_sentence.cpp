// SPDX-License-Identifier: MIT
#include "base/error.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace jarchi;
using namespace Qt::StringLiterals;

namespace {

/// As if somebody had translated every text by turning it round.
class Backwards : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        return u"«"_s + QString::fromUtf8(source) + u"»"_s;
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

class Words
{
    JARCHI_DECLARE_SENTENCES(Test)

public:
    static Sentence full(const QString &path) { return tr("The disk %1 is full.").arg(path); }
    static Sentence both(const QString &path, const Sentence &why) { return tr("%1: %2").arg(path, why); }
    static Sentence line(qint64 number) { return tr("Line %L1").arg(number); }
    static Sentence rows(int count) { return tr("%Ln row(s)", nullptr, count); }
};

} // namespace

/// What is said to a reader in the language of the window and to the log in English.
class TestSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(QCoreApplication::installTranslator(&m_translator)); }
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_translator);
        QLocale::setDefault(QLocale::c());
    }

    void sentence_withAnArgument_isFilledInBoth();
    void sentence_inAnother_keepsItsLanguages();
    void number_inPersian_isEnglishForTheLog();
    void text_ofSomebody_isTheSameInBoth();
    void error_carriesBoth();

private:
    Backwards m_translator;
};

void TestSentence::sentence_withAnArgument_isFilledInBoth()
{
    const Sentence sentence = Words::full(u"/srv"_s);
    QCOMPARE(sentence.translated(), u"«The disk /srv is full.»"_s);
    QCOMPARE(sentence.english(), u"The disk /srv is full."_s);
}

void TestSentence::sentence_inAnother_keepsItsLanguages()
{
    const Sentence sentence = Words::both(u"%2"_s, Words::full(u"%1"_s)); // Nothing is filled in twice.
    QCOMPARE(sentence.translated(), u"«%2: «The disk %1 is full.»»"_s);
    QCOMPARE(sentence.english(), u"%2: The disk %1 is full."_s);
}

void TestSentence::number_inPersian_isEnglishForTheLog()
{
    QLocale::setDefault(QLocale(QLocale::Persian, QLocale::Iran));
    QCOMPARE(Words::line(12).translated(), u"«Line ۱۲»"_s);
    QCOMPARE(Words::line(12).english(), u"Line 12"_s);
    QCOMPARE(Words::rows(3).english(), u"3 row(s)"_s);
}

void TestSentence::text_ofSomebody_isTheSameInBoth()
{
    const Sentence sentence = u"as it is"_s;
    QCOMPARE(sentence.translated(), sentence.english());
    QCOMPARE(sentence, u"as it is"_s);
}

void TestSentence::error_carriesBoth()
{
    const Result<void> failed = refused(Words::full(u"/srv"_s));
    QCOMPARE(failed.error().message, u"«The disk /srv is full.»"_s);
    QCOMPARE(failed.error().english, u"The disk /srv is full."_s);
    QCOMPARE(failed.error().sentence(), Words::full(u"/srv"_s));
}

QTEST_GUILESS_MAIN(TestSentence)
#include "test_sentence.moc"
