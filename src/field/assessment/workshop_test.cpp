// Rules of a workshop.
#include "assessment/evidence.hpp"
#include "assessment/workshop.hpp"

#include <gtest/gtest.h>

namespace kith::assessment {
namespace {

TEST(Workshop, PositionsAreHalvesFromOneToFive)
{
    EXPECT_EQ(AgreedPosition::all().size(), 9U);
    EXPECT_EQ(AgreedPosition::parse("3.5").value().value(), 3.5);
    EXPECT_EQ(AgreedPosition::parse("1").value().text(), "1");
    for (const auto* text : {"", "0.5", "5.5", "3.25", "3.0", " 3"}) EXPECT_FALSE(AgreedPosition::parse(text)) << text;
    EXPECT_FALSE(AgreedPosition::from_halves(11));
}

TEST(Workshop, AReasonIsNeededFromHalfAStepOn)
{
    const auto agreed = AgreedPosition::parse("3");
    EXPECT_TRUE(needs_reason(agreed, 3.5));
    EXPECT_TRUE(needs_reason(agreed, 2.5));
    EXPECT_FALSE(needs_reason(agreed, 3.49));
    EXPECT_FALSE(needs_reason(agreed, std::nullopt));
    EXPECT_FALSE(needs_reason(std::nullopt, 5.0));
    EXPECT_EQ(problems_of(ThemeFinding{.agreed = agreed, .reason = "  "}, 4.0).front().field, "reason");
    EXPECT_TRUE(problems_of(ThemeFinding{.agreed = agreed, .reason = "Because"}, 4.0).empty());
}

TEST(Workshop, ABoardConfirmsAfterTheWorkshopAndNotAhead)
{
    const auto today = Date::parse_iso("2026-11-22").value();
    const Confirmation confirmation{.confirmed_by = "Board", .confirmed_on = today.plus_days(-3)};
    EXPECT_TRUE(problems_of(confirmation, Workshop{.held_on = today.plus_days(-3)}, today).empty());
    EXPECT_EQ(problems_of(confirmation, Workshop{.held_on = today.plus_days(-2)}, today).size(), 1U);
    EXPECT_EQ(problems_of(confirmation, std::nullopt, today.plus_days(-4)).size(), 1U);
}

TEST(Workshop, TheHeadlineNamesTheHighestAndTheLowest)
{
    std::vector<ThemeStand> themes{{.theme = "a", .name = "Purpose", .measured = 3.44}, {.theme = "b", .name = "Language", .measured = 4.0}};
    themes[1].finding = ThemeFinding{.agreed = AgreedPosition::parse("2.5")};
    EXPECT_EQ(headline_of(themes), "Highest, at 3.4 of 5: Purpose. Lowest, at 2.5: Language");
    themes.push_back({.theme = "c", .name = "Training", .measured = 2.5});
    EXPECT_EQ(headline_of(themes), "Highest, at 3.4 of 5: Purpose. Lowest, at 2.5: Language and 1 other");
    EXPECT_EQ(headline_of({}), "No position is agreed or measured yet");
}

TEST(Workshop, ThemesAndGapsCanBePointedAt)
{
    const questionnaire::Campaign campaign{.name = "Autumn"};
    const auto reference = reference_to_theme(campaign, "purpose");
    EXPECT_EQ(figures::Reference::parse(reference.text()).value(), reference);
    const auto gap = reference_to_gap(campaign, "purpose", "team", "child");
    EXPECT_EQ(figures::Reference::parse(gap.text()).value(), gap);
    EXPECT_EQ(reference_to_gap(campaign, "purpose", "child", "team"), gap) << "one gap, whoever is named first";
    EXPECT_EQ(gap_href(campaign, "purpose", "team", "child"), campaign.href() + "/results/purpose/child/team");
    EXPECT_EQ(theme_href(campaign, "purpose"), campaign.href() + "/workshop/themes/purpose");
}

TEST(Evidence, FiguresOfThisHouseAloneArePinned)
{
    for (const auto* path : {"/profile", "/profile/people?on=2026-03-31", "/measures/staff"}) EXPECT_TRUE(can_be_pinned(path)) << path;
    for (const auto* path : {"", "/", "/profiles", "/staff/01h", "//profile", "/profile/../staff", "https://example.org/profile", "/profile people", "/profile\\x"}) EXPECT_FALSE(can_be_pinned(path)) << path;
    const PinnedFigure figure{.path = "/profile/people", .value = "14%", .as_of = Date::parse_iso("2026-03-31").value()};
    EXPECT_EQ(figures::Reference::parse(figure.reference().text()).value(), figure.reference());
}

TEST(Evidence, KeepsItsChoicesInTheOrderOfTheirValues)
{
    for (const auto& one : evidence_kinds()) EXPECT_EQ(&choice_of(evidence_kinds(), one.value), &one);
    for (const auto& one : bearings()) EXPECT_EQ(&choice_of(bearings(), one.value), &one);
    for (const auto& one : strengths()) EXPECT_EQ(&choice_of(strengths(), one.value), &one);
    for (const auto& one : confidentialities()) EXPECT_EQ(&choice_of(confidentialities(), one.value), &one);
}

}  // namespace
}  // namespace kith::assessment
