<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en_GB">
<context>
    <name>Account</name>
    <message>
        <source>The highest price is below zero.</source>
        <translation>بالاترین قیمت کمتر از صفر است.</translation>
    </message>
    <message>
        <source>user name</source>
        <translation>نام کاربری</translation>
    </message>
    <message>
        <source>display name</source>
        <translation>نام نمایشی</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>واژه</translation>
    </message>
    <message>
        <source>The keyword has no letter or digit in it.</source>
        <translation>واژه هیچ حرف یا رقمی ندارد.</translation>
    </message>
    <message>
        <source>There is too little memory to hash a password (19 MiB are needed).</source>
        <translation>حافظه برای رمزکردن گذرواژه کم است (۱۹ مبی‌بایت لازم است).</translation>
    </message>
    <message>
        <source>The password is empty.</source>
        <translation>گذرواژه خالی است.</translation>
    </message>
    <message>
        <source>The password has a NUL character in it.</source>
        <translation>گذرواژه نویسهٔ تهی (NUL) دارد.</translation>
    </message>
    <message>
        <source>The password is longer than %L1 bytes.</source>
        <translation>گذرواژه بلندتر از %L1 بایت است.</translation>
    </message>
</context>
<context>
    <name>AccountKeeper</name>
    <message>
        <source>The key of %1 for this computer was not found: the keychain stayed locked, or the key was removed. Unlock the keychain and ask it again, or type your password.</source>
        <translation>کلید %1 برای این رایانه پیدا نشد: دسته‌کلید سیستم قفل ماند، یا کلید از آن حذف شده است. قفل دسته‌کلید را باز کنید و دوباره از آن بپرسید، یا گذرواژه‌تان را بنویسید.</translation>
    </message>
    <message>
        <source>%1 Without it the key for this computer cannot be read. Unlock or start the keychain and ask it again, or type your password.</source>
        <translation>%1 بی آن، کلید این رایانه خوانده نمی‌شود. دسته‌کلید را باز یا راه‌اندازی کنید و دوباره از آن بپرسید، یا گذرواژه‌تان را بنویسید.</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be removed: %2.</source>
        <translation>%1 را نمی‌توان حذف کرد: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be written, so the desktop&apos;s start stays as it was: %2.</source>
        <translation>%1 را نمی‌توان نوشت، پس آغاز میزکار همان‌گونه که بود می‌ماند: %2.</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>پوشه‌اش را نمی‌توان ساخت</translation>
    </message>
</context>
<context>
    <name>Balloon</name>
    <message>
        <source>Open %1</source>
        <translation>باز کردن %1</translation>
    </message>
    <message>
        <source>Not interested in %1</source>
        <translation>به %1 علاقه ندارم</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new notification(s)</source>
        <translation>
            <numerusform>%Ln اعلان تازه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more</source>
        <translation>
            <numerusform>و %Ln مورد دیگر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new while it was quiet</source>
        <translation>
            <numerusform>%Ln اعلان تازه در زمان سکوت</numerusform>
        </translation>
    </message>
    <message>
        <source>You find everything in the inbox.</source>
        <translation>همه را در صندوق ورودی می‌یابید.</translation>
    </message>
    <message>
        <source>Open inbox</source>
        <translation>باز کردن صندوق ورودی</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>نمایش</translation>
    </message>
    <message>
        <source>You no longer follow %1</source>
        <translation>دیگر %1 را دنبال نمی‌کنید</translation>
    </message>
    <message>
        <source>You no longer follow “%1” in %2</source>
        <translation>دیگر «%1» را در %2 دنبال نمی‌کنید</translation>
    </message>
    <message>
        <source>What you follow stands under Interests.</source>
        <translation>آنچه دنبال می‌کنید در «علاقه‌ها» است.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واگرد</translation>
    </message>
    <message>
        <source>Not interested in “%1”</source>
        <translation>به «%1» علاقه ندارم</translation>
    </message>
    <message>
        <source>You no longer follow %1 up to %2</source>
        <translation>دیگر %1 را تا %2 دنبال نمی‌کنید</translation>
    </message>
    <message>
        <source>You have another interest in %1. It stands under Interests.</source>
        <translation>علاقهٔ دیگری هم به %1 دارید. آن را در «علاقه‌ها» می‌بینید.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
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
        <source>name after --user</source>
        <translation>نامِ پس از ‎--user</translation>
    </message>
    <message>
        <source>The server. Without it: the one signed in to last or, with --console, localhost, port 2019.</source>
        <translation>سرور. اگر داده نشود: همان که آخرین بار به آن وارد شده‌اید یا، با --console، localhost و درگاه ۲۰۱۹.</translation>
    </message>
    <message>
        <source>Shows notifications of new products, as soon as a Jarchi server pushes them: as balloons, from an icon in the tray, or with --console as lines in a terminal.

Exit status: 0 the session is over, 1 something on this computer failed, 2 wrong usage;
with --console also 3 the login was refused, 4 the server could not be reached.</source>
        <translation>اعلان‌های کالاهای تازه را همان دم که سرور جارچی می‌فرستد نشان می‌دهد: به‌صورت بالن، از نمادی در سینی سیستم، یا با --console به‌صورت سطرهایی در پایانه.

وضعیت خروج: ۰ نشست تمام شد، ۱ چیزی در این رایانه شکست خورد، ۲ کاربرد نادرست؛
با --console همچنین ۳ ورود پذیرفته نشد، ۴ به سرور دسترسی نبود.</translation>
    </message>
</context>
<context>
    <name>Config</name>
    <message>
        <source>Cannot listen on %1: passwords would cross the network in plain text, since this version has no TLS yet. Listen on 127.0.0.1 or ::1.</source>
        <translation>شنود روی %1 ممکن نیست: این نسخه هنوز TLS ندارد و گذرواژه‌ها آشکار از شبکه می‌گذرند. روی 127.0.0.1 یا ::1 شنود کنید.</translation>
    </message>
    <message>
        <source>This version has no TLS yet, so tls-certificate and tls-key cannot be used: leave them out.</source>
        <translation>این نسخه هنوز TLS ندارد، پس tls-certificate و tls-key به کار نمی‌آیند: آن‌ها را بردارید.</translation>
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
        <source>This program was built without a tray icon. Use --console, which prints notifications.</source>
        <translation>این برنامه بدون نماد سینی ساخته شده است. --console را به کار ببرید که اعلان‌ها را چاپ می‌کند.</translation>
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
    <name>Database</name>
    <message>
        <source>The folder %1 for the database cannot be made: check its permissions, or name another.</source>
        <translation>پوشهٔ %1 برای پایگاه داده ساخته نمی‌شود: مجوزهایش را بررسی کنید یا پوشهٔ دیگری نام ببرید.</translation>
    </message>
    <message>
        <source>The database %1 cannot be made: %2. Check the folder&apos;s permissions, or name another.</source>
        <translation>پایگاه دادهٔ %1 ساخته نمی‌شود: %2. مجوزهای پوشه را بررسی کنید یا پوشهٔ دیگری نام ببرید.</translation>
    </message>
    <message>
        <source>The database has no path: name a file.</source>
        <translation>پایگاه داده مسیری ندارد: فایلی نام ببرید.</translation>
    </message>
    <message>
        <source>The database %1 is a folder: name a file in it.</source>
        <translation>پایگاه دادهٔ %1 یک پوشه است: فایلی در آن نام ببرید.</translation>
    </message>
    <message>
        <source>The file %1 is not a database: name another.</source>
        <translation>فایل %1 پایگاه داده نیست: فایل دیگری نام ببرید.</translation>
    </message>
    <message>
        <source>There is no database %1: check the path.</source>
        <translation>پایگاه دادهٔ %1 وجود ندارد: مسیر را بررسی کنید.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing: install it (on Debian, libqt6sql6-sqlite).</source>
        <translation>راه‌انداز SQLite کیوت نصب نیست: نصبش کنید (در دبیان libqt6sql6-sqlite).</translation>
    </message>
    <message>
        <source>The database %1 is corrupted (%2): restore it from a backup, or name another.</source>
        <translation>پایگاه دادهٔ %1 خراب است (%2): از پشتیبان بازگردانید یا پایگاه دیگری نام ببرید.</translation>
    </message>
    <message>
        <source>The database %1 cannot have a write-ahead log (%2): put it on a local disk.</source>
        <translation>پایگاه دادهٔ %1 نمی‌تواند گزارش پیش‌نویس (WAL) داشته باشد (%2): آن را روی دیسک محلی بگذارید.</translation>
    </message>
    <message>
        <source>The program&apos;s migration %1 cannot be used.</source>
        <translation>کوچ %1 برنامه به کار نمی‌آید.</translation>
    </message>
    <message>
        <source>The program lacks its migrations in %1.</source>
        <translation>برنامه کوچ‌های خود را در %1 ندارد.</translation>
    </message>
    <message>
        <source>The database %1 is another program&apos;s, not Jarchi&apos;s: name another.</source>
        <translation>پایگاه دادهٔ %1 از آنِ برنامهٔ دیگری است و نه جارچی: پایگاه دیگری نام ببرید.</translation>
    </message>
    <message>
        <source>The database %1 is not one of this program and version (its migration %2, %3, differs): name another.</source>
        <translation>پایگاه دادهٔ %1 از آنِ این برنامه و این نسخه نیست (کوچ %2، %3 فرق دارد): پایگاه دیگری نام ببرید.</translation>
    </message>
    <message>
        <source>The database %1 is locked by another program: try again, or close the program that holds it.</source>
        <translation>برنامهٔ دیگری پایگاه دادهٔ %1 را قفل کرده است: دوباره بکوشید یا آن برنامه را ببندید.</translation>
    </message>
    <message>
        <source>The database %1 is read-only: make the file and its folder writable for this user.</source>
        <translation>پایگاه دادهٔ %1 فقط‌خواندنی است: فایل و پوشه‌اش را برای این کاربر نوشتنی کنید.</translation>
    </message>
    <message>
        <source>The database %1 cannot be read or written: check the disk (%2).</source>
        <translation>پایگاه دادهٔ %1 خوانده یا نوشته نمی‌شود: دیسک را بررسی کنید (%2).</translation>
    </message>
    <message>
        <source>The database %1 is corrupted: restore it from a backup, or name another.</source>
        <translation>پایگاه دادهٔ %1 خراب است: از پشتیبان بازگردانید یا پایگاه دیگری نام ببرید.</translation>
    </message>
    <message>
        <source>The disk with the database %1 is full: make room on it.</source>
        <translation>دیسک پایگاه دادهٔ %1 پر است: روی آن جا باز کنید.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened: check the permissions of the file and of its folder %2, which must be writable.</source>
        <translation>پایگاه دادهٔ %1 باز نمی‌شود: مجوزهای فایل و پوشهٔ %2 را بررسی کنید که باید نوشتنی باشد.</translation>
    </message>
    <message>
        <source>A value is too large for the database %1.</source>
        <translation>مقداری برای پایگاه دادهٔ %1 بیش از اندازه بزرگ است.</translation>
    </message>
    <message>
        <source>A row contradicts what is in the database %1 (%2).</source>
        <translation>سطری با آنچه در پایگاه دادهٔ %1 است ناسازگار است (%2).</translation>
    </message>
    <message>
        <source>The database %1 failed: %2.</source>
        <translation>پایگاه دادهٔ %1 خطا داد: %2.</translation>
    </message>
    <message>
        <source>The program lacks its statement %1.</source>
        <translation>برنامه دستور %1 خود را ندارد.</translation>
    </message>
    <message>
        <source>%1 is not one statement.</source>
        <translation>%1 یک دستور تنها نیست.</translation>
    </message>
    <message>
        <source>The transaction on the database %1 was undone by a fault before this: try again.</source>
        <translation>خطایی پیش از این، تراکنش پایگاه دادهٔ %1 را برگرداند: دوباره بکوشید.</translation>
    </message>
    <message>
        <source>Another server runs on the database %1: stop it, or choose another database with --database.</source>
        <translation>سرور دیگری روی پایگاه دادهٔ %1 کار می‌کند: آن را متوقف کنید یا با --database پایگاه دیگری برگزینید.</translation>
    </message>
    <message>
        <source>The database %1 is being opened: wait for that.</source>
        <translation>پایگاه دادهٔ %1 در حال باز شدن است: کمی صبر کنید.</translation>
    </message>
    <message>
        <source>The server runs already: stop it first.</source>
        <translation>سرور هم‌اکنون در حال کار است: نخست متوقفش کنید.</translation>
    </message>
    <message>
        <source>The database %1 was made by a newer Jarchi (it has migration %2, %3): install that version, or name another database.</source>
        <translation>پایگاه دادهٔ %1 را جارچی تازه‌تری ساخته است (کوچ %2، %3 را دارد): همان نسخه را نصب کنید یا پایگاه دیگری نام ببرید.</translation>
    </message>
    <message>
        <source>The database %1 lacks its view “wanted”: restore it from a backup.</source>
        <translation>پایگاه دادهٔ %1 نمای «wanted» خود را ندارد: از پشتیبان بازگردانید.</translation>
    </message>
