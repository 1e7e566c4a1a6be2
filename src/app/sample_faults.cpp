#include "app/sample_faults.hpp"

#include <fmt/format.h>

#include <array>

namespace kith::app {
namespace {

std::string lower(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// What a tired person sends at the end of a term: a date that is none, an unknown role, a person twice, an FTE of 37.
SampleFile tired_return(const SampleHandsIn& one)
{
    Dice dice{static_cast<std::uint64_t>(one.number) * 7919U};
    const auto& employer = *one.employer;
    const auto& place = employer.settings.front();
    auto row = [&](int number, std::string_view born, std::string_view role, std::string_view fte, std::string_view started) {
        return fmt::format("{0},{0}-{1},{2},{3},{4},{5},permanent,{6},{7},{8},{9},\n", employer.code, number, composed_family_name(dice),
                           composed_given_name(dice), born, role, fte, place.code, place.locality, started);
    };
    std::string text =
        "organisation,staff_reference,family_name,given_name,date_of_birth,role,contract,fte,setting,locality,start_date,end_date\n";
    text += row(9001, "14/02/1988", "teacher", "1", "01/09/2024");
    text += row(9002, "31/02/1990", "teacher", "0.6", "01/09/2024");
    text += row(9003, "03/11/1979", "techer", "1", "01/09/2023");
    text += row(9004, "21/06/1995", "teaching_assistant", "37", "01/09/2025");
    text += row(9001, "14/02/1988", "teacher", "1", "01/09/2024");
    text += row(9005, "19/08/1999", "teaching_assistant", "0.8", "");
    return {.name = lower(employer.code) + "-staff-september.csv",
            .organisation = employer.code,
            .text = std::move(text),
            .on = one.days.back(),
            .speaks = {},
            .end = SampleEnd::left_waiting,
            .faulty = true};
}

/// The same staff with cells as they come out of a spreadsheet that was sorted by one column only.
void spoil(SampleCells& cells)
{
    const auto column = [&](std::string_view name) {
        std::size_t at = 0;
        while (cells.header[at] != name) ++at;
        return at;
    };
    constexpr std::size_t every = 4;
    for (std::size_t i = 1; i < cells.rows.size(); i += every) {
        auto& row = cells.rows[i];
        // Hundredths of a day without their point.
        if (auto& lost = row[column("sickness_days_lost")]; i % 5 == 0 && !lost.empty()) lost = "725";
        if (i % 3 == 0)
            row[column("start_date")] = "31/02/2024";
        else if (i % 3 == 1)
            row[column("role")] = "techer";
        else
            row[column("fte")] = "37.5";
    }
}

/// The last return of an employer once more, spoilt: taken as far as it can be, or left waiting.
SampleFile spoilt_return(const SampleHandsIn& one, SampleEnd end)
{
    const SampleKnown known{.employer = *one.employer, .staff = one.staff, .since = one.days.back().plus_days(-1), .on = one.days.back()};
    auto cells = staff_cells(SampleFormat::kith_wide, known);
    spoil(cells);
    return {.name = lower(one.employer->code) + "-staff-again.csv",
            .organisation = one.employer->code,
            .text = as_csv(cells),
            .on = one.days.back().plus_days(1),
            .speaks = {},
            .end = end,
            .faulty = true};
}

/// A list of half the staff, said to be everyone: taken back the day after.
SampleFile half_a_list(const SampleHandsIn& one)
{
    const SampleKnown known{.employer = *one.employer, .staff = one.staff, .since = one.days.back().plus_days(-1), .on = one.days.back()};
    auto cells = staff_cells(SampleFormat::kith_wide, known);
    cells.rows.resize(cells.rows.size() / 2 + 1);
    return {.name = lower(one.employer->code) + "-staff-page-1.csv",
            .organisation = one.employer->code,
            .text = as_csv(cells),
            .on = one.days.back().plus_days(1),
            .speaks = {.act = returns::Act::full, .about = {}, .last_day = {}},
            .end = SampleEnd::undone};
}

/// An extract whose system was changed: a column that nobody has said the meaning of.
SampleFile changed_layout(const SampleHandsIn& one)
{
    auto cells = staff_cells(
        one.format, {.employer = *one.employer, .staff = one.staff, .since = one.days.back().plus_days(-1), .on = one.days.back()});
    cells.header.emplace_back("Building");
    for (auto& row : cells.rows) row.emplace_back("Main");
    return {.name = lower(one.employer->code) + "-staff-new-system.csv",
            .organisation = one.employer->code,
            .text = as_csv(cells),
            .on = one.days.back().plus_days(1),
            .speaks = {},
            .end = SampleEnd::left_waiting};
}

}  // namespace

void add_faults(Sample& sample, const SampleHandsIn& one, SampleSize size)
{
    if (one.employer->code == "PRI03") sample.files.push_back(tired_return(one));
    const bool is_wide = one.format == SampleFormat::kith_wide && one.staff.people.size() > 5;
    if (size == SampleSize::small || one.employer->code == "NUR01") return;
    if (is_wide && one.number % 9 == 5) sample.files.push_back(spoilt_return(one, SampleEnd::taken));
    if (is_wide && one.number % 11 == 7) sample.files.push_back(spoilt_return(one, SampleEnd::left_waiting));
    if (is_wide && one.number % 41 == 11) sample.files.push_back(half_a_list(one));
    if (one.format == SampleFormat::school && one.number % 19 == 2) sample.files.push_back(changed_layout(one));
}

}  // namespace kith::app
