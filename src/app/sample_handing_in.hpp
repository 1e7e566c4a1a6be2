#pragma once
// Carries the fictional sample through the doors that its partners use: files through the importer, columns of extracts told once, nil
// returns, a wrong return taken back, queries answered, each on its own day; agreements to share. Writes nothing to the register itself.
#include "app/sample.hpp"
#include "db/database.hpp"
#include "packs/packs.hpp"
#include "returns/desk.hpp"

#include <functional>

namespace kith::app {

/// Names the area, then hands in every file of the sample on its day; `said` is told how far it has come, year by year. A conflict where
/// the database holds organisations already, or where a file was not taken that should have been: then its findings are in the words.
Result<void> hand_in(db::Database& database, const returns::Desk& desk, const packs::Packs& packs, const Sample& sample,
                     const std::function<void(const std::string& words)>& said);

}  // namespace kith::app
