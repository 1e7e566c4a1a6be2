// Plans through the real routes: written down, tied to findings, approved by the board, carried out by the person named.
#include "kit/test_app.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/routes.hpp"

#include <gtest/gtest.h>

namespace kith::strategy {
namespace {

using access::Role;
using access::Scope;

class PlanPages : public testing::TestWithParam<db::Engine> {
protected:
    PlanPages()
    {
        add_references(references_);
        references_.add("test.finding", access::Permission::see_strategy, [](web::Visit&, const figures::Reference& reference) -> kith::Result<web::Referred> {
            if (reference.id != "skills") return not_found("Finding");
            return web::Referred{.title = "Skills stand at 2 of 5", .says = "2 of 5", .said = {}, .href = "/strategy"};
        });
        references_.add("page", access::Permission::see_strategy, [](web::Visit&, const figures::Reference& reference) -> kith::Result<web::Referred> {
            return web::Referred{.title = "Page " + reference.id, .says = {}, .said = {}, .href = reference.id};
        });
        app_.sign_in(Role::workforce_lead, Scope::area());
    }
    static web::Fields day(const std::string& name, Date date) { return {{name + "-day", std::to_string(date.day())}, {name + "-month", std::to_string(date.month())}, {name + "-year", std::to_string(date.year())}}; }
    static web::Fields with(web::Fields fields, const web::Fields& more)
    {
        fields.insert(fields.end(), more.begin(), more.end());
        return fields;
    }
    std::string begun() { return app_.post("/strategy", {{"kind", "strategy"}, {"name", "Our strategy"}, {"vision", "One workforce"}}).location(); }
    std::string part(const std::string& plan, const std::string& kind, web::Fields fields)
    {
        app_.post(plan + "/parts?kind=" + kind, std::move(fields));
        db::Reader reader{app_.database()};
        return plan_parts().all(reader).back().public_id.text();
    }
    std::string action(const std::string& plan, web::Fields fields) { return app_.post(plan + "/actions", std::move(fields)).location(); }
    web::Fields whole(std::string title = "Train lead professionals") { return with(day("due_on", app_.today().plus_days(90)), {{"title", std::move(title)}, {"owner", "Head of workforce"}}); }

