#include "intake/staff_workbook.hpp"

#include "base/quantity.hpp"
#include "files/xlsx_reader.hpp"
#include "files/xlsx_writer.hpp"
#include "intake/staff_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace kith::intake {
namespace {
constexpr std::string_view first_sheet = "Read me first";
constexpr std::string_view staff_sheet = "Staff";
constexpr std::string_view codes_sheet = "Codes";
constexpr std::size_t rows_with_lists = 5'000;

/// What stands in the drop-down for a code: its label, since Kith knows codes by their labels; the code itself where two share a label.
std::string_view choice_of(const packs::CodeList& list, const packs::Code& code, packs::Era era)
{
    const auto label = code.label_in(era);
    return list.recognise(label) == &code ? label : std::string_view{code.code};
}

bool is_day(Field field)
{
    using enum Field;
    constexpr std::array days{date_of_birth, start_date, end_date, terms_from, registration_until, last_supervision, last_appraisal, sickness_from, sickness_until, identity_check,
                              right_to_work_check, references_check, criminal_record_check, barred_list_check, prohibition_check, section_128_check,
                              overseas_check, childcare_disqualification_check, required_qualification_check};
    return std::ranges::find(days, field) != days.end();
}

bool is_number(Field field) { return field == Field::sickness_days_lost || field == Field::fte || field == Field::hours || field == Field::pay || field == Field::caseload; }

/// What one workbook is made of: its columns, and the lists that they take their codes from.
class Making {
public:
    Making(const packs::Packs& packs, StaffColumns which, packs::Era era) : packs_(packs), era_(era)
    {
        for (const auto& column : kith_staff_profile().columns) {
            if (column.further && which == StaffColumns::usual) continue;
            columns_.push_back(column);
            const auto* list = list_for(column.field);
            if (list != nullptr && std::ranges::find(lists_, list) == lists_.end()) lists_.push_back(list);
        }
    }

    std::string bytes() &&
    {
        write_first_sheet();
        write_staff_sheet();
        write_codes_sheet();
        return std::move(writer_).bytes();
    }

private:
    const packs::CodeList* list_for(Field field) const
    {
        const auto list = list_of(field);
        return list.empty() || !packs_.has_list(list) ? nullptr : &packs_.list(list);
    }

    /// Columns with lists of long labels are wide.
    double width_of(const ProfileColumn& column) const
    {
        return std::max(list_for(column.field) != nullptr ? 30.0 : 14.0, static_cast<double>(column.name.size()) + 4);
    }

    void write_first_sheet();
    void write_example(std::size_t row);
    void write_staff_sheet();
    void write_codes_sheet();

