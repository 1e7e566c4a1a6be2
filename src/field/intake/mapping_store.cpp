#include "intake/mapping_store.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kith::intake {
namespace {
constexpr std::string_view columns = "m.id, m.public_id, m.organisation_id, m.name, m.version, m.full_week, m.retired_on";

ColumnMapping mapping_from(const db::Row& row)
{
    ColumnMapping mapping;
    mapping.id = row.get<MappingId>("id");
    mapping.public_id = row.get<PublicId>("public_id");
    mapping.organisation = row.get<std::optional<access::OrganisationId>>("organisation_id");
    mapping.name = row.get<std::string>("name");
    mapping.version = row.get<int>("version");
    mapping.full_week = row.get<int>("full_week");
    mapping.retired_on = row.get<std::optional<Date>>("retired_on");
    return mapping;
}

db::Values values_of(const ColumnMapping& mapping)
{
    return {{"public_id", mapping.public_id}, {"organisation_id", mapping.organisation}, {"name", mapping.name}, {"name_key", folded(mapping.name)},
            {"version", mapping.version},     {"full_week", mapping.full_week},           {"retired_on", mapping.retired_on}};
}

db::Values values_of(MappingId mapping, std::size_t number, const MappedColumn& column)
{
    auto constant = column.constant.empty() ? std::optional<std::string>{} : column.constant;
    return {{"mapping_id", mapping},    {"number", static_cast<std::int64_t>(number)}, {"header", column.header}, {"target", column.target},
            {"reading", id_of(column.reading)}, {"constant", constant}};
}

db::Values values_of(MappingId mapping, const MappedValue& value)
{
    return {{"mapping_id", mapping}, {"header", value.header}, {"value", value.value}, {"code", value.code}};
}

MappedColumn column_from(const db::Row& row)
{
    return {.header = row.get<std::string>("header"), .target = row.get<std::string>("target"), .reading = reading_of(row.get<std::string>("reading")),
            .constant = row.get<std::optional<std::string>>("constant").value_or("")};
}

MappedValue value_from(const db::Row& row)
{
    return {row.get<std::string>("header"), row.get<std::string>("value"), row.get<std::string>("code")};
}

/// Rows that stood when the change set was made: made by it or before, and not ended by it or before.
std::string stood_at(std::string_view alias, std::optional<std::int64_t> change_set)
{
    if (!change_set) return fmt::format("{}.ended_by IS NULL", alias);
    return fmt::format("{0}.made_by <= {1} AND ({0}.ended_by IS NULL OR {0}.ended_by > {1})", alias, *change_set);
}

/// Puts columns and values to the mappings given, by two statements however many there are.
void fill(db::Reader& reader, std::vector<ColumnMapping>& mappings, std::optional<std::int64_t> at, bool with_values = true)
{
    if (mappings.empty()) return;
    std::map<MappingId, ColumnMapping*> by_id;
    std::string ids;
    for (auto& mapping : mappings) {
        by_id.emplace(mapping.id, &mapping);
        ids += fmt::format("{}{}", ids.empty() ? "" : ", ", mapping.id.value());
    }
    reader.each(fmt::format("SELECT mapping_id, header, target, reading, constant FROM mapping_column c WHERE c.mapping_id IN ({}) AND {} ORDER BY mapping_id, number, id",
                            ids, stood_at("c", at)),
                [&](const db::Row& row) { by_id.at(row.get<MappingId>("mapping_id"))->columns.push_back(column_from(row)); });
    if (!with_values) return;
    reader.each(fmt::format("SELECT mapping_id, header, value, code FROM mapping_value v WHERE v.mapping_id IN ({}) AND {} ORDER BY mapping_id, id", ids, stood_at("v", at)),
                [&](const db::Row& row) { by_id.at(row.get<MappingId>("mapping_id"))->values.push_back(value_from(row)); });
}

std::vector<ColumnMapping> read_all(const db::Rows& rows)
{
    std::vector<ColumnMapping> mappings;
    for (const auto& row : rows) mappings.push_back(mapping_from(row));
    return mappings;
}

bool is_name_taken(db::Reader& reader, const ColumnMapping& mapping)
{
    const auto owner = mapping.organisation ? fmt::format("organisation_id = {}", mapping.organisation->value()) : std::string{"organisation_id IS NULL"};
    return reader.one(fmt::format("SELECT id FROM mapping WHERE ended_by IS NULL AND retired_on IS NULL AND name_key = $1 AND id <> $2 AND {}", owner),
                      folded(mapping.name), mapping.id).has_value();
}

std::unexpected<Problem> name_taken()
{
    return std::unexpected(Problem{ProblemKind::conflict, "name", "Another mapping of this organisation has this name. Give this one a name of its own"});
}

struct HeldPart {
    std::int64_t id;
    bool is_kept = false;
};

/// Ends what is held and not wanted, adds what is wanted and not held. `key`: one part written out; parts with the same key are the same.
template <class Part, class KeyOf, class ValuesOf>
void change_parts(db::ChangeSet& changes, const db::RegisterTable& table, std::map<std::string, HeldPart> held, const std::vector<Part>& wanted, KeyOf key_of,
                  ValuesOf values)
{
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        auto found = held.find(key_of(wanted[at], at));
        if (found != held.end()) found->second.is_kept = true;
        else changes.add(table, values(wanted[at], at));
    }
    for (const auto& [key, part] : held)
        if (!part.is_kept) changes.end(table, part.id);
}

