// The rows behind the figures, through the real routes: whoever counts some staff can list exactly them.
#include "base/text.hpp"
#include "kit/test_app.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/routes.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/staff_store.hpp"

#include <gtest/gtest.h>

#include <random>

namespace kith::workforce {
namespace {

using access::Role;
using access::Scope;

Date day(int year, int month, int number)
{
    return Date::of(year, month, number).value();
}

/// A small area made by chance from a fixed seed: two organisations in three localities, people with one or two engagements, many things
/// not reported, some without a name.
class StaffList : public testing::Test {
protected:
    void SetUp() override
    {
        using namespace partnership;
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "places"};
        for (auto [code, name] : {std::pair{"E", "Eastfield"}, {"W", "Westfield"}, {"N", "Northfield"}}) localities_.push_back(add(changes, Locality{.code = code, .name = name}, app_.now())->id);
        for (auto [code, name] : {std::pair{"acorns", "Acorns"}, {"brook", "Brook"}}) organisations_.push_back(add(changes, Organisation{.code = code, .name = name, .sector = "early_years", .kind = "nursery"}, app_.now())->id);
        hall_ = add(changes, Setting{.organisation = organisations_[0], .code = "hall", .name = "Acorns at the Hall", .kind = "day_nursery", .locality = localities_[0]}, app_.now())->id;
        for (std::size_t place = 0; place < organisations_.size(); ++place) {
            Plan plan{.organisation = organisations_[place]};
            for (int number = 0; number < 60; ++number) plan.new_records.push_back(someone(number, place == 0));
            apply(changes, plan, app_.now(), {});
        }
        writer.commit();
    }

    template <class T>
    T one_of(std::vector<T> choices)
    {
        return choices[chance_() % choices.size()];
    }

    NewEngagement engagement(int number, bool may_be_in_hall)
    {
        EngagementTerms terms{.from_on = day(2019, 1, 1).plus_days(static_cast<int>(chance_() % 2500)), .role_list = "roles",
                              .role_code = one_of<std::string>({"teacher", "nursery_nurse", "social_worker", "teaching_assistant"}),
                              .sector = one_of<std::string>({"", "education", "early_years"}), .breadth = one_of<std::string>({"", "core", "wider"}),
                              .contract = one_of<std::string>({"", "permanent", "agency"})};
        if (chance_() % 4 != 0) terms.locality = one_of(localities_);
        if (may_be_in_hall && chance_() % 3 == 0) terms.setting = hall_;
        if (chance_() % 5 != 0) terms.fte = Fte::thousandths(200 + static_cast<int>(chance_() % 9) * 100);
        Engagement work{.reference = "E" + std::to_string(number), .started_on = terms.from_on};
        if (chance_() % 4 == 0) work.ended_on = terms.from_on.plus_days(static_cast<int>(chance_() % 1500));
        std::vector<EngagementTerms> all{terms};
        if (chance_() % 3 == 0) {
            terms.from_on = terms.from_on.plus_days(200);
            terms.locality = one_of(localities_);
            all.push_back(terms);
        }
        return {.engagement = work, .terms = all};
    }

    NewStaffRecord someone(int number, bool may_be_in_hall)
    {
        NewStaffRecord added{.record = {.reference = "R" + std::to_string(number)}};
        if (number % 10 != 0) {
            added.record.given_name = PersonName{one_of<std::string>({"Ana", "Bel", "Mo", "Zoe"})};
            added.record.family_name = PersonName{one_of<std::string>({"Hart", "Lund", "Reyes", "Mistry"}) + std::to_string(number)};
        }
        added.engagements.push_back(engagement(1, may_be_in_hall));
        if (chance_() % 3 == 0) added.engagements.push_back(engagement(2, may_be_in_hall));
        return added;
    }

    std::string some_filters()
    {
        std::string query = "by=" + one_of<std::string>({"sector", "locality", "role", "organisation", "breadth", "contract"});
        auto maybe = [&](const std::string& name, const std::vector<std::string>& codes) {
            for (const auto& code : codes)
                if (chance_() % 5 == 0) query += "&" + name + "=" + code;
        };
        maybe("locality", {"E", "W", "N", "none"});
        maybe("sector", {"education", "early_years", "none"});
        maybe("role", {"teacher", "nursery_nurse"});
        maybe("organisation", {"acorns", "brook"});
        maybe("breadth", {"core", "wider", "none"});
        maybe("contract", {"permanent", "none"});
        if (chance_() % 2 == 0) query += "&on-day=1&on-month=" + std::to_string(1 + chance_() % 12) + "&on-year=" + std::to_string(2019 + chance_() % 8);
        return query;
    }

    /// Every address that stands in an href of the page under `path`, unescaped.
    static std::vector<std::string> links(const kit::Answer& page, const std::string& path)
    {
        std::vector<std::string> found;
        const auto open = "href=\"" + path;
        for (auto at = page.body.find(open); at != std::string::npos; at = page.body.find(open, at + 1)) {
            auto from = at + 6;
            auto address = page.body.substr(from, page.body.find('"', from) - from);
            for (auto amp = address.find("&amp;"); amp != std::string::npos; amp = address.find("&amp;")) address.replace(amp, 5, "&");
            found.push_back(address);
        }
        return found;
    }

