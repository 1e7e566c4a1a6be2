// Rules about the terms of a row: the contract.
#include "intake/rule.hpp"

#include <array>

namespace kith::intake {
namespace {
constexpr auto one = Fte::thousandths(1'000);

bool contract_is(const StaffRow& row, std::string_view code) { return row.contract && (*row.contract)->code == code; }

const auto rules = std::to_array<RowRule>({
    {{"K-CONTRACT-1", Effect::value_not_taken, Field::contract, "The kind of contract is not in the list{}", "Kith's list of contracts", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.contract.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) { return suggestions.for_code("contracts", checking.cell(row, Field::contract)); }},
    {{"K-CONTRACT-2", Effect::value_not_taken, Field::contract, "EMPLSTATUS must be 1, 2, 3, 4 or 7.", "Adult social care workforce data set, error 1220", Format::adult_social_care},
     [](const StaffRow& row, const Checking&, std::string&) { return row.contract.is_unreadable(); }},
    {{"K-CONTRACT-3", Effect::doubtful, Field::contract, "The contract is part time and the FTE is 1 or more. One of them will be wrong.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) { return contract_is(row, "part_time") && row.fte && *row.fte >= one; }},
    {{"K-CONTRACT-4", Effect::doubtful, Field::contract, "This agency placement has run for more than {} days. Check that it has not ended.",
      "Mission: the three-month rule for agency use"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         const auto days = checking.limits.days(RuleLimit::agency_days);
         detail = std::to_string(days);
         return contract_is(row, "agency") && row.start_date && !row.end_date && row.start_date->plus_days(days) < checking.today();
     }},
    {{"K-CONTRACT-5", Effect::doubtful, Field::contract, "A fixed-term contract has no end date. Enter the day on which it ends.", "Kith", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return contract_is(row, "fixed_term") && row.end_date.is_missing(); }},
    {{"K-CONTRACT-6", Effect::doubtful, Field::contract, "A volunteer, trustee or governor has an FTE of 1 or more. Check the contract and the FTE.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) {
         return (contract_is(row, "volunteer") || contract_is(row, "trustee_or_governor")) && row.fte && *row.fte >= one;
     }},
    {{"K-CONTRACT-7", Effect::doubtful, Field::contract, "This kind of contract was not in use on the day from which these terms hold. Check the contract and the date.",
      "Dates of the code list"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.contract && row.terms_day() && !row.contract->holds_on(*row.terms_day()); }},
    {{"K-CONTRACT-8", Effect::doubtful, Field::contract, "The contract is {} and the person is lent to another body. Check the contract.", "Kith", Format::kith,
      Missing::skip_if_any, {Field::contract, Field::seconded_to}},
     [](const StaffRow& row, const Checking&, std::string& detail) {
         detail = row.contract->label;
         return contract_is(row, "agency") || contract_is(row, "bank") || contract_is(row, "volunteer") || contract_is(row, "secondee");
     }},
    {{"K-CONTRACT-9", Effect::doubtful, Field::contract, "The contract is that of a secondee and the row does not say who lent the person to you. Enter seconded_from.",
      "Kith", Format::kith},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         return contract_is(row, "secondee") && checking.file.places.has(Field::seconded_from) && row.seconded_from.is_missing();
     }},
});
}  // namespace

std::span<const RowRule> row_rules_of_the_contract()
{
    return rules;
}

}  // namespace kith::intake
