// References to findings, followed through the real routes: what they say now, what they said when they were pinned, and to whom nothing.
#include "assessment/evidence_register.hpp"
#include "assessment/priority_register.hpp"
#include "assessment/routes.hpp"
#include "questionnaire/test_campaigns.hpp"
#include "ui/words.hpp"
#include "web/visit.hpp"

namespace kith::assessment {
namespace {

using access::Role;
using access::Scope;
using questionnaire::LinkWay;
using questionnaire::Stage;

constexpr std::int64_t two_days = 2 * 24 * 60 * 60;

class ReferencePages : public questionnaire::Campaigns {
protected:
    ReferencePages() : Campaigns([](web::Routes& routes, const questionnaire::CampaignDesk& desk) {
        add_routes(routes, {.desk = desk});
        auto references = std::make_shared<web::References>();
        add_references(*references, {.desk = desk});
        routes.get("/reference", access::Permission::see_home, [references](web::Visit& visit) {
            const auto parsed = figures::Reference::parse(visit.request.query("to"));
            if (!parsed) return visit.problem(parsed.error());
            const auto referred = references->resolve(visit, *parsed);
            if (!referred) return visit.problem(referred.error());
            return visit.page({.title = "Reference"}, ui::paragraph(referred->title + " | " + referred->says + " | " + referred->said.value_or("nothing") + " | " + referred->href));
        });
    }) {}

    kit::Answer follow(const figures::Reference& reference) { return app().get(web::href_of(reference)); }
    figures::Reference on(figures::Reference reference, Date day)
    {
        reference.pinned = day;
        return reference;
    }
    template <class Thing, class Keep>
    Thing kept(Thing thing, Keep keep)
    {
        db::Writer writer{app().database()};
        db::ChangeSet changes{writer, app().now(), {}, "test"};
        thing = keep(changes, thing);
        writer.commit();
        return thing;
    }
};
KITH_ON_EACH_ENGINE(ReferencePages);

TEST_P(ReferencePages, APrioritySaysWhatItIsAndWhatItWasOnTheDay)
{
    const auto campaign = opened();
    const auto keep_it = [&](db::ChangeSet& changes, const Priority& priority) { return keep(changes, priority, app().now()); };
    auto priority = kept(Priority{.campaign = campaign.id, .title = "Train together", .why = "Few do"}, keep_it);
    const auto reference = reference_to(priority);
    const auto first = app().today();
    app().advance(two_days);
    priority.title = "Learn together";
    priority.kind = PriorityKind::recommendation;
    kept(priority, keep_it);
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(reference_to(priority), reference) << "it may become a recommendation and is referred to as before";
    EXPECT_TRUE(follow(on(reference, first)).shows("Learn together | Recommendation 1: Learn together | Priority 1: Train together | " + priority.href(campaign)));
    EXPECT_TRUE(follow(on(reference, first.plus_days(-1))).shows("| nothing |")) << "it was not there yet";
    EXPECT_TRUE(follow(reference).shows("Recommendation 1: Learn together | nothing |"));
}

TEST_P(ReferencePages, AThemeSaysWhatWasAgreedOnTheDay)
{
    const auto campaign = opened(Stage::closed);
    app().sign_in(Role::workforce_lead, Scope::area());
    const auto agree = [&](const char* position) { return app().post(campaign.href() + "/workshop/themes/purpose", {{"agreed", position}, {"reason", "Seen"}, {"strengths", ""}, {"barriers", ""}}).status; };
    ASSERT_EQ(agree("2"), 303);
    const auto first = app().today();
    app().advance(two_days);
    app().sign_in(Role::workforce_lead, Scope::area());
    ASSERT_EQ(agree("3.5"), 303);
    const auto page = follow(on(reference_to_theme(campaign, "purpose"), first));
    EXPECT_TRUE(page.shows("Shared purpose | Agreed at 3.5 of 5, in Autumn | Agreed at 2 of 5 | " + theme_href(campaign, "purpose")));
    EXPECT_EQ(follow(reference_to_theme(campaign, "nothing")).status, 404);
}

TEST_P(ReferencePages, AGapHasAPageOfItsOwn)
{
    const auto campaign = opened();
    const auto path = link(campaign, LinkWay::open);
    for (int person = 0; person < 5; ++person) {
        app().cookies().clear();
        answer_as_team(path, {{"aims", "3"}, {"meets", "no"}});
    }
    app().sign_in(Role::workforce_lead, Scope::area());
    app().post(campaign.href() + "/close", {});
    const auto href = gap_href(campaign, "purpose", "team", "child");
    EXPECT_TRUE(app().get(href).shows("Shared purpose: too few have answered for these viewpoints to be set side by side"));
    EXPECT_TRUE(follow(reference_to_gap(campaign, "purpose", "child", "team")).shows("too few have answered for these viewpoints to be set side by side | nothing | " + href));
    for (const auto* wrong : {"team", "nobody"}) EXPECT_EQ(app().get(gap_href(campaign, "purpose", "team", wrong)).status, 404) << wrong;
}

TEST_P(ReferencePages, WhoMayNotSeeItLearnsNothing)
{
    const auto campaign = opened();
    const auto evidence = kept(Evidence{.campaign = campaign.id, .theme = "purpose", .title = "A report", .shows = "Less than was said", .confidentiality = Confidentiality::confidential},
                               [&](db::ChangeSet& changes, const Evidence& one) { return add(changes, one, app().now()); });
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_TRUE(follow(reference_to(evidence)).shows("A report | Less than was said"));
    app().sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(follow(reference_to(evidence)).status, 404);
    EXPECT_EQ(follow(reference_to_theme(campaign, "purpose")).status, 200);
    EXPECT_EQ(follow({.kind = "assessment.moon", .id = "1", .pinned = {}}).status, 404);
    app().sign_in(Role::administrator, Scope::area());
    EXPECT_EQ(follow(reference_to_theme(campaign, "purpose")).status, 404) << "who may not see campaigns";
}

TEST_P(ReferencePages, WhatWasTakenAwayIsToldByWhatItSaid)
{
    const auto campaign = opened();
    const auto evidence = kept(Evidence{.campaign = campaign.id, .theme = "purpose", .title = "A report", .shows = "Good work"}, [&](db::ChangeSet& changes, const Evidence& one) { return add(changes, one, app().now()); });
    const auto first = app().today();
    app().advance(two_days);
    kept(evidence, [](db::ChangeSet& changes, const Evidence& one) { return take_away(changes, one), one; });
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_TRUE(follow(on(reference_to(evidence), first)).shows("A report | It has been taken away since | Good work | " + campaign.href() + "/evidence"));
    EXPECT_EQ(follow(reference_to(evidence)).status, 404);
}

}  // namespace
}  // namespace kith::assessment
