// SPDX-License-Identifier: MIT
#pragma once

#include "gui/keep_serving.h"
#include "gui/shop_state.h"

#include <QMainWindow>
#include <QSettings>

#include <memory>

class QAction;
class QActionGroup;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace jarchi::widgets {
class Appearance;
class Language;
class MessageBar;
} // namespace jarchi::widgets

namespace jarchi::gui {

class AddProductPage;
class AnnouncePage;
class LogBook;
class NowPage;
class PeoplePage;
class ProductsPage;
class ServerControl;
class TrayIcon;

/// The server's window: five pages, and what concerns all of them. Closing it while there is a tray keeps the server
/// running, if its user wants that. Main thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum Page { AddProduct, Products, Announce, People, Now, PageCount };

    /// All of them outlive this.
    MainWindow(ServerControl &server, const LogBook &log, widgets::Language &language, widgets::Appearance &appearance,
               QSettings &settings);
    ~MainWindow() override;

    void showPage(Page page);

Q_SIGNALS:
    /// The program shall end; the server stops first.
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeActions();
    void makeMenus();
    void makeSideBar();
    void setTexts();
    void showState();
    void showTrouble();
    void find();
    void addAccount();
    void showAbout();
    void raiseFromTray();
    void restore();

    ServerControl &m_server;
    widgets::Language &m_language;
    widgets::Appearance &m_appearance;
    QSettings &m_settings;
    KeepServing m_keeping;
    ShopState m_shop;

    QToolBar *m_sideBar;
    QStackedWidget *m_pages;
    widgets::MessageBar *m_trouble;
    AddProductPage *m_addProductPage;
    ProductsPage *m_productsPage;
    AnnouncePage *m_announcePage;
    PeoplePage *m_peoplePage;
    NowPage *m_nowPage;
    std::unique_ptr<TrayIcon> m_tray; ///< Null where there is no tray.

    QMenu *m_serverMenu;
    QMenu *m_editMenu;
    QMenu *m_viewMenu;
    QMenu *m_appearanceMenu;
    QMenu *m_languageMenu;
    QMenu *m_helpMenu;
    QActionGroup *m_pageActions;
    QActionGroup *m_appearanceActions;
    QAction *m_start = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_import = nullptr;
    QAction *m_addAccount = nullptr;
    QAction *m_keepServing = nullptr;
    QAction *m_quit = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_find = nullptr;
    QAction *m_showLog = nullptr;
    QAction *m_about = nullptr;
    bool m_quitting = false;
};

} // namespace jarchi::gui
