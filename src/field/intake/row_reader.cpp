#include "intake/row_reader.hpp"

#include "base/text.hpp"
#include "workforce/full_week.hpp"

#include <charconv>

namespace kith::intake {
namespace {
template <class T>
std::optional<T> or_nothing(const Result<T>& result)
{
    return result ? std::optional{*result} : std::nullopt;
}
}  // namespace

const packs::CodeList& list_or_empty(const packs::Packs& packs, std::string_view id)
{
    static const packs::CodeList empty;
    return packs.has_list(id) ? packs.list(id) : empty;
}

StaffRow RowReader::read(std::size_t at)
{
    row_ = at;
    StaffRow row;
    row.row = static_cast<std::uint32_t>(at);
    row.line = static_cast<std::uint32_t>(file_.table.line(at));
    row.cells = static_cast<std::uint32_t>(file_.table.cells_in(at));
    row.stray_quote = file_.table.has_stray_quote(at);
    row.staff_reference = text(Field::staff_reference);
    if (file_.profile->of == FileOf::jobs) {
        read_person(row);
        read_engagement(row);
        read_terms(row);
    }
    read_place(row);
    if (asc_) {
        adapt_reference(row);
        if (file_.profile->of == FileOf::jobs) adapt_job(row);
    }
    return row;
}

SaidText RowReader::text(Field field) const
{
    return said<std::string_view>(field, [](std::string_view cell) { return std::optional{cell}; });
}

Said<Date> RowReader::day(Field field) const
{
    return said<Date>(field, [&](std::string_view cell) { return translation_ != nullptr ? translation_->day(field, cell) : or_nothing(Date::parse_any(cell)); });
}

SaidNumber RowReader::hours_of(Field field) const
{
    return said<std::int32_t>(field, [&](std::string_view cell) -> std::optional<std::int32_t> {
        if (translation_ != nullptr) return translation_->hours(cell);
        auto hundredths = Fte::parse(cell);  // the same digits: a number with at most three decimals
        constexpr std::int64_t most = 1'000'000;
        if (!hundredths || hundredths->thousandths() > most || hundredths->thousandths() % 10 != 0) return std::nullopt;
        return static_cast<std::int32_t>(hundredths->thousandths() / 10);
    });
}

SaidNumber RowReader::whole_number(Field field) const
{
    return said<std::int32_t>(field, [](std::string_view cell) -> std::optional<std::int32_t> {
        std::int32_t number = 0;
        auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
        bool whole = error == std::errc{} && end == cell.data() + cell.size() && number >= 0;
        return whole ? std::optional{number} : std::nullopt;
    });
}

Said<Pence> RowReader::pounds(Field field) const
{
    return said<Pence>(field, [](std::string_view cell) {
        if (cell.starts_with("£")) cell.remove_prefix(std::string_view{"£"}.size());
        return or_nothing(Pence::parse_pounds(cell));
    });
}

SaidCode RowReader::code(Field field, std::string_view list)
{
    return looked_up<packs::Code>(field, [&](std::string_view cell) {
        return lately_[static_cast<std::size_t>(field)].find(cell, [&](std::string_view name) { return list_or_empty(surroundings_.packs(), list).recognise(name); });
    });
}

SaidCode RowReader::mapped(Field field, std::string_view list, std::string_view kith)
{
    if (has(field) && is_do_not_know(cell(field))) return {};
    auto reported = code(field, list);
    if (!reported) return reported;
    const auto* mapping = surroundings_.packs().mapping_between(list, kith);
    const auto* own = mapping == nullptr ? nullptr : list_or_empty(surroundings_.packs(), kith).find(mapping->apply(reported->code));
    return own == nullptr ? SaidCode::silent() : SaidCode::of(own);
}

void RowReader::read_person(StaffRow& row)
{
    row.family_name = SaidName{text(Field::family_name)};
    row.given_name = SaidName{text(Field::given_name)};
    row.date_of_birth = day(Field::date_of_birth);
    row.national_insurance_number =
        said<NationalInsuranceNumber>(Field::national_insurance_number, [](std::string_view cell) { return or_nothing(NationalInsuranceNumber::parse(cell)); });
    if (asc_) {
        row.sex = mapped(Field::sex, "asc-wds-2019-gender", "sex");
        row.ethnicity = mapped(Field::ethnicity, "asc-wds-2019-ethnicities", "ethnicities");
        row.disability = mapped(Field::disability, "asc-wds-2019-disabled", "disability");
        return;
    }
    row.sex = code(Field::sex, "sex");
    row.ethnicity = code(Field::ethnicity, "ethnicities");
    row.disability = code(Field::disability, "disability");
}

void RowReader::read_engagement(StaffRow& row)
{
    row.status = text(Field::status);
    row.engagement_reference = text(Field::engagement_reference);
    row.start_date = day(Field::start_date);
    row.end_date = day(Field::end_date);
    row.terms_from = day(Field::terms_from);
    row.origin = asc_ ? mapped(Field::origin, "asc-wds-2019-recruitment-sources", "starter_origins") : code(Field::origin, "starter_origins");
    row.reason_for_leaving = code(Field::reason_for_leaving, "leaving_reasons");
    row.destination = code(Field::destination, "leaver_destinations");
}

void RowReader::read_terms(StaffRow& row)
{
    row.role = code(Field::role, file_.profile->role_list);
    row.sector = code(Field::sector, "sectors");
    row.breadth = code(Field::breadth, "breadth");
    row.contract = code(Field::contract, asc_ ? "asc-wds-2019-employment-status" : "contracts");
    row.fte = said<Fte>(Field::fte, [&](std::string_view cell) { return translation_ != nullptr ? translation_->fte(Field::fte, cell) : or_nothing(Fte::parse(cell)); });
    row.hours = hours_of(Field::hours);
    work_out_fte(row);
    read_pattern(row);
    row.pay = pounds(Field::pay);
    row.pay_period = code(Field::pay_period, asc_ ? "asc-wds-salary-intervals" : "pay_periods");
    row.terms_set = code(Field::terms_set, "terms_sets");
    row.pension_scheme = code(Field::pension_scheme, "pension_schemes");
    row.manager = text(Field::manager);
    row.caseload = whole_number(Field::caseload);
    row.seconded_from = text(Field::seconded_from);
    row.seconded_to = text(Field::seconded_to);
}

/// The codes in the order of their list, each once; unreadable where one is none.
void RowReader::read_pattern(StaffRow& row)
{
    if (!has(Field::pattern)) return;
    auto written = cell(Field::pattern);
    if (written.empty()) {
        row.pattern = SaidText::blank();
        return;
    }
    const auto& list = list_or_empty(surroundings_.packs(), "working_patterns");
    std::vector<bool> named(list.codes().size());
    for (auto part : split(written, ';')) {
        const auto* code = list.recognise(trimmed(part));
        if (trimmed(part).empty()) continue;
        if (code == nullptr) {
            row.pattern = SaidText::unreadable();
            return;
        }
        named[static_cast<std::size_t>(code - list.codes().data())] = true;
    }
    std::string text;
    for (std::size_t at = 0; at < named.size(); ++at)
        if (named[at]) text += (text.empty() ? "" : ";") + list.codes()[at].code;
    row.pattern = text == written ? SaidText::of(written) : SaidText::of(keep(std::move(text)));
}

void RowReader::work_out_fte(StaffRow& row) const
{
    if (!row.hours || !row.fte.is_missing()) return;
    row.fte = Said<Fte>::of(workforce::fte_from_hours(*row.hours, file_.full_week));
    row.fte_from_hours = true;
}

void RowReader::read_place(StaffRow& row)
{
    row.organisation = looked_up<partnership::Organisation>(Field::organisation, [&](std::string_view cell) {
        return organisations_.find(cell, [&](std::string_view code) { return surroundings_.organisation(code); });
    });
    row.organisation_named = !row.organisation.is_missing();
    if (row.organisation.is_missing() && surroundings_.handed_in_for())
        if (const auto* own = surroundings_.organisation(*surroundings_.handed_in_for())) row.organisation = Said<const partnership::Organisation*>::of(own);
    row.setting = looked_up<partnership::Setting>(
        Field::setting, [&](std::string_view cell) { return row.organisation ? surroundings_.setting(row.organisation->id, cell) : nullptr; });
    row.locality = looked_up<partnership::Locality>(
        Field::locality, [&](std::string_view cell) { return localities_.find(cell, [&](std::string_view name) { return surroundings_.locality(name); }); });
    take_locality_of_setting(row);
}

void RowReader::take_locality_of_setting(StaffRow& row) const
{
    if (row.locality.is_missing() && row.setting && row.setting->locality)
        if (const auto* own = surroundings_.locality(*row.setting->locality)) row.locality = Said<const partnership::Locality*>::of(own);
}

/// The workplace is the setting; the record's reference is workplace and worker together, since worker ids are unique within a workplace only.
void RowReader::adapt_reference(StaffRow& row)
{
    row.workplace = text(Field::workplace);
    if (row.workplace && row.staff_reference)
        row.staff_reference = SaidText::of(keep(std::string{*row.workplace} + "/" + std::string{*row.staff_reference}));
    if (row.organisation.is_missing() && row.workplace)
        if (const auto* own = surroundings_.organisation(*row.workplace)) row.organisation = Said<const partnership::Organisation*>::of(own);
    if (row.organisation && row.workplace)
        if (const auto* own = surroundings_.setting(row.organisation->id, *row.workplace)) row.setting = Said<const partnership::Setting*>::of(own);
    take_locality_of_setting(row);
}

/// 999 is "don't know" there; pool and agency staff have average hours in place of contracted ones.
void RowReader::adapt_job(StaffRow& row)
{
    auto unknown = [&](Field field) { return has(field) && is_do_not_know(cell(field)); };
    if (unknown(Field::role)) row.role.leave_as_held();
    if (unknown(Field::contract)) row.contract.leave_as_held();
    if (row.contract) row.contract = mapped(Field::contract, "asc-wds-2019-employment-status", "contracts");
    auto average = hours_of(Field::average_hours);
    if (row.hours.is_missing() && average && !unknown(Field::average_hours)) row.hours = average;
    if (unknown(Field::hours)) {
        row.hours.leave_as_held();
        row.fte.leave_as_held();
        row.fte_from_hours = false;
    }
    work_out_fte(row);
    adapt_pay(row);
}

/// SALARYINT 1 is a yearly SALARY, 3 an HOURLYRATE; 999 is "don't know".
void RowReader::adapt_pay(StaffRow& row)
{
    row.pay_period = {};
    row.pay = {};
    if (!has(Field::pay_period)) return;
    const auto& periods = list_or_empty(surroundings_.packs(), "pay_periods");
    auto interval = cell(Field::pay_period);
    if (interval == "1") row.pay = pounds(Field::salary);
    if (interval == "3") row.pay = pounds(Field::hourly_rate);
    if (!row.pay) return;
    const auto* period = periods.find(interval == "1" ? "year" : "hour");
    if (period != nullptr) row.pay_period = SaidCode::of(period);
}

}  // namespace kith::intake
