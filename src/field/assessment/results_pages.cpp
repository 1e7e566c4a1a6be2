#include "assessment/results_pages.hpp"

#include "assessment/campaign_stand_pages.hpp"
#include "assessment/results_views.hpp"
#include "assessment/workshop_fields_views.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/sheet_register.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kith::assessment {
namespace {

using access::Permission;
namespace q = questionnaire;

/// One campaign's results with all that they are shown with.
struct Found {
    q::Campaign campaign;
    const q::Instrument* instrument = nullptr;
    Results now;
    std::optional<Results> before;
    std::string before_name;
    ResultNames names;
    std::int64_t answers = 0;
    ResultsShown shown() const { return {campaign, *instrument, now, before ? &*before : nullptr, before_name, names, answers}; }
};

Sectors sectors_of(const std::vector<q::Partner>& partners)
{
    Sectors sectors;
    for (const auto& partner : partners) sectors.emplace(partner.id.value(), partner.sector);
    return sectors;
}

/// Last time's results, where its questions can be set beside these.
void find_before(web::Visit& visit, const Sources& sources, const Sectors& sectors, Found& found)
{
    if (!found.campaign.before) return;
    const auto before = q::find_campaign(visit.reader(), *found.campaign.before);
    if (!before || before->stage != q::Stage::closed) return;
    const auto instrument = q::instrument_of(*sources.desk.instruments, *before);
    if (!instrument || (*instrument != found.instrument && !found.instrument->is_compatible_with(**instrument))) return;
    found.before = results_at(**instrument, sheets_for_results(q::sheets_of(visit.reader(), **instrument, before->id), sectors), before->stage);
    found.before_name = before->name;
}

kith::Result<Found> find(web::Visit& visit, const Sources& sources, const q::Campaign& campaign)
{
    const auto instrument = q::instrument_of(*sources.desk.instruments, campaign);
    if (!instrument) return std::unexpected(instrument.error());
    Found found{.campaign = campaign, .instrument = *instrument, .now = {}, .before = {}, .before_name = {}, .names = {}, .answers = 0};
    const auto partners = sources.desk.places.organisations(visit.reader());
    for (const auto& partner : partners)
        if (visit.reach().covers(partner.id)) found.names.organisations.emplace(partner.id.value(), partner.name);
    for (const auto& locality : sources.desk.places.localities(visit.reader())) found.names.localities.emplace(locality.id.value(), locality.name);
    const auto sectors = sectors_of(partners);
    const auto sheets = sheets_for_results(q::sheets_of(visit.reader(), **instrument, campaign.id), sectors);
    found.answers = counted_of(sheets);
    found.now = results_at(**instrument, sheets, campaign.stage);
    find_before(visit, sources, sectors, found);
    return found;
}

kith::Result<Found> find(web::Visit& visit, const Sources& sources)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return std::unexpected(campaign.error());
    return find(visit, sources, *campaign);
}

std::vector<web::Crumb> crumbs(const q::Campaign& campaign, bool below = false)
{
    std::vector<web::Crumb> trail{{"Campaigns", "/campaigns"}, {campaign.name, campaign.href()}};
    if (below) trail.push_back({"Results", campaign.href() + "/results"});
    return trail;
}

}  // namespace

web::Response show_results(web::Visit& visit, const Sources& sources)
{
    const auto found = find(visit, sources);
    if (!found) return visit.problem(found.error());
    const auto shown = found->shown();
    ui::Html content;
    if (found->campaign.stage != q::Stage::closed)
        content += ui::inset_text({.text = "The campaign is not closed. Until it is, results are by viewpoint alone and grow in batches, so that nobody's answers can be told by looking before and after they came."});
    if (found->answers == 0) content += ui::empty_state({.text = "No answers are counted yet: the first are, once " + std::to_string(2 * found->instrument->threshold) + " have come from one viewpoint, or when the campaign is closed."});
    else content += rainbows(shown) + theme_by_viewpoint(shown) + ladder_of_gaps(shown) + changes(shown) + other_splits(shown);
    content += how_results_are_known(shown);
    if (found->answers > 0) content += ui::not_in_print(ui::paragraph(ui::link("Everything as CSV", shown.path() + ".csv")));
    if (visit.may(Permission::manage_campaigns) && found->campaign.stage == q::Stage::closed) content += ui::not_in_print(ui::paragraph(ui::link("What was written in own words", shown.path() + "/words")));
    return visit.page({.title = "Results: " + found->campaign.name, .heading = found->answers == 0 ? std::string{"No results yet"} : finding(shown), .caption = found->campaign.name, .breadcrumbs = crumbs(found->campaign), .nav = "/campaigns", .wide = true}, content);
}

