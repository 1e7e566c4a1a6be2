#pragma once
// Which rows of a file belong together: of one record, one job, one number. Built once by hashing, so that no rule compares every row with
// every other; groups are numbers, so that a million rows cost some megabytes.
#include "intake/staff_row.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kith::intake {

/// Rows in groups, in order of first mention; within a group in the order of the file.
class RowGroups {
public:
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

    std::size_t size() const { return begins_.empty() ? 0 : begins_.size() - 1; }
    std::span<const std::uint32_t> of(std::size_t group) const
    {
        return std::span{rows_}.subspan(begins_[group], begins_[group + 1] - begins_[group]);
    }
    /// The group of a row, or `none`.
    std::uint32_t group_of(std::size_t row) const { return group_of_[row]; }

    /// Groups of those rows for which `key` gives a hash; rows of one hash are together where `same` says so of the first and the other.
    template <class Key, class Same>
    static RowGroups grouped(std::size_t rows, Key key, Same same)
    {
        RowGroups groups;
        groups.group_of_.assign(rows, none);
        Slots slots{rows};
        std::uint32_t count = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            const std::optional<std::uint64_t> hash = key(row);
            if (!hash) continue;
            auto& slot = slots.find(*hash, [&](std::uint32_t first) { return same(first, row); });
            if (slot.first == none) slot = {*hash, static_cast<std::uint32_t>(row), count++};
            groups.group_of_[row] = slot.group;
        }
        groups.arrange(count);
        return groups;
    }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t first = none;
        std::uint32_t group = 0;
    };
    /// Open addressing, at most half full.
    class Slots {
    public:
        explicit Slots(std::size_t most)
        {
            std::size_t size = 16;
            while (size < most * 2) size *= 2;
            slots_.resize(size);
        }
        template <class SameAs>
        Slot& find(std::uint64_t hash, SameAs same_as)
        {
            auto at = (hash * 0x9E3779B97F4A7C15ULL) >> 20 & (slots_.size() - 1);
            while (slots_[at].first != none && !(slots_[at].hash == hash && same_as(slots_[at].first))) at = (at + 1) & (slots_.size() - 1);
            return slots_[at];
        }

    private:
        std::vector<Slot> slots_;
    };
    void arrange(std::uint32_t count);

    std::vector<std::uint32_t> begins_;
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint32_t> group_of_;
};

inline std::uint64_t mixed(std::uint64_t one, std::uint64_t other)
{
    auto x = one * 0xBF58476D1CE4E5B9ULL ^ (other + 0x94D049BB133111EBULL + (one << 6) + (one >> 2));
    return x ^ (x >> 31);
}

/// The rows of a file that were taken when it was made, by record and by job. A rule that refuses rows leaves them in their groups: whoever
/// goes through one asks `taken` again.
class FileIndex {
public:
    explicit FileIndex(const StaffFile& file);
    /// Rows of one organisation and staff reference.
    const RowGroups& records() const { return records_; }
    /// Rows of one job of one record: by engagement reference, else by the day it starts. Rows without a start are in none.
    const RowGroups& jobs() const { return jobs_; }
    /// The record with that reference of that organisation; nothing where the file has none.
    std::optional<std::size_t> record(partnership::OrganisationId organisation, std::string_view reference) const;

private:
    const StaffFile& file_;
    RowGroups records_;
    RowGroups jobs_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> by_hash_;  ///< of records, in order of the hash
};

}  // namespace kith::intake
