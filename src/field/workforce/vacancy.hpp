#pragma once
// Posts that an organisation has and their vacancies, with the days on which they became vacant, were advertised, offered, filled or closed:
// values and their rules. Pure: no SQL, no pages. Holds nobody's name.
#include "base/result.hpp"
#include "workforce/staff_record.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::workforce {

using PostId = Id<struct PostTag>;
using VacancyId = Id<struct VacancyTag>;

/// What work is wanted, where and how much of it.
struct Wanted {
    std::optional<SettingId> setting;
    std::optional<LocalityId> locality;
    std::string role_list;  ///< the code list that `role_code` is of
    std::string role_code;
    std::string contract;   ///< code, or empty
    std::optional<Fte> fte;
    bool operator==(const Wanted&) const = default;
};

/// A place in the establishment, whoever holds it. Identity is (organisation, reference).
struct Post {
    PostId id;
    PublicId public_id;
    OrganisationId organisation;
    std::string reference;  ///< the organisation's own, never empty
    Wanted wanted;
    std::optional<Date> opened_on;
    std::optional<Date> closed_on;  ///< last day
    bool operator==(const Post&) const = default;
};

/// One time that work was wanted. Identity is (organisation, reference).
struct Vacancy {
    VacancyId id;
    PublicId public_id;
    OrganisationId organisation;
    std::string reference;  ///< the organisation's own, never empty
    std::optional<PostId> post;
    Wanted wanted;
    Date vacant_from;
    std::optional<Date> advertised_on;
    std::optional<Date> offered_on;
    std::optional<Date> filled_on;  ///< the day someone started
    std::optional<Date> closed_on;  ///< no longer wanted, and not filled
    std::string hard_to_fill;       ///< code of hard_to_fill_reasons, or empty
    bool operator==(const Vacancy&) const = default;
};

enum class VacancyState {
    to_come,     ///< falls vacant later
    open,        ///< vacant, nobody offered it
    advertised,
    offered,     ///< somebody is to start
    filled,
    closed,      ///< no longer wanted
};
inline constexpr std::size_t vacancy_state_count = 6;
/// Where it stands on that day, by the dates it has.
VacancyState state_on(const Vacancy& vacancy, Date day);
std::string_view id_of(VacancyState state);
std::string_view words_of(VacancyState state);
/// True while the work is not done by anyone on that day: vacant, and neither filled nor closed.
bool is_vacant_on(const Vacancy& vacancy, Date day);
/// How many days it has been vacant on `day`, or was until it was filled or closed.
int days_vacant(const Vacancy& vacancy, Date day);

/// One thing that stands against a vacancy: a field as the form and the file call it, and what to do.
struct VacancyFault {
    std::string_view rule;   ///< "V-DATE-1": stable
    std::string_view field;  ///< "offered_on"
    bool is_error = false;   ///< it is not taken; false: taken, and worth a look
    std::string words;
};
/// What the rules say of it, in their order; empty where it is in order.
std::vector<VacancyFault> faults_of(const Vacancy& vacancy, Date today);

}  // namespace kith::workforce
