// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace jarchi::widgets {

/// The balloon that users will get, as it is being written. Text in it is plain text, each in its own direction.
class BalloonPreview : public QWidget
{
    Q_OBJECT

public:
    explicit BalloonPreview(QWidget *parent = nullptr);

    /// `detail` stands below the title: the price, the category. `host` is where the link leads.
    void setContent(const QString &title, const QString &detail, const QString &body, const QString &host);

    /// Stands there as long as there is no title.
    void setPlaceholder(const QString &placeholder);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_placeholder;
    QString m_title;
    QString m_detail;
    QString m_body;
    QString m_host;
};

} // namespace jarchi::widgets
