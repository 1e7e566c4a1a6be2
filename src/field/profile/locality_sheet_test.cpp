// What the sheet of a locality leaves out, and what it asks.
#include "profile/locality_sheet.hpp"
#include "profile/test_ground.hpp"

namespace kith::profile {
namespace {

const std::string today = "2026-03-02";

workforce::TalliedVacancy vacancy(std::string role, std::string_view from, std::string hard_to_fill)
{
    return {.organisation = access::OrganisationId{1}, .setting = {}, .locality = {}, .role = std::move(role), .sector = {}, .contract = {}, .fte = Fte::thousandths(1000), .from = day_of(from), .to = {}, .hard_to_fill = std::move(hard_to_fill)};
}

TEST(LocalitySheet, ListsThoseWhoAreThereAndSaysHowManyMore)
{
    Panel panel{.finding = "Nobody speaks anything", .lines_are = "Language", .columns = {"Staff"}};
    EXPECT_EQ(sheet_list(panel, "Languages", 2).more, "Nobody speaks anything.");
    for (auto [label, staff] : {std::pair{"Polish", 7}, {"Urdu", 5}, {"Welsh", 0}, {"Tamil", 1}}) panel.lines.push_back({.label = label, .cells = {count_cell(staff)}});
    panel.lines.push_back({.label = "Somali", .cells = {not_shown_cell()}});
    const auto list = sheet_list(panel, "Languages", 2);
    EXPECT_EQ(list.lines, (std::vector<std::pair<std::string, std::string>>{{"Polish", "7"}, {"Urdu", "5"}}));
    EXPECT_EQ(list.more, "and 1 more") << "neither nobody nor too few to show is one more";
}

TEST(LocalitySheet, AsksAboutThePostThatIsHardestToFill)
{
    TestGround area;
    area.add_many(20, {.record = 1});
    area.vacancies = {vacancy("administrator", "2025-01-01", ""), vacancy("administrator", "2025-01-01", ""), vacancy("social_worker", "2025-11-01", "few_applicants"), vacancy("teacher", "2026-03-01", "few_applicants")};
    const auto questions = questions_for(area.on(today));
    ASSERT_EQ(questions.size(), 3u);
    EXPECT_TRUE(std::ranges::any_of(questions, [](const auto& question) { return question.starts_with("Children and families social worker: 1 vacant for three months or more."); })) << questions[0];
}

TEST(LocalitySheet, AsksThreeThingsWhereNothingIsShort)
{
    TestGround area;
    area.add_many(20, {.record = 1});
    EXPECT_EQ(questions_for(area.on(today)).size(), 3u);
}

}  // namespace
}  // namespace kith::profile
