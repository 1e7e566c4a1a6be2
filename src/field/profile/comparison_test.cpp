// Places side by side: what is compared, what is said, and that counting a place alone gives what counting it among all gives.
#include "profile/comparison.hpp"
#include "profile/test_ground.hpp"

namespace kith::profile {
namespace {

const std::string today = "2026-03-02";

std::vector<const MeasureRow*> rows(const std::vector<std::string>& ids) { return measures_to_compare(ids).rows; }

/// Acorns has three in the east and one in both, Brook five in the west and one nowhere; two of them came last autumn, one left.
TestGround area()
{
    using enum workforce::FactKind;
    TestGround area;
    area.add_many(3, {.record = 1, .pay_period = "year", .sex = "female", .ethnicity = "white_british", .disability = "disabled", .pay = 2'400'000, .caseload = 12, .born = "1962-05-17"});
    area.add({.record = 4, .hours = 1800}).add({.record = 4, .locality = "6", .fte = 500, .hours = 900});
    area.add_many(4, {.record = 5, .organisation = "2", .locality = "6", .role = "teacher", .sector = "education", .pattern = "evenings", .pay_period = "year", .sex = "male", .pay = 3'000'000, .born = "1990-01-01"});
    area.add({.record = 9, .from = "2025-10-01", .organisation = "2", .locality = "6", .contract = "agency"}).add({.record = 10, .from = "2025-10-01", .organisation = "2", .locality = ""});
    area.add({.record = 11, .to = "2025-09-30", .organisation = "2", .locality = "6", .reason = "retirement"});
    for (std::int64_t record = 1; record < 8; record += 2) area.know(TestFact{record, qualification, "", "3", "2019-01-01"}).know(TestFact{record, training, "safeguarding_2", "", "2025-04-01"}).know(TestFact{record, supervision, "", "", "2026-02-01"});
    area.vacancies = {{.organisation = partnership::OrganisationId{2}, .setting = {}, .locality = access::LocalityId{6}, .role = "teacher", .sector = "education", .contract = "permanent", .fte = Fte::thousandths(1000), .from = day_of("2025-11-01"), .to = {}, .hard_to_fill = {}}};
    area.teams = {{.name = "Early help", .records = {1, 5}, .outside = 0}};
    return area;
}

TEST(Comparison, OfAPlaceAloneIsThatOfThePlaceAmongAll)
{
    const auto ground = area().on(today);
    for (auto column : {tally::Column::organisation, tally::Column::locality}) {
        std::vector<const MeasureRow*> all;
        for (const auto& row : measures()) {
            if (can_be_compared(row)) all.push_back(&row);
        }
        const auto compared = compare_places(ground, column, all);
        ASSERT_GE(compared.places.size(), 3u);
        for (const auto& group : ground.count({column}).groups) {
            const auto label = ground.label_of(column, group.codes[0]);
            const auto place = std::ranges::find(compared.places, label, &ComparedPlace::label);
            ASSERT_NE(place, compared.places.end()) << label;
            for (const auto& day : {std::string{today}, std::string{"2025-03-02"}}) {
                const auto of_place = area().on(today).on_day(day_of(day)).keeping(column, {group.codes[0]});
                for (std::size_t at = 0; at < all.size(); ++at) {
                    const auto panel = panel_of(*all[at], of_place);
                    const auto& cell = day == today ? place->cells[at] : place->before[at];
                    EXPECT_EQ(cell.words, panel.headline ? panel.headline->cell.words : "not known") << all[at]->id() << ' ' << label << ' ' << day;
                }
            }
        }
    }
}

TEST(Comparison, SaysTheYearBefore)
{
    const auto compared = compare_places(area().on(today), tally::Column::organisation, rows({"staff"}));
    ASSERT_EQ(compared.places.size(), 3u);
    EXPECT_EQ(compared.places[1].label, "Brook");
    EXPECT_EQ(compared.places[1].cells[0].words + " after " + compared.places[1].before[0].words, "6 after 5");
    EXPECT_EQ(compared.places[2].cells[0].words + " after " + compared.places[2].before[0].words, "10 after 9");
}

TEST(Comparison, FindingSpeaksOfAsManyPlacesAsThereAre)
{
    const auto ground = area().on(today);
    EXPECT_EQ(compare_places(ground, tally::Column::organisation, rows({"staff"})).finding, "Staff: from 4 in Acorns to 6 in Brook");
    const auto acorns = ground.keeping(tally::Column::organisation, ground.codes_of(tally::Column::organisation, {"1"}));
    EXPECT_EQ(compare_places(acorns, tally::Column::organisation, rows({"staff"})).finding, "Staff: 4 in Acorns");
    EXPECT_EQ(compare_places(ground, tally::Column::organisation, rows({"absence"})).finding, "Sickness absence: not known of any place here");
    TestGround alike;
    alike.add({.record = 1}).add({.record = 2, .organisation = "2"});
    EXPECT_EQ(compare_places(alike.on(today), tally::Column::organisation, rows({"staff"})).finding, "Staff: 1 everywhere");
}

TEST(Comparison, StaffOfNoKnownLocalityAreHeldAgainstNoChildren)
{
    auto known = area();
    for (auto code : {"female", "male"}) known.children.push_back({.characteristic = ChildCharacteristic::sex, .code = code, .children = 500, .source = "by hand", .as_of = day_of("2025-06-30")});
    const auto compared = compare_places(known.on(today), tally::Column::locality, rows({"likeness_sex"}));
    const auto nowhere = std::ranges::find(compared.places, "Not reported", &ComparedPlace::label);
    ASSERT_NE(nowhere, compared.places.end());
    EXPECT_EQ(nowhere->cells[0].words, "not known");
}

TEST(Comparison, TakesEachMeasureOnceAndNoMoreThanItsLimit)
{
    const auto twice = measures_to_compare({"staff", "fte", "staff"});
    EXPECT_EQ(twice.rows.size(), 2u);
    EXPECT_FALSE(twice.too_many);
    const auto none = measures_to_compare({"languages", "astronomy"});
    EXPECT_EQ(none.refused, (std::vector<std::string>{"languages", "astronomy"}));
    std::vector<std::string> all;
    for (const auto& row : measures()) {
        if (can_be_compared(row)) all.emplace_back(row.id());
    }
    ASSERT_GT(all.size(), most_compared);
    EXPECT_TRUE(measures_to_compare(all).too_many);
    EXPECT_EQ(measures_to_compare(all).rows.size(), most_compared);
}

TEST(Comparison, EveryMeasureThatCanBeComparedHasAFigureOfItsOwn)
{
    auto known = area();
    for (auto code : {"disabled", "not_disabled"}) known.children.push_back({.characteristic = ChildCharacteristic::disability, .code = code, .children = 500, .source = "by hand", .as_of = day_of("2025-06-30")});
    for (auto code : {"female", "male"}) known.children.push_back({.characteristic = ChildCharacteristic::sex, .code = code, .children = 500, .source = "by hand", .as_of = day_of("2025-06-30")});
    for (auto code : {"white", "black"}) known.children.push_back({.characteristic = ChildCharacteristic::ethnicity, .code = code, .children = 500, .source = "by hand", .as_of = day_of("2025-06-30")});
    known.add({.record = 20, .organisation = "3", .pay_period = "year", .pay = 2'900'000});
    for (const auto& row : measures()) {
        EXPECT_TRUE(!can_be_compared(row) || panel_of(row, known.on(today)).headline.has_value()) << row.id();
    }
}

}  // namespace
}  // namespace kith::profile
