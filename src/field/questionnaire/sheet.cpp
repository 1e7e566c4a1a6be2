#include "questionnaire/sheet.hpp"

namespace kith::questionnaire {

Parted parted(const Campaign& campaign, const Instrument& instrument, const Begun& draft, const CampaignLink& link)
{
    Parted result{.sheet = {.respondent = draft.respondent, .organisation = link.for_whom.organisation, .locality = link.for_whom.locality, .way = link.way,
                            .formal = link.for_whom.formal, .answers = {}, .batch = 0}, .words = {}};
    for (const auto* item : asked_in(campaign, instrument, draft.respondent, draft.answers)) {
        const auto given = draft.answers.find(item->key);
        if (given == draft.answers.end() || given->second.is(Unsaid::no_answer)) continue;
        if (const auto* text = std::get_if<std::string>(&given->second.value)) result.words.emplace_back(item->key, *text);
        else result.sheet.answers.insert(*given);
    }
    return result;
}

std::int64_t countable(std::int64_t waiting, std::int64_t threshold)
{
    return waiting >= 2 * threshold ? waiting - threshold : 0;
}

}  // namespace kith::questionnaire
