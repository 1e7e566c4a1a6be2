#pragma once
// What a number in a workbook's cell stands for, by the format it is shown in: a plain number, a day, a time, a reference padded with
// noughts. And the text that Kith reads it as. Pure.
#include <cstdint>
#include <string>
#include <string_view>

namespace kith::files {

enum class Shown : std::uint8_t { number, date, date_and_time, time };

struct NumberFormat {
    Shown shown = Shown::number;
    std::uint8_t digits = 0;  ///< the format is this many noughts: 123 is shown as 000123
    bool operator==(const NumberFormat&) const = default;
};

/// A format's code such as "dd/mm/yyyy", "[$-809]d mmmm yyyy;@", "000000" or "0.00" (ECMA-376 part 1, 18.8.30 and 18.8.31).
NumberFormat number_format_of(std::string_view code);
/// A format that workbooks name by number only, 0 to 163 (ECMA-376 part 1, 18.8.30); the ones of East Asia are dates too.
NumberFormat built_in_number_format(int id);

/// The number as a person sees it: at most 15 significant digits, no exponent, noughts in front where the format has them.
/// "0.30000000000000004" is "0.3".
std::string number_text(std::string_view written, NumberFormat format);

/// The day or time of a serial number: "2026-03-27", "2026-03-27 09:30:00", "09:30:00". Empty for what is no day that Kith knows.
/// `from_1904`: the workbook counts from 1 January 1904, as those begun on a Macintosh do, not from 1900 with its day too many.
std::string date_text(double serial, Shown shown, bool from_1904);

}  // namespace kith::files
