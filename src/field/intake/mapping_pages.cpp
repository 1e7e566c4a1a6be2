// Saying what the columns of a handed-in extract mean: one form, looked at as often as wanted, then saved.
#include "intake/mapping_pages.hpp"

#include "access/read_log.hpp"
#include "base/text.hpp"
#include "db/change_set.hpp"
#include "files/xlsx_reader.hpp"
#include "files/zip_package.hpp"
#include "intake/mapped_kind.hpp"
#include "intake/mapping_views.hpp"
#include "intake/staff_return_kind.hpp"
#include "partnership/organisation_register.hpp"
#include "returns/file_access.hpp"
#include "returns/return_jobs.hpp"
#include "returns/return_register.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kith::intake {
namespace {
constexpr std::size_t rows_previewed = 2'000;

std::string path_of(const returns::HandedIn& handed_in) { return "/returns/" + handed_in.public_id.text(); }

web::PageParts parts_of(const returns::HandedIn& handed_in)
{
    return {.title = "Say what the columns mean", .back = path_of(handed_in), .nav = "/returns", .wide = true};
}

/// The return asked for, its file read, and what it is held against.
struct Bench {
    returns::HandedIn handed_in;
    returns::File file;
    std::vector<std::string> sheets;  ///< of a workbook: those that are not hidden
    std::size_t sheet = 0;            ///< the one asked for, from 1; 0: none was
    files::CsvTable table;
    std::shared_ptr<const Surroundings> surroundings;
    bool shows_values = false;        ///< the viewer may have the file, so they are shown what stands in it
};

std::vector<std::string> sheets_of(const std::string& bytes)
{
    std::vector<std::string> names;
    if (!files::is_zip(bytes)) return names;
    const auto workbook = files::XlsxWorkbook::open(bytes);
    if (!workbook) return names;
    for (const auto& sheet : workbook->sheets())
        if (!sheet.hidden) names.push_back(sheet.name);
    return names;
}

/// Sheets stand in addresses by their number: what they are called is the file's own.
std::size_t sheet_asked_for(web::Visit& visit, std::size_t sheets)
{
    const auto text = visit.request.query("sheet").empty() ? visit.form().text("sheet") : std::string{visit.request.query("sheet")};
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number <= sheets ? number : 0;
}

Result<Bench> bench_of(web::Visit& visit, const Sources& sources)
{
    const auto id = visit.public_id("return");
    if (!id) return std::unexpected(id.error());
    auto handed_in = returns::find_handed_in(visit.reader(), *id, visit.reach());
    if (!handed_in) return std::unexpected(handed_in.error());
    if (handed_in->kind != "extract") return not_found("Mapping of this return");
    auto file = returns::file_of(visit.reader(), *handed_in);
    auto sheets = sheets_of(file.bytes);
    const auto sheet = sheet_asked_for(visit, sheets.size());
    auto table = sheet == 0 ? read_extract(file.bytes, mappings_of(visit.reader(), handed_in->organisation))
                            : files::Table::read(file.bytes, {.limits = {}, .wanted = {}, .sheet = sheets[sheet - 1]});
    if (!table) return std::unexpected(Problem{ProblemKind::conflict, {}, file.bytes.empty() ? "The file is no longer held, so its columns cannot be shown" : table.error().message});
    auto surroundings = surroundings_of(*sources.packs, returns::Handed{.file = file, .beside = {}, .organisation = handed_in->organisation, .today = visit.today(),
                                                                        .reader = visit.reader()});
    const bool shows_values = returns::may_have_file(visit.viewer, *handed_in, returns::find_kind(sources.desk->kinds, handed_in->kind));
    return Bench{std::move(*handed_in), std::move(file), std::move(sheets), sheet, std::move(*table), std::move(surroundings), shows_values};
}

/// The mapping that a look at this return begins from: the one that read it, else the nearest of its organisation.
std::optional<ColumnMapping> base_for(web::Visit& visit, const Bench& bench)
{
    auto mappings = mappings_of(visit.reader(), bench.handed_in.organisation);
    const auto id = bench.handed_in.mapping.substr(0, bench.handed_in.mapping.find('/'));
    for (auto& mapping : mappings)
        if (!id.empty() && mapping.public_id.text() == id) return std::move(mapping);
    if (visit.request.query("from") == "new" || visit.form().text("base") == "none") return std::nullopt;
    const auto found = nearest(mappings, header_of(bench.table));
    return found.mapping == nullptr ? std::nullopt : std::optional{*found.mapping};
}

std::vector<Beginning> beginnings(web::Visit& visit, const Bench& bench, const std::vector<ColumnMapping>& layouts)
{
    std::vector<Beginning> all;
    const auto header = header_of(bench.table);
    for (const auto& layout : layouts) {
        const auto shared = change_of_header(layout, header).shared;
        if (shared * 2 < header.size() || layout.organisation == bench.handed_in.organisation) continue;
        auto owner = layout.organisation ? partnership::find_organisation(visit.reader(), *layout.organisation) : Result<partnership::Organisation>{not_found("Organisation")};
        all.push_back({fmt::format("{} has told Kith about a layout with {} of these {}", owner ? owner->name : std::string{"The partnership"}, shared,
                                   counted(static_cast<std::int64_t>(header.size()), "column")),
                       path_of(bench.handed_in) + "/mapping?from=" + layout.public_id.text() + (bench.sheet == 0 ? "" : "&sheet=" + std::to_string(bench.sheet))});
        constexpr std::size_t most = 5;
        if (all.size() == most) break;
    }
    return all;
}

/// The name that a new mapping is offered: the file's, without its ending and its day.
std::string name_from(std::string_view file_name)
{
    std::string name{file_name.substr(0, file_name.rfind('.'))};
    std::ranges::replace_if(name, [](char c) { return c == '_' || c == '-' || (c >= '0' && c <= '9'); }, ' ');
    std::string words{trimmed(folded(name))};
    if (words.empty()) return "Staff extract";
    if (words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return std::string{clipped(words, 60)};
}

struct Said {
    MappingDraft draft;
    std::vector<Beginning> beginnings;
};

Said begin(web::Visit& visit, const Bench& bench)
{
    auto base = base_for(visit, bench);
    Said said;
    std::optional<ColumnMapping> layout;
    if (!base) {
        const auto layouts = all_layouts(visit.reader());
        said.beginnings = beginnings(visit, bench, layouts);
        const auto from = visit.request.query("from").empty() ? visit.form().text("from") : std::string{visit.request.query("from")};
        for (const auto& other : layouts)
            if (other.public_id.text() == from) layout = layout_of(other);
    }
    said.draft = begin_draft(bench.table, *bench.surroundings, std::move(base), layout, name_from(bench.handed_in.file_name));
    return said;
}

/// The audit of reads has to know that a person saw the first rows of a file of staff.
void record_read(web::Visit& visit, const Bench& bench, std::int64_t rows)
{
    if (visit.house.reads == nullptr || rows == 0) return;
    access::ReadEntry entry{.account = visit.viewer.account, .at = visit.now(), .kind = access::ReadKind::page, .route = visit.route().pattern, .count = rows, .purpose = "return"};
    entry.organisations = returns::organisations_of(visit.reader(), bench.handed_in);
    visit.house.reads->record(std::move(entry));
}

ui::Html hidden(std::string name, std::string value) { return ui::element("input", {{"type", "hidden"}, {"name", std::move(name)}, {"value", std::move(value)}}); }

/// Which sheet of a workbook is looked at, and the others.
ui::Html sheet_choice(const Bench& bench)
{
    if (bench.sheets.size() < 2) return {};
    std::vector<ui::Content> others;
    for (std::size_t at = 0; at < bench.sheets.size(); ++at)
        if (bench.sheets[at] != bench.table.origin().sheet)
            others.emplace_back(ui::link("Look at the sheet " + bench.sheets[at], path_of(bench.handed_in) + "/mapping?from=new&sheet=" + std::to_string(at + 1)));
    return ui::paragraph("This workbook has " + counted(static_cast<std::int64_t>(bench.sheets.size()), "sheet") + ". Kith looks at the sheet " + bench.table.origin().sheet + ".") + ui::bullets(others);
}

/// The whole page: form, and the preview of what stands in it. Takes the table away: the preview reads it.
ui::Html content_of(web::Visit& visit, Bench& bench, const Said& said, bool warns_of_unsaid = false)
{
    const auto rows = static_cast<std::int64_t>(bench.table.rows());
    const auto sheets = sheet_choice(bench);  // before the table is taken away
    const MappingPage page{.draft = said.draft, .surroundings = *bench.surroundings, .rows = rows, .beginnings = said.beginnings,
                           .error = [&](const std::string& field) { return visit.form().error(field); }, .warns_of_unsaid = warns_of_unsaid, .shows_values = bench.shows_values};
    auto inside = mapping_columns(page) + mapping_values(page) + mapping_constants(page);
    if (bench.shows_values) inside += ui::button({.text = "Show what Kith makes of it", .name = "do", .value = "show", .classes = "govuk-button--secondary"});
    // A column taken for what it is not would show its values as something else: nothing is previewed until the form is whole.
    if (bench.shows_values && !visit.form().has_problems()) {
        const auto compiled = compile(said.draft.mapping(), said.draft.targets, header_of(bench.table), visit.today());
        const auto check = check_mapped(bench.handed_in.file_name, std::move(bench.table), *compiled, *bench.surroundings, rows_previewed);
        inside += mapping_preview({.check = check, .draft = said.draft, .rows = rows});
    }
    inside += hidden("base", said.draft.base ? reference_of(*said.draft.base) : "none");
    inside += hidden("from", visit.request.query("from").empty() ? visit.form().text("from") : std::string{visit.request.query("from")});
    if (bench.sheet != 0) inside += hidden("sheet", std::to_string(bench.sheet));
    inside += mapping_end(page);
    record_read(visit, bench, bench.shows_values ? std::min<std::int64_t>(rows, 5) : 0);
    return mapping_introduction(page) + sheets + visit.in_form({.action = path_of(bench.handed_in) + "/mapping", .id = "mapping"}, std::move(inside));
}

/// Keeps the mapping: the next version of the one it changes, or a new one.
Result<ColumnMapping> kept(web::Visit& visit, const Bench& bench, const MappingDraft& draft)
{
    auto mapping = draft.mapping();
    if (draft.base && visit.form().text("base") != reference_of(*draft.base))
        return conflict("Someone else has changed this mapping since you opened it. Look at it as it is now, then make your change");
    if (draft.base && mapping == *draft.base) return mapping;
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(),
                          draft.base ? "Mapping of an extract changed" : "Mapping of an extract added", {}};
    if (draft.base) return change(changes, std::move(mapping));
    mapping.organisation = bench.handed_in.organisation;
    return add(changes, std::move(mapping), visit.now());
}

web::Response saved(web::Visit& visit, const Sources& sources, const Bench& bench, const ColumnMapping& mapping)
{
    auto handed_in = returns::find_handed_in(visit.writer(), bench.handed_in.public_id, visit.reach());
    if (!handed_in) return visit.problem(handed_in.error());
    const bool may_check = returns::after(handed_in->state, returns::Step::check).has_value() && !returns::is_moving(handed_in->state);
    if (!may_check) {
        visit.writer().commit();
        return visit.redirect(path_of(mapping), "Saved. Files handed in from now on are read by it");
    }
    auto stands = returns::ask_to_check_by(visit.writer(), *handed_in, reference_of(mapping), {.account = visit.viewer.account, .words = visit.viewer.name}, visit.now());
    if (stands) stands = returns::enqueue(*visit.house.queue, visit.writer(), *sources.desk, *stands, returns::check_job, visit.viewer.account);
    if (!stands) return visit.problem(stands.error());
    visit.writer().commit();
    return visit.redirect(path_of(*stands), "Kith knows this layout now, and checks the file");
}
}  // namespace

