#include "reception/read_audit_views.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "reception/fields_views.hpp"
#include "ui/fields.hpp"
#include "ui/notices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/target.hpp"

namespace kith::reception {

namespace {

std::string_view words_of(access::ReadKind kind)
{
    switch (kind) {
    case access::ReadKind::page: return "Opened a page";
    case access::ReadKind::export_file: return "Downloaded a file";
    case access::ReadKind::search: return "Searched";
    case access::ReadKind::count: return "Looked at figures";
    case access::ReadKind::api: return "Asked by program";
    }
    return "Read";
}

}  // namespace

std::string covered_words(const access::ReadEntry& entry, ScopeWords& words)
{
    std::string text = counted(entry.count, "staff record");
    if (entry.organisations.empty()) return text;
    if (entry.organisations.size() > 3) return text + " of " + counted(static_cast<std::int64_t>(entry.organisations.size()), "organisation");
    std::vector<std::string> names;
    for (auto organisation : entry.organisations) names.push_back(words.of(organisation));
    return text + " of " + joined(names, ", ");
}

std::string read_words(const access::ReadEntry& entry, const std::string& page_name)
{
    auto text = std::string{words_of(entry.kind)} + ": " + (page_name.empty() ? "another page (" + entry.route + ")" : page_name);
    return entry.purpose.empty() ? text : text + " (" + entry.purpose + ")";
}

std::string AuditFilter::query(std::string_view but) const
{
    std::string text;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty() || name == but) return;
        text += (text.empty() ? "" : "&") + std::string{name} + "=" + web::percent_encoded(value);
    };
    add("account", account);
    add("organisation", but == "reference" ? std::string{} : organisation);
    add("reference", reference);
    add("from", from);
    add("to", to);
    return text;
}

std::string AuditFilter::in_words() const
{
    auto text = account_name.empty() ? std::string{"who looked"} : "what " + account_name + " looked";
    text += reference.empty() ? " at what" : " at the record " + reference + " of " + organisation_name;
    if (!account_name.empty() && reference.empty()) text = "what " + account_name + " looked at";
    if (!from.empty()) text += ", from " + from;
    if (!to.empty()) text += ", to " + to;
    return text;
}

ui::Html audit_filter(const AuditFilter& filter, const std::vector<Place>& organisations, const web::Form& problems)
{
    ui::FilterPanel panel{.action = "/read-audit", .clear_href = "/read-audit"};
    const auto chosen = [&](std::string text, std::string_view field) { panel.chosen.push_back({std::move(text), "/read-audit?" + filter.query(field)}); };
    if (!filter.account_name.empty()) chosen("Who: " + filter.account_name, "account");
    if (!filter.reference.empty()) chosen("Record: " + filter.reference + ", " + filter.organisation_name, "reference");
    if (!filter.from.empty()) chosen("From: " + filter.from, "from");
    if (!filter.to.empty()) chosen("To: " + filter.to, "to");
    if (!filter.account.empty()) panel.hidden.emplace_back("account", filter.account);
    web::Form form = problems;
    form.fill("reference", filter.reference).fill("from", filter.from).fill("to", filter.to);
    ui::Select select{.name = "organisation",
                      .items = {{.value = "", .text = "Any"}},
                      .value = filter.organisation,
                      .label = {.text = "Whose staff record: organisation"},
                      .error_message = {.text = form.error("organisation").value_or("")}};
    for (const auto& place : organisations) select.items.push_back({.value = std::to_string(place.key), .text = place.name});
    panel.fields = ui::select(select) +
                   text_field(form, {.name = "reference", .label = "Staff reference there", .hint = "What the organisation calls the record", .autocomplete = "off"}) +
                   text_field(form, {.name = "from", .label = "Date from (earliest)", .hint = "For example, 27/3/2026", .classes = "govuk-input--width-10"}) +
                   text_field(form, {.name = "to", .label = "Date to (latest)", .hint = "For example, 27/3/2026", .classes = "govuk-input--width-10"});
    return ui::filter_panel(panel);
}

ui::Html audit_table(const std::vector<access::LoggedRead>& reads, const Readers& readers, ScopeWords& words, const Desk& desk)
{
    ui::Table table{.head = {{.text = "When"}, {.text = "Who"}, {.text = "Looked at"}, {.text = "Covered"}},
                    .caption = "Reads, newest first",
                    .caption_classes = "govuk-visually-hidden",
                    .classes = "govuk-table--small-text-until-tablet"};
    for (const auto& read : reads) {
        const auto reader = readers.find(read.entry.account);
        table.rows.push_back({{.text = read.entry.at.in_words()},
                              {.text = reader == readers.end() ? "An account no longer there" : reader->second},
                              {.text = read_words(read.entry, desk.page_name(read.entry.route))},
                              {.text = covered_words(read.entry, words)}});
    }
    return ui::scrollable_table(table);
}

ui::Html audit_outcome(const access::ReadLog::Verified& verified)
{
    if (!verified.whole) {
        return ui::warning_text({.text = verified.words}) +
               ui::paragraph("Keep a copy of the log as it is, and tell whoever answers for data protection.");
    }
    return ui::paragraph(verified.words + ".") +
           ui::paragraph("A log that was cut short at its end looks whole. To notice that, keep the mark below somewhere else, and see at the "
                         "next check that the log has grown from it.") +
           ui::summary_list({.rows = {{.key = {.text = "Entries"}, .value = {.text = with_commas(verified.entries)}},
                                      {.key = {.text = "Mark"}, .value = {.text = verified.head.text()}}}});
}

}  // namespace kith::reception
