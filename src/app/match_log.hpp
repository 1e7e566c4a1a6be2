#pragma once
// A linkage that is kept: everything that happened to it in a log, so that it is there again after a stop or a crash.
#include "files/append_log.hpp"
#include "matching/events.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::app {

/// What opening or feeding a kept linkage came to.
struct Fed {
    std::int64_t arrived = 0, known = 0;  ///< records that came now, and those whose id was there already
    std::int64_t changed = 0;             ///< of these, with other values: what is held stays
    std::int64_t without_id = 0;          ///< left out
};

/// A new model beside the one in use.
struct Reestimated {
    std::vector<matching::Moved> moved;  ///< weights that moved too far
    std::vector<std::string> joined_anew;  ///< ids of records that would have somebody with them who was not
    std::vector<std::string> parted;       ///< and of those that would lose somebody
    bool is_taken = false;
};

class KeptLinkage {
public:
    /// Opens a log and replays it: records at once, then decisions in their order. Refuses another threshold, other variants or other sources that hold each person once than its model came with, since other persons
    /// would come of them; unless `for_a_new_model`, which brings its own.
    static Result<KeptLinkage> open(const std::string& path, const matching::Variants& variants, double threshold, const std::vector<std::string>& one_each, bool for_a_new_model = false);

    /// True while there is neither a model nor a record in the log.
    bool is_new() const { return !linkage_; }
    const matching::Linkage& linkage() const { return *linkage_; }

    /// Learns a model from the first records, which are kept with it. Only for a new log. `people` are the same records, prepared.
    Result<void> begin(matching::People people, const std::vector<matching::Told>& records);
    /// Takes records in as they arrive, those that are not there yet: in the log before in memory, some at once on disk.
    Result<Fed> feed(const std::vector<matching::Told>& records);
    /// Takes in a decision, or withdraws one; on disk when it returns.
    Result<matching::Decision> decide(matching::Decision decision);
    Result<matching::Decision> withdraw(const matching::Withdrawal& withdrawal);
    /// Learns a new model from the records that are there and says what it would change. It is put in the old one's place unless a weight moved too far; `even_so`: also then, for whoever looked at what moved.
    Result<Reestimated> reestimate(bool even_so);

private:
    KeptLinkage(files::AppendLog log, matching::Variants variants, double threshold, std::vector<std::string> one_each)
        : log_(std::move(log)), variants_(std::move(variants)), threshold_(threshold), one_each_(std::move(one_each))
    {}
    Result<void> replay(const std::vector<matching::Event>& events, bool for_a_new_model);
    matching::Joining joining_for(matching::People& people) const;
    matching::People prepared() const;
    matching::Settings settings() const { return {.threshold = threshold_, .variants = variants_.mark(), .one_each = one_each_}; }
    Result<void> put(const matching::Event& event);

    files::AppendLog log_;
    matching::Variants variants_;
    double threshold_;
    std::vector<std::string> one_each_;
    std::optional<matching::Linkage> linkage_;
    std::vector<matching::Told> told_;
};

}  // namespace kith::app
