#include "profile/question_pages.hpp"

#include "workforce/question_register.hpp"

namespace kith::profile {

web::Address address_of(std::string path, const Question& question, Date today)
{
    auto address = workforce::address_of(std::move(path), question.staff, today);
    if (question.setting) address = address.with("setting", question.setting->text());
    address = address.with("team", question.team);
    if (question.known_at) {
        address = address.with("known-day", std::to_string(question.known_at->day())).with("known-month", std::to_string(question.known_at->month())).with("known-year", std::to_string(question.known_at->year()));
    }
    return address;
}

}  // namespace kith::profile
