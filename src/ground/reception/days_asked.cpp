#include "reception/days_asked.hpp"

#include "base/london.hpp"
#include "base/text.hpp"

namespace kith::reception {

namespace {

std::optional<Date> day_in(web::Visit& visit, std::string_view field, const std::string& text, std::string_view label)
{
    if (text.empty()) return std::nullopt;
    const auto day = Date::parse_any(text);
    if (!day) visit.form().add({ProblemKind::unacceptable, std::string{field}, std::string{label} + " must be a real date, for example 27/3/2026"});
    return day ? std::optional{*day} : std::nullopt;
}

}  // namespace

DaysAsked days_asked(web::Visit& visit)
{
    DaysAsked asked{.from_text = std::string{trimmed(visit.request.query("from"))}, .to_text = std::string{trimmed(visit.request.query("to"))}, .from = {}, .before = {}};
    if (const auto day = day_in(visit, "from", asked.from_text, "Date from")) asked.from = in_london(*day);
    if (const auto day = day_in(visit, "to", asked.to_text, "Date to")) asked.before = in_london(day->plus_days(1));
    return asked;
}

}  // namespace kith::reception
