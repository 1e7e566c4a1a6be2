#include "intake/staff_row.hpp"

#include "base/text.hpp"

namespace kith::intake {
namespace {
/// Reads the cells of one row by field.
class RowReader {
public:
    RowReader(const StaffFile& file, const Surroundings& surroundings, std::size_t row) : file_(file), surroundings_(surroundings), row_(row) {}

    StaffRow read()
    {
        StaffRow row{.row = row_, .line = static_cast<std::int64_t>(file_.table.line(row_)), .cells = file_.table.cells_in(row_),
                     .stray_quote = file_.table.has_stray_quote(row_)};
        read_person(row);
        read_engagement(row);
        read_terms(row);
        read_place(row);
        if (file_.profile->of_adult_social_care) adapt_to_adult_social_care(row);
        return row;
    }

private:
    bool has(Field field) const { return file_.places.has(field); }
    std::string_view cell(Field field) const { return file_.table.cell(row_, file_.places.of(field)); }

    /// What `parse` (text → std::optional) makes of the field's cell.
    template <class T, class Parse>
    Said<T> said(Field field, Parse parse) const
    {
        if (!has(field)) return Said<T>::silent();
        auto text = cell(field);
        if (text.empty()) return Said<T>::blank();
        auto value = parse(text);
        return value ? Said<T>::of(std::move(*value), text) : Said<T>::unreadable(text);
    }

    Said<std::string> text(Field field) const
    {
        return said<std::string>(field, [](std::string_view cell) { return std::optional{std::string{cell}}; });
    }
    Said<Date> day(Field field) const
    {
        return said<Date>(field, [](std::string_view cell) {
            auto date = Date::parse_any(cell);
            return date ? std::optional{*date} : std::nullopt;
        });
    }
    Said<const packs::Code*> code(Field field, std::string_view list) const
    {
        return said<const packs::Code*>(field, [&](std::string_view cell) {
            const auto* found = surroundings_.packs().list(list).recognise(cell);
            return found != nullptr ? std::optional{found} : std::nullopt;
        });
    }

    void read_person(StaffRow& row) const
    {
        row.staff_reference = text(Field::staff_reference);
        auto personal = [](std::string_view cell) { return std::optional{workforce::PersonName{std::string{cell}}}; };
        row.family_name = said<workforce::PersonName>(Field::family_name, personal);
        row.given_name = said<workforce::PersonName>(Field::given_name, personal);
        row.date_of_birth = day(Field::date_of_birth);
        row.national_insurance_number = said<NationalInsuranceNumber>(Field::national_insurance_number, [](std::string_view cell) {
            auto number = NationalInsuranceNumber::parse(cell);
            return number ? std::optional{*number} : std::nullopt;
        });
    }

    void read_engagement(StaffRow& row) const
    {
        row.status = text(Field::status);
        row.engagement_reference = text(Field::engagement_reference);
        row.start_date = day(Field::start_date);
        row.end_date = day(Field::end_date);
        row.terms_from = day(Field::terms_from);
    }

    void read_terms(StaffRow& row) const
    {
        row.role = code(Field::role, file_.profile->role_list);
        row.sector = code(Field::sector, "sectors");
        row.breadth = code(Field::breadth, "breadth");
        row.contract = code(Field::contract, file_.profile->of_adult_social_care ? "asc-wds-2019-employment-status" : "contracts");
        row.fte = said<Fte>(Field::fte, [](std::string_view cell) {
            auto fte = Fte::parse(cell);
            return fte ? std::optional{*fte} : std::nullopt;
        });
        row.hours = hours_of(Field::hours);
        work_out_fte(row, row.hours);
    }

    Said<int> hours_of(Field field) const
    {
        return said<int>(field, [](std::string_view cell) -> std::optional<int> {
            auto hundredths = Fte::parse(cell);  // the same digits: a number with at most three decimals
            constexpr std::int64_t most = 1'000'000;
            if (!hundredths || hundredths->thousandths() > most || hundredths->thousandths() % 10 != 0) return std::nullopt;
            return static_cast<int>(hundredths->thousandths() / 10);
        });
    }

    static void work_out_fte(StaffRow& row, const Said<int>& hours)
    {
        if (!hours || !row.fte.is_missing()) return;
        row.fte = Said<Fte>::of(fte_from_hours(*hours));
        row.fte_from_hours = true;
    }

    void read_place(StaffRow& row) const
    {
        row.organisation = said<const partnership::Organisation*>(Field::organisation, [&](std::string_view cell) {
            const auto* found = surroundings_.organisation(cell);
            return found != nullptr ? std::optional{found} : std::nullopt;
        });
        row.organisation_named = !row.organisation.is_missing();
        if (row.organisation.is_missing() && surroundings_.handed_in_for())
            if (const auto* own = surroundings_.organisation(*surroundings_.handed_in_for())) row.organisation = {Saying::value, own, {}};
        row.setting = said<const partnership::Setting*>(Field::setting, [&](std::string_view cell) {
            const auto* found = row.organisation ? surroundings_.setting((*row.organisation)->id, cell) : nullptr;
            return found != nullptr ? std::optional{found} : std::nullopt;
        });
        row.locality = said<const partnership::Locality*>(Field::locality, [&](std::string_view cell) {
            const auto* found = surroundings_.locality(cell);
            return found != nullptr ? std::optional{found} : std::nullopt;
        });
        take_locality_of_setting(row);
    }

