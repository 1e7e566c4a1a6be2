// The rules of workplace files.
#include "base/quantity.hpp"
#include "base/text.hpp"
#include "intake/workplace.hpp"

#include <array>

namespace kith::intake {
namespace {
using Beside = std::optional<StaffCounts>;

const auto rules = std::to_array<WorkplaceRule>({
    {{"K-WP-1", Effect::row_not_taken, Field::workplace, "LOCALESTID is missing. Enter the workplace's own reference.", "Adult social care workforce data set, error 1010"},
     [](const Workplace& row, const Beside&, std::string&) { return row.code.is_missing(); }},
    {{"K-WP-2", Effect::row_not_taken, Field::workplace, "This workplace stands on line {} already. A workplace may stand in the file once.",
      "Adult social care workforce data set, error 998"},
     [](const Workplace& row, const Beside&, std::string& detail) {
         detail = with_commas(row.earlier_line);
         return row.earlier_line != 0;
     }},
    {{"K-WP-3", Effect::row_not_taken, Field::name, "ESTNAME is missing. Enter the workplace's name.", "Adult social care workforce data set, error 1030"},
     [](const Workplace& row, const Beside&, std::string&) { return row.name.is_missing(); }},
    {{"K-WP-4", Effect::row_not_taken, Field::name, "ESTNAME is longer than 120 characters. Check that the columns have not shifted.", "Adult social care workforce data set"},
     [](const Workplace& row, const Beside&, std::string&) { return row.name && length_in_characters(*row.name) > 120; }},
    {{"K-WP-5", Effect::value_not_taken, Field::postcode, "POSTCODE is not a full UK postcode. Enter it like LS1 2RP.", "BS 7666; adult social care workforce data set, error 1060"},
     [](const Workplace& row, const Beside&, std::string&) { return row.postcode.is_unreadable(); }},
    {{"K-WP-6", Effect::doubtful, Field::postcode, "POSTCODE is missing. Enter it so that the setting can be placed in its locality.", "Kith"},
     [](const Workplace& row, const Beside&, std::string&) { return row.postcode.is_missing(); }},
    {{"K-WP-7", Effect::value_not_taken, Field::establishment_type, "ESTTYPE must be 1, 3, 6, 7 or 8.", "Adult social care workforce data set, error 1070"},
     [](const Workplace& row, const Beside&, std::string&) { return !row.establishment_type; }},
    {{"K-WP-8", Effect::value_not_taken, Field::main_service, "MAINSERVICE is not one of the service codes of the data set. Check it against the guidance for that year.",
      "Adult social care workforce data set, error 1000"},
     [](const Workplace& row, const Beside&, std::string&) { return !row.main_service; }},
    {{"K-WP-9", Effect::doubtful, Field::all_services, "MAINSERVICE is not among ALLSERVICES. Add it there.", "Adult social care workforce data set, error 1120"},
     [](const Workplace& row, const Beside&, std::string&) { return row.main_service && !row.main_service_listed; }},
    {{"K-WP-10", Effect::doubtful, Field::all_services, "ALLSERVICES, CAPACITY, UTILISATION and SERVICEDESC must have as many entries each. Kith takes none of the last three.",
      "Adult social care workforce data set, error 1140"},
     [](const Workplace& row, const Beside&, std::string&) { return !row.services_run_parallel; }},
    {{"K-WP-11", Effect::doubtful, Field::all_job_roles, "ALLJOBROLES, STARTERS, LEAVERS and VACANCIES must have as many entries each. Kith works starters and leavers out from the staff file.",
      "Adult social care workforce data set, error 1280"},
     [](const Workplace& row, const Beside&, std::string&) { return !row.jobs_run_parallel; }},
    {{"K-WP-12", Effect::doubtful, Field::reasons, "REASONS and REASONNOS must have as many entries each.", "Adult social care workforce data set, error 1360"},
     [](const Workplace& row, const Beside&, std::string&) { return !row.reasons_run_parallel; }},
    {{"K-WP-13", Effect::value_not_taken, Field::declared_total, "TOTALPERMTEMP must be a whole number from 0 to 999.", "Adult social care workforce data set, error 1200"},
     [](const Workplace& row, const Beside&, std::string&) { return row.declared_total.is_unreadable(); }},
    {{"K-WP-14", Effect::doubtful, Field::declared_total, "TOTALPERMTEMP and the staff file do not agree: {}. Check which staff are missing.",
      "Adult social care workforce data set, warning 2200"},
     [](const Workplace& row, const Beside& beside, std::string& detail) {
         if (!beside || !row.code || !row.declared_total) return false;
         auto found = beside->find(lower_ascii(*row.code));
         auto counted_rows = found == beside->end() ? std::int64_t{0} : found->second;
         detail = with_commas(*row.declared_total) + " declared, " + counted(counted_rows, "row");
         return counted_rows != *row.declared_total;
     }},
    {{"K-WP-15", Effect::row_not_taken, Field::status, "STATUS is DELETE, so the row is passed over. Close the setting in Kith.", "Kith: a file never removes anything by itself"},
     [](const Workplace& row, const Beside&, std::string&) { return row.status && lower_ascii(*row.status) == "delete"; }},
});
}  // namespace

std::span<const WorkplaceRule> workplace_rules()
{
    return rules;
}

}  // namespace kith::intake
