#include "workforce/head_count.hpp"

#include <gtest/gtest.h>

namespace kith::workforce {
namespace {

using access::LocalityId;
using access::OrganisationId;
using access::Reach;
using access::StaffRecordId;
using tally::Column;

const packs::Packs& the_packs()
{
    static const packs::Packs packs = packs::built_in();
    return packs;
}

/// Three people of organisation 1 in locality 5 (one of them wider), one of organisation 2 in locality 6.
struct Area {
    tally::Dictionaries dictionaries;
    std::vector<tally::Stretch> rows;
    Names names{the_packs(), {}, {}};

    Area()
    {
        names.localities = {{.id = LocalityId{5}, .code = "E", .name = "Eastfield"}, {.id = LocalityId{6}, .code = "W", .name = "Westfield"}};
        names.organisations = {{.id = OrganisationId{1}, .code = "acorns", .name = "Acorns"}, {.id = OrganisationId{2}, .code = "brook", .name = "Brook"}};
        add(1, "1", "5", "nursery_nurse", "core", 0);
        add(2, "1", "5", "nursery_nurse", "core", 800);
        add(3, "1", "5", "other:42", "wider", 0);
        add(4, "2", "6", "teacher", "core", 0);
    }
    void add(std::int64_t person, std::string_view organisation, std::string_view locality, std::string_view role, std::string_view breadth, int from)
    {
        tally::Stretch row{.person = person, .record = person, .engagement = person, .from = Date::from_days(from)};
        auto set = [&](Column column, std::string_view text) { row.codes[place_of(column)] = dictionaries[place_of(column)].add(text); };
        set(Column::organisation, organisation);
        set(Column::locality, locality);
        set(Column::role, role);
        set(Column::breadth, breadth);
        set(Column::sector, person == 4 ? "education" : "early_years");
        rows.push_back(row);
    }
    tally::Table table() const { return tally::Table{rows, dictionaries}; }
};

TEST(HeadCount, HoldsExpectedStaffAgainstThoseInPostOnTheDay)
{
    Area area;
    using InPost = std::unordered_map<OrganisationId, std::int64_t>;
    EXPECT_EQ(people_in_post(area.table(), Date::from_days(1000)), (InPost{{OrganisationId{1}, 3}, {OrganisationId{2}, 1}}));
    EXPECT_EQ(people_in_post(area.table(), Date::from_days(799)), (InPost{{OrganisationId{1}, 2}, {OrganisationId{2}, 1}}));
}

TEST(HeadCount, CountsNowAYearBeforeAndTheCore)
{
    Area area;
    auto count = head_count({.on = Date::from_days(1000)}, area.names, area.table(), Reach::everything());
    EXPECT_EQ(count.total.records, 4);
    EXPECT_EQ(count.core.records, 3);
    EXPECT_EQ(count.year_before.records, 3);
    ASSERT_EQ(count.lines.size(), 2u);
    EXPECT_EQ(count.lines[0].label, "Early years and childcare");
    EXPECT_EQ(count.lines[0].counts.records, 3);
}

TEST(HeadCount, StaysWithinReach)
{
    Area area;
    const HeadCountQuestion question{.on = Date::from_days(1000)};
    auto people = [&](const Reach& reach) { return head_count(question, area.names, area.table(), reach).total.records; };
    EXPECT_EQ(people(Reach::within({OrganisationId{2}})), 1);
    EXPECT_EQ(people(Reach::within({}, {LocalityId{5}})), 3);
    EXPECT_EQ(people(Reach::within({}, {}, {StaffRecordId{2}})), 1);
    EXPECT_EQ(people(Reach::within({OrganisationId{99}})), 0);
    EXPECT_EQ(people(Reach{}), 0);
}

TEST(HeadCount, LeavesOutOfTheQuestionWhatTheViewerMayNotName)
{
    Area area;
    area.names.organisations.pop_back();
    auto question = understood({.on = {}, .localities = {"E", "E", "X"}, .sectors = {"astronomy"}, .roles = {"other:42", "other:43", "teacher"}, .organisations = {"brook"}, .breadths = {"all"}},
                               area.names, area.table());
    EXPECT_EQ(question.localities, std::vector<std::string>{"E"});
    EXPECT_TRUE(question.sectors.empty());
    EXPECT_EQ(question.roles, (std::vector<std::string>{"other:42", "teacher"}));
    EXPECT_TRUE(question.organisations.empty());
    EXPECT_TRUE(question.breadths.empty());
}

TEST(HeadCount, CountsNobodyForAFilterThatNoRowAnswers)
{
    Area area;
    area.names.localities.push_back({.id = LocalityId{7}, .code = "N", .name = "Northfield"});
    EXPECT_EQ(head_count({.on = Date::from_days(1000), .localities = {"N"}}, area.names, area.table(), Reach::everything()).total.records, 0);
}

TEST(HeadCount, IsSaidInASentence)
{
    Area area;
    const auto today = Date::from_days(1000);
    auto said = [&](const HeadCountQuestion& question) {
        return sentence(question, head_count(question, area.names, area.table(), Reach::everything()), area.names, today);
    };
    EXPECT_EQ(said({.on = today}), "4 staff work here today.");
    EXPECT_EQ(said({.on = today, .localities = {"E"}, .sectors = {"early_years"}}), "3 early years and childcare staff work in Eastfield today.");
    EXPECT_EQ(said({.on = Date::from_days(500), .organisations = {"acorns"}}), "2 staff worked for Acorns on 16 May 1971.");
    EXPECT_EQ(said({.on = Date::from_days(1500), .roles = {"teacher"}, .breadths = {"core"}}), "1 core member of staff is due to work as teacher here on 9 February 1974.");
    EXPECT_EQ(said({.on = today, .localities = {"E", "W"}}), "4 staff work in Eastfield and Westfield today.");
}

TEST(HeadCount, NamesRolesWithoutAMappingAsReportedAndPlacesBeyondReachNotAtAll)
{
    Area area;
    EXPECT_EQ(label_of(Column::role, "asc-wds-2019-job-roles:42", area.names).ends_with("(as reported)"), true);
    EXPECT_EQ(label_of(Column::locality, "99", area.names), "Elsewhere");
    EXPECT_EQ(label_of(Column::sector, "", area.names), "Not reported");
}

}  // namespace
}  // namespace kith::workforce