</context>
<context>
    <name>EntryDocument</name>
    <message>
        <source>Valid until %1</source>
        <translation>معتبر تا %1</translation>
    </message>
    <message>
        <source>Why did I get this?</source>
        <translation>چرا این به من رسید؟</translation>
    </message>
</context>
<context>
    <name>EntryText</name>
    <message>
        <source>Announcement</source>
        <translation>اطلاعیه</translation>
    </message>
    <message>
        <source>You get this because it is for everyone.</source>
        <translation>این به شما می‌رسد، چون برای همه است.</translation>
    </message>
    <message>
        <source>You got this because you followed %1.</source>
        <translation>این به شما رسید، چون %1 را دنبال می‌کردید.</translation>
    </message>
    <message>
        <source>You get this %1.</source>
        <extracomment>%1 is &quot;because you follow Phones&quot;</extracomment>
        <translation>این به شما می‌رسد، %1.</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>خوانده‌نشده</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>نگه‌داشته</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>CSV tables (*.csv);;All files (*)</source>
        <translation>جدول‌های CSV (*.csv);;همهٔ فایل‌ها (*)</translation>
    </message>
</context>
<context>
    <name>FileTokenStore</name>
    <message>
        <source>The file %1 keeps no token of %2.</source>
        <translation>فایل %1 کلیدی از %2 نگه نداشته است.</translation>
    </message>
    <message>
        <source>The file %1 cannot be removed. Remove it yourself.</source>
        <translation>فایل %1 حذف نمی‌شود. خودتان آن را حذف کنید.</translation>
    </message>
    <message>
        <source>Others can read the file %1, so its token is not used any more. Sign in again.</source>
        <translation>دیگران می‌توانند فایل %1 را بخوانند، پس کلیدش دیگر به کار نمی‌رود. دوباره وارد شوید.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>فایل %1 خوانده نمی‌شود: %2.</translation>
    </message>
    <message>
        <source>The file %1 is damaged. Sign in again.</source>
        <translation>فایل %1 آسیب دیده است. دوباره وارد شوید.</translation>
    </message>
    <message>
        <source>The folder %1 for the token cannot be made. Check who may write to it.</source>
        <translation>پوشهٔ %1 برای کلید ساخته نمی‌شود. بررسی کنید چه کسی اجازهٔ نوشتن در آن را دارد.</translation>
    </message>
    <message>
        <source>The token cannot be kept in %1, and you sign in again next time: %2.</source>
        <translation>کلید را نمی‌توان در %1 نگه داشت و بار دیگر باید دوباره وارد شوید: %2.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>The file is empty. Its first line names the columns: %1.</source>
        <translation>فایل خالی است. سطر نخست نام ستون‌هاست: %1.</translation>
    </message>
    <message>
        <source>Line 1: there is no column &quot;%1&quot;. The columns are %2, in any order.</source>
        <translation>سطر ۱: ستون «%1» وجود ندارد. ستون‌ها %2 هستند، به هر ترتیبی.</translation>
    </message>
    <message>
        <source>Line 1: the column &quot;%1&quot; is there twice.</source>
        <translation>سطر ۱: ستون «%1» دو بار آمده است.</translation>
    </message>
    <message>
        <source>Line 1: the column &quot;%1&quot; is missing. The first line names the columns.</source>
        <translation>سطر ۱: ستون «%1» نیست. سطر نخست نام ستون‌هاست.</translation>
    </message>
    <message>
        <source>The row is not UTF-8.</source>
        <translation>سطر UTF-8 نیست.</translation>
    </message>
    <message>
        <source>Another file is being imported: wait for its end.</source>
        <translation>فایل دیگری در حال وارد شدن است: تا پایانش صبر کنید.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 خوانده نمی‌شود: %2.</translation>
    </message>
    <message>
        <source>Cannot read on in %1: %2.</source>
        <translation>خواندن %1 ادامه نمی‌یابد: %2.</translation>
    </message>
    <message>
        <source>Line %L1: this row does not end. Is a closing quote missing?</source>
        <translation>سطر %L1: این سطر پایان ندارد. گیومهٔ پایانی جا افتاده است؟</translation>
    </message>
    <message>
        <source>The row has %L1 fields, the header has %L2.</source>
        <translation>سطر %L1 خانه دارد و سرستون %L2 خانه.</translation>
    </message>
    <message>
        <source>Line %L1: this is not CSV. A field with a quote in it is written &quot;like &quot;&quot;this&quot;&quot;&quot;.</source>
        <translation>سطر %L1: این CSV نیست. خانه‌ای که گیومه دارد چنین نوشته می‌شود: &quot;like &quot;&quot;this&quot;&quot;&quot;.</translation>
    </message>
    <message>
        <source>This is not a text in UTF-8. Save the table as CSV, in UTF-8.</source>
        <translation>این متنی به UTF-8 نیست. جدول را به صورت CSV و به UTF-8 ذخیره کنید.</translation>
    </message>
    <message>
        <source>Line 1: the columns are not separated by commas. Save the table with commas between the columns.</source>
        <translation>سطر ۱: ستون‌ها با ویرگول لاتین (,) از هم جدا نشده‌اند. جدول را با این نشانه میان ستون‌ها ذخیره کنید.</translation>
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
    <message>
        <source>The inbox cannot be copied to %1: %2.</source>
        <translation>صندوق ورودی را نمی‌توان در %1 رونوشت کرد: %2.</translation>
    </message>
</context>
<context>
    <name>KeepServing</name>
    <message>
        <source>Close the window</source>
        <translation>بستن پنجره</translation>
    </message>
    <message>
        <source>Keep serving without the window?</source>
        <translation>بدون پنجره به کار ادامه دهد؟</translation>
    </message>
    <message>
        <source>Jarchi stays in the tray and goes on telling people. This is asked once; the Server menu changes it.</source>
        <translation>جارچی در سینی سیستم می‌ماند و همچنان خبر می‌رساند. این تنها یک بار پرسیده می‌شود؛ از منوی «سرور» می‌توان آن را عوض کرد.</translation>
    </message>
    <message>
        <source>&amp;Keep serving</source>
        <translation>&amp;ادامهٔ کار</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;خروج</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
