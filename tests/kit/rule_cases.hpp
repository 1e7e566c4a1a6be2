#pragma once
// One case a rule: a file in which it must speak, and where. Used by the tests of rules.
#include "kit/intake_sample.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace kith::kit {
using Rows = std::vector<StaffCells>;

struct RuleCase {
    std::string rule;
    std::string bytes;
    std::int64_t line;
    std::string column;
    bool for_oak = true;
};

inline std::string adult_social_care(std::string row)
{
    return "LOCALESTID,UNIQUEWORKERID,STATUS,NINUMBER,DOB,STARTDATE,EMPLSTATUS,MAINJOBROLE,CONTHOURS,AVGHOURS\r\n" + std::move(row) + "\r\n";
}

inline std::string with_header(std::string_view extra, std::string_view cells)
{
    auto file = staff_file({{}});
    auto end = file.find("\r\n");
    return file.substr(0, end) + std::string{extra} + file.substr(end, file.size() - end - 2) + std::string{cells} + "\r\n";
}

/// One plain row with further columns.
inline std::string further(std::string_view columns, std::string cells, StaffCells plain = {}) { return staff_file_with(columns, {{plain, std::move(cells)}}); }

inline std::string facts(std::string row) { return "staff_reference,kind,code,detail,on,until,number,words,removed\r\n" + std::move(row) + "\r\n"; }

inline std::string training(std::string row)
{
    return "LOCALESTID,UNIQUEWORKERID,CATEGORY,TRAININGNAME,ACCREDITED,WHODELIVERED,PROVIDERNAME,HOWDELIVERED,VALIDITY,DATECOMPLETED,EXPIRYDATE,NOTES\r\n" + std::move(row) + "\r\n";
}

/// A worker of the data set with further columns.
inline std::string worker(std::string_view columns, std::string_view cells, std::string_view plain = "27/03/1984,01/04/2019,1,8,37,")
{
    return fmt::format("LOCALESTID,UNIQUEWORKERID,STATUS,NINUMBER,DOB,STARTDATE,EMPLSTATUS,MAINJOBROLE,CONTHOURS,AVGHOURS,{}\r\nOAK-1,w,UPDATE,,{},{}\r\n", columns, plain, cells);
}

/// So many people with one plain row each, changed by their number.
template <class Change>
std::string many(int count, Change change)
{
    Rows rows;
    for (int i = 0; i < count; ++i) {
        StaffCells cells{.staff_reference = fmt::format("M{}", i), .family_name = fmt::format("Name{}", std::string(static_cast<std::size_t>(i + 1), 'a')),
                              .date_of_birth = fmt::format("19{:02}-0{}-11", 60 + i, 1 + i % 9), .role = i % 2 == 0 ? "health_visitor" : "school_nurse",
                              .fte = i % 2 == 0 ? "0.6" : "0.5", .start_date = fmt::format("20{:02}-04-01", 1 + i % 24)};
        change(cells, i);
        rows.push_back(cells);
    }
    return staff_file(rows);
}

inline const std::string long_text(101, 'x');

