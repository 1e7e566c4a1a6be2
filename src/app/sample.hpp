#pragma once
// A small fictional area, written as the files that its partners would hand in. Nothing here touches the database: the files
// go through the importer, as everybody's do. Names of people and places are composed here and belong to nobody.
#include "base/date.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace kith::app {

/// One file as a partner would hand it in.
struct SampleFile {
    std::string name;          ///< file name, its extension telling nothing: formats are known by their header
    std::string organisation;  ///< code of the organisation that hands it in; empty for the partnership's own files
    std::string text;
    bool faulty = false;       ///< holds faults on purpose; handed in and checked, and left waiting for its steward
};

/// The area's files, in the order in which they are handed in: organisations, settings, then a staff return each, then what hangs together.
struct Sample {
    std::uint64_t seed = 0;
    std::vector<SampleFile> files;
    int organisations = 0;
    int staff = 0;
};

/// Composes the area of `seed` as it stands on `today`: 5 localities, 40 organisations, about 600 staff, among them one adult
/// social care provider that hands in its sector's own workplace and staff files, three organisations that have handed
/// in nothing yet, and one return with faults.
Sample compose_sample(std::uint64_t seed, Date today);

}  // namespace kith::app
