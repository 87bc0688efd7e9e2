// SPDX-License-Identifier: MIT
#pragma once

#include "client/client.h"
#include "widgets/colours.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QDialogButtonBox;
class QLabel;
class QMessageBox;
class QListWidget;
class QProgressBar;

namespace jarchi::widgets {
class MessageBar;
}

namespace jarchi::ui {

class InterestList;

/// What one wants to hear of: categories, keywords, highest prices; and, while one edits, what the last month would
/// have brought. Main thread.
class InterestsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `client` outlives this.
    explicit InterestsDialog(client::Client &client, QWidget *parent = nullptr);

    void accept() override;
    /// Asks first, if there is something that was not saved.
    void reject() override;

private:
    void build();
    void setTexts();
    void load();
    void take(const protocol::InterestList &list);
    void onEdited();
    void onRemoved();
    void askToSave();
    [[nodiscard]] bool isChanged() const;
    void say(widgets::Tone tone, const QString &sentence);
    void preview();
    void showPreview();
    void setBusy(bool isBusy);

    client::Client &m_client;
    widgets::MessageBar *m_message;
    InterestList *m_list;
    QLabel *m_previewTitle;
    QListWidget *m_previewItems;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    QTimer m_previewPause;  ///< Until nobody has typed for a moment.
    quint64 m_question = 0; ///< Answers to older ones are dropped.
    std::optional<Result<protocol::Preview>> m_preview;
    bool m_isLoaded = false;
    bool m_canUndo = false;            ///< What the message's button does; it tries again otherwise.
    QList<protocol::Interest> m_saved; ///< As the server has them.
    QPointer<QMessageBox> m_saveQuestion;
    QPointer<QWidget> m_focus; ///< Where to go on when the server has answered.
};

} // namespace jarchi::ui
