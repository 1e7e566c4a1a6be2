#pragma once
// The sample's workshop of last year: where the partnership agreed to stand, on what evidence, what it set first and of whom it asked support.
#include "base/result.hpp"
#include "db/transaction.hpp"
#include "questionnaire/campaign.hpp"

namespace kith::app {

/// Writes it through the registers that the workshop's pages write through, held three weeks after the campaign's last day. The story: agreed in halves close
/// to what was measured, lower where posts stand empty, confirmed by the board; one piece of evidence is confidential; of two promises of support one was kept.
/// A problem where a page would have refused any of it.
Result<void> hold_workshop(db::Writer& writer, const questionnaire::Campaign& campaign, Instant now);

}  // namespace kith::app
