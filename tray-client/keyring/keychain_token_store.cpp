// SPDX-License-Identifier: MIT
#include "keyring/keychain_token_store.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace jarchi::keyring {

using namespace Qt::StringLiterals;
using QKeychain::Job;

namespace {

Q_LOGGING_CATEGORY(log, "jarchi.tray.keyring")

class Text
{
    Q_DECLARE_TR_FUNCTIONS(KeychainTokenStore)
};

QString service()
{
    return u"Jarchi"_s;
}

/// What a person sees in the keychain's own window.
QString keyOf(const Owner &owner)
{
    return u"%1@%2"_s.arg(owner.user, owner.server);
}

/// Nothing when the job went well.
std::optional<Error> faultOf(const Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return std::nullopt;
    case QKeychain::EntryNotFound:
        return Error{Error::Kind::NotFound, Text::tr("The keychain keeps no token for %1.").arg(job.key())};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return Error{Error::Kind::Unavailable, Text::tr("The keychain is locked, or gave no access.")};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Error{Error::Kind::Unavailable, Text::tr("This desktop has no keychain.")};
    case QKeychain::CouldNotDeleteEntry:
        return Error{Error::Kind::Broken, Text::tr("The keychain did not remove the token of %1.").arg(job.key())};
    case QKeychain::OtherError:
        break;
    }
    // The Secret Service's library does not tell a missing service from one that fails: to the user it is the same.
    qCInfo(log) << "no keychain answers:" << job.errorString();
    return Error{Error::Kind::Unavailable, Text::tr("No keychain answers.")};
}

/// Runs a job, and answers once: when it is done, or when the deadline is over and it runs on for nobody.
template <typename T>
void run(Job *job, const Owner &owner, std::chrono::milliseconds deadline, QObject *context,
         std::function<void(const Result<T> &)> done, std::function<Result<T>(const Job &)> outcome)
{
    // The deadline's timer is the question: whoever answers first takes it away, and the other finds nobody.
    auto *question = new QTimer(context);
    question->setSingleShot(true);
    QObject::connect(question, &QTimer::timeout, question, [question, done] {
        question->deleteLater();
        done(failure(Error::Kind::Unavailable, Text::tr("The keychain does not answer.")));
    });
    QObject::connect(job, &Job::finished, question, [question, done, outcome](const Job *finished) {
        if (!question->isActive())
            return; // Too late, and it has been said.
        question->stop();
        question->deleteLater();
        if (const std::optional<Error> fault = faultOf(*finished))
            return done(tl::unexpected(*fault));
        done(outcome(*finished));
    });
    question->start(deadline);
    job->setInsecureFallback(false);
    job->setKey(keyOf(owner));
    job->start();
}

} // namespace

KeychainTokenStore::KeychainTokenStore(std::chrono::milliseconds deadline)
    : m_deadline(deadline)
{
}

void KeychainTokenStore::load(const Owner &owner, QObject *context, std::function<void(const Result<QString> &)> done)
{
    run<QString>(new QKeychain::ReadPasswordJob(service()), owner, m_deadline, context, std::move(done),
                 [](const Job &job) -> Result<QString> {
                     const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
                     Q_ASSERT(read != nullptr);
                     return read->textData();
                 });
}

void KeychainTokenStore::save(const Owner &owner, const QString &token, QObject *context,
                              std::function<void(const Result<void> &)> done)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setTextData(token);
    run<void>(job, owner, m_deadline, context, std::move(done), [](const Job &) -> Result<void> { return {}; });
}

void KeychainTokenStore::forget(const Owner &owner, QObject *context, std::function<void(const Result<void> &)> done)
{
    const auto goneIsGone = [done = std::move(done)](const Result<void> &forgotten) {
        done(!forgotten && forgotten.error().kind == Error::Kind::NotFound ? Result<void>() : forgotten);
    };
    run<void>(new QKeychain::DeletePasswordJob(service()), owner, m_deadline, context, goneIsGone,
              [](const Job &) -> Result<void> { return {}; });
}

} // namespace jarchi::keyring