inline std::vector<RuleCase> plain_cases_of_people()
{
    return {
        {"K-FILE-1", staff_file(Rows{{.family_name = "Zo\xEB"}}), 0, ""},
        {"K-FILE-2", staff_file(Rows{{.family_name = "Zo\x81"}}), 0, ""},
        {"K-FILE-3", with_header(",shoe_size", ",42"), 0, ""},
        {"K-FILE-4", "LOCALESTID,UNIQUEWORKERID,MAINJOBROLE,STARTDATE,DISPLAYID\r\nOAK-1,w,8,01/04/2019,1\r\n", 0, ""},
        {"K-FILE-5", "staff_reference,role,start_date\r\nA1,teacher,2019-04-01\r\n", 0, ""},
        {"K-ROW-1", with_header("", ",surplus"), 2, ""},
        {"K-ROW-2", with_header(",shoe_size", ""), 2, ""},
        {"K-ROW-3", staff_file(Rows{{.family_name = "\"Reyes\" x"}}), 2, ""},
        {"K-REF-1", staff_file(Rows{{.staff_reference = ""}}), 2, "staff_reference"},
        {"K-REF-2", staff_file(Rows{{.staff_reference = long_text}}), 2, "staff_reference"},
        {"K-REF-3", staff_file(Rows{{}, {}}), 3, ""},
        {"K-REF-4", staff_file(Rows{{}, {.date_of_birth = "1990-01-01", .engagement_reference = "2"}}), 3, "staff_reference"},
        {"K-REF-5", staff_file(Rows{{}, {.given_name = "Anna", .engagement_reference = "2"}}), 3, "staff_reference"},
        {"K-REF-6", adult_social_care("OAK-1,w,,,,01/04/2019,1,8,37,\r\nOAK-1,w,,,,01/04/2019,1,8,37,"), 3, "UNIQUEWORKERID"},
        {"K-REF-7", staff_file(Rows{{}, {.staff_reference = "A2", .family_name = "REYES"}}), 3, "staff_reference"},
        {"K-NAME-1", staff_file(Rows{{.family_name = ""}}), 2, "family_name"},
        {"K-NAME-2", staff_file(Rows{{.given_name = ""}}), 2, "given_name"},
        {"K-NAME-3", staff_file(Rows{{.family_name = long_text}}), 2, "family_name"},
        {"K-NAME-4", staff_file(Rows{{.given_name = long_text}}), 2, "given_name"},
        {"K-DOB-1", staff_file(Rows{{.date_of_birth = ""}}), 2, "date_of_birth"},
        {"K-DOB-2", staff_file(Rows{{.date_of_birth = "31/02/1984"}}), 2, "date_of_birth"},
        {"K-DOB-3", staff_file(Rows{{.date_of_birth = "2015-01-01", .start_date = "2026-10-01"}}), 2, "date_of_birth"},
        {"K-NI-1", staff_file(Rows{{.national_insurance_number = "BG123456C"}}), 2, "national_insurance_number"},
        {"K-NI-2", staff_file(Rows{{.national_insurance_number = "AB123456C"}, {.staff_reference = "A2", .given_name = "Bea", .national_insurance_number = "ab 12 34 56"}}), 3,
         "national_insurance_number"},
        {"K-START-1", staff_file(Rows{{.start_date = ""}}), 2, "start_date"},
        {"K-START-2", staff_file(Rows{{.start_date = "29/02/2019"}}), 2, "start_date"},
        {"K-START-3", adult_social_care("OAK-1,w,UPDATE,,27/03/1984,,1,8,37,"), 2, "STARTDATE"},
        {"K-START-4", staff_file(Rows{{.start_date = "1998-03-26"}}), 2, "start_date"},
        {"K-START-5", staff_file(Rows{{.start_date = "1998-03-27"}}), 2, "start_date"},
        {"K-START-6", staff_file(Rows{{.start_date = "2026-11-02"}}), 2, "start_date"},
        {"K-START-7", staff_file(Rows{{.date_of_birth = "1940-01-01", .start_date = "1960-01-01"}}), 2, "start_date"},
        {"K-END-1", staff_file(Rows{{.end_date = "soon"}}), 2, "end_date"},
        {"K-END-2", staff_file(Rows{{.end_date = "2019-03-31"}}), 2, "end_date"},
        {"K-END-3", staff_file(Rows{{.end_date = "2062-03-31"}}), 2, "end_date"},
        {"K-TERMS-1", staff_file(Rows{{.terms_from = "spring"}}), 2, "terms_from"},
        {"K-TERMS-2", staff_file(Rows{{.terms_from = "2019-03-31"}}), 2, "terms_from"},
        {"K-TERMS-3", staff_file(Rows{{}, {.fte = "0.5"}}), 3, "terms_from"},
        {"K-ENG-1", staff_file(Rows{{.engagement_reference = long_text}}), 2, "engagement_reference"},
        {"K-ENG-2", staff_file(Rows{{.engagement_reference = "E"}, {.engagement_reference = "E", .start_date = "2019-05-01"}}), 3, "start_date"},
        {"K-ENG-3", staff_file(Rows{{.fte = "0.5"}, {.fte = "0.5", .start_date = "2020-01-01"}}), 3, "start_date"},
    };
}

