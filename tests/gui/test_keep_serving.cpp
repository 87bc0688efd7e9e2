// SPDX-License-Identifier: MIT
#include "gui/keep_serving.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace jarchi::gui;
using namespace Qt::StringLiterals;

/// The question whether the server goes on without its window.
class TestKeepServing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void decision_neverMade_isThatItGoesOn();
    void answer_isAskedOnceAndRemembered_data();
    void answer_isAskedOnceAndRemembered();
    void question_withoutAnswer_isAskedAgain();
    void menu_changesWhatWasAnswered();

private:
    /// Answers the question that comes next by the button with this role, or by Escape if there is none.
    void answerBy(std::optional<QMessageBox::ButtonRole> role)
    {
        QTimer::singleShot(0, this, [this, role] {
            auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(question != nullptr);
            ++m_asked;
            if (!role) {
                QTest::keyClick(question, Qt::Key_Escape);
                return;
            }
            for (QAbstractButton *button : question->buttons()) {
                if (question->buttonRole(button) == *role) {
                    QTest::mouseClick(button, Qt::LeftButton);
                    return;
                }
            }
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    int m_asked = 0;
};

void TestKeepServing::init()
{
    m_settings.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_asked = 0;
}

void TestKeepServing::decision_neverMade_isThatItGoesOn()
{
    QVERIFY(KeepServing(*m_settings).isWanted());
}

void TestKeepServing::answer_isAskedOnceAndRemembered_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("keeps");
    QTest::newRow("keep serving") << int{QMessageBox::AcceptRole} << true;
    QTest::newRow("quit") << int{QMessageBox::DestructiveRole} << false;
}

void TestKeepServing::answer_isAskedOnceAndRemembered()
{
    QFETCH(const int, role);
    QFETCH(const bool, keeps);
    QWidget window;
    {
        KeepServing keeping(*m_settings);
        answerBy(static_cast<QMessageBox::ButtonRole>(role));
        QCOMPARE(keeping.decide(&window), std::optional(keeps));
        QCOMPARE(keeping.decide(&window), std::optional(keeps)); // Which would wait for ever if it asked.
    }
    KeepServing next(*m_settings);
    QCOMPARE(next.isWanted(), keeps);
    QCOMPARE(next.decide(&window), std::optional(keeps));
    QCOMPARE(m_asked, 1);
}

void TestKeepServing::question_withoutAnswer_isAskedAgain()
{
    QWidget window;
    KeepServing keeping(*m_settings);
    answerBy(std::nullopt);
    QCOMPARE(keeping.decide(&window), std::nullopt);
    answerBy(QMessageBox::AcceptRole);
    QCOMPARE(keeping.decide(&window), std::optional(true));
    QCOMPARE(m_asked, 2);
}

void TestKeepServing::menu_changesWhatWasAnswered()
{
    QWidget window;
    KeepServing keeping(*m_settings);
    keeping.remember(false);
    QCOMPARE(keeping.decide(&window), std::optional(false));
    keeping.remember(true);
    QCOMPARE(keeping.decide(&window), std::optional(true));
    QCOMPARE(m_asked, 0);
}

QTEST_MAIN(TestKeepServing)
#include "test_keep_serving.moc"