web::Response say_columns(web::Visit& visit, const Sources& sources)
{
    auto bench = bench_of(visit, sources);
    if (!bench) return visit.problem(bench.error());
    const auto said = begin(visit, *bench);
    auto content = content_of(visit, *bench, said);
    return visit.page(parts_of(bench->handed_in), std::move(content));
}

web::Response take_columns_said(web::Visit& visit, const Sources& sources)
{
    auto bench = bench_of(visit, sources);
    if (!bench) return visit.problem(bench.error());
    auto said = begin(visit, *bench);
    take_answers(said.draft, bench->table, *bench->surroundings, [&](const std::string& field) -> std::optional<std::string> {
        return visit.form().has(field) ? std::optional{visit.form().text(field)} : std::nullopt;
    });
    const auto does = visit.form().text("do");
    const bool saves = does == "save" || does == "save_anyway";
    for (auto& problem : problems_of(said.draft))
        if (saves || problem.field != "name") visit.form().add(std::move(problem));
    const bool warns = does == "save" && !visit.form().has_problems() && !said.draft.without_code().empty();
    if (saves && !warns && !visit.form().has_problems()) {
        auto mapping = kept(visit, *bench, said.draft);
        if (mapping) return saved(visit, sources, *bench, *mapping);
        if (mapping.error().field.empty()) return visit.problem(mapping.error());
        visit.form().add(mapping.error());
    }
    auto content = content_of(visit, *bench, said, warns);
    if (saves && !warns) return visit.try_again(parts_of(bench->handed_in), std::move(content));
    return visit.page(parts_of(bench->handed_in), std::move(content));
}

}  // namespace kith::intake