</context>
<context>
    <name>KeychainTokenStore</name>
    <message>
        <source>The keychain keeps no token for %1.</source>
        <translation>دسته‌کلید سیستم کلیدی برای %1 نگه نداشته است.</translation>
    </message>
    <message>
        <source>The keychain is locked, or gave no access.</source>
        <translation>دسته‌کلید سیستم قفل است یا دسترسی نداد.</translation>
    </message>
    <message>
        <source>This desktop has no keychain.</source>
        <translation>این میزکار دسته‌کلید ندارد.</translation>
    </message>
    <message>
        <source>The keychain did not remove the token of %1.</source>
        <translation>دسته‌کلید سیستم کلید %1 را حذف نکرد.</translation>
    </message>
    <message>
        <source>No keychain answers.</source>
        <translation>هیچ دسته‌کلیدی پاسخ نمی‌دهد.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>دسته‌کلید سیستم پاسخ نمی‌دهد.</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>There is no address to listen on. Give one with --listen.</source>
        <translation>نشانی‌ای برای شنود نیست. با --listen یکی بدهید.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: the port is in use. Stop the other program, or choose another port with --port (0 takes a free one).</source>
        <translation>شنود روی %1 ممکن نیست: درگاه در دست برنامهٔ دیگری است. آن برنامه را متوقف کنید یا با ⁦--port⁩ درگاه دیگری برگزینید (0 درگاه آزادی می‌گیرد).</translation>
    </message>
    <message>
        <source>Cannot listen on %1: not permitted. Choose a port above 1023 with --port.</source>
        <translation>شنود روی %1 مجاز نیست. با ⁦--port⁩ درگاهی بالاتر از 1023 برگزینید.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: this computer has no such address. Choose another with --listen.</source>
        <translation>شنود روی %1 ممکن نیست: این رایانه چنین نشانی‌ای ندارد. با --listen نشانی دیگری برگزینید.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>شنود روی %1 ممکن نیست: %2.</translation>
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
    <name>Price</name>
    <message>
        <source>“%1” is no price in %2: write it like %3.</source>
        <translation>«%1» قیمتی به %2 نیست: چنین بنویسید: %3.</translation>
    </message>
    <message>
        <source>“%1” is no currency: write three capital letters, like EUR.</source>
        <translation>«%1» واحد پول نیست: سه حرف بزرگ بنویسید، مانند EUR.</translation>
    </message>
    <message>
        <source>The price %1 is too high.</source>
        <translation>قیمت %1 بیش از اندازه زیاد است.</translation>
    </message>
    <message>
        <source>There is a currency (%1) but no price: give both or neither.</source>
        <translation>واحد پول (%1) هست ولی قیمت نیست: یا هر دو را بدهید یا هیچ‌کدام را.</translation>
    </message>
    <message>
        <source>There is a price (%1) but no currency: give both or neither.</source>
        <translation>قیمت (%1) هست ولی واحد پول نیست: یا هر دو را بدهید یا هیچ‌کدام را.</translation>
    </message>
    <message>
        <source>The price %1 is too high: at most %L2 digits.</source>
        <translation>قیمت %1 بیش از اندازه زیاد است: حداکثر %L2 رقم.</translation>
    </message>
</context>
<context>
    <name>Product</name>
    <message>
        <source>The price is below zero.</source>
        <translation>قیمت کمتر از صفر است.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>description</source>
        <translation>شرح</translation>
    </message>
    <message>
        <source>title</source>
        <translation>عنوان</translation>
    </message>
    <message>
        <source>body</source>
        <translation>متن</translation>
    </message>
    <message>
        <source>The category has no letter or digit in it.</source>
        <translation>دسته هیچ حرف یا رقمی ندارد.</translation>
    </message>
    <message>
        <source>category</source>
        <translation>دسته</translation>
    </message>
</context>
<context>
    <name>RefusalReport</name>
    <message>
        <source>The report is not complete: %1.</source>
        <translation>گزارش کامل نیست: %1.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 نوشته نمی‌شود: %2.</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>The server answered something else than it was asked. Its operator should know.</source>
        <translation>سرور به چیزی جز آنچه پرسیده شد پاسخ داد. گردانندهٔ سرور را آگاه کنید.</translation>
    </message>
    <message>
        <source>The connection ended before the server answered. Try again.</source>
        <translation>اتصال پیش از پاسخ سرور پایان یافت. دوباره تلاش کنید.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Try again.</source>
        <translation>سرور به‌موقع پاسخ نداد. دوباره تلاش کنید.</translation>
    </message>
    <message>
        <source>The server is older than this program and does not know how to do that. Ask its operator to update it.</source>
        <translation>سرور از این برنامه قدیمی‌تر است و این کار را نمی‌شناسد. از گردانندهٔ سرور بخواهید آن را به‌روز کند.</translation>
    </message>
    <message>
        <source>One of the categories does not exist any more. Look at the list again, and choose anew.</source>
        <translation>یکی از دسته‌ها دیگر وجود ندارد. فهرست را دوباره ببینید و از نو برگزینید.</translation>
    </message>
    <message>
        <source>The server does not know this notification.</source>
        <translation>سرور این اعلان را نمی‌شناسد.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a moment.</source>
        <translation>سرور مشغول است. کمی بعد دوباره تلاش کنید.</translation>
    </message>
    <message>
        <source>The server cannot use its database now. Try again later.</source>
        <translation>سرور اکنون نمی‌تواند از پایگاه داده‌اش استفاده کند. بعداً دوباره تلاش کنید.</translation>
    </message>
    <message>
        <source>The server does not accept this sign-in any more. Sign in again.</source>
        <translation>سرور این ورود را دیگر نمی‌پذیرد. دوباره وارد شوید.</translation>
    </message>
    <message>
        <source>That is more than the server takes at once. Make it shorter.</source>
        <translation>این بیش از آن است که سرور یک‌جا می‌پذیرد. کوتاه‌ترش کنید.</translation>
    </message>
    <message>
        <source>The server did not accept it: %1</source>
        <translation>سرور آن را نپذیرفت: %1</translation>
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
    <name>SettingsFile</name>
    <message>
        <source>Settings cannot be kept in the file %1, so what you change is forgotten when Jarchi ends. Check that there is room on the disk, and that you may write to the file and its folder.</source>
        <translation>تنظیمات در فایل %1 نگه‌داشتنی نیست، پس هرچه تغییر دهید با پایان جارچی فراموش می‌شود. بررسی کنید که روی دیسک جا باشد و اجازهٔ نوشتن در فایل و پوشه‌اش را داشته باشید.</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>The server is missing. Write HOST or HOST:PORT.</source>
        <translation>سرور نوشته نشده است. بنویسید HOST یا HOST:PORT.</translation>
    </message>
    <message>
        <source>%1 is not this computer. Without TLS a password is not sent over a network: use a server on this computer, such as localhost.</source>
        <translation>%1 این رایانه نیست. بدون TLS گذرواژه از شبکه فرستاده نمی‌شود: سروری روی همین رایانه به کار ببرید، مانند localhost.</translation>
    </message>
    <message>
        <source>The user name is missing.</source>
        <translation>نام کاربری نوشته نشده است.</translation>
    </message>
    <message numerus="yes">
        <source>No user has such a name: it is one line of at most %Ln characters.</source>
        <translation>
            <numerusform>چنین نام کاربری‌ای نیست: نام یک سطر است با حداکثر %Ln نویسه.</numerusform>
        </translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>گذرواژه نوشته نشده است.</translation>
    </message>
    <message>
        <source>No password is that long.</source>
        <translation>هیچ گذرواژه‌ای به این بلندی نیست.</translation>
    </message>
</context>
<context>
    <name>SignOutQuestion</name>
    <message>
        <source>Sign out</source>
        <translation>خروج از حساب</translation>
    </message>
    <message>
        <source>Sign out %1?</source>
        <translation>%1 از حساب خارج شود؟</translation>
    </message>
    <message>
        <source>The key for this computer is forgotten, so the password is needed to sign in again. What you received stays on this computer.</source>
        <translation>کلید این رایانه فراموش می‌شود، پس برای ورود دوباره گذرواژه لازم است. آنچه دریافت کرده‌اید در این رایانه می‌ماند.</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;خروج از حساب</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>لغو</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>There is a user “%1” already: choose another name.</source>
        <translation>کاربر «%1» هم‌اکنون هست: نام دیگری برگزینید.</translation>
    </message>
    <message>
        <source>There is no such user any more.</source>
        <translation>این کاربر دیگر وجود ندارد.</translation>
    </message>
    <message>
        <source>There is no user “%1”.</source>
        <translation>کاربری به نام «%1» نیست.</translation>
    </message>
    <message>
        <source>There is no category “%1”: choose one that exists, or add it first.</source>
        <translation>دستهٔ «%1» وجود ندارد: دسته‌ای موجود برگزینید یا نخست آن را بیفزایید.</translation>
    </message>
    <message>
        <source>The user has no interest %1.</source>
        <translation>کاربر علاقهٔ %1 را ندارد.</translation>
    </message>
    <message>
        <source>There is no such product any more.</source>
        <translation>این کالا دیگر وجود ندارد.</translation>
    </message>
    <message>
        <source>The product “%1” is there already.</source>
        <translation>کالای «%1» هم‌اکنون هست.</translation>
    </message>
    <message>
        <source>An account has at most %L1 interests: remove one first.</source>
        <translation>هر حساب حداکثر %L1 علاقه دارد: نخست یکی را بردارید.</translation>
    </message>
    <message>
        <source>The database is not open: start the server anew.</source>
        <translation>پایگاه داده باز نیست: سرور را از نو آغاز کنید.</translation>
    </message>
</context>
<context>
    <name>TextRules</name>
    <message>
        <source>The address is not a valid URL.</source>
        <translation>نشانی URL درستی نیست.</translation>
    </message>
    <message>
        <source>The address must start with https:// or http://.</source>
        <translation>نشانی باید با https:// یا http:// آغاز شود.</translation>
    </message>
    <message>
        <source>The address must start with https://.</source>
        <translation>نشانی باید با https:// آغاز شود.</translation>
    </message>
    <message>
        <source>The address names no host.</source>
        <translation>نشانی میزبانی ندارد.</translation>
    </message>
    <message>
        <source>The address must not have a user name or password in it.</source>
        <translation>در نشانی نباید نام کاربری یا گذرواژه باشد.</translation>
    </message>
    <message>
        <source>The %1 has a NUL character in it.</source>
        <translation>%1 نویسهٔ تهی (NUL) دارد.</translation>
    </message>
    <message>
        <source>The %1 has half of a surrogate pair in it.</source>
        <translation>%1 نیمهٔ یک جفت جانشین یونیکد دارد.</translation>
    </message>
    <message>
        <source>The %1 has a control character in it.</source>
        <translation>%1 نویسهٔ کنترلی دارد.</translation>
    </message>
    <message>
        <source>The %1 has a character in it that reorders the text around it.</source>
        <translation>%1 نویسه‌ای دارد که ترتیب متن پیرامونش را به هم می‌زند.</translation>
    </message>
    <message>
        <source>The %1 is not valid UTF-8.</source>
        <translation>%1 UTF-8 درستی نیست.</translation>
    </message>
    <message>
        <source>The %1 is too long: at most %L2 characters.</source>
        <translation>%1 بیش از اندازه بلند است: حداکثر %L2 نویسه.</translation>
    </message>
    <message>
        <source>The %1 is too long: at most %L2 bytes.</source>
        <translation>%1 بیش از اندازه بلند است: حداکثر %L2 بایت.</translation>
    </message>
    <message>
        <source>The %1 is empty.</source>
        <translation>%1 خالی است.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>نشانی</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>There is no display to show a tray icon on. Use --console, which prints notifications.</source>
        <translation>نمایشگری نیست که نماد سینی روی آن نشان داده شود. --console را به کار ببرید که اعلان‌ها را چاپ می‌کند.</translation>
    </message>
    <message>
        <source>The folder %1, in which Jarchi keeps what you receive, cannot be made. Check that there is room on the disk, and that you may write to the folder above it.</source>
        <translation>پوشهٔ %1 که جارچی دریافتی‌هایتان را در آن نگه می‌دارد ساخته نمی‌شود. بررسی کنید که روی دیسک جا باشد و اجازهٔ نوشتن در پوشهٔ بالای آن را داشته باشید.</translation>
    </message>
    <message>
        <source>Jarchi</source>
        <translation>جارچی</translation>
    </message>
    <message>
        <source>Jarchi cannot start.</source>
        <translation>جارچی آغاز نمی‌شود.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;بستن</translation>
    </message>
