#include "app/sample_campaigns.hpp"

#include "app/sample_account.hpp"
#include "access/accounts.hpp"
#include "access/token.hpp"
#include "app/dice.hpp"
#include "app/sample_workshop.hpp"
#include "db/change_set.hpp"
#include "db/transaction.hpp"
#include "partnership/organisation_register.hpp"
#include "questionnaire/campaign_link_register.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/reach_register.hpp"
#include "questionnaire/sheet_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace kith::app {
namespace {

using namespace questionnaire;

/// How a viewpoint sees things, in hundredths of a step, and how many of it are asked.
struct View {
    std::string_view viewpoint;
    int mean;
    int each;  ///< of each organisation
};
constexpr std::array views{View{"partnership", 395, 1}, View{"team", 335, 1}, View{"service", 345, 1}, View{"practitioner", 305, 3}, View{"child", 265, 1}};
constexpr std::string_view childrens = "what_children_think";  ///< the one in which children write
constexpr int leaders_above = 40, last_year_below = 45;           ///< hundredths of a step
constexpr std::array locality_shift{45, -55};                      ///< of the first and the second locality; the others stand between
constexpr std::array worries{"I do not feel safe on the way home. Nobody asks.", "I like my worker. She listens.", "I had to tell my story four times."};
constexpr std::array works_well{"Health visitors and family support sit in one room on Tuesdays, so nobody waits for a call back.",
                                "One plan for the family, and everyone writes in it.", "We know each other by first name since the joint training.",
                                "The school rings before it refers.", "A single front door that answers."};
constexpr std::array change_first{"One record. I type the same history into three systems.", "Time for supervision that is not about figures.",
                                  "Say who the lead professional is at the first meeting, not the third.", "Meetings within walking distance of families.",
                                  "Tell us what became of a referral."};

struct Place {
    access::OrganisationId organisation;
    std::optional<access::LocalityId> locality;
    int shift = 0;
    bool asked_formally = false;
};

class Asking
{
public:
    Asking(db::Writer& writer, const Instruments& instruments, std::uint64_t seed, access::AccountId lead, std::string name, Instant now)
        : writer_(writer), instruments_(instruments), dice_(seed), lead_(lead), name_(std::move(name)), now_(now),
          chance_([this](std::span<std::uint8_t> bytes) { std::ranges::generate(bytes, [this] { return static_cast<std::uint8_t>(dice_.next() >> 32U); }); })
    {
        std::map<access::LocalityId, int> shifts;
        for (const auto& locality : partnership::all_localities(writer)) {
            const auto at = shifts.size();
            shifts[locality.id] = at < locality_shift.size() ? locality_shift[at] : 0;
        }
        std::map<access::OrganisationId, access::LocalityId> first;
        for (const auto& setting : partnership::all_settings(writer))
            if (setting.locality) first.emplace(setting.organisation, *setting.locality);
        for (const auto& one : partnership::all_organisations(writer)) {
            const auto found = first.find(one.id);
            if (found == first.end()) places_.push_back({one.id, {}});
            else places_.push_back({one.id, found->second, shifts[found->second]});
            places_.back().asked_formally = places_.size() % 3 == 1;
        }
    }

    Result<void> ask_all()
    {
        const auto last = ask("one_childrens_workforce", "One Children's Workforce, last year", 380, 350, true, {});
        if (!last) return std::unexpected(last.error());
        if (auto held = hold_workshop(writer_, questionnaire::find_campaign(writer_, *last).value(), now_); !held) return held;
        if (const auto current = ask("one_childrens_workforce", "One Children's Workforce, this year", 14, -21, false, *last); !current) return std::unexpected(current.error());
        tell_staff();
        if (const auto children = ask(childrens, "What children think", 10, -30, false, {}); !children) return std::unexpected(children.error());
        return {};
    }

private:
    Instant days_before(int days) const { return days <= 0 ? now_ : Instant::parse(now_.date_in_london().plus_days(-days).iso() + "T09:30:00Z").value(); }
    Result<CampaignId> ask(std::string_view id, std::string name, int opened, int ends, bool closed, std::optional<CampaignId> before);
    void tell_staff();
    void answer_everywhere(const Campaign& campaign, const Instrument& instrument, Instant then, int shift);
    void answer(const Campaign& campaign, const Instrument& instrument, const Place& place, Respondent respondent, Instant then, int mean);
    Answer composed(const Instrument& instrument, const Item& item, int mean);
    int step(const Scale& scale, int mean);

