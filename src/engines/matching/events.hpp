#pragma once
// What happens to a linkage, as lines of text: records that arrive, decisions, models. Who has the lines has everything. Pure.
#include "matching/linkage.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace kith::matching {

struct Withdrawal {
    std::int64_t number = 0;  ///< of the decision
    std::string by, on;
};
/// How the records of a log are joined, as it was begun: under anything else other persons would come of it.
struct Settings {
    double threshold = 0.5;
    std::uint64_t variants = 0;            ///< mark of the table of variants
    std::vector<std::string> one_each;
    bool operator==(const Settings&) const = default;
};
/// A model with the counts of its records' values; counts of three and fewer weigh as three and are left out.
struct Frozen {
    Model model;
    std::vector<std::pair<std::string, std::int64_t>> counts;
    struct Namesakes {
        std::string first, surname;
        std::uint32_t people = 0;
    };
    std::vector<Namesakes> namesakes;
};
Frozen frozen(const Linkage& linkage);
/// Gives the counts to people of whom none was counted, and the model that goes with them.
Model put_into(People& people, const Frozen& frozen);

using Event = std::variant<Told, Decision, Withdrawal, Frozen, Settings>;
/// One line; fields are parted by tabs.
std::string written(const Event& event);
/// Refuses what is no such line.
Result<Event> read_event(std::string_view line);

}  // namespace kith::matching
