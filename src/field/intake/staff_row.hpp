#pragma once
// One row of a staff file, typed: what it says of a person, of an engagement, and of the terms that hold from a day. Not yet judged:
// rules do that, and make silent what they refuse.
#include "intake/profile.hpp"
#include "intake/said.hpp"
#include "intake/surroundings.hpp"
#include "workforce/staff_record.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace kith::intake {

struct StaffRow {
    std::size_t row = 0;     ///< in the table
    std::int64_t line = 0;   ///< of the file
    std::size_t cells = 0;   ///< written in the row
    bool stray_quote = false;
    bool taken = true;       ///< false once a rule refused the row

    Said<const partnership::Organisation*> organisation;  ///< by name in the row, else the one it is handed in for
    bool organisation_named = false;                      ///< the row itself names it
    Said<std::string> workplace;                          ///< adult social care files: LOCALESTID
    Said<std::string> staff_reference;
    Said<workforce::PersonName> family_name;
    Said<workforce::PersonName> given_name;
    Said<Date> date_of_birth;
    Said<NationalInsuranceNumber> national_insurance_number;
    Said<std::string> engagement_reference;
    Said<Date> start_date;
    Said<Date> end_date;
    Said<Date> terms_from;
    Said<const packs::Code*> role;
    Said<const packs::Code*> sector;
    Said<const packs::Code*> breadth;
    Said<const packs::Code*> contract;  ///< of Kith's list; adult social care statuses come through their mapping
    Said<Fte> fte;
    Said<int> hours;           ///< contracted, hundredths of an hour a week
    bool fte_from_hours = false;
    Said<const partnership::Setting*> setting;
    Said<const partnership::Locality*> locality;
    Said<std::string> status;  ///< adult social care files: NEW, UPDATE and so on

    /// The day from which the row's terms hold, where it says one: `terms_from`, else the start.
    const Said<Date>& terms_day() const { return terms_from ? terms_from : start_date; }
};

/// A staff file read: its table (which the rows' texts are views of), its format, its rows.
struct StaffFile {
    std::string name;
    files::CsvTable table;
    const Profile* profile = nullptr;
    ColumnPlaces places;
    std::vector<StaffRow> rows;
};

/// FTE in thousandths from hours a week in hundredths: hours ÷ 37, rounded half up. 37 hours is the standard working week of the National
/// Agreement on Pay and Conditions of Service for local government (the Green Book), and what the adult social care data set counts as full time.
Fte fte_from_hours(int hundredths);

/// Reads the table's rows by the profile. Takes any cells; judges nothing.
StaffFile read_staff(std::string name, files::CsvTable table, const Profile& profile, const Surroundings& surroundings);

using workforce::unreferenced_engagement;
/// The reference of the row's engagement within its staff record: the file's own, or "from-2019-04-01".
std::string engagement_key(const StaffRow& row);

/// Makes the row silent about a field.
void leave_as_held(StaffRow& row, Field field);

}  // namespace kith::intake