    const packs::Packs& packs_;
    packs::Era era_;
    std::vector<ProfileColumn> columns_;
    std::vector<const packs::CodeList*> lists_;
    files::XlsxWriter writer_;
};

void Making::write_first_sheet()
{
    constexpr std::array words{
        "Fill in the sheet “Staff”: one row for each job of each member of staff, and one more for each day from which its terms changed.",
        "The grey rows there are made up. Write over them or delete them; where one is left, Kith leaves it out.",
        "Only the columns marked “needed” must be there. A column that you delete leaves what Kith holds as it is. An empty cell clears it.",
        "Nobody is ended by being left out of the file: give the last day of the job in end_date.",
        "Columns with a list open a drop-down when you click in a cell. The lists with their codes are on the sheet “Codes”; either may be used.",
        "Type days as 27/03/1984. Keep a reference such as 00123 as text, as it is set here, so that its noughts stay.",
        "Save the workbook as .xlsx and hand it in under Returns. You see what needs mending, row by row, before anything is taken.",
    };
    writer_.sheet(first_sheet).columns(0, 0, 34).columns(1, 1, 10).columns(2, 2, 90).columns(3, 3, 34);
    writer_.text("Staff return", {.large = true}).end_row().end_row();
    for (const auto* sentence : words) writer_.text(sentence).end_row();
    writer_.end_row();
    for (auto name : {"column", "needed", "what goes in it", "list"}) writer_.text(name, {.heading = true});
    writer_.end_row();
    for (const auto& column : columns_) {
        const auto* list = list_for(column.field);
        writer_.text(column.name, {.strong = true}).text(column.needed ? "needed" : "", {.wrapped = true}).text(column.meaning, {.wrapped = true});
        writer_.text(list == nullptr ? std::string{} : list->title(), {.wrapped = true}).end_row();
    }
}

void Making::write_example(std::size_t row)
{
    constexpr files::XlsxLook look{.faint = true};
    for (const auto& column : columns_) {
        const auto value = example_value(packs_, column.field, row);
        const auto* list = list_for(column.field);
        const auto* code = list == nullptr ? nullptr : list->find(value);
        const auto day = is_day(column.field) ? Date::parse_any(value) : unacceptable({}, {});
        double number = 0;
        if (value.empty()) writer_.blank();
        else if (code != nullptr) writer_.text(choice_of(*list, *code, era_), look);
        else if (day) writer_.day(*day, look);
        else if (is_number(column.field) && std::from_chars(value.data(), value.data() + value.size(), number).ec == std::errc{}) writer_.number(number, look);
        else writer_.text(value, look);
    }
    writer_.end_row();
}

void Making::write_staff_sheet()
{
    writer_.sheet(staff_sheet).freeze(1);
    for (std::size_t at = 0; at < columns_.size(); ++at) {
        const bool day = is_day(columns_[at].field);
        writer_.columns(at, at, width_of(columns_[at]), {.day = day, .as_text = !day && !is_number(columns_[at].field)});
    }
    for (const auto& column : columns_) writer_.text(column.name, {.heading = true});
    writer_.end_row();
    for (std::size_t row = 0; row < 3; ++row) write_example(row);
    for (std::size_t at = 0; at < columns_.size(); ++at) {
        const auto& column = columns_[at];
        writer_.note(0, at, fmt::format("{}{}", column.needed ? "Needed. " : "", column.meaning));
        const auto list = std::ranges::find(lists_, list_for(column.field));
        if (list == lists_.end()) continue;
        const auto letters = files::column_letters(2 * static_cast<std::size_t>(list - lists_.begin()));
        writer_.choice({.column = at, .first_row = 1, .last_row = rows_with_lists,
                        .range = fmt::format("={}!${}$2:${}${}", codes_sheet, letters, letters, (*list)->codes().size() + 1),
                        .title = "Not in the list", .words = "Kith knows the choices of the list, and their codes on the sheet Codes. Keep what you typed?"});
    }
    writer_.note(1, 1, "A made-up person, to show how rows are filled in. Write over this row or delete it; where it is left, Kith leaves it out.");
}

/// Two columns for each list: what may be chosen, and its code.
void Making::write_codes_sheet()
{
    writer_.sheet(codes_sheet).freeze(1);
    std::size_t longest = 0;
    for (std::size_t at = 0; at < lists_.size(); ++at) {
        writer_.columns(2 * at, 2 * at, 40).columns(2 * at + 1, 2 * at + 1, 26);
        longest = std::max(longest, lists_[at]->codes().size());
    }
    for (const auto* list : lists_) writer_.text(list->title(), {.heading = true}).text(list->id() + " code", {.heading = true});
    writer_.end_row();
    for (std::size_t row = 0; row < longest; ++row) {
        for (const auto* list : lists_) {
            const auto& codes = list->codes();
            if (row < codes.size()) writer_.text(choice_of(*list, codes[row], era_)).text(codes[row].code);
            else writer_.blank().blank();
        }
        writer_.end_row();
    }
}
}  // namespace

std::string staff_workbook(const packs::Packs& packs, StaffColumns which, packs::Era era)
{
    return Making{packs, which, era}.bytes();
}

bool is_template_sheet(std::string_view name) { return name == first_sheet || name == codes_sheet; }

}  // namespace kith::intake
