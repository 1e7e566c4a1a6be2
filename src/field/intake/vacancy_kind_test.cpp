// The vacancies file from its bytes to the plan, and through the stages of a return.
#include "intake/vacancy_file.hpp"

#include "kit/intake_sample.hpp"

#include <gtest/gtest.h>

namespace kith::intake {
namespace {

constexpr const char* header = "organisation,vacancy_reference,post_reference,role,setting,locality,contract,fte,vacant_from,advertised_on,offered_on,filled_on,closed_on,hard_to_fill\r\n";

struct Read {
    VacancyFile file;
    std::string rules;  ///< "2 V-ROLE-2 " for each finding
};

Read read(const std::string& rows, std::string_view head = header)
{
    static const auto surroundings = kit::sample_area();
    const auto table = files::Table::read(std::string{head} + rows).value();
    Read read{read_vacancies("v.csv", table, surroundings), {}};
    for (const auto& finding : read.file.findings) read.rules += std::to_string(finding.line) + " " + finding.rule + " ";
    return read;
}

TEST(VacancyFile, ReadsRowsByColumnNamesAndCodesByAnyName)
{
    const auto one = read("OAK,V1,P7,Health visitor,OAK-1,NORTH,permanent,0.6,1/9/2026,10/9/2026,,,,Pay is less than elsewhere\r\n");
    EXPECT_EQ(one.rules, "");
    ASSERT_EQ(one.file.rows.size(), 1U);
    const auto& vacancy = one.file.rows[0].vacancy;
    EXPECT_EQ(vacancy.wanted.role_code, "health_visitor");
    EXPECT_EQ(vacancy.hard_to_fill, "pay");
    EXPECT_EQ(vacancy.vacant_from.iso(), "2026-09-01");
    EXPECT_EQ(one.file.rows[0].post_reference, "P7");
    EXPECT_TRUE(vacancy.wanted.setting);
}

TEST(VacancyFile, SaysWhereWhatAndWhatToDo)
{
    EXPECT_EQ(read("NOWHERE,V1,,health_visitor,,,,1,1/9/2026,,,,,\r\n").rules, "2 V-ORG-1 ");
    EXPECT_EQ(read("OAK,V1,,helth_visitor,,,,1,1/9/2026,,,,,\r\n").rules, "2 V-ROLE-2 ");
    EXPECT_NE(read("OAK,V1,,helth_visitor,,,,1,1/9/2026,,,,,\r\n").file.findings[0].message.find("Did you mean health_visitor"), std::string::npos);
    EXPECT_EQ(read("OAK,V1,,health_visitor,ELM-9,,,1,1/9/2026,,,,,\r\n").rules, "2 V-SETTING-1 ");
    EXPECT_EQ(read("OAK,V1,,health_visitor,,,,lots,1/9/2026,,,,,\r\n").rules, "2 V-FTE-3 ");
    EXPECT_EQ(read("OAK,V1,,health_visitor,,,,1,,,,,,\r\n").rules, "2 V-DATE-8 ");
    EXPECT_EQ(read("OAK,V1,,health_visitor,,,,1,31/2/2026,,,,,\r\n").rules, "2 V-DATE-9 ");
    EXPECT_EQ(read("OAK,V1,,health_visitor,,,,1,1/9/2026,,,,,\r\nOAK,v1,,health_visitor,,,,1,1/9/2026,,,,,\r\n").rules, "3 V-REF-3 ");
    EXPECT_EQ(read("OAK,,,health_visitor,,,,1,1/9/2026,,,,,\r\n").rules, "2 V-REF-1 ");
    EXPECT_EQ(read("OAK,V1,,health_visitor,,NOWHERE,sometimes,1,1/9/2026,,,,,unwanted\r\n").rules, "2 V-CONTRACT-1 2 V-HARD-2 2 V-LOCALITY-1 ");
}

TEST(VacancyFile, IsComparedWithWhatIsHeld)
{
    const auto first = read("OAK,V1,,health_visitor,,,,1,1/9/2026,,,,,\r\nOAK,V2,P7,health_visitor,,,,1,1/9/2026,,,,,\r\n");
    const auto oak = first.file.rows[0].organisation->id;
    auto fresh = difference_of(first.file, oak, {});
    EXPECT_EQ(fresh.added, 2);
    HeldVacancies held;
    std::int64_t next = 1;
    for (auto entry : fresh.plan.entries) {
        entry.vacancy.id = workforce::VacancyId{next++};
        if (!entry.post_reference.empty()) {
            held.posts.push_back({.id = workforce::PostId{3}, .organisation = oak, .reference = entry.post_reference});
            entry.vacancy.post = workforce::PostId{3};
        }
        held.vacancies.push_back(entry.vacancy);
    }
    const auto same = difference_of(first.file, oak, held);
    EXPECT_EQ(same.unchanged, 2);
    EXPECT_TRUE(same.plan.entries.empty());
    const auto filled = difference_of(read("OAK,V1,,health_visitor,,,,1,1/9/2026,,,1/10/2026,,\r\n").file, oak, held);
    EXPECT_EQ(filled.changed, 1);
    EXPECT_EQ(filled.plan.entries.at(0).vacancy.id, workforce::VacancyId{1});
}

constexpr const char* with_days = "organisation,vacancy_reference,post_reference,post_opened_on,post_closed_on,role,fte,vacant_from,filled_on,closed_on\r\n";

workforce::Vacancy held_vacancy(std::string reference, std::string_view from, std::optional<Date> filled = {})
{
    return {.id = workforce::VacancyId{1}, .reference = std::move(reference), .post = workforce::PostId{3},
            .wanted = {.role_list = "roles", .role_code = "health_visitor", .fte = Fte::thousandths(1000)}, .vacant_from = kit::day(from), .filled_on = filled};
}

/// The rules that speak of the rows with the post P7 held, vacant as given.
std::string in_post(const std::string& rows, std::vector<workforce::Vacancy> vacancies = {}, VacancyDifference* difference = nullptr)
{
    auto one = read(rows, with_days);
    HeldVacancies held{.vacancies = std::move(vacancies), .posts = {{.id = workforce::PostId{3}, .organisation = kit::oak, .reference = "P7"}}};
    judge_posts(one.file, kit::oak, held, kit::day("2026-11-01"));
    std::string rules;
    for (const auto& finding : one.file.findings) rules += std::to_string(finding.line) + " " + finding.rule + " " + finding.column + " ";
    if (difference != nullptr) *difference = difference_of(one.file, kit::oak, held);
    return rules;
}

TEST(VacancyFile, SetsThePostsDays)
{
    VacancyDifference difference;
    EXPECT_EQ(in_post("OAK,V1,P7,1/9/2020,,health_visitor,1,1/9/2026,,\r\nOAK,V2,P8,1/9/2021,31/8/2027,health_visitor,1,1/9/2026,,\r\n", {}, &difference), "");
    ASSERT_EQ(difference.plan.posts.size(), 2U);
    EXPECT_EQ(difference.plan.posts[0].id, workforce::PostId{3});
    EXPECT_EQ(difference.plan.posts[0].opened_on, kit::day("2020-09-01"));
    EXPECT_EQ(difference.plan.posts[1].wanted.role_code, "health_visitor") << "a new one, as the vacancy wants it";
    EXPECT_EQ(difference.plan.posts[1].closed_on, kit::day("2027-08-31"));
    EXPECT_EQ(read("OAK,V1,,1/9/2020,,health_visitor,1,1/9/2026,,\r\n", with_days).rules, "2 V-POST-9 ");
    EXPECT_EQ(read("OAK,V1," + std::string(61, 'x') + ",,,health_visitor,1,1/9/2026,,\r\n", with_days).rules, "2 V-POST-2 ");
}

TEST(VacancyFile, RefusesVacanciesThatDoNotFitTheirPost)
{
    EXPECT_EQ(in_post("OAK,V1,P7,1/9/2020,1/8/2020,health_visitor,1,1/9/2026,,\r\n").substr(0, 26), "2 V-POST-4 post_closed_on ");
    EXPECT_EQ(in_post("OAK,V1,P7,,1/10/2026,health_visitor,1,1/9/2026,,\r\n"), "2 V-POST-5 post_reference ");
    EXPECT_EQ(in_post("OAK,V1,P7,2/9/2026,,health_visitor,1,1/9/2026,,\r\n"), "2 V-POST-6 vacant_from ");
    EXPECT_EQ(in_post("OAK,V1,P7,1/9/2026,,health_visitor,1,1/9/2026,1/10/2026,\r\nOAK,V2,P7,2/9/2026,,health_visitor,1,1/10/2026,,\r\n"), "3 V-POST-8 post_opened_on ");
    EXPECT_EQ(in_post("OAK,V2,P7,1/9/2026,,health_visitor,1,1/10/2026,,\r\n", {held_vacancy("V1", "2026-08-01", kit::day("2026-09-01"))}), "2 V-POST-6 post_opened_on ") << "one held, not in the file";
}

TEST(VacancyFile, SaysOfWhatItLeavesAloneThatItIsOpenAfterThePostsLastDay)
{
    auto one = read("OAK,V2,P8,,,health_visitor,1,1/10/2026,,\r\n", with_days);
    const HeldVacancies held{.vacancies = {held_vacancy("V1", "2026-09-01")},
                             .posts = {{.id = workforce::PostId{3}, .organisation = kit::oak, .reference = "P7", .closed_on = kit::day("2026-10-15")}}};
    judge_posts(one.file, kit::oak, held, kit::day("2026-11-01"));
    ASSERT_EQ(one.file.findings.size(), 1U);
    EXPECT_EQ(one.file.findings[0].rule, "V-POST-12");
    EXPECT_EQ(one.file.findings[0].severity, returns::Severity::warning);
    EXPECT_TRUE(one.file.rows.at(0).taken);
}

TEST(VacancyFile, RefusesASecondVacancyOfAPostAtTheSameTime)
{
    const std::string first = "OAK,V1,P7,,,health_visitor,1,1/9/2026,,\r\n", second = "OAK,V2,P7,,,health_visitor,1,1/10/2026,,\r\n";
    EXPECT_EQ(in_post(first + second), "3 V-POST-7 post_reference ");
    EXPECT_EQ(in_post(second, {held_vacancy("V1", "2026-09-01")}), "2 V-POST-7 post_reference ");
    const std::string filled = "OAK,V1,P7,,,health_visitor,1,1/9/2026,1/10/2026,\r\n";
    EXPECT_EQ(in_post(second + filled, {held_vacancy("V1", "2026-09-01")}), "") << "the file itself says that it was filled";
    EXPECT_EQ(in_post(second + "OAK,V1,P7,,,health_visitor,1,1/9/2026,1/10/2026,1/10/2026\r\n", {held_vacancy("V1", "2026-09-01")}), "3 V-DATE-1 closed_on 2 V-POST-7 post_reference ")
        << "unless that row is not taken";
    EXPECT_EQ(in_post("OAK,V1,,,,health_visitor,1,1/9/2026,2/10/2026,\r\n" + second, {held_vacancy("V1", "2026-09-01")}), "3 V-POST-7 post_reference ") << "a row without a post leaves it where it is";
}

}  // namespace
}  // namespace kith::intake
