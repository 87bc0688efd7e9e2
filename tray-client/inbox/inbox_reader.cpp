// SPDX-License-Identifier: MIT
#include "inbox/inbox_reader.h"

#include "base/mailbox.h"
#include "inbox/inbox_questions.h"

#include <QMutex>
#include <QThread>

#include <algorithm>
#include <deque>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace jarchi::inbox {

using namespace Qt::StringLiterals;

namespace {

using Opened = Result<InboxQuestions *>;

/// Made in the main thread, answered in the reader's.
struct Question
{
    const QObject *listFor = nullptr; ///< Who asks for a list; never looked into. Null for another question.
    std::shared_ptr<Mailbox> mailbox;
    /// Returns why there is none, if there is none.
    std::function<std::optional<Error>(const Opened &)> answer;
};

/// Its mailbox has nothing to wait for.
void drop(const Question &question)
{
    question.mailbox->post([] {});
}

template <typename T>
Question question(QObject *context, std::function<Result<T>(InboxQuestions &)> ask,
                  std::function<void(const Result<T> &)> done)
{
    std::shared_ptr<Mailbox> mailbox = mailboxFor(context);
    auto answer = [mailbox, ask = std::move(ask), done = std::move(done)](const Opened &inbox) {
        Result<T> found = inbox.and_then([&ask](InboxQuestions *questions) { return ask(*questions); });
        const std::optional<Error> fault = found ? std::nullopt : std::optional(found.error());
        mailbox->post([done, found = std::move(found)] { done(found); });
        return fault;
    };
    return {.listFor = nullptr, .mailbox = mailbox, .answer = std::move(answer)};
}

} // namespace

struct InboxReader::Private
{
    void post(Question next);
    std::vector<Question> takeAll();
    // These run in the reader's thread.
    Opened opened();
    void answerNext();

    InboxReader *q = nullptr;
    QString path;
    QThread thread;
    std::unique_ptr<QObject> worker;       ///< Lives in `thread`; calls queued to it run there.
    std::unique_ptr<InboxQuestions> inbox; ///< Touched in `thread` only.

    QMutex mutex; ///< Guards what follows. Never held while a question is answered or dropped.
    std::deque<Question> waiting;
};

InboxReader::InboxReader(const QString &path, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->path = path;
    d->thread.setObjectName(u"inbox-reader"_s);
    d->worker = std::make_unique<QObject>();
    d->worker->moveToThread(&d->thread);
    d->thread.start();
}

InboxReader::~InboxReader()
{
    for (const Question &unanswered : d->takeAll())
        drop(unanswered);
    QMetaObject::invokeMethod(
        d->worker.get(), [this] { d->inbox.reset(); }, Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
}

void InboxReader::list(const EntryQuery &query, QObject *context, std::function<void(const Result<EntryList> &)> done)
{
    Question asked = question<EntryList>(
        context, [query](InboxQuestions &inbox) { return inbox.list(query); }, std::move(done));
    asked.listFor = context;
    d->post(std::move(asked));
}

void InboxReader::entries(const QList<EntryId> &ids, QObject *context,
                          std::function<void(const Result<QList<Entry>> &)> done)
{
    d->post(question<QList<Entry>>(
        context, [ids](InboxQuestions &inbox) { return inbox.entries(ids); }, std::move(done)));
}

void InboxReader::Private::post(Question next)
{
    std::vector<Question> superseded;
    {
        const QMutexLocker locker(&mutex);
        const auto stays = [&next](const Question &other) { return !next.listFor || other.listFor != next.listFor; };
        const auto from = std::stable_partition(waiting.begin(), waiting.end(), stays);
        superseded.assign(std::make_move_iterator(from), std::make_move_iterator(waiting.end()));
        waiting.erase(from, waiting.end());
        waiting.push_back(std::move(next));
    }
    for (const Question &older : superseded)
        drop(older);
    // One call for each question. Those of questions that were dropped find the queue empty.
    QMetaObject::invokeMethod(
        worker.get(), [this] { answerNext(); }, Qt::QueuedConnection);
}

std::vector<Question> InboxReader::Private::takeAll()
{
    const QMutexLocker locker(&mutex);
    std::vector<Question> taken(std::make_move_iterator(waiting.begin()), std::make_move_iterator(waiting.end()));
    waiting.clear();
    return taken;
}

Opened InboxReader::Private::opened()
{
    if (!inbox) {
        Result<std::unique_ptr<InboxQuestions>> made = InboxQuestions::open(path);
        if (!made)
            return tl::unexpected(made.error());
        inbox = *std::move(made);
    }
    return inbox.get();
}

void InboxReader::Private::answerNext()
{
    Question next;
    {
        const QMutexLocker locker(&mutex);
        if (waiting.empty())
            return;
        next = std::move(waiting.front());
        waiting.pop_front();
    }
    if (const std::optional<Error> fault = next.answer(opened()))
        Q_EMIT q->failed(*fault);
}

} // namespace jarchi::inbox
