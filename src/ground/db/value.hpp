#pragma once
// What a database column can hold, and how Kith's own types become it. Not a way to read: see row.hpp.
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/personal.hpp"
#include "base/quantity.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace kith::db {

using Bytes = std::vector<unsigned char>;
/// NULL, INTEGER (64 bits), REAL, TEXT (UTF-8), BLOB.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

/// The four column types of the portable dialect; `unknown` is a NULL of no particular type.
enum class Kind { unknown, integer, real, text, blob };

/// A value on its way into a statement. It knows its type even where it is NULL, which PostgreSQL must be told.
class Argument {
public:
    Argument() = default;
    Argument(std::nullptr_t) {}
    Argument(std::nullopt_t) {}
    Argument(std::monostate) {}
    template <std::integral T>
    Argument(T value) : value_(static_cast<std::int64_t>(value)), kind_(Kind::integer) {}
    Argument(double value) : value_(value), kind_(Kind::real) {}
    Argument(std::string value) : value_(std::move(value)), kind_(Kind::text) {}
    Argument(std::string_view value) : value_(std::string{value}), kind_(Kind::text) {}
    Argument(const char* value) : value_(std::string{value}), kind_(Kind::text) {}
    Argument(Bytes value) : value_(std::move(value)), kind_(Kind::blob) {}
    Argument(Value value) : value_(std::move(value)), kind_(static_cast<Kind>(value_.index())) {}
    template <class Tag>
    Argument(Id<Tag> id) : Argument(id.value()) {}
    template <class Tag, class T>
    Argument(const Personal<Tag, T>& personal) : Argument(personal.reveal()) {}
    Argument(Date date) : Argument(date.iso()) {}
    Argument(Instant instant) : Argument(instant.iso()) {}
    Argument(Fte fte) : Argument(fte.thousandths()) {}
    Argument(Pence pence) : Argument(pence.value()) {}
    Argument(const PublicId& id) : Argument(id.text()) {}
    template <class T>
    Argument(const std::optional<T>& value) : Argument(value ? Argument{*value} : null_of(Argument{T{}}.kind_)) {}

    static Argument null_of(Kind kind) { Argument null; null.kind_ = kind; return null; }
    const Value& value() const { return value_; }
    Kind kind() const { return kind_; }
    bool is_null() const { return value_.index() == 0; }

private:
    Value value_;
    Kind kind_ = Kind::unknown;
};

/// A column's name and what goes into it.
struct NamedValue {
    std::string_view name;
    Argument value;
};
/// `{{"name", organisation.name}, {"opened_on", organisation.opened}}`. Columns left out are NULL.
using Values = std::vector<NamedValue>;

}  // namespace kith::db
