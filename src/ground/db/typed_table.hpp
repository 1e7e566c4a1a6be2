#pragma once
// A register table whose things are values of one type: each column is named once, with the member that it is kept in. For tables of hundreds to
// thousands of things that are read whole or by one key; what needs joins or a million rows has SQL of its own.
#include "base/named_choice.hpp"
#include "db/change_set.hpp"
#include "db/row.hpp"

#include <fmt/format.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::db {

/// A column, and how it goes from a value and back.
template <class T>
struct TypedColumn {
    Column column;
    std::function<Argument(const T&)> write;
    std::function<void(T&, const Row&)> read;
};

template <class T, class Member>
TypedColumn<T> typed(std::string_view name, Member T::* member)
{
    return {{name, Argument{Member{}}.kind()}, [member](const T& thing) { return Argument{thing.*member}; }, [member, name](T& thing, const Row& row) { thing.*member = row.get<Member>(name); }};
}

/// A choice by its name. Throws std::bad_optional_access on reading a name that is none of the choices: no door lets one in.
template <class T, class Choice>
TypedColumn<T> typed(std::string_view name, Choice T::* member, const std::vector<NamedChoice<Choice>>& choices)
{
    return {{name}, [member, &choices](const T& thing) { return Argument{choice_of(choices, thing.*member).name}; },
            [member, &choices, name](T& thing, const Row& row) { thing.*member = choice_named(choices, row.get<std::string>(name)).value(); }};
}

/// T has `id` (an Id) and `public_id`, which the table keeps by itself.
template <class T>
class TypedTable {
public:
    /// `order` is SQL: "due_on, id".
    TypedTable(std::string_view name, std::string_view order, std::vector<TypedColumn<T>> columns) : columns_(std::move(columns)), table_{name, {{"public_id"}}}, order_(order)
    {
        select_ = "SELECT id, public_id";
        for (const auto& one : columns_) {
            table_.columns.push_back(one.column);
            select_ += ", " + std::string{one.column.name};
        }
        select_ += " FROM " + std::string{name} + " WHERE ";
    }

    const RegisterTable& table() const { return table_; }

    /// The current things that meet the condition, in the table's order. `condition` is SQL over its columns, with $1 and so on.
    template <class... Arguments>
    std::vector<T> where(Reader& reader, std::string_view condition, const Arguments&... arguments) const
    {
        std::vector<T> all;
        reader.each(current(condition), [&](const Row& row) { all.push_back(read(row)); }, arguments...);
        return all;
    }
    std::vector<T> all(Reader& reader) const { return where(reader, "1 = 1"); }
    template <class... Arguments>
    std::optional<T> one(Reader& reader, std::string_view condition, const Arguments&... arguments) const
    {
        const auto row = reader.one(current(condition), arguments...);
        return row ? std::optional{read(*row)} : std::nullopt;
    }
    std::optional<T> find(Reader& reader, const PublicId& id) const { return one(reader, "public_id = $1", id); }
    /// By the key under which other rows know it.
    std::optional<T> with_id(Reader& reader, decltype(T::id) id) const { return one(reader, "id = $1", id); }

    /// In the place of the version that is current; a new thing, with a public id of `now`, where it has no id yet.
    T keep(ChangeSet& changes, T thing, Instant now) const
    {
        if (thing.id.is_set()) changes.replace(table_, thing.id.value(), values(thing));
        else {
            thing.public_id = changes.writer().database().make_public_id(now);
            thing.id = decltype(thing.id){changes.add(table_, values(thing))};
        }
        return thing;
    }
    void end(ChangeSet& changes, const T& thing) const { changes.end(table_, thing.id.value()); }

private:
    std::string current(std::string_view condition) const { return select_ + fmt::format("ended_by IS NULL AND ({}) ORDER BY {}", condition, order_); }
    T read(const Row& row) const
    {
        T thing;
        thing.id = row.get<decltype(thing.id)>("id");
        thing.public_id = row.get<PublicId>("public_id");
        for (const auto& one : columns_) one.read(thing, row);
        return thing;
    }
    Values values(const T& thing) const
    {
        Values values{{"public_id", thing.public_id}};
        for (const auto& one : columns_) values.push_back({one.column.name, one.write(thing)});
        return values;
    }

    std::vector<TypedColumn<T>> columns_;
    RegisterTable table_;
    std::string order_, select_;
};

}  // namespace kith::db
