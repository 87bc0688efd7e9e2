// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/product.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace jarchi::widgets {
class CategoryBox;
class FormField;
class PriceEdit;
} // namespace jarchi::widgets

namespace jarchi::gui {

/// The fields of a product, with what is wrong beside each as one types: for adding one and for changing one.
class ProductForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProductForm(QWidget *parent = nullptr);

    void setCategories(const QStringList &categories);
    void setProduct(const catalog::Product &product);
    /// What stands in the price's two fields, also when it is no price (yet).
    struct TypedPrice
    {
        QString amount;
        QString currency;
    };
    [[nodiscard]] TypedPrice typedPrice() const;
    void setTypedPrice(const TypedPrice &price);
    /// Ready for the next one, which is often of the same category and currency: those stay.
    void clear();
    /// What stands there, unchecked; without a price as long as what is typed is none.
    [[nodiscard]] catalog::Product typed() const;
    [[nodiscard]] bool isEmpty() const;
    /// The product, checked; or nothing, after what is wrong is shown and the first such field has the focus.
    [[nodiscard]] std::optional<catalog::Product> submit();
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    void touch(catalog::Field field);
    /// Shows what is wrong with fields that were typed in, and returns all faults, in the order of the fields.
    QList<catalog::FieldFault> showFaults();
    [[nodiscard]] QList<catalog::FieldFault> faults() const;
    void showCategoryHint();

    QLineEdit *m_name;
    widgets::CategoryBox *m_category;
    widgets::PriceEdit *m_price;
    QLineEdit *m_url;
    QPlainTextEdit *m_description;
    QHash<catalog::Field, widgets::FormField *> m_fields;
    QHash<catalog::Field, QWidget *> m_editors;
    QSet<catalog::Field> m_touched;
    bool m_knowsCategories = false; ///< Otherwise every category would look like a new one.
};

} // namespace jarchi::gui