    std::optional<LiveValue> counted_ = LiveValue{.thousandths = 42'000, .words = "All organisations have handed in"};
    bool offers_ = true;
    web::References references_;
    Sources sources_{.references = references_,
                     .findings = [](web::Visit&) { return std::vector<Finding>{{{"test.finding", "skills", {}}, "Skills stand at 2 of 5", "/strategy"}}; },
                     .live = [this](web::Visit&) {
                         std::vector<LiveFigure> offered;
                         if (offers_) offered.push_back({.id = "staff", .title = "Staff in post", .href = "/profile", .value = [this](web::Visit&, Date) { return counted_; }});
                         return offered;
                     }};
    kit::TestApp app_{[this](web::Routes& routes) {
                          add_routes(routes, sources_);
                          routes.get("/to-do", access::Permission::signed_in, [](web::Visit& visit) {
                              web::Home home;
                              add_home(home);
                              std::string words;
                              for (const auto& provider : home.providers())
                                  for (const auto& item : provider(visit)) words += item.title + ": " + item.words + ". ";
                              return visit.page({.title = "To do"}, ui::text(words));
                          });
                      }, {.engine = GetParam()}};
};
KITH_ON_EACH_ENGINE(PlanPages);

TEST_P(PlanPages, BeginEmptyAndSayWhatToDo)
{
    const auto page = app_.get("/strategy");
    EXPECT_TRUE(page.shows("No plans yet"));
    EXPECT_TRUE(page.shows("Begin a plan"));
    EXPECT_EQ(app_.post("/strategy", {{"kind", "action_plan"}}).errors, (std::vector<std::string>{"Enter the name", "Choose the strategy that the action plan carries out"}));
    EXPECT_TRUE(app_.get(begun()).shows("No actions are written down yet."));
    EXPECT_TRUE(app_.get("/strategy").shows("1 plan, none of them current"));
}

TEST_P(PlanPages, AreWrittenDownByThemeAndShowWhatIsMissing)
{
    const auto plan = begun();
    const auto theme = part(plan, "theme", {{"code", "T1"}, {"title", "Skills"}, {"words", "Staff feel prepared"}});
    part(plan, "criterion", {{"title", "Gaps are known"}, {"under", theme}});
    const auto objective = part(plan, "objective", {{"code", "13.2"}});
    EXPECT_EQ(app_.post(plan + "/parts?kind=objective", {{"code", "13.2"}}).errors, (std::vector<std::string>{"Another has this code: give it one of its own"}));
    EXPECT_EQ(app_.get(plan + "/parts/new?kind=nonsense").status, 404);
    const auto one = action(plan, with(whole("Audit skills"), {{"theme", theme}, {"cost", "20,000"}, {"funding", "A grant"}}));
    auto page = app_.get(plan);
    EXPECT_TRUE(page.shows("1 action: 1 on track."));
    EXPECT_TRUE(page.shows("Gaps are known"));
    EXPECT_TRUE(page.shows("13.2: no action serves it"));
    EXPECT_LE(page.statements, 18);
    EXPECT_TRUE(app_.get(one).shows("£20,000, A grant"));
    EXPECT_EQ(app_.post(one + "/change", with(whole("Audit skills"), {{"cost", "much"}})).errors, (std::vector<std::string>{"Enter an amount in pounds, such as 20,000 or 1250.50"}));
    EXPECT_TRUE(app_.get(plan + "/sight").shows("1 action in 1 of 1 theme, tied to 0 of 1 objective by 0 links; none answers a finding."));
    EXPECT_EQ(app_.post(one + "/ties", {}).errors.size(), 1U);
    EXPECT_EQ(app_.post(one + "/ties", {{"finding", "https://kith.example/reference?to=test.finding%3Anothing"}}).errors,
              (std::vector<std::string>{"There is no finding at that address that you may see. Copy it from the page of the finding"}));
    EXPECT_EQ(app_.post(one + "/ties", {{"part", objective}, {"finding", "https://kith.example/reference?to=test.finding%3Askills%402026-01-01"}}).status, 303);
    page = app_.get(plan + "/sight");
    EXPECT_TRUE(page.shows("tied to 1 of 1 objective by 1 link; 1 of 1 action answer a finding."));
    EXPECT_TRUE(page.shows("Skills stand at 2 of 5"));
    EXPECT_TRUE(page.shows("Actions that no measure will show: 1"));
    const auto measure = app_.post(plan + "/measures", {{"name", "Staff whose skills are known"}, {"unit", "staff"}, {"better", "more"}}).location();
    EXPECT_EQ(app_.post(one + "/ties", {{"measure", measure.substr(measure.rfind('/') + 1)}}).status, 303);
    EXPECT_TRUE(app_.get(plan + "/sight").shows("Nothing is missing on the way.")) << "the one finding of the house is answered";
    EXPECT_EQ(app_.post(one + "/ties", {{"finding", "https://kith.example/profile/people?locality=N"}}).status, 303);
    EXPECT_TRUE(app_.get(one).shows("Page /profile/people?locality=N"));
    EXPECT_EQ(app_.get(plan + "/plan.xlsx").body.substr(0, 2), "PK");
    const auto json = app_.get(plan + "/plan.json").body;
    for (const auto* text : {"\"title\":\"Audit skills\"", "\"cost_pence\":2000000", "\"serves\":[\"13.2\"]", "\"shown_by\":[\"Staff whose skills are known\"]", "\"done\":null"}) EXPECT_NE(json.find(text), std::string::npos) << text;
    db::Reader reader{app_.database()};
    EXPECT_EQ(answers().where(reader, "finding = $1", "test.finding:skills@2026-01-01").size(), 1U);
}

TEST_P(PlanPages, AreApprovedByTheBoardWhenNothingIsMissingAndFixedFromThen)
{
    const auto plan = begun();
    const auto bare = action(plan, {{"title", "Without owner or date"}});
    EXPECT_TRUE(app_.get(plan).shows("Without owner or date: no owner, no date"));
    EXPECT_EQ(app_.post(plan + "/state", {{"state", "approved"}}).status, 404) << "the lead is not the board";
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(app_.post(plan + "/state", {{"state", "approved"}}).status, 409);
    EXPECT_FALSE(app_.get(plan).shows("Approve it"));
    app_.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(app_.post(bare + "/change", whole()).status, 303);
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_TRUE(app_.get(plan).shows("Approve it"));
    EXPECT_EQ(app_.post(plan + "/state", {{"state", "approved"}}).status, 303);
    EXPECT_EQ(app_.post(plan + "/state", {{"state", "approved"}}).status, 409);
    app_.sign_in(Role::workforce_lead, Scope::area());
    for (const auto* path : {"/change", "/actions/new", "/parts/new?kind=theme"}) EXPECT_EQ(app_.get(plan + path).status, 409) << path;
    EXPECT_EQ(app_.post(bare + "/away", {}).status, 409);
    EXPECT_EQ(app_.post(bare + "/update", {{"update", "It goes on"}}).status, 303) << "how it goes is told all the same";
    EXPECT_EQ(app_.post(plan + "/state", {{"state", "current"}}).status, 303);
}

TEST_P(PlanPages, HoldWhatWasCountedAgainstTheLineToTheTarget)
{
    const auto plan = begun();
    const auto one = action(plan, with(whole("Fund graduates"), day("starts_on", app_.today().plus_days(-10))));
    EXPECT_EQ(app_.post(plan + "/measures", {}).errors, (std::vector<std::string>{"Enter what is measured"}));
    const auto measure = app_.post(plan + "/measures", {{"name", "Graduates"}, {"unit", "graduates"}, {"better", "more"}}).location();
    const auto value = [&](const std::string& kind, int days, const std::string& number) { return app_.post(measure + "/values", with(day("on", app_.today().plus_days(days)), {{"kind", kind}, {"value", number}, {"from", "The network"}})); };
    EXPECT_EQ(value("baseline", -100, "19").status, 303);
    EXPECT_EQ(value("target", -200, "77").errors.size(), 1U) << "a target before its baseline";
    EXPECT_EQ(value("target", 100, "seventy").errors, (std::vector<std::string>{"Enter a number, such as 1,500 or 9.75"}));
    EXPECT_EQ(value("target", 100, "77").status, 303);
    EXPECT_EQ(value("actual", 0, "30").status, 303);
    EXPECT_EQ(app_.post(measure + "/values", {{"kind", "actual"}, {"value", "15"}, {"doubt", "The same source says 19"}}).status, 303) << "without a day, as its source has it";
    const auto page = app_.get(measure);
    EXPECT_TRUE(page.shows("30 graduates on " + app_.today().in_words() + ", behind the 48.0 expected that day."));
    EXPECT_TRUE(page.shows("Does not agree: The same source says 19"));
    EXPECT_NE(page.body.find("<svg"), std::string::npos);
    EXPECT_TRUE(app_.get(one).shows("On track")) << "nothing ties them yet";
    app_.post(one + "/ties", {{"measure", measure.substr(measure.rfind('/') + 1)}});
    EXPECT_TRUE(app_.get(one).shows("Behind its trajectory: Graduates"));
    EXPECT_TRUE(app_.get("/strategy").shows("1 plan, none of them current"));
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_FALSE(app_.get(measure).shows("Add a value"));
    app_.post(plan + "/state", {{"state", "approved"}});
    app_.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(app_.post(measure + "/change", {{"name", "Other"}, {"better", "more"}}).status, 409);
    EXPECT_EQ(value("actual", -1, "29").status, 303) << "what is counted goes on";
    const auto next = app_.post(plan + "/next", {}).location();
    EXPECT_TRUE(app_.get(next).shows("Graduates: 30 graduates on")) << "the next version begins with it";
    EXPECT_EQ(app_.post(measure + "/away", {}).status, 409);
}

TEST_P(PlanPages, HoldTheirRisksByLikelihoodAndImpactAndLookAtThemAgain)
{
    const auto plan = begun();
    EXPECT_TRUE(app_.get(plan + "/risks").shows("No risks are written down yet."));
    EXPECT_EQ(app_.post(plan + "/risks", {{"current_likelihood", "4"}}).errors, (std::vector<std::string>{"Enter what may happen", "Choose both likelihood and impact now, or neither"}));
    const auto risk = app_.post(plan + "/risks", {{"code", "R1"}, {"title", "Users are not engaged"}, {"effect", "Services miss what they need"}, {"current_likelihood", "4"}, {"current_impact", "4"}}).location();
    EXPECT_TRUE(app_.get(plan + "/risks").shows("1 risk: 1 high."));
    EXPECT_EQ(app_.post(risk + "/controls", {}).errors, (std::vector<std::string>{"Enter what is done against it"}));
    EXPECT_EQ(app_.post(risk + "/controls", {{"control", "Ask for evidence of engagement"}, {"strength", "partial"}}).status, 303);
    EXPECT_TRUE(app_.get(risk).shows("Ask for evidence of engagement"));
    EXPECT_EQ(app_.post(risk + "/reviews", {{"current_likelihood", "2"}, {"current_impact", "4"}}).errors, (std::vector<std::string>{"Enter what you saw"}));
    EXPECT_EQ(app_.post(risk + "/reviews", with(day("review_on", app_.today()), {{"review", "Young people sit on each group now"}, {"current_likelihood", "2"}, {"current_impact", "4"}})).status, 303);
    const auto page = app_.get(risk);
    EXPECT_TRUE(page.shows("2 x 4 = 8, medium"));
    EXPECT_TRUE(page.shows("Young people sit on each group now"));
    EXPECT_TRUE(app_.get(plan + "/risks").shows("1 risk: 1 medium; 1 is to be looked at again."));
    const auto control = "0" + page.between(risk + "/controls/0", "/change");
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_FALSE(app_.get(risk).shows("Look at it again"));
    EXPECT_EQ(app_.post(risk + "/controls/" + control + "/away", {}).status, 403);
    app_.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(app_.post(risk + "/controls/" + control + "/away", {}).status, 303);
    EXPECT_EQ(app_.post(risk + "/away", {}).status, 303);
    EXPECT_EQ(app_.get(risk).status, 404);
}

TEST_P(PlanPages, BeginTheNextVersionWithWhatIsNotDone)
{
    const auto plan = begun();
    const auto theme = part(plan, "theme", {{"code", "T1"}, {"title", "Skills"}});
    const auto objective = part(plan, "objective", {{"code", "13.2"}});
    const auto done = action(plan, with(whole("Done already"), {{"theme", theme}}));
    const auto open = action(plan, with(whole("Still to do"), {{"theme", theme}}));
    app_.post(open + "/ties", {{"part", objective}, {"finding", "test.finding:skills"}});
    app_.post(open + "/milestones", with(day("milestone_due", app_.today().plus_days(9)), {{"milestone", "Half of it"}}));
    app_.post(done + "/update", {{"update", "All of it"}, {"done", "yes"}});
    EXPECT_EQ(app_.post(plan + "/next", {}).status, 409) << "a draft is changed as it stands";
    app_.sign_in(Role::board_member, Scope::area());
    app_.post(plan + "/state", {{"state", "approved"}});
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto next = app_.post(plan + "/next", {}).location();
    EXPECT_NE(next, plan);
    EXPECT_EQ(app_.post(plan + "/next", {}).location(), next) << "there is one next version";
    const auto page = app_.get(next);
    EXPECT_TRUE(page.shows("version 2"));
    EXPECT_TRUE(page.shows("Still to do"));
    EXPECT_FALSE(page.shows("Done already"));
    EXPECT_TRUE(app_.get(next + "/sight").shows("1 action in 1 of 1 theme, tied to 1 of 1 objective by 1 link; 1 of 1 action answer a finding."));
}

TEST_P(PlanPages, AreCarriedOutByThePersonNamed)
{
    const auto plan = begun();
    const auto manager = app_.sign_in(Role::manager, Scope::organisation(access::OrganisationId{7})).value();
    const auto as_manager = app_.cookies();
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto late = action(plan, with(day("due_on", app_.today().plus_days(-1)), {{"title", "Hold four courses"}, {"owner", "Head of training"}, {"account", std::to_string(manager)}}));
    const auto other = action(plan, whole());
    app_.sign_in(Role::board_member, Scope::area());
    app_.post(plan + "/state", {{"state", "approved"}});
    app_.sign_in(Role::workforce_lead, Scope::area());
    app_.post(plan + "/state", {{"state", "current"}});
    app_.cookies() = as_manager;
    EXPECT_TRUE(app_.get("/to-do").shows("Say how it goes: Hold four courses: Our strategy. Was due on"));
    EXPECT_EQ(app_.get(other + "/update").status, 404) << "it is not theirs";
    const auto calendar = app_.post("/calendar", {});
    const auto address = "/calendar/" + calendar.between("/calendar/", "<");
    EXPECT_TRUE(app_.get("/calendar").shows("You have an address."));
    app_.cookies() = {};
    EXPECT_NE(app_.get(address).body.find("SUMMARY:Due: Hold four courses"), std::string::npos) << "a calendar program is not signed in";
    EXPECT_EQ(app_.get("/calendar/another").status, 404);
    app_.cookies() = as_manager;
    EXPECT_EQ(app_.post("/calendar/away", {}).status, 303);
    EXPECT_EQ(app_.get(address).status, 404);
    EXPECT_EQ(app_.post(late + "/update", {{"update", "Three are held"}, {"says", "at_risk"}}).errors, (std::vector<std::string>{"Enter the reason for another status"}));
    EXPECT_EQ(app_.post(late + "/update", {{"update", "Three are held"}, {"says", "at_risk"}, {"reason", "The fourth is in May"}, {"evidence", "Lists of those who came"}}).status, 303);
    const auto page = app_.get(late);
    EXPECT_TRUE(page.shows("At risk The fourth is in May"));
    EXPECT_TRUE(page.shows("Late Was due on")) << "what the facts propose stands beside it";
    EXPECT_TRUE(page.shows("Lists of those who came"));
    EXPECT_EQ(app_.post(late + "/milestones", with(day("milestone_due", app_.today().plus_days(-3)), {{"milestone", "Third course"}})).status, 303);
    const auto form = "0" + app_.get(late).between(late + "/milestones/0", "/turn");
    EXPECT_EQ(app_.post(late + "/milestones/" + form + "/turn", {{"reached", "yes"}}).status, 303);
    EXPECT_TRUE(app_.get(late).shows(app_.today().in_words()));
    EXPECT_EQ(app_.post(late + "/update", {{"update", "All four"}, {"done", "yes"}}).status, 303);
    EXPECT_TRUE(app_.get(late).shows("Done on " + app_.today().in_words()));
    EXPECT_FALSE(app_.get("/to-do").shows("Hold four courses"));
    EXPECT_EQ(app_.get(late + "/change").status, 403) << "writing plans is not theirs";
}

TEST_P(PlanPages, TakenAwayPartsAndActionsLeaveNothingTiedToThem)
{
    const auto plan = begun();
    const auto theme = part(plan, "theme", {{"title", "Skills"}});
    part(plan, "criterion", {{"title", "Gaps are known"}, {"under", theme}});
    const auto objective = part(plan, "objective", {{"code", "13.2"}});
    const auto one = action(plan, with(whole(), {{"theme", theme}}));
    app_.post(one + "/ties", {{"part", objective}});
    EXPECT_EQ(app_.post(plan + "/parts/" + theme + "/away", {}).status, 303);
    EXPECT_FALSE(app_.get(plan).shows("Gaps are known"));
    EXPECT_TRUE(app_.get(plan).shows("Actions without a theme"));
    EXPECT_EQ(app_.post(plan + "/parts/" + objective + "/away", {}).status, 303);
    EXPECT_TRUE(app_.get(one).shows("It serves no objective, outcome or priority yet."));
    EXPECT_EQ(app_.post(one + "/away", {}).status, 303);
    EXPECT_EQ(app_.get(one).status, 404);
    EXPECT_EQ(app_.post(one + "/away", {}).status, 404);
}

TEST_P(PlanPages, MergeWhatTwoPeopleChangeInOneActionFieldByField)
{
    const auto plan = begun();
    const auto one = action(plan, with(whole("Audit skills"), {{"lead", "The council"}}));
    const auto opened = app_.get(one + "/change");
    const auto as_opened = [&](web::Fields changed) {
        web::Fields fields;
        for (const auto* name : {"title", "code", "theme", "words", "owner", "account", "lead", "contributors", "cost", "funding", "starts_on-day", "starts_on-month", "starts_on-year", "due_on-day", "due_on-month", "due_on-year"}) {
            const auto held = opened.between("name=\"was-" + std::string{name} + "\" value=\"", "\"");
            fields.emplace_back("was-" + std::string{name}, held);
            const auto mine = std::ranges::find(changed, name, &web::Fields::value_type::first);
            fields.emplace_back(name, mine == changed.end() ? held : mine->second);
        }
        return fields;
    };
    EXPECT_EQ(app_.post(one + "/change", as_opened({{"owner", "Head of practice"}, {"funding", "A grant"}})).status, 303) << "the first";
    EXPECT_EQ(app_.post(one + "/change", as_opened({{"lead", "The college"}})).status, 303) << "the second changed another field";
    auto page = app_.get(one);
    EXPECT_TRUE(page.shows("Head of practice")) << "what the first changed was taken over";
    EXPECT_TRUE(page.shows("The college"));
    const auto both = app_.post(one + "/change", as_opened({{"owner", "Head of training"}}));
    EXPECT_EQ(both.errors, (std::vector<std::string>{"Somebody changed this meanwhile to \"Head of practice\". Save again to keep what stands here, or put theirs in its place"}));
    EXPECT_NE(both.body.find("value=\"The college\""), std::string::npos) << "what only others changed stands in the form";
    EXPECT_NE(both.body.find("name=\"was-owner\" value=\"Head of practice\""), std::string::npos) << "so that saving again keeps what stands there";
    EXPECT_TRUE(app_.get(one).shows("Head of practice")) << "nothing was kept yet";
}

TEST_P(PlanPages, WaitForOneAnotherAndNeverInACircle)
{
    const auto plan = begun();
    const auto first = action(plan, with(day("due_on", app_.today().plus_days(-1)), {{"title", "Audit skills"}, {"owner", "Head of practice"}})), second = action(plan, whole("Train")), third = action(plan, whole("Review"));
    const auto id = [](const std::string& path) { return path.substr(path.rfind('/') + 1); };
    EXPECT_EQ(app_.post(second + "/ties", {{"waits", id(first)}}).status, 303);
    EXPECT_EQ(app_.post(third + "/ties", {{"waits", id(second)}}).status, 303);
    EXPECT_EQ(app_.post(first + "/ties", {{"waits", id(third)}}).errors, (std::vector<std::string>{"It would wait for itself: \"Review\" waits for \"Train\" waits for \"Audit skills\""}));
    EXPECT_EQ(app_.post(first + "/ties", {{"waits", id(first)}}).errors, (std::vector<std::string>{"Choose an action from the list"}));
    EXPECT_TRUE(app_.get(second).shows("Waits for what is late: Audit skills"));
    EXPECT_TRUE(app_.get(first).shows("Waiting for it"));
    app_.post(first + "/update", {{"update", "All done"}, {"done", "yes"}});
    EXPECT_TRUE(app_.get(second).shows("On track"));
}

TEST_P(PlanPages, ServeSeveralPlansUnderOneRoof)
{
    const auto area = app_.post("/strategy", {{"kind", "area_plan"}, {"name", "Area plan"}}).location();
    const auto outcome = part(area, "outcome", {{"title", "Children are safe"}});
    const auto plan = begun();
    const auto one = action(plan, whole());
    EXPECT_EQ(app_.post(one + "/ties", {{"part", outcome}}).status, 303);
    EXPECT_TRUE(app_.get(one).shows("Children are safe, of Area plan"));
    EXPECT_FALSE(app_.get(area + "/sight").shows("Outcomes that no objective leads to and no action serves"));
    EXPECT_TRUE(app_.get(area + "/sight").shows("Train lead professionals, of Our strategy"));
    const auto yearly = app_.post("/strategy", {{"kind", "action_plan"}, {"name", "First year"}, {"under", plan.substr(plan.rfind('/') + 1)}}).location();
    EXPECT_TRUE(app_.get(plan).shows("First year, draft. No actions are written down yet."));
    EXPECT_NE(yearly, plan);
}

TEST_P(PlanPages, AreNotApprovedBeforeEachRiskHasOwnerAndScore)
{
    const auto plan = begun();
    action(plan, whole());
    const auto risk = app_.post(plan + "/risks", {{"title", "Partners stay out"}}).location();
    EXPECT_TRUE(app_.get(plan).shows("Partners stay out: no owner, no score"));
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(app_.post(plan + "/state", {{"state", "approved"}}).status, 409);
    app_.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(app_.post(risk + "/change", {{"title", "Partners stay out"}, {"owner", "Head of commissioning"}, {"current_likelihood", "3"}, {"current_impact", "4"}}).status, 303);
    EXPECT_EQ(app_.post(risk + "/escalations", {{"to_whom", "Children's board"}}).errors, (std::vector<std::string>{"Enter why"}));
    EXPECT_EQ(app_.post(risk + "/escalations", {{"to_whom", "Children's board"}, {"why", "Only they can ask the trust"}}).status, 303);
    EXPECT_TRUE(app_.get(plan + "/risks").shows("With Children's board since " + app_.today().in_words()));
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(app_.post(plan + "/state", {{"state", "approved"}}).status, 303);
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto next = app_.post(plan + "/next", {}).location();
    EXPECT_TRUE(app_.get(next + "/risks").shows("Partners stay out")) << "the next version carries its risks";
}

TEST_P(PlanPages, AnswerRecommendationsAndRisks)
{
    EXPECT_TRUE(app_.get("/recommendations").shows("No recommendations yet"));
    EXPECT_EQ(app_.post("/recommendations", {{"stand", "not_accepted"}}).errors, (std::vector<std::string>{"Enter who recommended it", "Enter what is recommended", "Enter the reason for which it is not accepted whole"}));
    const auto recommendation = app_.post("/recommendations", {{"source", "Inspection 2025"}, {"title", "Every child has a lead professional"}, {"stand", "accepted"}}).location();
    EXPECT_TRUE(app_.get("/recommendations").shows("1 recommendation: all answered, 1 accepted without an action"));
    const auto plan = begun();
    const auto one = action(plan, whole());
    const auto risk = app_.post(plan + "/risks", {{"title", "Partners stay out"}}).location();
    EXPECT_TRUE(app_.get(plan + "/sight").shows("Findings that no action answers: 3"));
    const auto id = [](const std::string& path) { return path.substr(path.rfind('/') + 1); };
    EXPECT_EQ(app_.post(one + "/ties", {{"found", "strategy.recommendation:" + id(recommendation)}}).status, 303);
    EXPECT_EQ(app_.post(one + "/ties", {{"found", "strategy.risk:" + id(risk)}}).status, 303);
    EXPECT_TRUE(app_.get(plan + "/sight").shows("Findings that no action answers: 1"));
    EXPECT_TRUE(app_.get(recommendation).shows("Train lead professionals, of Our strategy"));
    EXPECT_TRUE(app_.get(risk).shows("Train lead professionals"));
    EXPECT_TRUE(app_.get("/recommendations").shows("1 recommendation: all answered"));
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(app_.get(recommendation).status, 200);
    EXPECT_EQ(app_.get(recommendation + "/change").status, 403);
}

TEST_P(PlanPages, TakeTheValuesOfAMeasureFromALiveFigureByDay)
{
    const auto plan = begun();
    const auto measure = app_.post(plan + "/measures", {{"name", "Staff"}, {"better", "more"}}).location();
    EXPECT_EQ(app_.post(measure + "/pin", {}).status, 409) << "it has no source";
    EXPECT_EQ(app_.post(measure + "/source", {{"source", "staff"}}).status, 303);
    EXPECT_TRUE(app_.get(measure).shows("From Staff in post: 42 today. All organisations have handed in"));
    EXPECT_EQ(app_.post(measure + "/pin", {}).status, 303);
    counted_ = LiveValue{.thousandths = 43'000, .words = "All organisations have handed in"};
    EXPECT_EQ(app_.post(measure + "/pin", {}).status, 303);
    db::Reader reader{app_.database()};
    const auto values = points().all(reader);
    ASSERT_EQ(values.size(), 1U) << "one a day";
    EXPECT_EQ(values.front().thousandths, 43'000);
    EXPECT_EQ(values.front().words, "Staff in post. All organisations have handed in");
    counted_.reset();
    EXPECT_TRUE(app_.get(measure).shows("nothing can be said of it today"));
    EXPECT_EQ(app_.post(measure + "/pin", {}).status, 409);
    offers_ = false;
    EXPECT_TRUE(app_.get(measure).shows("Staff in post is no longer offered as a source. The values that were taken from it stay"));
    EXPECT_TRUE(app_.get(measure).shows("43"));
}

}  // namespace
}  // namespace kith::strategy
