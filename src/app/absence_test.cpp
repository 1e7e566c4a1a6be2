// Days lost to sickness all the way: from a staff return and from forms, through the register, to the rate on a page; and who sees none of it.
#include "kit/whole_house.hpp"
#include "workforce/staff_register.hpp"

#include <gtest/gtest.h>

namespace kith::app {
namespace {

using access::Role;
using access::Scope;

/// A nursery of four full time, of one of whom days lost are told from April to September of the year before today's.
class Absence : public testing::Test {
protected:
    Absence()
    {
        const auto answer = house_.import({{"organisations.csv", "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\nOAK,Oak Nursery,nursery,pvi,early_years,4,\r\n"},
                                           {"settings.csv", "organisation,setting_code,name,kind,locality_code,locality_name,postcode\r\nOAK,OAK-1,Oak Nursery,day_nursery,NORTH,North,\r\n"}});
        EXPECT_EQ(answer.exit_code, 0) << answer.text;
        std::string text = "organisation,staff_reference,family_name,given_name,date_of_birth,role,contract,fte,setting,start_date,sickness_from,sickness_until,sickness_days_lost\r\n";
        for (int number = 1; number <= 4; ++number) text += fmt::format("OAK,P{0},{1},Ann,03/04/199{0},nursery_worker,permanent,1,OAK-1,01/09/2020,{2}\r\n", number, names_[number - 1], number == 1 ? days(1) + "," + days(100) + ",15.18" : ",,");
        EXPECT_EQ(house_.import({{"staff.csv", std::move(text)}}, true, "OAK").exit_code, 0);
        sign_in_as_steward();
    }
    kit::TestApp& app() { return house_.app(); }
    void sign_in_as_steward() { app().sign_in(Role::data_steward, Scope::organisation(house_.organisation("OAK").id), "Robin Hale"); }
    /// So many days into the year that ends today.
    Date day(int number) { return app().today().plus_years(-1).plus_days(number); }
    std::string days(int number) { return day(number).uk(); }
    std::vector<workforce::HeldFact> facts_of(std::size_t record)
    {
        db::Reader reader{house_.database()};
        return workforce::load_view(reader, house_.organisation("OAK").id, {}).records.at(record).facts;
    }
    std::string path_of(std::string_view reference, std::string_view below)
    {
        db::Reader reader{house_.database()};
        const auto organisation = house_.organisation("OAK").id;
        const auto id = workforce::find_staff_record(reader, organisation, reference).value();
        return "/staff/" + workforce::public_ids_of(reader, organisation).at(id).text() + std::string{below};
    }
    web::Fields form(const std::string& lost, const std::string& fact = {})
    {
        web::Fields fields{{"code", "sickness"}, {"detail", lost}};
        if (!fact.empty()) fields.emplace_back("fact", fact);
        for (const auto& [name, on] : {std::pair{"on", day(101)}, std::pair{"until", day(200)}}) {
            fields.emplace_back(std::string{name} + "-day", std::to_string(on.day()));
            fields.emplace_back(std::string{name} + "-month", std::to_string(on.month()));
            fields.emplace_back(std::string{name} + "-year", std::to_string(on.year()));
        }
        return fields;
    }
    void save(const std::string& path, web::Fields fields)
    {
        const auto shown = app().post(path, fields);
        EXPECT_TRUE(shown.shows("Check before you save")) << shown.text();
        fields.emplace_back("seen", shown.value("seen"));
        EXPECT_EQ(app().post(path, fields).status, 303);
    }

    std::array<std::string_view, 4> names_{"Reyes", "Hale", "Okafor", "Shah"};
    kit::WholeHouse house_;
};

TEST_F(Absence, GoesFromTheReturnToTheRate)
{
    const auto facts = facts_of(0);
    ASSERT_EQ(facts.size(), 1U);
    EXPECT_EQ(facts[0].fact.detail, "15.18");
    // 15.18 of 4 x 253 days is 1.5%.
    const auto page = app().get("/measures/absence");
    EXPECT_TRUE(page.shows("1.5% of working days were lost to sickness in the year")) << page.text();
    EXPECT_TRUE(app().get(path_of("P1", "")).shows("15.18"));
}

TEST_F(Absence, IsKeptByHandAndCorrectedUnderItsFirstDay)
{
    EXPECT_EQ(app().post(path_of("P1", "/facts/absence"), form("100.5")).status, 422) << "the period has a hundred days";
    EXPECT_EQ(app().post(path_of("P1", "/facts/absence"), form("a few")).status, 422);
    save(path_of("P1", "/facts/absence"), form("2.50"));
    const auto held = [&] {
        const auto facts = facts_of(0);
        return *std::ranges::find(facts, std::optional{day(101)}, [](const auto& one) { return one.fact.on; });
    };
    EXPECT_EQ(held().fact.detail, "2.5");
    const auto id = std::to_string(held().id.value());
    EXPECT_EQ(app().get(path_of("P1", "/facts/absence?fact=" + id)).value("detail"), "2.5");
    save(path_of("P1", "/facts/absence"), form("5.06", id));
    EXPECT_EQ(facts_of(0).size(), 2U);
    EXPECT_EQ(held().fact.detail, "5.06");
    EXPECT_TRUE(app().get("/measures/absence").shows("2.0% of working days"));  // 20.24 of 1,012
}

TEST_F(Absence, IsShownToNobodyElse)
{
    for (const auto role : {Role::workforce_lead, Role::manager}) {
        app().sign_in(role, role == Role::manager ? Scope::organisation(house_.organisation("OAK").id) : Scope::area(), "Kit Lead");
        EXPECT_FALSE(app().get(path_of("P1", "")).shows("15.18"));
        const auto panel = app().get("/measures/absence");
        EXPECT_TRUE(panel.shows(role == Role::manager ? "Your role does not count staff by days lost to sickness" : "Too few staff are counted here")) << panel.text();
        EXPECT_FALSE(panel.shows("1.5%"));
    }
    app().sign_in(Role::workforce_lead, Scope::area(), "Kit Lead");
    EXPECT_EQ(app().get(path_of("P1", "/facts/absence")).status, 404);
    EXPECT_EQ(app().post(path_of("P1", "/facts/absence"), form("4")).status, 404);
    EXPECT_FALSE(app().get(path_of("P1", "/change")).shows("Add an absence"));
    EXPECT_EQ(facts_of(0).size(), 1U);
}

}  // namespace
}  // namespace kith::app
