#pragma once
// Kith's vacancies file: columns by name, rows to values, what stands in their way, and what taking them would change. A pure function of
// the table, the surroundings and what the register holds.
#include "files/table.hpp"
#include "intake/surroundings.hpp"
#include "returns/finding.hpp"
#include "workforce/vacancy_register.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kith::intake {

/// True where the column names are those of a vacancies file.
bool is_vacancy_file(const files::Table& header);
std::string vacancy_template(const packs::Packs& packs);

struct VacancyRow {
    std::int64_t line = 0;
    const partnership::Organisation* organisation = nullptr;  ///< none: not taken
    workforce::Vacancy vacancy;
    std::string post_reference;
    std::optional<Date> post_opened_on;  ///< none: what is held of the post stays
    std::optional<Date> post_closed_on;
    bool taken = true;
};

struct VacancyFile {
    std::string name;
    std::vector<VacancyRow> rows;
    returns::Findings findings;
    std::int64_t can_take() const;
};
VacancyFile read_vacancies(const std::string& file_name, const files::Table& table, const Surroundings& surroundings);

/// What the register holds of an organisation.
struct HeldVacancies {
    std::vector<workforce::Vacancy> vacancies;
    std::vector<workforce::Post> posts;
};

/// Rows of one organisation that do not fit their post, with what is held and the rest of the file beside it, get a finding and are not taken.
void judge_posts(VacancyFile& file, access::OrganisationId organisation, const HeldVacancies& held, Date today);

struct VacancyDifference {
    workforce::VacancyPlan plan;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t posts = 0;            ///< whose days are new or change
    std::vector<std::string> changes;  ///< written out, for the fingerprint
};
/// The taken rows of one organisation against what is held of it: the last row of a reference counts.
VacancyDifference difference_of(const VacancyFile& file, access::OrganisationId organisation, const HeldVacancies& held);

}  // namespace kith::intake
