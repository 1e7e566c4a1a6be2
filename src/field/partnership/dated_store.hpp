#pragma once
// How each dated thing of this room stands in its register table, and the few ways in which all of them are read and written. Private to the
// room; others use dated_register.hpp. Nothing here checks a value.
#include "db/change_set.hpp"
#include "partnership/named_link.hpp"
#include "partnership/organisation_link.hpp"
#include "partnership/register_number.hpp"

#include <fmt/format.h>

#include <vector>

namespace kith::partnership {

/// Table, columns and both ways between a row and a value; one specialisation a thing, in dated_store.cpp.
template <class T>
struct Stored {
    static const db::RegisterTable& table();
    static db::Values values(const T& value);
    static T read(const db::Row& row);
};

/// "id, public_id, kind, ...": what read() needs, each after `prefix` ("m.").
std::string columns_of(const db::RegisterTable& table, std::string_view prefix = {});

/// Those current rows that fit `condition`, which may name the table's columns and $1 and so on, and say an order.
template <class T, class... A>
std::vector<T> load(db::Reader& reader, std::string_view condition, const A&... arguments)
{
    const auto& table = Stored<T>::table();
    std::vector<T> values;
    reader.each(fmt::format("SELECT {} FROM {} WHERE ended_by IS NULL AND {}", columns_of(table), table.name, condition),
                [&](const db::Row& row) { values.push_back(Stored<T>::read(row)); }, arguments...);
    return values;
}

template <class T>
std::vector<T> load_all(db::Reader& reader)
{
    return load<T>(reader, "1 = 1 ORDER BY id");
}

/// The one of that public id; not found as `what` ("Team") where none is current.
template <class T>
Result<T> load_one(db::Reader& reader, std::string_view what, const PublicId& id)
{
    auto found = load<T>(reader, "public_id = $1", id);
    if (found.empty()) return not_found(std::string{what});
    return std::move(found.front());
}

/// Named links of an organisation and of its settings; of a cluster and of the settings in it.
std::vector<NamedLink> links_around(db::Reader& reader, OrganisationId organisation);
std::vector<NamedLink> links_around(db::Reader& reader, ClusterId cluster);
/// Clusters that the setting is or was in, by name.
std::vector<Cluster> clusters_with(db::Reader& reader, SettingId setting);

/// Adds it; its id and public id are made here.
template <class T>
T insert(db::ChangeSet& changes, T value, Instant now)
{
    value.public_id = changes.writer().database().make_public_id(now);
    value.id = decltype(value.id){changes.add(Stored<T>::table(), Stored<T>::values(value))};
    return value;
}

/// Puts it in place of the current one of its id.
template <class T>
void put(db::ChangeSet& changes, const T& value)
{
    changes.replace(Stored<T>::table(), value.id.value(), Stored<T>::values(value));
}

}  // namespace kith::partnership
