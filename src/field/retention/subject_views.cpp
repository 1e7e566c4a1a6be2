// What is held about someone, and erasing it, as markup.
#include "base/text.hpp"
#include "retention/retention_views.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/layout.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "workforce/full_name.hpp"

namespace kith::retention {

namespace {

ui::Html version_card(const VersionShown& version, std::string title)
{
    ui::SummaryList list{.rows = {}, .card = {.title = {.text = std::move(title), .heading_level = 3}}};
    for (const auto& fact : version.facts) list.rows.push_back({.key = {.text = fact.name}, .value = {.text = fact.value}});
    list.rows.push_back({.key = {.text = "Recorded"}, .value = {.text = version.made}});
    if (!version.superseded.empty()) list.rows.push_back({.key = {.text = "Until"}, .value = {.text = version.superseded}});
    return ui::summary_list(list);
}

/// What a version is called; where nothing tells it from others, by its place among them.
std::string title_of(const VersionShown& version, std::string_view otherwise, std::size_t place, std::size_t all)
{
    if (!version.title.empty()) return version.title;
    return std::string{otherwise} + (all > 1 ? ", " + std::to_string(place + 1) + " of " + std::to_string(all) : "");
}

/// Many small things, a line each: what the title says already is left out of the details.
ui::Html lines_table(const std::vector<VersionShown>& versions, std::string caption)
{
    ui::Table table{.head = {{.text = "What"}, {.text = "Details"}, {.text = "Recorded"}}, .caption = std::move(caption), .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    for (const auto& version : versions) {
        std::vector<std::string> details;
        for (const auto& fact : version.facts)
            if (fact.name != column_title("kind") && fact.name != column_title("code")) details.push_back(fact.name + ": " + fact.value);
        table.rows.push_back({{.text = version.title}, {.text = joined(details, "; ")}, {.text = version.made + (version.superseded.empty() ? "" : ", until " + version.superseded)}});
    }
    return ui::scrollable_table(table);
}

ui::Html section(const SectionShown& shown)
{
    auto html = ui::heading(2, shown.title, "m");
    if (shown.id == "staff_fact") {
        html += shown.now.empty() ? ui::paragraph("Nothing is held now.") : lines_table(shown.now, shown.title);
        if (!shown.before.empty()) html += ui::heading(3, "As it was held before", "s") + lines_table(shown.before, shown.title + ", before");
        return html;
    }
    for (std::size_t place = 0; place < shown.now.size(); ++place) html += version_card(shown.now[place], title_of(shown.now[place], "As it is held now", place, shown.now.size()));
    if (shown.now.empty()) html += ui::paragraph("Nothing is held now.");
    if (!shown.before.empty()) html += ui::heading(3, "As it was held before", "s");
    for (std::size_t place = 0; place < shown.before.size(); ++place) html += version_card(shown.before[place], title_of(shown.before[place], "As it was held before", place, shown.before.size()));
    return html;
}

ui::Html files_part(const HeldView& view)
{
    const auto& files = view.file.files;
    const bool own = view.own;
    auto html = ui::heading(2, "Files", "m");
    if (!view.file.looked_through_files) {
        return html + ui::paragraph("The files that were handed in are large, and have not been looked through for this page. The downloads above are of all of it.") +
               ui::not_in_print(ui::paragraph(ui::link("Look through the files now, which takes a while", view.path + "?files=look")));
    }
    if (files.empty()) return html + ui::paragraph("No handed-in file that is still kept holds this person.");
    ui::Table table{.head = {{.text = "File"}, {.text = "Handed in"}, {.text = "State"}}, .caption = own ? "Files that may hold a row about you" : "Files that may hold a row about this person",
                    .caption_classes = "govuk-visually-hidden"};
    for (const auto& file : files) table.rows.push_back({{.text = file.name}, {.text = file.handed_in}, {.text = file.state}});
    return html + ui::scrollable_table(table);
}

ui::Html readings_part(const HeldView& view)
{
    const auto& file = view.file;
    auto html = ui::heading(2, view.own ? "Who has looked at your record" : "Who has looked at this record", "m");
    html += ui::paragraph(file.readings_in_all == 0 ? std::string{"Nobody that the audit of reads names."}
                                                    : counted(file.readings_in_all, "time", "times") + ", as far as the audit of reads names the record. Long lists and figures are counted there without names.");
    if (file.readings.empty()) return html;
    ui::Table table{.head = {{.text = "When"}, {.text = "Who"}, {.text = "What"}}, .caption = "Readings, newest first", .caption_classes = "govuk-visually-hidden"};
    for (const auto& reading : file.readings) table.rows.push_back({{.text = reading.at}, {.text = reading.by}, {.text = reading.what}});
    if (view.own) {
        html += ui::paragraph("You see for which organisation and in which role someone looked, and not their name, which is about them: if you think that someone had no reason to look, ask " +
                              file.organisation + ".");
    }
    return html + ui::scrollable_table(table);
}

ui::ErrorMessage error_of(const web::Form& form, std::string_view name)
{
    return {.text = form.error(name).value_or("")};
}

}  // namespace

ui::Html whom_fields(const web::Form& form, const std::vector<Choice>& organisations)
{
    ui::Select select{.name = "organisation", .value = form.as_given("organisation"), .label = {.text = "Organisation"}, .error_message = error_of(form, "organisation")};
    if (organisations.size() != 1) select.items.push_back({.value = "", .text = "Choose one"});
    for (const auto& organisation : organisations) select.items.push_back({.value = organisation.value, .text = organisation.text});
    return ui::select(select) + ui::input({.name = "reference", .value = form.as_given("reference"), .label = {.text = "Staff reference"},
                                           .hint = {.text = "As the organisation reports it, for example A-0012"}, .error_message = error_of(form, "reference"), .classes = "govuk-input--width-20",
                                           .autocomplete = "off", .spellcheck = false}) + ui::button({.text = "Show what is held"});
}

ui::Html held_page(const HeldView& view)
{
    const auto& file = view.file;
    auto content = ui::identity_bar({.title = file.name.empty() ? "Name not held" : file.name, .facts = {file.organisation, "Reference " + file.reference}});
    content += ui::paragraph(view.own ? "This is everything that " + file.organisation + " holds about you in Kith, and everything that it held before, on " + file.made_on + "."
                                      : "This is everything that is held about this person for " + file.organisation + ", and was held before, on " + file.made_on +
                                            ". Print it or download it for them.", "govuk-body-l");
    auto ways = std::vector<ui::Content>{ui::link("Download all of it as a table (CSV)", view.path + ".csv"), ui::link("Download all of it for another program (JSON)", view.path + ".json")};
    if (!view.erase_href.empty()) ways.emplace_back(ui::link("Erase this person", view.erase_href));
    content += ui::not_in_print(ui::bullets(ways));
    for (const auto& shown : file.sections) content += section(shown);
    return content + files_part(view) + readings_part(view);
}

std::string name_words(const workforce::Subject& subject)
{
    return workforce::full_name_or(subject.given_name, subject.family_name, "Name not held");
}

ui::Html erase_opening(const EraseView& view)
{
    const auto& subject = view.plan.subject;
    auto content = ui::paragraph("Erasing cannot be undone. What changed, when and by whom stays in the register's chain, without the values.", "govuk-body-l");
    if (!view.plan.waiting.empty()) content += ui::paragraph("This person cannot be erased yet.", "govuk-body-l");
    content += ui::summary_list({.rows = {{.key = {.text = "Person"}, .value = {.text = name_words(subject)}}, {.key = {.text = "Record"}, .value = {.text = "Reference " + subject.reference}}, {.key = {.text = "Reported by"}, .value = {.text = view.organisation}}}});
    if (subject.has_job) content += ui::warning_text({.text = "This person's job has not ended. Who they are can be erased once it has; a staff return that names them after that brings them back"});
    if (!view.plan.waiting.empty()) {
        std::vector<ui::Content> waiting;
        for (const auto& [file, why] : view.plan.waiting) {
            const auto words = file.file_name + ", handed in on " + file.handed_in_at.in_words();
            waiting.emplace_back(view.may_see_returns ? ui::link(words, "/returns/" + file.public_id.text()) : ui::text(words));
        }
        content += ui::warning_text({.text = "Accept or withdraw these returns first. They may hold this person and would bring them back"}) + ui::bullets(waiting);
    }
    if (!view.plan.files.empty()) {
        std::vector<ui::Content> files;
        for (const auto& [file, why] : view.plan.files)
            files.emplace_back(file.file_name + ", handed in on " + file.handed_in_at.in_words() + ": " + std::string{returns::words_for(why)});
        content += ui::paragraph(counted(static_cast<std::int64_t>(files.size()), "handed-in file", "handed-in files") + " will be deleted whole, with the rows of everyone in them. What was taken from them stays in the register; files without this person stay:") +
                   ui::bullets(files);
    }
    if (!view.held_href.empty()) content += ui::paragraph(ui::link("See everything that is held", view.held_href));
    if (!view.plan.waiting.empty()) return content;
    return content + ui::paragraph("Copies in backups go when the backups do.");
}

ui::Html erase_fields(const web::Form& form)
{
    ui::Radios depth{.fieldset = {.legend = {.text = "What to erase", .classes = "govuk-fieldset__legend--m"}}, .error_message = error_of(form, "depth"), .name = "depth",
                     .items = {{.text = "Who the person is", .value = "person", .hint = {.text = "Name, reference, birth date, numbers, references and checks. Role, place and dates stay, and are still counted in figures"}},
                               {.text = "Everything", .value = "everything", .hint = {.text = "The record leaves every figure, those of past days too"}}},
                     .value = form.as_given("depth")};
    ui::Radios ground{.fieldset = {.legend = {.text = "Why", .classes = "govuk-fieldset__legend--m"}}, .error_message = error_of(form, "ground"), .name = "ground", .items = {}, .value = form.as_given("ground")};
    for (const auto& one : grounds()) ground.items.push_back({.text = std::string{one.title}, .value = std::string{one.id}, .hint = {.text = std::string{one.hint}}});
    return ui::radios(depth) + ui::radios(ground) +
           ui::textarea({.name = "words", .rows = 3, .value = form.as_given("words"), .label = {.text = "Who decided, and when"},
                         .hint = {.text = "The journal keeps this for good. Leave out names and other details of the person"}, .error_message = error_of(form, "words")}) +
           ui::checkboxes({.error_message = error_of(form, "sure"), .name = "sure", .items = {{.text = "I have checked that this is the right person, and that no duty of the employer stands against it", .value = "yes"}},
                           .values = form.all("sure")}) +
           ui::button({.text = "Erase for good", .classes = "govuk-button--warning", .prevent_double_click = true});
}

ui::Html erasures_table(const ErasuresView& view)
{
    if (view.total == 0) return ui::empty_state({.text = "Nobody has been erased. What is erased is listed here, with who decided and why, and without the person."});
    ui::Table table{.head = {{.text = "When"}, {.text = "By"}, {.text = "Organisation"}, {.text = "Why"}, {.text = "What"}, {.text = "Values", .format = "numeric"}, {.text = "Files", .format = "numeric"}},
                    .caption = "Erasures, newest first", .caption_classes = "govuk-visually-hidden"};
    for (const auto& line : view.lines) {
        const auto organisation = view.organisations.find(line.organisation);
        table.rows.push_back({{.text = line.at.in_words()}, {.text = line.by}, {.text = organisation == view.organisations.end() ? "No longer listed" : organisation->second},
                              {.text = title_of_ground(line.ground) + ". " + line.words}, {.text = line.depth == "everything" ? "Everything" : "Who the person is"},
                              {.text = with_commas(line.values), .format = "numeric"}, {.text = with_commas(line.files), .format = "numeric"}});
    }
    return ui::paragraph(counted(view.total, "erasure", "erasures") + " within your reach.", "govuk-body-l") + ui::scrollable_table(table);
}

}  // namespace kith::retention
