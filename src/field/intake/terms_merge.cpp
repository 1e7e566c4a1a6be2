#include "intake/terms_merge.hpp"

#include <algorithm>

namespace kith::intake {
namespace {
/// Lays what is said over a value of the register: `as_held` makes the one of the other. Nothing where it is left as held, empty where it is cleared.
template <class Said, class Into, class AsHeld>
void lay_over(const Said& said, Into& into, AsHeld as_held)
{
    if (said) into = as_held(*said);
    else if (said.saying() == Saying::blank) into = Into{};
}

template <class Said, class T>
void lay_over(const Said& said, std::optional<T>& into)
{
    lay_over(said, into, [](const auto& value) { return T{value}; });
}

void lay_over(const SaidCode& said, std::string& into)
{
    lay_over(said, into, [](const packs::Code* code) { return code->code; });
}

void lay_over(const SaidText& said, std::string& into)
{
    lay_over(said, into, [](std::string_view text) { return std::string{text}; });
}

using Terms = std::vector<MergedTerms>;

/// The last terms whose day is on or before `day`; the first where all come later, since the first hold from the start.
Terms::iterator in_force(Terms& terms, Date day)
{
    auto after = std::ranges::upper_bound(terms, day, {}, [](const MergedTerms& entry) { return entry.terms.from_on; });
    return after == terms.begin() ? after : after - 1;
}

void replace(MergedTerms& entry, workforce::EngagementTerms terms, const StaffRow& row)
{
    if (entry.terms == terms) return;
    if (!entry.before) entry.before = entry.terms;
    entry.terms = std::move(terms);
    entry.changed = true;
    entry.line = row.line;
}

void insert(Terms& terms, workforce::EngagementTerms added, const StaffRow& row)
{
    std::optional<workforce::EngagementTerms> before;
    if (!terms.empty()) before = in_force(terms, added.from_on)->terms;
    auto at = std::ranges::lower_bound(terms, added.from_on, {}, [](const MergedTerms& entry) { return entry.terms.from_on; });
    terms.insert(at, MergedTerms{.id = {}, .terms = std::move(added), .changed = true, .line = row.line, .before = std::move(before)});
}

/// The row says from which day its terms hold.
void lay_dated_row(Terms& terms, const StaffRow& row, Date day, std::string_view role_list)
{
    if (terms.empty()) {
        auto fresh = overlaid({}, row, role_list);
        fresh.from_on = day;
        return insert(terms, std::move(fresh), row);
    }
    auto& standing = *in_force(terms, day);
    auto wanted = overlaid(standing.terms, row, role_list);
    if (standing.terms.from_on == day) return replace(standing, std::move(wanted), row);
    wanted.from_on = day;
    insert(terms, std::move(wanted), row);
}

/// The row says what holds now, not since when.
void lay_undated_row(Terms& terms, const StaffRow& row, const workforce::Engagement& engagement, std::string_view role_list, Date today)
{
    auto day = std::max(today, engagement.started_on);
    bool over = engagement.ended_on && *engagement.ended_on < day;
    auto& standing = *in_force(terms, over ? *engagement.ended_on : day);
    auto wanted = overlaid(standing.terms, row, role_list);
    if (wanted == standing.terms) return;
    bool from_the_start = day == engagement.started_on && &standing == &terms.front();
    if (over || from_the_start || standing.terms.from_on == day) return replace(standing, std::move(wanted), row);
    wanted.from_on = day;
    insert(terms, std::move(wanted), row);
}
}  // namespace

workforce::EngagementTerms overlaid(workforce::EngagementTerms base, const StaffRow& row, std::string_view role_list)
{
    lay_over(row.role, base.role_code);
    if (row.role) base.role_list = role_list;
    if (row.role.saying() == Saying::blank) base.role_list.clear();
    lay_over(row.sector, base.sector);
    lay_over(row.breadth, base.breadth);
    lay_over(row.contract, base.contract);
    lay_over(row.fte, base.fte);
    lay_over(row.hours, base.hours);
    lay_over(row.pattern, base.pattern);
    lay_over(row.pay, base.pay);
    lay_over(row.pay_period, base.pay_period);
    lay_over(row.terms_set, base.terms_set);
    lay_over(row.pension_scheme, base.pension_scheme);
    lay_over(row.manager, base.manager);
    lay_over(row.caseload, base.caseload);
    lay_over(row.seconded_from, base.seconded_from);
    lay_over(row.seconded_to, base.seconded_to);
    lay_over(row.setting, base.setting, [](const partnership::Setting* setting) { return setting->id; });
    lay_over(row.locality, base.locality, [](const partnership::Locality* locality) { return locality->id; });
    return base;
}

std::vector<MergedTerms> merged_terms(const std::vector<workforce::HeldTerms>& held, const std::vector<const StaffRow*>& rows,
                                      const workforce::Engagement& engagement, std::string_view role_list, Date today)
{
    Terms terms;
    for (const auto& entry : held) terms.push_back({.id = entry.id, .terms = entry.terms, .changed = false, .line = 0, .before = {}});
    std::ranges::stable_sort(terms, {}, [](const MergedTerms& entry) { return entry.terms.from_on; });
    bool dateless = !held.empty() && rows.size() == 1 && !rows.front()->terms_from;
    if (dateless) {
        lay_undated_row(terms, *rows.front(), engagement, role_list, today);
        return terms;
    }
    auto in_order = rows;
    std::ranges::stable_sort(in_order, {}, [](const StaffRow* row) { return *row->terms_day(); });
    for (const auto* row : in_order) lay_dated_row(terms, *row, *row->terms_day(), role_list);
    return terms;
}

}  // namespace kith::intake
