#include "returns/return_views.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "returns/whose.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::returns {

std::string path_of(const HandedIn& handed_in, std::string_view below)
{
    auto path = "/returns/" + handed_in.public_id.text();
    if (!below.empty()) path.append("/").append(below);
    return path;
}

std::string organisation_words(const OrganisationNames& names, const std::optional<access::OrganisationId>& organisation)
{
    if (!organisation) return "Several organisations";
    const auto found = names.find(*organisation);
    return found == names.end() ? "An organisation that has closed" : found->second.name;
}

std::string size_words(std::int64_t bytes)
{
    constexpr std::int64_t kilobyte = 1024;
    if (bytes < kilobyte) return counted(bytes, "byte");
    if (bytes < kilobyte * kilobyte) return fmt::format("{} KB", (bytes + kilobyte / 2) / kilobyte);
    constexpr std::int64_t tenths = 10;
    const auto size = (bytes * tenths + kilobyte * kilobyte / 2) / (kilobyte * kilobyte);
    return size % tenths == 0 ? fmt::format("{} MB", size / tenths) : fmt::format("{}.{} MB", size / tenths, size % tenths);
}

ui::Html state_tag(State state)
{
    std::string colour;
    switch (state) {
    case State::received:
    case State::checking:
    case State::accepting: colour = "govuk-tag--blue"; break;
    case State::asking:
    case State::checked: colour = "govuk-tag--yellow"; break;
    case State::accepted:
    case State::agreed: colour = "govuk-tag--green"; break;
    case State::refused:
    case State::failed: colour = "govuk-tag--red"; break;
    case State::undone:
    case State::withdrawn: colour = "govuk-tag--grey"; break;
    }
    return ui::tag({.text = state_words(state), .classes = colour});
}

namespace {

std::string kind_words(const Kinds* kinds, const HandedIn& handed_in)
{
    const auto* kind = kinds ? find_kind(*kinds, handed_in.kind) : nullptr;
    return kind ? kind->title : "Return";
}

std::string list_path(const ReturnFilter& filter, const OrganisationNames& names)
{
    std::string path = "/returns?";
    if (filter.organisation && names.contains(*filter.organisation)) {
        path += "organisation=" + names.at(*filter.organisation).public_id.text() + "&";
    }
    if (filter.state) path += "state=" + std::string{state_id(*filter.state)} + "&";
    return path;
}

ui::Html filter_fields(const ReturnsList& list)
{
    std::vector<ui::SelectItem> organisations{{.value = "", .text = "All organisations"}};
    std::string chosen;
    for (const auto& [id, organisation] : list.names) {
        organisations.push_back({.value = organisation.public_id.text(), .text = organisation.name});
        if (list.filter.organisation == id) chosen = organisation.public_id.text();
    }
    std::vector<ui::SelectItem> states{{.value = "", .text = "All"}};
    for (auto state : {State::received, State::checking, State::asking, State::checked, State::accepting, State::accepted, State::agreed, State::refused,
                       State::undone, State::withdrawn, State::failed}) {
        states.push_back({.value = std::string{state_id(state)}, .text = std::string{state_words(state)}});
    }
    ui::Html fields;
    if (list.names.size() > 1) {
        fields += ui::select({.name = "organisation", .items = std::move(organisations), .value = chosen, .label = {.text = "Organisation"}});
    }
    fields += ui::select({.name = "state", .items = std::move(states),
                          .value = list.filter.state ? std::string{state_id(*list.filter.state)} : std::string{},
                          .label = {.text = "Where it stands"}});
    return fields;
}

ui::Html filters(const ReturnsList& list)
{
    ui::FilterPanel panel{.action = "/returns", .fields = filter_fields(list)};
    if (list.filter.organisation) {
        panel.chosen.push_back({"Organisation: " + organisation_words(list.names, list.filter.organisation),
                                list_path({.organisation = {}, .state = list.filter.state}, list.names)});
    }
    if (list.filter.state) {
        panel.chosen.push_back({"Where it stands: " + std::string{state_words(*list.filter.state)},
                                list_path({.organisation = list.filter.organisation, .state = {}}, list.names)});
    }
    if (!panel.chosen.empty()) panel.clear_href = "/returns";
    return ui::filter_panel(panel);
}

ui::Html list_table(const ReturnsList& list)
{
    ui::Table table{.head = {{.text = "Return"}, {.text = "Where it stands"}, {.text = "Handed in"}, {.text = "Rows", .format = "numeric"},
                             {.text = "To mend", .format = "numeric"}},
                    .caption = counted(list.counted, "return"),
                    .caption_classes = "govuk-table__caption--m"};
    for (const auto& handed_in : list.returns) {
        const auto file = ui::link(handed_in.file_name, path_of(handed_in));
        const auto whose = kind_words(list.kinds, handed_in) + ", " +
                           (waits_for_owner(handed_in) ? std::string{"nobody has said yet whose"} : organisation_words(list.names, handed_in.organisation));
        table.rows.push_back({{.text = file + ui::paragraph(whose, "govuk-hint govuk-!-margin-top-1 govuk-!-margin-bottom-0")},
                              {.text = state_tag(handed_in.state)},
                              {.text = handed_in.handed_in_at.date_in_london().in_short()},
                              {.text = with_commas(handed_in.rows), .format = "numeric"},
                              {.text = with_commas(handed_in.rows - handed_in.can_take), .format = "numeric"}});
    }
    return ui::scrollable_table(table);
}

}  // namespace

