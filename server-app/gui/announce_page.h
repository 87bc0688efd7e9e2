// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/product.h"
#include "gui/compose_page.h"

#include <QHash>
#include <QSettings>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace jarchi::widgets {
class FormField;
} // namespace jarchi::widgets

namespace jarchi::gui {

/// A message that is no product, to everyone or to whoever has an interest in a category.
class AnnouncePage : public ComposePage
{
    Q_OBJECT

public:
    /// All of them outlive this.
    AnnouncePage(ServerControl &server, ShopState &shop, QSettings &settings, QWidget *parent = nullptr);
    ~AnnouncePage() override;

private:
    [[nodiscard]] QLayout *form();
    void setTexts() override;
    [[nodiscard]] catalog::Announcement typed() const;
    QList<catalog::FieldFault> showFaults();
    void touch(catalog::Field field);
    void showWhatItWillBe() override;
    void setCategories(const QStringList &categories) override;
    void chooseCategory(const QString &category);
    void submit() override;
    void clear();
    void setBusy(bool busy) override;
    void readDraft();
    void writeDraft() override;

    QSettings &m_settings;
    QLineEdit *m_title;
    QPlainTextEdit *m_body;
    QComboBox *m_category; ///< First everyone, then the categories.
    QComboBox *m_priority;
    QLineEdit *m_url;
    QHash<catalog::Field, widgets::FormField *> m_fields;
    QHash<catalog::Field, bool> m_touched;
    widgets::FormField *m_priorityField;
    QPushButton *m_send;
};

} // namespace jarchi::gui
