#include "app/sample_strategy.hpp"

#include "app/sample_account.hpp"
#include "assessment/priority_register.hpp"
#include "files/csv_writer.hpp"
#include "questionnaire/campaign_register.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/recommendation_register.hpp"
#include "strategy/risk_register.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <optional>

namespace kith::app {
namespace {

using namespace strategy;

constexpr int handed_in_days_ago = 330;
constexpr std::string_view name = "Children's workforce strategy";

struct ToldPart {
    std::string_view kind, code, theme, title, words;
};
constexpr auto parts = std::to_array<ToldPart>({
    {"outcome", "A", "", "Children are kept safe by people who know them", ""},
    {"outcome", "B", "", "Families tell their story once", ""},
    {"outcome", "C", "", "Staff stay, and are ready for what they meet", ""},
    {"objective", "A1", "A", "Posts that keep children safe are filled", ""},
    {"objective", "A2", "A", "Everyone who works with children is checked and trained for it", ""},
    {"objective", "B1", "B", "Every child with several services has a lead professional", ""},
    {"objective", "B2", "B", "Services use one assessment", ""},
    {"objective", "B3", "B", "Staff know who else works nearby", ""},
    {"objective", "C1", "C", "The workforce is known across all employers", ""},
    {"objective", "C2", "C", "Settings are led by graduates", ""},
    {"objective", "C3", "C", "Staff have their say in what changes", ""},
    {"objective", "C4", "C", "Learning is shared across employers", ""},
    {"theme", "1", "", "Shared identity, purpose and vision", "Everyone who works with children here knows what we want for them."},
    {"theme", "2", "", "Common values and language", "We use the same words, and families understand them."},
    {"theme", "3", "", "Behaviours focused on positive outcomes", "Each of us sees the child before the service."},
    {"theme", "4", "", "Integrated working practices", "One assessment, one plan, one person to ring."},
    {"theme", "5", "", "High quality, appropriately trained workforce", "Staff are prepared for their roles and go on learning."},
    {"theme", "6", "", "Complementary roles", "Jobs are done by whoever is best placed for them."},
    {"theme", "7", "", "Capacity to deliver and keep children safe", "There are enough of us, and we stay."},
    {"theme", "8", "", "Outcome focus", ""},
    {"criterion", "", "1", "Staff can say what the plan is for", ""},
    {"criterion", "", "2", "Families say that letters are clear", ""},
    {"criterion", "", "4", "Each child with several services has one named person", ""},
    {"criterion", "", "5", "Gaps in skills are known, and closed by date", ""},
    {"criterion", "", "7", "Fewer than one post in ten is empty", ""},
});

/// Days are counted from today; `done` none: it is still open.
struct ToldAction {
    std::string_view code, theme, title, objectives, owner, lead;
    int starts, due;
    std::optional<int> done;
    std::string_view cost;
};
constexpr auto told_actions = std::to_array<ToldAction>({
    {"1.1", "1", "One induction day for new staff of all employers", "C4; B3", "Training coordinator", "Council children's services", -650, -300, -310, "6,000"},
    {"1.2", "1", "Send the plan's summary to all staff", "C3", "Communications lead", "Council children's services", -120, 21, {}, ""},
    {"2.1", "2", "A glossary of the words that services use", "B3", "Head of workforce development", "Council children's services", -600, -420, -430, ""},
    {"3.1", "3", "Four courses for lead professionals a year", "B1", "Training coordinator", "Community health", -500, -12, {}, "14,500"},
    {"3.2", "3", "Ask children what they think of those who work with them", "C3", "Participation lead", "Young people's council", -200, 60, {}, "2,000"},
    {"4.1", "4", "Common assessments in all localities", "B2; B1", "Head of early help", "Council children's services", -550, 120, {}, "12,000"},
    {"4.2", "4", "A named lead professional for every child with more than two services", "B1", "Head of early help", "Council children's services", -300, 90, {}, ""},
    {"5.1", "5", "Know qualifications and training of all staff, of all employers", "C1; A2", "Head of workforce development", "Council children's services", -650, -90, -95, "9,000"},
    {"5.2", "5", "Two graduates in every full day-care setting of the poorest areas", "C2", "Early years workforce lead", "Nursery managers' forum", -400, 400, {}, "120,000"},
    {"5.3", "5", "Half of the places on joint courses to employers who had none", "C4", "Training coordinator", "Schools", -150, 150, {}, ""},
    {"6.1", "6", "Describe family support roles alike across employers", "B3", "Head of workforce development", "Voluntary sector network", -160, 200, {}, ""},
    {"6.2", "6", "Share a room between health visitors and family support in each locality", "B3", "Health visiting lead", "Community health", 30, 300, {}, "12,000"},
    {"7.1", "7", "Bring back social workers who have left", "A1", "Head of safeguarding", "Council children's services", -350, 30, {}, "60,000"},
    {"7.2", "7", "Check every record of checks once a year", "A2", "Head of safeguarding", "Safeguarding partnership", -365, 180, {}, ""},
    {"7.3", "7", "Ask everyone who leaves why", "A1; C3", "Head of workforce development", "Council children's services", -300, 365, {}, ""},
});

struct ToldUpdate {
    std::string_view action;
    int days_ago;
    std::string_view words;
    std::optional<ActionState> says;
    std::string_view reason;
};
constexpr auto told_updates = std::to_array<ToldUpdate>({
    {"1.2", 9, "Two organisations of three have sent it.", {}, ""},
    {"3.1", 200, "Two courses held, 31 people.", {}, ""},
    {"3.1", 6, "Three courses held, 44 people; the fourth is booked for next month.", ActionState::on_track, "The fourth course is booked, and the places are taken."},
    {"3.2", 10, "The questions are out in forty group rooms.", {}, ""},
    {"4.1", 20, "Begun in three localities of five.", {}, ""},
    {"4.2", 95, "Heads of service agreed who is asked first.", {}, ""},
    {"5.2", 30, "Nineteen settings have one graduate, three have two.", ActionState::at_risk, "The grant that pays the courses ends before the last group does."},
    {"5.3", 40, "The next list of places is drawn up by employer.", {}, ""},
    {"6.1", 25, "Four role descriptions lie side by side.", {}, ""},
    {"7.1", 14, "Nine came, eight are still here.", {}, ""},
    {"7.2", 50, "Done in all schools.", {}, ""},
    {"7.3", 33, "The form is one page now, and half of those who left filled it in.", {}, ""},
});

/// Who says how actions go.
struct People {
    access::AccountId lead, locality, nursery;
};

/// Lives through the registers that the pages write through.
class Living {
public:
    Living(db::Writer& writer, const People& people, Instant now) : changes_(writer, now, {}, "Strategy lived with"), writer_(writer), people_(people), lead_(people.lead), now_(now), today_(now.date_in_london()) {}

