#pragma once
// What one respondent answered: begun (a draft), and sent (a sheet). Neither knows who they are, nor when they answered. Values only.
#include "questionnaire/answer.hpp"
#include "questionnaire/campaign_link.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kith::questionnaire {

/// How a respondent wants to be shown the questions.
struct Shown {
    Voice voice;
    bool large = false;  ///< large print
    bool operator==(const Shown&) const = default;
};

/// Answers begun and not sent.
struct Begun {
    CampaignId campaign;
    Respondent respondent;
    Shown shown;
    Answers answers;
};

/// Answers sent. `answers` hold nothing in own words: that stands apart.
struct Sheet {
    Respondent respondent;
    std::optional<access::OrganisationId> organisation;
    std::optional<access::LocalityId> locality;
    LinkWay way = LinkWay::open;
    bool formal = false;
    Answers answers;
    std::int64_t batch = 0;  ///< with which it was counted while the campaign ran, from 1; 0: it waits
};

/// What a draft comes to when it is sent by a link: the answers that count, and apart from them what was written in own words, by key of item.
struct Parted {
    Sheet sheet;
    std::vector<std::pair<std::string, std::string>> words;
};
Parted parted(const Campaign& campaign, const Instrument& instrument, const Begun& draft, const CampaignLink& link);

/// How many of a viewpoint's sheets that wait may be counted now, so that results never change by fewer than `threshold` and at least as many are
/// always left for the next time.
std::int64_t countable(std::int64_t waiting, std::int64_t threshold);

/// Answers by where they came from, for rates: numbers of sheets, nothing of what they say.
struct Came {
    std::string viewpoint;
    std::optional<access::OrganisationId> organisation;
    std::optional<access::LocalityId> locality;
    LinkWay way = LinkWay::open;
    bool formal = false;
    std::int64_t sheets = 0;
};

}  // namespace kith::questionnaire
