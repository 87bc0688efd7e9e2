// SPDX-License-Identifier: MIT
#include "widgets/language.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QSettings>

#include <algorithm>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr auto LanguageKey = "language"_L1;

bool isAvailable(const QString &code)
{
    const QList<Language::Offer> offers = Language::available();
    return std::any_of(offers.begin(), offers.end(), [&](const Language::Offer &offer) { return offer.code == code; });
}

/// How numbers and dates are written in the language `code` by somebody who lives where `system` says.
QLocale localeFor(const QString &code, const QLocale &system)
{
    const QLocale language(code);
    if (system.language() == language.language()) {
        return system;
    }
    if (code == "fa"_L1) {
        return {QLocale::Persian, QLocale::Iran};
    }
    // English with a system that says nothing, or speaks another language: 12 March and 14:05 are read everywhere.
    return {QLocale::English, QLocale::UnitedKingdom};
}

} // namespace

Language::Language(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    const QString chosen = m_settings.value(LanguageKey).toString();
    apply(isAvailable(chosen) ? chosen : bestFor(QLocale::system()));
}

Language::~Language() = default;

QList<Language::Offer> Language::available()
{
    return {{u"en"_s, u"English"_s}, {u"fa"_s, u"فارسی"_s}};
}

QString Language::bestFor(const QLocale &system)
{
    // The languages somebody lists count before the formats they chose: en_US menus with Persian dates is English.
    const QStringList wanted = system.uiLanguages();
    for (const QString &name : wanted) {
        const QString code = QLocale(name).name().section(u'_', 0, 0);
        if (isAvailable(code)) {
            return code;
        }
    }
    return u"en"_s;
}

void Language::use(const QString &code)
{
    if (code == m_current || !isAvailable(code)) {
        return;
    }
    m_settings.setValue(LanguageKey, code);
    apply(code);
    Q_EMIT changed();
}

void Language::apply(const QString &code)
{
    m_current = code;
    // First the locale and the direction, so that whoever retranslates finds them already changed.
    const QLocale locale = localeFor(code, QLocale::system());
    QLocale::setDefault(locale);
    QGuiApplication::setLayoutDirection(locale.textDirection());

    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
    // Installed last, so it is asked first: it also has those of Qt's texts that Qt itself lacks in the language.
    if (m_own.load(u":/translations/jarchi_"_s + code)) {
        QCoreApplication::installTranslator(&m_own);
    }
}

} // namespace jarchi::widgets
