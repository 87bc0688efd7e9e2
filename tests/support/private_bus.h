// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

namespace jarchi::test {

/// A message bus of a test's own, so that neither the developer's desktop nor the lack of one changes the outcome. It
/// can start only what the test lets it.
class PrivateBus
{
    Q_DISABLE_COPY_MOVE(PrivateBus)

public:
    PrivateBus()
    {
        using namespace Qt::StringLiterals;
        QFile configuration(m_folder.filePath(u"bus.conf"_s));
        const QString text = uR"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%1</listen>
  <servicedir>%1</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)"_s.arg(m_folder.path());
        if (!configuration.open(QIODevice::WriteOnly) || configuration.write(text.toUtf8()) < 0)
            qFatal("no configuration for a bus can be written");
        configuration.close();
        m_process.start(u"dbus-daemon"_s,
                        {u"--nofork"_s, u"--print-address"_s, u"--config-file"_s, configuration.fileName()});
        if (!m_process.waitForStarted())
            qFatal("this test needs dbus-daemon (the Debian package dbus-daemon)");
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead())
                qFatal("dbus-daemon says nothing: %s", m_process.readAllStandardError().constData());
        }
        m_address = QString::fromUtf8(m_process.readLine()).trimmed();
    }
    ~PrivateBus()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] QString address() const { return m_address; }
    /// It takes connections as before, since the kernel does that, and says nothing any more.
    void freeze() const { ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP); }
    [[nodiscard]] QDBusConnection connectAs(const QString &name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }
    /// From now on the bus starts `program` when somebody asks for `service`.
    void offer(const QString &service, const QString &program) const
    {
        using namespace Qt::StringLiterals;
        QFile file(serviceFile(service));
        const QString text = u"[D-BUS Service]\nName=%1\nExec=%2\n"_s.arg(service, program);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("no service can be offered");
        file.close();
        reload();
    }
    void withdraw(const QString &service) const
    {
        QFile::remove(serviceFile(service));
        reload();
    }

private:
    [[nodiscard]] QString serviceFile(const QString &service) const
    {
        return m_folder.filePath(service + QStringLiteral(".service"));
    }
    void reload() const
    {
        using namespace Qt::StringLiterals;
        {
            QDBusConnection bus = connectAs(u"reload"_s);
            bus.call(QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                    u"org.freedesktop.DBus"_s, u"ReloadConfig"_s));
        }
        QDBusConnection::disconnectFromBus(u"reload"_s);
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_address;
};

} // namespace jarchi::test
