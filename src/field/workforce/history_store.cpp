#include "workforce/history_store.hpp"

#include "workforce/staff_store.hpp"

#include <fmt/format.h>

namespace kith::workforce {

namespace {

template <class T>
Version<T> version_of(const db::Row& row, T value)
{
    return {.id = row.get<std::int64_t>("id"), .made_by = row.get<std::int64_t>("made_by"), .ended_by = row.get<std::optional<std::int64_t>>("ended_by"),
            .value = std::move(value)};
}

}  // namespace

RecordVersions load_versions(db::Reader& reader, StaffRecordId record)
{
    RecordVersions versions;
    auto each_version = [&](std::string columns, std::string_view from, const auto& take) {
        reader.each(fmt::format("SELECT id, made_by, ended_by, {} FROM {} ORDER BY row_id", columns, from), take, record);
    };
    each_version(record_columns(), "staff_record WHERE id = $1",
                 [&](const db::Row& row) { versions.records.push_back(version_of(row, record_of(row))); });
    each_version(engagement_columns(), "engagement WHERE staff_record_id = $1",
                 [&](const db::Row& row) { versions.engagements.push_back(version_of(row, engagement_of(row))); });
    each_version(terms_columns(), "engagement_terms WHERE engagement_id IN (SELECT id FROM engagement WHERE staff_record_id = $1)",
                 [&](const db::Row& row) { versions.terms.push_back(version_of(row, terms_of(row))); });
    each_version(fact_columns(), "staff_fact WHERE staff_record_id = $1",
                 [&](const db::Row& row) { versions.facts.push_back(version_of(row, fact_of(row))); });
    return versions;
}

std::map<std::int64_t, db::ChangeSetEntry> load_change_sets(db::Reader& reader, std::span<const std::int64_t> ids)
{
    std::map<std::int64_t, db::ChangeSetEntry> entries;
    if (ids.empty()) return entries;
    auto sql = fmt::format("SELECT id, public_id, made_at, account_id, actor, reason, return_id, undoes FROM change_set WHERE id IN ({})", fmt::join(ids, ", "));
    reader.each(sql, [&](const db::Row& row) {
        db::ChangeSetEntry entry;
        entry.id = row.get<std::int64_t>("id");
        entry.public_id = row.get<PublicId>("public_id");
        entry.made_at = row.get<Instant>("made_at");
        entry.author = {row.get<std::optional<std::int64_t>>("account_id"), row.get<std::string>("actor")};
        entry.reason = row.get<std::optional<std::string>>("reason");
        entry.return_id = row.get<std::optional<std::int64_t>>("return_id");
        entry.undoes = row.get<std::optional<std::int64_t>>("undoes");
        entries.emplace(entry.id, std::move(entry));
    });
    return entries;
}

}  // namespace kith::workforce
