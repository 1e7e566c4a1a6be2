// Rules about extracts read by a column mapping: what it leaves out, and columns that may be mapped to the wrong field.
#include "base/quantity.hpp"
#include "base/text.hpp"
#include "intake/cell_translation.hpp"
#include "intake/rule.hpp"

#include <algorithm>
#include <array>

namespace kith::intake {
namespace {
constexpr std::size_t enough_to_tell = 5;  // rows; fewer say nothing about a column

std::vector<Spoken> whole_file(std::string detail) { return {{Spoken::whole_file, std::move(detail)}}; }

/// At most two thousand rows, spread over the file: what a column holds shows in them.
template <class Look>
void each_looked_at(const StaffFile& file, Look look)
{
    constexpr std::size_t most = 2'000;
    const auto step = std::max<std::size_t>(1, file.rows.size() / most);
    for (std::size_t at = 0; at < file.rows.size(); at += step) look(file.rows[at]);
}

/// How many of the rows with something in a field are as `odd` says.
struct Share {
    std::size_t odd = 0;
    std::size_t filled = 0;
    bool is_most() const { return filled >= enough_to_tell && odd * 10 >= filled * 8; }
};

template <class IsFilled, class IsOdd>
Share share(const StaffFile& file, IsFilled is_filled, IsOdd is_odd)
{
    Share share;
    each_looked_at(file, [&](const StaffRow& row) {
        if (!is_filled(row)) return;
        ++share.filled;
        if (is_odd(row)) ++share.odd;
    });
    return share;
}

/// Cells of a mapped column that could not be read, looked at in the table since rules before this one have made them silent.
Share unreadable_dates(const StaffFile& file, Field field)
{
    Share share;
    if (!file.places.has(field)) return share;
    const auto& translation = *file.profile->translation;
    each_looked_at(file, [&](const StaffRow& row) {
        const auto text = translation.text(field, file.table.cell(row.row, file.places.of(field)));
        if (text.empty()) return;
        ++share.filled;
        if (!translation.day(field, text)) ++share.odd;
    });
    return share;
}

template <Field... fields>
std::vector<Spoken> columns_without_dates(const StaffFile& file, const Checking&)
{
    std::vector<std::string> columns;
    const auto look = [&](Field field) {
        if (unreadable_dates(file, field).is_most()) columns.emplace_back(file.profile->column_of(field));
    };
    (look(fields), ...);
    return columns.empty() ? std::vector<Spoken>{} : whole_file(joined(columns, ", "));
}

/// The day that the cell of a mapped column says, before any rule took it away.
std::optional<Date> day_in(const StaffFile& file, const StaffRow& row, Field field)
{
    if (!file.places.has(field)) return std::nullopt;
    const auto text = file.profile->translation->text(field, file.table.cell(row.row, file.places.of(field)));
    return file.profile->translation->day(field, text);
}

bool looks_born(Date day, Date today)
{
    const auto age = whole_years(day, today);
    return day < today && age >= 16 && age <= 75;
}

/// Dates of a start that look like births: most lie 16 to 75 years back, and half of them more than 25.
std::vector<Spoken> starts_like_births(const StaffFile& file, const Checking& checking)
{
    const auto today = checking.surroundings.today();
    std::size_t long_ago = 0;
    const auto found = share(file, [&](const StaffRow& row) { return day_in(file, row, Field::start_date).has_value(); },
                             [&](const StaffRow& row) {
                                 const auto day = *day_in(file, row, Field::start_date);
                                 if (day < today && whole_years(day, today) >= 25) ++long_ago;
                                 return looks_born(day, today);
                             });
    if (!found.is_most() || long_ago * 2 < found.filled) return {};
    return whole_file(counted(static_cast<std::int64_t>(long_ago), "row") + " of " + with_commas(static_cast<std::int64_t>(found.filled)) + " looked at");
}

std::vector<Spoken> births_like_starts(const StaffFile& file, const Checking& checking)
{
    const auto today = checking.surroundings.today();
    const auto found = share(file, [&](const StaffRow& row) { return day_in(file, row, Field::date_of_birth).has_value(); },
                             [&](const StaffRow& row) { return !looks_born(*day_in(file, row, Field::date_of_birth), today); });
    return found.is_most() ? whole_file(std::string{file.profile->column_of(Field::date_of_birth)}) : std::vector<Spoken>{};
}

/// The same dates in both columns, or starts before the fourteenth birthday: the two are mixed up.
std::vector<Spoken> starts_before_work_was_possible(const StaffFile& file, const Checking&)
{
    const auto both = [&](const StaffRow& row) { return day_in(file, row, Field::start_date) && day_in(file, row, Field::date_of_birth); };
    const auto found = share(file, both, [&](const StaffRow& row) {
        return *day_in(file, row, Field::start_date) < day_in(file, row, Field::date_of_birth)->plus_years(14);
    });
    return found.is_most() ? whole_file(counted(static_cast<std::int64_t>(found.odd), "row") + " of " + with_commas(static_cast<std::int64_t>(found.filled)) + " looked at")
                           : std::vector<Spoken>{};
}

bool has_digit(std::string_view text) { return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; }); }

