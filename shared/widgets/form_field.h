// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace jarchi::widgets {

/// A field of a form: its name above, the editor, and below it what is wrong with what was typed, or else a hint.
class FormField : public QWidget
{
    Q_OBJECT

public:
    /// Takes `editor` in. `focus` is where the mnemonic leads, the editor if null.
    explicit FormField(QWidget *editor, QWidget *parent = nullptr, QWidget *focus = nullptr);

    /// With a mnemonic. It is the editor's accessible name, too.
    void setLabel(const QString &label);
    void setHint(const QString &hint);
    /// Empty: nothing is wrong.
    void setFault(const QString &fault);
    [[nodiscard]] const QString &fault() const { return m_fault; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showNote();

    QWidget *m_focus;
    QLabel *m_label;
    QLabel *m_note;
    QString m_hint;
    QString m_fault;
};

} // namespace jarchi::widgets
