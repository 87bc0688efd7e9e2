// SPDX-License-Identifier: MIT
// How long a new product takes to its balloon: from the add, in the serving process and by another program, to the
// moment when the desktop's notification daemon has the call. The clients are the real program on a desktop of its own.
#include "base/clock.h"
#include "benchmark.h"
#include "delivery/poller.h"
#include "engine/engine.h"
#include "floor.h"
#include "notify/announcer.h"
#include "shop.h"
#include "tray_desktop.h"

#include <QDBusArgument>
#include <QDBusPendingCall>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <chrono>
#include <vector>

using namespace jarchi;
using namespace jarchi::bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype TitleArgument = 3; // Of Notify.
constexpr qsizetype HintsArgument = 6;

/// One client shows at most so many balloons in so much time, and sums up what is more. This much between two of one's
/// balloons keeps each a balloon of its own; that is why there are several clients, who take turns.
constexpr std::chrono::milliseconds Pause =
    std::chrono::milliseconds(notify::Announcer::Burst) / notify::Announcer::MostBalloons + 200ms;

/// Somebody with a client, who alone is interested in a category.
struct Customer
{
    QString category;
    std::unique_ptr<Program> client;
    QElapsedTimer sinceBalloon;
};

/// A shop with its customers, all logged in, and every balloon that they are shown.
class Street
{
public:
    Street(const Scratch &scratch, int customers)
        : m_database(scratch.path(u"shop.sqlite"_s))
        , m_desktop(scratch.path(u"desktop"_s))
        , m_engine(m_clock)
        , m_floor(scratch.path(u"floor.sqlite"_s))
        , m_caller(m_desktop.bus().connectAs(u"floor"_s))
    {
        {
            const auto store = openStore(m_database);
            addAccounts(*store, customers);
            givePasswords(*store, customers);
            giveOwnCategories(*store, customers);
        }
        const auto endpoints = valueOf(m_engine.start(serverConfig(m_database)));
        for (int number = 1; number <= customers; ++number) {
            m_customers.push_back({ownCategory(number),
                                   m_desktop.startTray(endpoints.first().port, u"user-%1"_s.arg(number)),
                                   QElapsedTimer()});
        }
        // Who has seen a first balloon is logged in.
        for (Customer &customer : m_customers) {
            const catalog::Product first = productFor(customer);
            addHere(first);
            awaitBalloon(customer, first);
        }
    }
    ~Street() { QDBusConnection::disconnectFromBus(u"floor"_s); }
    Q_DISABLE_COPY_MOVE(Street)

    /// The next customer, who may be shown another balloon by now.
    Customer &nextCustomer()
    {
        Customer &customer = m_customers.at(m_turn++ % m_customers.size());
        const std::chrono::milliseconds waited(customer.sinceBalloon.elapsed());
        // Otherwise every add of another program would come at the same moment between two looks at the database.
        pause(std::max(Pause - waited, 0ms) + std::chrono::milliseconds(m_chance.bounded(250)));
        return customer;
    }
    catalog::Product productFor(const Customer &customer)
    {
        catalog::Product made = product(++m_products);
        made.category = customer.category;
        return made;
    }

    void addHere(const catalog::Product &added)
    {
        m_engine.addProduct(added, &m_engine, [](const auto &) {});
    }
    void addByProgram(const catalog::Product &added) const
    {
        runProgram(QStringLiteral(JARCHI_SERVER_PROGRAM), addArguments(m_database, added));
    }
    void awaitBalloon(Customer &customer, const catalog::Product &added)
    {
        waitUntil([&] { return customer.client->hasEnded() || m_desktop.daemon().shown.size() > m_balloons; });
        customer.client->failIfEnded();
        const QString title = m_desktop.daemon().shown.at(m_balloons++).arguments.value(TitleArgument).toString();
        customer.sinceBalloon.start();
        if (!title.contains(added.name)) {
            throw Failed{u"The balloon of “%1” says: %2"_s.arg(added.name, title)};
        }
    }

    /// What nobody can do without, in this process: a commit, a line, and the same call of the same daemon.
    double floor(const std::function<void()> &commit)
    {
        QVariantList arguments = m_desktop.daemon().shown.last().arguments;
        arguments[1] = 0U;
        arguments[HintsArgument] = qdbus_cast<QVariantMap>(arguments.at(HintsArgument));
        QDBusMessage call =
            QDBusMessage::createMethodCall(test::NotificationDaemon::service(), test::NotificationDaemon::path(),
                                           test::NotificationDaemon::service(), u"Notify"_s);
        call.setArguments(arguments);
        const QByteArray line = arguments.at(TitleArgument).toString().toUtf8().leftJustified(300, '.');
        const Stopwatch watch;
        commit();
        m_floor.send(line);
        m_caller.asyncCall(call);
        waitUntil([&] { return m_desktop.daemon().shown.size() > m_balloons; });
        const double taken = watch.milliseconds();
        ++m_balloons;
        return taken;
    }
    double floorHere()
    {
        return floor([this] { m_floor.commit(m_products); });
    }
    double floorByProgram()
    {
        return floor([this] {
            runProgram(u"sqlite3"_s, {m_floor.database(),
                                      QString::fromUtf8("PRAGMA synchronous=FULL; " + insertStatement(m_products))});
        });
    }

private:
    QString m_database;
    TrayDesktop m_desktop;
    SystemClock m_clock;
    engine::Engine m_engine;
    Floor m_floor;
    QDBusConnection m_caller;
    std::vector<Customer> m_customers;
    QRandomGenerator m_chance{2019};
    std::size_t m_turn = 0;
    int m_products = 0;
    qsizetype m_balloons = 0; ///< How many were taken note of.
};

void benchmark(const Options &options)
{
    const Scratch scratch;
    Street street(scratch, options.size(12, 2));
    Samples here;
    Samples floorHere;
    Samples fromStart;
    Samples fromExit;
    Samples floorFromStart;
    for (int i = 0; i < options.size(200, 2); ++i) {
        Customer &first = street.nextCustomer();
        const catalog::Product addedHere = street.productFor(first);
        const Stopwatch watch;
        street.addHere(addedHere);
        street.awaitBalloon(first, addedHere);
        here.add(watch.milliseconds());
        floorHere.add(street.floorHere());

        Customer &second = street.nextCustomer();
        const catalog::Product addedElsewhere = street.productFor(second);
        const Stopwatch sinceStart;
        street.addByProgram(addedElsewhere);
        const Stopwatch sinceExit;
        street.awaitBalloon(second, addedElsewhere);
        fromExit.add(sinceExit.milliseconds());
        fromStart.add(sinceStart.milliseconds());
        floorFromStart.add(street.floorByProgram());
    }
    Table table(u"From the add to the balloon's D-Bus call; peer: a commit, a loopback write and that call"_s);
    table.addPercentiles(u"added in the serving process"_s, here, floorHere);
    table.addPercentiles(u"by `jarchi-server product add`, from its start; peer: by sqlite3"_s, fromStart,
                         floorFromStart);
    Samples look;
    look.add(std::chrono::duration<double, std::milli>(delivery::Poller::LookInterval).count());
    table.addPercentiles(u"from its end; peer: the interval between two looks at the database"_s, fromExit, look);
    table.print();
}

} // namespace

int main(int argc, char **argv)
{
    return run(argc, argv, benchmark);
}
