#include "web/thing_fields.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <charconv>

namespace kith::web {

Fields day_boxes(const std::string& name, const std::optional<Date>& day)
{
    return {{name + "-day", day ? std::to_string(day->day()) : ""}, {name + "-month", day ? std::to_string(day->month()) : ""}, {name + "-year", day ? std::to_string(day->year()) : ""}};
}

std::optional<Date> read_day(Form& form, const std::string& name, const std::string& label, bool needed)
{
    if (needed) {
        if (auto day = form.date(name, label)) return *day;
        else form.add(day.error());
    } else if (auto day = form.optional_date(name, label)) return *day;
    else form.add(day.error());
    return std::nullopt;
}

std::string in_box(const std::optional<Pence>& pence)
{
    if (!pence) return {};
    constexpr std::int64_t pound = 100;
    return pence->value() % pound == 0 ? std::to_string(pence->value() / pound) : fmt::format("{}.{:02}", pence->value() / pound, pence->value() % pound);
}

std::optional<Pence> read_pounds(Form& form, const std::string& name)
{
    constexpr std::string_view sign = "£";
    auto text = form.text(name);
    if (text.empty()) return std::nullopt;
    if (text.starts_with(sign)) text.erase(0, sign.size());
    if (auto pence = Pence::parse_pounds(text)) return *pence;
    form.add({.field = name, .message = "Enter an amount in pounds, such as 20,000 or 1250.50"});
    return std::nullopt;
}

std::optional<std::int64_t> read_number(Form& form, const std::string& name, std::int64_t most)
{
    const auto text = form.text(name);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size() && value >= 1 && value <= most) return value;
    form.add({.field = name, .message = fmt::format("Enter a whole number from 1 to {}", with_commas(most))});
    return std::nullopt;
}

}  // namespace kith::web