</context>
<context>
    <name>jarchi::client::Client</name>
    <message>
        <source>This went to everyone, so there is no interest of yours to take away.</source>
        <translation>این برای همه فرستاده شد، پس علاقه‌ای از شما نیست که حذف شود.</translation>
    </message>
    <message>
        <source>The inbox cannot keep what came, so it is not shown, and will come again: %1</source>
        <translation>صندوق ورودی نمی‌تواند آنچه را رسید نگه دارد، پس نشان داده نمی‌شود و دوباره می‌آید: %1</translation>
    </message>
</context>
<context>
    <name>jarchi::client::InterestEditor</name>
    <message>
        <source>Your interests are as they were: %1</source>
        <translation>علاقه‌های شما همان‌اند که بودند: %1</translation>
    </message>
</context>
<context>
    <name>jarchi::client::VisitKeeper</name>
    <message>
        <source>There is no connection to the server now.</source>
        <translation>اکنون اتصالی به سرور نیست.</translation>
    </message>
    <message>
        <source>Nobody is signed in. Sign in first.</source>
        <translation>کسی وارد نشده است. نخست وارد شوید.</translation>
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
    <message>
        <source>in the inbox from before, perhaps never printed: %1</source>
        <translation>از پیش در صندوق ورودی، شاید هرگز چاپ نشده: %1</translation>
    </message>
</context>
<context>
    <name>jarchi::desktop::SingleInstance</name>
    <message>
        <source>%1 cannot be used, so it is not known whether Jarchi runs already: make sure that you may write there.</source>
        <translation>از %1 نمی‌توان استفاده کرد، پس معلوم نیست که جارچی در حال اجراست یا نه: مطمئن شوید که اجازهٔ نوشتن در آنجا را دارید.</translation>
    </message>
    <message>
        <source>Jarchi runs already, but does not answer. End it and start again.</source>
        <translation>جارچی در حال اجراست ولی پاسخ نمی‌دهد. به آن پایان دهید و دوباره اجرایش کنید.</translation>
    </message>
    <message>
        <source>Jarchi cannot listen for later starts on %1: %2.</source>
        <translation>جارچی نمی‌تواند روی %1 منتظر اجراهای بعدی بماند: %2.</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::AccountDialog</name>
    <message>
        <source>Add an account</source>
        <translation>افزودن حساب</translation>
    </message>
    <message>
        <source>Set a password</source>
        <translation>تنظیم گذرواژه</translation>
    </message>
    <message>
        <source>Tell the name and the password to whoever will use it. The password is not shown again.</source>
        <translation>نام و گذرواژه را به کسی که از آن استفاده خواهد کرد بگویید. گذرواژه دوباره نشان داده نمی‌شود.</translation>
    </message>
    <message>
        <source>A new password for “%1”. It is not shown again. Whoever is logged in with the old one has to log in anew.</source>
        <translation>گذرواژه‌ای تازه برای «%1». دوباره نشان داده نمی‌شود. هر که با گذرواژهٔ پیشین وارد شده باید از نو وارد شود.</translation>
    </message>
    <message>
        <source>User &amp;name</source>
        <translation>&amp;نام کاربری</translation>
    </message>
    <message>
        <source>&amp;Display name</source>
        <translation>نام نمای&amp;شی</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;گذرواژه</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;افزودن</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;تنظیم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message numerus="yes">
        <source>Too long: at most %Ln byte(s).</source>
        <translation>
            <numerusform>بیش از حد بلند است: حداکثر %Ln بایت.</numerusform>
        </translation>
    </message>
    <message>
        <source>The password is empty.</source>
        <translation>گذرواژه خالی است.</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::AccountPanel</name>
    <message>
        <source>D&amp;isplay name</source>
        <translation>نام نمای&amp;شی</translation>
    </message>
    <message>
        <source>Set &amp;password…</source>
        <translation>تنظیم &amp;گذرواژه…</translation>
    </message>
    <message>
        <source>Interested in</source>
        <translation>علاقه‌مند به</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>علاقه‌ها</translation>
    </message>
    <message>
        <source>Add an in&amp;terest</source>
        <translation>افزودن &amp;علاقه</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>حذف آن</translation>
    </message>
    <message>
        <source>never</source>
        <translation>هرگز</translation>
    </message>
    <message>
        <source>User name: %1</source>
        <translation>نام کاربری: %1</translation>
    </message>
    <message>
        <source>Last here: %1</source>
        <translation>آخرین حضور: %1</translation>
    </message>
    <message>
        <source>No password is set, so nobody can log in.</source>
        <translation>گذرواژه‌ای تنظیم نشده است، پس کسی نمی‌تواند وارد شود.</translation>
    </message>
    <message>
        <source>Add a product first: it brings its category.</source>
        <translation>نخست کالایی بیفزایید: دسته‌اش را با خود می‌آورد.</translation>
    </message>
    <message>
        <source>Not visited yet</source>
        <translation>هنوز ندیده</translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>… و بیشتر</translation>
    </message>
    <message>
        <source>Nothing: everything was delivered.</source>
        <translation>چیزی نیست: همه تحویل شده است.</translation>
    </message>
    <message>
        <source>It has an interest in every category already. Change one of them to name a word or a price.</source>
        <translation>هم‌اکنون به همهٔ دسته‌ها علاقه دارد. یکی را عوض کنید تا واژه یا قیمتی را نام ببرد.</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;حذف…</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::AccountsModel</name>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Interested in</source>
        <translation>علاقه‌مند به</translation>
    </message>
    <message>
        <source>Last here</source>
        <translation>آخرین حضور</translation>
    </message>
    <message>
        <source>Not visited</source>
        <translation>ندیده</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>هنوز هیچ</translation>
    </message>
    <message>
        <source>here now</source>
        <translation>هم‌اکنون حاضر</translation>
    </message>
    <message>
        <source>never</source>
        <translation>هرگز</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::AddProductPage</name>
    <message>
        <source>“%1” was not added. %2</source>
        <translation>«%1» افزوده نشد. %2</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>در حال افزودن…</translation>
    </message>
    <message>
        <source>&amp;Add product</source>
        <translation>&amp;افزودن کالا</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>پا&amp;ک کردن</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>نامش چیست؟</translation>
    </message>
    <message>
        <source>The database can be written again. “%1” is not added yet.</source>
        <translation>پایگاه داده دوباره نوشتنی است. «%1» هنوز افزوده نشده است.</translation>
    </message>
    <message>
        <source>Add it n&amp;ow</source>
        <translation>&amp;هم‌اکنون افزودن</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::AnnouncePage</name>
    <message>
        <source>T&amp;itle</source>
        <translation>&amp;عنوان</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;پیام</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;به</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>پیو&amp;ند</translation>
    </message>
    <message>
        <source>&amp;Urgency</source>
        <translation>&amp;فوریت</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>کم</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادی</translation>
    </message>
    <message>
        <source>High</source>
        <translation>زیاد</translation>
    </message>
    <message>
        <source>“%1” was not sent. %2</source>
        <translation>«%1» فرستاده نشد. %2</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>در حال ارسال…</translation>
    </message>
    <message>
        <source>Se&amp;nd</source>
        <translation>ارسا&amp;ل</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>دربارهٔ چیست؟</translation>
    </message>
    <message>
        <source>The database can be written again. “%1” is not sent yet.</source>
        <translation>پایگاه داده دوباره نوشتنی است. «%1» هنوز فرستاده نشده است.</translation>
    </message>
    <message>
        <source>Send it n&amp;ow</source>
        <translation>&amp;هم‌اکنون فرستادن</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::ConnectionsModel</name>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>دستگاه</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>از زمانِ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>در راه</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>صندوق خروجی</translation>
    </message>
    <message>
        <source>not logged in</source>
        <translation>وارد نشده</translation>
    </message>
    <message>
        <source>live</source>
        <translation>زنده</translation>
    </message>
    <message>
        <source>catching up</source>
        <translation>در حال جبران</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::FirstStep</name>
    <message>
        <source>Nobody can receive this yet, because there is no account.</source>
        <translation>هنوز کسی نمی‌تواند این را دریافت کند، چون حسابی نیست.</translation>
    </message>
    <message>
        <source>Add an acc&amp;ount…</source>
        <translation>افزودن &amp;حساب…</translation>
    </message>
    <message>
        <source>There is nothing to be interested in yet: the first product brings its category.</source>
        <translation>هنوز چیزی برای علاقه‌مند شدن نیست: نخستین کالا دستهٔ خود را با خود می‌آورد.</translation>
    </message>
    <message>
        <source>Add a pr&amp;oduct</source>
        <translation>افزودن یک کا&amp;لا</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::ImportDialog</name>
    <message>
        <source>Import products</source>
        <translation>وارد کردن کالاها</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>سطر</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>چرا پذیرفته نشد</translation>
    </message>
    <message>
        <source>C&amp;opy the list</source>
        <translation>&amp;رونوشت فهرست</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;توقف</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;بستن</translation>
    </message>
    <message>
        <source>%1 added, %2 refused</source>
        <translation>%1 افزوده شد، %2 پذیرفته نشد</translation>
    </message>
    <message>
        <source>New categories: %1</source>
        <translation>دسته‌های تازه: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Importing %1. What is in already is being sent out.</source>
        <translation>%1 در حال وارد شدن است. آنچه تاکنون وارد شده در حال ارسال است.</translation>
    </message>
    <message>
        <source>The import ended early. %1 What was added before that is in.</source>
        <translation>وارد کردن زودتر پایان یافت. %1 آنچه پیش از آن افزوده شد مانده است.</translation>
    </message>
    <message>
        <source>Stopped. What was added before that is in; the rest of %1 is not.</source>
        <translation>متوقف شد. آنچه پیش از آن افزوده شد مانده است؛ باقی %1 نه.</translation>
    </message>
    <message>
        <source>%1 is imported, except for the rows below. Correct them, and import them alone.</source>
        <translation>%1 وارد شد، مگر سطرهای زیر. آن‌ها را درست کنید و جداگانه وارد کنید.</translation>
    </message>
    <message>
        <source>%1 is imported.</source>
        <translation>%1 وارد شد.</translation>
    </message>
    <message>
        <source>S&amp;ave the report…</source>
        <translation>&amp;ذخیرهٔ گزارش…</translation>
    </message>
    <message>
        <source>The list has the first %L1 of them. Save the report to have all.</source>
        <translation>فهرست %L1 تای نخست را دارد. برای داشتن همه، گزارش را ذخیره کنید.</translation>
    </message>
    <message>
        <source>%1 has no row below the names of its columns: nothing was added.</source>
        <translation>%1 زیر نام ستون‌هایش سطری ندارد: چیزی افزوده نشد.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>ذخیرهٔ گزارش</translation>
    </message>
    <message>
        <source>This is Jarchi&apos;s own database. Choose another name.</source>
        <translation>این پایگاه دادهٔ خود جارچی است. نام دیگری برگزینید.</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>گزارش با نام %1 ذخیره شد.</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::InterestsModel</name>
    <message>
        <source>any</source>
        <translation>هر</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>With the word</source>
        <translation>با واژهٔ</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>تا</translation>
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
    <name>jarchi::gui::LogView</name>
    <message>
        <source>Everything</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Information and worse</source>
        <translation>آگاهی و جدی‌تر</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>هشدار و جدی‌تر</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>تنها خطاها</translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation>پایین‌ترین سطحِ نمایش</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>پالودن گزارش</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>گزارش</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>رونو&amp;شت</translation>
    </message>
    <message>
        <source>Copies the selected lines, or all that are shown</source>
        <translation>سطرهای برگزیده، یا همهٔ آنچه نمایش داده می‌شود را رونوشت می‌کند</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>صفحه‌ها</translation>
    </message>
    <message>
        <source>&amp;Add product</source>
        <translation>&amp;افزودن کالا</translation>
    </message>
    <message>
        <source>&amp;Products</source>
        <translation>&amp;کالاها</translation>
    </message>
    <message>
        <source>A&amp;nnounce</source>
        <translation>ا&amp;علام</translation>
    </message>
    <message>
        <source>P&amp;eople</source>
        <translation>ا&amp;فراد</translation>
    </message>
    <message>
        <source>No&amp;w</source>
        <translation>اک&amp;نون</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;سرور</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;ویرایش</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>ن&amp;ما</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;راهنما</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;زبان</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>مانند &amp;سیستم</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;روشن</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;تیره</translation>
    </message>
    <message>
        <source>&amp;Start serving</source>
        <translation>&amp;آغاز کار سرور</translation>
    </message>
    <message>
        <source>S&amp;top serving</source>
        <translation>&amp;توقف سرور</translation>
    </message>
    <message>
        <source>&amp;Import products…</source>
        <translation>وارد &amp;کردن کالاها…</translation>
    </message>
    <message>
        <source>Add an &amp;account…</source>
        <translation>افزودن &amp;حساب…</translation>
    </message>
    <message>
        <source>&amp;Keep serving when the window is closed</source>
        <translation>ادا&amp;مهٔ کار پس از بستن پنجره</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;خروج</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;واگرد</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;واگرد %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;ازنو</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;ازنو %1</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;یافتن</translation>
    </message>
    <message>
        <source>&amp;About Jarchi</source>
        <translation>&amp;دربارهٔ جارچی</translation>
    </message>
    <message>
        <source>Jarchi – serving on %1</source>
        <translation>جارچی – در حال کار روی %1</translation>
    </message>
    <message>
        <source>Jarchi – not serving</source>
        <translation>جارچی – متوقف</translation>
    </message>
    <message>
        <source>About Jarchi</source>
        <translation>دربارهٔ جارچی</translation>
    </message>
    <message>
        <source>Jarchi %1</source>
        <translation>جارچی %1</translation>
    </message>
    <message>
        <source>The town crier tells people about new products the moment they are added.

