// The sample's social work census: workers in the order of the schema, known by their Social Work England numbers.
#include "app/sample_sector_files.hpp"

#include "files/xml_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::app {
namespace {

using Codes = std::array<std::pair<std::string_view, std::string_view>, 17>;
constexpr Codes ethnic_codes{{{"white_british", "WBRI"},
                              {"white_irish", "WIRI"},
                              {"white_other", "WOTH"},
                              {"mixed_white_black_caribbean", "MWBC"},
                              {"mixed_white_black_african", "MWBA"},
                              {"mixed_white_asian", "MWAS"},
                              {"mixed_other", "MOTH"},
                              {"asian_indian", "AIND"},
                              {"asian_pakistani", "APKN"},
                              {"asian_bangladeshi", "ABAN"},
                              {"asian_other", "AOTH"},
                              {"black_caribbean", "BCRB"},
                              {"black_african", "BAFR"},
                              {"black_other", "BOTH"},
                              {"asian_chinese", "CHNE"},
                              {"other", "OOTH"},
                              {"refused", "REFU"}}};

std::string_view ethnic_code(std::string_view ethnicity)
{
    const auto found = std::ranges::find(ethnic_codes, ethnicity, &Codes::value_type::first);
    return found == ethnic_codes.end() ? "NOBT" : found->second;
}

std::string_view origin_code(std::string_view origin)
{
    if (origin == "newly_qualified") return "1";
    if (origin == "local_authority") return "2";
    if (origin == "agency") return "4";
    if (origin == "same_profession") return "5";
    if (origin == "not_known" || origin.empty()) return "9";
    return "7";
}

/// Reason and destination.
std::pair<std::string_view, std::string_view> leaving_codes(const SamplePerson& person)
{
    const auto reason = person.reason == "resigned"    ? "1"
                        : person.reason == "retired"   ? "5"
                        : person.reason == "dismissed" ? "4"
                        : person.reason.empty()        ? "9"
                                                       : "8";
    const auto where = person.destination == "local_authority"   ? "1"
                       : person.destination == "agency"          ? "3"
                       : person.destination == "same_profession" ? "4"
                       : person.destination.empty()              ? "8"
                                                                 : "6";
    return {reason, where};
}

void add_worker(files::XmlWriter& xml, const SamplePerson& person, std::string_view number, Date census_day)
{
    const auto& terms = person.terms_on(census_day);
    const bool is_agency = terms.contract == "agency";
    const bool has_left = person.ended && *person.ended <= census_day;
    const bool holds_cases = person.caseload > 0 && !has_left;
    const auto fte = has_left ? std::string{"0"} : terms.fte.text();
    xml.start("CSWWWorker");
    xml.element("AgencyWorker", is_agency ? "1" : "0");
    xml.element("SWENo", number);
    xml.element("FTE", fte);
    if (person.born) xml.element("PersonBirthDate", person.born->iso());
    xml.element("GenderCurrent", person.sex == "female" ? "2" : person.sex == "male" ? "1" : "0");
    xml.element("Ethnicity", ethnic_code(person.ethnicity));
    xml.element("QualInst", "Westmere University");
    xml.element("QualLevel", "1");
    xml.element("StepUpGrad", "0");
    xml.element("OrgRole", holds_cases || is_agency ? "5" : "6");
    xml.element("RoleStartDate", person.started.iso());
    xml.element("StartOrigin", origin_code(person.origin));
    if (has_left) {
        const auto [reason, where] = leaving_codes(person);
        xml.element("RoleEndDate", person.ended->iso());
        xml.element("LeaverDestination", where);
        xml.element("ReasonLeave", reason);
    }
    xml.element("FTE30", fte);
    if (!has_left && (holds_cases || is_agency)) xml.element("Cases30", std::to_string(person.caseload));
    // 3.1 % of 253 days: Department for Education, children's social work workforce 2021, England.
    xml.element("WorkingDaysLost", fmt::format("{}.50", person.reference.back() - '0' + 3));
    xml.element("FrontlineGrad", "0");
    xml.element("Absat30Sept", "0");
    xml.end();
}

void add_header(files::XmlWriter& xml, const SampleEmployer& employer, Date census_day)
{
    xml.start("Header")
        .start("CollectionDetails")
        .element("Collection", "CSWW")
        .element("Year", std::to_string(census_day.year()))
        .element("ReferenceDate", census_day.iso())
        .end();
    // No authority has the number 999.
    xml.start("Source")
        .element("SourceLevel", "L")
        .element("LEA", "999")
        .element("SoftwareCode", employer.code)
        .element("DateTime", census_day.iso() + "T12:00:00Z")
        .end()
        .end();
}

/// Vacancies and agency workers of the whole authority.
void add_totals(files::XmlWriter& xml, const SampleStaff& staff, Date census_day)
{
    const auto is_vacant = [census_day](const SampleVacancy& one) {
        return one.role == "social_worker" && one.from <= census_day && (!one.filled || census_day < *one.filled);
    };
    const auto is_agency = [census_day](const SamplePerson& one) {
        return one.terms.front().role == "social_worker" && one.terms.front().contract == "agency" && one.works_on(census_day);
    };
    const auto vacant = std::ranges::count_if(staff.vacancies, is_vacant), agency = std::ranges::count_if(staff.people, is_agency);
    xml.start("LALevelVacancies")
        .element("NumberOfVacancies", fmt::format("{}.00", vacant))
        .element("NoAgencyFTE", fmt::format("{}.00", agency));
    xml.element("NoAgencyHeadcount", std::to_string(agency)).end();
}

}  // namespace

std::string census_file(const SampleEmployer& employer, const SampleStaff& staff, Date census_day)
{
    const auto first_day = census_day.plus_years(-1);
    files::XmlWriter xml;
    xml.start("Message");
    add_header(xml, employer, census_day);
    add_totals(xml, staff, census_day);
    for (const auto& person : staff.people) {
        const auto* status = person.latest("professional_status", "social_worker", census_day);
        const bool is_asked = person.started <= census_day && (!person.ended || first_day < *person.ended);
        if (person.terms.front().role == "social_worker" && status != nullptr && is_asked)
            add_worker(xml, person, status->number, census_day);
    }
    return std::move(xml).text();
}

}  // namespace kith::app
