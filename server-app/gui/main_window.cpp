// SPDX-License-Identifier: MIT
#include "gui/main_window.h"

#include "gui/add_product_page.h"
#include "gui/announce_page.h"
#include "gui/now_page.h"
#include "gui/people_page.h"
#include "gui/products_page.h"
#include "gui/server_control.h"
#include "gui/tray_icon.h"
#include "widgets/appearance.h"
#include "widgets/front.h"
#include "widgets/icons.h"
#include "widgets/language.h"
#include "widgets/message_bar.h"
#include "widgets/message_box.h"
#include "widgets/translated.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace jarchi::gui {

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {

constexpr auto GeometryKey = "window/geometry"_L1;
constexpr auto PageKey = "window/page"_L1;

} // namespace

MainWindow::MainWindow(ServerControl &server, const LogBook &log, Language &language, Appearance &appearance,
                       QSettings &settings)
    : m_server(server)
    , m_language(language)
    , m_appearance(appearance)
    , m_settings(settings)
    , m_keeping(settings)
    , m_shop(server)
    , m_sideBar(new QToolBar(this))
    , m_pages(new QStackedWidget(this))
    , m_trouble(new MessageBar(this))
    , m_addProductPage(new AddProductPage(server, m_shop, settings, this))
    , m_productsPage(new ProductsPage(server, settings, this))
    , m_announcePage(new AnnouncePage(server, m_shop, settings, this))
    , m_peoplePage(new PeoplePage(server, m_shop, settings, this))
    , m_nowPage(new NowPage(server, m_shop, log, settings, this))
    , m_serverMenu(menuBar()->addMenu(QString()))
    , m_editMenu(menuBar()->addMenu(QString()))
    , m_viewMenu(menuBar()->addMenu(QString()))
    , m_appearanceMenu(new QMenu(this))
    , m_languageMenu(new QMenu(this))
    , m_helpMenu(menuBar()->addMenu(QString()))
    , m_pageActions(new QActionGroup(this))
    , m_appearanceActions(new QActionGroup(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(icon(u"jarchi"_s));
    m_trouble->setObjectName(u"trouble"_s);
    auto *center = new QWidget(this);
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_trouble);
    column->addWidget(m_pages, 1);
    setCentralWidget(center);
    for (QWidget *page : QList<QWidget *>{m_addProductPage, m_productsPage, m_announcePage, m_peoplePage, m_nowPage}) {
        m_pages->addWidget(page);
    }
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray = std::make_unique<TrayIcon>(server);
        connect(m_tray.get(), &TrayIcon::windowRequested, this, &MainWindow::raiseFromTray);
        connect(m_tray.get(), &TrayIcon::quitRequested, this, &MainWindow::quitRequested);
    }
    makeActions();
    makeMenus();
    makeSideBar();
    translated(this, [this] { setTexts(); });

    connect(&m_server, &ServerControl::stateChanged, this, &MainWindow::showState);
    connect(&m_server, &ServerControl::troubleChanged, this, &MainWindow::showTrouble);
    // What keeps it from starting was said in the language of that moment: it is tried again, and said anew.
    connect(&m_language, &Language::changed, this, [this] {
        if (!m_server.trouble().isEmpty() && m_server.state() == ServerControl::State::Stopped) {
            m_server.start();
        }
    });
    connect(m_trouble, &MessageBar::acted, this, [this] { m_server.start(); });
    connect(m_productsPage, &ProductsPage::addRequested, this, [this] { showPage(AddProduct); });
    connect(m_addProductPage, &AddProductPage::added, m_productsPage, &ProductsPage::refresh);
    connect(m_addProductPage, &AddProductPage::added, &m_shop, &ShopState::refresh);
    connect(m_addProductPage, &AddProductPage::accountRequested, this, &MainWindow::addAccount);
    connect(m_announcePage, &AnnouncePage::accountRequested, this, &MainWindow::addAccount);
    connect(m_nowPage, &NowPage::accountRequested, this, &MainWindow::addAccount);
    connect(m_peoplePage, &PeoplePage::productRequested, this, [this] { showPage(AddProduct); });
    connect(this, &MainWindow::quitRequested, this, [this] { m_quitting = true; });
    restore();
}