Free software under the MIT licence. Made with Qt %1.</source>
        <translation>جارچیِ شهر مردم را همان دم که کالای تازه‌ای افزوده می‌شود باخبر می‌کند.

نرم‌افزار آزاد با پروانهٔ MIT. ساخته‌شده با Qt %1.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;بستن</translation>
    </message>
    <message>
        <source>Appea&amp;rance</source>
        <translation>&amp;ظاهر</translation>
    </message>
    <message>
        <source>Show the lo&amp;g</source>
        <translation>نمایش &amp;گزارش</translation>
    </message>
    <message>
        <source>Tr&amp;y again now</source>
        <translation>تلاش &amp;دوباره</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::NowPage</name>
    <message>
        <source>Deliveries a minute</source>
        <translation>تحویل در دقیقه</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>گزارش</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>اتصال‌ها</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;قطع اتصال</translation>
    </message>
    <message>
        <source>Ends the selected connections. A client may come back.</source>
        <translation>به اتصال‌های برگزیده پایان می‌دهد. کارخواه می‌تواند بازگردد.</translation>
    </message>
    <message>
        <source>Connections (%1)</source>
        <translation>اتصال‌ها (%1)</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation>کسی متصل نیست</translation>
    </message>
    <message>
        <source>The server is stopped</source>
        <translation>سرور متوقف است</translation>
    </message>
    <message>
        <source>Nobody can connect, and nobody is told anything.</source>
        <translation>کسی نمی‌تواند متصل شود و به کسی خبری نمی‌رسد.</translation>
    </message>
    <message>
        <source>Start serving</source>
        <translation>آغاز کار سرور</translation>
    </message>
    <message>
        <source>The server is not running yet.</source>
        <translation>سرور هنوز در حال اجرا نیست.</translation>
    </message>
    <message>
        <source>Nobody can connect yet</source>
        <translation>هنوز کسی نمی‌تواند متصل شود</translation>
    </message>
    <message>
        <source>There is no account. Add one, and tell its name and password to whoever will use it.</source>
        <translation>حسابی نیست. یکی بیفزایید و نام و گذرواژه‌اش را به کسی بگویید که از آن استفاده خواهد کرد.</translation>
    </message>
    <message>
        <source>Add the first account</source>
        <translation>افزودن نخستین حساب</translation>
    </message>
    <message>
        <source>Whoever logs in with jarchi-tray at %1 appears here. Those who are away get everything when they come back.</source>
        <translation>هر که با jarchi-tray به نشانی %1 وارد شود اینجا پدیدار می‌شود. آنان که نیستند هنگام بازگشت همه چیز را دریافت می‌کنند.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>رونوشت از نشانی</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::PeoplePage</name>
    <message>
        <source>Search names</source>
        <translation>جستجو در نام‌ها</translation>
    </message>
    <message>
        <source>Search accounts</source>
        <translation>جستجوی حساب‌ها</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>حساب‌ها</translation>
    </message>
    <message>
        <source>&amp;Add an account…</source>
        <translation>&amp;افزودن حساب…</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>هنوز حسابی نیست</translation>
    </message>
    <message>
        <source>An account is somebody who can log in and be told. Add one, and say what it is interested in.</source>
        <translation>حساب کسی است که می‌تواند وارد شود و باخبر گردد. یکی بیفزایید و بگویید به چه علاقه دارد.</translation>
    </message>
    <message>
        <source>Add the first account</source>
        <translation>افزودن نخستین حساب</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>کسی یافت نشد</translation>
    </message>
    <message>
        <source>No account has this in its name.</source>
        <translation>هیچ حسابی این را در نام خود ندارد.</translation>
    </message>
    <message>
        <source>Show all accounts</source>
        <translation>نمایش همهٔ حساب‌ها</translation>
    </message>
    <message>
        <source>“%1” can log in now. Say what it is interested in, and it will be told.</source>
        <translation>«%1» اکنون می‌تواند وارد شود. بگویید به چه علاقه دارد تا باخبر گردد.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>در حال خواندن…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) found</source>
        <translation>
            <numerusform>%Ln حساب یافت شد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln حساب</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has a new password.</source>
        <translation>«%1» گذرواژهٔ تازه دارد.</translation>
    </message>
    <message>
        <source>Remove an account</source>
        <translation>حذف حساب</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>«%1» حذف شود؟</translation>
    </message>
    <message>
        <source>Its interests and what it has visited are forgotten, and it can no longer log in. This cannot be undone.</source>
        <translation>علاقه‌هایش و آنچه دیده است فراموش می‌شود و دیگر نمی‌تواند وارد شود. این کار برگشت‌پذیر نیست.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;حذف</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>«%1» حذف شد.</translation>
    </message>
    <message>
        <source>The database is not open yet.</source>
        <translation>پایگاه داده هنوز باز نیست.</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::PreviewColumn</name>
    <message>
        <source>What they will see</source>
        <translation>آنچه خواهند دید</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::ProductChanges</name>
    <message>
        <source>changing “%1”</source>
        <translation>تغییر «%1»</translation>
    </message>
    <message>
        <source>“%1” is changed.</source>
        <translation>«%1» تغییر کرد.</translation>
    </message>
    <message>
        <source>“%1” is as it was before.</source>
        <translation>«%1» به حال پیشین بازگشت.</translation>
    </message>
    <message>
        <source>Somebody else has changed “%1” meanwhile. Look at it as it is now, and change it again.</source>
        <translation>در این میان کس دیگری «%1» را تغییر داده است. آن را چنان که اکنون هست ببینید و از نو تغییر دهید.</translation>
    </message>
    <message numerus="yes">
        <source>deleting %Ln product(s)</source>
        <translation>
            <numerusform>حذف %Ln کالا</numerusform>
        </translation>
    </message>
    <message>
        <source>deleting “%1”</source>
        <translation>حذف «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) are deleted.</source>
        <translation>
            <numerusform>%Ln کالا حذف شد.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>«%1» حذف شد.</translation>
    </message>
    <message>
        <source>Notifications that were delivered already stay; nobody else will get one.</source>
        <translation>اعلان‌هایی که تحویل شده‌اند می‌مانند؛ کس دیگری اعلان نمی‌گیرد.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) are back.</source>
        <translation>
            <numerusform>%Ln کالا بازگشت.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is back.</source>
        <translation>«%1» بازگشت.</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::ProductDialog</name>
    <message>
        <source>Change a product</source>
        <translation>تغییر کالا</translation>
    </message>
    <message>
        <source>Notifications that were delivered already stay as they were. Whoever has not got this one yet will get it as it is after the change.</source>
        <translation>اعلان‌هایی که تحویل شده‌اند همان‌گونه می‌مانند. هر که هنوز این یکی را نگرفته است آن را پس از تغییر دریافت می‌کند.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;ذخیره</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::ProductForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;نام</translation>
    </message>
    <message>
        <source>Ca&amp;tegory</source>
        <translation>&amp;دسته</translation>
    </message>
    <message>
        <source>P&amp;rice</source>
        <translation>&amp;قیمت</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;پیوند</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;شرح</translation>
    </message>
    <message>
        <source>A new category: nobody is interested in it yet.</source>
        <translation>دستهٔ تازه: هنوز کسی به آن علاقه‌مند نیست.</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::ProductsModel</name>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>قیمت</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>افزوده‌شده</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>تحویل‌شده</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::ProductsPage</name>
    <message>
        <source>Search in names, descriptions and categories</source>
        <translation>جستجو در نام‌ها، شرح‌ها و دسته‌ها</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>جستجوی کالاها</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>کالاها</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;حذف</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>وارد &amp;کردن…</translation>
    </message>
    <message>
        <source>No product yet</source>
        <translation>هنوز کالایی نیست</translation>
    </message>
    <message>
        <source>Add the first one by hand, or import many from a CSV file. Everybody whose interests match hears of it at once.</source>
        <translation>نخستین کالا را خودتان بیفزایید، یا کالاهای بسیار را از فایل CSV وارد کنید. هر که علاقه‌اش بخواند بی‌درنگ باخبر می‌شود.</translation>
    </message>
    <message>
        <source>Add the first product</source>
        <translation>افزودن نخستین کالا</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>چیزی یافت نشد</translation>
    </message>
    <message>
        <source>No product has all of these words in it.</source>
        <translation>هیچ کالایی همهٔ این واژه‌ها را ندارد.</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>نمایش همهٔ کالاها</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>وارد کردن کالاها</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>در حال خواندن…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) found</source>
        <translation>
            <numerusform>%Ln کالا یافت شد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln کالا</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>واگر&amp;د</translation>
    </message>
    <message>
        <source>Edi&amp;t…</source>
        <translation>و&amp;یرایش…</translation>
    </message>
    <message>
        <source>This is Jarchi&apos;s own database. Choose a CSV file.</source>
        <translation>این پایگاه دادهٔ خود جارچی است. یک فایل CSV برگزینید.</translation>
    </message>
    <message numerus="yes">
        <source>Deleting %Ln product(s)…</source>
        <translation>
            <numerusform>%Ln کالا در حال حذف است…</numerusform>
        </translation>
    </message>
    <message>
        <source>The database is not open yet.</source>
        <translation>پایگاه داده هنوز باز نیست.</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>در حال بازگرداندن…</translation>
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
    <name>jarchi::gui::ReachLabel</name>
    <message>
        <source>Choose a category to see how many accounts it reaches.</source>
        <translation>دسته‌ای برگزینید تا ببینید به چند حساب می‌رسد.</translation>
    </message>
    <message>
        <source>It reaches nobody now: no account&apos;s interests match.</source>
        <translation>اکنون به کسی نمی‌رسد: علاقهٔ هیچ حسابی نمی‌خواند.</translation>
    </message>
    <message numerus="yes">
        <source>It reaches %Ln account(s), all of them online.</source>
        <translation>
            <numerusform>به %Ln حساب می‌رسد که همه برخط‌اند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It reaches %Ln account(s): %1 online now, %2 when they come back.</source>
        <translation>
            <numerusform>به %Ln حساب می‌رسد: %1 اکنون برخط، %2 هنگام بازگشت.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::gui::RecentDeliveries</name>
    <message>
        <source>Just added</source>
        <translation>تازه افزوده</translation>
    </message>
    <message>
        <source>%1: added</source>
        <translation>%1: افزوده شد</translation>
    </message>
    <message>
        <source>%1: added; nobody is interested in it yet</source>
        <translation>%1: افزوده شد؛ هنوز کسی به آن علاقه‌مند نیست</translation>
    </message>
    <message>
        <source>%1: delivered to %2 of %3</source>
        <translation>%1: به %2 از %3 تحویل شد</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::ServerPanel</name>
    <message>
        <source>Listening on</source>
        <translation>شنود روی</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>پایگاه داده</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>اتصال‌ها</translation>
    </message>
    <message>
        <source>Last poll</source>
        <translation>آخرین سرکشی</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>تحویل‌شده</translation>
    </message>
    <message>
        <source>Cannot start</source>
        <translation>آغاز نمی‌شود</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>تلاش دوباره…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>در حال آغاز…</translation>
    </message>
    <message>
        <source>Running, with trouble</source>
        <translation>در حال کار، با مشکل</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>در حال کار</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>در حال توقف…</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>هیچ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>هیچ</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>هنوز نه</translation>
    </message>
    <message numerus="yes">
        <source>%Ln since the start</source>
        <translation>
            <numerusform>%Ln از آغاز کار</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;top serving</source>
        <translation>&amp;توقف سرور</translation>
    </message>
    <message>
        <source>S&amp;tart serving</source>
        <translation>&amp;آغاز کار سرور</translation>
    </message>
