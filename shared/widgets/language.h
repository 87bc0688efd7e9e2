// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QLocale>
#include <QObject>
#include <QString>
#include <QTranslator>

class QSettings;

namespace jarchi::widgets {

/// The language of the window: the translations, the locale that numbers and dates follow, and the direction of the
/// layout. At first the system's, if it is one of ours, and English otherwise; then what was chosen last. Main thread;
/// as long as the application lives.
class Language : public QObject
{
    Q_OBJECT

public:
    struct Offer
    {
        QString code; ///< "en", "fa".
        QString name; ///< In itself: "English", "فارسی".
    };

    /// Takes effect at once. `settings` has to outlive it.
    explicit Language(QSettings &settings, QObject *parent = nullptr);
    ~Language() override;

    [[nodiscard]] static QList<Offer> available();
    /// The one of ours that fits `system` best.
    [[nodiscard]] static QString bestFor(const QLocale &system);

    [[nodiscard]] QString current() const { return m_current; }
    /// From now on, and at the next start. Every widget gets a QEvent::LanguageChange. An unknown code changes nothing.
    void use(const QString &code);

Q_SIGNALS:
    void changed();

private:
    void apply(const QString &code);

    QSettings &m_settings;
    QString m_current;
    QTranslator m_own;
    QTranslator m_qt; ///< Qt's own texts: "Cancel", the menu of a line edit.
};

} // namespace jarchi::widgets
