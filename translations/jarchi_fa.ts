<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en_GB">
<context>
    <name>CommandLine</name>
    <message>
        <source>The server. Without it: localhost, port 2019.</source>
        <translation>سرور. اگر داده نشود: localhost، درگاه ۲۰۱۹.</translation>
    </message>
    <message>
        <source>The name to log in with.</source>
        <translation>نامی که با آن وارد می‌شوید.</translation>
    </message>
    <message>
        <source>Read the password from the first line of the standard input instead of asking for it.</source>
        <translation>گذرواژه را به‌جای پرسیدن، از نخستین سطر ورودی استاندارد بخوان.</translation>
    </message>
    <message>
        <source>Log out after so many seconds: 60 unless said otherwise. 0 stays, and connects again whenever the connection is lost or there is none yet; only a refused login or a server of another kind ends it.</source>
        <translation>پس از این تعداد ثانیه خارج شو: اگر چیزی گفته نشود ۶۰. با ۰ می‌ماند و هر بار که اتصال قطع شود یا هنوز برقرار نشده باشد دوباره وصل می‌شود؛ تنها ورودِ پذیرفته‌نشده یا سروری از نوع دیگر به آن پایان می‌دهد.</translation>
    </message>
    <message>
        <source>Allow a connection without TLS. It changes nothing yet: there is no TLS, so only this computer&apos;s own server is accepted.</source>
        <translation>اتصال بدون TLS را مجاز کن. هنوز چیزی را عوض نمی‌کند: TLS وجود ندارد، پس تنها سرورِ همین رایانه پذیرفته می‌شود.</translation>
    </message>
    <message>
        <source>Print notifications on the standard output. Needs no display.</source>
        <translation>اعلان‌ها را در خروجی استاندارد چاپ کن. به نمایشگر نیاز ندارد.</translation>
    </message>
    <message>
        <source>With --console: one JSON object on a line for each notification.</source>
        <translation>همراه --console: برای هر اعلان یک شیء JSON در یک سطر.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>این راهنما را نشان بده.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>شمارهٔ نسخه را نشان بده.</translation>
    </message>
    <message>
        <source>--session wants seconds, from 0 to %1, and not “%2”.</source>
        <translation>--session عددی به ثانیه از ۰ تا %1 می‌خواهد، نه «%2».</translation>
    </message>
    <message>
        <source>%1 is not this computer, and without TLS, which does not exist yet, a password would cross the network for everybody to read. Use localhost.</source>
        <translation>%1 این رایانه نیست و بدون TLS، که هنوز وجود ندارد، گذرواژه چنان از شبکه می‌گذرد که همه بتوانند بخوانند. از localhost استفاده کنید.</translation>
    </message>
    <message>
        <source>“%1” is not understood. See --help.</source>
        <translation>«%1» مفهوم نیست. ‎--help را ببینید.</translation>
    </message>
    <message>
        <source>--json goes with --console.</source>
        <translation>--json همراه --console می‌آید.</translation>
    </message>
    <message>
        <source>Say who you are, with --user NAME.</source>
        <translation>با --user NAME بگویید که هستید.</translation>
    </message>
    <message>
        <source>The name after --user %1.</source>
        <translation>نامِ پس از --user %1.</translation>
    </message>
    <message>
        <source>Shows notifications of new products, as soon as a Jarchi server pushes them.

Exit status: 0 the session is over, 1 something on this computer failed, 2 wrong usage,
3 the login was refused, 4 the server could not be reached.</source>
        <translation>اعلان کالاهای تازه را همین که سرور جارچی بفرستد نشان می‌دهد.

وضعیت پایان: ۰ نشست پایان یافت، ۱ چیزی در این رایانه درست کار نکرد، ۲ کاربرد نادرست،
۳ ورود پذیرفته نشد، ۴ سرور در دسترس نبود.</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Password of %1: </source>
        <translation>گذرواژهٔ %1: </translation>
    </message>
    <message>
        <source>The standard input is closed, so --password-stdin has nothing to read.</source>
        <translation>ورودی استاندارد بسته است، پس --password-stdin چیزی برای خواندن ندارد.</translation>
    </message>
    <message>
        <source>The standard output is closed, so there is nowhere to print to.</source>
        <translation>خروجی استاندارد بسته است، پس جایی برای چاپ نیست.</translation>
    </message>
    <message>
        <source>The tray icon does not exist yet. Use --console, which prints notifications.</source>
        <translation>نماد سینی سیستم هنوز وجود ندارد. از --console استفاده کنید که اعلان‌ها را چاپ می‌کند.</translation>
    </message>
