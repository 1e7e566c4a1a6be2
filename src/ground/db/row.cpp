#include "db/row.hpp"

#include "db/error.hpp"

#include <fmt/format.h>

#include <limits>

namespace kith::db {
namespace {

const char* name_of(const Value& value)
{
    constexpr const char* names[] = {"NULL", "an integer", "a real number", "text", "bytes"};
    return names[value.index()];
}

[[noreturn]] void refuse(const Value& value, std::string_view column, std::string_view wanted)
{
    throw DatabaseError(Failure::other, fmt::format("column \"{}\" holds {} where {} was read", column, name_of(value), wanted));
}

}  // namespace

namespace reading {

std::int64_t integer(const Value& value, std::string_view column)
{
    if (const auto* found = std::get_if<std::int64_t>(&value)) return *found;
    refuse(value, column, "an integer");
}

int small_integer(const Value& value, std::string_view column)
{
    auto wide = integer(value, column);
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max()) refuse(value, column, "an integer of 32 bits");
    return static_cast<int>(wide);
}

double real(const Value& value, std::string_view column)
{
    if (const auto* found = std::get_if<double>(&value)) return *found;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    refuse(value, column, "a number");
}

const std::string& text(const Value& value, std::string_view column)
{
    if (const auto* found = std::get_if<std::string>(&value)) return *found;
    refuse(value, column, "text");
}

const Bytes& blob(const Value& value, std::string_view column)
{
    if (const auto* found = std::get_if<Bytes>(&value)) return *found;
    refuse(value, column, "bytes");
}

Date date(const Value& value, std::string_view column)
{
    auto parsed = Date::parse_iso(text(value, column));
    if (!parsed) refuse(value, column, "a date");
    return *parsed;
}

Instant instant(const Value& value, std::string_view column)
{
    auto parsed = Instant::parse(text(value, column));
    if (!parsed) refuse(value, column, "a time");
    return *parsed;
}

PublicId public_id(const Value& value, std::string_view column)
{
    auto parsed = PublicId::parse(text(value, column));
    if (!parsed) refuse(value, column, "a public id");
    return *parsed;
}

}  // namespace reading

const Value& Row::value(std::string_view column) const
{
    for (std::size_t i = 0; i < names_->size(); ++i) {
        if ((*names_)[i] == column) return values_[i];
    }
    throw DatabaseError(Failure::other, fmt::format("the answer has no column \"{}\"", column));
}

}  // namespace kith::db
