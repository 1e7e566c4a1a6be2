// Results through real routes: what is shown while answers come in, once the campaign is closed, and to whom.
#include "assessment/campaign_results.hpp"
#include "assessment/routes.hpp"
#include "kit/test_app.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/sheet_register.hpp"

#include <gtest/gtest.h>

namespace kith::assessment {
namespace {

namespace q = questionnaire;
using access::Role;
using access::Scope;

class ResultsPages : public testing::TestWithParam<db::Engine> {
protected:
    static constexpr access::OrganisationId acorns{7}, brook{8};
    static constexpr access::LocalityId east{3};

    const q::Instrument& instrument() const { return *instruments_->latest("one_childrens_workforce"); }

    q::Campaign campaign(std::string name, q::Stage stage, std::optional<q::CampaignId> before = {})
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "campaign"};
        auto made = q::add(changes, {.name = std::move(name), .instrument = instrument().id, .version = instrument().version, .digest = instrument().digest, .opens_on = app_.today().plus_days(-9),
                                     .closes_on = app_.today().plus_days(9), .stage = stage, .before = before}, app_.now());
        writer.commit();
        return made;
    }

    /// So many answers that say `step` to everything that the viewpoint is asked on the scale from 1 to 5.
    void answers(const q::Campaign& to, const std::string& viewpoint, int step, int times, std::optional<access::OrganisationId> organisation = {})
    {
        q::Answers all;
        for (const auto& item : instrument().items)
            if (item.kind == q::ItemKind::scale && item.is_for(viewpoint) && !item.leaders_only) all[item.key] = {q::Step{step}};
        db::Writer writer{app_.database()};
        for (int n = 0; n < times; ++n)
            q::keep(writer, {.sheet = {.respondent = {viewpoint, false}, .organisation = organisation, .locality = east, .answers = all}, .words = {{"works", "It <works> here"}}}, to, {}, false, app_.chance(), app_.now());
        q::count_waiting(writer, to.id, static_cast<std::int64_t>(instrument().threshold), to.stage == q::Stage::closed);
        writer.commit();
    }

    std::shared_ptr<const q::Instruments> instruments_ = std::make_shared<const q::Instruments>(q::Instruments::load(q::built_in_instrument_files()).value());
    q::CampaignDesk desk_{.instruments = instruments_,
                          .places = {.organisations = [this](db::Reader&) { return std::vector<q::Partner>{{acorns, app_.database().make_public_id(app_.now()), "Acorns", "acorns", "early_years"},
                                                                                                            {brook, app_.database().make_public_id(app_.now(), 1), "Brook", "brook", "education"}}; },
                                     .localities = [](db::Reader&) { return std::vector<q::Locality>{{east, "E", "Eastfield"}}; }},
                          .readers = {}, .organisation_of = {}, .contact = {}};
    kit::TestApp app_{[this](web::Routes& routes) { add_routes(routes, {.desk = desk_}); }, {.engine = GetParam()}};
};
KITH_ON_EACH_ENGINE(ResultsPages);

TEST_P(ResultsPages, NothingIsShownBeforeEnoughHaveAnswered)
{
    const auto open = campaign("Autumn", q::Stage::running);
    answers(open, "practitioner", 2, 9);
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto page = app_.get(open.href() + "/results");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.shows("No answers are counted yet"));
    EXPECT_FALSE(page.shows("2.0"));
}

TEST_P(ResultsPages, WhileItIsOpenByViewpointAloneAndThemesAlone)
{
    const auto open = campaign("Autumn", q::Stage::running);
    answers(open, "practitioner", 2, 12, acorns);
    answers(open, "child", 5, 4, acorns);
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto page = app_.get(open.href() + "/results");
    EXPECT_TRUE(page.shows("The campaign is not closed."));
    EXPECT_TRUE(page.shows("2.0 (7)"));
    EXPECT_FALSE(page.shows("5.0 (")) << "four children wait to be counted";
    EXPECT_FALSE(page.shows("Acorns"));
    EXPECT_TRUE(app_.get(open.href() + "/results/identity").shows("shown once the campaign is closed"));
    EXPECT_EQ(app_.get(open.href() + "/results/words").status, 409);
}

