#pragma once
// One row of an answer, read by column name into Kith's own types. A wrong name, a wrong type or an unexpected NULL throws,
// naming the column and never the value.
#include "db/value.hpp"

#include <memory>
#include <type_traits>

namespace kith::db {

class Row;
using Rows = std::vector<Row>;
using ColumnNames = std::shared_ptr<const std::vector<std::string>>;

/// Checked readings of one value; each throws DatabaseError naming `column`.
namespace reading {
std::int64_t integer(const Value& value, std::string_view column);
double real(const Value& value, std::string_view column);
const std::string& text(const Value& value, std::string_view column);
const Bytes& blob(const Value& value, std::string_view column);
Date date(const Value& value, std::string_view column);
Instant instant(const Value& value, std::string_view column);
PublicId public_id(const Value& value, std::string_view column);
int small_integer(const Value& value, std::string_view column);

template <class T>
struct As;
template <> struct As<std::int64_t> { static std::int64_t read(const Value& v, std::string_view c) { return integer(v, c); } };
template <> struct As<int> { static int read(const Value& v, std::string_view c) { return small_integer(v, c); } };
template <> struct As<bool> { static bool read(const Value& v, std::string_view c) { return integer(v, c) != 0; } };
template <> struct As<double> { static double read(const Value& v, std::string_view c) { return real(v, c); } };
template <> struct As<std::string> { static std::string read(const Value& v, std::string_view c) { return text(v, c); } };
template <> struct As<Bytes> { static Bytes read(const Value& v, std::string_view c) { return blob(v, c); } };
template <> struct As<Date> { static Date read(const Value& v, std::string_view c) { return date(v, c); } };
template <> struct As<Instant> { static Instant read(const Value& v, std::string_view c) { return instant(v, c); } };
template <> struct As<PublicId> { static PublicId read(const Value& v, std::string_view c) { return public_id(v, c); } };
template <> struct As<Fte> { static Fte read(const Value& v, std::string_view c) { return Fte::thousandths(integer(v, c)); } };
template <> struct As<Pence> { static Pence read(const Value& v, std::string_view c) { return Pence{integer(v, c)}; } };
template <class Tag>
struct As<Id<Tag>> { static Id<Tag> read(const Value& v, std::string_view c) { return Id<Tag>{integer(v, c)}; } };
template <class Tag, class T>
struct As<Personal<Tag, T>> {
    static Personal<Tag, T> read(const Value& v, std::string_view c) { return Personal<Tag, T>{As<T>::read(v, c)}; }
};
template <class T>
struct As<std::optional<T>> {
    static std::optional<T> read(const Value& v, std::string_view c)
    {
        if (v.index() == 0) return std::nullopt;
        return As<T>::read(v, c);
    }
};
}  // namespace reading

class Row {
public:
    Row(ColumnNames names, std::vector<Value> values) : names_(std::move(names)), values_(std::move(values)) {}

    /// T: std::int64_t, int, bool, double, std::string, Bytes, Date, Instant, PublicId, Fte, Pence, Id<Tag>, Personal<Tag, T>,
    /// or std::optional of those where the column may be NULL.
    template <class T>
    T get(std::string_view column) const { return reading::As<T>::read(value(column), column); }
    /// By place, from 0: for loops over hundreds of thousands of rows.
    template <class T>
    T at(std::size_t place) const { return reading::As<T>::read(values_.at(place), names_->at(place)); }

    const Value& value(std::string_view column) const;
    bool is_null(std::string_view column) const { return value(column).index() == 0; }
    const std::vector<std::string>& columns() const { return *names_; }
    const std::vector<Value>& values() const { return values_; }

private:
    ColumnNames names_;
    std::vector<Value> values_;
};

}  // namespace kith::db
