// SPDX-License-Identifier: MIT
#pragma once

#include "gui/log_book.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace jarchi::gui {

/// The lines of a LogBook as a table, newest last. Rows come and go in batches. Main thread.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Level, Category, Text, ColumnCount };
    /// The QtMsgType, as an int.
    static constexpr int LevelRole = Qt::UserRole;
    /// Text and category, folded.
    static constexpr int FoldedRole = Qt::UserRole + 1;

    /// Shows what `book` has and follows it.
    explicit LogModel(const LogBook &book, QObject *parent = nullptr);
    /// For a test: holds at most `most` lines.
    LogModel(int most, QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void append(const QList<LogLine> &lines);
    void clear();
    /// The language or the palette changed: every text is asked for again.
    void retranslate();
    /// The rows as text, a line each, for the clipboard: ISO time, level and category in English, as in a log file.
    [[nodiscard]] QString text(const QModelIndexList &rows) const;

private:
    struct Row
    {
        LogLine line;
        QString folded;
    };

    QList<Row> m_rows;
    int m_most = LogBook::MostLines;
};

/// Those lines of a LogModel that are serious enough and have every word of a text in them.
class LogFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit LogFilter(QObject *parent = nullptr);

    void setLowestLevel(QtMsgType level);
    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    int m_lowest = 0;
    QStringList m_words;
};

/// "Warning": the level in the user's language.
[[nodiscard]] QString levelName(QtMsgType level);

} // namespace jarchi::gui
