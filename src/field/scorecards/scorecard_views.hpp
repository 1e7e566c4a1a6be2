#pragma once
// Scorecards as pages: the list with what to mend first and which figures are safe, and one organisation's card.
#include "scorecards/return_chase_register.hpp"
#include "scorecards/scorecard_feed.hpp"
#include "ui/html.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kith::scorecards {

/// How asking for everything that is overdue stands today.
struct Asking {
    std::set<partnership::OrganisationId> asked_today;
    std::int64_t to_ask = 0;           ///< organisations
    std::int64_t not_come_in = 0;      ///< organisations whose data stewards cannot be told
    std::vector<std::string> without;  ///< organisations without a data steward
};

/// What the list shows.
struct ScorecardList {
    const std::vector<Scored>& all;         ///< within reach, by name
    std::optional<Light> only;              ///< only those of this light
    bool only_overdue = false;              ///< only those whose return is overdue
    const packs::Packs& packs;
    Asking asking = {};                     ///< of those that are overdue; nothing for those who may not ask
    ui::Html ask_form = {};                 ///< for those that can be asked; empty where there is none, and for those who may not ask

    bool shows(const Scored& one) const;
    bool is_filtered() const { return only || only_overdue; }
};

/// "31 of 40 organisations can be relied on; the returns of 4 are overdue."
std::string scorecards_sentence(const std::vector<Scored>& all);

ui::Html scorecard_list(const ScorecardList& list);
std::string scorecards_csv(const std::vector<Scored>& all, const packs::Packs& packs, Date today);

/// The light by its id in addresses, "green", "amber", "red", "grey"; none for anything else.
std::optional<Light> light_named(std::string_view id);

/// When someone was asked for the return, and by whom.
struct Chased {
    std::string when;
    std::string by_words;
    std::int64_t told = 0;  ///< how many people
};

struct OneScorecard {
    const Scored& scored;
    const packs::Packs& packs;
    bool may_hand_in = false;
    std::vector<Chased> chased;  ///< newest first
    std::optional<Askable> askable = {};  ///< none for those who may not ask, and where nothing is due
    ui::Html chase_form = {};             ///< where it can be asked
};
ui::Html one_scorecard(const OneScorecard& view);

bool is_overdue(const Scored& scored);

/// "/scorecards/01h...".
std::string scorecard_path(const partnership::Organisation& organisation);

}  // namespace kith::scorecards
