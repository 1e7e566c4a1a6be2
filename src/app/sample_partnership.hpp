#pragma once
// What hangs together in the fictional area: numbers in registers, a chain of nurseries, clusters, teams, and whom to ring. Written as the files
// that the partnership itself would hand in. Only `sample` uses it.
#include "app/sample.hpp"
#include "app/sample_places.hpp"

namespace kith::app {

struct SamplePlace {
    std::string code;
    std::string locality;
};

/// An employer of the area, as far as these files need it.
struct SampleEmployer {
    std::string code;
    std::string name;
    const OrganisationPattern* pattern;
    std::vector<SamplePlace> settings;
};

/// The cells contact_name to contact_email of an organisations file for one employer. Telephone numbers are of the range that Ofcom keeps for
/// stories (01632 960000 to 960999), addresses end in .example.
std::string sample_contact(Dice& dice, const SampleEmployer& employer);

struct SampleHandsIn;

/// The six files, from a chance of their own. Members of teams are people who work there today.
std::vector<SampleFile> partnership_files(std::uint64_t seed, Date today, SampleSize size, const std::vector<SampleHandsIn>& all);

}  // namespace kith::app
