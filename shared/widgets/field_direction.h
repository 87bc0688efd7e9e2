// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QLineEdit;

namespace jarchi::widgets {

/// Keeps the cursor of a field that is empty where reading begins. Qt puts it where the keyboard's language begins, so
/// in a window from right to left it may stand far from the field's name. A field that aligns itself is left alone.
/// Owned by the field. Main thread.
class FieldDirection : public QObject
{
    Q_OBJECT

public:
    /// Once for a field; more does nothing.
    static void follow(QLineEdit &field);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit FieldDirection(QLineEdit &field);

    void align();

    QLineEdit &m_field;
    bool m_aligned = false; ///< By this.
};

} // namespace jarchi::widgets
