// New people who seem to be held under other references: the rows that say so, and when a return stops for them.
#include "intake/held_already.hpp"

#include "intake/staff_check.hpp"
#include "kit/intake_sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::intake {
namespace {

const Surroundings& area()
{
    static const auto made = kit::sample_area();
    return made;
}

workforce::RegisterView holding(const std::string& bytes)
{
    workforce::RegisterView nothing{.organisation = kit::oak, .records = {}};
    auto check = check_staff("staff.csv", bytes, area());
    return kit::carried_out(nothing, difference_of(*check.file, nothing, kit::sample_packs(), area().today()).plan);
}

struct Asked {
    std::vector<std::int64_t> lines;  ///< at which the rule speaks
    std::int64_t people = 0;          ///< for whom the return stops
    returns::Findings findings;
};

Asked asked(const std::string& bytes, const workforce::RegisterView& view, bool lists_everyone = false)
{
    auto check = check_staff("staff.csv", bytes, area());
    EXPECT_EQ(check.refusal, "");
    const auto rows = rows_by_organisation(*check.file);
    const auto difference = difference_of(*check.file, view, kit::sample_packs(), area().today());
    const RuleLimits limits{kit::sample_packs(), area().today()};
    const Elsewhere elsewhere;
    const AgainstRegister against{*check.file, *check.index, rows.at(0).rows, *area().organisation(kit::oak), view, difference.difference, limits, area().today(), elsewhere, lists_everyone};
    Asked answer{{}, held_already_to_ask(against), judged_against_the_register(against)};
    std::erase_if(answer.findings, [](const auto& finding) { return finding.rule != held_already_rule; });
    for (const auto& finding : answer.findings) answer.lines.push_back(finding.line);
    return answer;
}

/// `count` people under references that begin with `prefix`.
std::vector<kit::StaffCells> people(int count, std::string_view prefix, int from = 0)
{
    std::vector<kit::StaffCells> rows;
    for (int i = from; i < from + count; ++i)
        rows.push_back({.staff_reference = fmt::format("{}{}", prefix, i), .family_name = fmt::format("Name{}", i), .date_of_birth = fmt::format("19{:02}-03-2{}", 60 + i % 40, i % 9)});
    return rows;
}

TEST(HeldAlready, AllOfASchoolUnderNewReferencesStopsTheReturn)
{
    const auto view = holding(kit::staff_file(people(16, "P")));
    for (const bool everyone : {false, true}) {
        const auto said = asked(kit::staff_file(people(16, "PAY")), view, everyone);
        EXPECT_EQ(said.people, 16);
        EXPECT_EQ(said.lines.size(), 16U);
    }
    EXPECT_EQ(asked(kit::staff_file(people(16, "P")), view).people, 0);
}

TEST(HeldAlready, SaysNobodysNameDateOrReference)
{
    const auto said = asked(kit::staff_file({{.staff_reference = "B1"}}), holding(kit::staff_file({{.staff_reference = "A1"}})));
    ASSERT_EQ(said.findings.size(), 1U);
    EXPECT_EQ(said.findings[0].message, "Somebody of this name and date of birth is held under another reference. If it is the same person, use the reference that is held.");
    EXPECT_EQ(said.findings[0].severity, returns::Severity::warning);
    EXPECT_EQ(said.people, 0) << "one is said, and stops nothing";
}

TEST(HeldAlready, StopsFromThreePeopleAndAQuarterOfTheNewOn)
{
    const auto view = holding(kit::staff_file(people(4, "P")));
    auto file = [](int held, int fresh) {
        auto rows = people(held, "N");
        for (auto& row : people(fresh, "N", 30)) rows.push_back(row);
        return kit::staff_file(rows);
    };
    EXPECT_EQ(asked(file(2, 0), view).people, 0);
    EXPECT_EQ(asked(file(3, 0), view).people, 3);
    EXPECT_EQ(asked(file(3, 9), view).people, 3);
    EXPECT_EQ(asked(file(3, 10), view).people, 0);
    EXPECT_EQ(asked(file(3, 10), view).lines, (std::vector<std::int64_t>{2, 3, 4}));
}

TEST(HeldAlready, IsTheSameNameHoweverItIsWrittenAndTheSameDay)
{
    const auto view = holding(kit::staff_file({{.staff_reference = "A1"}}));
    EXPECT_EQ(asked(kit::staff_file({{.staff_reference = "B1", .family_name = "REYES", .given_name = "ana"}}), view).lines.size(), 1U);
    EXPECT_TRUE(asked(kit::staff_file({{.staff_reference = "B1", .family_name = "Hale"}}), view).lines.empty());
    EXPECT_TRUE(asked(kit::staff_file({{.staff_reference = "B1", .given_name = "Eva"}}), view).lines.empty());
    EXPECT_TRUE(asked(kit::staff_file({{.staff_reference = "B1", .date_of_birth = "1984-03-28"}}), view).lines.empty());
    EXPECT_TRUE(asked(kit::staff_file({{.staff_reference = "B1", .date_of_birth = ""}}), view).lines.empty());
}

TEST(HeldAlready, IsTheSameNumberWhateverTheNameHasBecome)
{
    const auto view = holding(kit::staff_file({{.staff_reference = "A1", .national_insurance_number = "AB123456C"}}));
    const auto said = asked(kit::staff_file({{.staff_reference = "B1", .family_name = "Hale", .national_insurance_number = "AB123456"}}), view);
    ASSERT_EQ(said.lines.size(), 1U);
    EXPECT_EQ(said.findings[0].message, "Somebody with this National Insurance number is held under another reference. If it is the same person, use the reference that is held.");
    EXPECT_TRUE(asked(kit::staff_file({{.staff_reference = "B1", .family_name = "Hale", .national_insurance_number = "AB123457C"}}), view).lines.empty());
    EXPECT_TRUE(asked(kit::staff_file({{.staff_reference = "B1", .family_name = "Hale"}}), view).lines.empty());
}

TEST(HeldAlready, IsNotAskedOfThoseWhoLeftOrStandInTheFile)
{
    const auto left = holding(kit::staff_file({{.staff_reference = "A1", .end_date = "2026-03-31"}}));
    EXPECT_TRUE(asked(kit::staff_file({{.staff_reference = "B1"}}), left).lines.empty()) << "whoever comes back may have a new reference";
    const auto view = holding(kit::staff_file({{.staff_reference = "A1"}}));
    EXPECT_TRUE(asked(kit::staff_file({{.staff_reference = "A1"}, {.staff_reference = "B1"}}), view).lines.empty()) << "the file itself tells two people apart";
}

}  // namespace
}  // namespace kith::intake
