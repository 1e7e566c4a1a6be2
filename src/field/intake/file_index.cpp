#include "intake/file_index.hpp"

#include <algorithm>
#include <functional>

namespace kith::intake {
namespace {
std::uint64_t hash_of(std::string_view text) { return std::hash<std::string_view>{}(text); }

std::uint64_t record_hash(partnership::OrganisationId organisation, std::string_view reference)
{
    return mixed(static_cast<std::uint64_t>(organisation.value()), hash_of(reference));
}

RowGroups records_of(const StaffFile& file)
{
    return RowGroups::grouped(
        file.rows.size(),
        [&](std::size_t at) -> std::optional<std::uint64_t> {
            const auto& row = file.rows[at];
            if (!row.taken || !row.staff_reference || !row.organisation) return std::nullopt;
            return record_hash(row.organisation->id, *row.staff_reference);
        },
        [&](std::size_t one, std::size_t other) {
            const auto& a = file.rows[one];
            const auto& b = file.rows[other];
            return a.organisation->id == b.organisation->id && *a.staff_reference == *b.staff_reference;
        });
}

bool same_job(const StaffRow& a, const StaffRow& b)
{
    if (a.engagement_reference || b.engagement_reference)
        return a.engagement_reference && b.engagement_reference && *a.engagement_reference == *b.engagement_reference;
    return *a.start_date == *b.start_date;
}

RowGroups jobs_of(const StaffFile& file, const RowGroups& records)
{
    return RowGroups::grouped(
        file.rows.size(),
        [&](std::size_t at) -> std::optional<std::uint64_t> {
            const auto& row = file.rows[at];
            if (records.group_of(at) == RowGroups::none || !row.start_date) return std::nullopt;
            auto job = row.engagement_reference ? hash_of(*row.engagement_reference) : static_cast<std::uint64_t>(row.start_date->days_since_epoch());
            return mixed(records.group_of(at), job);
        },
        [&](std::size_t one, std::size_t other) {
            return records.group_of(one) == records.group_of(other) && same_job(file.rows[one], file.rows[other]);
        });
}
}  // namespace

void RowGroups::arrange(std::uint32_t count)
{
    begins_.assign(count + 1, 0);
    for (auto group : group_of_)
        if (group != none) ++begins_[group + 1];
    for (std::size_t group = 0; group < count; ++group) begins_[group + 1] += begins_[group];
    rows_.resize(begins_.back());
    auto next = begins_;
    for (std::size_t row = 0; row < group_of_.size(); ++row)
        if (group_of_[row] != none) rows_[next[group_of_[row]]++] = static_cast<std::uint32_t>(row);
}

FileIndex::FileIndex(const StaffFile& file) : file_(file), records_(records_of(file)), jobs_(jobs_of(file, records_))
{
    bool has_managers = file.places.has(Field::manager);
    if (!has_managers) return;
    for (std::size_t record = 0; record < records_.size(); ++record) {
        const auto& row = file.rows[records_.of(record).front()];
        by_hash_.emplace_back(record_hash(row.organisation->id, *row.staff_reference), static_cast<std::uint32_t>(record));
    }
    std::ranges::sort(by_hash_);
}

std::optional<std::size_t> FileIndex::record(partnership::OrganisationId organisation, std::string_view reference) const
{
    auto hash = record_hash(organisation, reference);
    for (auto at = std::ranges::lower_bound(by_hash_, hash, {}, &std::pair<std::uint64_t, std::uint32_t>::first); at != by_hash_.end() && at->first == hash; ++at) {
        const auto& row = file_.rows[records_.of(at->second).front()];
        if (row.organisation->id == organisation && *row.staff_reference == reference) return at->second;
    }
    return std::nullopt;
}

}  // namespace kith::intake
