#include "workforce/subject_register.hpp"

#include "db/schema.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/staff_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kith::workforce {

namespace {

/// What joins rows. It stays at every depth, so that whatever reads superseded versions still can.
bool is_key(std::string_view column) { return column == "public_id" || column.ends_with("_id"); }

/// Columns that say nothing of who someone is, by table. What is not named here goes when a person is erased, whatever is added later.
bool names_nobody(std::string_view table, std::string_view column)
{
    static const std::map<std::string_view, std::set<std::string_view>> stays{
        {"staff_record", {}},
        {"engagement", {"started_on", "ended_on"}},
        {"engagement_terms", {"from_on", "role_list", "role_code", "sector", "breadth", "contract", "fte", "hours"}},
        {"staff_fact", {"kind", "list", "code"}},
        {"correction", {"asked_on", "asked_by", "about", "state", "answered_on", "answered_by"}},
        {"erasure", {"depth", "ground", "words", "values_erased", "files_deleted"}},
    };
    const auto found = stays.find(table);
    return is_key(column) || (found != stays.end() && found->second.contains(column));
}

/// Journals say what was done and why, and outlast whom it was done to.
bool is_journal(std::string_view table) { return table == "erasure" || table == "correction"; }

/// What figures count of someone whose name is not held any more.
bool is_counted(std::string_view table) { return table == "staff_record" || table == "engagement" || table == "engagement_terms" || table == "staff_fact"; }

bool stays(ErasureDepth depth, std::string_view table, std::string_view column)
{
    return depth == ErasureDepth::person || is_journal(table) ? names_nobody(table, column) : is_key(column);
}

/// Rows that are no more once the person is erased: current ones would be read by every page that lists their kind.
bool ends(ErasureDepth depth, std::string_view table)
{
    return !is_journal(table) && (depth == ErasureDepth::everything || !is_counted(table));
}

/// One table of what is held, and how its rows are found from the record's id.
struct Branch {
    db::Table table;
    std::string condition;  ///< "staff_record_id = $1"
};

/// The record's table, then those whose rows hang on one that is already there.
std::vector<Branch> branches_of(db::Reader& reader)
{
    auto tables = db::register_tables_of(reader);
    std::vector<Branch> branches;
    auto take = [&](const db::Table& table, std::string condition) { branches.push_back({table, std::move(condition)}); };
    for (const auto& table : tables) {
        if (table.name == "staff_record") take(table, "id = $1");
    }
    for (std::size_t place = 0; place < branches.size(); ++place) {
        const auto parent = branches[place].table.name;
        const auto condition = branches[place].condition;
        for (const auto& table : tables) {
            if (std::ranges::any_of(branches, [&](const Branch& branch) { return branch.table.name == table.name; })) continue;
            auto has = [&](std::string_view column) { return std::ranges::find(table.columns, column, &db::TableColumn::name) != table.columns.end(); };
            if (has(parent + "_id")) take(table, parent == "staff_record" ? "staff_record_id = $1" : fmt::format("{0}_id IN (SELECT id FROM {0} WHERE {1})", parent, condition));
            else if (parent == "staff_record" && has("subject_id")) take(table, "subject_id = $1");
        }
    }
    return branches;
}

std::string text_of(const db::TableColumn& column, const db::Row& row)
{
    if (row.is_null(column.name)) return {};
    if (column.kind == db::Kind::blob) return "Held, sealed";
    if (column.kind == db::Kind::integer) return std::to_string(row.get<std::int64_t>(column.name));
    if (column.kind == db::Kind::real) return fmt::format("{}", row.get<double>(column.name));
    return row.get<std::string>(column.name);
}

/// Keys that join tables and tell a reader nothing, and what is derived from other values.
bool is_plumbing(std::string_view column)
{
    return column == "name_key" || column == "national_insurance_index" || column == "staff_record_id" || column == "subject_id" || column == "owner_id";
}

std::set<std::pair<std::int64_t, std::string>> erased_in(db::Reader& reader, std::string_view table)
{
    std::set<std::pair<std::int64_t, std::string>> erased;
    reader.each("SELECT row_id, column_name FROM erased_value WHERE table_name = $1",
                [&](const db::Row& row) { erased.emplace(row.at<std::int64_t>(0), row.at<std::string>(1)); }, table);
    return erased;
}

HeldTable held_in(db::Reader& reader, const Branch& branch, StaffRecordId record)
{
    HeldTable held{.name = branch.table.name, .rows = {}};
    const auto own = branch.table.own_columns();
    std::string names;
    for (const auto& column : own) names += ", " + column.name;
    const auto erased = erased_in(reader, branch.table.name);
    reader.each(fmt::format("SELECT row_id, id, made_by, ended_by{} FROM {} WHERE {} ORDER BY row_id", names, branch.table.name, branch.condition), [&](const db::Row& row) {
        HeldRow one{.id = row.get<std::int64_t>("id"), .made_by = row.get<std::int64_t>("made_by"), .ended_by = row.get<std::optional<std::int64_t>>("ended_by"), .values = {}};
        for (const auto& column : branch.table.columns) {
            if (is_plumbing(column.name) || std::ranges::find(own, column.name, &db::TableColumn::name) == own.end()) continue;
            const bool gone = erased.contains({row.get<std::int64_t>("row_id"), column.name});
            one.values.push_back({.column = column.name, .value = gone ? std::string{} : text_of(column, row), .erased = gone});
            if (column.kind == db::Kind::blob && !gone) one.values.back().sealed = row.get<std::optional<db::Bytes>>(column.name);
        }
        held.rows.push_back(std::move(one));
    }, record);
    return held;
}

db::RegisterTable declared(const db::Table& table)
{
    db::RegisterTable declaration{table.name, {}};
    for (const auto& column : table.own_columns()) {
        for (const auto& lasting : table.columns) {
            if (lasting.name == column.name) declaration.columns.push_back({lasting.name, lasting.kind});
        }
    }
    return declaration;
}

std::vector<std::int64_t> ids_in(db::Reader& reader, const Branch& branch, StaffRecordId record, bool current)
{
    std::vector<std::int64_t> ids;
    reader.each(fmt::format("SELECT DISTINCT id FROM {} WHERE {}{} ORDER BY id", branch.table.name, branch.condition, current ? " AND ended_by IS NULL" : ""),
                [&](const db::Row& row) { ids.push_back(row.at<std::int64_t>(0)); }, record);
    return ids;
}

/// Takes the person's reference out of the terms of those whom they manage.
std::int64_t erase_as_manager(db::ChangeSet& changes, StaffRecordId record)
{
    auto& writer = changes.writer();
    std::vector<std::int64_t> terms;
    writer.each("SELECT DISTINCT t.id FROM staff_record s JOIN staff_record r ON r.organisation_id = s.organisation_id JOIN engagement e ON e.staff_record_id = r.id "
                "JOIN engagement_terms t ON t.engagement_id = e.id WHERE s.id = $1 AND s.reference <> 'erased' AND t.manager = s.reference",
                [&](const db::Row& row) { terms.push_back(row.at<std::int64_t>(0)); }, record);
    std::int64_t erased = 0;
    for (const auto id : terms) erased += changes.erase(engagement_terms_table(), id, "manager");
    return erased;
}

const std::string& subject_query()
{
    static const auto text =
        "SELECT r.id, r.public_id, r.organisation_id, " + record_columns("r.") + ", "
        "(SELECT COUNT(*) FROM engagement e WHERE e.staff_record_id = r.id AND e.ended_by IS NULL AND (e.ended_on IS NULL OR e.ended_on >= $2)) AS running "
        "FROM staff_record r WHERE r.ended_by IS NULL AND ";
    return text;
}

Result<Subject> subject_of(const std::optional<db::Row>& row)
{
    if (!row) return not_found("Staff record");
    const auto record = record_of(*row);
    return Subject{.id = row->get<StaffRecordId>("id"), .public_id = row->get<PublicId>("public_id"), .organisation = row->get<OrganisationId>("organisation_id"),
                   .reference = record.reference, .given_name = record.given_name, .family_name = record.family_name, .has_job = row->get<std::int64_t>("running") > 0};
}

/// Records none of whose engagements runs on the day or later. A record without any engagement has nothing to be gone from.
std::string leavers(const access::Reach& reach)
{
    return "FROM staff_record r JOIN engagement e ON e.staff_record_id = r.id AND e.ended_by IS NULL "
           "WHERE r.ended_by IS NULL AND r.reference <> 'erased' AND " + reach.where({.organisation = "r.organisation_id"}) +
           " GROUP BY r.id, r.public_id, r.organisation_id, r.reference HAVING SUM(CASE WHEN e.ended_on IS NULL OR e.ended_on >= $1 THEN 1 ELSE 0 END) = 0";
}

}  // namespace

