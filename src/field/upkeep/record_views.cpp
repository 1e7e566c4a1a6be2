// What is held of one person, in sections that can be changed; and the forms of facts.
#include "base/text.hpp"
#include "upkeep/upkeep_views.hpp"
#include "ui/choices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::upkeep {
namespace {

ui::ErrorMessage error_of(const web::Form& form, std::string_view name)
{
    return {.text = form.error(name).value_or("")};
}

std::string job_query(const UpkeepOverview& overview) { return overview.job == 0 ? std::string{} : "?job=" + std::to_string(overview.job); }

ui::Html section_card(const UpkeepOverview& overview, const UpkeepSectionRow& section)
{
    const std::string title{section.title};
    ui::SummaryList list{.card = {.title = {.text = title}}};
    list.card.actions.items.push_back({.href = overview.path + "/change/" + std::string{section.key} + job_query(overview), .text = "Change"});
    std::vector<std::string> unknown;
    for (const auto* field : fields_seen(section.section, overview.sight)) {
        if (!field->when_changing || field->kept_if_empty) continue;
        const std::string label{field->label};
        auto words = cell_words(*field, held_value(overview.held, field->column), overview.packs, overview.settings);
        if (words.empty()) unknown.push_back(unknown.empty() ? label : lower_ascii(label.substr(0, 1)) + label.substr(1));
        else list.rows.push_back({.key = {.text = label}, .value = {.text = std::move(words)}});
    }
    if (!unknown.empty()) list.rows.push_back({.key = {.text = "Not reported"}, .value = {.text = joined(unknown, ", ")}});
    return ui::summary_list(list);
}

std::string label_in(const packs::Packs& packs, std::string_view list, std::string_view code)
{
    if (code.empty() || !packs.has_list(list)) return std::string{code};
    const auto* known = packs.list(list).find(code);
    return known == nullptr ? std::string{code} : known->label;
}

/// "Level 3, gained ..., number ...": what a fact says besides what it is.
std::string fact_detail_words(const packs::Packs& packs, const workforce::Fact& fact)
{
    const auto& form = upkeep_fact(fact.kind);
    std::vector<std::string> parts;
    if (fact.kind == workforce::FactKind::absence) parts.push_back(fact.detail + " working days lost");
    else if (!fact.detail.empty()) parts.push_back(label_in(packs, workforce::row_of(fact.kind).detail_list, fact.detail));
    if (fact.on) parts.push_back(fact.on->in_words());
    if (fact.until) parts.push_back("until " + fact.until->in_words());
    if (!fact.number.empty()) parts.push_back(lower_ascii(form.number.substr(0, 1)) + std::string{form.number.substr(std::min<std::size_t>(1, form.number.size()))} + " " + fact.number);
    if (!fact.words.empty()) parts.push_back(fact.words);
    return joined(parts, ", ");
}

ui::SummaryRow fact_row_of(const UpkeepOverview& overview, const workforce::HeldFact& held)
{
    const auto& fact = held.fact;
    const auto& form = upkeep_fact(fact.kind);
    auto name = fact.code.empty() ? std::string{form.title} : label_in(overview.packs, fact.list.empty() ? workforce::row_of(fact.kind).list : std::string_view{fact.list}, fact.code);
    auto shown = ui::SummaryRow{.key = {.text = name}, .value = {.text = fact_detail_words(overview.packs, fact)}};
    if (can_be_changed_by_hand(fact)) {
        const auto query = job_query(overview).empty() ? "?fact=" : job_query(overview) + "&fact=";
        shown.actions.items.push_back({.href = overview.path + "/facts/" + std::string{form.key} + query + std::to_string(held.id.value()), .text = "Change",
                                       .visually_hidden_text = name});
    }
    return shown;
}

ui::Html fact_card(const UpkeepOverview& overview, const UpkeepFactGroup& group)
{
    ui::SummaryList list{.card = {.title = {.text = std::string{group.title}}}};
    for (const auto& held : overview.record.facts) {
        if (std::ranges::find(group.kinds, held.fact.kind) != group.kinds.end()) list.rows.push_back(fact_row_of(overview, held));
    }
    if (list.rows.empty()) list.rows.push_back({.key = {.text = "Nothing reported yet"}, .value = {.text = ""}});
    for (const auto kind : group.kinds) {
        const auto& form = upkeep_fact(kind);
        list.card.actions.items.push_back({.href = overview.path + "/facts/" + std::string{form.key} + job_query(overview), .text = std::string{form.add}});
    }
    return ui::summary_list(list);
}

ui::Html text_box(const web::Form& form, const char* name, std::string_view label, std::string_view hint)
{
    if (label.empty()) return {};
    return ui::input({.name = name, .value = form.as_given(name), .label = {.text = std::string{label}}, .hint = {.text = std::string{hint}},
                      .error_message = error_of(form, name), .autocomplete = "off", .spellcheck = false});
}

ui::Html list_box(const web::Form& form, const packs::Packs& packs, const char* name, std::string_view list, std::string_view label)
{
    if (label.empty()) return {};
    return ui::select({.name = name, .items = codes_of(packs.list(list), form.text(name)), .value = form.text(name), .label = {.text = std::string{label}},
                       .error_message = error_of(form, name)});
}

ui::Html day_box(const web::Form& form, const char* name, std::string_view label)
{
    return label.empty() ? ui::Html{} : day_boxes(form, name, std::string{label}, "For example, 27 3 2026");
}
}  // namespace

