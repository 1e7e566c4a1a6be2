// Annual reports through the real routes: begun, written in, published once, read by anyone; and Newcastle's, with what its source lacks.
#include "annual/report_register.hpp"
#include "annual/routes.hpp"
#include "kit/kind_desk.hpp"
#include "money/budget_kind.hpp"
#include "packs/packs.hpp"
#include "strategy/figure_kind.hpp"
#include "strategy/plan_kind.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/risk_register.hpp"

#include <gtest/gtest.h>

namespace kith::annual {
namespace {

using access::Role;
using access::Scope;

class ReportPages : public testing::TestWithParam<db::Engine> {
protected:
    ReportPages() { lead(); }
    void lead() { app_.sign_in(Role::workforce_lead, Scope::area()); }
    void bring(const returns::Kind& kind, const std::string& name)
    {
        const auto file = kit::KindDesk::source(name);
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "taken"};
        kind.accept(changes, kind.check({.file = file, .beside = {}, .organisation = {}, .today = app_.today(), .reader = writer}), app_.now());
        writer.commit();
    }
    std::string plan()
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        const auto plan = strategy::plans().keep(changes, {.name = "Our strategy", .state = strategy::PlanState::current}, app_.now());
        const auto theme = strategy::plan_parts().keep(changes, {.plan = plan.id, .kind = strategy::PartKind::theme, .title = "Skills"}, app_.now());
        strategy::actions().keep(changes, {.plan = plan.id, .theme = theme.id, .title = "Train leads for the CAF and the XYZ", .owner = "Head", .done_on = app_.today().plus_days(-5)}, app_.now());
        writer.commit();
        return plan.href();
    }
    web::Fields days(int from, int as_of) const
    {
        web::Fields fields{{"name", "The year's report"}};
        for (const auto& [name, number] : {std::pair{"from", from}, std::pair{"as_of", as_of}}) {
            const auto date = app_.today().plus_days(number);
            fields.insert(fields.end(), {{std::string{name} + "-day", std::to_string(date.day())}, {std::string{name} + "-month", std::to_string(date.month())}, {std::string{name} + "-year", std::to_string(date.year())}});
        }
        return fields;
    }

    /// As somebody does who looks first.
    kit::Answer published(const std::string& draft) { return app_.post(draft + "/publish", {{"seen", app_.get(draft + "/publish").between("name=\"seen\" value=\"", "\"")}}); }

    Sources sources_{.packs = std::make_shared<const packs::Packs>(packs::built_in()),
                     .assessed = [](web::Visit&, Date) { return std::optional{Assessed{"Autumn", "Last autumn", {{"Shared purpose", 3.5, 2.4}, {"Skills", {}, {}}}}}; },
                     .workforce = [](web::Visit&, Date, Date) { return std::vector<ThenAndNow>{{"People", "600", "627", "38 of 40 organisations"}}; }};
    kit::TestApp app_{[this](web::Routes& routes) { add_routes(routes, sources_); }, {.engine = GetParam()}};
};
KITH_ON_EACH_ENGINE(ReportPages);