std::vector<Spoken> names_with_numbers(const StaffFile& file, const Checking&)
{
    std::vector<std::string> columns;
    for (auto field : {Field::family_name, Field::given_name}) {
        if (!file.places.has(field)) continue;
        const auto text = [&](const StaffRow& row) { return file.profile->translation->text(field, file.table.cell(row.row, file.places.of(field))); };
        const auto found = share(file, [&](const StaffRow& row) { return !text(row).empty(); }, [&](const StaffRow& row) { return has_digit(text(row)); });
        if (found.is_most()) columns.emplace_back(file.profile->column_of(field));
    }
    return columns.empty() ? std::vector<Spoken>{} : whole_file(joined(columns, ", "));
}

/// One reference on most rows: a constant, a cost centre or a job code was taken for it.
std::vector<Spoken> references_all_alike(const StaffFile& file, const Checking&)
{
    std::unordered_set<std::string_view> different;
    std::size_t filled = 0;
    for (const auto& row : file.rows) {
        if (!row.staff_reference) continue;
        ++filled;
        different.insert(*row.staff_reference);
    }
    if (filled < enough_to_tell * 2 || different.size() * 5 > filled) return {};
    return whole_file(counted(static_cast<std::int64_t>(different.size()), "reference") + " for " + counted(static_cast<std::int64_t>(filled), "row"));
}

std::vector<Spoken> mostly_unreadable(const StaffFile& file, Field field)
{
    if (!file.places.has(field)) return {};
    const auto& translation = *file.profile->translation;
    Share share;
    each_looked_at(file, [&](const StaffRow& row) {
        const auto text = translation.text(field, file.table.cell(row.row, file.places.of(field)));
        if (text.empty()) return;
        ++share.filled;
        const auto value = field == Field::fte ? translation.fte(field, text).has_value() && *translation.fte(field, text) <= Fte::thousandths(1'500)
                                               : translation.hours(text).has_value() && *translation.hours(text) <= 75'00;
        if (!value) ++share.odd;
    });
    return share.is_most() ? whole_file(std::string{file.profile->column_of(field)}) : std::vector<Spoken>{};
}

/// Fields of codes with the cells that the mapping leaves out, counted.
std::vector<Spoken> values_left_out(const StaffFile& file, const Checking&)
{
    std::vector<std::string> words;
    for (const auto& column : file.profile->columns) {
        if (!file.places.has(column.field) || file.profile->translation->of(column.field).values.empty()) continue;
        std::int64_t rows = 0;
        for (const auto& row : file.rows)
            if (CellTranslation::is_left_out(file.profile->translation->text(column.field, file.table.cell(row.row, file.places.of(column.field))))) ++rows;
        if (rows > 0) words.push_back(std::string{column.name} + " in " + counted(rows, "row"));
    }
    return words.empty() ? std::vector<Spoken>{} : whole_file(joined(words, ", "));
}

const std::string_view source = "Kith: a mapping made by a person is checked like anything else";

const auto rules = std::to_array<FileRule>({
    {{"K-MAP-1", Effect::good_to_know, Field::row, "Columns that the mapping leaves out: {}.", "Kith: what is not taken is said"},
     [](const StaffFile& file, const Checking&) {
         return file.places.not_taken.empty() ? std::vector<Spoken>{} : whole_file(joined(file.places.not_taken, ", "));
     }},
    {{"K-MAP-2", Effect::good_to_know, Field::row, "Values that the mapping leaves out: {}. What the register holds there stays as it is.", "Kith: what is not taken is said"},
     values_left_out},
    {{"K-MAP-3", Effect::good_to_know, Field::row, "The mapping leaves out {}, by what stands in a column of codes.", "Kith: what is not taken is said"},
     [](const StaffFile& file, const Checking&) {
         return file.left_out == 0 ? std::vector<Spoken>{} : whole_file(counted(static_cast<std::int64_t>(file.left_out), "row"));
     }},
    {{"K-MAP-4", Effect::doubtful, Field::start_date,
      "The first days of jobs look like dates of birth: {} began 25 years ago or more. Check which column is mapped to the first day of the job.", source},
     starts_like_births},
    {{"K-MAP-5", Effect::doubtful, Field::date_of_birth,
      "Most values of the column {} are no dates of birth of people at work. Check which column is mapped to the date of birth.", source},
     births_like_starts},
    {{"K-MAP-6", Effect::doubtful, Field::start_date,
      "In {} the job begins before the person is 14. The columns of birth and of the first day may be mapped the wrong way round.", source},
     starts_before_work_was_possible},
    {{"K-MAP-7", Effect::doubtful, Field::row, "Most values are no dates in: {}. Check what the column is mapped to, and the order of day and month.", source},
     columns_without_dates<Field::date_of_birth, Field::start_date, Field::end_date, Field::terms_from>},
    {{"K-MAP-8", Effect::doubtful, Field::row, "Most values hold digits in a column mapped to a name: {}. Check what the column is mapped to.", source},
     names_with_numbers},
    {{"K-MAP-9", Effect::doubtful, Field::staff_reference,
      "There are {}: most people would become one. Check which column is mapped to the staff reference.", source},
     references_all_alike},
    {{"K-MAP-10", Effect::doubtful, Field::fte, "Most values of the column {} are no FTE. It may hold hours: check what it is mapped to.", source},
     [](const StaffFile& file, const Checking&) { return mostly_unreadable(file, Field::fte); }},
    {{"K-MAP-11", Effect::doubtful, Field::hours, "Most values of the column {} are no hours a week. Check what it is mapped to.", source},
     [](const StaffFile& file, const Checking&) { return mostly_unreadable(file, Field::hours); }},
});
}  // namespace

std::span<const FileRule> rules_of_mappings()
{
    return rules;
}

}  // namespace kith::intake