ui::Html overview_of(const UpkeepOverview& overview)
{
    ui::Html html;
    for (const auto* section : overview.sections) html += section_card(overview, *section);
    std::vector<std::string> unseen;
    for (const auto& group : upkeep_fact_groups()) {
        if (overview.sight.sees(workforce::part_of(group.kinds.front()))) html += fact_card(overview, group);
    }
    for (const auto part : {workforce::Part::birth_date, workforce::Part::national_insurance, workforce::Part::equality, workforce::Part::pay, workforce::Part::checks, workforce::Part::absence}) {
        if (!overview.sight.sees(part)) unseen.push_back(std::string{workforce::part_table()[static_cast<std::size_t>(part)].label});
    }
    if (!unseen.empty()) html += ui::paragraph("Not shown to you, and left as it is: " + joined(unseen, "; ") + ".", "govuk-body-s");
    return html + ui::paragraph(ui::link("Back to the record", overview.path));
}

ui::Html fact_boxes(const UpkeepFactForm& fact, const packs::Packs& packs, const web::Form& form, bool is_changed)
{
    const auto& kind = workforce::row_of(fact.kind);
    const auto kept = is_changed ? std::string_view{"Empty the box to take it away"} : std::string_view{};
    const auto detail = kind.detail_list.empty() ? text_box(form, "detail", fact.detail, "Half days are .5; enter 0 where none were lost") : list_box(form, packs, "detail", kind.detail_list, fact.detail);
    return list_box(form, packs, "code", kind.list, fact.code) + detail + day_box(form, "on", fact.on) +
           day_box(form, "until", fact.until) + text_box(form, "number", fact.number, kept) + text_box(form, "words", fact.words, kept);
}

ui::Html fact_fields(const UpkeepFactForm& fact, const packs::Packs& packs, const std::string& changes, const web::Form& form)
{
    auto html = fact_boxes(fact, packs, form, !changes.empty());
    if (!changes.empty()) {
        html += ui::element("input", {{"type", "hidden"}, {"name", "fact"}, {"value", changes}});
        html += ui::checkboxes({.name = "removed", .items = {{.text = "This is not so any more, or never was: take it away", .value = "yes"}},
                                .values = form.all("removed"), .classes = "govuk-checkboxes--small"});
    }
    return html + ui::button({.text = "See what changes", .prevent_double_click = true});
}

}  // namespace kith::upkeep