MainWindow::~MainWindow()
{
    m_productsPage->undoStack().disconnect(this); // It empties itself on its way out, and says so.
    m_settings.setValue(GeometryKey, saveGeometry());
    m_settings.setValue(PageKey, m_pages->currentIndex());
}

void MainWindow::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
    m_pageActions->actions().at(page)->setChecked(true);
    if (page == AddProduct) {
        m_addProductPage->focusFirst();
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // A tray may have gone since: hidden, the window could not be had back.
    const bool canBeHadBack = m_tray && QSystemTrayIcon::isSystemTrayAvailable();
    const std::optional<bool> keeps = m_quitting || !canBeHadBack ? false : m_keeping.decide(this);
    if (keeps == false) {
        event->accept();
        Q_EMIT quitRequested();
        return;
    }
    event->ignore();
    if (keeps) {
        m_keepServing->setChecked(true);
        hide();
        m_tray->sayItGoesOn();
    }
}

void MainWindow::makeActions()
{
    const QStringList icons{u"add-product"_s, u"products"_s, u"announce"_s, u"people"_s, u"now"_s};
    for (int page = 0; page < PageCount; ++page) {
        QAction *action = m_pageActions->addAction(icon(icons.at(page)), QString());
        action->setCheckable(true);
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page)));
        connect(action, &QAction::triggered, this, [this, page] { showPage(static_cast<Page>(page)); });
    }
    const auto make = [this](const QString &iconName, const QKeySequence &keys, auto done) {
        auto *action = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), QString(), this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, done);
        return action;
    };
    m_start = make(u"start"_s, {}, [this] { m_server.start(); });
    m_stop = make(u"stop"_s, {}, [this] { m_server.stop(); });
    m_import = make(u"import"_s, QKeySequence(Qt::CTRL | Qt::Key_I), [this] {
        showPage(Products);
        m_productsPage->chooseImport();
    });
    m_addAccount = make(u"user-add"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { addAccount(); });
    m_quit = make(u"quit"_s, QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { Q_EMIT quitRequested(); });
    m_find = make(u"search"_s, QKeySequence::Find, [this] { find(); });
    m_showLog = make({}, QKeySequence(Qt::CTRL | Qt::Key_L), [this] {
        showPage(Now);
        m_nowPage->showLog();
    });
    m_about = make(u"about"_s, {}, [this] { showAbout(); });
    m_keepServing = make({}, {}, [this] { m_keeping.remember(m_keepServing->isChecked()); });
    m_keepServing->setCheckable(true);
    m_keepServing->setChecked(m_keeping.isWanted());
    m_undo = make(u"undo"_s, QKeySequence::Undo, [this] { m_productsPage->undoStack().undo(); });
    m_redo = make(u"redo"_s, QKeySequence::Redo, [this] { m_productsPage->undoStack().redo(); });
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_undo->setObjectName(u"undo"_s);
    m_redo->setObjectName(u"redo"_s);
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    connect(&m_productsPage->undoStack(), &QUndoStack::canUndoChanged, m_undo, &QAction::setEnabled);
    connect(&m_productsPage->undoStack(), &QUndoStack::canRedoChanged, m_redo, &QAction::setEnabled);
    connect(&m_productsPage->undoStack(), &QUndoStack::indexChanged, this, &MainWindow::setTexts);
}

