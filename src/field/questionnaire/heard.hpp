#pragma once
// What children wrote in their own words, for the person whom the campaign names to read it: seen and closed on record. Values only.
#include "access/ids.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "questionnaire/campaign.hpp"

#include <optional>
#include <string>

namespace kith::questionnaire {

using ChildWordsId = Id<struct ChildWordsTag>;

struct ChildWords {
    ChildWordsId id{};
    PublicId public_id{};
    CampaignId campaign;
    std::optional<access::OrganisationId> organisation;  ///< that the link was made for: how whoever wrote may be found
    std::optional<access::LocalityId> locality;
    std::string link_words;
    std::string item;
    std::string words;
    Instant received_at;
    std::optional<Instant> seen_at;
    std::optional<Instant> closed_at;
    bool concern = false;   ///< a worry about someone's safety, as its reader judged
    std::string outcome;    ///< what was done

    /// By when it is to be read: the end of the day that many days after it came.
    Date due(const NamedReader& reader) const { return received_at.date_in_london().plus_days(reader.days); }
};

}  // namespace kith::questionnaire
