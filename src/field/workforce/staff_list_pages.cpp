// Handlers of the staff list, its search and its file.
#include "workforce/staff_pages.hpp"

#include "access/read_log.hpp"
#include "base/text.hpp"
#include "partnership/organisation_register.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"
#include "web/way_back.hpp"
#include "workforce/ask_through_register.hpp"
#include "workforce/question_register.hpp"
#include "workforce/question_pages.hpp"
#include "workforce/record_words.hpp"
#include "workforce/staff_export.hpp"
#include "workforce/staff_list_views.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace kith::workforce {

namespace {

using access::Permission;
using access::ReadKind;

/// Who is listed: everyone whose record is held, or those whom the question counts on its day.
struct Listed {
    std::shared_ptr<const Snapshot> snapshot;
    Names names;
    HeadCountQuestion question;
    web::Form form;
    web::Address address{"/staff"};
    tally::Query query;
    bool working = false;
};

ui::Html search_form(web::Visit& visit, const std::string& search)
{
    if (!visit.may(Permission::search_staff)) return {};
    return visit.in_form({.action = "/staff/search", .id = "search-form"}, search_fields(search));
}

web::PageParts list_parts(std::string title)
{
    return {.title = std::move(title), .nav = "/staff", .wide = true};
}

Listed ask(web::Visit& visit, const Sources& sources)
{
    auto snapshot = sources.feed->up_to_date(visit.reader());
    Listed listed{.snapshot = snapshot, .names = {*sources.packs, localities_for(visit.reach(), partnership::all_localities(visit.reader())), organisations_for(visit, snapshot->table)},
                  .question = {}, .form = web::Form{visit.request.target.query, {}}, .query = {}};
    listed.question = understood_or_said(question_of(visit, listed.form), listed.names, snapshot->table, listed.form);
    listed.working = listed.question.is_narrowed() || listed.question.on != visit.today() || visit.request.query("who") == "working";
    if (listed.working) listed.address = rows_address(listed.question, visit.today());
    fill_day(listed.form, listed.question.on);
    listed.query = query_of(listed.question, listed.names, snapshot->table, visit.reach());
    return listed;
}

/// Of those counted, those within reach today: someone with a locality reaches who works there now, whatever day they ask about.
std::vector<std::int64_t> within_reach_today(const web::Visit& visit, const access::Reach& reach, const tally::Table& table, std::vector<std::int64_t> people)
{
    if (reach.localities().empty()) return people;
    const auto today = tally::records_counted(table, {.on = visit.today(), .scope = scope_of(reach, table), .filters = {}, .by = {}});
    std::erase_if(people, [&](auto person) { return !std::ranges::binary_search(today, person); });
    return people;
}

StaffPage page_of(web::Visit& visit, const Listed& listed, int number, int a_page)
{
    if (!listed.working) return list_staff(visit.reader(), whose_records(visit), {}, visit.today(), number, a_page);
    const auto people = within_reach_today(visit, visit.reach(), listed.snapshot->table, tally::records_counted(listed.snapshot->table, listed.query));
    return list_people(visit.reader(), visit.reach(), people, visit.today(), number, a_page);
}

/// What each person of the page does on the day, as far as the question counts it.
std::unordered_map<StaffRecordId, std::vector<WorkShown>> work_of(web::Visit& visit, const packs::Packs& packs, const tally::Table& table, const tally::Query& query,
                                                                  const StaffPage& page)
{
    std::vector<std::int64_t> people;
    for (const auto& line : page.lines) people.push_back(line.id.value());
    const auto rows = tally::rows_counted(table, query, people);
    std::vector<std::int64_t> settings;
    auto setting_of = [&](const tally::Stretch& row) {
        const auto& text = table.dictionary(tally::Column::setting).text(row.codes[place_of(tally::Column::setting)]);
        return text.empty() ? std::int64_t{0} : std::stoll(text);
    };
    for (auto row : rows) settings.push_back(setting_of(table.row(row)));
    const auto setting_names = load_setting_names(visit.reader(), settings);
    const Names names{packs, {}, {}};
    std::unordered_map<StaffRecordId, std::vector<WorkShown>> work;
    for (auto place : rows) {
        const auto row = table.row(place);
        const auto setting = setting_names.find(setting_of(row));
        work[StaffRecordId{row.record}].push_back({.role = label_of(tally::Column::role, table.dictionary(tally::Column::role).text(row.codes[place_of(tally::Column::role)]), names),
                                                   .setting = setting == setting_names.end() ? std::string{} : setting->second,
                                                   .fte = row.fte() ? row.fte()->text() : std::string{}});
    }
    return work;
}

/// The managers of those on the page, each added to `read`.
std::unordered_map<StaffRecordId, AskThrough> managers_of_page(web::Visit& visit, const access::Reach& reach, const StaffPage& page, Date on, std::vector<StaffLine>& read)
{
    std::vector<StaffRecordId> records;
    for (const auto& line : page.lines) records.push_back(line.id);
    auto managers = managers_of(visit.reader(), reach, records, on, visit.today());
    for (const auto& [record, who] : managers) {
        if (std::ranges::find(read, who.id, &StaffLine::id) == read.end()) read.push_back({.id = who.id, .public_id = who.public_id, .organisation = who.organisation, .organisation_name = {}, .reference = {}, .given_name = {}, .family_name = {}});
    }
    return managers;
}

/// What each person of the page holds and through whom to ask for them. Managers named are added to `read`.
std::vector<ListColumn> asking_columns(web::Visit& visit, const access::Reach& reach, const StaffPage& page, Date on, const Asking& asking, std::vector<StaffLine>& read)
{
    const auto managers = managers_of_page(visit, reach, page, on, read);
    ListColumn held{.heading = asking.held_heading, .cells = {}}, through{.heading = "Ask through", .cells = {}};
    for (const auto& line : page.lines) {
        held.cells.emplace(line.id, ui::text(asking.held(line.id.value())));
        const auto manager = managers.find(line.id);
        if (manager == managers.end()) {
            through.cells.emplace(line.id, asking.to_ring(line.id.value()));
            continue;
        }
        const auto& who = manager->second;
        through.cells.emplace(line.id, ui::link(who.name, "/staff/" + who.public_id.text()) + ui::text(", manager") + ui::element("br", ui::Content{}) + asking.to_ring(line.id.value()));
    }
    return {std::move(held), std::move(through)};
}

std::string sums_of(const tally::Counts& counts)
{
    auto words = counted(counts.engagements, "engagement", "engagements") + ", " + counts.fte.fixed() + " full-time equivalent";
    if (counts.fte_unknown > 0) words += "; " + counted(counts.fte_unknown, "engagement reports", "engagements report") + " no FTE";
    return words + ".";
}

}  // namespace