void MainWindow::makeMenus()
{
    m_serverMenu->addActions({m_start, m_stop});
    m_serverMenu->addSeparator();
    m_serverMenu->addActions({m_import, m_addAccount});
    m_serverMenu->addSeparator();
    m_serverMenu->addAction(m_keepServing);
    m_serverMenu->addAction(m_quit);
    m_keepServing->setVisible(m_tray != nullptr);
    m_editMenu->addActions({m_undo, m_redo});
    m_editMenu->addSeparator();
    m_editMenu->addAction(m_find);
    m_viewMenu->addActions(m_pageActions->actions());
    m_viewMenu->addSeparator();
    m_viewMenu->addAction(m_showLog);
    m_viewMenu->addSeparator();
    m_viewMenu->addMenu(m_appearanceMenu);
    m_viewMenu->addMenu(m_languageMenu);
    m_appearanceMenu->setIcon(icon(u"appearance"_s));
    m_languageMenu->setIcon(icon(u"language"_s));
    for (const auto choice : {Appearance::Choice::System, Appearance::Choice::Light, Appearance::Choice::Dark}) {
        QAction *action = m_appearanceActions->addAction(QString());
        action->setCheckable(true);
        action->setObjectName(u"appearance-%1"_s.arg(static_cast<int>(choice)));
        action->setChecked(m_appearance.choice() == choice);
        connect(action, &QAction::triggered, this, [this, choice] { m_appearance.choose(choice); });
    }
    m_appearanceMenu->addActions(m_appearanceActions->actions());
    auto *languages = new QActionGroup(this);
    for (const Language::Offer &offer : Language::available()) {
        QAction *action = languages->addAction(offer.name); // In its own language, so not translated.
        action->setObjectName(u"language-"_s + offer.code);
        action->setCheckable(true);
        action->setChecked(offer.code == m_language.current());
        connect(action, &QAction::triggered, this, [this, code = offer.code] { m_language.use(code); });
    }
    m_languageMenu->addActions(languages->actions());
    m_helpMenu->addAction(m_about);
}

void MainWindow::makeSideBar()
{
    m_sideBar->setObjectName(u"sideBar"_s);
    m_sideBar->setMovable(false);
    m_sideBar->setIconSize(QSize(24, 24));
    m_sideBar->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    m_sideBar->setContextMenuPolicy(Qt::PreventContextMenu);
    // A style sheet reads the palette's colours once.
    const auto paint = [this] {
        m_sideBar->setStyleSheet(
            u"QToolBar { border: none; padding: 8px; spacing: 4px; background: palette(window); }"
            "QToolButton { border: 1px solid transparent; border-radius: 8px; padding: 8px 4px; }"
            "QToolButton:hover { background: palette(midlight); }"
            "QToolButton:focus { border-color: palette(highlight); }"
            "QToolButton:checked { background: palette(base); border-color: palette(highlight); }"_s);
    };
    paint();
    connect(&m_appearance, &widgets::Appearance::changed, m_sideBar, paint);
    m_sideBar->addActions(m_pageActions->actions());
}

