#pragma once
// Names that are used for one another: Bill and William, Mohammed and Muhammad. Pure; the table itself is a pack that an area may replace.
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith::matching {

/// Groups of names. A name may stand in several ("alex", of Alexander and of Alexandra), which does not make them one: Alexander is no variant of Alexandra.
class Variants {
public:
    /// No name stands for another.
    Variants() = default;
    /// Groups of folded names, each named by its first.
    explicit Variants(const std::vector<std::vector<std::string>>& groups);

    /// The first names of the groups that a folded name stands in.
    const std::vector<std::string>& of(std::string_view folded) const;
    /// A number that two tables share only where they hold the same; 0 of an empty one.
    std::uint64_t mark() const;

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>> groups_of_;
};

}  // namespace kith::matching
