#include "intake/staff_row.hpp"

#include "intake/cell_translation.hpp"

namespace kith::intake {
namespace {
/// Calls `visit` with the row's own value of that field; nothing where the row has none.
template <class Row, class Visit>
void with_value(Row& row, Field field, Visit visit)
{
    switch (field) {
    case Field::organisation: return visit(row.organisation);
    case Field::workplace: return visit(row.workplace);
    case Field::staff_reference: return visit(row.staff_reference);
    case Field::family_name: return visit(row.family_name);
    case Field::given_name: return visit(row.given_name);
    case Field::date_of_birth: return visit(row.date_of_birth);
    case Field::national_insurance_number: return visit(row.national_insurance_number);
    case Field::sex: return visit(row.sex);
    case Field::ethnicity: return visit(row.ethnicity);
    case Field::disability: return visit(row.disability);
    case Field::engagement_reference: return visit(row.engagement_reference);
    case Field::start_date: return visit(row.start_date);
    case Field::end_date: return visit(row.end_date);
    case Field::terms_from: return visit(row.terms_from);
    case Field::origin: return visit(row.origin);
    case Field::reason_for_leaving: return visit(row.reason_for_leaving);
    case Field::destination: return visit(row.destination);
    case Field::role: return visit(row.role);
    case Field::sector: return visit(row.sector);
    case Field::breadth: return visit(row.breadth);
    case Field::contract: return visit(row.contract);
    case Field::fte: return visit(row.fte);
    case Field::hours: return visit(row.hours);
    case Field::pattern: return visit(row.pattern);
    case Field::pay:
    case Field::salary:
    case Field::hourly_rate: return visit(row.pay);
    case Field::pay_period: return visit(row.pay_period);
    case Field::terms_set: return visit(row.terms_set);
    case Field::pension_scheme: return visit(row.pension_scheme);
    case Field::manager: return visit(row.manager);
    case Field::caseload: return visit(row.caseload);
    case Field::seconded_from: return visit(row.seconded_from);
    case Field::seconded_to: return visit(row.seconded_to);
    case Field::setting: return visit(row.setting);
    case Field::locality: return visit(row.locality);
    case Field::status: return visit(row.status);
    default: return;
    }
}
}  // namespace

std::string full_week_words(const StaffFile& file) { return Fte::thousandths(std::int64_t{file.full_week} * 10).text(); }

std::string engagement_key(const StaffRow& row)
{
    if (row.engagement_reference) return std::string{*row.engagement_reference};
    return std::string{unreferenced_engagement} + (row.start_date ? row.start_date->iso() : std::string{});
}

Saying saying_of(const StaffRow& row, Field field)
{
    auto saying = Saying::silent;
    with_value(row, field, [&](const auto& said) { saying = said.saying(); });
    return saying;
}

void leave_as_held(StaffRow& row, Field field)
{
    if (field == Field::staff_reference || field == Field::organisation) return;
    if (field == Field::hours) {
        if (row.fte_from_hours) row.fte.leave_as_held();
        row.fte_from_hours = false;
    }
    with_value(row, field, [](auto& said) { said.leave_as_held(); });
}

}  // namespace kith::intake