void MainWindow::setTexts()
{
    // The side bar stands where reading begins.
    const auto side = layoutDirection() == Qt::RightToLeft ? Qt::RightToolBarArea : Qt::LeftToolBarArea;
    if (toolBarArea(m_sideBar) != side || m_sideBar->parentWidget() == nullptr) {
        addToolBar(side, m_sideBar);
    }
    m_sideBar->setWindowTitle(tr("Pages"));
    const QStringList pages{tr("&Add product"), tr("&Products"), tr("A&nnounce"), tr("P&eople"), tr("No&w")};
    for (int page = 0; page < PageCount; ++page) {
        m_pageActions->actions().at(page)->setText(pages.at(page));
    }
    int width = 0;
    for (QAction *action : m_pageActions->actions()) {
        width = std::max(width, m_sideBar->widgetForAction(action)->sizeHint().width());
    }
    for (QAction *action : m_pageActions->actions()) {
        m_sideBar->widgetForAction(action)->setMinimumSize(std::max(width, 88), 64);
    }
    m_serverMenu->setTitle(tr("&Server"));
    m_editMenu->setTitle(tr("&Edit"));
    m_viewMenu->setTitle(tr("&View"));
    m_helpMenu->setTitle(tr("&Help"));
    m_appearanceMenu->setTitle(tr("Appea&rance"));
    m_languageMenu->setTitle(tr("&Language"));
    const QStringList appearances{tr("As the &system"), tr("&Light"), tr("&Dark")};
    for (int i = 0; i < appearances.size(); ++i) {
        m_appearanceActions->actions().at(i)->setText(appearances.at(i));
    }
    m_start->setText(tr("&Start serving"));
    m_stop->setText(tr("S&top serving"));
    m_import->setText(tr("&Import products…"));
    m_addAccount->setText(tr("Add an &account…"));
    m_keepServing->setText(tr("&Keep serving when the window is closed"));
    m_quit->setText(tr("&Quit"));
    // A name may have an & in it, which is no mnemonic.
    const QString undoable = m_productsPage->changes().undoText().replace(u'&', u"&&"_s);
    const QString redoable = m_productsPage->changes().redoText().replace(u'&', u"&&"_s);
    m_undo->setText(undoable.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(undoable));
    m_redo->setText(redoable.isEmpty() ? tr("&Redo") : tr("&Redo %1").arg(redoable));
    m_find->setText(tr("&Find"));
    m_showLog->setText(tr("Show the lo&g"));
    m_about->setText(tr("&About Jarchi"));
    if (m_tray) {
        m_tray->retranslate();
    }
    showState();
}

void MainWindow::showState()
{
    const auto state = m_server.state();
    const bool isRunning = state == ServerControl::State::Running;
    m_start->setEnabled(state == ServerControl::State::Stopped);
    m_stop->setEnabled(isRunning);
    setWindowTitle(isRunning && !m_server.endpoints().isEmpty()
                       ? tr("Jarchi – serving on %1").arg(m_server.endpoints().first().toString())
                       : tr("Jarchi – not serving"));
    m_import->setEnabled(m_server.isOpen());
    m_addAccount->setEnabled(m_server.isOpen());
}

void MainWindow::showTrouble()
{
    if (m_server.trouble().isEmpty()) {
        m_trouble->clear();
    } else {
        const bool mayTry = m_server.state() != ServerControl::State::Running;
        m_trouble->say(
            Tone::Error, [this] { return m_server.trouble(); },
            [mayTry] { return mayTry ? tr("Tr&y again now") : QString(); });
    }
}

void MainWindow::find()
{
    if (m_pages->currentIndex() == People) {
        m_peoplePage->focusSearch();
    } else {
        showPage(Products);
        m_productsPage->focusSearch();
    }
}

void MainWindow::addAccount()
{
    showPage(People);
    m_peoplePage->addAccount();
}

void MainWindow::showAbout()
{
    auto *about = new QMessageBox(QMessageBox::NoIcon, tr("About Jarchi"),
                                  tr("Jarchi %1").arg(QApplication::applicationVersion()), QMessageBox::Close, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setIconPixmap(icon(u"jarchi"_s).pixmap(64, 64));
    about->setInformativeText(tr("The town crier tells people about new products the moment they are added.\n\n"
                                 "Free software under the MIT licence. Made with Qt %1.")
                                  .arg(QString::fromLatin1(qVersion())));
    widgets::widen(*about);
    about->button(QMessageBox::Close)->setText(tr("&Close"));
    about->open();
}

void MainWindow::raiseFromTray()
{
    bringToFront(*this);
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_settings.value(GeometryKey).toByteArray())) {
        // Not larger than the screen, with room for a frame and a panel.
        const QSize room = screen()->availableGeometry().size() - QSize(16, 48);
        resize(QSize(1120, 720).boundedTo(room));
    }
    const int page = m_settings.value(PageKey, AddProduct).toInt();
    showPage(page >= 0 && page < PageCount ? static_cast<Page>(page) : AddProduct);
}

} // namespace jarchi::gui
