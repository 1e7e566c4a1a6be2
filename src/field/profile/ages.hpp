#pragma once
// Ages, when people reach state pension age, and how long they have served. Pure: days, and the law as a list of the packs. Nobody has to
// retire at that age; it says when more of a workforce may go.
#include "packs/packs.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kith::profile {

/// The day on which the `years`th year after `day` is complete, as whole_years counts: of 29 February, 1 March in common years.
Date anniversary(Date day, int years);
/// The same day `months` later, or the last of that month where it has no such day.
Date months_later(Date day, int months);

/// From and to whole years, both within.
struct YearBand {
    int from = 0;
    std::optional<int> to;  ///< none: and over
    bool contains(int years) const { return from <= years && (!to || years <= *to); }
};
/// "Under 20", "20 to 24", "70 and over".
std::string in_words(const YearBand& band);

/// Under 20, then by five years, 70 and over: the bands of an age pyramid.
std::span<const YearBand> age_bands();
/// Under 1, 1 to 2, 3 to 4, 5 to 9, 10 to 19, 20 and over: years of service. Kith's own.
std::span<const YearBand> service_bands();
/// The band that holds the whole years from `from` (a birth, the first day of an engagement) to `day`; none where that lies before.
const YearBand* band_on(std::span<const YearBand> bands, Date from, Date day);

/// The law on state pension age: as it stood in 2009, or as it stands. A list of days of birth, `who` they are of, and the age or day.
const packs::CodeList& pension_law(const packs::Packs& packs, packs::Era era);
/// The day on which someone reaches state pension age. None where the law tells women from men by that birth and `sex` (a code of the list
/// "sex") is neither. An age in years and months that the month has no day for is reached on the last day of the month. Source: the law's own.
std::optional<Date> pension_day(Date born, std::string_view sex, const packs::CodeList& law);

enum class Retiring : std::uint8_t { reached, within_1, within_3, within_5, later };
/// When someone reaches state pension age, seen from `day`: on it or before; by its anniversary in one, three or five years; later.
Retiring retiring(Date pension_day, Date day);
/// The same of many people on one day.
class RetiringOn {
public:
    explicit RetiringOn(Date day);
    Retiring operator()(Date pension_day) const;

private:
    Date day_, in_1_, in_3_, in_5_;
};

}  // namespace kith::profile
