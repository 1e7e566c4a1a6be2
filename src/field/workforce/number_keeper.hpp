#pragma once
// National Insurance numbers under the house's sealing key. Part of the room's public door: `app` makes one and hands it to returns.
#include "db/sealed.hpp"
#include "workforce/staff_register.hpp"

namespace kith::workforce {

/// Seals under `key`; with no key the keeper is empty, and no number is kept.
NumberKeeper number_keeper(const std::optional<db::SealingKey>& key, db::RandomBytes random);

}  // namespace kith::workforce
