#pragma once
// What `kith match` writes: files of pairs and groups, figures, one pair explained.
#include "app/arguments.hpp"
#include "matching/evaluation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::app {

/// What one run is told in: words on standard output, or one JSON object.
struct MatchFigures {
    std::vector<std::string> understood;  ///< columns, and what was noticed of the files
    std::int64_t records = 0, compared = 0, persons = 0;
    std::vector<matching::Capped> capped;
    matching::Bands bands;
    double seconds = 0, gigabytes = 0;    ///< from the first byte read to the groups; most memory held
    std::optional<matching::Evaluation> evaluation;
    double recall_of_keys = 0;            ///< where there is an evaluation
};
/// The most memory that this program held.
double gigabytes_at_most();
MatchFigures figures_of(const matching::Linkage& linkage, const std::vector<std::uint32_t>& truth);
std::string as_words(const MatchFigures& figures);
std::string as_json(const MatchFigures& figures);

/// id,cluster: the cluster is named by the record of the person that came first; and person, their number, where numbers are kept.
Result<void> write_clusters(const std::string& path, const matching::Linkage& linkage, bool has_numbers);
/// Pairs that were kept, with their probabilities, band and whether they are of one person.
Result<void> write_pairs(const std::string& path, const matching::Linkage& linkage);

/// A pair part by part: values, level, bits for one person and for one household against strangers, the frequency that was used; what keeps them apart; the model's version. The parts add up to the whole.
Result<std::string> explained(const matching::Linkage& linkage, std::string_view one_id, std::string_view other_id);

/// The files and the explanation that the arguments ask for; `ids`: two records to explain, or none.
Result<void> write_what_is_asked(const matching::Linkage& linkage, const Arguments& arguments, const std::vector<std::string>& ids, bool has_numbers = false);

}  // namespace kith::app
