#include "partnership/organisation_file.hpp"

#include <gtest/gtest.h>

namespace kith::partnership {
namespace {

OrganisationFile organisations(std::string rows, const KnownCodes& known = {})
{
    return read_organisations(
        files::CsvTable::read("organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\n" + rows).value(), known);
}

SettingFile settings(std::string rows, const KnownCodes& known = {})
{
    return read_settings(
        files::CsvTable::read("organisation,setting_code,name,kind,locality_code,locality_name,postcode\n" + rows).value(), known);
}

HeldPartnership held_acorns()
{
    HeldPartnership held;
    held.localities["E"] = {.id = LocalityId{5}, .code = "E", .name = "Eastfield"};
    held.organisations["acorns"] = {.id = OrganisationId{1}, .code = "acorns", .name = "Acorns", .sector = "early_years", .kind = "nursery",
                                    .ownership = Ownership::pvi, .expected_headcount = 12};
    held.settings[{"acorns", "one"}] = {.id = SettingId{9}, .organisation = OrganisationId{1}, .code = "one", .name = "One", .kind = "nursery",
                                        .locality = LocalityId{5}, .postcode = "SY1 2AB"};
    return held;
}

TEST(OrganisationFile, IsKnownByItsHeader)
{
    auto table = [](std::string text) { return files::CsvTable::read(std::move(text)).value(); };
    EXPECT_TRUE(is_organisation_file(table(organisation_template() + "a,b,c,d,e,1,\n")));
    EXPECT_TRUE(is_setting_file(table(setting_template() + "a,b,c,d,e,f,g\n")));
    EXPECT_FALSE(is_organisation_file(table(setting_template() + "a,b,c,d,e,f,g\n")));
    EXPECT_FALSE(is_setting_file(table("name,kind\na,b\n")));
}

TEST(OrganisationFile, IsReadRowByRow)
{
    auto file = organisations("acorns,Acorns,nursery,pvi,early_years,12,27/3/2019\n");
    EXPECT_TRUE(file.findings.empty());
    ASSERT_EQ(file.organisations.size(), 1u);
    EXPECT_EQ(file.organisations[0].organisation.expected_headcount, 12);
    EXPECT_EQ(file.organisations[0].organisation.opened_on, Date::of(2019, 3, 27).value());
    EXPECT_EQ(file.organisations[0].line, 2);
}

TEST(OrganisationFile, LeavesOutRowsItCannotTakeAndSaysWhy)
{
    auto rule_of = [](std::string row, const KnownCodes& known = {}) {
        auto file = organisations("good,Good,nursery,pvi,early_years,,\n" + row, known);
        EXPECT_EQ(file.organisations.size(), 1u) << row;
        return file.findings.empty() ? "" : file.findings.front().rule;
    };
    EXPECT_EQ(rule_of(",No code,nursery,pvi,early_years,,\n"), "P-ORG-1");
    EXPECT_EQ(rule_of("a,,nursery,pvi,early_years,,\n"), "P-ORG-1");
    EXPECT_EQ(rule_of("good,Twice,nursery,pvi,early_years,,\n"), "P-ORG-2");
    EXPECT_EQ(rule_of("a,A,nursery,pvi,astronomy,,\n", {.sectors = {"early_years"}}), "P-ORG-3");
    EXPECT_EQ(rule_of("a,A,nursery,crown,early_years,,\n"), "P-ORG-4");
}

TEST(OrganisationFile, TakesARowWithoutTheValueItCannotRead)
{
    auto file = organisations("a,A,nursery,pvi,early_years,many,30/2/2020\n");
    ASSERT_EQ(file.organisations.size(), 1u);
    ASSERT_EQ(file.findings.size(), 2u);
    EXPECT_EQ(file.findings[0].rule, "P-ORG-5");
    EXPECT_EQ(file.findings[1].rule, "P-ORG-6");
    EXPECT_EQ(file.findings[0].severity, FileSeverity::warning);
}

TEST(OrganisationFile, LeavesAsItIsWhatItDoesNotSay)
{
    auto plan = plan_for(organisations("acorns,Acorns,nursery,pvi,early_years,,\n"), held_acorns());
    EXPECT_TRUE(plan.is_empty());
    EXPECT_EQ(plan.unchanged, 1);
    auto changed = plan_for(organisations("acorns,Acorns and Oaks,nursery,pvi,early_years,,\nb,B,other,public,health,3,\n"), held_acorns());
    ASSERT_EQ(changed.changed_organisations.size(), 1u);
    EXPECT_EQ(changed.changed_organisations[0].expected_headcount, 12);
    EXPECT_EQ(changed.changed_organisations[0].id, OrganisationId{1});
    EXPECT_EQ(changed.new_organisations.size(), 1u);
}

TEST(SettingFile, LeavesOutRowsItCannotTakeAndSaysWhy)
{
    auto rule_of = [](std::string row, std::size_t taken, const KnownCodes& known = {}) {
        auto file = settings("acorns,one,One,nursery,E,Eastfield,SY1 2AB\n" + row, known);
        EXPECT_EQ(file.settings.size(), taken) << row;
        return file.findings.empty() ? "" : file.findings.front().rule;
    };
    EXPECT_EQ(rule_of("acorns,,Two,nursery,E,,\n", 1), "P-SET-1");
    EXPECT_EQ(rule_of("acorns,one,Again,nursery,E,,\n", 1), "P-SET-2");
    EXPECT_EQ(rule_of("acorns,two,Two,castle,E,,\n", 1, {.setting_kinds = {"nursery"}}), "P-SET-3");
    EXPECT_EQ(rule_of(",two,Two,nursery,E,,\n", 1), "P-SET-4");
    EXPECT_EQ(rule_of("acorns,two,Two,nursery,E,,nowhere\n", 2), "P-SET-5");
    EXPECT_EQ(rule_of("acorns,two,Two,nursery,E,Estfield,\n", 2), "P-SET-6");
    auto file = settings("unknown,one,One,nursery,E,Eastfield,\n");
    EXPECT_TRUE(plan_for(file, held_acorns()).new_settings.empty());
    EXPECT_EQ(file.findings.front().rule, "P-SET-7");
}

TEST(SettingFile, AddsLocalitiesOnceAndChangesTheirNames)
{
    auto file = settings("acorns,two,Two,nursery,W,Westfield,\nacorns,three,Three,nursery,W,Westfield,\nacorns,one,One,nursery,E,East,\n");
    auto plan = plan_for(file, held_acorns());
    ASSERT_EQ(plan.new_localities.size(), 1u);
    EXPECT_EQ(plan.new_localities[0].name, "Westfield");
    ASSERT_EQ(plan.changed_localities.size(), 1u);
    EXPECT_EQ(plan.changed_localities[0].name, "East");
    EXPECT_EQ(plan.new_settings.size(), 2u);
    EXPECT_EQ(plan.unchanged, 1);
}

TEST(SettingFile, TakesAnyBytesThatAreATable)
{
    for (const auto* text : {"organisation,setting_code,name,kind\n\"\",\"\",\"\",\"\"\n", "organisation,setting_code,name,kind\na\n",
                             "organisation,setting_code,name,kind\na,b,c,d,e,f,g,h\n"}) {
        auto table = files::CsvTable::read(text);
        if (table) read_settings(*table, {});
    }
}

}  // namespace
}  // namespace kith::partnership
