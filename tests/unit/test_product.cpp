// SPDX-License-Identifier: MIT
#include "base/text_rules.h"
#include "catalog/product.h"

#include <QTest>

using namespace jarchi;
using namespace jarchi::catalog;
using namespace Qt::StringLiterals;

namespace {

Product goodProduct()
{
    return {u"Fairphone 6"_s, u"Phones"_s, Money{59900, u"EUR"_s}, u"https://shop.example/6"_s, u"Repairable"_s};
}

QList<Field> faultyFields(const Product &product)
{
    QList<Field> fields;
    if (const auto checked = validated(product); !checked) {
        for (const FieldFault &fault : checked.error()) {
            fields.append(fault.field);
        }
    }
    return fields;
}

} // namespace

class TestProduct : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void product_good_comesBackTrimmedAndComposed();
    void product_everythingWrong_namesEachFieldInOrder();
    void product_oneFieldWrong_namesThatField();
    void product_longestTexts_areAccepted();
    void announcement_withoutCategory_isToEveryone();
    void announcement_faulty_namesEachField();
    void category_thatFoldsToNothing_isRefused();
    void category_good_comesBackTrimmed();
    void faults_asError_areOneSentenceAfterAnother();
};

void TestProduct::product_good_comesBackTrimmedAndComposed()
{
    Product product = goodProduct();
    product.name = u"  Cafe\u0301 \n"_s;
    product.category = u"\tPhones "_s;
    product.url = u" https://shop.example/6 "_s;
    product.description = u"\nTwo\nlines "_s;
    const auto checked = validated(product);
    QVERIFY(checked);
    QCOMPARE(checked->name, u"Caf\u00e9"_s);
    QCOMPARE(checked->category, u"Phones"_s);
    QCOMPARE(checked->url, u"https://shop.example/6"_s);
    QCOMPARE(checked->description, u"Two\nlines"_s);
    QCOMPARE(checked->price, product.price);
}

void TestProduct::product_everythingWrong_namesEachFieldInOrder()
{
    const Product product{{}, u" "_s, Money{-1, u"euro"_s}, u"javascript:1"_s, QString(QChar(u'\0'))};
    QCOMPARE(faultyFields(product), (QList<Field>{Field::Name, Field::Category, Field::Price, Field::Currency,
                                                  Field::Url, Field::Description}));
}

void TestProduct::product_oneFieldWrong_namesThatField()
{
    Product product = goodProduct();
    product.name = QString(257, u'x');
    QCOMPARE(faultyFields(product), QList<Field>{Field::Name});
    product = goodProduct();
    product.name = u"two\nlines"_s;
    QCOMPARE(validated(product).error(),
             (QList<FieldFault>{{Field::Name, u"The name has a control character in it."_s}}));
    product = goodProduct();
    product.description = QString(jarchi::limits::BodyBytes + 1, u'x');
    QCOMPARE(faultyFields(product), QList<Field>{Field::Description});
    product = goodProduct();
    product.url = u"http://shop.example/"_s;
    QCOMPARE(faultyFields(product), QList<Field>{Field::Url});
    product = goodProduct();
    product.name = u"evil\u202Etxt"_s;
    QCOMPARE(faultyFields(product), QList<Field>{Field::Name});
}

void TestProduct::product_longestTexts_areAccepted()
{
    const Product product{QString(256, u'گ'), QString(256, u'ک'), {}, {}, QString(4096, u'x')};
    QVERIFY(validated(product));
}

void TestProduct::announcement_withoutCategory_isToEveryone()
{
    const auto checked = validated(Announcement{u" Closed on Monday "_s, {}, {}, {}, {}});
    QVERIFY(checked);
    QCOMPARE(checked->title, u"Closed on Monday"_s);
    QVERIFY(checked->category.isEmpty());
}

void TestProduct::announcement_faulty_namesEachField()
{
    const auto checked = validated(Announcement{{}, QString(5000, u'x'), QString(300, u'x'), u"x"_s, {}});
    QVERIFY(!checked);
    QCOMPARE(checked.error().size(), 4);
    QCOMPARE(checked.error().at(0).field, Field::Title);
    QCOMPARE(checked.error().at(1).field, Field::Body);
    QCOMPARE(checked.error().at(2).field, Field::Category);
    QCOMPARE(checked.error().at(3).field, Field::Url);
}

void TestProduct::category_thatFoldsToNothing_isRefused()
{
    QVERIFY(!validatedCategory({}));
    QVERIFY(!validatedCategory(u"  "_s));
    QVERIFY(!validatedCategory(u"\u200C"_s));
    QVERIFY(!validatedCategory(u"\u0301"_s));
}

void TestProduct::category_good_comesBackTrimmed()
{
    QCOMPARE(validatedCategory(u" گوشی\u200Cها "_s).value(), u"گوشی\u200Cها"_s);
}

void TestProduct::faults_asError_areOneSentenceAfterAnother()
{
    const auto error = toError({{Field::Name, u"The name is empty."_s}, {Field::Url, u"The address is bad."_s}});
    QCOMPARE(error.message, u"The name is empty. The address is bad."_s);
    QCOMPARE(error.kind, jarchi::Error::Kind::Refused);
}

QTEST_APPLESS_MAIN(TestProduct)
#include "test_product.moc"
