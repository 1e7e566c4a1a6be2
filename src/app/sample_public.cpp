#include "app/sample_public.hpp"

#include "annual/report_register.hpp"
#include "annual/skeleton.hpp"
#include "app/sample_account.hpp"
#include "consultation/consultation_register.hpp"
#include "returns/kind.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/risk_register.hpp"

#include <array>
#include <string>
#include <vector>

namespace kith::app {
namespace {

namespace s = strategy;
namespace c = consultation;

struct ToldAction {
    const char *code, *theme, *title, *owner;
    int due;
};
constexpr auto next_year = std::to_array<ToldAction>({{"P1", "1", "One induction morning a term for childminders, on a Saturday", "Training coordinator", 200},
                                                      {"P2", "1", "A named person at the council for every small provider", "Early years workforce lead", 120},
                                                      {"P3", "2", "Courses in safeguarding at weekends", "Training coordinator", 260},
                                                      {"P4", "2", "Pay for cover while staff of small settings are on courses", "Head of workforce development", 300}});

class Telling {
public:
    Telling(db::Writer& writer, access::AccountId lead, Instant now) : changes_(writer, now, {}, "The public asked and told"), writer_(writer), lead_(lead), now_(now), today_(now.date_in_london()) {}

    Result<void> all()
    {
        const auto current = s::plans().one(writer_, "state = 'current'");
        if (!current) return unacceptable("strategy", "The sample needs its strategy");
        ask(*current);
        tell(*current);
        return {};
    }

private:
    s::Part theme_of(const s::Plan& plan, const char* code, const char* title, const char* aim)
    {
        return s::plan_parts().keep(changes_, {.plan = plan.id, .kind = s::PartKind::theme, .code = code, .title = title, .words = aim}, now_);
    }

    void ask(const s::Plan& strategy)
    {
        const auto plan = s::plans().keep(changes_, {.kind = s::PlanKind::action_plan, .name = "Small providers: next year's plan", .vision = "Whoever works alone with children is not left alone.", .from = today_.plus_days(60), .until = today_.plus_days(425), .under = strategy.id,
                                                     .state = s::PlanState::consultation}, now_);
        const std::array themes{theme_of(plan, "1", "Belonging", "Small providers know the partnership, and it knows them."), theme_of(plan, "2", "Learning", "Nobody misses a course because there is nobody to stand in.")};
        for (const auto& told : next_year) {
            const auto& theme = themes.at(std::string_view{told.theme} == "1" ? 0 : 1);
            s::actions().keep(changes_, {.plan = plan.id, .theme = theme.id, .code = told.code, .title = told.title, .owner = told.owner, .account = lead_, .due_on = today_.plus_days(told.due)}, now_);
        }
        const auto asked = c::consultations().keep(changes_, {.plan = plan.id, .name = "What would help small providers next year?", .words = "We want to know what would help you and the children you look after. We will write here what people said, and what we did about it.",
                                                              .opens_on = today_.plus_days(-12), .closes_on = today_.plus_days(16)}, now_);
        const auto say = [&](const s::Part* about, c::Voice voice, int days_ago, const char* words) {
            c::keep(writer_, asked.id, {.about = about == nullptr ? "whole" : about->public_id.text(), .voice = voice, .words = words, .made_on = today_.plus_days(-days_ago)});
        };
        say(&themes[1], c::Voice::works, 11, "I work alone. A course on a weekday means that I close, and six families have nobody.");
        say(&themes[1], c::Voice::works, 9, "Weekends are good. Evenings are not: we are all tired by then.");
        say(&themes[0], c::Voice::organisation, 6, "A named person would help most. Today we ring a number and start anew each time.");
        say(nullptr, c::Voice::parent, 4, "Our childminder is the person our son knows best. Please ask her when you plan for him.");
        say(&themes[0], c::Voice::child, 2, "I want to stay with her when she learns something.");
        c::consultation_answers().keep(changes_, {.consultation = asked.id, .about = themes[1].public_id.text(), .said = "Evenings are too late for whoever has looked after children all day.", .did = "The induction is moved to Saturday mornings in the draft that goes to the board."}, now_);
    }

    /// As it could be told a year ago: nothing was counted yet of the workforce, and no questionnaire was closed.
    void tell(const s::Plan& strategy)
    {
        constexpr int began = 700, told = 355;
        const auto as_of = today_.plus_days(-told);
        const auto report = annual::annual_reports().keep(changes_, {.plan = strategy.id, .name = strategy.name + ": the first year", .from = today_.plus_days(-began), .as_of = as_of}, now_);
        const auto write = [&](const char* section, const char* words) { return annual::report_words().keep(changes_, {.report = report.id, .section = section, .words = words}, now_); };
        const std::vector words{write("summary", "The first year was one of beginnings: an induction day that staff of all employers share, words that we agreed on, and the first returns that tell who works with children here."),
                                write("next", "Next year we begin to say who leads for each child, and we count how many of our settings have a graduate.")};
        const auto whole = s::as_on(s::whole_plan(writer_, strategy), as_of);
        const annual::ReportFacts facts{.whole = whole, .risks = {}, .reviews = {}, .assessment = {}, .assessment_before = {}, .arcs = {}, .workforce = {}, .money = {}, .money_in_short = {}, .money_flags = {}, .decisions = {}};
        auto document = annual::to_json(annual::to_be_published(annual::document_of(report, facts, words)));
        auto hash = returns::hash_of(document);
        annual::published_reports().keep(changes_, {.report = report.id, .published_on = as_of.plus_days(9), .by = lead_, .document = std::move(document), .hash = std::move(hash)}, now_);
    }

    db::ChangeSet changes_;
    db::Writer& writer_;
    access::AccountId lead_;
    Instant now_;
    Date today_;
};

}  // namespace

Result<void> tell_the_public(db::Database& database, std::string_view lead, Instant now)
{
    db::Writer writer{database};
    const auto account = account_at(writer, lead);
    if (!account) return std::unexpected(account.error());
    if (auto told = Telling{writer, account->id, now}.all(); !told) return told;
    writer.commit();
    return {};
}

}  // namespace kith::app