</context>
<context>
    <name>jarchi::gui::TrayIcon</name>
    <message>
        <source>&amp;Open the window</source>
        <translation>باز کردن &amp;پنجره</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;خروج</translation>
    </message>
    <message>
        <source>Jarchi goes on serving</source>
        <translation>جارچی به کار ادامه می‌دهد</translation>
    </message>
    <message>
        <source>Its window is a click on this icon away.</source>
        <translation>پنجره‌اش با یک کلیک روی این نماد باز می‌شود.</translation>
    </message>
    <message>
        <source>&amp;Stop serving</source>
        <translation>&amp;توقف سرور</translation>
    </message>
    <message>
        <source>&amp;Start serving</source>
        <translation>&amp;آغاز کار سرور</translation>
    </message>
    <message>
        <source>Jarchi: %1</source>
        <translation>جارچی: %1</translation>
    </message>
    <message>
        <source>Jarchi is serving</source>
        <translation>جارچی در حال کار است</translation>
    </message>
    <message>
        <source>Jarchi is not serving</source>
        <translation>جارچی متوقف است</translation>
    </message>
</context>
<context>
    <name>jarchi::session::ServerLink</name>
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
        <source>No connection to %1: %2.</source>
        <translation>اتصالی به %1 برقرار نشد: %2.</translation>
    </message>
    <message>
        <source>%1 does not read what it is sent.</source>
        <translation>%1 آنچه را برایش فرستاده می‌شود نمی‌خواند.</translation>
    </message>
    <message>
        <source>%1 keeps sending what is not readable.</source>
        <translation>%1 پیوسته چیزهای ناخوانا می‌فرستد.</translation>
    </message>
    <message>
        <source>%1 speaks protocol %2, and this program speaks %3. Update the older of the two.</source>
        <translation>%1 به پروتکل %2 سخن می‌گوید و این برنامه به %3. قدیمی‌ترِ این دو را به‌روز کنید.</translation>
    </message>
    <message>
        <source>%1 does not answer any more.</source>
        <translation>%1 دیگر پاسخ نمی‌دهد.</translation>
    </message>
    <message>
        <source>%1 sent a line that is too long: it is no Jarchi server. Check the address and the port.</source>
        <translation>%1 سطری بیش از اندازه بلند فرستاد: سرور جارچی نیست. نشانی و درگاه را بررسی کنید.</translation>
    </message>
    <message>
        <source>There is no computer called “%1”. Check the name, and whether this computer has a network.</source>
        <translation>رایانه‌ای به نام «%1» نیست. نام را بررسی کنید و ببینید این رایانه به شبکه وصل است یا نه.</translation>
    </message>
    <message>
        <source>There is no way to %1. Check whether this computer has a network.</source>
        <translation>راهی به %1 نیست. ببینید این رایانه به شبکه وصل است یا نه.</translation>
    </message>
    <message>
        <source>%1 does not answer. Check the address, or try again later.</source>
        <translation>%1 پاسخ نمی‌دهد. نشانی را بررسی کنید یا بعداً دوباره تلاش کنید.</translation>
    </message>
    <message>
        <source>%1 is no Jarchi server, or one of another kind. Check the address and the port.</source>
        <translation>%1 سرور جارچی نیست، یا از نوع دیگری است. نشانی و درگاه را بررسی کنید.</translation>
    </message>
    <message>
        <source>%1 does not follow the protocol. Check the address, or ask whoever runs the server.</source>
        <translation>%1 از پروتکل پیروی نمی‌کند. نشانی را بررسی کنید یا از گردانندهٔ سرور بپرسید.</translation>
    </message>