    /// References listed at `address`, all its pages together.
    std::vector<std::string> listed(const std::string& address)
    {
        std::vector<std::string> rows;
        for (int number = 1; number < 10; ++number) {
            const auto page = app_.get(address + "&page=" + std::to_string(number));
            EXPECT_EQ(page.status, 200) << address;
            const auto people = links(page, "/staff/0");
            rows.insert(rows.end(), people.begin(), people.end());
            if (people.size() < static_cast<std::size_t>(staff_a_page)) break;
        }
        return rows;
    }

    /// The number of staff that opens either page: "41 staff work ..."
    static std::int64_t staff_said(const kit::Answer& page)
    {
        auto at = page.body.find("<p class=\"govuk-body-l\">");
        auto words = page.body.substr(at + 24, 12);
        return words.starts_with("No ") ? 0 : std::stoll(words);
    }

    kit::TestApp app_{[](web::Routes& routes) { add_routes(routes, {}); }};
    std::mt19937 chance_{20261122};
    std::vector<LocalityId> localities_;
    std::vector<OrganisationId> organisations_;
    SettingId hall_;
};

TEST_F(StaffList, HoldsExactlyThoseWhomAFigureCountsWhateverTheFilters)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    int some = 0;
    for (int round = 0; round < 60; ++round) {
        const auto query = some_filters();
        const auto figures = app_.get("/who-works-here?" + query);
        ASSERT_EQ(figures.status, 200);
        const auto count = staff_said(figures);
        const auto rows = links(figures, "/staff?");
        if (count == 0) continue;
        ASSERT_FALSE(rows.empty()) << query;
        const auto list = app_.get(rows.front());
        EXPECT_EQ(staff_said(list), count) << query;
        EXPECT_EQ(static_cast<std::int64_t>(listed(rows.front()).size()), count) << query;
        ++some;
    }
    EXPECT_GT(some, 20);
}

TEST_F(StaffList, HoldsExactlyThoseOfEachLineOfTheBreakdown)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    for (const auto* by : {"sector", "locality", "role", "organisation", "breadth", "contract"}) {
        const auto csv = app_.get(std::string{"/who-works-here.csv?on-day=1&on-month=6&on-year=2023&by="} + by).body;
        const auto page = app_.get(std::string{"/who-works-here?on-day=1&on-month=6&on-year=2023&by="} + by);
        auto rows = links(page, "/staff?");
        ASSERT_GT(rows.size(), 5u) << by;
        rows.erase(rows.begin(), rows.begin() + 4);  // of the headline figures
        std::istringstream lines{csv};
        std::string line;
        std::getline(lines, line);
        for (const auto& row : rows) {
            std::getline(lines, line);
            const auto fields = split(line, ',');
            ASSERT_GT(fields.size(), 5u) << row << " " << line;
            EXPECT_EQ(static_cast<std::int64_t>(listed(row).size()), std::stoll(std::string{fields[fields.size() - 4]})) << row << " " << line;
        }
    }
}

TEST_F(StaffList, OfALocalityHoldsWhomItsFiguresCountAndSaysWhoHasMovedOn)
{
    app_.sign_in(Role::locality_lead, Scope::locality(localities_[1]));
    const auto today = app_.get("/who-works-here");
    EXPECT_EQ(static_cast<std::int64_t>(listed(links(today, "/staff?").front()).size()), staff_said(today));
    const auto then = app_.get("/who-works-here?on-day=1&on-month=6&on-year=2021");
    const auto rows = links(then, "/staff?").front();
    EXPECT_EQ(staff_said(app_.get(rows)), staff_said(then));
    EXPECT_LT(static_cast<std::int64_t>(listed(rows).size()), staff_said(then));
    EXPECT_TRUE(app_.get(rows).shows("no longer within your reach, and not listed."));
    for (const auto& person : listed(rows)) EXPECT_EQ(app_.get(person).status, 200);
}

TEST_F(StaffList, SaysRoleAndSettingOfEachAndSumsThem)
{
    app_.sign_in(Role::data_steward, Scope::organisation(organisations_[0]));
    const auto page = app_.get("/staff?who=working&role=nursery_nurse");
    EXPECT_TRUE(page.shows("Acorns at the Hall"));
    EXPECT_TRUE(page.shows("Nursery nurse"));
    EXPECT_FALSE(page.shows("Social worker</td>"));
    EXPECT_TRUE(page.shows("full-time equivalent"));
    EXPECT_FALSE(page.shows("Brook"));
    EXPECT_LE(page.statements, 13);  // six of them load the tally, which the first page does
    EXPECT_NE(page.body.find("/staff/export.csv?role=nursery_nurse&amp;who=working"), std::string::npos);
    const auto file = app_.get("/staff/export.csv?role=nursery_nurse&who=working").body;
    EXPECT_EQ(std::ranges::count(file, '\n') - 1, staff_said(page));
}

TEST_F(StaffList, PutsThoseWithoutANameLastEachWithWordsOfItsOwn)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto first = app_.get("/staff");
    EXPECT_FALSE(first.shows("Name not held"));
    const auto last = app_.get("/staff?page=3");
    EXPECT_TRUE(last.shows("Name not held, reference R10"));
    EXPECT_TRUE(last.shows("Name not held, reference R20"));
    EXPECT_GT(last.body.find("Name not held"), last.body.rfind("Reyes"));
}

TEST_F(StaffList, WithADayThatIsNoneAsksForAnother)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto page = app_.get("/staff?who=working&on-day=31&on-month=2&on-year=2026");
    EXPECT_EQ(page.status, 422);
    EXPECT_EQ(page.errors.size(), 1u);
}

}  // namespace
}  // namespace kith::workforce