    db::Writer& writer_;
    const Instruments& instruments_;
    Dice dice_;
    access::AccountId lead_;
    std::string name_;
    Instant now_;
    Chance chance_;
    std::vector<Place> places_;
    std::size_t told_ = 0;
};

Result<CampaignId> Asking::ask(std::string_view id, std::string name, int opened, int ends, bool closed, std::optional<CampaignId> before)
{
    const auto* instrument = instruments_.latest(id);
    if (instrument == nullptr) return unacceptable("instrument", fmt::format("The sample needs the questionnaire \"{}\"", id));
    const auto today = now_.date_in_london();
    const auto then = days_before(opened);
    Campaign wanted{.name = std::move(name), .instrument = std::string{id}, .version = instrument->version, .digest = instrument->digest, .opens_on = today.plus_days(-opened),
                    .closes_on = today.plus_days(-ends), .stage = Stage::running, .reader = id == childrens ? std::optional{NamedReader{lead_, name_, 1}} : std::nullopt, .before = before};
    if (const auto problems = problems_of(wanted); !problems.empty()) return std::unexpected(problems.front());
    // All are entered now: what was known on a day gone by does not change with hindsight.
    db::ChangeSet opening{writer_, now_, {}, "Campaign opened"};
    auto campaign = add(opening, std::move(wanted), then);
    Quotas quotas;
    for (const auto& place : places_)
        if (place.asked_formally && instrument->viewpoint("service") != nullptr) quotas[place.organisation] = 1;
    set_quotas(opening, campaign.id, quotas);
    answer_everywhere(campaign, *instrument, then, closed ? -last_year_below : 0);
    count_waiting(writer_, campaign.id, static_cast<std::int64_t>(instrument->threshold), closed);
    if (!closed) return campaign.id;
    campaign.stage = Stage::closed;
    replace(opening, campaign);
    delete_drafts(writer_, campaign.id);
    forget_addresses(writer_, campaign.id);
    return campaign.id;
}

/// The plan's summary, which two of three organisations have sent to their staff so far.
void Asking::tell_staff()
{
    db::ChangeSet changes{writer_, now_, {}, "Message for all staff"};
    const auto today = now_.date_in_london();
    const auto message = keep(changes, ReachMessage{.title = "The summary of the children and young people's plan", .words = "Two pages: what we want for children here, and what each of us does for it.", .link = {},
                                                    .due_on = today.plus_days(21)}, now_);
    for (std::size_t at = 0; at < places_.size(); ++at)
        if (at % 3 != 2)
            keep(changes, Telling{.message = message.id, .organisation = places_[at].organisation, .told_on = today.plus_days(-static_cast<int>(at % 20)), .way = at % 2 == 0 ? TellingWay::email : TellingWay::meeting,
                                  .staff = dice_.between(4, 60), .evidence = at % 2 == 0 ? "Email to all staff" : "Minutes of the team meeting"});
}

void Asking::answer_everywhere(const Campaign& campaign, const Instrument& instrument, Instant then, int shift)
{
    for (const auto& viewpoint : instrument.viewpoints) {
        const auto* view = std::ranges::find(views, viewpoint.id, &View::viewpoint);
        const auto mean = view == views.end() ? 270 : view->mean;
        for (const auto& place : places_)
            for (int times = view == views.end() ? 1 : view->each; times > 0; --times) {
                const bool leads = !viewpoint.children && (viewpoint.id == "partnership" || dice_.happens(25));
                answer(campaign, instrument, place, {viewpoint.id, leads}, then, mean + shift + place.shift + (leads && viewpoint.id != "partnership" ? leaders_above : 0));
            }
    }
}

void Asking::answer(const Campaign& campaign, const Instrument& instrument, const Place& place, Respondent respondent, Instant then, int mean)
{
    const bool child = instrument.viewpoint(respondent.viewpoint)->children;
    CampaignLink wanted{.campaign = campaign.id, .way = child ? LinkWay::open : LinkWay::one_use,
                        .for_whom = {.viewpoint = respondent.viewpoint, .leader = respondent.leader, .organisation = place.organisation, .locality = place.locality,
                                     .formal = place.asked_formally && respondent.viewpoint == "service"},
                        .words = child ? "Poster in the group room" : "", .sent_on = campaign.opens_on};
    const auto [link, secret] = make_link(writer_, std::move(wanted), chance_, then);
    if (dice_.happens(35)) return;  // handed out, and not used so far
    Begun draft{.campaign = campaign.id, .respondent = std::move(respondent), .shown = {.voice = {.language = instrument.languages.front().code, .easy = child}}, .answers = {}};
    for (bool more = true; more;) {  // an answer may bring on a question
        more = false;
        for (const auto* item : asked_in(campaign, instrument, draft.respondent, draft.answers))
            if (!draft.answers.contains(item->key)) more = draft.answers.emplace(item->key, composed(instrument, *item, mean)).second;
    }
    const auto held = access::new_token(chance_);
    save_draft(writer_, draft, link, held);
    if (is_for_one(link.way)) use_link(writer_, link.id);
    send(writer_, parted(campaign, instrument, draft, link), campaign, link, child, held, chance_, now_);
}

int Asking::step(const Scale& scale, int mean)
{
    const auto value = (mean + dice_.between(-60, 60) + dice_.between(-60, 60) + 50) / 100;
    return std::clamp(value, scale.steps.front().value, scale.steps.back().value);
}

Answer Asking::composed(const Instrument& instrument, const Item& item, int mean)
{
    if (item.dont_know && dice_.happens(8)) return {Unsaid::dont_know};
    if (item.not_applicable && dice_.happens(5)) return {Unsaid::not_applicable};
    if (!item.required && dice_.happens(3)) return {};
    switch (item.kind) {
    case ItemKind::scale: return {Step{step(*instrument.scale(item.scale), mean)}};
    case ItemKind::one:
    case ItemKind::several: return {Chosen{{dice_.one_of(item.options).code}}};
    case ItemKind::matrix: {
        Grid grid;
        for (const auto& row : item.rows) grid.rows[row.code] = Step{step(*instrument.scale(item.scale), mean)};
        return {std::move(grid)};
    }
    case ItemKind::number: return {Amount{item.bounds.at_least.value_or(1) * 1000}};
    case ItemKind::date: return {};
    case ItemKind::short_text:
    case ItemKind::long_text: break;
    }
    if (instrument.id == childrens) return told_ < worries.size() ? Answer{std::string{worries[told_++]}} : Answer{};
    if (!dice_.happens(12)) return {};  // most leave it empty
    if (item.key == "works_well") return {std::string{dice_.one_of(works_well)}};
    return item.key == "change_first" ? Answer{std::string{dice_.one_of(change_first)}} : Answer{};
}

}  // namespace

Result<void> put_questions(db::Database& database, const Instruments& instruments, std::uint64_t seed, std::string_view lead, Instant now)
{
    db::Writer writer{database};
    const auto account = account_at(writer, lead);
    if (!account) return std::unexpected(account.error());
    if (auto asked = Asking{writer, instruments, seed, account->id, account->name, now}.ask_all(); !asked) return asked;
    writer.commit();
    return {};
}

}  // namespace kith::app
