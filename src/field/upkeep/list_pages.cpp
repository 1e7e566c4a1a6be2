// Upkeep of a whole list by hand: change several at once, go through the list, or say that nothing has changed.
#include "base/text.hpp"
#include "upkeep/upkeep_pages.hpp"
#include "upkeep/subject_pages.hpp"
#include "partnership/organisation_register.hpp"
#include "returns/entering_register.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "web/address.hpp"
#include "web/page_number.hpp"

#include <algorithm>
#include <set>

namespace kith::upkeep {
namespace {

constexpr std::size_t longest_list = 200;
constexpr int organisations_a_page = 50;

/// Everyone with a job that runs today, a line for each job, by setting and name.
struct List {
    partnership::Organisation organisation;
    std::vector<partnership::Setting> settings;
    workforce::RegisterView view;
    struct Line {
        const workforce::HeldStaffRecord* record;
        const workforce::HeldEngagement* job;
        Listed shown;
    };
    std::vector<Line> lines;

    std::vector<Listed> shown() const
    {
        std::vector<Listed> people;
        for (const auto& line : lines) people.push_back(line.shown);
        return people;
    }
};

std::string setting_of(const List& list, const workforce::HeldEngagement& job, Date today)
{
    const auto* terms = terms_on(job, today);
    if (terms == nullptr || !terms->setting) return {};
    const auto found = std::ranges::find(list.settings, *terms->setting, &partnership::Setting::id);
    return found == list.settings.end() ? std::string{} : found->name;
}

/// Answers are named by record and job, so that they mean the same person whoever joins the list meanwhile.
std::string key_of(const workforce::HeldStaffRecord& record, const workforce::HeldEngagement& job)
{
    return std::to_string(record.id.value()) + "-" + std::to_string(job.id.value());
}

void fill_lines(List& list, const packs::Packs& packs, Date today)
{
    for (const auto& record : list.view.records) {
        for (const auto* job : running_on(record.engagements, today)) {
            list.lines.push_back({&record, job, {key_of(record, *job), person_words(record.record),
                                                 job_words(*job, packs, today) + ", reference " + record.record.reference, setting_of(list, *job, today)}});
        }
    }
    const auto order = [](const List::Line& line) {
        const auto& name = line.record->record;
        return std::tuple{line.shown.setting, name.family_name.reveal(), name.given_name.reveal(), line.shown.key};
    };
    std::ranges::sort(list.lines, {}, order);
}

/// The organisation asked for, or the only one.
Result<partnership::Organisation> organisation_asked_for(web::Visit& visit)
{
    auto organisations = organisations_of(visit);
    if (organisations.size() == 1) return std::move(organisations.front());
    const auto asked = visit.form().has("for") ? visit.form().text("for") : std::string{visit.request.query("for")};
    for (auto& organisation : organisations) {
        if (organisation.public_id.text() == asked) return std::move(organisation);
    }
    return not_found("Organisation");
}

Result<std::unique_ptr<List>> list_of(web::Visit& visit, const UpkeepDesk& desk)
{
    auto organisation = organisation_asked_for(visit);
    if (!organisation) return std::unexpected(organisation.error());
    auto list = std::make_unique<List>();
    list->organisation = std::move(*organisation);
    list->settings = partnership::settings_of(visit.reader(), list->organisation.id);
    list->view = workforce::load_view(visit.reader(), list->organisation.id, desk.numbers);
    fill_lines(*list, *desk.packs, visit.today());
    record_read(visit, list->organisation.id, static_cast<std::int64_t>(list->lines.size()), {});
    return list;
}

ui::Html for_field(const List& list)
{
    return ui::element("input", {{"type", "hidden"}, {"name", "for"}, {"value", list.organisation.public_id.text()}});
}

/// Where several organisations are kept up by one person: which one. A long list, searched and shown in pages as others are.
web::Response choose_organisation(web::Visit& visit, const std::string& title, const std::string& path)
{
    auto organisations = organisations_of(visit);
    const web::PageParts parts{.title = title, .breadcrumbs = {{"Staff", "/staff"}}, .nav = "/staff"};
    if (organisations.empty()) return visit.page(parts, ui::empty_state({.text = "You hand in returns for no organisation that is open."}));
    const std::string search{clipped(trimmed(visit.request.query("search")), 100)};
    std::erase_if(organisations, [key = folded(search)](const auto& one) { return folded(one.name + " " + one.code).find(key) == std::string::npos; });
    ui::FilterPanel panel{.action = path, .fields = ui::input({.name = "search", .value = search, .label = {.text = "Part of a name, or a code"}}), .clear_href = path};
    if (!search.empty()) panel.chosen.push_back({.text = "Name: " + search, .remove_href = path});
    auto content = ui::paragraph("Of which organisation?", "govuk-body-l") + ui::filter_panel(panel);
    if (organisations.empty()) return visit.page(parts, content + ui::empty_state({.text = "No organisation of this name is within your reach. Search for less of the name."}));
    const auto page = web::page_asked_for(visit.request, std::ssize(organisations), organisations_a_page);
    std::vector<ui::Content> links;
    for (const auto& one : page.part_of(std::move(organisations))) links.emplace_back(ui::link(one.name, path + "?for=" + one.public_id.text()));
    return visit.page(parts, content + ui::bullets(links) + ui::pagination_of(page.page, page.pages, web::Address{path}.with("search", search).open_for("page")));
}

ui::Html too_long(const List& list)
{
    return ui::paragraph(list.organisation.name + " has " + counted(static_cast<std::int64_t>(list.lines.size()), "job") +
                         ", too many to go through on a page. Hand in a staff file instead.") +
           ui::button({.text = "Hand in a return", .href = "/returns/new"});
}

web::PageParts parts_of(const List& list, std::string title)
{
    return {.title = std::move(title), .caption = list.organisation.name, .breadcrumbs = {{"Staff", "/staff"}}, .nav = "/staff"};
}

UpkeepStep several_step(web::Visit& visit, const UpkeepDesk& desk, const List& list)
{
    return {.parts = parts_of(list, "Change several people"),
            .content = [&visit, &desk, &list] {
                UpkeepChoices choices{*desk.packs, list.settings};
                std::erase_if(choices.settings, [&](const auto& setting) { return !setting.is_open(visit.today()); });
                return for_field(list) + several_fields(list.shown(), choices, sight_in(visit, list.organisation.id), visit.form());
            },
            .action = "/staff/several", .back = "/staff", .saved = "The changes are saved", .to = {}};
}

UpkeepStep confirming_step(web::Visit& visit, const List& list)
{
    return {.parts = parts_of(list, "Is this still right?"),
            .content = [&visit, &list] { return for_field(list) + confirming_fields(list.shown(), visit.form()); },
            .action = "/staff/confirm", .back = "/staff", .saved = "The list is confirmed", .to = {}};
}

/// The row of one job of several, with the new value from the day given; none where it is so already.
std::optional<UpkeepRow> several_row(const List& list, const List::Line& line, const UpkeepField& field, const std::string& cell, Date from, const packs::Packs& packs, Date today)
{
    const auto held = held_values(line.record->record, line.job, list.settings, today);
    if (held_value(held, field.column) == cell) return std::nullopt;
    auto row = row_of(list.organisation.code, line.record->record, *line.job, today);
    row[field.column] = cell;
    if (field.column == "role") take_from_role(row, packs);
    row["terms_from"] = from.iso();
    return row;
}

/// One row for each job that was ticked. Problems go to the form.
std::vector<UpkeepRow> rows_of_jobs(web::Visit& visit, const List& list, const UpkeepField& field, const packs::Packs& packs)
{
    const auto ticked = visit.form().all("who");
    const auto from = visit.form().date("terms_from", "Day from which it changes");
    if (!from) visit.form().add(from.error());
    const auto cell = cell_of(visit, field);
    std::vector<UpkeepRow> rows;
    if (visit.form().has_problems()) return rows;
    for (const auto& line : list.lines) {
        if (std::ranges::find(ticked, line.shown.key) == ticked.end()) continue;
        if (auto row = several_row(list, line, field, cell, *from, packs, visit.today())) rows.push_back(std::move(*row));
    }
    if (rows.empty()) visit.form().add({ProblemKind::unacceptable, "who", "Select people for whom it is not so already"});
    return rows;
}

/// One row for each person that was ticked: the same training of all.
std::vector<UpkeepRow> rows_of_training(web::Visit& visit, const List& list)
{
    const auto ticked = visit.form().all("who");
    const auto fact = fact_given(visit, upkeep_fact(workforce::FactKind::training));
    std::vector<UpkeepRow> rows;
    std::set<std::string_view> seen;
    for (const auto& line : list.lines) {
        const auto& reference = line.record->record.reference;
        if (std::ranges::find(ticked, line.shown.key) == ticked.end() || !seen.insert(reference).second) continue;
        for (auto& row : fact_rows(list.organisation.code, reference, nullptr, fact)) rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<UpkeepRow> several_rows(web::Visit& visit, const List& list, const packs::Packs& packs)
{
    const auto what = visit.form().text("what");
    const auto sight = sight_in(visit, list.organisation.id);
    const auto* field = upkeep_field(what);
    const bool is_training = what == "training" && sight.sees(workforce::Part::training);
    const bool is_asked = is_training || (field != nullptr && field->in_bulk && sight.sees(field->part));
    if (visit.form().all("who").empty()) visit.form().add({ProblemKind::unacceptable, "who", "Select the people for whom something changes"});
    if (!is_asked) visit.form().add({ProblemKind::unacceptable, "what", "Select what changes"});
    if (!is_asked) return {};
    return is_training ? rows_of_training(visit, list) : rows_of_jobs(visit, list, *field, packs);
}

/// One row for each job on the list; those who left with their last day. Problems go to the form.
std::vector<UpkeepRow> confirmed_rows(web::Visit& visit, const List& list)
{
    std::vector<UpkeepRow> rows;
    int place = 0;  // errors say which by their place: no name stands in an error
    for (const auto& line : list.lines) {
        const auto which = "Person " + std::to_string(++place) + " of " + std::to_string(list.lines.size());
        const auto name = "who-" + line.shown.key;
        const auto said = visit.form().text(name);
        auto row = row_of(list.organisation.code, line.record->record, *line.job, visit.today());
        if (said.empty()) visit.form().add({ProblemKind::unacceptable, name, which + ": select whether this is still right"});
        if (said == "left") {
            const auto last_day = visit.form().date("left-" + line.shown.key, "Last day of p" + which.substr(1));
            if (last_day) row["end_date"] = last_day->iso();
            else visit.form().add(last_day.error());
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// After the list was gone through: those who have changed, each with where to say how.
ui::Html still_to_change(web::Visit& visit, const List& list)
{
    const auto ids = workforce::public_ids_of(visit.reader(), list.organisation.id);
    std::vector<ui::Content> links;
    for (const auto& line : list.lines) {
        const auto id = ids.find(line.record->id);
        if (visit.form().text("who-" + line.shown.key) != "changed" || id == ids.end()) continue;
        links.emplace_back(ui::link("Change the record of " + line.shown.name, "/staff/" + id->second.text() + "/change"));
    }
    return links.empty() ? ui::Html{} : ui::heading(2, "Now say what has changed", "m") + ui::bullets(links);
}

ui::Html nil_form(web::Visit& visit, const List& list)
{
    const auto words = list.lines.empty() ? std::string{"Nobody works here now"} : std::string{"Nothing has changed for anyone"};
    return visit.in_form({.action = "/staff/nil-return", .id = "nil"},
                         for_field(list) + ui::button({.text = words, .classes = "govuk-button--secondary", .prevent_double_click = true}));
}

}  // namespace

web::Response several_page(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto list = list_of(visit, desk);
    if (!list) return choose_organisation(visit, "Change several people", "/staff/several");
    const auto step = several_step(visit, desk, **list);
    if ((*list)->lines.size() > longest_list) return visit.page(step.parts, too_long(**list));
    if ((*list)->lines.empty()) return visit.page(step.parts, ui::empty_state({.text = "Nobody works here today.", .link_text = "Add a person", .href = "/staff/new"}));
    return visit.page(step.parts, visit.in_form({.action = step.action, .id = "upkeep"}, step.content()));
}

web::Response change_several(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto list = list_of(visit, desk);
    if (!list) return visit.problem(list.error());
    const auto rows = several_rows(visit, **list, *desk.packs);
    return walk(visit, desk, {(*list)->organisation, {"Several changed by hand", staff_return_of(rows)}, returns::Source::form}, several_step(visit, desk, **list));
}

web::Response confirm_page(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto list = list_of(visit, desk);
    if (!list) return choose_organisation(visit, "Is this still right?", "/staff/confirm");
    const auto step = confirming_step(visit, **list);
    if ((*list)->lines.size() > longest_list) {
        return visit.page(step.parts, too_long(**list) + ui::paragraph("Where nothing has changed since its last return, say so: it counts as a return.") + nil_form(visit, **list));
    }
    auto content = ui::paragraph((*list)->lines.empty() ? "Kith holds nobody who works here today." : "Kith holds " +
                                 counted(static_cast<std::int64_t>((*list)->lines.size()), "job") + " that run today. Going through them counts as a return.");
    content += nil_form(visit, **list);
    if ((*list)->lines.empty()) return visit.page(step.parts, content + ui::paragraph(ui::link("Add a person", "/staff/new")));
    return visit.page(step.parts, content + visit.in_form({.action = step.action, .id = "upkeep"}, step.content()));
}

web::Response confirm_list(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto list = list_of(visit, desk);
    if (!list) return visit.problem(list.error());
    const auto rows = confirmed_rows(visit, **list);
    const auto to_change = still_to_change(visit, **list);
    auto answer = walk(visit, desk, {(*list)->organisation, {"List confirmed", staff_return_of(rows)}, returns::Source::confirmation}, confirming_step(visit, **list));
    constexpr int see_other = 303;
    if (answer.status != see_other || to_change.empty()) return answer;
    auto parts = parts_of(**list, "The list is confirmed");
    return visit.page(parts, to_change);
}

web::Response hand_in_nil(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto list = list_of(visit, desk);
    if (!list) return visit.problem(list.error());
    const returns::File file{"Nil return", {}};
    const auto entered = returns::enter_nil(visit.writer(), *desk.returns, {.file = file, .kind = "staff", .organisation = (*list)->organisation.id,
                                            .by = {.account = visit.viewer.account, .words = visit.viewer.name}, .now = visit.now(), .mapping = {},
                                            .speaks = {}, .source = returns::Source::nothing});
    if (!entered) return visit.problem(entered.error());
    visit.writer().commit();
    return visit.redirect("/returns/" + entered->public_id.text(), "Your nil return is recorded");
}

}  // namespace kith::upkeep
