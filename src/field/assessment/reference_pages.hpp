#pragma once
// What References to themes, gaps, priorities and evidence come to for whoever asks. Private to the room.
#include "assessment/routes.hpp"
#include "web/references.hpp"

namespace kith::assessment {

kith::Result<web::Referred> referred_theme(web::Visit& visit, const Sources& sources, const figures::Reference& reference);
/// Answers come without a time, so that what a gap was on a day is not known: it says what it is now alone.
kith::Result<web::Referred> referred_gap(web::Visit& visit, const Sources& sources, const figures::Reference& reference);
kith::Result<web::Referred> referred_priority(web::Visit& visit, const figures::Reference& reference);
/// Not found for those who may not see it as it stands, or as it stood on the pinned day.
kith::Result<web::Referred> referred_evidence(web::Visit& visit, const figures::Reference& reference);

}  // namespace kith::assessment