std::string key_of(const MappedColumn& column, std::size_t number)
{
    return fmt::format("{}\n{}\n{}\n{}\n{}", number, column.header, column.target, id_of(column.reading), column.constant);
}

std::string key_of(const MappedValue& value) { return value.header + '\n' + value.value + '\n' + value.code; }

void save_columns(db::ChangeSet& changes, const ColumnMapping& mapping)
{
    std::map<std::string, HeldPart> held;
    for (const auto& row : changes.writer().all("SELECT id, number, header, target, reading, constant FROM mapping_column WHERE ended_by IS NULL AND mapping_id = $1", mapping.id))
        held.emplace(key_of(column_from(row), static_cast<std::size_t>(row.get<std::int64_t>("number"))), HeldPart{row.get<std::int64_t>("id")});
    change_parts(changes, mapping_column_table(), std::move(held), mapping.columns, [](const MappedColumn& c, std::size_t at) { return key_of(c, at); },
                 [&](const MappedColumn& c, std::size_t at) { return values_of(mapping.id, at, c); });
}

void save_values(db::ChangeSet& changes, const ColumnMapping& mapping)
{
    std::map<std::string, HeldPart> held;
    for (const auto& row : changes.writer().all("SELECT id, header, value, code FROM mapping_value WHERE ended_by IS NULL AND mapping_id = $1", mapping.id))
        held.emplace(key_of(value_from(row)), HeldPart{row.get<std::int64_t>("id")});
    change_parts(changes, mapping_value_table(), std::move(held), mapping.values, [](const MappedValue& v, std::size_t) { return key_of(v); },
                 [&](const MappedValue& v, std::size_t) { return values_of(mapping.id, v); });
}

std::string within(const access::Reach& reach) { return reach.where({.organisation = "m.organisation_id", .locality = {}, .staff_record = {}}); }
}  // namespace

const db::RegisterTable& mapping_table()
{
    static const db::RegisterTable table{"mapping",
                                         {{"public_id"}, {"organisation_id", db::Kind::integer}, {"name"}, {"name_key"}, {"version", db::Kind::integer},
                                          {"full_week", db::Kind::integer}, {"retired_on"}}};
    return table;
}

const db::RegisterTable& mapping_column_table()
{
    static const db::RegisterTable table{"mapping_column",
                                         {{"mapping_id", db::Kind::integer}, {"number", db::Kind::integer}, {"header"}, {"target"}, {"reading"}, {"constant"}}};
    return table;
}

const db::RegisterTable& mapping_value_table()
{
    static const db::RegisterTable table{"mapping_value", {{"mapping_id", db::Kind::integer}, {"header"}, {"value"}, {"code"}}};
    return table;
}

