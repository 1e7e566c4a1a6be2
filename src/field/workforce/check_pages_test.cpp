#include "kit/test_app.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/check_views.hpp"
#include "workforce/routes.hpp"
#include "workforce/staff_register.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::workforce {
namespace {
using access::Role;
using access::Scope;
using testing::HasSubstr;
using testing::Not;

Date day(const char* iso) { return *Date::parse_iso(iso); }

class CheckPages : public testing::Test {
protected:
    void SetUp() override
    {
        using namespace partnership;
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "places"};
        acorns_ = add(changes, Organisation{.code = "acorns", .name = "Acorns", .sector = "early_years", .kind = "nursery"}, app_.now()).value();
        brook_ = add(changes, Organisation{.code = "brook", .name = "Brook", .sector = "education", .kind = "school"}, app_.now()).value();
        hall_ = add(changes, Setting{.organisation = acorns_.id, .code = "H", .name = "Acorns Hall", .kind = "nursery"}, app_.now()).value();
        writer.commit();
        carry_out({.organisation = acorns_.id, .new_records = {someone("A1", "Ana", {"identity", "right_to_work", "references", "criminal_record", "barred_list", "childcare_disqualification"}, hall_.id),
                                                               someone("A2", "Bea", {"identity"}, hall_.id), someone("A3", "Cy", {}, {})}});
        carry_out({.organisation = brook_.id, .new_records = {someone("B1", "Dot", {}, {})}});
    }

    NewStaffRecord someone(std::string reference, std::string name, const std::vector<std::string>& checks, std::optional<SettingId> setting) const
    {
        const EngagementTerms terms{.from_on = day("2024-01-08"), .setting = setting, .role_list = "roles", .role_code = "nursery_worker", .sector = "early_years", .breadth = "core", .contract = "permanent"};
        NewStaffRecord record{.record = {.reference = std::move(reference), .given_name = PersonName{std::move(name)}, .family_name = PersonName{"Reyes"}},
                              .engagements = {{.engagement = {.reference = "1", .started_on = day("2024-01-08")}, .terms = {terms}}}};
        for (const auto& code : checks) {
            const Date on = code == "criminal_record" ? certificate_ : day("2024-01-02");
            record.facts.push_back({.kind = FactKind::check, .list = "checks", .code = code, .detail = "clear", .on = on});
        }
        return record;
    }

    void carry_out(const Plan& plan)
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "return"};
        apply(changes, plan, app_.now(), {});
        writer.commit();
    }

    std::string hall() const { return "/checks/settings/" + hall_.public_id.text(); }

    kit::TestApp app_{[](web::Routes& routes) { add_routes(routes, {}); }};
    partnership::Organisation acorns_, brook_;
    Date certificate_ = app_.today().plus_days(40).plus_years(-3);  // due again, by Kith's default of three years, 40 days from today
    partnership::Setting hall_;
    std::vector<SettingId> twins_;
};

}  // namespace

TEST_F(CheckPages, SayWhoMayWorkAndWhoMayNotAndWhy)
{
    app_.sign_in(Role::manager, Scope::organisation(acorns_.id));
    const auto page = app_.get(hall());
    EXPECT_EQ(page.status, 200);
    const auto words = kit::text_of(page.body);
    EXPECT_THAT(words, HasSubstr("Of 2 people, 1 may work, 0 may work supervised and 1 may not work."));
    EXPECT_THAT(words, HasSubstr("Bea Reyes: Right to work in the United Kingdom: missing"));
    EXPECT_THAT(words, HasSubstr("02/01/2024"));
    EXPECT_THAT(words, Not(HasSubstr("Cy")));
    EXPECT_THAT(words, HasSubstr("criminal record: to be done again by " + certificate_.plus_years(3).in_words()));
    EXPECT_LE(page.statements, 9);
}

TEST_F(CheckPages, ListThePlacesWithMostToDoFirst)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto words = kit::text_of(app_.get("/checks").body);
    EXPECT_THAT(words, HasSubstr("Of 4 people, 1 may work, 0 may work supervised and 3 may not work."));
    EXPECT_THAT(words, HasSubstr("Acorns Hall, Acorns"));
    EXPECT_EQ(app_.get("/checks/organisations/" + acorns_.public_id.text()).status, 200);
}

