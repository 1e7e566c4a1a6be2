#pragma once
// One row of a staff file, typed: what it says of a person, of an engagement, and of the terms that hold from a day; and the facts that rows
// give beside. Not yet judged: rules do that, and make silent what they refuse. Kept small: a file may have a million rows.
#include "intake/profile.hpp"
#include "intake/said.hpp"
#include "intake/surroundings.hpp"
#include "workforce/days_lost.hpp"
#include "workforce/staff_record.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <vector>

namespace kith::intake {

using SaidCode = Said<const packs::Code*>;
using SaidText = Said<std::string_view>;
using SaidName = SaidPersonal<struct workforce::PersonNameTag>;
/// A whole number from nought.
using SaidNumber = Said<std::int32_t>;

struct StaffRow {
    std::uint32_t row = 0;    ///< in the table
    std::uint32_t line = 0;   ///< of the file
    std::uint32_t cells = 0;  ///< written in the row
    std::uint32_t first_fact = 0;   ///< into StaffFile::facts
    std::uint16_t facts = 0;
    std::uint8_t lists_said = 0;    ///< bit by FactKind: the row gives the whole list of the person's facts of that kind
    bool stray_quote = false;
    bool taken = true;        ///< false once a rule refused the row
    bool organisation_named = false;  ///< the row itself names it
    bool fte_from_hours = false;

    Said<const partnership::Organisation*> organisation;  ///< by name in the row, else the one it is handed in for
    SaidText workplace;                                   ///< adult social care files: LOCALESTID
    SaidText staff_reference;
    SaidName family_name;
    SaidName given_name;
    Said<Date> date_of_birth;
    Said<NationalInsuranceNumber> national_insurance_number;
    SaidCode sex;
    SaidCode ethnicity;
    SaidCode disability;
    SaidText engagement_reference;
    Said<Date> start_date;
    Said<Date> end_date;
    Said<Date> terms_from;
    SaidCode origin;
    SaidCode reason_for_leaving;
    SaidCode destination;
    SaidCode role;
    SaidCode sector;
    SaidCode breadth;
    SaidCode contract;  ///< of Kith's list; adult social care statuses come through their mapping
    Said<Fte> fte;
    SaidNumber hours;   ///< contracted, hundredths of an hour a week
    SaidText pattern;   ///< codes in the order of their list, joined by ";"
    Said<Pence> pay;
    SaidCode pay_period;
    SaidCode terms_set;
    SaidCode pension_scheme;
    SaidText manager;
    SaidNumber caseload;
    SaidText seconded_from;
    SaidText seconded_to;
    Said<const partnership::Setting*> setting;
    Said<const partnership::Locality*> locality;
    SaidText status;    ///< adult social care files: NEW, UPDATE and so on

    /// The day from which the row's terms hold, where it says one: `terms_from`, else the start.
    const Said<Date>& terms_day() const { return terms_from ? terms_from : start_date; }
};

/// A fact as a row gives it: in a column of its own of a staff file, in a file of facts, or in a training file.
struct SaidFact {
    std::uint32_t row = 0;      ///< into StaffFile::rows
    Field field = Field::row;   ///< the column that gives it
    bool taken = true;          ///< false once a rule refused it
    bool of_list = false;       ///< one of a list that is the whole list of its kind
    bool removes = false;       ///< the row says that it is not so any more
    Said<const workforce::FactKindRow*> kind;
    std::string_view list;      ///< that its code is of
    SaidCode code;
    SaidCode detail;
    Said<Date> on;
    Said<Date> until;
    Said<workforce::DaysLost> days_lost;  ///< of an absence, in place of a detail
    SaidText number;
    SaidText words;
};

/// A staff file read: its table (which the rows' texts are views of), its format, its rows.
struct StaffFile {
    std::string name;
    files::CsvTable table;
    const Profile* profile = nullptr;
    ColumnPlaces places;
    std::vector<StaffRow> rows;
    std::vector<SaidFact> facts;      ///< in the order of the rows
    int full_week = 37'00;            ///< hours a week that are full time, in hundredths: what the mapping says, else the year's pack
    std::size_t left_out = 0;         ///< rows that the mapping of an extract leaves out; they are not among `rows`
    std::size_t examples = 0;         ///< made-up people of the template; they are not among `rows`
    std::vector<std::size_t> totals{};  ///< lines of rows that are totals; they are not among `rows`
    std::vector<std::deque<std::string>> made;  ///< texts that stand in no cell, of which rows hold views

    std::span<const SaidFact> facts_of(const StaffRow& row) const { return std::span{facts}.subspan(row.first_fact, row.facts); }
    std::span<SaidFact> facts_of(const StaffRow& row) { return std::span{facts}.subspan(row.first_fact, row.facts); }
    /// What stands in the row's cell of that field: for suggestions, never for messages, since anything may stand in a shifted cell.
    std::string_view cell(const StaffRow& row, Field field) const
    {
        return places.has(field) ? table.cell(row.row, places.of(field)) : std::string_view{};
    }
};

/// "37", "36.25": the file's full-time hours a week, for words.
std::string full_week_words(const StaffFile& file);

/// Reads the table's rows by the profile, on as many threads as are worth it. Takes any cells; judges nothing.
StaffFile read_staff(std::string name, files::CsvTable table, const Profile& profile, const Surroundings& surroundings);

using workforce::unreferenced_engagement;
/// The reference of the row's engagement within its staff record: the file's own, or "from-2019-04-01".
std::string engagement_key(const StaffRow& row);

/// What the row says of a field: silent for one that a row does not hold.
Saying saying_of(const StaffRow& row, Field field);
/// Makes the row silent about a field.
void leave_as_held(StaffRow& row, Field field);

}  // namespace kith::intake