Result<ColumnMapping> add(db::ChangeSet& changes, ColumnMapping mapping, Instant now)
{
    if (is_name_taken(changes.writer(), mapping)) return name_taken();
    mapping.public_id = changes.writer().database().make_public_id(now);
    mapping.version = 1;
    mapping.id = MappingId{changes.add(mapping_table(), values_of(mapping))};
    save_columns(changes, mapping);
    save_values(changes, mapping);
    return mapping;
}

Result<ColumnMapping> change(db::ChangeSet& changes, ColumnMapping mapping)
{
    const auto held = changes.writer().one("SELECT version FROM mapping WHERE ended_by IS NULL AND id = $1", mapping.id);
    if (!held || held->get<int>("version") != mapping.version)
        return conflict("Someone else has changed this mapping since you opened it. Look at it as it is now, then make your change");
    if (!mapping.retired_on && is_name_taken(changes.writer(), mapping)) return name_taken();
    ++mapping.version;
    changes.replace(mapping_table(), mapping.id.value(), values_of(mapping));
    save_columns(changes, mapping);
    save_values(changes, mapping);
    return mapping;
}

std::vector<ColumnMapping> list_mappings(db::Reader& reader, const access::Reach& reach)
{
    return read_all(reader.all(fmt::format("SELECT {} FROM mapping m WHERE m.ended_by IS NULL AND {} ORDER BY m.organisation_id, m.name_key, m.id", columns, within(reach))));
}

std::vector<ColumnMapping> all_layouts(db::Reader& reader)
{
    auto mappings = read_all(reader.all(fmt::format("SELECT {} FROM mapping m WHERE m.ended_by IS NULL AND m.retired_on IS NULL ORDER BY m.id", columns)));
    fill(reader, mappings, {}, false);
    return mappings;
}

std::vector<ColumnMapping> mappings_of(db::Reader& reader, const std::optional<access::OrganisationId>& organisation)
{
    const auto owner = organisation ? fmt::format("m.organisation_id = {}", organisation->value()) : std::string{"m.organisation_id IS NULL"};
    auto mappings = read_all(reader.all(fmt::format("SELECT {} FROM mapping m WHERE m.ended_by IS NULL AND m.retired_on IS NULL AND {} ORDER BY m.id DESC", columns, owner)));
    fill(reader, mappings, {});
    return mappings;
}

Result<ColumnMapping> find_mapping(db::Reader& reader, const PublicId& id, const access::Reach& reach)
{
    auto mappings = read_all(reader.all(fmt::format("SELECT {} FROM mapping m WHERE m.ended_by IS NULL AND m.public_id = $1 AND {}", columns, within(reach)), id));
    if (mappings.empty()) return not_found("Mapping");
    fill(reader, mappings, {});
    return std::move(mappings.front());
}

Result<ColumnMapping> find_mapping(db::Reader& reader, const PublicId& id, const access::Reach& reach, int version)
{
    const auto rows = reader.all(fmt::format("SELECT {}, m.made_by FROM mapping m WHERE m.public_id = $1 AND m.version = $2 AND {} ORDER BY m.row_id DESC", columns, within(reach)),
                                 id, version);
    auto mappings = read_all(rows);
    if (mappings.empty()) return not_found("Mapping");
    mappings.resize(1);
    fill(reader, mappings, rows.front().get<std::int64_t>("made_by"));
    return std::move(mappings.front());
}

std::vector<MappingVersion> versions_of(db::Reader& reader, MappingId id)
{
    std::vector<MappingVersion> versions;
    for (const auto& row : reader.all("SELECT m.version, c.made_at, c.account_id, c.reason FROM mapping m JOIN change_set c ON c.id = m.made_by WHERE m.id = $1 "
                                      "ORDER BY m.row_id DESC", id))
        versions.push_back({row.get<int>("version"), row.get<Instant>("made_at"), row.get<std::optional<std::int64_t>>("account_id"),
                            row.get<std::optional<std::string>>("reason").value_or("")});
    return versions;
}

}  // namespace kith::intake