inline std::vector<RuleCase> plain_cases_of_terms()
{
    return {
        {"K-STATUS-1", adult_social_care("OAK-1,w,DELETE,,,01/04/2019,1,8,37,"), 2, "STATUS"},
        {"K-STATUS-2", adult_social_care("OAK-1,w,GONE,,,01/04/2019,1,8,37,"), 2, "STATUS"},
        {"K-ROLE-1", staff_file(Rows{{.role = ""}}), 2, "role"},
        {"K-ROLE-2", staff_file(Rows{{.role = "helth visitor"}}), 2, "role"},
        {"K-ROLE-3", adult_social_care("OAK-1,w,UPDATE,,,01/04/2019,1,77,37,"), 2, "MAINJOBROLE"},
        {"K-SECTOR-1", staff_file(Rows{{.sector = "helth"}}), 2, "sector"},
        {"K-SECTOR-2", staff_file(Rows{{.sector = "youth"}}), 2, "sector"},
        {"K-BREADTH-1", staff_file(Rows{{.breadth = "both"}}), 2, "breadth"},
        {"K-BREADTH-2", staff_file(Rows{{.breadth = "wider"}}), 2, "breadth"},
        {"K-CONTRACT-1", staff_file(Rows{{.contract = "perm"}}), 2, "contract"},
        {"K-CONTRACT-2", adult_social_care("OAK-1,w,UPDATE,,,01/04/2019,5,8,37,"), 2, "EMPLSTATUS"},
        {"K-CONTRACT-3", staff_file(Rows{{.contract = "part_time", .fte = "1"}}), 2, "contract"},
        {"K-CONTRACT-4", staff_file(Rows{{.contract = "agency"}}), 2, "contract"},
        {"K-CONTRACT-5", staff_file(Rows{{.contract = "fixed_term"}}), 2, "contract"},
        {"K-CONTRACT-6", staff_file(Rows{{.contract = "volunteer", .fte = "1"}}), 2, "contract"},
        {"K-FTE-1", staff_file(Rows{{.fte = "full"}}), 2, "fte"},
        {"K-FTE-2", staff_file(Rows{{.fte = "1.501"}}), 2, "fte"},
        {"K-FTE-3", staff_file(Rows{{.fte = "0.8"}, {.role = "school_nurse", .fte = "0.5", .start_date = "2020-01-01"}}), 3, "fte"},
        {"K-FTE-4", staff_file(Rows{{.fte = ""}}), 2, "fte"},
        {"K-FTE-5", staff_file(Rows{{.fte = "0"}}), 2, "fte"},
        {"K-HOURS-1", staff_file(Rows{{.hours = "75.5"}}), 2, "hours"},
        {"K-HOURS-2", staff_file(Rows{{.fte = "0.6", .hours = "37"}}), 2, "hours"},
        {"K-HOURS-3", adult_social_care("OAK-1,w,UPDATE,,,01/04/2019,1,8,999,999"), 2, "CONTHOURS"},
        {"K-HOURS-4", staff_file(Rows{{.fte = "", .hours = "18.5"}}), 2, "hours"},
        {"K-ORG-1", staff_file(Rows{{.organisation = ""}}), 2, "organisation", false},
        {"K-ORG-2", staff_file(Rows{{.organisation = "OKA"}}), 2, "organisation", false},
        {"K-ORG-3", staff_file(Rows{{.organisation = "ELM"}}), 2, "organisation"},
        {"K-ORG-4", staff_file(Rows{{.organisation = "ELM", .setting = ""}}), 2, "organisation", false},
        {"K-SETTING-1", staff_file(Rows{{.setting = "OAK1"}}), 2, "setting"},
        {"K-SETTING-2", staff_file(Rows{{.setting = "ELM-1"}}), 2, "setting"},
        {"K-SETTING-3", staff_file(Rows{{.setting = "OAK-OLD", .start_date = "2021-01-01"}}), 2, "setting"},
        {"K-SETTING-4", adult_social_care("elsewhere,w,UPDATE,,,01/04/2019,1,8,37,"), 2, "LOCALESTID"},
        {"K-LOCALITY-1", staff_file(Rows{{.locality = "NROTH"}}), 2, "locality"},
        {"K-LOCALITY-2", staff_file(Rows{{.locality = "South"}}), 2, "locality"},
    };
}


