// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <concepts>
#include <utility>

namespace jarchi {

/// A sentence for two readers: in the language of the window for whoever sits in front of it, and in English for the
/// log, which somebody searches. What is filled in with arg() is filled into both. A value; any thread.
class Sentence
{
public:
    Sentence() = default;
    /// The same for both.
    Sentence(const QString &text) // NOLINT(google-explicit-constructor)
        : Sentence(text, text)
    {
    }
    Sentence(QStringView text) // NOLINT(google-explicit-constructor)
        : Sentence(text.toString())
    {
    }
    Sentence(QString translated, QString english)
        : m_translated(std::move(translated))
        , m_english(std::move(english))
    {
    }
    /// `source` as the translators of the application have it now; JARCHI_DECLARE_SENTENCES calls it.
    [[nodiscard]] static Sentence of(const char *context, const char *source, const char *comment, int count);

    operator QString() const { return m_translated; } // NOLINT(google-explicit-constructor)
    friend bool operator==(const Sentence &, const Sentence &) = default;
    friend bool operator==(const Sentence &sentence, const QString &text) { return sentence.m_translated == text; }

    [[nodiscard]] const QString &translated() const { return m_translated; }
    [[nodiscard]] const QString &english() const { return m_english; }

    template <typename... Texts>
    requires(std::convertible_to<Texts, Sentence> &&...) [[nodiscard]] Sentence arg(const Texts &...texts) const
    {
        return fill(Sentence(texts)...);
    }
    template <std::integral Number>
    [[nodiscard]] Sentence arg(Number number) const
    {
        return withNumber(static_cast<qlonglong>(number));
    }

private:
    template <typename... Sentences>
    [[nodiscard]] Sentence fill(const Sentences &...sentences) const
    {
        return {m_translated.arg(sentences.translated()...), m_english.arg(sentences.english()...)};
    }

    [[nodiscard]] Sentence withNumber(qlonglong number) const;

    QString m_translated;
    QString m_english;
};

} // namespace jarchi

/// For a class with sentences that a log may say, in the place of Q_DECLARE_TR_FUNCTIONS (tools/translate.sh has
/// lupdate take it for that).
#define JARCHI_DECLARE_SENTENCES(context)                                                                              \
public:                                                                                                                \
    [[nodiscard]] static jarchi::Sentence tr(const char *source, const char *comment = nullptr, int count = -1)        \
    {                                                                                                                  \
        return jarchi::Sentence::of(#context, source, comment, count);                                                 \
    }                                                                                                                  \
                                                                                                                       \
private:
