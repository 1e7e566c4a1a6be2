// The rules of workplace files.
#include "base/quantity.hpp"
#include "base/text.hpp"
#include "intake/workplace.hpp"

#include <array>

namespace kith::intake {
namespace {
using Checking = WorkplaceChecking;

bool is_like(std::string_view text, std::string_view form)
{
    if (text.size() < form.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char wanted = i < form.size() ? form[i] : '9';
        if (wanted == '9' ? text[i] < '0' || text[i] > '9' : text[i] != wanted) return false;
    }
    return true;
}

const auto rules = std::to_array<WorkplaceRule>({
    {{"K-WP-1", Effect::row_not_taken, Field::workplace, "LOCALESTID is missing. Enter the workplace's own reference.", "Adult social care workforce data set, error 1010"},
     [](const Workplace& row, const Checking&, std::string&) { return row.code.is_missing(); }},
    {{"K-WP-2", Effect::row_not_taken, Field::workplace, "This workplace stands on line {} already. A workplace may stand in the file once.",
      "Adult social care workforce data set, error 998"},
     [](const Workplace& row, const Checking&, std::string& detail) {
         detail = with_commas(row.earlier_line);
         return row.earlier_line != 0;
     }},
    {{"K-WP-3", Effect::row_not_taken, Field::name, "ESTNAME is missing. Enter the workplace's name.", "Adult social care workforce data set, error 1030"},
     [](const Workplace& row, const Checking&, std::string&) { return row.name.is_missing(); }},
    {{"K-WP-4", Effect::row_not_taken, Field::name, "ESTNAME is longer than 120 characters. Check that the columns have not shifted.", "Adult social care workforce data set"},
     [](const Workplace& row, const Checking&, std::string&) { return row.name && length_in_characters(*row.name) > 120; }},
    {{"K-WP-5", Effect::value_not_taken, Field::postcode, "POSTCODE is not a full UK postcode. Enter it like LS1 2RP.", "BS 7666; adult social care workforce data set, error 1060"},
     [](const Workplace& row, const Checking&, std::string&) { return row.postcode.is_unreadable(); }},
    {{"K-WP-6", Effect::doubtful, Field::postcode, "POSTCODE is missing. Enter it so that the setting can be placed in its locality.", "Kith"},
     [](const Workplace& row, const Checking&, std::string&) { return row.postcode.is_missing(); }},
    {{"K-WP-7", Effect::value_not_taken, Field::establishment_type, "ESTTYPE must be 1, 3, 6, 7 or 8.", "Adult social care workforce data set, error 1070"},
     [](const Workplace& row, const Checking&, std::string&) { return !row.establishment_type; }},
    {{"K-WP-8", Effect::value_not_taken, Field::main_service, "MAINSERVICE is not one of the service codes of the data set. Check it against the guidance for that year.",
      "Adult social care workforce data set, error 1000"},
     [](const Workplace& row, const Checking&, std::string&) { return !row.main_service; }},
    {{"K-WP-9", Effect::doubtful, Field::all_services, "MAINSERVICE is not among ALLSERVICES. Add it there.", "Adult social care workforce data set, error 1120"},
     [](const Workplace& row, const Checking&, std::string&) { return row.main_service && !row.main_service_listed; }},
    {{"K-WP-10", Effect::doubtful, Field::all_services, "ALLSERVICES, CAPACITY, UTILISATION and SERVICEDESC must have as many entries each. Kith takes none of the last three.",
      "Adult social care workforce data set, error 1140"},
     [](const Workplace& row, const Checking&, std::string&) { return !row.services_run_parallel; }},
    {{"K-WP-11", Effect::doubtful, Field::all_job_roles, "ALLJOBROLES, STARTERS, LEAVERS and VACANCIES must have as many entries each. Kith works starters and leavers out from the staff file.",
      "Adult social care workforce data set, error 1280"},
     [](const Workplace& row, const Checking&, std::string&) { return !row.jobs_run_parallel; }},
    {{"K-WP-12", Effect::doubtful, Field::reasons, "REASONS and REASONNOS must have as many entries each.", "Adult social care workforce data set, error 1360"},
     [](const Workplace& row, const Checking&, std::string&) { return !row.reasons_run_parallel; }},
    {{"K-WP-13", Effect::value_not_taken, Field::declared_total, "TOTALPERMTEMP must be a whole number from 0 to 999.", "Adult social care workforce data set, error 1200"},
     [](const Workplace& row, const Checking&, std::string&) { return row.declared_total.is_unreadable(); }},
    {{"K-WP-14", Effect::doubtful, Field::declared_total, "TOTALPERMTEMP and the staff file do not agree: {}. Check which staff are missing.",
      "Adult social care workforce data set, warning 2200"},
     [](const Workplace& row, const Checking& checking, std::string& detail) {
         const auto beside = checking.beside(row);
         if (!beside || !row.declared_total) return false;
         detail = with_commas(*row.declared_total) + " declared, " + counted(beside->rows, "row");
         return beside->rows != *row.declared_total;
     }},
    {{"K-WP-15", Effect::row_not_taken, Field::status, "STATUS is DELETE, so the row is passed over. Close the setting in Kith.", "Kith: a file never removes anything by itself"},
     [](const Workplace& row, const Checking&, std::string&) { return row.status && lower_ascii(*row.status) == "delete"; }},
    {{"K-WP-16", Effect::doubtful, Field::vacancies, "STARTERS, LEAVERS and VACANCIES must be whole numbers from 0 to 999 for each role.", "Adult social care workforce data set, errors 1300, 1310 and 1320"},
     [](const Workplace& row, const Checking&, std::string&) { return !row.numbers_readable; }},
    {{"K-WP-17", Effect::doubtful, Field::reason_counts, "REASONNOS and LEAVERS do not agree: {}.", "Adult social care workforce data set, error 1360"},
     [](const Workplace& row, const Checking&, std::string& detail) {
         if (!row.reasons || !row.leavers || *row.reasons == *row.leavers) return false;
         detail = counted(*row.reasons, "reason") + " and " + counted(*row.leavers, "leaver");
         return true;
     }},
    {{"K-WP-18", Effect::doubtful, Field::starters, "More starters in twelve months than staff are declared: {}. Check STARTERS and TOTALPERMTEMP.", "Adult social care workforce data set, warning 2310"},
     [](const Workplace& row, const Checking&, std::string& detail) {
         if (!row.starters || !row.declared_total) return false;
         detail = counted(*row.starters, "starter") + ", " + with_commas(*row.declared_total) + " staff";
         return *row.starters > *row.declared_total;
     }},
    {{"K-WP-19", Effect::doubtful, Field::leavers, "As many leavers in twelve months as staff, or more, are declared: {}. Check LEAVERS and TOTALPERMTEMP.", "Adult social care workforce data set, warning 2320"},
     [](const Workplace& row, const Checking&, std::string& detail) {
         if (!row.leavers || !row.declared_total || *row.leavers == 0) return false;
         detail = counted(*row.leavers, "leaver") + ", " + with_commas(*row.declared_total) + " staff";
         return *row.leavers >= *row.declared_total;
     }},
    {{"K-WP-20", Effect::doubtful, Field::vacancies, "As many vacancies as staff, or more, are declared: {}. Check VACANCIES and TOTALPERMTEMP.", "Adult social care workforce data set, warning 2300"},
     [](const Workplace& row, const Checking&, std::string& detail) {
         if (!row.vacancies || !row.declared_total || *row.vacancies == 0) return false;
         detail = counted(*row.vacancies, "vacancy", "vacancies") + ", " + with_commas(*row.declared_total) + " staff";
         return *row.vacancies >= *row.declared_total;
     }},
    {{"K-WP-21", Effect::doubtful, Field::starters, "STARTERS and the staff file do not agree: {}. Check which starts are missing.", "Adult social care workforce data set: starters are declared, not derived"},
     [](const Workplace& row, const Checking& checking, std::string& detail) {
         const auto beside = checking.beside(row);
         if (!beside || !row.starters) return false;
         detail = with_commas(*row.starters) + " declared, " + counted(beside->started_lately, "row") + " with a STARTDATE in the last year";
         return *row.starters != beside->started_lately;
     }},
    {{"K-WP-22", Effect::doubtful, Field::vacancies, "ALLJOBROLES has a registered manager, the staff file has none, and no vacancy is declared. Enter the one or the other.",
      "Adult social care workforce data set, warning 2301"},
     [](const Workplace& row, const Checking& checking, std::string&) {
         const auto beside = checking.beside(row);
         return beside && row.has_registered_manager_role && beside->registered_managers == 0 && !row.registered_manager_vacant;
     }},
    {{"K-WP-23", Effect::doubtful, Field::capacities, "CAPACITY and UTILISATION must be whole numbers from 0 to {}.", "Adult social care workforce data set, error 1140"},
     [](const Workplace& row, const Checking& checking, std::string& detail) {
         detail = with_commas(checking.limits[RuleLimit::most_capacity]);
         return !row.capacities_readable;
     }},
    {{"K-WP-24", Effect::doubtful, Field::utilisations, "UTILISATION is over CAPACITY for a service. Check both.", "Adult social care workforce data set, error 1140"},
     [](const Workplace& row, const Checking&, std::string&) { return !row.within_capacity; }},
    {{"K-WP-25", Effect::doubtful, Field::all_job_roles, "ALLJOBROLES names a code that is no job role of the data set. Check it against the guidance for that year.", "Adult social care workforce data set, error 1280"},
     [](const Workplace& row, const Checking&, std::string&) { return !row.job_roles_known; }},
    {{"K-WP-26", Effect::doubtful, Field::other_type, "OTHERTYPE is longer than 240 characters. Check that the columns have not shifted.", "Adult social care workforce data set"},
     [](const Workplace& row, const Checking&, std::string&) { return row.other_type && length_in_characters(*row.other_type) > 240; }},
    {{"K-WP-27", Effect::doubtful, Field::location_number, "LOCATIONID is not in the form 1-123456789. Check it against the certificate of registration.", "Adult social care workforce data set, error 1110; Care Quality Commission"},
     [](const Workplace& row, const Checking&, std::string&) { return row.location_number && !is_like(*row.location_number, "1-99999"); }},
    {{"K-WP-28", Effect::doubtful, Field::provider_number, "PROVNUM is not in the form 1-123456789. Check it against the certificate of registration.", "Adult social care workforce data set; Care Quality Commission"},
     [](const Workplace& row, const Checking&, std::string&) { return row.provider_number && !is_like(*row.provider_number, "1-99999"); }},
    {{"K-WP-29", Effect::doubtful, Field::status, "STATUS is none of NEW, UPDATE, UNCHECKED, NOCHANGE and DELETE. The row is read as UPDATE.", "Adult social care workforce data set, error 1040"},
     [](const Workplace& row, const Checking&, std::string&) {
         if (!row.status) return false;
         auto status = lower_ascii(*row.status);
         return status != "new" && status != "update" && status != "unchecked" && status != "nochange" && status != "delete";
     }},
});
}  // namespace

std::span<const WorkplaceRule> workplace_rules()
{
    return rules;
}

}  // namespace kith::intake
