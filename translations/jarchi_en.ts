<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Balloon</name>
    <message numerus="yes">
        <source>%Ln new notification(s)</source>
        <translation>
            <numerusform>%Ln new notification</numerusform>
            <numerusform>%Ln new notifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more</source>
        <translation>
            <numerusform>And %Ln more</numerusform>
            <numerusform>And %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new while it was quiet</source>
        <translation>
            <numerusform>%Ln new while it was quiet</numerusform>
            <numerusform>%Ln new while it was quiet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message numerus="yes">
        <source>No user has such a name: it is one line of at most %Ln characters.</source>
        <translation>
            <numerusform>No user has such a name: it is one line of at most %Ln character.</numerusform>
            <numerusform>No user has such a name: it is one line of at most %Ln characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::gui::AccountDialog</name>
    <message numerus="yes">
        <source>Too long: at most %Ln byte(s).</source>
        <translation>
            <numerusform>Too long: at most %Ln byte.</numerusform>
            <numerusform>Too long: at most %Ln bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::gui::PeoplePage</name>
    <message numerus="yes">
        <source>%Ln account(s) found</source>
        <translation>
            <numerusform>%Ln account found</numerusform>
            <numerusform>%Ln accounts found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::gui::ProductChanges</name>
    <message numerus="yes">
        <source>deleting %Ln product(s)</source>
        <translation>
            <numerusform>deleting %Ln product</numerusform>
            <numerusform>deleting %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) are deleted.</source>
        <translation>
            <numerusform>%Ln product is deleted.</numerusform>
            <numerusform>%Ln products are deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) are back.</source>
        <translation>
            <numerusform>%Ln product is back.</numerusform>
            <numerusform>%Ln products are back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::gui::ProductsPage</name>
    <message numerus="yes">
        <source>%Ln product(s) found</source>
        <translation>
            <numerusform>%Ln product found</numerusform>
            <numerusform>%Ln products found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %Ln product(s)…</source>
        <translation>
            <numerusform>Deleting %Ln product…</numerusform>
            <numerusform>Deleting %Ln products…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::gui::RatePlot</name>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::gui::ReachLabel</name>
    <message numerus="yes">
        <source>It reaches %Ln account(s), all of them online.</source>
        <translation>
            <numerusform>It reaches %Ln account, which is online.</numerusform>
            <numerusform>It reaches %Ln accounts, all of them online.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It reaches %Ln account(s): %1 online now, %2 when they come back.</source>
        <translation>
            <numerusform>It reaches %Ln account: %1 online now, %2 when it comes back.</numerusform>
            <numerusform>It reaches %Ln accounts: %1 online now, %2 when they come back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::gui::ServerPanel</name>
    <message numerus="yes">
        <source>%Ln since the start</source>
        <translation>
            <numerusform>%Ln since the start</numerusform>
            <numerusform>%Ln since the start</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::ui::CategoryButton</name>
    <message numerus="yes">
        <source>%Ln categories</source>
        <translation>
            <numerusform>%Ln category</numerusform>
            <numerusform>%Ln categories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::ui::EntryPanel</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::ui::InboxChanges</name>
    <message numerus="yes">
        <source>%Ln notification(s) deleted.</source>
        <translation>
            <numerusform>%Ln notification is deleted.</numerusform>
            <numerusform>%Ln notifications are deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notification(s) marked as read.</source>
        <translation>
            <numerusform>%Ln notification is marked as read.</numerusform>
            <numerusform>%Ln notifications are marked as read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::ui::InboxPage</name>
    <message numerus="yes">
        <source>%Ln notification(s) found</source>
        <translation>
            <numerusform>%Ln notification found</numerusform>
            <numerusform>%Ln notifications found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notification(s)</source>
        <translation>
            <numerusform>%Ln notification</numerusform>
            <numerusform>%Ln notifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::ui::InboxWindow</name>
    <message numerus="yes">
        <source>Jarchi – %Ln unread</source>
        <translation>
            <numerusform>Jarchi – %Ln unread</numerusform>
            <numerusform>Jarchi – %Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::ui::InterestsDialog</name>
    <message numerus="yes">
        <source>Since %1 this would have brought you %Ln notification(s), such as:</source>
        <translation>
            <numerusform>Since %1 this would have brought you %Ln notification, such as:</numerusform>
            <numerusform>Since %1 this would have brought you %Ln notifications, such as:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::ui::SettingsDialog</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::ui::TrayIcon</name>
    <message numerus="yes">
        <source>&amp;Inbox, %Ln unread</source>
        <translation>
            <numerusform>&amp;Inbox, %Ln unread</numerusform>
            <numerusform>&amp;Inbox, %Ln unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Jarchi: %1
%Ln unread</source>
        <translation>
            <numerusform>Jarchi: %1
%Ln unread</numerusform>
            <numerusform>Jarchi: %1
%Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::widgets::Format</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::widgets::PriceEdit</name>
    <message numerus="yes">
        <source>A price in %1 has at most %Ln digit(s) after the decimal point.</source>
        <translation>
            <numerusform>A price in %1 has at most %Ln digit after the decimal point.</numerusform>
            <numerusform>A price in %1 has at most %Ln digits after the decimal point.</numerusform>
        </translation>
    </message>
</context>
</TS>
