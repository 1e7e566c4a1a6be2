#pragma once
// Vacancies as pages and as a file. Values in, markup or text out. Private to the room.
#include "packs/packs.hpp"
#include "partnership/organisation.hpp"
#include "ui/html.hpp"
#include "web/address.hpp"
#include "web/form.hpp"
#include "workforce/vacancy.hpp"
#include "workforce/wanted_views.hpp"

#include <string>
#include <vector>

namespace kith::workforce {

/// One vacancy as lists show it.
struct VacancyLine {
    PublicId id;
    std::string reference;
    std::string organisation;
    std::string role;
    std::string place;  ///< setting, else locality
    std::string fte;
    Date vacant_from;
    int days = 0;
    VacancyState state = VacancyState::open;
    std::string hard_to_fill;
    bool may_change = false;
};

/// What the list is narrowed to, as it stands in the address.
struct VacancyFilter {
    std::string state = "vacant";  ///< "vacant": all that nobody does today; "filled", "closed", "all"
    std::string organisation;      ///< code
    std::string role;
};

struct VacancyListView {
    const std::vector<VacancyLine>& lines;  ///< those of this page
    std::int64_t total = 0;
    std::int64_t vacant = 0;                ///< of everything within the filter on place and role
    Fte vacant_fte;
    int page = 1;
    int pages = 1;
    const VacancyFilter& filter;
    const std::vector<partnership::Organisation>& organisations;
    const std::vector<std::pair<std::string, std::string>>& roles;  ///< code and label of roles that have a vacancy
    web::Address address;
    std::string add_href;  ///< empty where the viewer may not add one
    Date today;
};
ui::Html vacancy_list(const VacancyListView& view);
std::string vacancies_csv(const std::vector<VacancyLine>& lines);

ui::Html vacancy_fields(const web::Form& form, const WantedChoices& choices);

}  // namespace kith::workforce
