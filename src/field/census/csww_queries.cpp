#include "census/csww_queries.hpp"

#include "base/text.hpp"
#include "census/csww_plan.hpp"
#include "intake/query_hash.hpp"
#include "intake/touched.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace kith::census {
namespace {

/// What the register calls the value that the census's element says; empty where it holds none of it.
std::string_view held_value(CswwItem item)
{
    switch (item) {
    case CswwItem::birth_date: return intake::held_as(intake::Field::date_of_birth);
    case CswwItem::gender: return intake::held_as(intake::Field::sex);
    case CswwItem::ethnicity: return intake::held_as(intake::Field::ethnicity);
    case CswwItem::qualified_at: case CswwItem::qualification_level: return intake::held_as(intake::Field::qualifications);
    case CswwItem::role: return intake::held_as(intake::Field::role);
    case CswwItem::start_date: return intake::held_as(intake::Field::start_date);
    case CswwItem::origin: return intake::held_as(intake::Field::origin);
    case CswwItem::end_date: return intake::held_as(intake::Field::end_date);
    case CswwItem::destination: return intake::held_as(intake::Field::destination);
    case CswwItem::reason: return intake::held_as(intake::Field::reason_for_leaving);
    case CswwItem::fte: case CswwItem::fte_on_day: return intake::held_as(intake::Field::fte);
    case CswwItem::cases_on_day: return intake::held_as(intake::Field::caseload);
    case CswwItem::days_lost: case CswwItem::absent_on_day: case CswwItem::absence_reason: return intake::held_as(intake::Field::sickness_days_lost);
    default: return {};
    }
}

/// Rules about how the file is written: only whoever writes it can mend that, and an answer would mend nothing.
constexpr auto of_the_writing = std::to_array<std::string_view>({"K-CSWW-2", "K-CSWW-3", "K-CSWW-14"});

bool is_of_the_writing(const CswwRule& rule) { return std::ranges::find(of_the_writing, rule.id) != of_the_writing.end(); }

/// The elements that a rule looks at where it speaks at `at`.
std::vector<CswwItem> looked_at(const CswwRule& rule, CswwItem at)
{
    std::vector<CswwItem> items;
    const auto add = [&items](CswwItem item) {
        if (item != CswwItem::whole) items.push_back(item);
    };
    add(at);
    std::ranges::for_each(rule.beside, add);
    return items;
}

std::string query_about(const CswwRule& rule, const CswwWorker& worker, const std::vector<CswwItem>& items, access::OrganisationId organisation, Date census_day)
{
    const auto number = lower_ascii(worker[CswwItem::swe_number].text);
    const auto whose = std::to_string(organisation.value());
    const auto day = census_day.iso();
    std::vector<std::string_view> pieces{rule.id, whose, day, number, worker[CswwItem::start_date].text};
    for (const auto item : items) {
        pieces.push_back(csww_element(item).name);
        pieces.push_back(worker[item].text);
    }
    return intake::query_of(pieces);
}

}  // namespace

CswwAsks census_queries(const workforce::RegisterView& view, Date census_day, const workforce::NumberKeeper& numbers)
{
    std::map<std::string, std::string, std::less<>> reference_of;
    for (const auto& record : view.records)
        if (auto number = swe_number_of(record); !number.empty()) reference_of.emplace(lower_ascii(number), record.record.reference);
    return [organisation = view.organisation, census_day, &numbers, reference_of = std::move(reference_of)](returns::Finding& finding, const CswwRule& rule, const CswwWorker& worker,
                                                                                                       CswwItem at) {
        if (!worker.is_given(CswwItem::swe_number) || held_value(at).empty() || is_of_the_writing(rule)) return;
        const auto items = looked_at(rule, at);
        finding.query = query_about(rule, worker, items, organisation, census_day);
        if (!numbers.mark) return;
        finding.query = numbers.mark(finding.query);
        std::set<std::string_view> values;
        for (const auto item : items)
            if (const auto value = held_value(item); !value.empty()) values.insert(value);
        finding.looks_at = fmt::format("{}", fmt::join(values, " "));
        const auto held = reference_of.find(lower_ascii(worker[CswwItem::swe_number].text));
        if (held != reference_of.end()) finding.subject = intake::subject_of(organisation, held->second, numbers);
    };
}

}  // namespace kith::census
