// The parts of a staff record's page: about, engagements, qualifications, skills, training, supervision, checks, absence, pay.
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "workforce/record_views.hpp"
#include "workforce/record_words.hpp"

#include <algorithm>

namespace kith::workforce {

namespace {

ui::SummaryRow row(std::string key, std::string value)
{
    return {.key = {.text = std::move(key)}, .value = {.text = value.empty() ? std::string{"Not reported"} : std::move(value)}};
}

/// A row that is there only where something was reported.
void add_reported(ui::SummaryList& list, std::string key, std::string value)
{
    if (!value.empty()) list.rows.push_back(row(std::move(key), std::move(value)));
}

std::string words_of(const std::optional<Date>& date)
{
    return date ? date->in_words() : "";
}

std::string label(const RecordView& view, std::string_view list, const std::string& code)
{
    return code.empty() ? code : view.words.label(list, code);
}

ui::Html about(const RecordView& view)
{
    const auto& record = view.record.record;
    ui::SummaryList list{.rows = {row("Name", shown_name(record)), row("Staff reference", record.reference)}};
    if (view.sight.sees(Part::birth_date)) list.rows.push_back(row("Date of birth", record.birth_date ? record.birth_date->reveal().in_words() : ""));
    if (view.sight.sees(Part::national_insurance)) {
        list.rows.push_back(row("National Insurance number", !view.record.sealed_number ? "" : view.number.empty() ? "Held, and sealed with a key that is not here" : view.number));
    }
    if (view.sight.sees(Part::sex)) list.rows.push_back(row("Sex", label(view, "sex", record.sex)));
    if (view.sight.sees(Part::equality)) {
        list.rows.push_back(row("Ethnicity", label(view, "ethnicities", record.ethnicity)));
        list.rows.push_back(row("Disability", label(view, "disability", record.disability)));
    }
    list.rows.push_back(row(view.own ? "Your employer, or the organisation you work with" : "Reported by", view.organisation.name));
    return ui::summary_list(list);
}

/// The locality named, or that of the setting by its name.
std::string locality_words(const RecordView& view, const EngagementTerms& terms)
{
    if (terms.locality) return view.words.locality(*terms.locality);
    return terms.setting ? view.words.setting_locality(*terms.setting) : "";
}

void add_terms(const RecordView& view, const EngagementTerms& terms, ui::SummaryList& list)
{
    list.rows.push_back(row("Role", view.words.role(terms)));
    list.rows.push_back(row("Full-time equivalent", terms.fte ? terms.fte->text() : ""));
    add_reported(list, "Hours a week", terms.hours ? hours_text(*terms.hours) : "");
    add_reported(list, "Working pattern", pattern_words(terms.pattern, view.words));
    list.rows.push_back(row("Sector", view.words.sector(terms.sector)));
    list.rows.push_back(row("Core or wider", terms.breadth == "core" ? "Core workforce" : terms.breadth == "wider" ? "Wider workforce" : terms.breadth));
    list.rows.push_back(row("Contract", view.words.contract(terms.contract)));
    add_reported(list, "Terms and conditions", label(view, "terms_sets", terms.terms_set));
    list.rows.push_back(row("Setting", terms.setting ? view.words.setting(*terms.setting) : ""));
    list.rows.push_back(row("Locality", locality_words(view, terms)));
    add_reported(list, view.own ? "Your manager's staff reference" : "Manager\u2019s staff reference", terms.manager);
    add_reported(list, "Caseload", terms.caseload ? std::to_string(*terms.caseload) : "");
    add_reported(list, "Seconded from", terms.seconded_from);
    add_reported(list, "Seconded to", terms.seconded_to);
}

/// Every stretch of terms in one table, where there is more than the one that the card shows.
ui::Html all_terms(const RecordView& view, const HeldEngagement& held)
{
    if (held.terms.size() < 2) return {};
    ui::Table table{.head = {{.text = "From"}, {.text = "Role"}, {.text = "FTE", .format = "numeric"}, {.text = "Hours a week", .format = "numeric"}, {.text = "Setting"}},
                    .caption = "Terms of this engagement, newest first", .caption_classes = "govuk-visually-hidden"};
    for (auto entry = held.terms.rbegin(); entry != held.terms.rend(); ++entry) {
        const auto& terms = entry->terms;
        table.rows.push_back({{.text = terms.from_on.in_words()}, {.text = view.words.role(terms)}, {.text = terms.fte ? terms.fte->text() : "", .format = "numeric"},
                              {.text = terms.hours ? hours_text(*terms.hours) : "", .format = "numeric"}, {.text = terms.setting ? view.words.setting(*terms.setting) : ""}});
    }
    return ui::details({.summary_text = "All " + std::to_string(held.terms.size()) + " stretches of terms", .text = ui::scrollable_table(table)});
}

ui::Html engagement_card(const RecordView& view, const HeldEngagement& held)
{
    const auto& engagement = held.engagement;
    ui::SummaryList list{.rows = {row("From", engagement.started_on.in_words()), row("To", engagement.ended_on ? engagement.ended_on->in_words() : "Runs on")},
                         .card = {.title = {.text = called(engagement), .heading_level = view.own ? 4 : 3}}};
    if (const auto* terms = terms_on(held, view.today)) {
        add_terms(view, *terms, list);
        if (held.terms.size() > 1) list.rows.push_back(row("These terms from", terms->from_on.in_words()));
    }
    add_reported(list, "Came from", label(view, "starter_origins", engagement.origin));
    add_reported(list, "Reason for leaving", label(view, "leaving_reasons", engagement.reason_for_leaving));
    add_reported(list, "Went to", label(view, "leaver_destinations", engagement.destination));
    return ui::summary_list(list) + all_terms(view, held);
}

ui::Html engagements(const RecordView& view)
{
    ui::Html cards;
    for (const auto& held : view.record.engagements) cards += engagement_card(view, held);
    return cards.empty() ? ui::empty_state({.text = "No engagement has been reported."}) : cards;
}

/// "3 May 2027", and in words where that day is past.
ui::Content until_words(const RecordView& view, const Fact& fact, std::string_view past)
{
    if (!fact.until) return "";
    if (*fact.until >= view.today) return fact.until->in_words();
    return ui::text(fact.until->in_words() + " ") + ui::tag({.text = past, .classes = "govuk-tag--yellow"});
}

struct FactTable {
    std::string caption;
    std::vector<std::string> heads;
    std::function<ui::TableRow(const Fact&)> cells;
};

/// The facts of these kinds as one table; nothing where there are none.
ui::Html table_of(const RecordView& view, std::initializer_list<FactKind> kinds, const FactTable& shape)
{
    ui::Table table{.caption = shape.caption, .caption_classes = "govuk-visually-hidden"};
    for (const auto& head : shape.heads) table.head.push_back({.text = head});
    for (const auto& held : view.record.facts) {
        if (std::ranges::find(kinds, held.fact.kind) != kinds.end()) table.rows.push_back(shape.cells(held.fact));
    }
    return table.rows.empty() ? ui::Html{} : ui::scrollable_table(table);
}

std::string name_of(const RecordView& view, const Fact& fact)
{
    const auto& kind = row_of(fact.kind);
    return fact.code.empty() ? std::string{kind.label} : label(view, fact.list.empty() ? kind.list : std::string_view{fact.list}, fact.code);
}

std::string detail_of(const RecordView& view, const Fact& fact)
{
    return label(view, row_of(fact.kind).detail_list, fact.detail);
}

ui::Html qualifications(const RecordView& view)
{
    auto gained = table_of(view, {FactKind::qualification}, {"Qualifications", {"Qualification", "Level", "Gained"}, [&](const Fact& fact) {
        return ui::TableRow{{.text = name_of(view, fact)}, {.text = detail_of(view, fact)}, {.text = words_of(fact.on)}};
    }});
    return gained + table_of(view, {FactKind::professional_status}, {"Professional statuses", {"Professional status", "Registration number", "From", "Until"}, [&](const Fact& fact) {
        return ui::TableRow{{.text = name_of(view, fact)}, {.text = fact.number}, {.text = words_of(fact.on)}, {.text = until_words(view, fact, "Ran out")}};
    }});
}

ui::Html skills(const RecordView& view)
{
    return table_of(view, {FactKind::skill, FactKind::language}, {"Skills and languages", {"Skill or language", "Kind", "How well"}, [&](const Fact& fact) {
        return ui::TableRow{{.text = name_of(view, fact)}, {.text = std::string{row_of(fact.kind).label}}, {.text = detail_of(view, fact)}};
    }});
}

ui::Html training(const RecordView& view)
{
    return table_of(view, {FactKind::training}, {"Training", {"Training", "Completed", "Until", "Provider"}, [&](const Fact& fact) {
        return ui::TableRow{{.text = name_of(view, fact)}, {.text = words_of(fact.on)}, {.text = until_words(view, fact, "Ran out")}, {.text = fact.words}};
    }});
}

ui::Html supervision(const RecordView& view)
{
    return table_of(view, {FactKind::supervision, FactKind::appraisal}, {"Supervision and appraisal", {"What", "Held on"}, [&](const Fact& fact) {
        return ui::TableRow{{.text = name_of(view, fact)}, {.text = words_of(fact.on)}};
    }});
}

ui::Html checks(const RecordView& view)
{
    return table_of(view, {FactKind::check}, {"Checks", {"Check", "Outcome", "Done", "Recheck due", "Certificate number"}, [&](const Fact& fact) {
        return ui::TableRow{{.text = name_of(view, fact)}, {.text = detail_of(view, fact)}, {.text = words_of(fact.on)}, {.text = until_words(view, fact, "Due")}, {.text = fact.number}};
    }});
}

ui::Html absence(const RecordView& view)
{
    return table_of(view, {FactKind::absence}, {"Absence", {"Why", "From", "To", "Working days lost"}, [&](const Fact& fact) {
        return ui::TableRow{{.text = name_of(view, fact)}, {.text = words_of(fact.on)}, {.text = words_of(fact.until)}, {.text = fact.detail, .format = "numeric"}};
    }});
}

ui::Html pay(const RecordView& view)
{
    ui::Table table{.head = {{.text = "Engagement"}, {.text = "From"}, {.text = "Pay", .format = "numeric"}, {.text = "Pension scheme"}}, .caption = "Pay", .caption_classes = "govuk-visually-hidden"};
    for (const auto& held : view.record.engagements) {
        for (auto entry = held.terms.rbegin(); entry != held.terms.rend(); ++entry) {
            const auto& terms = entry->terms;
            if (!terms.pay && terms.pension_scheme.empty()) continue;
            table.rows.push_back({{.text = called(held.engagement)}, {.text = terms.from_on.in_words()}, {.text = pay_words(terms), .format = "numeric"},
                                  {.text = label(view, "pension_schemes", terms.pension_scheme)}});
        }
    }
    return table.rows.empty() ? ui::Html{} : ui::scrollable_table(table);
}

}  // namespace

ui::Html record_sections(const RecordView& view)
{
    struct Section {
        Part part;
        std::string title;
        ui::Html (*content)(const RecordView&);
    };
    static const std::vector<Section> sections{
        {Part::work, "Engagements", engagements}, {Part::qualifications, "Qualifications and registrations", qualifications},
        {Part::skills, "Skills and languages", skills}, {Part::training, "Training", training},
        {Part::supervision, "Supervision and appraisal", supervision}, {Part::checks, "Checks", checks}, {Part::absence, "Absence", absence}, {Part::pay, "Pay and pension", pay}};
    const int level = view.own ? 3 : 2;
    auto html = about(view);
    std::string nothing_in;
    for (const auto& section : sections) {
        if (!view.sight.sees(section.part)) continue;
        auto content = section.content(view);
        if (content.empty()) nothing_in += (nothing_in.empty() ? "" : "; ") + section.title;
        else html += ui::heading(level, section.title, "m") + content;
    }
    if (!nothing_in.empty()) html += ui::paragraph("Not reported: " + nothing_in + ".", "govuk-body-s");
    return html;
}

}  // namespace kith::workforce