</context>
<context>
    <name>jarchi::session::Visit</name>
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
        <source>There is no connection to the server now.</source>
        <translation>اکنون اتصالی به سرور نیست.</translation>
    </message>
    <message>
        <source>The password was changed, or the account removed. Sign in again.</source>
        <translation>گذرواژه عوض شده یا حساب حذف شده است. دوباره وارد شوید.</translation>
    </message>
    <message>
        <source>The user name or the password is wrong. Check both, and try again.</source>
        <translation>نام کاربری یا گذرواژه نادرست است. هر دو را بررسی و دوباره تلاش کنید.</translation>
    </message>
    <message>
        <source>This computer is not signed in any more, perhaps because the password was changed. Sign in again.</source>
        <translation>ورود این رایانه دیگر معتبر نیست، شاید چون گذرواژه عوض شده است. دوباره وارد شوید.</translation>
    </message>
    <message>
        <source>%1 does not answer. Check the address, or try again later.</source>
        <translation>%1 پاسخ نمی‌دهد. نشانی را بررسی کنید یا بعداً دوباره تلاش کنید.</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::CategoryButton</name>
    <message>
        <source>Announcements</source>
        <translation>اطلاعیه‌ها</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of categories</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>همهٔ دسته‌ها</translation>
    </message>
    <message numerus="yes">
        <source>%Ln categories</source>
        <translation>
            <numerusform>%Ln دسته</numerusform>
        </translation>
    </message>
    <message>
        <source>Categories: %1</source>
        <translation>دسته‌ها: %1</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::CategoryMenu</name>
    <message>
        <source>All categories</source>
        <translation>همهٔ دسته‌ها</translation>
    </message>
    <message>
        <source>Announcements to everyone</source>
        <translation>اطلاعیه‌های همگانی</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::EntryPanel</name>
    <message>
        <source>The selected notification</source>
        <translation>اعلان برگزیده</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>چیزی برگزیده نشده است</translation>
    </message>
    <message>
        <source>Select a notification to read it here.</source>
        <translation>اعلانی را برگزینید تا اینجا بخوانیدش.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln برگزیده</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy, keep, mark or delete them together.</source>
        <translation>همه را با هم رونوشت بردارید، نگه دارید، نشان بزنید یا حذف کنید.</translation>
    </message>
    <message>
        <source>Leads to %1</source>
        <translation>به %1 می‌رود</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::InboxActions</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;باز کردن</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;رونوشت</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;حذف</translation>
    </message>
    <message>
        <source>Mark &amp;all as read</source>
        <translation>نشان زدن &amp;همه به‌عنوان خوانده</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>وا&amp;گرد</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;یافتن</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;تنظیمات…</translation>
    </message>
    <message>
        <source>C&amp;lose the window</source>
        <translation>بستن &amp;پنجره</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>خرو&amp;ج</translation>
    </message>
    <message>
        <source>&amp;About Jarchi</source>
        <translation>&amp;دربارهٔ جارچی</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;نگه داشتن</translation>
    </message>
    <message>
        <source>Do not &amp;keep</source>
        <translation>&amp;نگه نداشتن</translation>
    </message>
    <message>
        <source>Mark as &amp;read</source>
        <translation>نشان زدن به‌عنوان &amp;خوانده</translation>
    </message>
    <message>
        <source>Mark as un&amp;read</source>
        <translation>نشان زدن به‌عنوان &amp;خوانده‌نشده</translation>
    </message>
    <message>
        <source>&amp;Not interested</source>
        <translation>&amp;علاقه ندارم</translation>
    </message>
    <message>
        <source>&amp;Not interested in %1</source>
        <translation>به %1 &amp;علاقه ندارم</translation>
    </message>
    <message>
        <source>I&amp;nterests…</source>
        <translation>&amp;علاقه‌ها…</translation>
    </message>
    <message>
        <source>&amp;Not interested in “%1”</source>
        <translation>به «%1» &amp;علاقه ندارم</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::InboxChanges</name>
    <message numerus="yes">
        <source>%Ln notification(s) deleted.</source>
        <translation>
            <numerusform>%Ln اعلان حذف شد.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>«%1» حذف شد.</translation>
    </message>
    <message>
        <source>You do not follow %1 any more.</source>
        <translation>دیگر %1 را دنبال نمی‌کنید.</translation>
    </message>
    <message>
        <source>You do not follow “%1” in %2 any more.</source>
        <translation>دیگر «%1» را در %2 دنبال نمی‌کنید.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notification(s) marked as read.</source>
        <translation>
            <numerusform>%Ln اعلان به‌عنوان خوانده نشان زده شد.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jarchi::ui::InboxFilterBar</name>
    <message>
        <source>Search in titles and texts</source>
        <translation>جست‌وجو در عنوان‌ها و متن‌ها</translation>
    </message>
    <message>
        <source>Search the inbox</source>
        <translation>جست‌وجو در صندوق ورودی</translation>
    </message>
    <message>
        <source>Only un&amp;read</source>
        <translation>تنها &amp;خوانده‌نشده‌ها</translation>
    </message>
    <message>
        <source>Only &amp;kept</source>
        <translation>تنها &amp;نگه‌داشته‌ها</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::InboxPage</name>
    <message>
        <source>Notifications</source>
        <translation>اعلان‌ها</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>کسی وارد نشده است</translation>
    </message>
    <message>
        <source>Sign in with the name and password that your shop gave you. What it announces then appears here.</source>
        <translation>با نام و گذرواژه‌ای که فروشگاه به شما داده است وارد شوید. آنچه از آن پس اعلام کند اینجا پدیدار می‌شود.</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>و&amp;ارد شوید…</translation>
    </message>
    <message>
        <source>Nothing received yet</source>
        <translation>هنوز چیزی نرسیده است</translation>
    </message>
    <message>
        <source>New products that match your interests appear here the moment the shop adds them.</source>
        <translation>کالاهای تازه‌ای که به علاقه‌های شما بخورند، همین‌که فروشگاه بیفزایدشان اینجا پدیدار می‌شوند.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>چیزی یافت نشد</translation>
    </message>
    <message>
        <source>No notification has all of these words in it.</source>
        <translation>هیچ اعلانی همهٔ این واژه‌ها را ندارد.</translation>
    </message>
    <message>
        <source>No notification is of this kind.</source>
        <translation>هیچ اعلانی از این گونه نیست.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notification(s) found</source>
        <translation>
            <numerusform>%Ln اعلان یافت شد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notification(s)</source>
        <translation>
            <numerusform>%Ln اعلان</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose interes&amp;ts…</source>
        <translation>برگ&amp;زیدن علاقه‌ها…</translation>
    </message>
    <message>
        <source>Show e&amp;verything</source>
        <translation>ن&amp;مایش همه</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::InboxWindow</name>
    <message>
        <source>&amp;Undo</source>
        <translation>وا&amp;گرد</translation>
    </message>
    <message>
        <source>In&amp;box</source>
        <translation>&amp;صندوق ورودی</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;ویرایش</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;حساب</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;راهنما</translation>
    </message>
    <message numerus="yes">
        <source>Jarchi – %Ln unread</source>
        <translation>
            <numerusform>جارچی – %Ln خوانده‌نشده</numerusform>
        </translation>
    </message>
    <message>
        <source>Jarchi – Inbox</source>
        <translation>جارچی – صندوق ورودی</translation>
    </message>
    <message>
        <source>&amp;Connect now</source>
        <translation>اکنون وص&amp;ل شو</translation>
    </message>
    <message>
        <source>Dis&amp;connect</source>
        <translation>&amp;قطع اتصال</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;خروج از حساب</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>&amp;ورود…</translation>
    </message>
    <message>
        <source>You are signed out. What you received stays on this computer.</source>
        <translation>از حساب خارج شدید. آنچه به شما رسیده است روی این رایانه می‌ماند.</translation>
    </message>
    <message>
        <source>There is no tray on this desktop, so this window stays. Closing it ends the program.</source>
        <translation>این میزکار سینی ندارد، پس این پنجره می‌ماند. بستن آن به برنامه پایان می‌دهد.</translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation>دوباره وارد &amp;شوید…</translation>
    </message>
    <message>
        <source>Try again no&amp;w</source>
        <translation>تلاش دوبار&amp;ه</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::InterestList</name>
    <message>
        <source>Category</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>کلیدواژه</translation>
    </message>
    <message>
        <source>Highest price</source>
        <translation>بالاترین قیمت</translation>
    </message>
    <message>
        <source>You follow nothing yet. Add what you want to hear of, as soon as the shop has it.</source>
        <translation>هنوز چیزی را دنبال نمی‌کنید. آنچه می‌خواهید همان دم که فروشگاه آورد خبردار شوید اضافه کنید.</translation>
    </message>
    <message>
        <source>&amp;Add an interest</source>
        <translation>ا&amp;فزودن علاقه</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::InterestRow</name>
    <message>
        <source>Category</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>Any product</source>
        <translation>هر کالایی</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>کلیدواژه</translation>
    </message>
    <message>
        <source>Any price</source>
        <translation>هر قیمتی</translation>
    </message>
    <message>
        <source>Highest price</source>
        <translation>بالاترین قیمت</translation>
    </message>
    <message>
        <source>Remove this interest</source>
        <translation>حذف این علاقه</translation>
    </message>
    <message>
        <source>The keyword %1.</source>
        <translation>کلیدواژه %1.</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::InterestsDialog</name>
    <message>
        <source>Interests</source>
        <translation>علاقه‌ها</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;ذخیره</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>لغو</translation>
    </message>
    <message>
        <source>What the last month would have brought</source>
        <translation>آنچه ماه گذشته می‌آورد</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;تلاش دوباره</translation>
    </message>
    <message>
        <source>The shop has no categories yet. Come back when it has products.</source>
        <translation>فروشگاه هنوز هیچ دسته‌ای ندارد. وقتی کالا داشت دوباره سر بزنید.</translation>
    </message>
    <message>
        <source>The interest is taken away when you save.</source>
        <translation>این علاقه با ذخیره‌کردن برداشته می‌شود.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;واگرد</translation>
    </message>
    <message>
        <source>Since %1 this would have brought you nothing.</source>
        <translation>از %1 تا کنون این علاقه‌ها چیزی برایتان نمی‌آورد.</translation>
    </message>
    <message numerus="yes">
        <source>Since %1 this would have brought you %Ln notification(s), such as:</source>
        <translation>
            <numerusform>از %1 تا کنون این علاقه‌ها %Ln اعلان برایتان می‌آورد، مانند:</numerusform>
        </translation>
    </message>
    <message>
        <source>Save what you changed?</source>
        <translation>تغییرها ذخیره شوند؟</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;دور انداختن</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::SettingsDialog</name>
    <message>
        <source>Settings of Jarchi</source>
        <translation>تنظیمات جارچی</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;بستن</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;عمومی</translation>
    </message>
    <message>
        <source>&amp;Visits</source>
        <translation>&amp;دیدارها</translation>
    </message>
    <message>
        <source>&amp;Balloons</source>
        <translation>با&amp;لن‌ها</translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation>&amp;صندوق ورودی</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;خروج از حساب</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 در %2</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>کسی وارد نشده است</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;زبان:</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;ظاهر:</translation>
    </message>
    <message>
        <source>Start with the &amp;desktop</source>
        <translation>آغاز هم‌زمان با &amp;میزکار</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>مانند میزکار</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>روشن</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>تیره</translation>
    </message>
    <message>
        <source>Only when I ask for it</source>
        <translation>فقط وقتی من بخواهم</translation>
    </message>
    <message>
        <source>Every %1</source>
        <translation>هر %1</translation>
    </message>
    <message>
        <source>&amp;Stay connected: products appear the moment they are added</source>
        <translation>&amp;متصل ماندن: کالاها همان دم که اضافه شوند پیدا می‌شوند</translation>
    </message>
    <message>
        <source>A visit &amp;lasts:</source>
        <translation>&amp;هر دیدار طول می‌کشد:</translation>
    </message>
    <message>
        <source>L&amp;ook in:</source>
        <translation>&amp;سر زدن:</translation>
    </message>
    <message>
        <source>Whatever is added between two visits comes with the next one. Nothing is lost.</source>
        <translation>هرچه میان دو دیدار اضافه شود با دیدار بعدی می‌آید. چیزی گم نمی‌شود.</translation>
    </message>
    <message>
        <source>As the desktop has it</source>
        <translation>هرچه میزکار بگوید</translation>
    </message>
    <message>
        <source>&amp;Quiet hours: no balloons, one summary afterwards</source>
        <translation>ساعت‌های &amp;سکوت: بدون بالن، و پس از آن یک خلاصه</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;از:</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>&amp;تا:</translation>
    </message>
    <message>
        <source>Balloons &amp;stay for:</source>
        <translation>&amp;ماندن بالن‌ها:</translation>
    </message>
    <message>
        <source>&amp;Play a sound</source>
        <translation>&amp;پخش صدا</translation>
    </message>
    <message>
        <source>Open links &amp;without encryption (http), too</source>
        <translation>پیو&amp;ندهای بی‌رمز (http) هم باز شوند</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>همیشه</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln روز</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep what was read:</source>
        <translation>&amp;نگه‌داشتن خوانده‌شده‌ها:</translation>
    </message>
    <message>
        <source>Sig&amp;n in…</source>
        <translation>&amp;ورود…</translation>
    </message>
    <message>
        <source>What is unread, or marked to be kept, stays in any case. What is older goes for good, an hour after you change this.</source>
        <translation>آنچه خوانده نشده یا نشان نگه‌داشتن دارد در هر حال می‌ماند. آنچه قدیمی‌تر است، یک ساعت پس از تغییر این گزینه برای همیشه پاک می‌شود.</translation>
    </message>
    <message>
        <source>&amp;Restore the defaults</source>
        <translation>باز&amp;گرداندن پیش‌فرض‌ها</translation>
    </message>
    <message>
        <source>Visits, balloons and inbox are as they were at first.</source>
        <translation>دیدارها، بالن‌ها و صندوق ورودی مانند روز نخست شدند.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;واگرد</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::Shell</name>
    <message>
        <source>About Jarchi</source>
        <translation>دربارهٔ جارچی</translation>
    </message>
    <message>
        <source>Jarchi %1</source>
        <translation>جارچی %1</translation>
    </message>
    <message>
        <source>The town crier: tells you about new products the moment a shop adds them.

