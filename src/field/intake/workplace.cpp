#include "intake/workplace.hpp"

#include "base/text.hpp"
#include "intake/staff_check.hpp"

#include <algorithm>
#include <charconv>

namespace kith::intake {
namespace {
/// Reads the workplaces of one table.
class WorkplaceReader {
public:
    WorkplaceReader(const files::CsvTable& table, const ColumnPlaces& places, const packs::Packs& packs) : table_(table), places_(places), packs_(packs) {}

    Workplace read(std::size_t row)
    {
        row_ = row;
        Workplace read{.line = static_cast<std::int64_t>(table_.line(row))};
        auto as_text = [](std::string_view cell) { return std::optional{std::string{cell}}; };
        read.code = said<std::string>(Field::workplace, as_text);
        read.name = said<std::string>(Field::name, as_text);
        read.status = said<std::string>(Field::status, as_text);
        read.postcode = said<Postcode>(Field::postcode, [](std::string_view cell) {
            auto postcode = Postcode::parse(cell);
            return postcode ? std::optional{*postcode} : std::nullopt;
        });
        read.establishment_type = code(Field::establishment_type, "asc-wds-2019-establishment-types");
        read.main_service = code(Field::main_service, "asc-wds-2019-main-services");
        read.declared_total = said<std::int64_t>(Field::declared_total, whole_number);
        read_lists(read);
        if (read.code) {
            auto [earlier, fresh] = lines_.emplace(lower_ascii(*read.code), read.line);
            if (!fresh) read.earlier_line = earlier->second;
        }
        return read;
    }

private:
    std::string_view cell(Field field) const { return places_.has(field) ? table_.cell(row_, places_.of(field)) : std::string_view{}; }

    template <class T, class Parse>
    Said<T> said(Field field, Parse parse) const
    {
        if (!places_.has(field)) return Said<T>::silent();
        auto text = cell(field);
        if (text.empty()) return Said<T>::blank();
        auto value = parse(text);
        return value ? Said<T>::of(std::move(*value), text) : Said<T>::unreadable(text);
    }

    Said<const packs::Code*> code(Field field, std::string_view list) const
    {
        return said<const packs::Code*>(field, [&](std::string_view text) {
            const auto* found = packs_.list(list).find(text);
            return found != nullptr ? std::optional{found} : std::nullopt;
        });
    }

    static std::optional<std::int64_t> whole_number(std::string_view text)
    {
        std::int64_t number = 0;
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        bool whole = error == std::errc{} && end == text.data() + text.size();
        return whole && number >= 0 && number <= 999 ? std::optional{number} : std::nullopt;
    }

    /// A list runs parallel to the leading one where it is empty, has as many entries, or is the one entry 0 or 999 ("none", "don't know").
    bool runs_parallel(Field leading, std::initializer_list<Field> others) const
    {
        auto lead = cell(leading);
        if (lead.empty()) return true;
        auto entries = split(lead, ';').size();
        return std::ranges::all_of(others, [&](Field other) {
            auto text = cell(other);
            return text.empty() || text == "0" || text == "999" || split(text, ';').size() == entries;
        });
    }

    void read_lists(Workplace& read) const
    {
        read.services_run_parallel = runs_parallel(Field::all_services, {Field::capacities, Field::utilisations, Field::service_descriptions});
        read.jobs_run_parallel = runs_parallel(Field::all_job_roles, {Field::starters, Field::leavers, Field::vacancies});
        read.reasons_run_parallel = runs_parallel(Field::reasons, {Field::reason_counts});
        auto all = split(cell(Field::all_services), ';');
        read.main_service_listed = cell(Field::all_services).empty() || std::ranges::find(all, cell(Field::main_service)) != all.end();
    }

    const files::CsvTable& table_;
    const ColumnPlaces& places_;
    const packs::Packs& packs_;
    std::size_t row_ = 0;
    std::unordered_map<std::string, std::int64_t> lines_;
};

void leave_unsaid(Workplace& row, Field field)
{
    if (field == Field::postcode) row.postcode.leave_as_held();
    if (field == Field::establishment_type) row.establishment_type.leave_as_held();
    if (field == Field::main_service) row.main_service.leave_as_held();
    if (field == Field::declared_total) row.declared_total.leave_as_held();
}

void judge(Workplace& row, const std::string& file_name, const std::optional<StaffCounts>& beside, returns::Findings& findings)
{
    for (const auto& entry : workplace_rules()) {
        std::string detail;
        if (!entry.speaks(row, beside, detail)) continue;
        const auto& rule = entry.rule;
        findings.push_back({.file = file_name, .line = row.line, .column = std::string{adult_social_care_workplaces_2019().column_of(rule.field)},
                            .rule = std::string{rule.id}, .severity = severity_of(rule.effect), .message = message_of(rule, detail)});
        if (rule.effect == Effect::row_not_taken) row.taken = false;
        if (rule.effect == Effect::value_not_taken) leave_unsaid(row, rule.field);
    }
}
}  // namespace

WorkplaceCheck check_workplaces(std::string file_name, std::string bytes, const Surroundings& surroundings, const std::optional<StaffCounts>& staff_beside)
{
    WorkplaceCheck check;
    auto recognised = read_and_recognise(std::move(bytes));
    if (!recognised) {
        check.refusal = recognised.error().message;
        return check;
    }
    check.format = recognised->profile->title;
    if (recognised->profile != &adult_social_care_workplaces_2019()) {
        check.refusal = "This is a staff file, not a workplace file. Hand it in as a staff return.";
        return check;
    }
    auto shape = shape_of(std::move(file_name), std::move(recognised->table), *recognised->profile);
    check.refusal = refusal_of(shape.table, *shape.profile, shape.places);
    if (!check.refusal.empty()) return check;
    check.findings = judge_shape(shape, surroundings);
    WorkplaceReader reader{shape.table, shape.places, surroundings.packs()};
    for (std::size_t row = 0; row < shape.rows.size(); ++row) {
        auto& workplace = check.rows.emplace_back(reader.read(row));
        workplace.taken = shape.rows[row].taken;
        judge(workplace, shape.name, staff_beside, check.findings);
    }
    std::ranges::stable_sort(check.findings, {}, &returns::Finding::line);
    check.can_take = std::ranges::count_if(check.rows, &Workplace::taken);
    return check;
}

std::unordered_set<std::string> workplaces_named_in(std::string bytes)
{
    std::unordered_set<std::string> named;
    auto recognised = read_and_recognise(std::move(bytes));
    if (!recognised || recognised->profile != &adult_social_care_workplaces_2019()) return named;
    auto column = *recognised->table.column("LOCALESTID");
    for (std::size_t row = 0; row < recognised->table.rows(); ++row) named.insert(lower_ascii(recognised->table.cell(row, column)));
    return named;
}

std::optional<StaffCounts> staff_counts_in(std::string bytes)
{
    auto recognised = read_and_recognise(std::move(bytes));
    if (!recognised || recognised->profile != &adult_social_care_staff_2019()) return std::nullopt;
    StaffCounts counts;
    auto column = *recognised->table.column("LOCALESTID");
    for (std::size_t row = 0; row < recognised->table.rows(); ++row) ++counts[lower_ascii(recognised->table.cell(row, column))];
    return counts;
}

}  // namespace kith::intake
