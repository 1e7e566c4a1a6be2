#include "profile/child_population_pages.hpp"

#include "base/text.hpp"
#include "partnership/organisation_register.hpp"
#include "profile/child_population_register.hpp"
#include "profile/child_population_views.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace kith::profile {
namespace {

constexpr const char* path = "/child-population";
constexpr const char* reason = "How many children live where";

struct Places {
    std::vector<partnership::Locality> localities;
    ChildPopulationPlaces named;
    LocalityNames names;
    std::map<partnership::LocalityId, std::string> codes;
};

Places places_of(web::Visit& visit)
{
    Places places{.localities = partnership::all_localities(visit.reader()), .named = {}, .names = {}, .codes = {}};
    places.named = places_named(places.localities, visit.today());
    for (const auto& locality : places.localities) {
        places.names.emplace(locality.id, locality.name);
        places.codes.emplace(locality.id, locality.code);
    }
    return places;
}

std::string in_quotes(std::string_view text)
{
    std::string cell{"\""};
    for (const char letter : text) cell += letter == '"' ? std::string{"\"\""} : std::string{letter};
    return cell + '"';
}

/// The rows that can be taken, as a file of them: what the page sends back when they are.
std::string rows_of(const ChildPopulationFile& file, const Places& places)
{
    auto text = child_population_template();
    for (const auto& count : file.taken) {
        text += fmt::format("{},{},{},{},{},{}\r\n", count.locality ? in_quotes(places.codes.at(*count.locality)) : std::string{}, code_of(count.characteristic), count.code, count.children, in_quotes(count.source), count.as_of.uk());
    }
    return text;
}

Result<files::Table> table_of(std::string bytes)
{
    auto table = files::Table::read(std::move(bytes), {.limits = {}, .wanted = is_child_population_file, .sheet = {}});
    if (!table) return unacceptable("file", table.error().message);
    if (!is_child_population_file(*table)) return unacceptable("file", "The file lacks a column. It needs " + std::string{trimmed(child_population_template())});
    return table;
}

Result<files::Table> uploaded(const web::Form& form)
{
    const auto* file = form.file("file");
    if (file == nullptr || file->is_empty()) return unacceptable("file", "Select the file of children");
    std::ifstream stream{file->path(), std::ios::binary};
    return table_of({std::istreambuf_iterator<char>{stream}, {}});
}

web::PageParts parts()
{
    return {.title = "Children who live here", .breadcrumbs = {{"Workforce profile", "/profile"}}, .nav = "/profile"};
}

ui::Html file_form(web::Visit& visit)
{
    auto fields = ui::file_upload({.name = "file", .label = {.text = "File of children", .classes = "govuk-label--m"},
                                   .hint = {.text = "An Excel workbook (.xlsx) or a CSV file with the columns locality (its code; empty for the whole area), characteristic (age, sex, ethnicity or disability), code, children, source and as_of (the day that the number is of). Names of localities and groups will do too"},
                                   .error_message = {.text = visit.form().error("file").value_or("")}, .attributes = {{"accept", ".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}}});
    return visit.in_form({.action = path, .multipart = true}, fields + ui::button({.text = "Check the file", .prevent_double_click = true}));
}

/// How to hand in others, for those who may.
ui::Html handing_in(web::Visit& visit, const Sources& sources, const Places& places)
{
    if (!visit.may(access::Permission::manage_organisations)) return {};
    return ui::not_in_print(ui::heading(2, "Hand in other numbers", "m") + file_form(visit)
                            + ui::paragraph(ui::link("A file to fill in (CSV)", std::string{path} + "/template.csv") + ui::text(", with a row for each place and group. Rows without a number are passed over."))
                            + codes_to_use(places.localities, *sources.packs)
                            + ui::paragraph(ui::text("Numbers that the file does not name stay as they are. What was taken can be undone at “") + ui::link("Changes made by hand", "/organisations/changes") + ui::text("”.")));
}

ui::Html held_and_form(web::Visit& visit, const Sources& sources)
{
    const auto counts = child_counts(visit.reader());
    const auto places = places_of(visit);
    auto content = ui::paragraph("The workforce is held against these numbers: is it like the children it serves? They are published ones, and no child stands in them.");
    content += handing_in(visit, sources, places);
    if (counts.empty()) return content + ui::paragraph("None are held yet.");
    return content + ui::heading(2, "Numbers held", "m") + totals_remarked_on(counts, places.names) + counts_held(counts, places.names, *sources.packs);
}

std::string in_words(const ChildPopulationFile& file, const ChildPopulationPlan& plan)
{
    return fmt::format("{}: {} new, {} changed, {} as held, {} left out.", counted(file.rows, "row"), plan.added.size(), plan.changed.size(), plan.unchanged, file.rows - static_cast<std::int64_t>(file.taken.size()));
}

}  // namespace

web::Response show_child_population(web::Visit& visit, const Sources& sources)
{
    return visit.page(parts(), held_and_form(visit, sources));
}

web::Response child_population_template_file(web::Visit& visit, const Sources& sources)
{
    return web::Response::file("children.csv", "text/csv; charset=utf-8", child_population_form(*sources.packs, partnership::all_localities(visit.reader())));
}

web::Response check_child_population(web::Visit& visit, const Sources& sources)
{
    const auto table = uploaded(visit.form());
    if (!table) {
        visit.form().add(table.error());
        return visit.try_again(parts(), held_and_form(visit, sources));
    }
    const auto places = places_of(visit);
    const auto file = read_child_population(*table, *sources.packs, places.named);
    const auto held = child_counts(visit.reader());
    const auto plan = plan_for(file, held);
    auto content = ui::paragraph(in_words(file, plan), "govuk-body-l") + findings_by_line(file) + what_would_change(plan, held, places.names, *sources.packs);
    content += totals_remarked_on(held_after(held, plan), places.names);
    if (leaves_the_area(held, plan)) content += ui::inset_text({.text = "The numbers of the whole area stay as they are: they are no sum of its localities. Hand them in too where they should change."});
    if (plan.added.empty() && plan.changed.empty()) {
        content += ui::paragraph("There is nothing to take.") + ui::paragraph(ui::link("Back to the children who live here", path));
    } else {
        const auto rows = ui::element("input", {{"type", "hidden"}, {"name", "rows"}, {"value", rows_of(file, places)}});
        content += visit.in_form({.action = std::string{path} + "/take"}, rows + ui::button({.text = "Take these numbers", .prevent_double_click = true}));
    }
    return visit.page({.title = "Check of a file of children", .back = path, .nav = "/profile"}, std::move(content));
}

web::Response take_child_population(web::Visit& visit, const Sources& sources)
{
    const auto table = table_of(visit.form().text("rows"));
    if (!table) return visit.problem(table.error());
    const auto file = read_child_population(*table, *sources.packs, places_of(visit).named);
    if (!file.findings.empty()) return visit.problem({ProblemKind::conflict, "", "Something that the file names has changed since it was checked. Check it again"});
    const auto plan = plan_for(file, child_counts(visit.writer()));
    if (plan.added.empty() && plan.changed.empty()) return visit.redirect(path, "Nothing had to change");
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), reason};
    const auto written = apply(changes, plan, visit.now());
    visit.writer().commit();
    return visit.redirect(path, fmt::format("{} taken", counted(written, "number")));
}

}  // namespace kith::profile
