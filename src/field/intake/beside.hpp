#pragma once
// What the register would hold of the partnership once the files handed in beside a staff file had been taken: organisations, settings and
// localities of a new area, so that all its files can be checked in one go before any of them is taken. Pure.
#include "packs/packs.hpp"
#include "partnership/organisation_file.hpp"
#include "returns/kind.hpp"

#include <optional>
#include <vector>

namespace kith::intake {

/// The codes of the packs that files of organisations and settings may use.
partnership::KnownCodes known_codes(const packs::Packs& packs);

struct PartnershipSeen {
    std::vector<partnership::Organisation> organisations;
    std::vector<partnership::Setting> settings;
    std::vector<partnership::Locality> localities;
    /// Some of it is not in the register yet and goes by an id below nought. Such ids serve to tell things apart within this check: nothing
    /// is looked up by them, and no plan may be made of them.
    bool expects_more = false;
};

/// True of the ids that stand for what a file beside would add.
template <class Tag>
constexpr bool is_expected(Id<Tag> id) { return id.value() < 0; }

/// `held` with what the files of organisations, settings and workplaces among `beside` would add laid over it, in that order.
PartnershipSeen partnership_with(const std::vector<const returns::File*>& beside, partnership::HeldPartnership held, const packs::Packs& packs,
                                 std::optional<partnership::OrganisationId> handed_in_for, Date today);

/// `held` with what the files of organisations and settings among `beside` would add; what is new goes by ids below `last_id`, which is lowered.
partnership::HeldPartnership held_with(const std::vector<const returns::File*>& beside, partnership::HeldPartnership held, const packs::Packs& packs, std::int64_t& last_id);

}  // namespace kith::intake
