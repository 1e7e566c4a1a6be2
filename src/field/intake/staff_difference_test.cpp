#include "intake/staff_difference.hpp"

#include "intake/gone.hpp"
#include "kit/intake_sample.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <random>

namespace kith::intake {
namespace {
using kit::day;
using kit::StaffCells;

struct Compared {
    std::shared_ptr<const Surroundings> area;  // the rows of the check point into it
    StaffCheck check;
    StaffDifference difference;
    std::int64_t counted(std::string_view id) const
    {
        for (const auto& heading : difference.difference.headings)
            if (heading.id == id) return heading.count;
        return -1;
    }
    std::string words(std::string_view id) const
    {
        for (const auto& heading : difference.difference.headings)
            if (heading.id == id && !heading.samples.empty()) return heading.samples.front().words;
        return {};
    }
};

workforce::RegisterView nothing_held() { return {.organisation = kit::oak, .records = {}}; }

Compared compared(const std::string& bytes, const workforce::RegisterView& view, Date today = day("2026-11-01"))
{
    Compared result;
    result.area = std::make_shared<const Surroundings>(kit::sample_area(kit::oak, today));
    result.check = check_staff("staff.csv", bytes, *result.area);
    EXPECT_EQ(result.check.refusal, "");
    result.difference = difference_of(*result.check.file, view, kit::sample_packs(), today);
    return result;
}

workforce::RegisterView holding(const std::vector<StaffCells>& rows, Date today = day("2026-11-01"))
{
    return kit::carried_out(nothing_held(), compared(kit::staff_file(rows), nothing_held(), today).difference.plan);
}
}  // namespace

TEST(StaffDifference, AddsPeopleTheRegisterDoesNotHold)
{
    auto result = compared(kit::staff_file({{}, {.staff_reference = "A2"}}), nothing_held());
    EXPECT_EQ(result.counted("new"), 2);
    EXPECT_EQ(result.words("new"), "Health visitor, FTE 0.6 from 1 April 2019");
    ASSERT_EQ(result.difference.plan.new_records.size(), 2U);
    const auto& terms = result.difference.plan.new_records[0].engagements[0].terms[0];
    EXPECT_EQ(terms.role_code, "health_visitor");
    EXPECT_EQ(terms.role_list, "roles");
    EXPECT_EQ(terms.from_on, day("2019-04-01"));
    EXPECT_EQ(result.difference.difference.writes, 6);
}

TEST(StaffDifference, TheSameFileTwiceChangesNothing)
{
    std::vector<StaffCells> rows{{}, {.staff_reference = "A2", .fte = "", .setting = ""}, {.staff_reference = "A3", .end_date = "2020-01-31"}};
    auto again = compared(kit::staff_file(rows), holding(rows), day("2027-02-01"));
    EXPECT_TRUE(again.difference.plan.is_empty());
    EXPECT_EQ(again.counted("unchanged"), 3);
    EXPECT_EQ(again.difference.difference.writes, 0);
}

TEST(StaffDifference, AChangeOfHoursIsNewTermsAndNeitherLeaverNorStarter)
{
    auto result = compared(kit::staff_file({{.fte = "0.8"}}), holding({{}}));
    EXPECT_EQ(result.counted("changed"), 1);
    EXPECT_EQ(result.counted("new_engagements") + result.counted("ended") + result.counted("new"), 0);
    EXPECT_EQ(result.words("changed"), "FTE 0.6 becomes 0.8 from 1 November 2026");
    ASSERT_EQ(result.difference.plan.new_terms.size(), 1U);
    EXPECT_EQ(result.difference.plan.new_terms[0].terms.from_on, day("2026-11-01"));
}

TEST(StaffDifference, TermsWithADayOfTheirOwnStandFromThatDay)
{
    auto held = holding({{}});
    auto file = kit::staff_file({{.fte = "0.8", .terms_from = "2026-09-01"}});
    auto result = compared(file, held);
    ASSERT_EQ(result.difference.plan.new_terms.size(), 1U);
    EXPECT_EQ(result.difference.plan.new_terms[0].terms.from_on, day("2026-09-01"));
    held = kit::carried_out(held, result.difference.plan);
    EXPECT_TRUE(compared(file, held).difference.plan.is_empty());
    auto corrected = compared(kit::staff_file({{.fte = "0.9", .terms_from = "2026-09-01"}}), held);
    EXPECT_EQ(corrected.difference.plan.changed_terms.size(), 1U);
    EXPECT_TRUE(corrected.difference.plan.new_terms.empty());
}

TEST(StaffDifference, EndsAJobOnlyWhereTheFileGivesItsLastDay)
{
    auto held = holding({{}, {.staff_reference = "A2"}});
    auto result = compared(kit::staff_file({{.end_date = "2026-10-31"}}), held);
    EXPECT_EQ(result.counted("ended"), 1);
    EXPECT_EQ(result.difference.difference.ends, 1);
    EXPECT_EQ(result.counted("absent"), 1);
    ASSERT_EQ(result.difference.plan.changed_engagements.size(), 1U);
    EXPECT_EQ(result.difference.plan.changed_engagements[0].engagement.ended_on, day("2026-10-31"));
}

TEST(StaffDifference, LeavesAsHeldWhatARuleRefusedAndWhatTheFileIsSilentAbout)
{
    auto held = holding({{}});
    auto refused = compared(kit::staff_file({{.role = "helth visiter", .fte = "60", .setting = "NOWHERE"}}), held);
    EXPECT_TRUE(refused.difference.plan.is_empty());
    auto silent = compared("staff_reference,role,start_date\nA1,health_visitor,2019-04-01\n", held);
    EXPECT_TRUE(silent.difference.plan.is_empty());
    auto cleared = compared(kit::staff_file({{.family_name = "", .fte = ""}}), held);
    EXPECT_EQ(cleared.difference.plan.changed_records[0].record.family_name.reveal(), "");
    EXPECT_FALSE(cleared.difference.plan.new_terms[0].terms.fte);
}

TEST(StaffDifference, NeverTakesARefusedRow)
{
    auto result = compared(kit::staff_file({{.end_date = "2018-01-01"}}), nothing_held());
    EXPECT_TRUE(result.difference.plan.is_empty());
    EXPECT_EQ(result.check.can_take, 0);
}

TEST(StaffDifference, ASecondJobIsANewEngagementOfTheSameRecord)
{
    auto held = holding({{.fte = "0.4"}});
    auto result = compared(kit::staff_file({{.fte = "0.4"}, {.role = "school_nurse", .fte = "0.4", .start_date = "2024-01-01"}}), held);
    EXPECT_EQ(result.counted("new_engagements"), 1);
    EXPECT_EQ(result.counted("new"), 0);
    EXPECT_EQ(result.difference.plan.new_engagements[0].added.engagement.reference, "from-2024-01-01");
}

TEST(StaffDifference, ACorrectedStartOfTheOnlyJobIsNotASecondJob)
{
    auto result = compared(kit::staff_file({{.start_date = "2019-05-01"}}), holding({{}}));
    EXPECT_EQ(result.counted("new_engagements"), 0);
    ASSERT_EQ(result.difference.plan.changed_engagements.size(), 1U);
    EXPECT_EQ(result.words("changed"), "start 1 April 2019 becomes 1 May 2019");
}

TEST(StaffDifference, ComingBackAfterLeavingIsANewJob)
{
    auto held = holding({{.end_date = "2020-01-31"}});
    auto result = compared(kit::staff_file({{.start_date = "2026-02-01"}}), held);
    EXPECT_EQ(result.counted("new_engagements"), 1);
    EXPECT_TRUE(result.difference.plan.changed_engagements.empty());
}

TEST(StaffDifference, DoesNotCallRecordsChangedWhereTheKeyIsNotAtHand)
{
    auto held = holding({{.national_insurance_number = "AB123456C"}});
    held.secrets_readable = false;
    held.records[0].record.national_insurance.reset();
    EXPECT_TRUE(compared(kit::staff_file({{.national_insurance_number = "AB123456C"}}), held).difference.plan.is_empty());
}

TEST(StaffDifference, SamplesNeverHoldNamesOrNumbers)
{
    auto held = holding({{.national_insurance_number = "AB123456C"}});
    auto result = compared(kit::staff_file({{.family_name = "Okafor", .date_of_birth = "1985-01-01", .national_insurance_number = "AB654321C"}}), held);
    EXPECT_EQ(result.words("changed"), "name and date of birth and National Insurance number change");
}

TEST(StaffDifference, FingerprintChangesWithThePlanAndOnlyThen)
{
    auto held = holding({{}});
    auto one = compared(kit::staff_file({{.fte = "0.8"}}), held).difference.difference.fingerprint;
    EXPECT_EQ(one, compared(kit::staff_file({{.fte = "0.8"}}), held).difference.difference.fingerprint);
    EXPECT_NE(one, compared(kit::staff_file({{.fte = "0.9"}}), held).difference.difference.fingerprint);
}

TEST(StaffDifference, AnyFileAcceptedOnceIsEmptyTheSecondTime)
{
    constexpr unsigned seed = 20'261'101;
    std::mt19937 chance{seed};
    auto pick = [&](std::vector<std::string> of) { return of[chance() % of.size()]; };
    auto random_row = [&] {
        return StaffCells{.organisation = pick({"OAK", "ELM", ""}), .staff_reference = pick({"A1", "A2", "A3", ""}),
                          .family_name = pick({"Reyes", "Okafor", ""}), .given_name = pick({"Ana", ""}),
                          .date_of_birth = pick({"1984-03-27", "31/02/1980", "2025-01-01", ""}),
                          .national_insurance_number = pick({"AB123456C", "nonsense", ""}), .engagement_reference = pick({"E1", "E2", "", ""}),
                          .role = pick({"health_visitor", "School nurse", "astronaut", ""}), .sector = pick({"health", "education", "x", ""}),
                          .breadth = pick({"core", "x", ""}), .contract = pick({"permanent", "agency", "x", ""}), .fte = pick({"0.6", "1", "37", "x", ""}),
                          .hours = pick({"18.5", "99", ""}), .setting = pick({"OAK-1", "OAK-OLD", "ELM-1", "x", ""}), .locality = pick({"NORTH", "South", "x", ""}),
                          .start_date = pick({"2019-04-01", "2024-01-01", "2027-01-01", "x", ""}), .end_date = pick({"2020-01-31", "2026-10-31", "", ""}),
                          .terms_from = pick({"2019-06-01", "2024-06-01", "2026-11-01", "", ""})};
    };
    const int rounds = std::getenv("KITH_TEST_SANITIZED") == nullptr ? 1'500 : 150;  // a tenth where each takes twenty times as long
    for (int round = 0; round < rounds; ++round) {
        auto held = nothing_held();
        std::string last;
        for (int step = 0; step < 3; ++step) {
            std::vector<StaffCells> rows(1 + chance() % 5);
            for (auto& row : rows) row = random_row();
            last = kit::staff_file(rows);
            held = kit::carried_out(held, compared(last, held).difference.plan);
            auto again = compared(last, held);
            ASSERT_TRUE(again.difference.plan.is_empty()) << "seed " << seed << " round " << round << "\n" << last << again.words("changed");
        }
    }
}

TEST(FullReturn, CountsWhoStandsInTheFileAndWasNotTakenApartFromThoseItLeavesOut)
{
    const auto view = holding({{}, {.staff_reference = "A2"}, {.staff_reference = "A3"}, {.staff_reference = "A4", .end_date = "2020-01-31"}});
    auto result = compared(kit::staff_file({{}, {.staff_reference = "A2", .start_date = "31/02/2026"}}), view);
    end_those_left_out(result.difference, *result.check.file, view, kit::sample_packs(), day("2026-11-01"));
    EXPECT_EQ(result.counted("gone"), 1);
    EXPECT_EQ(result.counted("untaken"), 1);
    EXPECT_EQ(result.counted("absent"), 1) << "A4, who left long ago";
}

}  // namespace kith::intake