web::Response show_theme(web::Visit& visit, const Sources& sources)
{
    const auto found = find(visit, sources);
    if (!found) return visit.problem(found.error());
    const auto* theme = found->instrument->theme(visit.parameter("theme"));
    if (theme == nullptr) return visit.problem(not_found("Theme").error());
    const auto shown = found->shown();
    const auto positions = measured_positions(*found->instrument, found->now, nullptr);
    const auto position = std::ranges::find(positions, theme->id, &Position::theme);
    const auto stands = position == positions.end() || !position->now ? std::string{"Too few have answered for a position to be shown."}
                                                                      : fmt::format("It stands at {:.1f} of 5, {}, by {}.", *position->now, position_words(*found->instrument, theme->id, *position->now), counted(position->answers, "answer"));
    return visit.page({.title = "Theme", .heading = shown.theme_name(theme->id), .caption = found->campaign.name, .breadcrumbs = crumbs(found->campaign, true), .nav = "/campaigns", .wide = true},
                      ui::paragraph(stands, "govuk-body-l") + one_theme(shown, *theme) + how_results_are_known(shown));
}

kith::Result<std::string> gap_of(web::Visit& visit, const Sources& sources, const q::Campaign& campaign, std::string_view theme, std::string_view one, std::string_view other)
{
    const auto found = find(visit, sources, campaign);
    if (!found) return std::unexpected(found.error());
    const auto& asked = *found->instrument;
    if (asked.theme(theme) == nullptr || asked.viewpoint(one) == nullptr || asked.viewpoint(other) == nullptr || one == other) return not_found("Gap");
    return gap_between(found->shown(), theme, one, other);
}

web::Response show_gap(web::Visit& visit, const Sources& sources)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto theme = visit.parameter("theme"), one = visit.parameter("one"), other = visit.parameter("other");
    const auto says = gap_of(visit, sources, *campaign, theme, one, other);
    if (!says) return visit.problem(says.error());
    auto trail = crumbs(*campaign, true);
    return visit.page({.title = "Gap between two viewpoints", .caption = campaign->name, .breadcrumbs = std::move(trail), .nav = "/campaigns"},
                      ui::two_thirds(ui::paragraph(*says, "govuk-body-l") + ui::paragraph(ui::link("What was answered on this theme", campaign->href() + "/results/" + theme)) +
                                     refer_to(reference_to_gap(*campaign, theme, one, other), visit.today())));
}

web::Response results_file(web::Visit& visit, const Sources& sources)
{
    const auto found = find(visit, sources);
    if (!found) return visit.problem(found.error());
    return web::Response::file("results-" + visit.today().iso() + ".csv", "text/csv; charset=utf-8", results_csv(found->shown()));
}

web::Response show_written_words(web::Visit& visit, const Sources& sources)
{
    const auto found = find(visit, sources);
    if (!found) return visit.problem(found.error());
    if (found->campaign.stage != q::Stage::closed) return visit.problem(conflict("What was written is read once the campaign is closed").error());
    const auto shown = found->shown();
    // A viewpoint of few is not named: what one of three board members wrote would be theirs.
    std::map<std::string, std::size_t> answered;
    for (const auto& sheet : q::sheets_of(visit.reader(), *found->instrument, found->campaign.id)) ++answered[sheet.respondent.viewpoint];
    std::map<std::string, std::map<std::string, ui::Html>> by_question;
    for (const auto& words : q::written_words(visit.reader(), found->campaign.id)) {
        const auto* asked = found->instrument->item(words.item);
        const auto* viewpoint = found->instrument->viewpoint(words.viewpoint);
        const bool is_named = viewpoint != nullptr && answered[words.viewpoint] >= found->instrument->threshold;
        by_question[asked == nullptr ? words.item : shown.say(asked->words)][is_named ? shown.say(viewpoint->name) : "Viewpoints from which few answered"] +=
            ui::element("blockquote", {{"class", "kith-said"}, {"dir", "auto"}}, words.words);
    }
    ui::Html content;
    for (const auto& [question, by_viewpoint] : by_question) {
        content += ui::heading(2, question, "m");
        for (const auto& [viewpoint, words] : by_viewpoint) content += ui::heading(3, viewpoint, "s") + words;
    }
    if (content.empty()) content = ui::empty_state({.text = "Nobody wrote anything in their own words."});
    return visit.page({.title = "In their own words", .caption = found->campaign.name, .breadcrumbs = crumbs(found->campaign, true), .nav = "/campaigns"}, ui::two_thirds(content));
}

}  // namespace kith::assessment