void record_read(web::Visit& visit, ReadKind kind, const std::vector<StaffLine>& lines, std::string purpose)
{
    if (visit.house.reads == nullptr) return;
    access::ReadEntry entry{.account = visit.viewer.account, .at = visit.now(), .kind = kind, .route = visit.route().pattern, .organisations = {},
                            .staff_records = {}, .count = static_cast<std::int64_t>(lines.size()), .purpose = std::move(purpose)};
    std::set<OrganisationId> organisations;
    for (const auto& line : lines) {
        organisations.insert(line.organisation);
        entry.staff_records.push_back(line.public_id.text());
    }
    entry.organisations.assign(organisations.begin(), organisations.end());
    kind == ReadKind::export_file ? visit.house.reads->record_at_once(std::move(entry)) : visit.house.reads->record(std::move(entry));
}

web::Response list_staff_page(web::Visit& visit, const Sources& sources)
{
    const auto listed = ask(visit, sources);
    const auto& table = listed.snapshot->table;
    const auto page = page_of(visit, listed, web::page_number_in(visit.request), staff_a_page);
    record_read(visit, ReadKind::page, page.lines, listed.working ? "rows behind a figure" : "");
    StaffListView view{.page = page, .address = listed.address, .search_form = search_form(visit, {}),
                       .panel = question_panel({.question = listed.question, .names = listed.names, .table = table, .form = listed.form, .address = listed.address,
                                                .today = visit.today(), .side_by_side = false, .hidden = {{"who", "working"}}}),
                       .work = work_of(visit, *sources.packs, table, listed.query, page), .on = listed.question.on, .may_export = visit.may(Permission::export_staff)};
    if (listed.working) {
        const auto total = tally::count(table, listed.query).total;
        view.answer = sentence(listed.question, {.total = total}, listed.names, visit.today());
        view.sums = sums_of(total);
        view.beyond = total.records - page.total;
    }
    auto parts = list_parts("Staff");
    if (listed.working) parts.filters = in_words(listed.question, listed.names);
    if (!listed.form.has_problems()) return visit.page(parts, upkeep_buttons(visit, sources, {}, nullptr) + staff_list(view));
    for (const auto& problem : listed.form.problems()) visit.form().add(problem);
    return visit.try_again(parts, staff_list(view));
}

