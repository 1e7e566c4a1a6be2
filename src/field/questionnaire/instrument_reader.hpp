#pragma once
// A pack file as an instrument, or everything that is wrong with the file, by line and with what to do about it. docs/instruments.md is the format.
#include "packs/packs.hpp"
#include "questionnaire/instrument.hpp"

#include <expected>
#include <map>
#include <string>
#include <vector>

namespace kith::questionnaire {

std::expected<Instrument, std::vector<packs::PackProblem>> read_instrument(const packs::PackFile& file);

/// What a file says, before it is known whether its parts fit together, and where it says it.
struct Draft {
    Instrument instrument;
    std::map<std::string, int, std::less<>> lines;  ///< "item shared_purpose": the line on which it begins
    int line_of(std::string_view what, std::string_view name) const;
};

}  // namespace kith::questionnaire
