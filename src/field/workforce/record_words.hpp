#pragma once
// How a record's codes and places are called on pages, in its history and in files. Private to the room.
#include "packs/packs.hpp"
#include "partnership/organisation.hpp"
#include "workforce/record_history.hpp"

namespace kith::workforce {

/// Words by the packs, and by these settings and localities; the packs must live as long as the words.
RecordWords record_words(const packs::Packs& packs, std::vector<partnership::Setting> settings, std::vector<partnership::Locality> localities);

/// Where someone works by these terms: the locality they name, or that of their setting; nothing where neither says.
std::optional<LocalityId> locality_of(const EngagementTerms& terms, const std::vector<partnership::Setting>& settings);

/// The terms in force on the day, or the first that come; nullptr where there are none.
const EngagementTerms* terms_on(const HeldEngagement& engagement, Date day);

/// The localities someone works in on a day.
std::vector<LocalityId> localities_on(const std::vector<HeldEngagement>& engagements, const std::vector<partnership::Setting>& settings, Date day);

}  // namespace kith::workforce