std::vector<HeldTable> everything_held(db::Reader& reader, StaffRecordId record)
{
    std::vector<HeldTable> held;
    for (const auto& branch : branches_of(reader)) {
        auto table = held_in(reader, branch, record);
        if (!table.rows.empty()) held.push_back(std::move(table));
    }
    return held;
}

std::set<std::int64_t> change_sets_of(const std::vector<HeldTable>& held)
{
    std::set<std::int64_t> sets;
    for (const auto& table : held) {
        for (const auto& row : table.rows) {
            sets.insert(row.made_by);
            if (row.ended_by) sets.insert(*row.ended_by);
        }
    }
    return sets;
}

std::string_view id_of(ErasureDepth depth)
{
    return depth == ErasureDepth::person ? "person" : "everything";
}

std::int64_t erase_person(db::ChangeSet& changes, StaffRecordId record, ErasureDepth depth)
{
    auto& writer = changes.writer();
    const auto branches = branches_of(writer);
    std::int64_t erased = erase_as_manager(changes, record);
    for (auto branch = branches.rbegin(); branch != branches.rend(); ++branch) {
        const auto table = declared(branch->table);
        if (ends(depth, branch->table.name)) {
            const auto current = ids_in(writer, *branch, record, true);
            if (!current.empty()) changes.end_many(table, current);
        }
        for (const auto id : ids_in(writer, *branch, record, false)) {
            for (const auto& column : branch->table.own_columns()) {
                if (!stays(depth, branch->table.name, column.name)) erased += changes.erase(table, id, column.name);
            }
        }
    }
    return erased;
}

