// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace jarchi::widgets {

/// A sentence: plain text that wraps and begins where the window's reading direction begins, whatever language it is
/// in (a label whose text can be selected would otherwise follow its first letter).
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(QWidget *parent = nullptr, Qt::Alignment vertical = Qt::AlignVCenter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void align();

    const Qt::Alignment m_vertical;
};

} // namespace jarchi::widgets