    Result<void> all()
    {
        const auto plan = newest_called(writer_, name);
        if (!plan) return unacceptable("strategy", "The sample needs its strategy");
        auto current = *plan;
        current.state = PlanState::current;
        plans().keep(changes_, current, now_);
        whole_ = whole_plan(writer_, current);
        for (const auto& told : told_actions)
            if (auto lived = live(told); !lived) return lived;
        for (const auto& told : told_updates)
            if (auto said = say(told); !said) return said;
        reach_milestones();
        count();
        fear();
        heed();
        waits().keep(changes_, {.action = action("4.2")->id, .on = action("4.1")->id}, now_);
        return answer_findings();
    }

private:
    const Action* action(std::string_view code) const
    {
        const auto found = std::ranges::find(whole_->actions, code, &Action::code);
        return found == whole_->actions.end() ? nullptr : &*found;
    }

    /// Early help is carried out in a locality, the graduates' courses by a nursery; the rest the lead looks after.
    access::AccountId who_says(std::string_view code) const
    {
        if (code.starts_with("4.")) return people_.locality;
        return code == "5.2" ? people_.nursery : people_.lead;
    }

    Result<void> live(const ToldAction& told)
    {
        auto action = *this->action(told.code);
        action.account = who_says(told.code);
        if (told.done) action.done_on = today_.plus_days(*told.done);
        if (const auto problems = problems_of(action, whole_->actions); !problems.empty()) return std::unexpected(problems.front());
        actions().keep(changes_, action, now_);
        return {};
    }

