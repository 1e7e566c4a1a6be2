#include "intake/workplace.hpp"

#include "base/text.hpp"
#include "intake/judge.hpp"
#include "intake/row_reader.hpp"
#include "intake/staff_check.hpp"

#include <algorithm>
#include <charconv>

namespace kith::intake {
namespace {
/// Reads the workplaces of one table.
class WorkplaceReader {
public:
    WorkplaceReader(const StaffFile& file, const packs::Packs& packs, const RuleLimits& limits)
        : table_(file.table), places_(file.places), packs_(packs), limits_(limits),
          job_roles_(packs.list(file.profile == &adult_social_care_workplaces_2019() ? "asc-wds-2019-job-roles" : "asc-wds-2024-job-roles"))
    {
    }

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
        read.other_type = said<std::string>(Field::other_type, as_text);
        read.location_number = said<std::string>(Field::location_number, as_text);
        read.provider_number = said<std::string>(Field::provider_number, as_text);
        read_lists(read);
        read_numbers(read);
        read_capacities(read);
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
        return value ? Said<T>::of(std::move(*value)) : Said<T>::unreadable();
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

    /// The numbers of a list together; nothing where it is empty or 999. An entry that is no such number is told in `read`.
    std::optional<std::int64_t> total(Field field, Workplace& read) const
    {
        if (cell(field).empty() || is_do_not_know(cell(field))) return std::nullopt;
        std::int64_t sum = 0;
        for (auto entry : split(cell(field), ';')) {
            if (trimmed(entry).empty() || is_do_not_know(trimmed(entry))) continue;
            auto number = whole_number(trimmed(entry));
            if (number) sum += *number;
            else read.numbers_readable = false;
        }
        return sum;
    }

    void read_numbers(Workplace& read) const
    {
        read.starters = total(Field::starters, read);
        read.leavers = total(Field::leavers, read);
        read.vacancies = total(Field::vacancies, read);
        read.reasons = total(Field::reason_counts, read);
        const auto roles = split(cell(Field::all_job_roles), ';');
        const auto vacancies = split(cell(Field::vacancies), ';');
        for (std::size_t at = 0; at < roles.size(); ++at) {
            auto role = trimmed(roles[at]);
            if (!role.empty() && job_roles_.find(role) == nullptr) read.job_roles_known = false;
            if (role != "4") continue;
            read.has_registered_manager_role = true;
            read.registered_manager_vacant = at < vacancies.size() && whole_number(trimmed(vacancies[at])).value_or(0) > 0;
        }
    }

    void read_capacities(Workplace& read) const
    {
        const auto capacities = split(cell(Field::capacities), ';');
        const auto utilisations = split(cell(Field::utilisations), ';');
        auto number_at = [&](const std::vector<std::string_view>& entries, std::size_t at) -> std::optional<std::int64_t> {
            if (at >= entries.size() || trimmed(entries[at]).empty()) return std::nullopt;
            std::int64_t number = -1;
            auto text = trimmed(entries[at]);
            auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            bool fits = error == std::errc{} && end == text.data() + text.size() && number >= 0 && number <= limits_[RuleLimit::most_capacity];
            if (!fits) read.capacities_readable = false;
            return fits ? std::optional{number} : std::nullopt;
        };
        for (std::size_t at = 0; at < std::max(capacities.size(), utilisations.size()); ++at) {
            auto capacity = number_at(capacities, at);
            auto used = number_at(utilisations, at);
            if (capacity && used && *capacity != 999 && *used != 999 && *capacity < *used) read.within_capacity = false;
        }
    }

    const files::CsvTable& table_;
    const ColumnPlaces& places_;
    const packs::Packs& packs_;
    const RuleLimits& limits_;
    const packs::CodeList& job_roles_;
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

void judge(Workplace& row, const StaffFile& file, const WorkplaceChecking& checking, returns::Findings& findings)
{
    for (const auto& entry : workplace_rules()) {
        std::string detail;
        const auto active = as_chosen(entry.rule, checking.limits);
        if (!active.on || !entry.speaks(row, checking, detail)) continue;
        findings.push_back(finding_of(file, entry.rule, active.effect, row.line, entry.rule.field, detail));
        if (active.effect == Effect::row_not_taken) row.taken = false;
        if (active.effect == Effect::value_not_taken) leave_unsaid(row, entry.rule.field);
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
    if (recognised->profile->of != FileOf::workplaces) {
        check.refusal = "This is a staff file, not a workplace file. Hand it in as a staff return.";
        return check;
    }
    auto shape = shape_of(std::move(file_name), std::move(recognised->table), *recognised->profile);
    check.refusal = refusal_of(shape);
    if (!check.refusal.empty()) return check;
    check.findings = judge_shape(shape, surroundings);
    const RuleLimits limits{surroundings.packs(), surroundings.today()};
    const WorkplaceChecking checking{staff_beside, limits};
    WorkplaceReader reader{shape, surroundings.packs(), limits};
    for (std::size_t row = 0; row < shape.rows.size(); ++row) {
        auto& workplace = check.rows.emplace_back(reader.read(row));
        workplace.taken = shape.rows[row].taken;
        judge(workplace, shape, checking, check.findings);
    }
    std::ranges::stable_sort(check.findings, {}, &returns::Finding::line);
    check.can_take = std::ranges::count_if(check.rows, &Workplace::taken);
    return check;
}

std::unordered_set<std::string> workplaces_named_in(std::string bytes)
{
    std::unordered_set<std::string> named;
    auto recognised = read_and_recognise(std::move(bytes));
    if (!recognised || recognised->profile->of != FileOf::workplaces) return named;
    auto column = *recognised->table.column("LOCALESTID");
    for (std::size_t row = 0; row < recognised->table.rows(); ++row) named.insert(lower_ascii(recognised->table.cell(row, column)));
    return named;
}

std::optional<StaffCount> WorkplaceChecking::beside(const Workplace& row) const
{
    if (!staff_beside || !row.code) return std::nullopt;
    auto found = staff_beside->find(lower_ascii(*row.code));
    return found == staff_beside->end() ? StaffCount{} : found->second;
}

std::optional<StaffCounts> staff_counts_in(std::string bytes, Date today)
{
    auto recognised = read_and_recognise(std::move(bytes));
    if (!recognised || recognised->profile->of != FileOf::jobs || !recognised->profile->of_adult_social_care) return std::nullopt;
    StaffCounts counts;
    const auto& table = recognised->table;
    const auto workplace = *table.column("LOCALESTID");
    const auto role = *table.column("MAINJOBROLE");
    const auto started = table.column("STARTDATE");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto& count = counts[lower_ascii(table.cell(row, workplace))];
        ++count.rows;
        if (table.cell(row, role) == "4") ++count.registered_managers;
        auto day = started ? Date::parse_any(table.cell(row, *started)) : Date::parse_any("");
        if (day && *day <= today && today < day->plus_years(1)) ++count.started_lately;
    }
    return counts;
}

}  // namespace kith::intake
