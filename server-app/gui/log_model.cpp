// SPDX-License-Identifier: MIT
#include "gui/log_model.h"

#include "base/folding.h"
#include "widgets/colours.h"
#include "widgets/format.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {

QString englishLevel(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"critical"_s;
    case QtFatalMsg:
        break;
    }
    return u"fatal"_s;
}

/// Hours to seconds: lines of one moment are told apart, and the day is in the tool tip.
QString clockTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), u"HH:mm:ss");
}

QVariant levelColour(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return colour(Tone::Quiet, QGuiApplication::palette());
    case QtWarningMsg:
        return colour(Tone::Warning, QGuiApplication::palette());
    case QtCriticalMsg:
    case QtFatalMsg:
        return colour(Tone::Error, QGuiApplication::palette());
    case QtInfoMsg:
        break;
    }
    return {};
}

} // namespace

QString levelName(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return LogModel::tr("Debug");
    case QtInfoMsg:
        return LogModel::tr("Info");
    case QtWarningMsg:
        return LogModel::tr("Warning");
    case QtCriticalMsg:
        return LogModel::tr("Error");
    case QtFatalMsg:
        break;
    }
    return LogModel::tr("Fatal");
}

LogModel::LogModel(const LogBook &book, QObject *parent)
    : QAbstractTableModel(parent)
{
    append(book.lines());
    connect(&book, &LogBook::added, this, [this](const QList<LogLine> &lines) { append(lines); });
}

LogModel::LogModel(int most, QObject *parent)
    : QAbstractTableModel(parent)
    , m_most(most)
{
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size()) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (Column(index.column())) {
        case Time:
            return clockTime(row.line.time);
        case Level:
            return levelName(row.line.level);
        case Category:
            return row.line.category;
        case Text:
            return row.line.text;
        case ColumnCount:
            break;
        }
        return {};
    case Qt::ToolTipRole:
        return index.column() == Time ? longTime(row.line.time) : index.column() == Text ? row.line.text : QVariant();
    case Qt::ForegroundRole:
        return index.column() == Level || index.column() == Text ? levelColour(row.line.level) : QVariant();
    case LevelRole:
        return int(row.line.level);
    case FoldedRole:
        return row.folded;
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case Time:
        return tr("Time");
    case Level:
        return tr("Level");
    case Category:
        return tr("Part");
    case Text:
        return tr("Message");
    case ColumnCount:
        break;
    }
    return {};
}

void LogModel::append(const QList<LogLine> &lines)
{
    // Of a batch that alone is too much only the end is kept.
    const QList<LogLine> kept = lines.size() > m_most ? lines.last(m_most) : lines;
    if (kept.isEmpty()) {
        return;
    }
    const int room = m_most - int(kept.size());
    if (m_rows.size() > room) {
        const int gone = int(m_rows.size()) - room;
        beginRemoveRows({}, 0, gone - 1);
        m_rows.remove(0, gone);
        endRemoveRows();
    }
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + kept.size()) - 1);
    m_rows.reserve(m_rows.size() + kept.size());
    for (const LogLine &line : kept) {
        m_rows.append({line, folded(QString(line.category + u' ' + line.text))});
    }
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void LogModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    }
}

QString LogModel::text(const QModelIndexList &rows) const
{
    QList<int> numbers;
    for (const QModelIndex &index : rows) {
        numbers.append(index.row());
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    QString all;
    for (const int number : numbers) {
        const LogLine &line = m_rows.at(number).line;
        all +=
            u"%1 %2 %3: "_s.arg(line.time.toUTC().toString(Qt::ISODateWithMs), englishLevel(line.level), line.category);
        all += line.text;
        all += u'\n';
    }
    return all;
}

LogFilter::LogFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void LogFilter::setLowestLevel(QtMsgType level)
{
    m_lowest = severity(level);
    invalidateRowsFilter();
}

void LogFilter::setText(const QString &text)
{
    m_words = folded(text).split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (severity(QtMsgType(index.data(LogModel::LevelRole).toInt())) < m_lowest) {
        return false;
    }
    const QString text = index.data(LogModel::FoldedRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) { return text.contains(word); });
}

} // namespace jarchi::gui