TEST_P(ReportPages, AreWrittenInsideASkeletonAndPublishedOnce)
{
    const auto of = plan();
    EXPECT_EQ(app_.post(of + "/reports", days(0, 0)).errors, (std::vector<std::string>{"The first day must be before the day it is as of"}));
    EXPECT_EQ(app_.post(of + "/reports", days(-10, 2)).errors, (std::vector<std::string>{"The day it is as of must be today or before"}));
    const auto draft = app_.post(of + "/reports", days(-365, 0)).location();
    auto page = app_.get(draft);
    EXPECT_TRUE(page.shows("Train leads for the CAF and the XYZ: done on"));
    EXPECT_TRUE(page.shows("Missing: no budget is held for this plan"));
    EXPECT_TRUE(page.shows("1 abbreviation is explained nowhere")) << "CAF is a term of the pack";
    EXPECT_TRUE(page.shows("627"));
    EXPECT_NE(page.body.find("<svg"), std::string::npos) << "the rainbow";
    EXPECT_EQ(app_.post("/terms", {{"term", "XYZ"}, {"words", "Something of ours"}}).status, 303);
    EXPECT_FALSE(app_.get(draft).shows("is explained nowhere"));
    EXPECT_EQ(app_.post(draft + "/words/summary", {{"words", "A year of training."}}).location(), draft);
    EXPECT_EQ(app_.get(draft + "/words/decisions").status, 404) << "nothing is asked there";
    const auto id = draft.substr(draft.rfind('/') + 1);
    EXPECT_EQ(app_.get("/annual-reports/" + id).status, 404) << "a draft is nobody else's";
    const auto asked = app_.get(draft + "/publish");
    EXPECT_TRUE(asked.shows("and it will say so"));
    EXPECT_TRUE(asked.shows("Nobody has written anything under 8 sections"));
    EXPECT_FALSE(asked.shows("here yet"));
    EXPECT_TRUE(asked.shows("no budget is held for this plan"));
    EXPECT_EQ(app_.get(draft + "/figures.xlsx").body.substr(0, 2), "PK");
    EXPECT_EQ(app_.post(draft + "/publish", {{"seen", "something else"}}).status, 409) << "not what was looked at";
    EXPECT_EQ(published(draft).location(), "/annual-reports/" + id);
    EXPECT_EQ(app_.post(draft + "/publish", {}).status, 409) << "published twice";
    EXPECT_EQ(app_.get(draft + "/publish").status, 409);
    EXPECT_EQ(app_.post(draft + "/words/summary", {{"words", "Another"}}).status, 409);
    EXPECT_EQ(app_.post(draft + "/change", days(-300, 0)).status, 409);
    EXPECT_EQ(app_.post(draft + "/away", {}).status, 409);
    app_.cookies() = {};
    page = app_.get("/annual-reports/" + id);
    EXPECT_EQ(page.status, 200) << "anyone";
    EXPECT_TRUE(page.shows("A year of training."));
    EXPECT_TRUE(page.shows("Missing: no budget is held for this plan"));
    EXPECT_FALSE(page.shows("Nobody has written anything here yet")) << "that was said to those who write";
    EXPECT_TRUE(page.shows("one assessment of a child that agencies share")) << "its abbreviations are explained at its end";
    db::Reader reader{app_.database()};
    const auto out = published_reports().all(reader).at(0);
    EXPECT_EQ(out.hash, returns::hash_of(out.document));
    EXPECT_TRUE(page.shows(out.hash));
    EXPECT_TRUE(app_.get("/annual-reports").shows("The year's report"));
    EXPECT_EQ(app_.get("/annual-reports/" + id + "/figures.xlsx").body.substr(0, 2), "PK");
}

TEST_P(ReportPages, StandAsTheyWereWhateverComesAfter)
{
    const auto of = plan();
    const auto draft = app_.post(of + "/reports", days(-365, 0)).location();
    const auto out = published(draft).location();
    const auto before = app_.get(out).body;
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        auto action = strategy::actions().all(writer).at(0);
        action.title = "Something else";
        strategy::actions().keep(changes, action, app_.now());
        writer.commit();
    }
    sources_.workforce = {};
    EXPECT_TRUE(app_.get(out).shows("Train leads for the CAF"));
    EXPECT_TRUE(app_.get(out).shows("627"));
    EXPECT_FALSE(app_.get(out).shows("Something else"));
}

