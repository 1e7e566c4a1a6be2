#include "base/national_insurance_number.hpp"
#include "base/postcode.hpp"

#include <gtest/gtest.h>

namespace kith {

TEST(Postcode, ReadsAnyCaseAndSpacingAndWritesOneForm)
{
    for (auto text : {"ls1 2rp", "LS12RP", " LS1  2RP "}) EXPECT_EQ(Postcode::parse(text)->text(), "LS1 2RP");
    EXPECT_EQ(Postcode::parse("CV37 6PH")->outward(), "CV37");
    EXPECT_EQ(Postcode::parse("w1a1aa")->text(), "W1A 1AA");
    EXPECT_EQ(Postcode::parse("EC1A 1BB")->text(), "EC1A 1BB");
}

TEST(Postcode, RefusesWhatIsNotOne)
{
    for (auto text : {"", "LS1", "2RP", "LS1 2RPX", "LS1 2CP", "1LS 2RP", "LS123 2RP", "L\xC3\xA9 1AA"}) EXPECT_FALSE(Postcode::parse(text)) << text;
}

TEST(NationalInsuranceNumber, ReadsSpacesAndSmallLettersAndAMissingLastLetter)
{
    EXPECT_EQ(NationalInsuranceNumber::parse("ab 12 34 56 c")->reveal(), "AB123456C");
    EXPECT_EQ(NationalInsuranceNumber::parse("AB123456")->without_suffix(), "AB123456");
    EXPECT_EQ(NationalInsuranceNumber::parse("AB123456C")->without_suffix(), NationalInsuranceNumber::parse("AB123456")->without_suffix());
}

TEST(NationalInsuranceNumber, RefusesPrefixesNeverGivenOutWithoutRepeatingTheNumber)
{
    for (auto text : {"QQ123456C", "DA123456A", "AO123456A", "BG123456A", "ZZ123456A", "AB123456E", "AB12345C", "A1234567C", ""}) {
        auto read = NationalInsuranceNumber::parse(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().message.find("123456"), std::string::npos);
    }
}

}  // namespace kith
