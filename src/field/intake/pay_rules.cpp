// Rules about pay, sets of terms and pensions. No message holds an amount that a row gives.
#include "intake/rule.hpp"

#include <array>

namespace kith::intake {
namespace {
bool paid_by(const StaffRow& row, std::string_view period) { return row.pay && row.pay_period && row.pay_period->code == period; }

Pence limit(const Checking& checking, RuleLimit name) { return Pence{checking.limits[name]}; }

bool contract_is(const StaffRow& row, std::string_view code) { return row.contract && row.contract->code == code; }

const auto rules = std::to_array<RowRule>({
    {{"K-PAY-1", Effect::value_not_taken, Field::pay, "The pay is not an amount in pounds. Enter it as 25900 or 12.60, without letters.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.pay.is_unreadable(); }},
    {{"K-PAY-2", Effect::value_not_taken, Field::pay_period, "The period of the pay must be year or hour.", "Kith", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.pay_period.is_unreadable(); }},
    {{"K-PAY-3", Effect::value_not_taken, Field::pay, "Pay is given and not for what period. Enter year or hour in pay_period.", "Adult social care workforce data set, error 1250", Format::kith,
      Missing::skip_if_any, {Field::pay}},
     [](const StaffRow& row, const Checking&, std::string&) { return row.pay_period.is_missing(); }},
    {{"K-PAY-4", Effect::value_not_taken, Field::pay, "Pay by the year must be from {}. Check the amount and the period.", "Adult social care workforce data set, error 1260: £500 to £200,000, and £250,000 for role 1"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         if (!paid_by(row, "year")) return false;
         const bool leads = row.role && (row.role->code == "senior_manager" || row.role->code == "1");
         const auto most = limit(checking, leads ? RuleLimit::most_director_pay : RuleLimit::most_year_pay);
         detail = limit(checking, RuleLimit::least_year_pay).pounds() + " to " + most.pounds();
         return *row.pay < limit(checking, RuleLimit::least_year_pay) || most < *row.pay;
     }},
    {{"K-PAY-6", Effect::value_not_taken, Field::pay, "Pay by the hour must be from {}. Check the amount and the period.", "Adult social care workforce data set, error 1270"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         if (!paid_by(row, "hour")) return false;
         const auto least = limit(checking, RuleLimit::least_hour_pay);
         const auto most = limit(checking, RuleLimit::most_hour_pay);
         detail = least.pounds() + " to " + most.pounds();
         return *row.pay < least || most < *row.pay;
     }},
    {{"K-PAY-7", Effect::doubtful, Field::pay, "A volunteer, trustee or governor is given pay. Check the contract and the pay.", "Kith", Format::kith, Missing::skip_if_any,
      {Field::pay, Field::contract}},
     [](const StaffRow& row, const Checking&, std::string&) { return contract_is(row, "volunteer") || contract_is(row, "trustee_or_governor"); }},
    {{"K-PAY-8", Effect::doubtful, Field::pay_period, "A period of pay is given without pay. Enter the pay, or leave the period empty.", "Kith", Format::kith, Missing::skip_if_any,
      {Field::pay_period}},
     // A period that a mapping gives for all rows is not of this row's saying.
     [](const StaffRow& row, const Checking& checking, std::string&) { return row.pay.is_missing() && checking.file.places.has(Field::pay_period); }},
    {{"K-PAY-9", Effect::doubtful, Field::pay, "Pay by the year, over the hours of this row, comes to less than {} an hour. If it is pay for full time, enter what is paid for these hours.",
      "National Minimum Wage Regulations 2015", Format::any, Missing::skip_if_any, {Field::pay, Field::hours}},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         if (!paid_by(row, "year") || *row.hours <= 0) return false;
         constexpr std::int64_t weeks = 52;
         detail = limit(checking, RuleLimit::minimum_wage).pounds();
         return row.pay->value() * 100 < checking.limits[RuleLimit::minimum_wage] * weeks * *row.hours;
     }},
    {{"K-PAY-10", Effect::doubtful, Field::pay, "Pay by the hour is less than {}, the least that the law has anybody paid now. Check the amount.",
      "National Minimum Wage Regulations 2015", Format::any, Missing::skip_if_any, {Field::pay, Field::pay_period}},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = limit(checking, RuleLimit::minimum_wage).pounds();
         return paid_by(row, "hour") && !row.end_date && *row.pay < limit(checking, RuleLimit::minimum_wage);
     }},
    {{"K-TSET-1", Effect::value_not_taken, Field::terms_set, "The set of terms is not in the list{}", "Kith's list of sets of pay and conditions", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.terms_set.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) { return suggestions.for_code("terms_sets", checking.cell(row, Field::terms_set)); }},
    {{"K-TSET-2", Effect::value_not_taken, Field::pension_scheme, "The pension scheme is not in the list{}", "Kith's list of pension schemes", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.pension_scheme.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) { return suggestions.for_code("pension_schemes", checking.cell(row, Field::pension_scheme)); }},
    {{"K-TSET-3", Effect::doubtful, Field::terms_set, "The teachers' book of terms stands with the pension scheme of local government. Check that both are meant.",
      "Teachers' Pensions Regulations 2010: teachers are in that scheme", Format::kith, Missing::skip_if_any, {Field::terms_set, Field::pension_scheme}},
     [](const StaffRow& row, const Checking&, std::string&) { return row.terms_set->code == "teachers_pay" && row.pension_scheme->code == "lgps"; }},
});
}  // namespace

std::span<const RowRule> row_rules_of_pay()
{
    return rules;
}

}  // namespace kith::intake