inline std::vector<RuleCase> further_cases_of_people_and_jobs()
{
    const auto late = StaffCells{.start_date = "2026-09-01"};
    const auto ended = StaffCells{.end_date = "2026-03-31"};
    return {
        {"K-REF-8", staff_file(Rows{{.staff_reference = "AB123456C"}}), 2, "staff_reference"},
        {"K-REF-9", staff_file(Rows{{.staff_reference = "ana@oak.example"}}), 2, "staff_reference"},
        {"K-REF-10", staff_file_with("sex", {{{}, code_of("sex")}, {{.engagement_reference = "2"}, code_of("sex", 1)}}), 3, "staff_reference"},
        {"K-NAME-5", staff_file(Rows{{.family_name = "R3yes"}}), 2, "family_name"},
        {"K-NAME-6", staff_file(Rows{{.given_name = "An4"}}), 2, "given_name"},
        {"K-NAME-7", staff_file(Rows{{.family_name = "TBC"}}), 2, "family_name"},
        {"K-DOB-4", staff_file(Rows{{.date_of_birth = "1970-01-01"}}), 2, "date_of_birth"},
        {"K-NI-3", staff_file(Rows{{.national_insurance_number = "AB654321C", .fte = "1"},
                                   {.organisation = "ELM", .national_insurance_number = "AB654321C", .fte = "1", .setting = "ELM-1", .locality = "SOUTH"}}), 3,
         "national_insurance_number", false},
        {"K-NI-5", staff_file(Rows{{.national_insurance_number = "AB654321C", .hours = "40"}, {.staff_reference = "A2", .national_insurance_number = "AB654321C", .hours = "40"}}), 3,
         "national_insurance_number"},
        {"K-NI-6", staff_file(Rows{{.national_insurance_number = "AB123456C"}}), 2, "national_insurance_number"},
        {"K-SEX-1", further("sex", "q"), 2, "sex"},
        {"K-SEX-2", worker("GENDER", "9"), 2, "GENDER"},
        {"K-ETH-1", further("ethnicity", "q"), 2, "ethnicity"},
        {"K-ETH-2", worker("ETHNICITY", "7"), 2, "ETHNICITY"},
        {"K-DIS-1", further("disability", "q"), 2, "disability"},
        {"K-DIS-2", worker("DISABLED", "7"), 2, "DISABLED"},
        {"K-END-4", staff_file(Rows{{.end_date = "2019-04-01"}}), 2, "end_date"},
        {"K-TERMS-4", staff_file(Rows{{.terms_from = "2027-01-01"}}), 2, "terms_from"},
        {"K-ENG-4", staff_file_with("origin", {{{.engagement_reference = "E"}, code_of("starter_origins")},
                                                    {{.engagement_reference = "E", .fte = "0.5", .terms_from = "2020-01-01"}, code_of("starter_origins", 1)}}), 3, "engagement_reference"},
        {"K-ORIGIN-1", further("origin", "q"), 2, "origin"},
        {"K-ORIGIN-2", further("origin", "", late), 2, "origin"},
        {"K-LEAVE-1", further("reason_for_leaving", "q", ended), 2, "reason_for_leaving"},
        {"K-LEAVE-2", further("destination", "q", ended), 2, "destination"},
        {"K-LEAVE-3", further("reason_for_leaving", "", ended), 2, "reason_for_leaving"},
        {"K-LEAVE-4", further("destination", "", ended), 2, "destination"},
        {"K-LEAVE-5", further("reason_for_leaving", code_of("leaving_reasons")), 2, "end_date"},
        {"K-LEAVE-6", further("destination", code_of("leaver_destinations")), 2, "end_date"},
        {"K-LEAVE-7", further("reason_for_leaving", "retired", {.date_of_birth = "1990-02-03", .end_date = "2026-03-31"}), 2, "reason_for_leaving"},
        {"K-LEAVE-8", further("reason_for_leaving,destination", "deceased," + code_of("leaver_destinations"), ended), 2, "destination"},
    };
}

