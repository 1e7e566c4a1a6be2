#pragma once
// The public door to posts and vacancies: what the register holds, and writing it. Who may do either is decided before.
#include "access/reach.hpp"
#include "db/change_set.hpp"
#include "workforce/vacancy.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::workforce {

const db::RegisterTable& post_table();
const db::RegisterTable& vacancy_table();

/// Current ones of an organisation, by reference.
std::vector<Post> posts_of(db::Reader& reader, OrganisationId organisation);
std::vector<Vacancy> vacancies_of(db::Reader& reader, OrganisationId organisation);

/// Current vacancies within reach (of its organisations, or in its localities), newest vacant first.
std::vector<Vacancy> vacancies_within(db::Reader& reader, const access::Reach& reach);
Result<Vacancy> find_vacancy(db::Reader& reader, const access::Reach& reach, const PublicId& id);

/// Current posts within reach (of its organisations, or in its localities), by organisation and reference.
std::vector<Post> posts_within(db::Reader& reader, const access::Reach& reach);
Result<Post> find_post(db::Reader& reader, const access::Reach& reach, const PublicId& id);

/// Which vacancies and posts are to be written: made from a file or a form, and checked before.
struct VacancyPlan {
    struct Entry {
        Vacancy vacancy;             ///< id unset: a new one
        std::string post_reference;  ///< empty: no post is named; one that is not held is made with what the vacancy wants
    };
    OrganisationId organisation;
    std::vector<Entry> entries;
    std::vector<Post> posts = {};  ///< to be added (id unset) or changed, before the vacancies that may name them
};
struct VacanciesApplied {
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t posts_added = 0;
    std::int64_t posts_changed = 0;
    std::int64_t rows() const { return added + changed + posts_added + posts_changed; }
};
/// Writes the plan through the change set. Ids that it names must be current in the same Writer.
VacanciesApplied apply(db::ChangeSet& changes, const VacancyPlan& plan, Instant now);

/// A reference for a vacancy reported by hand without one: "V1", "V2", the first that is free.
std::string free_reference(const std::vector<Vacancy>& held);

}  // namespace kith::workforce