</context>
<context>
    <name>ConsoleNotifier</name>
    <message>
        <source>Notifications cannot be printed: %1.</source>
        <translation>اعلان‌ها را نمی‌توان چاپ کرد: %1.</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>The folder %1 for the inbox cannot be made. Check who may write to it.</source>
        <translation>پوشهٔ %1 برای صندوق ورودی ساخته نمی‌شود. بررسی کنید چه کسی اجازهٔ نوشتن در آن را دارد.</translation>
    </message>
    <message>
        <source>The inbox was damaged. It was moved to %1, and a new one begun.</source>
        <translation>صندوق ورودی آسیب دیده بود. به %1 منتقل شد و صندوق تازه‌ای آغاز شد.</translation>
    </message>
    <message>
        <source>The damaged inbox %1 cannot be moved aside: %2. Move it yourself and start again.</source>
        <translation>صندوق ورودی آسیب‌دیدهٔ %1 را نمی‌توان کنار گذاشت: %2. خودتان آن را جابه‌جا کنید و دوباره آغاز کنید.</translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>because you follow %1</source>
        <translation>چون %1 را دنبال می‌کنید</translation>
    </message>
    <message>
        <source>because you follow %1 up to %2</source>
        <translation>چون %1 را تا %2 دنبال می‌کنید</translation>
    </message>
    <message>
        <source>because you follow “%1” in %2</source>
        <translation>چون «%1» را در %2 دنبال می‌کنید</translation>
    </message>
    <message>
        <source>because you follow “%1” in %2 up to %3</source>
        <translation>چون «%1» را در %2 تا %3 دنبال می‌کنید</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>No password was given.</source>
        <translation>گذرواژه‌ای داده نشد.</translation>
    </message>
    <message>
        <source>The password is longer than %1 bytes.</source>
        <translation>گذرواژه از %1 بایت بلندتر است.</translation>
    </message>
    <message>
        <source>The password is not text in UTF-8.</source>
        <translation>گذرواژه متنی در UTF-8 نیست.</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password. Use --password-stdin, and give it on the first line of the standard input.</source>
        <translation>پایانه‌ای برای پرسیدن گذرواژه نیست. از --password-stdin استفاده کنید و آن را در نخستین سطر ورودی استاندارد بدهید.</translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>“%1” is no server address. Write HOST, HOST:PORT or [IPv6]:PORT.</source>
        <translation>«%1» نشانی سرور نیست. بنویسید HOST یا HOST:PORT یا [IPv6]:PORT.</translation>
    </message>
    <message>
        <source>“%1” is no port. A port is a number from 1 to 65535.</source>
        <translation>«%1» درگاه نیست. درگاه عددی از ۱ تا ۶۵۵۳۵ است.</translation>
    </message>
</context>
<context>
    <name>jarchi::console::ConsoleClient</name>
    <message>
        <source>connected as %1, %2 waiting</source>
        <translation>متصل با نام %1، %2 در انتظار</translation>
    </message>
    <message>
        <source>caught up</source>
        <translation>همه رسید</translation>
    </message>
    <message>
        <source>The inbox cannot keep what came, so it is not shown, and will come again: %1</source>
        <translation>صندوق ورودی نمی‌تواند آنچه را رسید نگه دارد، پس نشان داده نمی‌شود و دوباره می‌آید: %1</translation>
    </message>
    <message>
        <source>reconnecting in %1 s</source>
        <translation>اتصال دوباره تا %1 ثانیهٔ دیگر</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::Format</name>
    <message>
        <source>never</source>
        <translation>هرگز</translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>امروز %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>دیروز %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a date, %2 a time of day</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln روز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln ساعت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln دقیقه</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>duration</comment>
        <extracomment>two parts of a duration, as in &quot;3 hours, 5 minutes&quot;</extracomment>
        <translation>%1 و %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln ثانیه</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::gui::LogModel</name>
    <message>
        <source>Debug</source>
        <translation>اشکال‌زدایی</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>آگاهی</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>هشدار</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطا</translation>
    </message>
    <message>
        <source>Fatal</source>
        <translation>مرگبار</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>زمان</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>سطح</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>بخش</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>پیام</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::PriceEdit</name>
    <message>
        <source>Choose the currency of the price.</source>
        <translation>واحد پول قیمت را برگزینید.</translation>
    </message>
    <message>
        <source>“%1” is no currency: write three letters, like EUR.</source>
        <translation>«%1» واحد پول نیست: سه حرف بنویسید، مانند EUR.</translation>
    </message>
    <message>
        <source>This is no price: write it like %1.</source>
        <translation>این قیمت نیست: مانند %1 بنویسید.</translation>
    </message>
    <message numerus="yes">
        <source>A price in %1 has at most %Ln digit(s) after the decimal point.</source>
        <translation>
            <numerusform>قیمت به %1 حداکثر %Ln رقم پس از ممیز دارد.</numerusform>
        </translation>
    </message>
    <message>
        <source>This price is too high.</source>
        <translation>این قیمت بیش از حد بالاست.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>قیمت</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>بدون قیمت</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>واحد پول</translation>
    </message>
    <message>
        <source>A price in %1 has no decimal point.</source>
        <translation>قیمت به %1 ممیز ندارد.</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::RatePlot</name>
    <message>
        <source>now</source>
        <translation>اکنون</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln دقیقه پیش</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing delivered in the last half hour</source>
        <translation>در نیم ساعت گذشته چیزی تحویل نشد</translation>
    </message>
    <message>
        <source>Deliveries a minute</source>
        <translation>تحویل در دقیقه</translation>
    </message>
    <message>
        <source>In the last 30 minutes at most %1 a minute; %2 in this minute</source>
        <translation>در ۳۰ دقیقهٔ گذشته حداکثر %1 در دقیقه؛ %2 در همین دقیقه</translation>
    </message>
