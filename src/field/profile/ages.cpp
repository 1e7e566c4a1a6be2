#include "profile/ages.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace kith::profile {
namespace {

constexpr auto bands_of_age = std::to_array<YearBand>({{0, 19}, {20, 24}, {25, 29}, {30, 34}, {35, 39}, {40, 44}, {45, 49}, {50, 54}, {55, 59}, {60, 64}, {65, 69}, {70, {}}});
constexpr auto bands_of_service = std::to_array<YearBand>({{0, 0}, {1, 2}, {3, 4}, {5, 9}, {10, 19}, {20, {}}});

int number_in(std::string_view text, const packs::Code& row)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) throw std::logic_error("state pension age, " + row.code + ": not a number");
    return number;
}

/// Months of birth, from the 6th to the 5th, between the first of a row and that of `born`.
int months_into(const packs::Code& row, Date born)
{
    const auto months = (born.year() - row.from->year()) * 12 + born.month() - row.from->month();
    return born.day() < 6 ? months - 1 : months;
}

Date reached_by(const packs::Code& row, Date born)
{
    const auto each_month = number_in(row.attribute("each_month"), row);
    const auto later = each_month == 0 ? 0 : each_month * months_into(row, born);
    const auto reached = row.attribute("reached");
    if (auto day = Date::parse_iso(reached)) return months_later(*day, later);
    const auto words = split(reached, ' ');
    const auto years = number_in(words.front(), row);
    const auto months = (words.size() > 2 ? number_in(words[2], row) : 0) + later;
    return months == 0 ? anniversary(born, years) : months_later(born, 12 * years + months);
}

/// The row for births on that day of that sex; null where there is none.
const packs::Code* row_for(Date born, std::string_view sex, const packs::CodeList& law)
{
    auto found = std::ranges::find_if(law.codes(), [&](const packs::Code& row) {
        return row.holds_on(born) && (row.attribute("who") == "everyone" || row.attribute("who") == sex);
    });
    return found == law.codes().end() ? nullptr : &*found;
}

}  // namespace

Date anniversary(Date day, int years)
{
    const auto same = day.plus_years(years);
    return same.day() == day.day() ? same : same.plus_days(1);
}

Date months_later(Date day, int months)
{
    const auto index = day.year() * 12 + day.month() - 1 + months;
    for (int of_month = day.day();; --of_month)
        if (auto later = Date::of(index / 12, index % 12 + 1, of_month)) return *later;
}

std::string in_words(const YearBand& band)
{
    if (!band.to) return fmt::format("{} and over", band.from);
    if (band.from == 0) return fmt::format("Under {}", *band.to + 1);
    return fmt::format("{} to {}", band.from, *band.to);
}

std::span<const YearBand> age_bands() { return bands_of_age; }
std::span<const YearBand> service_bands() { return bands_of_service; }

const YearBand* band_on(std::span<const YearBand> bands, Date from, Date day)
{
    if (day < from) return nullptr;
    const auto years = whole_years(from, day);
    auto found = std::ranges::find_if(bands, [&](const YearBand& band) { return band.contains(years); });
    return found == bands.end() ? nullptr : &*found;
}

const packs::CodeList& pension_law(const packs::Packs& packs, packs::Era era)
{
    return packs.list(era == packs::Era::of_2009 ? "state_pension_age_2009" : "state_pension_age");
}

std::optional<Date> pension_day(Date born, std::string_view sex, const packs::CodeList& law)
{
    const auto* row = row_for(born, sex, law);
    return row == nullptr ? std::nullopt : std::optional{reached_by(*row, born)};
}

Retiring retiring(Date pension_day, Date day)
{
    return RetiringOn{day}(pension_day);
}

RetiringOn::RetiringOn(Date day) : day_(day), in_1_(anniversary(day, 1)), in_3_(anniversary(day, 3)), in_5_(anniversary(day, 5)) {}

Retiring RetiringOn::operator()(Date pension_day) const
{
    if (pension_day <= day_) return Retiring::reached;
    if (pension_day <= in_1_) return Retiring::within_1;
    if (pension_day <= in_3_) return Retiring::within_3;
    return pension_day <= in_5_ ? Retiring::within_5 : Retiring::later;
}

}  // namespace kith::profile
