// SPDX-License-Identifier: MIT
#include "widgets/password_field.h"

#include "widgets/colours.h"
#include "widgets/icons.h"
#include "widgets/password_advice.h"
#include "widgets/translated.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace jarchi::widgets {

using namespace Qt::StringLiterals;

PasswordField::PasswordField(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_reveal(new QToolButton(this))
    , m_suggest(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_bar(new QProgressBar(this))
    , m_strength(new QLabel(this))
{
    setFocusProxy(m_line);
    m_line->setObjectName(u"newPassword"_s);
    m_suggest->setObjectName(u"suggestPassword"_s);
    m_strength->setObjectName(u"passwordStrength"_s);
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setLayoutDirection(Qt::LeftToRight);
    m_reveal->setCheckable(true);
    m_reveal->setIcon(icon(u"key"_s));
    m_bar->setRange(0, 4);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(6);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_line, 1);
    line->addWidget(m_reveal);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_suggest);
    tools->addWidget(m_copy);
    tools->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(line);
    column->addWidget(m_bar);
    column->addWidget(m_strength);
    column->addLayout(tools);

    connect(m_line, &QLineEdit::textChanged, this, [this] {
        showStrength();
        Q_EMIT edited();
    });
    connect(m_reveal, &QToolButton::toggled, this,
            [this](bool shown) { m_line->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_suggest, &QPushButton::clicked, this, &PasswordField::suggest);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(password()); });
    translated(this, [this] { setTexts(); });
}

QString PasswordField::password() const
{
    return m_line->text();
}

void PasswordField::setAccountName(const QString &name)
{
    m_accountName = name;
    showStrength();
}

void PasswordField::setTexts()
{
    m_suggest->setText(tr("Su&ggest one"));
    m_copy->setText(tr("C&opy"));
    m_reveal->setToolTip(tr("Show the password"));
    m_reveal->setAccessibleName(tr("Show the password"));
    showStrength();
}

void PasswordField::showStrength()
{
    m_copy->setEnabled(!password().isEmpty());
    if (password().isEmpty()) {
        m_bar->setValue(0);
        m_strength->setText(tr("At least 12 characters, or a few words, are good."));
        return;
    }
    Tone tone = Tone::Error;
    switch (strengthOf(password(), m_accountName)) {
    case Strength::Weak:
        m_bar->setValue(1);
        m_strength->setText(tr("Weak: easily guessed."));
        break;
    case Strength::Fair:
        m_bar->setValue(2);
        tone = Tone::Warning;
        m_strength->setText(tr("Fair: longer is better."));
        break;
    case Strength::Good:
        m_bar->setValue(3);
        tone = Tone::Success;
        m_strength->setText(tr("Good."));
        break;
    case Strength::Strong:
        m_bar->setValue(4);
        tone = Tone::Success;
        m_strength->setText(tr("Strong."));
        break;
    }
    QPalette colors = palette();
    colors.setColor(QPalette::Highlight, colour(tone, colors));
    m_bar->setPalette(colors);
}

void PasswordField::suggest()
{
    m_reveal->setChecked(true); // Somebody has to read it, once.
    m_line->setText(suggestPassword());
    m_line->setFocus();
    m_line->selectAll();
}

} // namespace jarchi::widgets
