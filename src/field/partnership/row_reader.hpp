#pragma once
// One row of a partnership file being read: cells by column name, dates, codes, and the findings they give. Private to the room.
#include "files/csv_table.hpp"
#include "partnership/organisation_file.hpp"
#include "partnership/span.hpp"
#include "partnership/work_contact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>

namespace kith::partnership {

inline bool has_columns(const files::CsvTable& table, std::initializer_list<std::string_view> names)
{
    return std::ranges::all_of(names, [&](auto name) { return table.column(name).has_value(); });
}

class RowReader {
public:
    RowReader(const files::CsvTable& table, std::size_t row, std::vector<FileFinding>& findings) : table_(table), row_(row), findings_(findings) {}

    std::string text(std::string_view column) const
    {
        auto place = table_.column(column);
        return place ? std::string{table_.cell(row_, *place)} : std::string{};
    }
    std::int64_t line() const { return static_cast<std::int64_t>(table_.line(row_)); }
    void error(std::string column, std::string rule, std::string message)
    {
        findings_.push_back({line(), std::move(column), std::move(rule), FileSeverity::error, std::move(message)});
        good_ = false;
    }
    void warn(std::string column, std::string rule, std::string message)
    {
        findings_.push_back({line(), std::move(column), std::move(rule), FileSeverity::warning, std::move(message)});
    }
    /// The code in the column, held against those known.
    std::string code(std::string_view column, const std::vector<std::string>& known, std::string rule)
    {
        auto code = text(column);
        if (!code.empty() && !known.empty() && std::ranges::find(known, code) == known.end()) {
            error(std::string{column}, std::move(rule), fmt::format("There is no {} with this code. Use a code from the list", column));
        }
        return code;
    }
    /// The same where the row can be taken without it: what is not of the list is left as it was.
    std::string optional_code(std::string_view column, const std::vector<std::string>& known, std::string rule)
    {
        auto code = text(column);
        if (code.empty() || known.empty() || std::ranges::find(known, code) != known.end()) return code;
        warn(std::string{column}, std::move(rule), fmt::format("There is no {} with this code. Use a code from the list. It is left as it was", column));
        return {};
    }
    /// A whole number of `what` ("Places"); what is not one is left as it was.
    std::optional<std::int64_t> number(std::string_view column, std::string_view what, std::string rule)
    {
        auto text = this->text(column);
        if (text.empty()) return std::nullopt;
        std::int64_t number = 0;
        auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (problem == std::errc{} && end == text.data() + text.size()) return number;
        warn(std::string{column}, std::move(rule), fmt::format("{} must be a whole number, such as 42. It is left as it was", what));
        return std::nullopt;
    }
    /// A day; one that does not exist is left as it was.
    std::optional<Date> day(std::string_view column, std::string_view what, std::string rule)
    {
        auto text = this->text(column);
        if (text.empty()) return std::nullopt;
        if (auto day = Date::parse_any(text)) return *day;
        warn(std::string{column}, std::move(rule), fmt::format("{} must be a date that exists, such as 27/3/2026. It is left as it was", what));
        return std::nullopt;
    }
    /// The columns "from" and "until"; a day that does not exist is an error, since without it the row would say something else.
    Span span(const std::string& rule)
    {
        const auto end = [&](std::string_view column, std::string_view what) -> std::optional<Date> {
            auto text = this->text(column);
            if (text.empty()) return std::nullopt;
            if (auto day = Date::parse_any(text)) return *day;
            error(std::string{column}, rule, fmt::format("{} must be a date that exists, such as 27/3/2026", what));
            return std::nullopt;
        };
        const Span span{end("from", "First day"), end("until", "Last day")};
        if (auto good = in_order(span); !good) error("until", rule, good.error().message);
        return span;
    }
    /// contact_name, contact_job, contact_phone and contact_email; what cannot be used is left out with a warning.
    WorkContact contact(const std::string& rule)
    {
        WorkContact contact{ContactName{text("contact_name")}, text("contact_job"), ContactPhone{text("contact_phone")}, ContactEmail{text("contact_email")}};
        for (auto good = checked(contact); !good; good = checked(contact)) {
            warn(good.error().field, rule, good.error().message + ". It is left as it was");
            if (good.error().field == "contact_name") contact.name = {};
            else if (good.error().field == "contact_job") contact.job.clear();
            else if (good.error().field == "contact_phone") contact.phone = {};
            else contact.email = {};
        }
        return *checked(contact);
    }
    bool is_good() const { return good_; }

private:
    const files::CsvTable& table_;
    std::size_t row_;
    std::vector<FileFinding>& findings_;
    bool good_ = true;
};

}  // namespace kith::partnership
