#pragma once
// Rules of the partnership's own files and of vacancies, in words for docs/rules.md. They are asked where those files are read, in the rooms
// partnership and workforce; here stands only what each says. A test holds that every id in their sources stands here, and no other.
#include <span>
#include <string_view>

namespace kith::intake {

struct PlainRule {
    std::string_view id;
    bool refuses = true;      ///< else it is said, and the row taken
    std::string_view column;
    std::string_view words;
};

/// "P-…": organisations, settings, links, numbers, clusters, teams, members, named links.
std::span<const PlainRule> rules_of_partnership_files();
/// "V-…": posts and vacancies.
std::span<const PlainRule> rules_of_vacancies();

}  // namespace kith::intake
