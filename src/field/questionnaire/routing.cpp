#include "questionnaire/routing.hpp"

namespace kith::questionnaire {
namespace {
/// Walks forward, calling `take` with each item asked and the answers that count up to it.
template <class Take>
Answers walk(const Instrument& instrument, const Respondent& respondent, const Answers& answers, Take take)
{
    Answers counted;
    for (const auto& item : instrument.items) {
        bool is_asked = !item.retired && item.is_for(respondent.viewpoint) && (respondent.leader || !item.leaders_only) &&
                        (!item.show_if || holds(*item.show_if, respondent, counted));
        if (!is_asked) continue;
        take(item);
        if (auto given = answers.find(item.key); given != answers.end()) counted.insert(*given);
    }
    return counted;
}
}  // namespace

std::vector<const Item*> asked(const Instrument& instrument, const Respondent& respondent, const Answers& answers)
{
    std::vector<const Item*> items;
    walk(instrument, respondent, answers, [&](const Item& item) { items.push_back(&item); });
    return items;
}

Answers counting(const Instrument& instrument, const Respondent& respondent, const Answers& answers)
{
    return walk(instrument, respondent, answers, [](const Item&) {});
}

}  // namespace kith::questionnaire