inline std::vector<RuleCase> further_cases_of_terms_and_pay()
{
    const auto ended = StaffCells{.end_date = "2026-03-31"};
    return {
        {"K-CONTRACT-8", further("seconded_to", "ELM", {.contract = "volunteer", .fte = "0"}), 2, "contract"},
        {"K-CONTRACT-9", further("seconded_from", "", {.contract = "secondee"}), 2, "contract"},
        {"K-HOURS-5", staff_file(Rows{{.hours = "0"}}), 2, "hours"},
        {"K-HOURS-6", staff_file(Rows{{.fte = "1.35", .hours = "50"}}), 2, "hours"},
        {"K-PATTERN-1", further("pattern", "mon;someday"), 2, "pattern"},
        {"K-PATTERN-2", further("pattern", "mon"), 2, "pattern"},
        {"K-CASE-1", further("caseload", "many"), 2, "caseload"},
        {"K-CASE-2", further("caseload", "61"), 2, "caseload"},
        {"K-CASE-3", further("caseload", "6", ended), 2, "caseload"},
        {"K-MANAGER-1", further("manager", "A1"), 2, "manager"},
        {"K-MANAGER-2", further("manager", long_text), 2, "manager"},
        {"K-MANAGER-3", staff_file_with("manager", {{{}, "A2"}, {{.staff_reference = "A2", .family_name = "Okafor"}, "A1"}}), 2, "manager"},
        {"K-PAY-1", further("pay,pay_period", "lots,year"), 2, "pay"},
        {"K-PAY-2", further("pay,pay_period", "25900,week"), 2, "pay_period"},
        {"K-PAY-3", further("pay,pay_period", "25900,"), 2, "pay"},
        {"K-PAY-4", further("pay,pay_period", "259000,year"), 2, "pay"},
        {"K-PAY-5", staff_file_with("pay,pay_period", {{{.fte = "", .hours = "37"}, "25900,year"},
                                                            {{.staff_reference = "A2", .family_name = "Okafor", .fte = "", .hours = "20"}, "25900,year"}}), 3, "pay"},
        {"K-PAY-6", further("pay,pay_period", "900,hour"), 2, "pay"},
        {"K-PAY-7", further("pay,pay_period", "25900,year", {.contract = "volunteer", .fte = "0.1"}), 2, "pay"},
        {"K-PAY-8", further("pay,pay_period", ",year"), 2, "pay_period"},
        {"K-PAY-10", further("pay,pay_period", "7,hour"), 2, "pay"},
        {"K-PAY-9", further("pay,pay_period", "9000,year", {.fte = "1", .hours = "37"}), 2, "pay"},
        {"K-TSET-1", further("terms_set", "q"), 2, "terms_set"},
        {"K-TSET-2", further("pension_scheme", "q"), 2, "pension_scheme"},
        {"K-TSET-3", further("terms_set,pension_scheme", "teachers_pay,lgps"), 2, "terms_set"},
        {"K-SETTING-5", staff_file(Rows{{.setting = "OAK-OLD"}}), 2, "setting"},
        {"K-SECOND-1", further("seconded_to", "OAK"), 2, "seconded_to"},
        {"K-SECOND-2", further("seconded_from", "oak"), 2, "seconded_from"},
        {"K-SECOND-3", further("seconded_from", long_text), 2, "seconded_from"},
        {"K-SECOND-4", further("seconded_to", long_text), 2, "seconded_to"},
        {"K-SAME-1", many(20, [](auto& cells, int) { cells.date_of_birth = "1984-03-27"; }), 0, "date_of_birth"},
        {"K-SAME-2", many(20, [](auto& cells, int) { cells.start_date = "2019-04-01"; }), 0, "start_date"},
        {"K-SAME-3", many(20, [](auto& cells, int) { cells.role = "health_visitor"; }), 0, "role"},
        {"K-SAME-4", many(20, [](auto& cells, int) { cells.fte = "0.6"; }), 0, "fte"},
        {"K-PERIOD-1", many(20, [](auto& cells, int i) { if (i < 8) cells.start_date = fmt::format("2027-0{}-01", i + 1); }), 0, "start_date"},
        {"K-PERIOD-2", many(20, [](auto& cells, int i) { cells.start_date = fmt::format("20{:02}-04-01", 1 + i % 12); }), 0, ""},
        {"K-PERIOD-3", many(20, [](auto& cells, int) { cells.end_date = "2026-05-01"; }), 0, "end_date"},
    };
}