TEST_P(ResultsPages, OnceClosedTheRainbowGapsChangesAndOtherGroups)
{
    const auto last = campaign("Last year", q::Stage::closed);
    answers(last, "practitioner", 2, 20, acorns);
    const auto now = campaign("This year", q::Stage::closed, last.id);
    answers(now, "practitioner", 3, 20, acorns);
    answers(now, "partnership", 5, 8, brook);
    answers(now, "child", 1, 6, brook);
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto page = app_.get(now.href() + "/results");
    EXPECT_TRUE(page.shows("By the answers no theme stands out: all stand at 3.1")) << page.text().substr(0, 400);
    EXPECT_TRUE(page.shows("3.0 (20)"));
    EXPECT_TRUE(page.shows("5.0 (8)"));
    EXPECT_TRUE(page.shows("1.0 (6)"));
    EXPECT_TRUE(page.shows("Where viewpoints differ most"));
    EXPECT_TRUE(page.shows("more than chance"));
    EXPECT_TRUE(page.shows("Since Last year"));
    EXPECT_TRUE(page.shows("Acorns"));
    const auto theme = app_.get(now.href() + "/results/identity");
    EXPECT_TRUE(theme.shows("What success looks like"));
    EXPECT_FALSE(theme.shows("3.0 to 3.0")) << "all said the same: how far others would spread is not known";
    EXPECT_TRUE(theme.shows("No answer"));
    EXPECT_EQ(app_.get(now.href() + "/results/nonsense").status, 404);
    const auto file = app_.get(now.href() + "/results.csv");
    EXPECT_TRUE(file.shows("identity,theme,,viewpoint"));
    EXPECT_TRUE(app_.get(now.href() + "/results/words").shows("It &lt;works&gt; here"));
}

TEST_P(ResultsPages, FewAreHiddenAndSoIsWhatWouldGiveThemAway)
{
    const auto closed = campaign("This year", q::Stage::closed);
    answers(closed, "practitioner", 3, 20);
    answers(closed, "partnership", 5, 8);
    answers(closed, "child", 1, 3);
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto page = app_.get(closed.href() + "/results");
    EXPECT_TRUE(page.shows("3.0 (20)"));
    EXPECT_TRUE(page.shows("too few")) << "three children";
    EXPECT_FALSE(page.shows("5.0 (8)")) << "the whole less practitioners and the board would be three children";
    EXPECT_FALSE(page.shows("1.0 (3)"));
    const auto file = app_.get(closed.href() + "/results.csv");
    EXPECT_TRUE(file.shows("too few answers"));
    EXPECT_TRUE(file.shows("others could be worked out"));
}

TEST_P(ResultsPages, OtherOrganisationsAndOwnWordsAreNotForEveryone)
{
    const auto closed = campaign("This year", q::Stage::closed);
    answers(closed, "practitioner", 3, 20, acorns);
    answers(closed, "practitioner", 4, 20, brook);
    app_.sign_in(Role::manager, Scope::organisation(acorns));
    EXPECT_TRUE(app_.get(closed.href() + "/results").shows("Acorns"));
    EXPECT_FALSE(app_.get(closed.href() + "/results").shows("Brook"));
    EXPECT_FALSE(app_.get(closed.href() + "/results.csv").shows("Brook"));
    EXPECT_EQ(app_.get(closed.href() + "/results/words").status, 403);
    app_.sign_in(Role::practitioner, Scope::own_record(access::StaffRecordId{1}));
    EXPECT_EQ(app_.get(closed.href() + "/results").status, 403);
}

TEST(PositionWords, LieAmongTheWordsOfTheScale)
{
    const auto instruments = q::Instruments::load(q::built_in_instrument_files()).value();
    const auto& instrument = *instruments.latest("one_childrens_workforce");
    EXPECT_EQ(position_words(instrument, "identity", 3.1), "close to \"Partly\"");
    EXPECT_EQ(position_words(instrument, "identity", 3.5), "between \"Partly\" and \"Mostly\"");
    EXPECT_EQ(position_words(instrument, "identity", 5.0), "close to \"Fully\"");
    EXPECT_EQ(position_words(instrument, "nonsense", 3), "");
}

}  // namespace
}  // namespace kith::assessment
