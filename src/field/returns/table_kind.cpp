#include "returns/table_kind.hpp"

#include "base/text.hpp"
#include "db/change_set.hpp"

namespace kith::returns {
namespace {

DifferenceHeading heading(std::string id, std::string words, std::int64_t count, std::string meaning, const std::vector<std::string>& called = {}, const std::vector<std::string>& how = {})
{
    DifferenceHeading heading{std::move(id), std::move(words), count, std::move(meaning), {}};
    for (std::size_t at = 0; at < called.size(); ++at) heading.samples.push_back({.line = 0, .subject = called[at], .words = at < how.size() ? how[at] : std::string{}});
    return heading;
}

Checked check(const TableKind& kind, const Handed& handed)
{
    Checked checked{.format = kind.format};
    const auto table = files::Table::read(handed.file.bytes, {.limits = {}, .wanted = kind.is_one, .sheet = {}});
    if (!table) {
        checked.refusal = table.error().message;
        return checked;
    }
    const auto taking = kind.read(handed, *table);
    checked.rows = taking.rows;
    checked.can_take = taking.can_take;
    checked.findings = taking.findings;
    checked.refusal = taking.refusal;
    if (!checked.refusal.empty()) return checked;
    checked.difference.headings = {heading("new", "New in " + taking.into, std::ssize(taking.added), "They are added", taking.added), heading("changed", "Changed", std::ssize(taking.changed), "What changed is added to their history", taking.changed, taking.how),
                                   heading("unchanged", "Unchanged", taking.unchanged, "Nothing happens to them")};
    checked.difference.held = std::ssize(taking.changed) + taking.unchanged;
    checked.difference.writes = std::ssize(taking.writes);
    checked.difference.fingerprint = hash_of(joined({taking.into, joined(taking.added, "|"), joined(taking.changed, "|"), joined(taking.written, "|"), std::to_string(taking.unchanged)}, "\n"));
    checked.plan = taking;
    return checked;
}

Accepted accept(db::ChangeSet& changes, const Checked& checked, Instant now)
{
    const auto& taking = std::any_cast<const TableTaking&>(checked.plan);
    for (const auto& write : taking.writes) write(changes, now);
    return {std::ssize(taking.writes), taking.into + ": " + counted(std::ssize(taking.added), "thing") + " added, " + std::to_string(taking.changed.size()) + " changed"};
}

}  // namespace

void TableTaking::add(std::string called, std::string would_be, std::function<void(db::ChangeSet&, Instant)> write)
{
    written.push_back(std::move(would_be));
    added.push_back(std::move(called));
    writes.push_back(std::move(write));
}

std::string what_differs(const std::vector<ValueThen>& values)
{
    std::vector<std::string> words;
    for (const auto& [name, was, is] : values)
        if (was != is) words.push_back(name + ": " + (is.empty() ? "nothing" : is) + ", was " + (was.empty() ? "nothing" : was));
    return joined(words, "; ");
}

void TableTaking::change(std::string called, std::string would_be, std::string changes, std::function<void(db::ChangeSet&, Instant)> write)
{
    written.push_back(std::move(would_be));
    changed.push_back(std::move(called));
    how.push_back(std::move(changes));
    writes.push_back(std::move(write));
}

Kind kind_of(TableKind told)
{
    const auto is_one = told.is_one;
    Kind kind;
    kind.id = told.id;
    kind.title = told.title;
    kind.guidance = told.guidance;
    kind.for_one_organisation = false;
    kind.recognise = [is_one](std::string_view start) { return files::has_header(start, is_one); };
    kind.templates = {{told.id + ".csv", "text/csv; charset=utf-8", told.title + " template (CSV)", [make = told.csv_template](db::Reader&) { return make(); }}};
    kind.pages = {{told.page_words, told.page_href}};
    kind.check = [told](const Handed& handed) { return check(told, handed); };
    kind.accept = accept;
    return kind;
}

}  // namespace kith::returns
