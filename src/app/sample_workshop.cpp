#include "app/sample_workshop.hpp"

#include "assessment/evidence_register.hpp"
#include "assessment/priority_register.hpp"
#include "assessment/workshop_register.hpp"
#include "db/change_set.hpp"

#include <array>
#include <functional>

namespace kith::app {
namespace {

using namespace assessment;

struct ToldTheme {
    const char* theme;
    const char* position;
    const char* reason;
    const char* strengths;
    const char* barriers;
};
constexpr auto themes = std::to_array<ToldTheme>({
    {"identity", "3", "The plan's aims are known in every service; what they mean for each post is not.", "The plan's summary hangs in most staff rooms.", "Agency and sessional staff have not seen it."},
    {"values", "3", "", "A list of words that services use alike, made with parents.", "Health and schools still mean different things by \"threshold\"."},
    {"behaviours", "3", "", "Families say that people turn up when they said they would.", ""},
    {"practices", "2.5", "Common assessments are begun in three localities of five.", "Team around the child meetings run to time where a lead professional is named.", "Nobody's diary holds room for being lead professional."},
    {"skills", "3", "", "Joint safeguarding training, four times a year.", "Places go to those who are already trained."},
    {"roles", "3", "", "Health visitors and family support share a room in Northgate.", "New roles are written by one service at a time."},
    {"capacity", "2", "The answers came before the summer's leavers: posts that keep children safe have stood empty since.", "", "Vacancies among social workers and health visitors; agency cover changes monthly."},
    {"outcomes", "3", "", "Each service knows its own figures.", "Nobody has them side by side."},
});

struct ToldEvidence {
    const char* theme;
    EvidenceKind kind;
    const char* title;
    const char* shows;
    Bearing bearing;
    Strength strength;
    Confidentiality confidentiality;
    const char* source;
};
constexpr auto evidence = std::to_array<ToldEvidence>({
    {"practices", EvidenceKind::judgement, "Inspection of front-line practice", "Plans were timely; the child's view was missing from a third of them.", Bearing::both, Strength::strong, Confidentiality::open, "Inspection letter"},
    {"practices", EvidenceKind::recommendation, "Name the lead professional at the first meeting", "Asked of all partners by the peer review.", Bearing::against, Strength::some, Confidentiality::open, "Peer review"},
    {"capacity", EvidenceKind::document, "Case review, learning for partners", "Three workers in six months for one family.", Bearing::against, Strength::strong, Confidentiality::confidential, "Safeguarding partnership"},
    {"values", EvidenceKind::said, "Parents' forum on letters", "Letters read aloud and rewritten in one evening; parents chose the words.", Bearing::speaks_for, Strength::some, Confidentiality::partners, "Parents' forum, minutes"},
    {"skills", EvidenceKind::document, "Places taken on joint courses", "Half of the places went to two employers.", Bearing::against, Strength::some, Confidentiality::partners, "Training partnership"},
});

struct ToldPriority {
    const char* theme;
    PriorityKind kind;
    const char* title;
    const char* why;
};
constexpr auto priorities = std::to_array<ToldPriority>({
    {"capacity", PriorityKind::priority, "Fill the posts that keep children safe, and keep who is in them", "It stands lowest, and everything else waits for it."},
    {"practices", PriorityKind::priority, "A named lead professional for every child with more than two services", "The peer review asks it, and families do."},
    {"skills", PriorityKind::recommendation, "Give half of the places on joint courses to employers who had none last year", "Those who need them most have none."},
});

/// Keeps values through `changes` until one is refused.
class Holding {
public:
    Holding(db::ChangeSet& changes, const questionnaire::Campaign& campaign, Instant now) : changes_(changes), campaign_(campaign), now_(now), today_(now.date_in_london()) {}

