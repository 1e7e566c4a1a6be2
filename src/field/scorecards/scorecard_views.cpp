#include "scorecards/scorecard_views.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>

namespace kith::scorecards {
namespace {

constexpr std::array<std::string_view, 4> light_ids{"green", "amber", "red", "grey"};
constexpr std::array<std::string_view, 4> light_classes{"govuk-tag--green", "govuk-tag--yellow", "govuk-tag--red", "govuk-tag--grey"};
constexpr std::size_t mends_shown = 10;
constexpr std::size_t gaps_shown = 3;

std::size_t place_of(Light light) { return static_cast<std::size_t>(light); }

std::string capitalised(std::string_view words)
{
    std::string text{words};
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

ui::Html light_tag(Light light)
{
    return ui::tag({.text = std::string{words_for(light)}, .classes = std::string{light_classes[place_of(light)]}});
}

std::string due_words(const Scored& scored)
{
    const auto& due = scored.card.due;
    switch (due.punctuality) {
    case Punctuality::handed_in: return due.by ? "Handed in; the next is due from " + due.by->in_short() : "Handed in, the last one";
    case Punctuality::due: return "Due by " + due.by->in_short();
    case Punctuality::overdue: return "Overdue since " + due.by->in_short();
    case Punctuality::not_expected: break;
    }
    return "No return expected";
}

const partnership::Organisation& organisation_of(const std::vector<Scored>& all, partnership::OrganisationId id)
{
    return std::ranges::find_if(all, [&](const auto& one) { return one.organisation.id == id; })->organisation;
}

std::int64_t count_light(const std::vector<Scored>& all, Light light)
{
    return std::ranges::count_if(all, [&](const auto& one) { return one.card.light == light; });
}

ui::Html headline_figures(const std::vector<Scored>& all)
{
    auto overdue = std::ranges::count_if(all, is_overdue);
    auto number = [&](std::string label, std::int64_t value, Light light) {
        return ui::Headline{.value = with_commas(value), .label = std::move(label), .before = {}, .coverage = "of " + counted(static_cast<std::int64_t>(all.size()), "organisation", "organisations"),
                            .href = "/scorecards?light=" + std::string{light_ids[place_of(light)]}, .link_text = "Show these"};
    };
    ui::Figures figures{.heading = "Organisations by how far their records can be relied on", .heading_hidden = true,
                        .items = {number("can be relied on", count_light(all, Light::green), Light::green),
                                  number("use with care", count_light(all, Light::amber), Light::amber),
                                  number("not to be relied on", count_light(all, Light::red), Light::red)}};
    figures.items.push_back({.value = with_commas(overdue), .label = "returns overdue", .before = {}, .coverage = {}, .href = overdue == 0 ? "#returns" : "/scorecards?returns=overdue", .link_text = overdue == 0 ? "When each is due" : "Show those that are overdue"});
    return ui::figures(figures);
}

ui::Html list_table(const ScorecardList& list)
{
    ui::Table table{.head = {{.text = "Organisation"}, {.text = "Its records"}, {.text = "Expected staff recorded"}, {.text = "Complete", .format = "numeric"},
                             {.text = "Rows taken", .format = "numeric"}, {.text = "Return"}, {.text = "Open queries", .format = "numeric"}},
                    .caption = "Organisations", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& one : list.all) {
        if (!list.shows(one)) continue;
        const auto& card = one.card;
        auto share = [](const Share& value) { return value.whole == 0 ? std::string{"–"} : value.in_words(); };
        auto headcount = card.headcount.whole == 0 ? with_commas(card.headcount.part) + ", none said" : fmt::format("{} of {}", with_commas(card.headcount.part), with_commas(card.headcount.whole));
        table.rows.push_back({{.text = ui::link(one.organisation.name, scorecard_path(one.organisation))}, {.text = light_tag(card.light)}, {.text = headcount},
                              {.text = share(card.completeness), .format = "numeric"}, {.text = share(card.validity), .format = "numeric"}, {.text = due_words(one) + (list.asking.asked_today.contains(one.organisation.id) ? ", asked today" : "")},
                              {.text = with_commas(card.standing.open_queries), .format = "numeric"}});
    }
    auto part = table.rows.empty() ? ui::empty_state({.text = "No organisation stands there.", .link_text = "Show all", .href = "/scorecards"}) : ui::scrollable_table(table);
    return ui::element("div", {{.name = "id", .value = "returns"}}, std::move(part));
}

/// Who can be asked, and why others cannot.
ui::Html asking_part(const ScorecardList& list)
{
    const auto& asking = list.asking;
    auto part = list.ask_form;
    const auto organisations = [](std::int64_t number) { return counted(number, "organisation", "organisations"); };
    if (asking.not_come_in > 0)
        part += ui::paragraph(ui::text(fmt::format("The data stewards of {} have not come in yet, so nothing reaches them: ", organisations(asking.not_come_in))) +
                              ui::link("print their letters", "/invitations") + ui::text("."));
    if (asking.without.empty()) return part;
    constexpr std::size_t most = 5;
    const std::vector<std::string> named{asking.without.begin(), asking.without.begin() + static_cast<std::ptrdiff_t>(std::min(most, asking.without.size()))};
    return part + ui::paragraph(fmt::format("No data steward to ask: {}{}. Invite one, or ring its contact.", joined(named, ", "),
                                            asking.without.size() > most ? fmt::format(" and {} more", asking.without.size() - most) : std::string{}));
}

ui::Html mend_table(const std::vector<Scored>& all)
{
    std::vector<Scorecard> cards;
    for (const auto& one : all) cards.push_back(one.card);
    const auto mends = what_to_mend_first(cards);
    auto part = ui::heading(2, "What to mend first", "m");
    if (mends.empty()) return part + ui::paragraph("Nothing: every expected return is in, and every record says what it is asked.");
    part += ui::paragraph("In the order of how many staff each would make known.");
    ui::Table table{.head = {{.text = "Organisation"}, {.text = "What to do"}, {.text = "Staff", .format = "numeric"}},
                    .caption = "What to mend first", .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    for (const auto& mend : mends | std::views::take(mends_shown)) {
        const auto& organisation = organisation_of(all, mend.organisation);
        table.rows.push_back({{.text = ui::link(organisation.name, scorecard_path(organisation))}, {.text = mend.words}, {.text = with_commas(mend.staff), .format = "numeric"}});
    }
    part += ui::scrollable_table(table);
    if (mends.size() > mends_shown) part += ui::paragraph(fmt::format("The first {} of {}.", mends_shown, with_commas(static_cast<std::int64_t>(mends.size()))));
    return part;
}

std::string gap_words(const std::vector<Scored>& all, const Readiness& one)
{
    std::string words;
    for (const auto& gap : one.gaps | std::views::take(gaps_shown)) {
        words += fmt::format("{}{} ({})", words.empty() ? "" : ", ", organisation_of(all, gap.organisation).name, with_commas(gap.staff));
    }
    if (one.gaps.size() > gaps_shown) words += fmt::format(" and {} more", one.gaps.size() - gaps_shown);
    return words.empty() ? "None" : words;
}

/// Why the staff that figures rest on are more than those expected, which is what "Who works here" counts.
std::string expected_or_held_words(const ExpectedOrHeld& staff)
{
    auto words = fmt::format("Organisations expect {} staff", with_commas(staff.expected));
    if (staff.beyond > 0) words += fmt::format("; {} more are held than expected, by {}", with_commas(staff.beyond), counted(staff.organisations_beyond, "organisation", "organisations"));
    if (staff.unsaid > 0) words += fmt::format("; {} are held by organisations that have not said how many to expect", with_commas(staff.unsaid));
    return words + (staff.beyond > 0 ? ". Those beyond are counted on both sides, so that they make up for nobody who is missing elsewhere." : ".");
}

ui::Html readiness_table(const ScorecardList& list)
{
    std::vector<Standing> standings;
    for (const auto& one : list.all) standings.push_back(one.card.standing);
    ui::Table table{.head = {{.text = "Figure"}, {.text = "Can it be said?"}, {.text = "Rests on"}, {.text = "Greatest gaps, in staff"}},
                    .caption = "Which headline figures are safe", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    static constexpr std::array<std::string_view, 4> answers{"Safe", "With care", "Unsafe", "Nothing to go by"};
    for (const auto& one : readiness(standings, list.packs.limits("scorecard"))) {
        table.rows.push_back({{.text = std::string{one.headline->name}},
                              {.text = ui::tag({.text = std::string{answers[place_of(one.light)]}, .classes = std::string{light_classes[place_of(one.light)]}})},
                              {.text = fmt::format("{} of {} staff expected or held", with_commas(one.known.part), with_commas(one.known.whole))}, {.text = gap_words(list.all, one)}});
    }
    auto untold = std::ranges::count_if(list.all, [](const auto& one) { return !one.organisation.expected_headcount; });
    auto part = ui::scrollable_table(table) + ui::paragraph(expected_or_held_words(expected_or_held(standings)));
    if (untold > 0) part += ui::paragraph(counted(untold, "organisation has", "organisations have") + " not said how many staff to expect, so a gap there would not show.");
    return part;
}

ui::Html limits_panel(const packs::Packs& packs)
{
    const auto& limits = packs.limits("scorecard");
    std::vector<ui::Content> lines;
    for (const auto& limit : limits.all()) lines.push_back(fmt::format("{}: {}{}", limit.words, limit.value, limit.unit == "percent" ? "%" : limit.unit == "days" ? " days" : ""));
    return ui::details({.summary_text = "How organisations are judged", .text = ui::paragraph(limits.source() + ". The worst of the five tests gives the light.") + ui::bullets(lines)});
}

ui::Html tests_table(const Scorecard& card)
{
    ui::Table table{.head = {{.text = "Test"}, {.text = "Answer"}, {.text = "Light"}, {.text = "Rule"}}, .caption = "The five tests", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& test : card.tests) table.rows.push_back({{.text = std::string{test.name}}, {.text = test.value}, {.text = light_tag(test.light)}, {.text = test.rule}});
    return ui::scrollable_table(table);
}

ui::Html fields_table(const Scorecard& card)
{
    if (card.standing.in_post == 0) return {};
    ui::Table table{.head = {{.text = "Asked of every record"}, {.text = "Reported", .format = "numeric"}, {.text = "Missing", .format = "numeric"}, {.text = "Without it"}},
                    .caption = "What records report", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& field : asked_fields()) {
        const auto known = card.standing.known[static_cast<std::size_t>(field.field)];
        table.rows.push_back({{.text = capitalised(field.words) + (field.counts ? "" : " (not counted)")}, {.text = Share{known, card.standing.in_post}.in_words(), .format = "numeric"},
                              {.text = with_commas(card.standing.in_post - known), .format = "numeric"}, {.text = std::string{field.reason}}});
    }
    return ui::scrollable_table(table);
}

ui::Html chased_part(const OneScorecard& view)
{
    auto part = ui::not_in_print(view.chase_form);
    if (view.askable == Askable::not_come_in)
        part += ui::paragraph(ui::text("Its data stewards have not come in yet, so nothing reaches them: ") + ui::link("print their letters", "/invitations") + ui::text("."));
    if (view.askable == Askable::no_steward) part += ui::paragraph("It has no data steward to ask: invite one, or ring its contact.");
    if (view.askable == Askable::asked_today) part += ui::paragraph("It was asked today already.");
    if (view.chased.empty()) return part;
    std::vector<ui::Content> lines;
    for (const auto& chased : view.chased) lines.push_back(fmt::format("{}: {} asked {}", chased.when, chased.by_words, counted(chased.told, "person", "people")));
    return part + ui::heading(2, "Asked for", "m") + ui::bullets(lines);
}

}  // namespace

bool is_overdue(const Scored& scored) { return scored.card.due.punctuality == Punctuality::overdue; }

bool ScorecardList::shows(const Scored& one) const
{
    return (!only || one.card.light == *only) && (!only_overdue || is_overdue(one));
}

std::string scorecard_path(const partnership::Organisation& organisation) { return "/scorecards/" + organisation.public_id.text(); }

std::optional<Light> light_named(std::string_view id)
{
    auto found = std::ranges::find(light_ids, id);
    if (found == light_ids.end()) return std::nullopt;
    return static_cast<Light>(found - light_ids.begin());
}

std::string scorecards_sentence(const std::vector<Scored>& all)
{
    auto overdue = std::ranges::count_if(all, is_overdue);
    auto sentence = fmt::format("The records of {} of {} can be relied on", with_commas(count_light(all, Light::green)), counted(static_cast<std::int64_t>(all.size()), "organisation", "organisations"));
    return sentence + (overdue == 0 ? "; no return is overdue." : fmt::format("; {} overdue.", counted(overdue, "return is", "returns are")));
}

ui::Html scorecard_list(const ScorecardList& list)
{
    if (list.all.empty()) return ui::empty_state({.text = "No organisation is open within your reach, so there is nothing to judge."});
    auto part = ui::paragraph(scorecards_sentence(list.all), "govuk-body-l") + headline_figures(list.all);
    if (list.is_filtered()) part += ui::paragraph(ui::text(std::string{list.only ? words_for(*list.only) : "Returns overdue"} + ". ") + ui::link("Show all organisations", "/scorecards"));
    if (list.only_overdue) part += ui::not_in_print(asking_part(list));
    part += list_table(list) + ui::not_in_print(ui::paragraph(ui::link("Download as CSV", "/scorecards.csv")));
    if (!list.is_filtered()) part += mend_table(list.all) + readiness_table(list);
    return part + limits_panel(list.packs);
}

std::string scorecards_csv(const std::vector<Scored>& all, const packs::Packs& packs, Date today)
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    std::vector<std::string> head{"on", "organisation_code", "organisation", "light", "expected_staff", "staff_in_post", "returns_every", "return", "due_by", "last_confirmed", "rows_of_last_return", "rows_taken", "open_queries"};
    for (const auto& field : asked_fields()) head.push_back("reports_" + std::string{field.id});
    writer.row(head);
    for (const auto& one : all) {
        const auto& standing = one.card.standing;
        const auto* every = packs.list("return_frequencies").find(one.every);
        std::vector<std::string> row{today.iso(), one.organisation.code, one.organisation.name, std::string{light_ids[place_of(one.card.light)]},
                                     standing.expected ? std::to_string(*standing.expected) : std::string{}, std::to_string(standing.in_post), every == nullptr ? one.every : every->label,
                                     std::string{words_for(one.card.due.punctuality)}, one.card.due.by ? one.card.due.by->iso() : std::string{},
                                     standing.last_confirmed ? standing.last_confirmed->iso() : std::string{}, std::to_string(standing.rows), std::to_string(standing.rows_taken), std::to_string(standing.open_queries)};
        for (auto known : standing.known) row.push_back(std::to_string(known));
        writer.row(row);
    }
    return std::move(writer).text();
}

ui::Html one_scorecard(const OneScorecard& view)
{
    const auto& card = view.scored.card;
    const auto* every = view.packs.list("return_frequencies").find(view.scored.every);
    auto part = ui::paragraph(ui::text("Its records: ") + light_tag(card.light) + ui::text(". " + due_words(view.scored) + (every == nullptr ? "." : ". Expected: " + lower_ascii(every->label) + ".")), "govuk-body-l");
    if (view.may_hand_in) {
        std::vector<ui::Html> links{ui::link("Hand in a return", "/returns/new")};
        if (card.standing.open_queries > 0 && view.scored.standing.to_answer) links.push_back(ui::link("Answer its open queries", "/returns/" + view.scored.standing.to_answer->text()));
        part += ui::not_in_print(ui::button_group(links));
    }
    const std::vector<Scorecard> alone{card};
    const auto mends = what_to_mend_first(alone);
    if (!mends.empty()) {
        std::vector<ui::Content> lines;
        for (const auto& mend : mends) lines.push_back(mend.words);
        part += ui::heading(2, "What to mend first", "m") + ui::numbered(lines);
    }
    return part + tests_table(card) + fields_table(card) + chased_part(view) + limits_panel(view.packs);
}

}  // namespace kith::scorecards
