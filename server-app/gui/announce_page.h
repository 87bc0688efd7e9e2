// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "catalog/product.h"

#include <QHash>
#include <QSettings>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace jarchi::widgets {
class FormField;
class MessageBar;
} // namespace jarchi::widgets

namespace jarchi::gui {

class FaultNote;
class FirstStep;
class PreviewColumn;
class ServerControl;
class ShopState;

/// A message that is no product, to everyone or to whoever has an interest in a category.
class AnnouncePage : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive this.
    AnnouncePage(ServerControl &server, ShopState &shop, QSettings &settings, QWidget *parent = nullptr);
    ~AnnouncePage() override;

Q_SIGNALS:
    /// There is nobody yet who could receive anything.
    void accountRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void setTexts();
    [[nodiscard]] catalog::Announcement typed() const;
    QList<catalog::FieldFault> showFaults();
    void touch(catalog::Field field);
    void showWhatItWillBe();
    void readCategories();
    void setCategories(const QStringList &categories);
    void chooseCategory(const QString &category);
    void submit();
    void clear();
    void setBusy(bool busy);
    void readDraft();
    void writeDraft();

    ServerControl &m_server;
    QSettings &m_settings;
    widgets::MessageBar *m_message;
    FaultNote *m_fault;
    FirstStep *m_firstStep;
    QLineEdit *m_title;
    QPlainTextEdit *m_body;
    QComboBox *m_category; ///< First everyone, then the categories.
    QComboBox *m_priority;
    QLineEdit *m_url;
    QHash<catalog::Field, widgets::FormField *> m_fields;
    QHash<catalog::Field, bool> m_touched;
    widgets::FormField *m_priorityField;
    QPushButton *m_send;
    PreviewColumn *m_preview;
    QTimer m_draftDelay;
    bool m_busy = false;
};

} // namespace jarchi::gui