ui::Html list_behind_figure(web::Visit& visit, const packs::Packs& packs, const Snapshot& snapshot, const tally::Query& query, const std::vector<std::int64_t>& records,
                            const web::Address& address, const Asking* asking)
{
    const auto reach = visit.reach(Permission::see_staff);
    const auto people = within_reach_today(visit, reach, snapshot.table, records);
    const auto page = list_people(visit.reader(), reach, people, visit.today(), web::page_number_in(visit.request), staff_a_page);
    StaffListView view{.page = page, .address = address, .answer = counted(static_cast<std::int64_t>(records.size()), "member of staff", "staff") + ".",
                       .beyond = static_cast<std::int64_t>(records.size()) - page.total, .work = work_of(visit, packs, snapshot.table, query, page), .on = query.on};
    auto read = page.lines;
    if (asking != nullptr) view.more = asking_columns(visit, reach, page, query.on, *asking, read);
    record_read(visit, ReadKind::page, read, "rows behind a figure");
    return staff_list(view);
}

PeopleBehindFigure people_behind_figure(web::Visit& visit, const packs::Packs& packs, const Snapshot& snapshot, const tally::Query& query, const std::vector<std::int64_t>& records,
                                        bool with_managers)
{
    const auto reach = visit.reach(Permission::see_staff);
    const auto within = within_reach_today(visit, reach, snapshot.table, records);
    const auto page = list_people(visit.reader(), reach, within, visit.today(), web::page_number_in(visit.request), staff_a_page);
    const auto work = work_of(visit, packs, snapshot.table, query, page);
    auto read = page.lines;
    const auto managers = with_managers ? managers_of_page(visit, reach, page, query.on, read) : std::unordered_map<StaffRecordId, AskThrough>{};
    PeopleBehindFigure behind{.people = {}, .total = page.total, .beyond = static_cast<std::int64_t>(records.size()) - page.total, .page = page.page, .pages = page.pages};
    for (const auto& line : page.lines) {
        BehindFigure person{.record = line.id.value(), .public_id = line.public_id, .name = list_name(line), .reference = line.reference, .organisation = line.organisation_name, .work = {}, .manager = {}, .manager_id = {}};
        if (const auto done = work.find(line.id); done != work.end()) {
            for (const auto& one : done->second) person.work.push_back({one.role, one.setting, one.fte});
        }
        if (const auto manager = managers.find(line.id); manager != managers.end()) {
            person.manager = manager->second.name;
            person.manager_id = manager->second.public_id;
        }
        behind.people.push_back(std::move(person));
    }
    record_read(visit, ReadKind::page, read, "rows behind a figure");
    return behind;
}

web::Response show_search(web::Visit& visit, const Sources&)
{
    const bool forgotten = !visit.request.query(web::shown_name).empty();
    const auto words = forgotten ? ui::paragraph("What you searched for is no longer kept. Search again.") : ui::Html{};
    return visit.page(list_parts("Search staff"), ui::two_thirds(words + search_form(visit, {})));
}

web::Response search_staff_page(web::Visit& visit, const Sources& sources)
{
    const auto search = std::string{clipped(visit.form().text("search"), 100)};
    if (search.empty()) {
        visit.form().add({ProblemKind::unacceptable, "search", "Enter a name or a staff reference"});
        return visit.try_again(list_parts("Search staff"), ui::two_thirds(search_form(visit, {})));
    }
    const auto page = list_staff(visit.reader(), whose_records(visit), {.search = search, .organisation = {}}, visit.today(), 1);
    record_read(visit, ReadKind::search, page.lines, "search by name or reference");
    const auto snapshot = sources.feed->up_to_date(visit.reader());
    const tally::Query today{.on = visit.today(), .scope = scope_of(visit.reach(), snapshot->table), .filters = {}, .by = {}};
    return visit.page(list_parts("Search staff"), staff_list({.page = page, .address = web::Address{"/staff"}, .search = search, .search_form = search_form(visit, search),
                                                              .work = work_of(visit, *sources.packs, snapshot->table, today, page), .on = visit.today()}));
}

web::Response export_staff(web::Visit& visit, const Sources& sources)
{
    const auto listed = ask(visit, sources);
    if (listed.form.has_problems()) return visit.problem(listed.form.problems().front());
    const auto whose = whose_records(visit);
    const auto settings = partnership::all_settings(visit.reader());
    const auto localities = partnership::all_localities(visit.reader());
    const auto words = record_words(*sources.packs, settings, localities);
    StaffExport file{visit.viewer, whose, words, settings, visit.today()};
    std::vector<StaffLine> all;
    for (int number = 1;; ++number) {
        auto page = page_of(visit, listed, number, staff_an_export);
        file.add(visit.reader(), page.lines);
        std::ranges::move(page.lines, std::back_inserter(all));
        if (number >= page.pages) break;
    }
    record_read(visit, ReadKind::export_file, all, "");
    return web::Response::file("staff.csv", "text/csv; charset=utf-8", std::move(file).text());
}

}  // namespace kith::workforce
