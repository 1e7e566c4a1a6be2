#include "intake/staff_template.hpp"

#include "intake/staff_check.hpp"
#include "kit/intake_sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::intake {

TEST(StaffTemplate, LeavesItsMadeUpPeopleOutWhereSomeoneHandsThemIn)
{
    auto area = kit::sample_area();
    auto alone = check_staff("staff-return.csv", staff_template(kit::sample_packs()), area);
    EXPECT_EQ(alone.format, "Kith staff return");
    EXPECT_THAT(alone.refusal, testing::HasSubstr("nobody but the made-up people"));
    auto filled = check_staff("staff-return.csv", staff_template(kit::sample_packs()) + "OAK,7,Reyes,Ana,,,,health_visitor,health,core,permanent,0.6,,,,01/04/2019,,\r\n", area);
    EXPECT_EQ(filled.rows, 1);
    EXPECT_EQ(filled.can_take, 1);
    EXPECT_EQ(filled.file->rows[0].line, 5);
    ASSERT_FALSE(filled.findings.empty());
    EXPECT_EQ(filled.findings[0].rule, "K-FILE-7");
    EXPECT_EQ(filled.findings[0].message, "Made-up people of the template are not taken: 3 rows left out.");
}

TEST(StaffTemplate, EveryFileToStartFromIsRecognised)
{
    EXPECT_EQ(recognise_start(staff_template_in_full()), &kith_staff_profile());
    EXPECT_EQ(recognise_start(facts_template(kit::sample_packs())), &kith_facts_profile());
    auto area = kit::sample_area();
    auto check = check_staff("staff-facts.csv", facts_template(kit::sample_packs()), area);
    EXPECT_EQ(check.format, "Kith file of facts about staff");
    EXPECT_THAT(check.refusal, testing::HasSubstr("nobody but the made-up people"));
}

TEST(StaffTemplate, GuideNamesEveryColumnAndEveryCodeOfTheLiveLists)
{
    auto guide = staff_template_guide(kit::sample_packs());
    for (const auto* profile : {&kith_staff_profile(), &kith_facts_profile()})
        for (const auto& column : profile->columns) EXPECT_THAT(guide, testing::HasSubstr(std::string{column.name}));
    for (const auto& role : kit::sample_packs().list("roles").codes()) EXPECT_THAT(guide, testing::HasSubstr(role.code));
    EXPECT_THAT(guide, testing::HasSubstr("Family hub worker"));
    EXPECT_THAT(staff_template_guide(kit::sample_packs(), packs::Era::of_2009), testing::HasSubstr("Children's centre worker"));
}

}  // namespace kith::intake
