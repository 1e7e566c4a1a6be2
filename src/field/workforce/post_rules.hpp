#pragma once
// Rules of a post and of the vacancies in it: a post is one place, so it is vacant once at a time and only while there is such a post. Pure: no
// SQL, no pages.
#include "workforce/vacancy.hpp"

#include <vector>

namespace kith::workforce {

/// True where both are vacant on some day.
bool run_at_once(const Vacancy& one, const Vacancy& other);

/// What the rules say of a post, beside the other posts of its organisation and with the vacancies that name it; empty where it is in order.
std::vector<VacancyFault> faults_of(const Post& post, const std::vector<Post>& others, const std::vector<Vacancy>& vacancies, Date today);

/// What they say of a vacancy in that post; `others` are the post's other vacancies.
std::vector<VacancyFault> faults_in_post(const Vacancy& vacancy, const Post& post, const std::vector<Vacancy>& others, Date today);

/// What they say of vacancies that are still open after the last day of their post: one for each, and no error, since time alone makes it so.
std::vector<VacancyFault> faults_left_open(const Post& post, const std::vector<Vacancy>& vacancies, Date today);

/// What they say of a reference by which a post is named.
std::vector<VacancyFault> faults_of_post_reference(std::string_view reference);

}  // namespace kith::workforce
