#include "web/form.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <charconv>

namespace kith::web {
namespace {

std::optional<int> whole_number(std::string_view text)
{
    int value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

/// "a day and a month" of what is missing.
std::string missing_words(bool day, bool month, bool year)
{
    std::vector<std::string> parts;
    if (day) parts.push_back("a day");
    if (month) parts.push_back("a month");
    if (year) parts.push_back("a year");
    return joined(parts, " and ");
}

std::string in_a_sentence(std::string_view label)
{
    std::string text{label};
    bool initialism = text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z';  // "DBS date" keeps its capitals
    if (!text.empty() && !initialism) text.replace(0, 1, lower_ascii(text.substr(0, 1)));
    return text;
}

}  // namespace

std::string Form::text(std::string_view name) const { return std::string{trimmed(first(fields_, name).value_or(""))}; }

std::string Form::as_given(std::string_view name) const { return std::string{first(fields_, name).value_or("")}; }

bool Form::has(std::string_view name) const { return first(fields_, name).has_value(); }

std::vector<std::string> Form::all(std::string_view name) const
{
    std::vector<std::string> values;
    for (const auto& [key, value] : fields_)
        if (key == name) values.push_back(value);
    return values;
}

Result<std::optional<Date>> Form::optional_date(std::string_view name, std::string_view label) const
{
    std::string field{name};
    auto day = text(field + "-day"), month = text(field + "-month"), year = text(field + "-year");
    if (day.empty() && month.empty() && year.empty()) return std::optional<Date>{};
    if (day.empty() || month.empty() || year.empty())
        return unacceptable(field, fmt::format("{} must include {}", label, missing_words(day.empty(), month.empty(), year.empty())));
    auto d = whole_number(day), m = whole_number(month), y = whole_number(year);
    if (d && m && y && *y < 1000) return unacceptable(field, fmt::format("{} must have a year of 4 numbers", label));
    auto date = d && m && y ? Date::of(*y, *m, *d) : Result<Date>{unacceptable(field, {})};
    if (!date) return unacceptable(field, fmt::format("{} must be a real date, for example 27 3 2026", label));
    return std::optional<Date>{*date};
}

Result<Date> Form::date(std::string_view name, std::string_view label) const
{
    auto date = optional_date(name, label);
    if (!date) return std::unexpected(date.error());
    if (!*date) return unacceptable(std::string{name}, fmt::format("Enter {}", in_a_sentence(label)));
    return **date;
}

const UploadedFile* Form::file(std::string_view name) const
{
    for (const auto& file : files_)
        if (file.field() == name && !file.is_empty()) return &file;
    return nullptr;
}

Form& Form::add(Problem problem)
{
    problems_.push_back(std::move(problem));
    return *this;
}

Form& Form::put(const std::string& name, std::string value)
{
    std::erase_if(fields_, [&](const auto& field) { return field.first == name; });
    fields_.emplace_back(name, std::move(value));
    return *this;
}

Form& Form::fill(std::string name, std::string value)
{
    if (!has(name)) fields_.emplace_back(std::move(name), std::move(value));
    return *this;
}

std::optional<std::string> Form::error(std::string_view name) const
{
    for (const auto& problem : problems_)
        if (problem.field == name) return problem.message;
    return std::nullopt;
}

}  // namespace kith::web
