#include "reception/read_audit_views.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "reception/fields_views.hpp"
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
    case access::ReadKind::count: return "Asked for figures";
    case access::ReadKind::api: return "Asked by program";
    }
    return "Read";
}

std::string covered(const access::ReadEntry& entry, ScopeWords& words)
{
    std::string text = counted(entry.count, "staff record");
    if (entry.organisations.empty()) return text;
    if (entry.organisations.size() > 3) return text + " of " + counted(static_cast<std::int64_t>(entry.organisations.size()), "organisation");
    std::vector<std::string> names;
    for (auto organisation : entry.organisations) names.push_back(words.of(organisation));
    return text + " of " + joined(names, ", ");
}

}  // namespace

std::string AuditFilter::query(std::string_view but) const
{
    std::string text;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty() || name == but) return;
        text += (text.empty() ? "" : "&") + std::string{name} + "=" + web::percent_encoded(value);
    };
    add("account", account);
    add("record", record);
    add("from", from);
    add("to", to);
    return text;
}

ui::Html audit_filter(const AuditFilter& filter, const web::Form& problems)
{
    ui::FilterPanel panel{.action = "/read-audit", .clear_href = "/read-audit"};
    const auto chosen = [&](std::string text, std::string_view field) { panel.chosen.push_back({std::move(text), "/read-audit?" + filter.query(field)}); };
    if (!filter.account_name.empty()) chosen("Account: " + filter.account_name, "account");
    if (!filter.record.empty()) chosen("Staff record: " + filter.record, "record");
    if (!filter.from.empty()) chosen("From: " + filter.from, "from");
    if (!filter.to.empty()) chosen("To: " + filter.to, "to");
    if (!filter.account.empty()) panel.hidden.emplace_back("account", filter.account);
    web::Form form = problems;
    form.fill("record", filter.record).fill("from", filter.from).fill("to", filter.to);
    panel.fields = text_field(form, {.name = "record", .label = "Staff record", .hint = "Letters and digits at the end of its page's address"}) +
                   text_field(form, {.name = "from", .label = "Date from (earliest)", .hint = "For example, 27/3/2026", .classes = "govuk-input--width-10"}) +
                   text_field(form, {.name = "to", .label = "Date to (latest)", .hint = "For example, 27/3/2026", .classes = "govuk-input--width-10"});
    return ui::filter_panel(panel);
}

ui::Html audit_table(const std::vector<access::LoggedRead>& reads, const std::map<access::AccountId, std::string>& names, ScopeWords& words,
                     std::int64_t all)
{
    if (reads.empty()) return ui::empty_state({.text = "Nobody has looked at anything that this filter covers."});
    ui::Table table{.head = {{.text = "When"}, {.text = "Who"}, {.text = "What"}, {.text = "Page"}, {.text = "Covered"}},
                    .caption = counted(all, "entry", "entries"),
                    .caption_classes = "govuk-table__caption--m",
                    .classes = "govuk-table--small-text-until-tablet"};
    for (const auto& read : reads) {
        const auto name = names.find(read.entry.account);
        table.rows.push_back({{.text = read.entry.at.in_words()},
                              {.text = name == names.end() ? "An account no longer there" : name->second},
                              {.text = std::string{words_of(read.entry.kind)}},
                              {.text = read.entry.route},
                              {.text = covered(read.entry, words)}});
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
                                      {.key = {.text = "Mark"}, .value = {.text = verified.head.substr(0, 32)}}}});
}

}  // namespace kith::reception