TEST_P(ReportPages, KeepWhatTwoPeopleWroteAndAreNotPublishedOnADraft)
{
    const auto of = plan();
    const auto draft = app_.post(of + "/reports", days(-365, 0)).location();
    app_.post(draft + "/words/summary", {{"words", "The first."}, {"was-words", ""}});
    const auto second = app_.post(draft + "/words/summary", {{"words", "The second."}, {"was-words", ""}});
    EXPECT_EQ(second.errors.size(), 1U);
    EXPECT_TRUE(second.shows("The first.")) << "what the other wrote is shown before anything is kept";
    EXPECT_TRUE(app_.get(draft).shows("The first."));
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        auto held = strategy::plans().all(writer).at(0);
        held.state = strategy::PlanState::draft;
        strategy::plans().keep(changes, held, app_.now());
        writer.commit();
    }
    EXPECT_EQ(app_.get(draft + "/publish").status, 409);
    EXPECT_EQ(app_.post(draft + "/publish", {{"seen", "x"}}).status, 409);
}

TEST_P(ReportPages, TellOfTheirDayAndNotOfWhatCameAfter)
{
    const auto of = plan();
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        const auto action = strategy::actions().all(writer).at(0);
        const auto later = strategy::actions().keep(changes, {.plan = action.plan, .theme = action.theme, .title = "Ask everyone", .owner = "Head", .due_on = app_.today().plus_days(90)}, app_.now());
        strategy::milestones().keep(changes, {.action = later.id, .title = "Half of them", .due_on = app_.today(), .done_on = app_.today().plus_days(-40)}, app_.now());
        strategy::updates().keep(changes, {.action = later.id, .made_on = app_.today().plus_days(-41), .words = "Between ourselves: it is slow"}, app_.now());
        const auto risk = strategy::risks().keep(changes, {.plan = action.plan, .title = "Nobody comes", .current = strategy::Score{4, 4}}, app_.now());
        strategy::reviews().keep(changes, {.risk = risk.id, .made_on = app_.today().plus_days(-60), .likelihood = 2, .impact = 4}, app_.now());
        strategy::reviews().keep(changes, {.risk = risk.id, .made_on = app_.today().plus_days(-3), .likelihood = 4, .impact = 4}, app_.now());
        writer.commit();
    }
    const auto then = app_.get(app_.post(of + "/reports", days(-365, -30)).location());
    EXPECT_FALSE(then.shows("Train leads for the CAF and the XYZ: done on")) << "it was done after that day";
    EXPECT_TRUE(then.shows("Ask everyone: Half of them, reached on"));
    EXPECT_FALSE(then.shows("Between ourselves")) << "words of those who do it are not published";
    EXPECT_TRUE(then.shows("2 x 4 = 8, medium"));
    EXPECT_FALSE(then.shows("4 x 4 = 16"));
    const auto now = app_.get(app_.post(of + "/reports", days(-365, 0)).location());
    EXPECT_TRUE(now.shows("Train leads for the CAF and the XYZ: done on"));
    EXPECT_TRUE(now.shows("4 x 4 = 16"));
}

TEST_P(ReportPages, SayOfNewcastlesWhatItsSourceLacks)
{
    bring(strategy::plan_kind(), "newcastle_2008_plan.csv");
    bring(strategy::figure_kind(), "newcastle_2008_figures.csv");
    bring(money::budget_kind(), "newcastle_2008_budget.csv");
    db::Reader reader{app_.database()};
    const auto of = strategy::plans().all(reader).at(0).href();
    const auto page = app_.get(app_.post(of + "/reports", days(-365, 0)).location());
    for (const auto* words : {"Missing: Appendix 1", "Missing: Appendix 2 (Integrated Working Training Framework 2009–2011)", "Missing: Appendix 3", "Missing: Risk register", "Missing: no risk register is held for this plan", "about 1,500 assessments, 12 May 2009",
                              "more than 1,700", "an estimated 4,000", "£41,000", "8 Early Years Professionals (of these 15)", "Missing: the plan does not say which action serves which of them", "Develop one, taking account of the national safeguarding report and the 2020 strategy"})
        EXPECT_TRUE(page.shows(words)) << words;
    EXPECT_TRUE(page.shows("19 graduates (at present), 12 May 2009 (does not agree:")) << "both stand, flagged";
    EXPECT_TRUE(page.shows("15 graduates (of these), 12 May 2009 (does not agree:"));
}

}  // namespace
}  // namespace kith::annual