    kith::Result<void> all()
    {
        const Workshop workshop{.campaign = campaign_.id, .held_on = after(21), .facilitator = "An adviser from the regional improvement programme",
                                .participants = "Council children's services\nCommunity health\nTwo head teachers for all schools\nPolice\nNursery managers' forum\nYoung people's council"};
        if (auto kept = if_sound(problems_of(workshop, today_), [&] { keep(changes_, workshop, now_); }); !kept) return kept;
        for (const auto& told : themes)
            if (auto kept = keep_theme(told); !kept) return kept;
        const Confirmation confirmation{.campaign = campaign_.id, .confirmed_by = "Children's partnership board", .confirmed_on = after(45)};
        if (auto kept = if_sound(problems_of(confirmation, workshop, today_), [&] { confirm(changes_, confirmation); }); !kept) return kept;
        for (const auto& told : evidence)
            if (auto kept = keep_evidence(told); !kept) return kept;
        std::optional<PriorityId> first;
        for (std::size_t at = 0; at < priorities.size(); ++at)
            if (auto kept = keep_priority(priorities[at], static_cast<int>(at) + 1, first); !kept) return kept;
        return ask_for_support(*first);
    }

private:
    Date after(int days) const { return campaign_.closes_on.plus_days(days); }

    static kith::Result<void> if_sound(const std::vector<Problem>& problems, const std::function<void()>& write)
    {
        if (!problems.empty()) return std::unexpected(problems.front());
        write();
        return {};
    }

    kith::Result<void> keep_theme(const ToldTheme& told)
    {
        const ThemeFinding finding{.campaign = campaign_.id, .theme = told.theme, .agreed = AgreedPosition::parse(told.position), .reason = told.reason, .strengths = told.strengths, .barriers = told.barriers};
        return if_sound(problems_of(finding, {}), [&] { keep(changes_, finding, now_); });
    }

    kith::Result<void> keep_evidence(const ToldEvidence& told)
    {
        const Evidence one{.campaign = campaign_.id, .theme = told.theme, .kind = told.kind, .title = told.title, .shows = told.shows, .bearing = told.bearing, .strength = told.strength,
                           .confidentiality = told.confidentiality, .source = told.source, .dated_on = after(-40), .figure = {}};
        return if_sound(problems_of(one, today_), [&] { add(changes_, one, now_); });
    }

    kith::Result<void> keep_priority(const ToldPriority& told, int place, std::optional<PriorityId>& first)
    {
        const Priority one{.campaign = campaign_.id, .kind = told.kind, .theme = told.theme, .title = told.title, .why = told.why, .place = place};
        return if_sound(problems_of(one), [&] {
            const auto kept = keep(changes_, one, now_);
            if (!first) first = kept.id;
        });
    }

    kith::Result<void> ask_for_support(PriorityId priority)
    {
        const Support given{.campaign = campaign_.id, .priority = priority, .asked_of = "Regional recruitment scheme", .what = "Two cohorts of returners to social work, with supervision paid", .due_on = after(150),
                            .state = SupportState::given, .promised = "One cohort, twelve places", .promised_on = after(60), .outcome = "Nine came, eight are still here"};
        const Support open{.campaign = campaign_.id, .priority = priority, .asked_of = "Community health", .what = "A desk for health visitors in each locality", .due_on = after(200),
                           .state = SupportState::promised, .promised = "Three desks this year", .promised_on = after(75), .outcome = {}};
        for (const auto& one : {given, open})
            if (auto kept = if_sound(problems_of(one, today_), [&] { keep(changes_, one, now_); }); !kept) return kept;
        const ReportSending sending{.campaign = campaign_.id, .sent_on = after(50), .sent_to = "Children's partnership board"};
        return if_sound(problems_of(sending, today_), [&] { keep(changes_, sending); });
    }

    db::ChangeSet& changes_;
    const questionnaire::Campaign& campaign_;
    Instant now_;
    Date today_;
};

}  // namespace

kith::Result<void> hold_workshop(db::Writer& writer, const questionnaire::Campaign& campaign, Instant now)
{
    db::ChangeSet changes{writer, now, {}, "Analysis workshop"};
    return Holding{changes, campaign, now}.all();
}

}  // namespace kith::app