inline std::vector<RuleCase> further_cases_of_facts()
{
    return {
        {"K-FACT-1", facts("A1,,x,,,,,,"), 2, "kind"},
        {"K-FACT-2", facts("A1,hobby,x,,,,,,"), 2, "kind"},
        {"K-FACT-3", facts("A1,skill,,,,,,,"), 2, "code"},
        {"K-FACT-4", further("skills", "q"), 2, "skills"},
        {"K-FACT-5", facts("A1,skill," + code_of("skills") + ",q,,,,,"), 2, "detail"},
        {"K-FACT-6", further("last_supervision", "spring"), 2, "last_supervision"},
        {"K-FACT-7", facts("A1,professional_status," + code_of("professional_statuses") + ",,,spring,,,"), 2, "until"},
        {"K-FACT-8", further("last_supervision", "2026-11-02"), 2, "last_supervision"},
        {"K-FACT-9", facts("A1,training," + code_of("trainings") + ",,2026-01-02,2026-01-01,,,"), 2, "until"},
        {"K-FACT-10", facts("A1,professional_status," + code_of("professional_statuses") + ",,,," + long_text + ",,"), 2, "number"},
        {"K-FACT-11", facts("A1,training," + code_of("trainings") + ",,2026-01-02,,," + long_text + long_text + ","), 2, "words"},
        {"K-FACT-12", facts("A1,check,identity,,2026-01-02,,,see file,"), 2, "words"},
        {"K-FACT-13", further("identity_check", "1990-01-01"), 2, "identity_check"},
        {"K-FACT-15", facts("A1,training," + code_of("trainings") + ",,1950-01-02,,,,"), 2, "on"},
        {"K-FACT-16", facts("A1,check,identity,,2026-01-02,,,,\r\nA1,check,identity,,2026-01-02,,,,"), 3, "code"},
        {"K-FACT-17", facts("A1,professional_status," + code_of("professional_statuses") + ",,,,N1,,\r\nA2,professional_status," + code_of("professional_statuses") + ",,,,N1,,"), 3, "number"},
        {"K-FACT-18", facts("A1,check,criminal_record,,2026-01-02,,001234567890,,\r\nA2,check,criminal_record,,2026-01-02,,001234567890,,"), 3, "number"},
        {"K-CHECK-1", facts("A1,check,identity,,,,,,"), 2, "on"},
        {"K-CHECK-2", further("identity_check", "2019-06-01"), 2, "identity_check"},
        {"K-CHECK-3", further("barred_list_check", "2019-03-01"), 2, "barred_list_check"},
        {"K-CHECK-4", further("criminal_record_check,criminal_record_number", "2019-03-01,"), 2, "criminal_record_check"},
        {"K-CHECK-5", further("criminal_record_check,criminal_record_number", "2019-03-01,12"), 2, "criminal_record_check"},
        {"K-STATUS-3", further("professional_statuses,registration_number,registration_until", code_of("professional_statuses") + ",N1,2026-10-01"), 2, "professional_statuses"},
        {"K-STATUS-4", further("professional_statuses,registration_number,registration_until", code_of("professional_statuses") + ",N1,2026-12-01"), 2, "professional_statuses"},
        {"K-SUPER-1", further("last_supervision", "2026-01-01"), 2, "last_supervision"},
        {"K-SUPER-2", further("last_appraisal", "2024-01-01"), 2, "last_appraisal"},
        {"K-ABSENCE-1", facts("A1,absence,sickness,3,2026-01-01,,,,"), 2, "on"},
        {"K-ABSENCE-2", further("sickness_from,sickness_until,sickness_days_lost", "2026-01-01,2026-03-31,"), 2, "sickness_days_lost"},
        {"K-ABSENCE-3", facts("A1,absence,sickness,2.125,2026-01-01,2026-03-31,,,"), 2, "detail"},
        {"K-ABSENCE-4", facts("A1,absence,sickness,31.5,2026-01-01,2026-01-31,,,"), 2, "detail"},
        {"K-ABSENCE-5", facts("A1,absence,sickness,3,2026-01-01,2030-01-31,,,"), 2, "until"},
        {"K-ABSENCE-6", facts("A1,absence,sickness,3,2026-01-01,2026-03-31,,,\r\nA1,absence,sickness,3,2026-03-31,2026-04-30,,,"), 3, "on"},
        {"K-SUPER-3", facts("A1,supervision,,,,,,,"), 2, "on"},
    };
}

