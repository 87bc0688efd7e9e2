// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

class QLayout;
class QPushButton;

namespace jarchi::widgets {
class MessageBar;
} // namespace jarchi::widgets

namespace jarchi::gui {

class FaultNote;
class FirstStep;
class PreviewColumn;
class ServerControl;
class ShopState;

/// A page on which something is written that will be pushed: beside the form stands what it will be and whom it
/// reaches, Ctrl+Return sends it off, and a draft survives closing the window. Owned by the window; main thread.
class ComposePage : public QWidget
{
    Q_OBJECT

Q_SIGNALS:
    /// There is nobody yet who could receive anything.
    void accountRequested();

protected:
    /// Both outlive this.
    ComposePage(ServerControl &server, ShopState &shop, QWidget *parent);

    /// Once, when there is a form, and a button that sends it off.
    void layOut(QLayout *form, QPushButton &submitButton);
    /// In the language of the moment; whoever has more texts sets them, too.
    virtual void setTexts();
    /// Something was typed.
    void takeEdit();
    /// It is written soon, together with what else is typed by then.
    void keepDraft() { m_draftDelay.start(); }
    [[nodiscard]] bool canSubmit() const;
    /// What was typed is on its way to the database.
    void beginSubmit();
    virtual void setBusy(bool busy);
    void readCategories();
    void showEvent(QShowEvent *event) override;

    virtual void showWhatItWillBe() = 0;
    virtual void setCategories(const QStringList &categories) = 0;
    virtual void submit() = 0;
    virtual void writeDraft() = 0;

    [[nodiscard]] ServerControl &server() const { return m_server; }
    [[nodiscard]] FaultNote &fault() const { return *m_fault; }
    [[nodiscard]] PreviewColumn &preview() const { return *m_preview; }

private:
    ServerControl &m_server;
    widgets::MessageBar *m_message;
    FaultNote *m_fault;
    FirstStep *m_firstStep;
    PreviewColumn *m_preview;
    QPushButton *m_submit = nullptr;
    QTimer m_draftDelay;
    bool m_busy = false;
};

} // namespace jarchi::gui
