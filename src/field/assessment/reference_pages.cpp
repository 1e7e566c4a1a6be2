#include "assessment/reference_pages.hpp"

#include "assessment/campaign_stand_pages.hpp"
#include "assessment/evidence_pages.hpp"
#include "assessment/evidence_register.hpp"
#include "assessment/priority_register.hpp"
#include "assessment/results_pages.hpp"
#include "assessment/workshop_register.hpp"
#include "db/known_at.hpp"
#include "questionnaire/campaign_register.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::assessment {
namespace {

namespace q = questionnaire;

std::unexpected<Problem> nothing() { return not_found("What is referred to"); }

/// "a/b/c" at its strokes.
std::vector<std::string> parts_of(std::string_view id)
{
    std::vector<std::string> parts(1);
    for (const auto letter : id)
        if (letter == '/') parts.emplace_back();
        else parts.back() += letter;
    return parts;
}

kith::Result<q::Campaign> campaign_called(db::Reader& reader, std::string_view text)
{
    const auto id = PublicId::parse(text);
    if (!id) return nothing();
    return q::find_campaign(reader, *id);
}

/// The thing that a register holds by its public id, now and on the pinned day; neither where there is no such thing.
template <class Thing>
struct NowAndThen {
    std::optional<Thing> now, then;
    const Thing* any() const { return now ? &*now : then ? &*then : nullptr; }
};
template <class Thing>
NowAndThen<Thing> now_and_then(db::Reader& reader, const figures::Reference& reference, std::optional<Thing> (*held)(db::Reader&, const PublicId&, std::int64_t))
{
    const auto id = PublicId::parse(reference.id);
    if (!id) return {};
    NowAndThen<Thing> found{.now = held(reader, *id, db::as_it_stands), .then = {}};
    if (reference.pinned) found.then = held(reader, *id, db::last_change_set_by(reader, *reference.pinned));
    return found;
}

constexpr const char* no_day_of_answers = "Answers are kept without a day, so that what they came to on one is not known";
constexpr const char* taken_away = "It has been taken away since";

std::string agreed_words(const std::optional<AgreedPosition>& agreed) { return agreed ? "Agreed at " + agreed->text() + " of 5" : std::string{"No position was agreed"}; }

}  // namespace

kith::Result<web::Referred> referred_theme(web::Visit& visit, const Sources& sources, const figures::Reference& reference)
{
    const auto parts = parts_of(reference.id);
    const auto campaign = campaign_called(visit.reader(), parts.front());
    if (!campaign || parts.size() != 2) return nothing();
    const auto stand = stand_of(visit, sources, *campaign);
    if (!stand) return std::unexpected(stand.error());
    const auto* theme = stand->theme(parts[1]);
    if (theme == nullptr) return nothing();
    web::Referred referred{.title = theme->name, .says = {}, .said = {}, .href = theme_href(*campaign, theme->theme)};
    if (theme->agreed()) referred.says = agreed_words(theme->agreed());
    else referred.says = theme->measured ? fmt::format("Measured at {:.1f} of 5, and not agreed yet", *theme->measured) : std::string{"Not agreed, and too few have answered"};
    referred.says += ", in " + campaign->name;
    if (!reference.pinned) return referred;
    const auto then = findings_of(visit.reader(), campaign->id, db::last_change_set_by(visit.reader(), *reference.pinned));
    if (const auto found = then.find(theme->theme); found != then.end()) referred.said = agreed_words(found->second.agreed);
    return referred;
}

kith::Result<web::Referred> referred_gap(web::Visit& visit, const Sources& sources, const figures::Reference& reference)
{
    const auto parts = parts_of(reference.id);
    const auto campaign = campaign_called(visit.reader(), parts.front());
    if (!campaign || parts.size() != 4) return nothing();
    auto says = gap_of(visit, sources, *campaign, parts[1], parts[2], parts[3]);
    if (!says) return std::unexpected(says.error());
    return web::Referred{.title = "Gap between two viewpoints", .says = *says, .said = reference.pinned ? std::optional<std::string>{no_day_of_answers} : std::nullopt, .href = gap_href(*campaign, parts[1], parts[2], parts[3])};
}

kith::Result<web::Referred> referred_priority(web::Visit& visit, const figures::Reference& reference)
{
    const auto found = now_and_then<Priority>(visit.reader(), reference, priority_on);
    const auto campaign = found.any() == nullptr ? std::nullopt : q::find_campaign(visit.reader(), found.any()->campaign);
    if (!campaign) return nothing();
    const auto line = [](const Priority& priority) { return fmt::format("{} {}: {}", choice_of(priority_kinds(), priority.kind).words, priority.place, priority.title); };
    return web::Referred{.title = found.any()->title, .says = found.now ? line(*found.now) : std::string{taken_away}, .said = found.then ? std::optional{line(*found.then)} : std::nullopt,
                         .href = found.now ? found.now->href(*campaign) : campaign->href() + "/priorities"};
}

kith::Result<web::Referred> referred_evidence(web::Visit& visit, const figures::Reference& reference)
{
    const auto found = now_and_then<Evidence>(visit.reader(), reference, evidence_on);
    const auto hidden = [&](const std::optional<Evidence>& one) { return one && one->confidentiality > most_seen_by(visit); };
    const auto campaign = found.any() == nullptr ? std::nullopt : q::find_campaign(visit.reader(), found.any()->campaign);
    if (!campaign || hidden(found.now) || hidden(found.then)) return nothing();
    return web::Referred{.title = found.any()->title, .says = found.now ? found.now->shows : std::string{taken_away}, .said = found.then ? std::optional{found.then->shows} : std::nullopt,
                         .href = found.now ? found.now->href(*campaign) : campaign->href() + "/evidence"};
}

}  // namespace kith::assessment