MIT licence.</source>
        <translation>جارچی شهر: همان دم که فروشگاه کالای تازه‌ای اضافه کند خبرتان می‌کند.

پروانهٔ MIT.</translation>
    </message>
    <message>
        <source>Remember me</source>
        <translation>مرا به یاد بسپار</translation>
    </message>
    <message>
        <source>The key for this computer cannot be kept in a keychain.</source>
        <translation>کلید این رایانه در دسته‌کلید نگه‌داشتنی نیست.</translation>
    </message>
    <message>
        <source>Shall it be kept in a file that only you can read? Otherwise you type the password again next time.</source>
        <translation>در پرونده‌ای نگه داشته شود که فقط شما می‌توانید بخوانید؟ وگرنه بار بعد باید دوباره گذرواژه را بنویسید.</translation>
    </message>
    <message>
        <source>&amp;Keep it in a file</source>
        <translation>در &amp;پرونده نگه دار</translation>
    </message>
    <message>
        <source>&amp;Do not keep it</source>
        <translation>&amp;نگه ندار</translation>
    </message>
    <message>
        <source>Jarchi</source>
        <translation>جارچی</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::SignInDialog</name>
    <message>
        <source>Sign in to Jarchi</source>
        <translation>ورود به جارچی</translation>
    </message>
    <message>
        <source>Your shop gives you a user name and a password. Only a key for this computer is kept, never the password.</source>
        <translation>نام کاربری و گذرواژه را فروشگاه به شما می‌دهد. فقط کلیدی برای این رایانه نگه داشته می‌شود، هرگز نه گذرواژه.</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;سرور</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>نام &amp;کاربری</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;گذرواژه</translation>
    </message>
    <message>
        <source>&amp;Remember me on this computer</source>
        <translation>&amp;مرا در این رایانه به یاد بسپار</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>&amp;ورود</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>لغو</translation>
    </message>
    <message>
        <source>Which server? Its administrator knows the name.</source>
        <translation>کدام سرور؟ نامش را مدیر آن می‌داند.</translation>
    </message>
    <message>
        <source>The user name is missing.</source>
        <translation>نام کاربری نوشته نشده است.</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>گذرواژه نوشته نشده است.</translation>
    </message>
    <message>
        <source>Ask the &amp;keychain again</source>
        <translation>دوباره از &amp;دسته‌کلید بپرس</translation>
    </message>
    <message>
        <source>Its name, and its port if that is not 2019: shop.example:2020</source>
        <translation>نام آن، و اگر درگاه ۲۰۱۹ نیست شمارهٔ درگاه: shop.example:2020</translation>
    </message>
    <message>
        <source>S&amp;tay connected; otherwise one minute at a time</source>
        <translation>متصل &amp;بمان؛ وگرنه هر بار یک دقیقه</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::StatusLine</name>
    <message>
        <source>Nobody is signed in</source>
        <translation>کسی وارد نشده است</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>وصل نیست</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>در حال اتصال به %1…</translation>
    </message>
    <message>
        <source>Not connected; the next try is in %1</source>
        <translation>وصل نیست؛ تلاش بعدی تا %1 دیگر</translation>
    </message>
    <message>
        <source>Connected to %1 for %2 more</source>
        <translation>متصل به %1، تا %2 دیگر</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>متصل به %1</translation>
    </message>
    <message>
        <source>Si&amp;gn in…</source>
        <translation>ورو&amp;د…</translation>
    </message>
    <message>
        <source>Dis&amp;connect</source>
        <translation>&amp;قطع اتصال</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>وص&amp;ل شو</translation>
    </message>
</context>
<context>
    <name>jarchi::ui::TrayIcon</name>
    <message>
        <source>&amp;Stay connected</source>
        <translation>متصل &amp;بمان</translation>
    </message>
    <message>
        <source>I&amp;nterests…</source>
        <translation>&amp;علاقه‌ها…</translation>
    </message>
    <message>
        <source>For an &amp;hour</source>
        <translation>&amp;یک ساعت</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>تا &amp;فردا</translation>
    </message>
    <message>
        <source>&amp;End quiet</source>
        <translation>&amp;پایان سکوت</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;تنظیمات…</translation>
    </message>
    <message>
        <source>A&amp;bout Jarchi</source>
        <translation>&amp;دربارهٔ جارچی</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>تر&amp;ک برنامه</translation>
    </message>
    <message>
        <source>Quiet: no balloons for now.</source>
        <translation>سکوت: فعلاً بدون بالن.</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>کسی وارد نشده است</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>متصل نیست</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>در حال اتصال به %1</translation>
    </message>
    <message>
        <source>Connected as %1</source>
        <translation>متصل به نام %1</translation>
    </message>
    <message>
        <source>Connected as %1, for %2 more</source>
        <translation>متصل به نام %1، تا %2 دیگر</translation>
    </message>
    <message>
        <source>&amp;Connect now</source>
        <translation>اتصا&amp;ل</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;قطع اتصال</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Inbox, %Ln unread</source>
        <translation>
            <numerusform>&amp;صندوق ورودی، %Ln خوانده‌نشده</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation>&amp;صندوق ورودی</translation>
    </message>
    <message numerus="yes">
        <source>Jarchi: %1
%Ln unread</source>
        <translation>
            <numerusform>جارچی: %1
%Ln خوانده‌نشده</numerusform>
        </translation>
    </message>
    <message>
        <source>Jarchi: %1</source>
        <translation>جارچی: %1</translation>
    </message>
    <message>
        <source>Q&amp;uiet</source>
        <translation>&amp;سکوت</translation>
    </message>
    <message>
        <source>Si&amp;gn in…</source>
        <translation>&amp;ورود…</translation>
    </message>
    <message>
        <source>Quiet until %1, %2.</source>
        <translation>سکوت تا %1، ساعت %2.</translation>
    </message>
    <message>
        <source>Quiet until %1.</source>
        <translation>سکوت تا ساعت %1.</translation>
    </message>
    <message>
        <source>Click to sign in.</source>
        <translation>برای ورود کلیک کنید.</translation>
    </message>
    <message>
        <source>Click to connect.</source>
        <translation>برای اتصال کلیک کنید.</translation>
    </message>
    <message>
        <source>Sign &amp;out…</source>
        <translation>&amp;خروج از حساب…</translation>
    </message>
</context>
<context>
    <name>jarchi::widgets::Format</name>
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
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>دیروز</translation>
    </message>
</context>
<context>
    <name>jarchi::widgets::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>بستن این پیام</translation>
    </message>
</context>
<context>
    <name>jarchi::widgets::PasswordField</name>
    <message>
        <source>Su&amp;ggest one</source>
        <translation>&amp;پیشنهاد</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;رونوشت</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>نمایش گذرواژه</translation>
    </message>
    <message>
        <source>At least 12 characters, or a few words, are good.</source>
        <translation>دست‌کم ۱۲ نویسه، یا چند واژه، خوب است.</translation>
    </message>
    <message>
        <source>Weak: easily guessed.</source>
        <translation>ضعیف: به‌آسانی حدس زده می‌شود.</translation>
    </message>
    <message>
        <source>Fair: longer is better.</source>
        <translation>متوسط: بلندتر بهتر است.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>خوب.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>قوی.</translation>
    </message>
</context>
<context>
    <name>jarchi::widgets::PriceEdit</name>
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
</TS>
