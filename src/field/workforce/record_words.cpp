#include "workforce/record_words.hpp"

#include <algorithm>

namespace kith::workforce {

namespace {

template <class Things, class Key>
const typename Things::value_type* with_id(const Things& things, Key id)
{
    auto found = std::ranges::find_if(things, [&](const auto& thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

}  // namespace

RecordWords record_words(const packs::Packs& packs, std::vector<partnership::Setting> settings, std::vector<partnership::Locality> localities)
{
    auto label = [&packs](std::string_view list, std::string_view code) {
        const auto* found = packs.has_list(list) ? packs.list(list).find(code) : nullptr;
        return found == nullptr ? std::string{code} : found->label;
    };
    auto name_of = [](const auto* thing) { return thing == nullptr ? std::string{"No longer listed"} : thing->name; };
    return {.role = [label](const EngagementTerms& terms) { return label(terms.role_list, terms.role_code); },
            .sector = [label](std::string_view code) { return label("sectors", code); },
            .contract = [label](std::string_view code) { return label("contracts", code); },
            .setting = [name_of, settings](SettingId id) { return name_of(with_id(settings, id)); },
            .locality = [name_of, localities](LocalityId id) { return name_of(with_id(localities, id)); },
            .label = label,
            .setting_locality =
                [localities, settings](SettingId id) {
                    const auto* setting = with_id(settings, id);
                    const auto* locality = setting == nullptr || !setting->locality ? nullptr : with_id(localities, *setting->locality);
                    return locality == nullptr ? std::string{} : locality->name;
                }};
}

std::optional<LocalityId> locality_of(const EngagementTerms& terms, const std::vector<partnership::Setting>& settings)
{
    if (terms.locality || !terms.setting) return terms.locality;
    const auto* setting = with_id(settings, *terms.setting);
    return setting == nullptr ? std::nullopt : setting->locality;
}

const EngagementTerms* terms_on(const HeldEngagement& engagement, Date day)
{
    const EngagementTerms* found = nullptr;
    for (const auto& held : engagement.terms) {
        if (found == nullptr || held.terms.from_on <= day) found = &held.terms;
    }
    return found;
}

std::vector<LocalityId> localities_on(const std::vector<HeldEngagement>& engagements, const std::vector<partnership::Setting>& settings, Date day)
{
    std::vector<LocalityId> localities;
    for (const auto& held : engagements) {
        if (!Period{held.engagement.started_on, held.engagement.ended_on}.contains(day)) continue;
        const auto* terms = terms_on(held, day);
        auto locality = terms == nullptr ? std::nullopt : locality_of(*terms, settings);
        if (locality) localities.push_back(*locality);
    }
    return localities;
}

}  // namespace kith::workforce
