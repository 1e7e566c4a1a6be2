// The columns of the adult social care workforce data set's files (Skills for Care, bulk upload): worker, training and workplace, in the layout
// in use and in that of 2019. A column that one layout does not have is never missed: they are matched by name.
#include "intake/profile.hpp"

#include <array>

namespace kith::intake {
namespace {
using enum Field;
using Names = std::string_view;

constexpr auto worker_columns = std::to_array<ProfileColumn>({
    {workplace, "LOCALESTID", true, ""}, {staff_reference, "UNIQUEWORKERID", true, ""}, {status, "STATUS", false, ""},
    {national_insurance_number, "NINUMBER", false, ""}, {worker_postcode, "POSTCODE", false, "", true}, {date_of_birth, "DOB", false, ""},
    {sex, "GENDER", false, "", true}, {ethnicity, "ETHNICITY", false, "", true}, {nationality, "NATIONALITY", false, "", true},
    {british_citizenship, "BRITISHCITIZENSHIP", false, "", true}, {country_of_birth, "COUNTRYOFBIRTH", false, "", true},
    {year_of_entry, "YEAROFENTRY", false, "", true}, {disability, "DISABLED", false, "", true}, {care_certificate, "CARECERT", false, "", true},
    {care_certificate_2, "L2CARECERT", false, "", true}, {origin, "RECSOURCE", false, "", true}, {health_visa, "HANDCVISA", false, "", true},
    {in_united_kingdom, "INOUTUK", false, "", true}, {start_date, "STARTDATE", true, ""}, {started_in_sector, "STARTINSECT", false, "", true},
    {delegated_healthcare, "DHA", false, "", true}, {apprentice, "APPRENTICE", false, "", true}, {contract, "EMPLSTATUS", false, ""},
    {zero_hours, "ZEROHRCONT", false, "", true}, {days_sick, "DAYSSICK", false, "", true}, {pay_period, "SALARYINT", false, "", true},
    {salary, "SALARY", false, "", true}, {hourly_rate, "HOURLYRATE", false, "", true}, {role, "MAINJOBROLE", true, ""},
    {job_description, "MAINJRDESC", false, "", true}, {hours, "CONTHOURS", false, ""}, {average_hours, "AVGHOURS", false, ""},
    {nursing_registration, "NMCREG", false, "", true}, {approved_mental_health_professional, "AMHP", false, "", true},
    {social_care_qualification, "SCQUAL", false, "", true}, {other_qualification, "NONSCQUAL", false, "", true},
    {pathway_category, "CWPCATEGORY", false, "", true},
});
constexpr auto worker_signs = std::to_array<Names>({"LOCALESTID", "UNIQUEWORKERID", "MAINJOBROLE"});
constexpr auto worker_told_by = std::to_array<Names>({"L2CARECERT", "HANDCVISA", "INOUTUK", "DHA", "CWPCATEGORY"});
constexpr auto worker_not_taken = std::to_array<Names>({"CHGUNIQUEWRKID", "TRANSFERSTAFFRECORD", "DISPLAYID"});
constexpr auto worker_not_taken_2019 = std::to_array<Names>({"CHGUNIQUEWRKID", "TRANSFERSTAFFRECORD", "DISPLAYID", "OTHERJOBROLE", "OTHERJRDESC", "NURSESPEC", "FLUVAC"});

constexpr auto training_columns = std::to_array<ProfileColumn>({
    {workplace, "LOCALESTID", true, ""}, {staff_reference, "UNIQUEWORKERID", true, ""}, {fact_code, "CATEGORY", true, ""},
    {job_description, "TRAININGNAME", false, "", true}, {accredited, "ACCREDITED", false, "", true}, {who_delivered, "WHODELIVERED", false, "", true},
    {fact_words, "PROVIDERNAME", false, "", true}, {how_delivered, "HOWDELIVERED", false, "", true}, {validity, "VALIDITY", false, "", true},
    {fact_on, "DATECOMPLETED", false, ""}, {fact_until, "EXPIRYDATE", false, "", true},
});
constexpr auto training_signs = std::to_array<Names>({"LOCALESTID", "UNIQUEWORKERID", "CATEGORY"});
constexpr auto training_not_taken = std::to_array<Names>({"NOTES"});

constexpr auto workplace_columns = std::to_array<ProfileColumn>({
    {workplace, "LOCALESTID", true, ""}, {status, "STATUS", false, ""}, {name, "ESTNAME", true, ""}, {postcode, "POSTCODE", false, ""},
    {establishment_type, "ESTTYPE", false, ""}, {other_type, "OTHERTYPE", false, "", true}, {registration_type, "REGTYPE", false, "", true},
    {provider_number, "PROVNUM", false, "", true}, {location_number, "LOCATIONID", false, "", true}, {main_service, "MAINSERVICE", false, ""},
    {all_services, "ALLSERVICES", false, ""}, {capacities, "CAPACITY", false, ""}, {utilisations, "UTILISATION", false, ""},
    {service_descriptions, "SERVICEDESC", false, ""}, {declared_total, "TOTALPERMTEMP", false, ""}, {all_job_roles, "ALLJOBROLES", false, ""},
    {starters, "STARTERS", false, ""}, {leavers, "LEAVERS", false, ""}, {vacancies, "VACANCIES", false, ""}, {reasons, "REASONS", false, ""},
    {reason_counts, "REASONNOS", false, ""},
});
constexpr auto workplace_signs = std::to_array<Names>({"LOCALESTID", "ESTNAME"});
constexpr auto workplace_told_by = std::to_array<Names>({"DHA", "DHAACTIVITIES", "REPEATTRAINING", "CWPAWARE", "CWPUSE", "SICKPAY", "PENSION", "HOLIDAY", "SLEEPINS"});
constexpr auto workplace_not_taken = std::to_array<Names>(
    {"ADDRESS1", "ADDRESS2", "ADDRESS3", "POSTTOWN", "PERMCQC", "PERMLA", "SHARELA", "SERVICEUSERS", "OTHERUSERDESC", "DHA", "DHAACTIVITIES",
     "REPEATTRAINING", "CWPAWARE", "CWPUSE", "CWPUSEDESC", "SICKPAY", "PENSION", "ACTUALCONT", "OPTOUTPEN", "HOLIDAY", "SLEEPINS", "SLEEPINPAY",
     "TRAVELTIME", "TTDIFFRATE"});

constexpr Profile workers{.id = "asc-wds-staff-2024", .title = "Adult social care workforce data set, staff file", .of = FileOf::jobs,
                          .of_adult_social_care = true, .columns = worker_columns, .recognised_by = worker_signs, .told_by = worker_told_by,
                          .not_taken = worker_not_taken, .role_list = "asc-wds-2024-job-roles"};
constexpr Profile workers_2019{.id = "asc-wds-staff-2019", .title = "Adult social care workforce data set, staff file (2019 layout)",
                               .of = FileOf::jobs, .of_adult_social_care = true, .columns = worker_columns, .recognised_by = worker_signs,
                               .not_taken = worker_not_taken_2019, .role_list = "asc-wds-2019-job-roles"};
constexpr Profile training{.id = "asc-wds-training-2024", .title = "Adult social care workforce data set, training file", .of = FileOf::training,
                           .of_adult_social_care = true, .columns = training_columns, .recognised_by = training_signs, .not_taken = training_not_taken};
constexpr Profile workplaces{.id = "asc-wds-workplaces-2024", .title = "Adult social care workforce data set, workplace file", .of = FileOf::workplaces,
                             .of_adult_social_care = true, .columns = workplace_columns, .recognised_by = workplace_signs,
                             .told_by = workplace_told_by, .not_taken = workplace_not_taken};
constexpr Profile workplaces_2019{.id = "asc-wds-workplaces-2019", .title = "Adult social care workforce data set, workplace file (2019 layout)",
                                  .of = FileOf::workplaces, .of_adult_social_care = true, .columns = workplace_columns,
                                  .recognised_by = workplace_signs, .not_taken = workplace_not_taken};
}  // namespace

const Profile& adult_social_care_staff() { return workers; }
const Profile& adult_social_care_staff_2019() { return workers_2019; }
const Profile& adult_social_care_training() { return training; }
const Profile& adult_social_care_workplaces() { return workplaces; }
const Profile& adult_social_care_workplaces_2019() { return workplaces_2019; }

}  // namespace kith::intake
