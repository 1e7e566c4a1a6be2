#include "base/email_address.hpp"

#include <gtest/gtest.h>

namespace kith {
namespace {

TEST(EmailAddress, IsTakenTrimmedAndInLowerCase)
{
    EXPECT_EQ(EmailAddress::parse("  Steward@Example.ORG ")->reveal(), "steward@example.org");
    EXPECT_EQ(EmailAddress::parse("o'neil+kith@mail.example.co.uk")->reveal(), "o'neil+kith@mail.example.co.uk");
}

TEST(EmailAddress, KnowsTheNamesThatNobodyCanHave)
{
    for (const auto* address : {"a@westmere.example", "a@example.org", "a@example.com"}) EXPECT_TRUE(EmailAddress::parse(address)->is_made_up()) << address;
    for (const auto* address : {"a@westmere.gov.uk", "a@myexample.org", "a@example.org.uk"}) EXPECT_FALSE(EmailAddress::parse(address)->is_made_up()) << address;
}

TEST(EmailAddress, SaysWhatToEnterWhereNoneIsGiven)
{
    EXPECT_EQ(EmailAddress::parse("  ").error().message, "Enter an email address");
}

TEST(EmailAddress, IsRefusedWhereItCannotBeOne)
{
    for (const auto* text : {"steward", "@example.org", "steward@", "steward@example", "a@b@example.org", "a b@example.org", "a@example..org",
                             "a@-example.org", "a\n@example.org", "a@example.org,b@example.org", "<a@example.org>", "a@example.org."}) {
        EXPECT_FALSE(EmailAddress::parse(text)) << text;
    }
    EXPECT_FALSE(EmailAddress::parse(std::string(65, 'a') + "@example.org"));
    EXPECT_FALSE(EmailAddress::parse("a@" + std::string(250, 'b') + ".org"));
}

}  // namespace
}  // namespace kith
