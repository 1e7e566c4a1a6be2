// Rates: who was asked, who answered, and whose formal responses are there.
#include "questionnaire/rates.hpp"

#include <gtest/gtest.h>

namespace kith::questionnaire {

TEST(Rates, CountAFormalResponseForTheOrganisationThatWasAskedForItAlone)
{
    const access::OrganisationId oak{1}, elm{2}, ash{3};
    const auto came = [](access::OrganisationId organisation, std::int64_t sheets) { return Came{.viewpoint = "team", .organisation = organisation, .locality = {}, .formal = true, .sheets = sheets}; };
    const auto rates = rates_of({}, {came(oak, 1), came(elm, 3), came(ash, 2)}, {{oak, 2}, {ash, 1}});
    EXPECT_EQ(rates.whole.asked_formal, 3);
    EXPECT_EQ(rates.whole.formal, 6);
    EXPECT_EQ(rates.whole.formal_of_asked, 2) << "one of oak's two and ash's one; elm was not asked";
    EXPECT_EQ(rates.by_organisation.at(elm).formal_of_asked, 0);
    EXPECT_EQ(rates.by_organisation.at(ash).formal_of_asked, 1);
}

}  // namespace kith::questionnaire