    Result<void> say(const ToldUpdate& told)
    {
        const Update update{.action = action(told.action)->id, .by = who_says(told.action), .made_on = today_.plus_days(-told.days_ago), .words = std::string{told.words}, .says = told.says, .reason = std::string{told.reason}};
        if (const auto problems = problems_of(update); !problems.empty()) return std::unexpected(problems.front());
        updates().keep(changes_, update, now_);
        return {};
    }

    void reach_milestones()
    {
        const auto keep = [&](std::string_view code, const char* title, int due, std::optional<int> done) {
            milestones().keep(changes_, {.action = action(code)->id, .title = title, .due_on = today_.plus_days(due), .done_on = done ? std::optional{today_.plus_days(*done)} : std::nullopt}, now_);
        };
        keep("4.1", "Begun in three localities", -100, -110);
        keep("4.1", "Begun in all five", -8, {});
        keep("4.1", "Every school knows whom to ring", 80, {});
        keep("7.1", "Advertised with the region", -300, -296);
        keep("7.1", "First group starts", -180, -171);
        keep("5.2", "First ten settings", -60, -70);
    }

    const Risk& risk(std::string_view code) const { return *std::ranges::find(risks_, code, &Risk::code); }

    /// Of the three risks that the file brings: one was taken to the board, one was looked at and fell, one nobody has scored.
    void fear()
    {
        risks_ = risks_of(writer_, whole_->plan.id);
        const auto &vacancies = risk("R1"), &grant = risk("R2");
        escalations().keep(changes_, {.risk = vacancies.id, .by = lead_, .to_whom = "Westmere children's board", .made_on = today_.plus_days(-40), .words = "Pay of neighbouring authorities is nothing that the workforce group can change. The board is asked to agree one pay range with them."}, now_);
        answers().keep(changes_, {.action = action("7.1")->id, .finding = reference_to(vacancies).text(), .title = "Risk: " + vacancies.called(), .since = today_.plus_days(-200)}, now_);
        reviews().keep(changes_, {.risk = vacancies.id, .by = lead_, .made_on = today_.plus_days(-150), .words = "The posts that were advertised with the region are filled.", .likelihood = 3, .impact = 5}, now_);
        reviews().keep(changes_, {.risk = vacancies.id, .by = lead_, .made_on = today_.plus_days(-42), .words = "Two neighbours have raised their pay.", .likelihood = 4, .impact = 5}, now_);
        auto graver = vacancies;
        graver.current = Score{4, 5};
        risks().keep(changes_, graver, now_);
        reviews().keep(changes_, {.risk = grant.id, .by = lead_, .made_on = today_.plus_days(-90), .words = "The region will carry half of it.", .likelihood = 3, .impact = 3}, now_);
    }

    /// What an inspection recommended: one with an action, one without, one not accepted.
    void heed()
    {
        const auto recommended = [&](const char* code, const char* title, Stand stand, const char* reason) {
            return recommendations().keep(changes_, {.source = "Inspection of help and protection", .given_on = today_.plus_days(-420), .code = code, .title = title, .words = "", .stand = stand, .reason = reason, .owner = "Head of safeguarding"}, now_);
        };
        const auto known = recommended("1", "Everyone who works with a child knows who leads for that child", Stand::accepted, "");
        recommended("2", "Every setting knows whom to ask about an early assessment", Stand::accepted, "");
        recommended("3", "Move all early help teams into one building", Stand::not_accepted, "Families in the north would have to travel an hour");
        answers().keep(changes_, {.action = action("4.2")->id, .finding = reference_to(known).text(), .title = known.called(), .since = today_.plus_days(-400)}, now_);
    }

    /// Which action each measure of the file will show.
    void count()
    {
        for (const auto& measure : measures().where(writer_, "plan_id = $1", whole_->plan.id)) shown_by().keep(changes_, {.action = action(measure.unit == "%" ? "7.1" : "5.2")->id, .measure = measure.id}, now_);
    }