std::string filter_words(const ReturnsList& list)
{
    std::vector<std::string> words;
    if (list.filter.organisation) words.push_back(organisation_words(list.names, list.filter.organisation));
    if (list.filter.state) words.emplace_back(state_words(*list.filter.state));
    return joined(words, ", ");
}

ui::Html returns_list(const ReturnsList& list)
{
    ui::Html html;
    if (list.may_hand_in) html += ui::not_in_print(ui::button({.text = "Hand in a return", .href = "/returns/new"}));
    const bool is_filtered = list.filter.organisation || list.filter.state;
    if (list.counted == 0 && !is_filtered) {
        return html + ui::empty_state({.text = "No returns have been handed in yet. A return is a file of an organisation's staff, settings or "
                                               "organisations; Kith checks it and shows what would change before anything does."});
    }
    html += ui::not_in_print(filters(list));
    if (list.counted == 0) {
        return html + ui::empty_state({.text = "No returns match these filters.", .link_text = "Show all returns", .href = "/returns"});
    }
    html += list_table(list);
    html += ui::not_in_print(ui::pagination_of(list.page, list.pages, list_path(list.filter, list.names) + "page="));
    return html;
}

ui::Html hand_in_fields(const HandInForm& form)
{
    ui::Html html;
    if (form.organisations.empty() && form.whole_area) {
        html += ui::inset_text({.text = "There is no organisation yet. Hand in the file of organisations first, then settings, then staff."});
    } else if (form.organisations.size() + (form.whole_area ? 1 : 0) > 1) {
        std::vector<ui::SelectItem> items{{.value = "", .text = "As the file says"}};
        if (form.whole_area) items.push_back({.value = std::string{several}, .text = "Several organisations: a column says which"});
        for (const auto& organisation : form.organisations) items.push_back({.value = organisation.public_id.text(), .text = organisation.name});
        html += ui::select({.name = "organisation", .items = std::move(items), .value = form.chosen,
                            .label = {.text = "Whose return is it?"},
                            .hint = {.text = "Kith asks once it has the file, where it needs to know and the file does not say"},
                            .error_message = {.text = form.organisation_error.value_or("")}});
    } else if (form.organisations.size() == 1) {
        html += ui::inset_text({.text = "You are handing in for " + form.organisations.front().name + "."});
    }
    html += ui::file_upload({.name = "file", .label = {.text = "File to hand in"},
                             .hint = {.text = "An Excel workbook (.xlsx) or a CSV file of at most " + size_words(static_cast<std::int64_t>(form.limit)) +
                                              ". A census file may be XML"},
                             .error_message = {.text = form.file_error.value_or("")},
                             .attributes = {{"accept", ".xlsx,.csv,.txt,.xml,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}}});
    html += speaks_fields(form);
    return html + ui::button({.text = "Hand in and check", .prevent_double_click = true});
}

ui::Html speaks_fields(const HandInForm& form)
{
    const auto lists_people = [](const Kind& kind) { return kind.lists_people; };
    if (form.kinds == nullptr || std::none_of(form.kinds->begin(), form.kinds->end(), lists_people)) return {};
    auto last_day = ui::date_input({.id = "last_day", .name_prefix = "last_day", .values = form.last_day,
                                    .hint = {.text = "Leave it empty for the end of the month or term below where that is past, else today"},
                                    .error_message = {.text = form.last_day_error.value_or("")},
                                    .fieldset = {.legend = {.text = "Last day of those it leaves out"}}});
    ui::Html html = ui::radios({.fieldset = {.legend = {.text = "Does a staff file list everyone who works for the organisation?"}},
                                .name = "act",
                                .items = {{.text = "No, only some people, or only what has changed", .value = std::string{act_id(Act::changes)},
                                           .hint = {.text = "Whoever it leaves out stays as they are"}},
                                          {.text = "Yes, everyone", .value = std::string{act_id(Act::full)},
                                           .hint = {.text = "Jobs it leaves out have ended. You see each of them before anything changes"},
                                           .conditional = std::move(last_day)}},
                                .value = form.act.empty() ? std::string{act_id(Act::changes)} : form.act});
    std::vector<ui::SelectItem> periods{{.value = "", .text = "None, or not known"}};
    for (const auto& period : form.periods) periods.push_back({.value = period.id, .text = period.words});
    return html + ui::select({.name = "about", .items = std::move(periods), .value = form.about, .label = {.text = "Which month or term is it for?"}});
}

ui::Html hand_in_guidance(const HandInForm& form)
{
    ui::Html html = ui::heading(2, "What happens next", "m");
    html += ui::numbered({"Kith keeps the file safely and reads every row.",
                          "You see what needs mending, line by line, and what would change in the register.",
                          "Nothing changes until someone accepts the return. After that it can still be undone."});
    if (form.kinds == nullptr || form.kinds->empty()) return html;
    html += ui::heading(2, "Files that Kith knows", "m");
    html += ui::paragraph("Kith tells them apart by the names of their columns, which may stand in any order. Of a workbook it takes the first sheet that has such names.");
    for (const auto& kind : *form.kinds) {
        if (!kind.for_one_organisation && !form.whole_area) continue;  // nothing that this person could hand in
        if (!kind.returned_by.empty() && returners_of(kind, form.organisations).empty()) continue;
        html += ui::heading(3, kind.title, "s");
        html += ui::paragraph(kind.guidance);
        std::vector<ui::Content> links;
        for (const auto& file : kind.templates) links.emplace_back(ui::link(file.words, "/returns/templates/" + file.file_name));
        for (const auto& [words, href] : kind.pages) links.emplace_back(ui::link(words, href));
        if (!links.empty()) html += ui::bullets(links);
    }
    return html;
}

ui::Html no_room_words()
{
    return ui::paragraph("The disk that holds Kith's database is full, so the file was not kept and nothing was changed.") +
           ui::paragraph("Tell whoever looks after Kith's server. Keep your file, and hand it in again once there is room.");
}

ui::Html another_file_button(const HandedIn& handed_in)
{
    using enum State;
    if (handed_in.state != refused && handed_in.state != withdrawn && handed_in.state != undone) return {};
    return ui::button({.text = "Hand in another file", .href = "/returns/new"});
}

ui::Html undo_blocked(const HandedIn& handed_in, const std::string& words, const UndoWay& way)
{
    std::vector<ui::Html> ways;
    if (!way.href.empty()) ways.push_back(ui::link(way.text, way.href));
    ways.push_back(ui::link("Keep " + handed_in.file_name + " as it is", path_of(handed_in)));
    return ui::paragraph(words + ".") + (way.words.empty() ? ui::Html{} : ui::paragraph(way.words)) + ui::not_in_print(ui::button_group(ways));
}

ui::Html undo_fields(const HandedIn& handed_in, const std::string& reason, const std::optional<std::string>& error)
{
    ui::Html html = ui::warning_text({.text = "Undoing takes back all that this return wrote: the register will be as it was before. The "
                                              "history keeps both"});
    html += ui::paragraph(counted(handed_in.can_take, "row") + " of " + handed_in.file_name + " were taken. To take them again, hand the file in again.");
    html += ui::textarea({.name = "reason", .rows = 3, .value = reason, .label = {.text = "Why are you undoing it?"},
                          .hint = {.text = "Everyone who can see this return can read this. Do not name people"},
                          .error_message = {.text = error.value_or("")}});
    return html + ui::button_group({ui::button({.text = "Undo this return", .classes = "govuk-button--warning", .prevent_double_click = true}),
                                    ui::link("Keep it as it is", path_of(handed_in))});
}

}  // namespace kith::returns