Result<Subject> find_subject(db::Reader& reader, const PublicId& id, Date today)
{
    return subject_of(reader.one(subject_query() + "r.public_id = $1", id, today));
}

Result<Subject> find_subject(db::Reader& reader, StaffRecordId id, Date today)
{
    return subject_of(reader.one(subject_query() + "r.id = $1", id, today));
}

std::vector<Leaver> left_before(db::Reader& reader, const access::Reach& reach, Date before, int limit)
{
    std::vector<Leaver> found;
    reader.each(fmt::format("SELECT r.id, r.public_id, r.organisation_id, r.reference, MAX(e.ended_on) AS left_on {} ORDER BY MAX(e.ended_on), r.id LIMIT {}", leavers(reach), limit), [&](const db::Row& row) {
        found.push_back({.id = row.get<StaffRecordId>("id"), .public_id = row.get<PublicId>("public_id"), .organisation = row.get<OrganisationId>("organisation_id"),
                         .reference = row.get<std::string>("reference"), .left_on = row.get<Date>("left_on")});
    }, before);
    return found;
}

std::int64_t count_left_before(db::Reader& reader, const access::Reach& reach, Date before)
{
    return reader.one(fmt::format("SELECT COUNT(*) AS n FROM (SELECT r.id {}) gone", leavers(reach)), before)->get<std::int64_t>("n");
}

}  // namespace kith::workforce
