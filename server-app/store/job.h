// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "base/mailbox.h"
#include "store/store.h"

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace jarchi::store {

/// One piece of work in the StoreThread's queue. Made in the asking thread, run in the store's.
class Job
{
public:
    explicit Job(bool isWrite)
        : m_isWrite(isWrite)
    {
    }
    virtual ~Job() = default;
    Q_DISABLE_COPY_MOVE(Job)

    [[nodiscard]] bool isWrite() const { return m_isWrite; }
    /// Does the work and keeps its result. For a write: an error takes back what it did.
    [[nodiscard]] virtual Result<void> run(Store &store) = 0;
    /// The transaction that the work was part of came to nothing. A result that is an error already stays.
    virtual void fail(const Error &error) = 0;
    /// Sends the result off. The last that happens to a job.
    virtual void deliver() = 0;

private:
    bool m_isWrite;
};

/// What ReadJob and WriteJob share: the result and its way back.
template <typename Value, typename Done>
class AnsweredJob : public Job
{
public:
    AnsweredJob(bool isWrite, std::shared_ptr<Mailbox> mailbox, Done done)
        : Job(isWrite)
        , m_mailbox(std::move(mailbox))
        , m_done(std::move(done))
    {
    }

    void deliver() override
    {
        if (!m_value) {
            return;
        }
        // Shared, because a std::function wants to be copied and values may only be movable.
        auto answer = std::make_shared<std::pair<Done, Value>>(std::move(m_done), *std::move(m_value));
        m_mailbox->post([answer] { answer->first(std::move(answer->second)); });
    }

protected:
    std::optional<Value> m_value;

private:
    std::shared_ptr<Mailbox> m_mailbox;
    Done m_done;
};

template <typename Work, typename Done>
class ReadJob final : public AnsweredJob<std::invoke_result_t<Work &, Store &>, Done>
{
public:
    ReadJob(std::shared_ptr<Mailbox> mailbox, Work work, Done done)
        : AnsweredJob<std::invoke_result_t<Work &, Store &>, Done>(false, std::move(mailbox), std::move(done))
        , m_work(std::move(work))
    {
    }

    Result<void> run(Store &store) override
    {
        this->m_value.emplace(m_work(store));
        return {};
    }
    void fail(const Error &) override {}

private:
    Work m_work;
};

template <typename Work, typename Done>
class WriteJob final : public AnsweredJob<std::invoke_result_t<Work &, Store &>, Done>
{
    using Value = std::invoke_result_t<Work &, Store &>;
    static_assert(std::is_same_v<typename Value::error_type, Error>, "A write returns a Result.");

public:
    WriteJob(std::shared_ptr<Mailbox> mailbox, Work work, Done done)
        : AnsweredJob<Value, Done>(true, std::move(mailbox), std::move(done))
        , m_work(std::move(work))
    {
    }

    Result<void> run(Store &store) override
    {
        this->m_value.emplace(m_work(store));
        if (!*this->m_value) {
            return tl::unexpected(this->m_value->error());
        }
        return {};
    }
    void fail(const Error &error) override
    {
        if (!this->m_value || *this->m_value) {
            this->m_value.emplace(tl::unexpected(error));
        }
    }

private:
    Work m_work;
};

/// Work that nobody waits for.
class SilentJob final : public Job
{
public:
    explicit SilentJob(std::function<void(Store &)> work)
        : Job(false)
        , m_work(std::move(work))
    {
    }

    Result<void> run(Store &store) override
    {
        m_work(store);
        return {};
    }
    void fail(const Error &) override {}
    void deliver() override {}

private:
    std::function<void(Store &)> m_work;
};

} // namespace jarchi::store
