// SPDX-License-Identifier: MIT
#include "support/patience.h"
#include "support/private_bus.h"
#include "widgets/system_tray.h"

#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QSignalSpy>
#include <QTest>

using namespace jarchi;
using namespace jarchi::test;
using namespace Qt::StringLiterals;
using widgets::SystemTray;

namespace {

constexpr auto Service = "org.kde.StatusNotifierWatcher"_L1;
constexpr auto Path = "/StatusNotifierWatcher"_L1;

/// Who knows the icons of a desktop, as far as it tells whether anybody shows them.
class Watcher final : public QDBusVirtualObject
{
    Q_DISABLE_COPY_MOVE(Watcher)

public:
    explicit Watcher(const PrivateBus &bus)
        : m_bus(bus.connectAs(u"watcher"_s))
    {
        m_bus.registerVirtualObject(Path, this);
    }
    ~Watcher() override
    {
        m_bus.unregisterObject(Path);
        m_bus = QDBusConnection(QString());
        QDBusConnection::disconnectFromBus(u"watcher"_s);
    }

    bool appear() { return m_bus.registerService(Service); }
    void letHostCome()
    {
        hasHost = true;
        m_bus.send(QDBusMessage::createSignal(Path, Service, u"StatusNotifierHostRegistered"_s));
    }

    [[nodiscard]] QString introspect(const QString & /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        ++asked;
        if (message.arguments() != QVariantList{QString(Service), u"IsStatusNotifierHostRegistered"_s})
            return false;
        return connection.send(message.createReply(QVariant::fromValue(QDBusVariant(hasHost))));
    }

    bool hasHost = false;
    int asked = 0;

private:
    QDBusConnection m_bus;
};

} // namespace

/// When Qt is first asked for an icon. What a tray shows is a matter of tests/e2e, with trays.
class TestSystemTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void withoutBus_isNeverThere();
    void watcherWithHost_isThere();
    void watcherThatComesLater_isThere();
    void hostThatComesLater_isThere();
    void watcherThatComesAgain_isNotNew();
    void whatIsSetBefore_isKept();

private:
    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<SystemTray> m_tray;
    std::unique_ptr<QSignalSpy> m_appeared;

    void start()
    {
        m_tray = std::make_unique<SystemTray>(m_bus->connectAs(u"tray"_s), SystemTray::Begin::WhenTheBusHasATray);
        m_appeared = std::make_unique<QSignalSpy>(m_tray.get(), &SystemTray::appeared);
    }
};

void TestSystemTray::init()
{
    m_bus = std::make_unique<PrivateBus>();
}

void TestSystemTray::cleanup()
{
    m_appeared.reset();
    m_tray.reset();
    QDBusConnection::disconnectFromBus(u"tray"_s);
    m_bus.reset();
}

void TestSystemTray::withoutBus_isNeverThere()
{
    const SystemTray tray(QDBusConnection(u"never connected"_s), SystemTray::Begin::WhenTheBusHasATray);
    QVERIFY(!tray.isAvailable());
    QVERIFY(!tray.supportsMessages());
}

void TestSystemTray::watcherWithHost_isThere()
{
    Watcher watcher(*m_bus);
    watcher.hasHost = true;
    QVERIFY(watcher.appear());
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_appeared->size(), 1, Patience);
}

void TestSystemTray::watcherThatComesLater_isThere()
{
    start();
    Watcher watcher(*m_bus);
    watcher.hasHost = true;
    QVERIFY(watcher.appear());
    QTRY_COMPARE_WITH_TIMEOUT(m_appeared->size(), 1, Patience);
}

void TestSystemTray::hostThatComesLater_isThere()
{
    Watcher watcher(*m_bus);
    QVERIFY(watcher.appear());
    start();
    QTRY_VERIFY_WITH_TIMEOUT(watcher.asked > 0, Patience);
    QVERIFY(m_appeared->isEmpty());
    watcher.letHostCome();
    QTRY_COMPARE_WITH_TIMEOUT(m_appeared->size(), 1, Patience);
}

void TestSystemTray::watcherThatComesAgain_isNotNew()
{
    // Qt follows its own.
    start();
    for (int i = 0; i < 2; ++i) {
        Watcher watcher(*m_bus);
        watcher.hasHost = true;
        QVERIFY(watcher.appear());
        QTRY_COMPARE_WITH_TIMEOUT(m_appeared->size(), 1, Patience);
        watcher.letHostCome();
    }
    QCOMPARE(m_appeared->size(), 1);
}

void TestSystemTray::whatIsSetBefore_isKept()
{
    start();
    m_tray->setToolTip(u"Jarchi: Not connected"_s);
    m_tray->show();
    Watcher watcher(*m_bus);
    watcher.hasHost = true;
    QVERIFY(watcher.appear());
    QTRY_COMPARE_WITH_TIMEOUT(m_appeared->size(), 1, Patience);
    QCOMPARE(m_tray->toolTip(), u"Jarchi: Not connected"_s);
}

QTEST_MAIN(TestSystemTray)
#include "test_system_tray.moc"