TEST_F(CheckPages, SayOfThoseAtWorkThatTheyMayWorkAndOnlyOfThoseAboutToThatTheyMayStart)
{
    auto next = someone("A4", "Eve", {"identity", "right_to_work", "references", "criminal_record", "barred_list", "childcare_disqualification"}, hall_.id);
    next.engagements.front().engagement.started_on = app_.today().plus_days(10);
    next.engagements.front().terms.front().from_on = app_.today().plus_days(10);
    carry_out({.organisation = acorns_.id, .new_records = {next}});
    app_.sign_in(Role::manager, Scope::organisation(acorns_.id));
    const auto words = kit::text_of(app_.get(hall()).body);
    EXPECT_THAT(words, HasSubstr("Ana ReyesDay nursery worker08/01/2024May work02"));
    EXPECT_THAT(words, HasSubstr("Bea ReyesDay nursery worker08/01/2024May not work02"));
    EXPECT_THAT(words, HasSubstr("Eve ReyesDay nursery worker" + app_.today().plus_days(10).uk() + "May start02"));
}

TEST_F(CheckPages, TellPlacesOfOneNameApart)
{
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "settings"};
        for (const auto* code : {"X", "Y"}) {
            const auto at = partnership::add(changes, partnership::Setting{.organisation = brook_.id, .code = code, .name = "Brook", .kind = "school"}, app_.now()).value();
            twins_.push_back(at.id);
        }
        writer.commit();
    }
    carry_out({.organisation = brook_.id, .new_records = {someone("B2", "Flo", {}, twins_[0]), someone("B3", "Gus", {}, twins_[1])}});
    app_.sign_in(Role::manager, Scope::organisation(brook_.id));
    const auto words = kit::text_of(app_.get("/checks").body);
    EXPECT_THAT(words, HasSubstr("Brook, setting not reported"));
    EXPECT_THAT(words, HasSubstr("Brook, the setting of that name, code X"));
    EXPECT_THAT(words, HasSubstr("Brook, the setting of that name, code Y"));
    EXPECT_THAT(words, Not(HasSubstr("Acorns Hall, the")));
}

TEST_F(CheckPages, CountAgainOnlyWhatHasChanged)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    app_.get("/checks");
    const auto again = app_.get("/checks");
    EXPECT_LE(again.statements, 6);
    EXPECT_THAT(kit::text_of(again.body), HasSubstr("Of 4 people, 1 may work"));
    db::Reader reader{app_.database()};
    auto view = load_view(reader, acorns_.id, {});
    Plan plan{.organisation = acorns_.id};
    for (const auto& record : view.records)
        for (const auto& fact : record.facts) plan.ended_facts.push_back(fact.id);
    carry_out(plan);
    EXPECT_THAT(kit::text_of(app_.get("/checks").body), HasSubstr("Of 4 people, 0 may work, 0 may work supervised and 4 may not work."));
    Plan ended{.organisation = acorns_.id};
    for (const auto& record : view.records) {
        for (const auto& job : record.engagements) {
            auto gone = job.engagement;
            gone.ended_on = app_.today().plus_days(-1);
            ended.changed_engagements.push_back({job.id, record.id, gone});
        }
    }
    carry_out(ended);
    const auto last = app_.get("/checks");
    EXPECT_THAT(kit::text_of(last.body), HasSubstr("Of 1 person")) << "Brook's";
    EXPECT_LE(last.statements, 10);
}

TEST_F(CheckPages, ShowNothingOfOtherOrganisations)
{
    app_.sign_in(Role::manager, Scope::organisation(brook_.id));
    EXPECT_EQ(app_.get(hall()).status, 404);
    EXPECT_EQ(app_.get("/checks/organisations/" + acorns_.public_id.text()).status, 404);
    const auto words = kit::text_of(app_.get("/checks").body);
    EXPECT_THAT(words, HasSubstr("Of 1 person"));
    EXPECT_THAT(words, Not(HasSubstr("Acorns")));
}

}  // namespace kith::workforce
