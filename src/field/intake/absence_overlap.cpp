#include "intake/absence_overlap.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace kith::intake {
namespace {
using workforce::FactKind;

bool is_absence(const SaidFact& fact) { return fact.taken && fact.kind && fact.kind->kind == FactKind::absence && fact.code && fact.on; }

/// One that is said to be so, with its period.
bool is_period(const SaidFact& fact) { return is_absence(fact) && !fact.removes && fact.until; }

/// Whose it is, and why they were away.
using WhoseAndWhy = std::tuple<std::int64_t, std::string_view, std::string_view>;

WhoseAndWhy whose(const StaffRow& row, const SaidFact& fact) { return {row.organisation->id.value(), *row.staff_reference, fact.code->code}; }
}  // namespace

std::vector<Spoken> overlapping_absences(const StaffFile& file, const Checking&)
{
    std::map<WhoseAndWhy, std::vector<std::size_t>> absences;
    for (std::size_t at = 0; at < file.facts.size(); ++at) {
        const auto& row = file.rows[file.facts[at].row];
        if (is_period(file.facts[at]) && row.taken && row.organisation && row.staff_reference) absences[whose(row, file.facts[at])].push_back(at);
    }
    std::vector<Spoken> spoken;
    for (auto& [who, periods] : absences) {
        std::ranges::stable_sort(periods, {}, [&](std::size_t at) { return *file.facts[at].on; });
        auto longest = periods.front();
        for (auto at : std::span{periods}.subspan(1)) {
            const auto& fact = file.facts[at];
            const auto& before = file.facts[longest];
            const bool overlaps = *before.on < *fact.on && *fact.on <= *before.until;
            if (overlaps) spoken.push_back({.row = fact.row, .detail = with_commas(file.rows[before.row].line), .column = file.profile->of == FileOf::jobs ? fact.field : Field::row, .fact = at});
            else if (*before.until < *fact.until) longest = at;
        }
    }
    std::ranges::stable_sort(spoken, {}, &Spoken::row);
    return spoken;
}

std::vector<Spoken> overlapping_held_absences(const AgainstRegister& against)
{
    if (std::ranges::none_of(against.file.facts, is_period)) return {};
    std::map<std::string_view, const workforce::HeldStaffRecord*> held;
    for (const auto& record : against.view.records) held.emplace(record.record.reference, &record);
    std::set<std::pair<WhoseAndWhy, Date>> removed;
    for (auto at : against.rows) {
        const auto& row = against.file.rows[at];
        for (const auto& fact : against.file.facts_of(row))
            if (is_absence(fact) && fact.removes) removed.emplace(whose(row, fact), *fact.on);
    }
    std::vector<Spoken> spoken;
    for (auto at : against.rows) {
        const auto& row = against.file.rows[at];
        const auto found = held.find(*row.staff_reference);
        if (found == held.end()) continue;
        const auto doubled = [&](const SaidFact& said) {
            return is_period(said) && std::ranges::any_of(found->second->facts, [&](const workforce::HeldFact& one) {
                const auto& fact = one.fact;
                if (fact.kind != FactKind::absence || fact.code != said.code->code || !fact.on || !fact.until || *fact.on == *said.on) return false;
                return *fact.on <= *said.until && *said.on <= *fact.until && !removed.contains({whose(row, said), *fact.on});
            });
        };
        if (std::ranges::any_of(against.file.facts_of(row), doubled)) spoken.push_back({.row = at, .detail = {}});
    }
    return spoken;
}

}  // namespace kith::intake