inline std::vector<RuleCase> further_cases_of_adult_social_care()
{
    return {
        {"K-ASC-1", worker("POSTCODE", ""), 2, "POSTCODE"},
        {"K-ASC-2", worker("POSTCODE", "LS1"), 2, "POSTCODE"},
        {"K-ASC-3", worker("STARTINSECT", ""), 2, "STARTINSECT"},
        {"K-ASC-4", worker("STARTINSECT", "2020"), 2, "STARTINSECT"},
        {"K-ASC-5", worker("ZEROHRCONT", ""), 2, "ZEROHRCONT"},
        {"K-ASC-6", worker("ZEROHRCONT", "3"), 2, "ZEROHRCONT"},
        {"K-ASC-7", worker("ZEROHRCONT", "1"), 2, "ZEROHRCONT"},
        {"K-ASC-8", worker("APPRENTICE", "3"), 2, "APPRENTICE"},
        {"K-ASC-9", worker("BRITISHCITIZENSHIP", "0"), 2, "BRITISHCITIZENSHIP"},
        {"K-ASC-10", worker("NATIONALITY", "UK"), 2, "NATIONALITY"},
        {"K-ASC-11", worker("COUNTRYOFBIRTH", "1"), 2, "COUNTRYOFBIRTH"},
        {"K-ASC-12", worker("YEAROFENTRY", "2020"), 2, "YEAROFENTRY"},
        {"K-ASC-13", worker("YEAROFENTRY", "1983"), 2, "YEAROFENTRY"},
        {"K-ASC-14", worker("CARECERT", "4"), 2, "CARECERT"},
        {"K-ASC-15", worker("L2CARECERT", "1;2023"), 2, "L2CARECERT"},
        {"K-ASC-16", worker("RECSOURCE", "3"), 2, "RECSOURCE"},
        {"K-ASC-17", worker("HANDCVISA", "0"), 2, "HANDCVISA"},
        {"K-ASC-18", worker("INOUTUK", "0"), 2, "INOUTUK"},
        {"K-ASC-19", worker("DHA", "0"), 2, "DHA"},
        {"K-ASC-20", worker("DAYSSICK", "1.3"), 2, "DAYSSICK"},
        {"K-ASC-21", worker("SALARYINT", "2"), 2, "SALARYINT"},
        {"K-ASC-22", worker("SALARYINT,SALARY,HOURLYRATE", "3,20000,12"), 2, "SALARY"},
        {"K-ASC-23", worker("SALARYINT,SALARY,HOURLYRATE", "1,30000,12"), 2, "HOURLYRATE"},
        {"K-ASC-24", worker("MAINJRDESC", long_text + long_text), 2, "MAINJRDESC"},
        {"K-ASC-25", worker("AMHP", "0"), 2, "AMHP"},
        {"K-ASC-26", worker("SCQUAL", ""), 2, "SCQUAL"},
        {"K-ASC-27", worker("SCQUAL", "1;9"), 2, "SCQUAL"},
        {"K-ASC-28", worker("NONSCQUAL", "3"), 2, "NONSCQUAL"},
        {"K-ASC-29", worker("SCQUAL,QUALACH01,QUALACH01NOTES", "2,x;2012,"), 2, "QUALACH01"},
        {"K-ASC-30", worker("SCQUAL,QUALACH01,QUALACH01NOTES", "2,54;,"), 2, "QUALACH01"},
        {"K-ASC-31", worker("CWPCATEGORY", "8"), 2, "CWPCATEGORY"},
        {"K-TRAIN-1", training("OAK-1,w,1,,,,,,,,,"), 2, "DATECOMPLETED"},
        {"K-TRAIN-2", training("OAK-1,w,1,,2,,,,,01/02/2026,,"), 2, "ACCREDITED"},
        {"K-TRAIN-3", training("OAK-1,w,1,,,3,,,,01/02/2026,,"), 2, "WHODELIVERED"},
        {"K-TRAIN-4", training("OAK-1,w,1,,,,,3,,01/02/2026,,"), 2, "HOWDELIVERED"},
        {"K-TRAIN-5", training("OAK-1,w,1,,,,,,always,01/02/2026,,"), 2, "VALIDITY"},
        {"K-TRAIN-6", training("OAK-1,w,1,,,,,,none,01/02/2026,01/02/2027,"), 2, "EXPIRYDATE"},
        {"K-TRAIN-7", training("OAK-1,w,1," + long_text + long_text + ",,,,,,01/02/2026,,"), 2, "TRAININGNAME"},
    };
}

/// All of them.
inline std::vector<RuleCase> rule_cases()
{
    std::vector<RuleCase> all;
    for (auto cases : {plain_cases_of_people(), plain_cases_of_terms(), further_cases_of_people_and_jobs(), further_cases_of_terms_and_pay(), further_cases_of_facts(),
                       further_cases_of_adult_social_care()})
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

}  // namespace kith::kit
