#pragma once
// What strategy is given by the rooms that it does not know: findings of the assessment to answer, figures of profile and assessment to measure by.
#include "annual/routes.hpp"
#include "assessment/routes.hpp"
#include "profile/routes.hpp"
#include "strategy/routes.hpp"

namespace kith::app {

/// `assessment` and what `profile` points at live as long as what is answered.
strategy::Sources strategy_sources(const web::References& references, const assessment::Sources& assessment, const profile::Sources& profile);
/// What annual reports are given: the newest assessment, and headlines of the profile on two days.
annual::Sources annual_sources(std::shared_ptr<const packs::Packs> packs, const assessment::Sources& assessment, const profile::Sources& profile);

}  // namespace kith::app