    void take_locality_of_setting(StaffRow& row) const
    {
        if (row.locality.is_missing() && row.setting && (*row.setting)->locality)
            if (const auto* own = surroundings_.locality(*(*row.setting)->locality)) row.locality = Said<const partnership::Locality*>::of(own);
    }

    void adapt_to_adult_social_care(StaffRow& row) const;

    const StaffFile& file_;
    const Surroundings& surroundings_;
    std::size_t row_;
};

/// 999 is "don't know" there; the workplace is the setting; the record's reference is workplace and worker together, since worker ids are
/// unique within a workplace only; pool and agency staff have average hours in place of contracted ones.
void RowReader::adapt_to_adult_social_care(StaffRow& row) const
{
    constexpr std::string_view do_not_know = "999";
    row.workplace = text(Field::workplace);
    if (row.workplace && row.staff_reference) row.staff_reference.value = *row.workplace + "/" + *row.staff_reference;
    if (row.organisation.is_missing() && row.workplace)
        if (const auto* own = surroundings_.organisation(*row.workplace)) row.organisation = {Saying::value, own, {}};
    auto forget = [&](auto& said, Field field) {
        if (has(field) && cell(field) == do_not_know) said.leave_as_held();
    };
    forget(row.role, Field::role);
    forget(row.contract, Field::contract);
    if (row.contract) {
        const auto& mapping = surroundings_.packs().mapping("asc-wds-2019-employment-status-to-contracts");
        row.contract.value = surroundings_.packs().list("contracts").find(mapping.apply((*row.contract)->code));
        if (row.contract.value == nullptr) row.contract.leave_as_held();
    }
    auto average = hours_of(Field::average_hours);
    if (row.hours.is_missing() && average && cell(Field::average_hours) != do_not_know) row.hours = average;
    if (has(Field::hours) && cell(Field::hours) == do_not_know) {
        row.hours.leave_as_held();
        row.fte.leave_as_held();
        row.fte_from_hours = false;
    }
    work_out_fte(row, row.hours);
    if (row.organisation && row.workplace)
        if (const auto* own = surroundings_.setting((*row.organisation)->id, *row.workplace)) row.setting = {Saying::value, own, {}};
    take_locality_of_setting(row);
}
}  // namespace

Fte fte_from_hours(int hundredths)
{
    constexpr std::int64_t full_week = 37'00;
    return Fte::thousandths((std::int64_t{hundredths} * 1'000 + full_week / 2) / full_week);
}

StaffFile read_staff(std::string name, files::CsvTable table, const Profile& profile, const Surroundings& surroundings)
{
    StaffFile file{.name = std::move(name), .table = std::move(table), .profile = &profile, .places = {}, .rows = {}};
    file.places = places_in(file.table, profile);
    file.rows.reserve(file.table.rows());
    for (std::size_t row = 0; row < file.table.rows(); ++row) file.rows.push_back(RowReader{file, surroundings, row}.read());
    return file;
}

std::string engagement_key(const StaffRow& row)
{
    if (row.engagement_reference) return *row.engagement_reference;
    return std::string{unreferenced_engagement} + (row.start_date ? row.start_date->iso() : std::string{});
}

void leave_as_held(StaffRow& row, Field field)
{
    switch (field) {
    case Field::family_name: return row.family_name.leave_as_held();
    case Field::given_name: return row.given_name.leave_as_held();
    case Field::date_of_birth: return row.date_of_birth.leave_as_held();
    case Field::national_insurance_number: return row.national_insurance_number.leave_as_held();
    case Field::engagement_reference: return row.engagement_reference.leave_as_held();
    case Field::role: return row.role.leave_as_held();
    case Field::sector: return row.sector.leave_as_held();
    case Field::breadth: return row.breadth.leave_as_held();
    case Field::contract: return row.contract.leave_as_held();
    case Field::fte: return row.fte.leave_as_held();
    case Field::hours:
        if (row.fte_from_hours) row.fte.leave_as_held();
        row.fte_from_hours = false;
        return row.hours.leave_as_held();
    case Field::setting: return row.setting.leave_as_held();
    case Field::locality: return row.locality.leave_as_held();
    case Field::start_date: return row.start_date.leave_as_held();
    case Field::end_date: return row.end_date.leave_as_held();
    case Field::terms_from: return row.terms_from.leave_as_held();
    default: return;
    }
}

}  // namespace kith::intake