</context>
<context>
    <name>jarchi::session::ServerLink</name>
    <message>
        <source>%1 sent a line that is too long: it is no Jarchi server.</source>
        <translation>%1 سطری بیش از حد بلند فرستاد: سرور جارچی نیست.</translation>
    </message>
    <message>
        <source>%1 stopped in the middle of a message.</source>
        <translation>%1 در میانهٔ پیام بازایستاد.</translation>
    </message>
    <message>
        <source>%1 is not this computer but %2. Without TLS nothing is sent over a network.</source>
        <translation>%1 این رایانه نیست و %2 است. بدون TLS چیزی از شبکه فرستاده نمی‌شود.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>اتصال به %1 قطع شد.</translation>
    </message>
    <message>
        <source>%1 refused the connection. Is the server running, and is this its port?</source>
        <translation>%1 اتصال را نپذیرفت. آیا سرور در حال اجراست و درگاهش همین است؟</translation>
    </message>
    <message>
        <source>There is no computer called “%1”.</source>
        <translation>رایانه‌ای به نام «%1» نیست.</translation>
    </message>
    <message>
        <source>No connection to %1: %2.</source>
        <translation>اتصالی به %1 برقرار نشد: %2.</translation>
    </message>
    <message>
        <source>%1 does not read what it is sent.</source>
        <translation>%1 آنچه را برایش فرستاده می‌شود نمی‌خواند.</translation>
    </message>
    <message>
        <source>%1 is no Jarchi server, or one of another kind.</source>
        <translation>%1 سرور جارچی نیست، یا از نوع دیگری است.</translation>
    </message>
    <message>
        <source>%1 keeps sending what is not readable.</source>
        <translation>%1 پیوسته چیزهای ناخوانا می‌فرستد.</translation>
    </message>
    <message>
        <source>%1 does not follow the protocol.</source>
        <translation>%1 از پروتکل پیروی نمی‌کند.</translation>
    </message>
    <message>
        <source>%1 speaks protocol %2, and this program speaks %3. Update the older of the two.</source>
        <translation>%1 به پروتکل %2 سخن می‌گوید و این برنامه به %3. قدیمی‌ترِ این دو را به‌روز کنید.</translation>
    </message>
    <message>
        <source>%1 does not answer any more.</source>
        <translation>%1 دیگر پاسخ نمی‌دهد.</translation>
    </message>
</context>
<context>
    <name>jarchi::session::Visit</name>
    <message>
        <source>The user name or the password is wrong.</source>
        <translation>نام کاربری یا گذرواژه نادرست است.</translation>
    </message>
    <message>
        <source>Too many failed logins. Try again in %1 s.</source>
        <translation>ورودهای ناموفق بیش از حد بود. %1 ثانیهٔ دیگر دوباره تلاش کنید.</translation>
    </message>
    <message>
        <source>Too many failed logins. Try again later.</source>
        <translation>ورودهای ناموفق بیش از حد بود. بعداً دوباره تلاش کنید.</translation>
    </message>
    <message>
        <source>The server has no room for another login now. Try again later.</source>
        <translation>سرور اکنون جایی برای ورودی دیگر ندارد. بعداً دوباره تلاش کنید.</translation>
    </message>
    <message>
        <source>The server did not accept the login: %1</source>
        <translation>سرور ورود را نپذیرفت: %1</translation>
    </message>
    <message>
        <source>The server is shutting down.</source>
        <translation>سرور در حال خاموش شدن است.</translation>
    </message>
    <message>
        <source>The server has too many connections.</source>
        <translation>سرور بیش از اندازه اتصال دارد.</translation>
    </message>
    <message>
        <source>Another session of the same user took the place of this one.</source>
        <translation>نشست دیگری از همین کاربر جای این یکی را گرفت.</translation>
    </message>
    <message>
        <source>The server ended the connection (%1).</source>
        <translation>سرور به اتصال پایان داد (%1).</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 پاسخ نمی‌دهد.</translation>
    </message>
</context>
</TS>
