#pragma once
// A file of the children's social work workforce census (Department for Education), read: its elements as data, and one worker after another
// as the file has them. Not judged (csww_rules.hpp), not compared with the register (csww_kind.hpp).
#include "base/date.hpp"
#include "base/result.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::census {

/// The elements of CSWWWorker, in the order that the census's schema gives them.
enum class CswwItem : std::uint8_t {
    agency_worker, swe_number, fte, birth_date, gender, ethnicity, qualified_at, qualification_level, step_up, role, start_date, origin, end_date,
    destination, reason, fte_on_day, cases_on_day, days_lost, contract_weeks, frontline, absent_on_day, absence_reason, status,
    whole,  ///< no element: the worker as a whole
};
inline constexpr std::size_t csww_items = static_cast<std::size_t>(CswwItem::whole);

enum class CswwShape : std::uint8_t { text, yes_no, code, day, fraction, whole_number, hundredths, tenths, swe_number };

struct CswwElement {
    CswwItem item;
    std::string_view name;   ///< "PersonBirthDate"
    CswwShape shape;
    std::string_view list;   ///< of a code: the pack's list
    bool may_repeat = false;
    bool needed_of_staff = false;  ///< must be given for everyone who is no agency worker
};

std::span<const CswwElement> csww_elements();
const CswwElement& csww_element(CswwItem item);

struct CswwValue {
    std::string text;         ///< without spaces around it
    std::int64_t line = 0;    ///< where it stands first; 0 where it does not
    int times = 0;
    bool out_of_order = false;
    bool is_given() const { return !text.empty(); }
};

struct CswwWorker {
    std::int64_t line = 0;      ///< of its opening tag
    std::int64_t end_line = 0;  ///< of its closing tag
    std::array<CswwValue, csww_items> values;
    std::vector<std::pair<std::string, std::int64_t>> strangers;  ///< elements that the census does not have, and their lines
    bool taken = true;          ///< false once a rule refused the worker

    CswwValue& operator[](CswwItem item) { return values[static_cast<std::size_t>(item)]; }
    const CswwValue& operator[](CswwItem item) const { return values[static_cast<std::size_t>(item)]; }
    bool is_given(CswwItem item) const { return (*this)[item].is_given(); }
    bool is(CswwItem item, std::string_view text) const { return (*this)[item].text == text; }
    bool is_agency() const { return is(CswwItem::agency_worker, "1"); }
    std::optional<Date> day(CswwItem item) const;
    /// The line of the element, or the line before which it should stand.
    std::int64_t line_of(CswwItem item) const;
};

struct CswwFile {
    std::map<std::string, CswwValue, std::less<>> header;  ///< "Year", "ReferenceDate", "LEA", "NumberOfVacancies" and so on, by name
    std::vector<CswwWorker> workers;
    const CswwValue& of_header(std::string_view name) const;
};

/// Any bytes. A problem says why they are no census file, with line and column where it is no XML. At most `most` workers are taken.
Result<CswwFile> read_csww(std::string_view bytes, std::size_t most = 100'000);

/// True where a file begins as one of the census does.
bool is_csww(std::string_view start);

}  // namespace kith::census