    /// The priorities of the newest workshop, each by the action that takes it up.
    Result<void> answer_findings()
    {
        constexpr std::array<std::string_view, 3> by{"7.1", "4.2", "5.3"};
        for (const auto& campaign : questionnaire::list_campaigns(writer_)) {
            const auto priorities = assessment::priorities_of(writer_, campaign.id);
            for (std::size_t at = 0; at < std::min(by.size(), priorities.size()); ++at) {
                const auto reference = assessment::reference_to(priorities[at]);  // without a day: the sample's register knows nothing of a day before it was made
                answers().keep(changes_, {.action = action(by.at(at))->id, .finding = reference.text(), .title = priorities[at].title, .since = today_.plus_days(-200)}, now_);
            }
        }
        return {};
    }

    db::ChangeSet changes_;
    db::Writer& writer_;
    People people_;
    access::AccountId lead_;
    Instant now_;
    Date today_;
    std::optional<WholePlan> whole_;
    std::vector<Risk> risks_;
};

/// A file of the plan, handed in after it.
SampleFile file_of(const char* file_name, Date on, std::initializer_list<std::initializer_list<std::string>> rows)
{
    files::CsvWriter csv;
    for (const auto& row : rows) csv.row(std::vector<std::string>{row});
    return {.name = file_name, .organisation = {}, .text = std::move(csv).text(), .on = on};
}

/// Three risks, two measures, the money and who sits where.
std::vector<SampleFile> files_beside(Date today)
{
    const auto on = today.plus_days(-handed_in_days_ago);
    const auto day = [&](int days) { return today.plus_days(days).iso(); };
    const std::string plan{name};
    const auto year = [&](int years) {
        const auto first = today.year() + years - (today.month() < 4 ? 1 : 0);
        return std::to_string(first) + "/" + std::to_string(first + 1);
    };
    const std::string board = "Westmere children's board", group = "Workforce development group";
    std::vector<SampleFile> files;
    files.push_back(file_of("risks.csv", on, {{"plan", "code", "title", "cause", "effect", "inherent_likelihood", "inherent_impact", "current_likelihood", "current_impact", "target_likelihood", "target_impact", "controls", "owner", "review"},
                                              {plan, "R1", "Posts that keep children safe stay empty", "Neighbours pay more", "Caseloads rise, and more staff leave", "5", "5", "3", "5", "2", "5", "Bring back social workers who have left", "Head of safeguarding", day(20)},
                                              {plan, "R2", "The grant for graduates ends before the courses do", "It is for two years", "Settings cannot pay the last year", "4", "4", "3", "3", "2", "2", "Ask the region to carry the last year", "Early years workforce lead", day(-3)},
                                              {plan, "R3", "Small providers are not heard", "", "", "", "", "", "", "", "", "", "", ""}}));
    files.push_back(file_of("figures.csv", today.plus_days(-12), {{"plan", "measure", "unit", "better", "kind", "value", "on", "words"},
                                                {plan, "Graduates who lead full day-care settings", "graduates", "more", "baseline", "12", day(-400), "Returns accepted by that day"},
                                                {plan, "Graduates who lead full day-care settings", "graduates", "more", "actual", "16", day(-200), "Returns accepted by that day"},
                                                {plan, "Graduates who lead full day-care settings", "graduates", "more", "actual", "25", day(-30), "Returns accepted by that day"},
                                                {plan, "Graduates who lead full day-care settings", "graduates", "more", "target", "48", day(400), "Agreed with the strategy"},
                                                {plan, "Posts that stand empty", "%", "less", "baseline", "18", day(-350), "Returns accepted by that day"},
                                                {plan, "Posts that stand empty", "%", "less", "actual", "15", day(-120), "Returns accepted by that day"},
                                                {plan, "Posts that stand empty", "%", "less", "actual", "14", day(-14), "Returns accepted by that day"},
                                                {plan, "Posts that stand empty", "%", "less", "target", "10", day(30), "Agreed with the strategy"}}));
    files.push_back(file_of("budget.csv", on, {{"plan", "heading", "year", "source", "kind", "giver", "holder", "conditions", "ends", "action", "amount", "committed", "spent", "forecast"},
                                               {plan, "Courses for graduates", year(-1), "Graduate grant", "grant", "The region", "Westmere Council", "For staff of private and voluntary settings alone", day(90), "5.2", "60000", "", "58200", "58200"},
                                               {plan, "Courses for graduates", year(0), "Graduate grant", "grant", "The region", "Westmere Council", "", day(90), "5.2", "60000", "14000", "31500", "63000"},
                                               {plan, "Trainers of common assessments", year(0), "Hospital trust's trainers", "in_kind", "Westmere Hospitals", "Westmere Hospitals", "", "", "4.1", "12000", "", "", ""},
                                               {plan, "Lead professionals' network", year(0), "", "", "", "", "", "", "4.2", "8000", "", "1250.50", ""}}));
    files.push_back(file_of("seats.csv", on, {{"board", "group", "seat", "organisation", "kind", "number", "filled"},
                                              {board, "Organisations", "Director of children's services", "Westmere Council", "chair", "1", "yes"},
                                              {board, "Organisations", "Director of nursing", "Westmere Hospitals", "member", "1", "yes"},
                                              {board, "Organisations", "Head of the police's public protection unit", "Westmere Police", "member", "1", "yes"},
                                              {board, "Sectors", "Headteacher for primary schools", "", "member", "1", "yes"},
                                              {board, "Sectors", "Nurseries and childminders (one seat shared by two)", "", "shared", "1", "yes"},
                                              {board, "Sectors", "Voluntary sector representative", "", "member", "1", "no"},
                                              {board, "Others", "Trade union representative", "", "receives minutes", "2", "yes"},
                                              {group, "", "Head of workforce development", "Westmere Council", "chair", "1", "yes"},
                                              {group, "", "Early years workforce lead", "Westmere Council", "member", "1", "yes"},
                                              {group, "", "Head of safeguarding", "Westmere Council", "member", "1", "yes"},
                                              {group, "", "Project manager", "Westmere Council", "project assurance", "1", "yes"}}));
    return files;
}

}  // namespace

std::vector<SampleFile> strategy_files(Date today)
{
    files::CsvWriter csv;
    csv.row(std::vector<std::string>{"kind", "code", "theme", "title", "words", "objectives", "owner", "lead", "starts", "due", "cost"});
    const auto row = [&](std::initializer_list<std::string_view> cells) {
        for (const auto cell : cells) csv.cell(cell);
        csv.end_row();
    };
    const auto day = [&](int days) { return today.plus_days(days).iso(); };
    row({"plan", "", "", name, "Everyone who works with children here works as one, knows what they are for, and stays.", "", "", "", day(-700), day(760), ""});
    for (const auto& part : parts) row({part.kind, part.code, part.theme, part.title, part.words, "", "", "", "", "", ""});
    for (const auto& one : told_actions) row({"action", one.code, one.theme, one.title, "", one.objectives, one.owner, one.lead, day(one.starts), day(one.due), one.cost});
    SampleFile file{.name = "strategy.csv", .organisation = {}, .text = std::move(csv).text(), .on = today.plus_days(-handed_in_days_ago)};
    std::vector<SampleFile> files;
    files.push_back(std::move(file));
    std::ranges::move(files_beside(today), std::back_inserter(files));
    return files;
}

Result<void> live_with_strategy(db::Database& database, const SamplePeople& who, Instant now)
{
    db::Writer writer{database};
    const auto lead = account_at(writer, who.lead), locality = account_at(writer, who.locality), nursery = account_at(writer, who.nursery);
    for (const auto* one : {&lead, &locality, &nursery})
        if (!*one) return std::unexpected(one->error());
    if (auto lived = Living{writer, {.lead = lead->id, .locality = locality->id, .nursery = nursery->id}, now}.all(); !lived) return lived;
    writer.commit();
    return {};
}

}  // namespace kith::app
