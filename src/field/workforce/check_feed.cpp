#include "workforce/check_feed.hpp"

#include "db/change_set.hpp"
#include "workforce/tally_feed.hpp"

namespace kith::workforce {
CheckRecord record_for(const CheckedPerson& person, const packs::Packs& packs)
{
    static constexpr std::string_view own_list = "roles";
    std::vector<CheckedWork> work;
    for (const auto& [starts_on, terms] : person.jobs) {
        const auto* mapping = terms.role_list == own_list ? nullptr : packs.mapping_between(terms.role_list, own_list);
        const auto code = terms.role_list == own_list ? std::string_view{terms.role_code} : mapping == nullptr ? std::string_view{} : mapping->apply(terms.role_code);
        const auto* role = packs.list(own_list).find(code);
        work.push_back({.role = role == nullptr ? std::string_view{} : std::string_view{role->code}, .contract = terms.contract, .starts_on = starts_on});
    }
    return check_record(work, person.checks, packs, packs.limits("checks_policy"));
}

std::shared_ptr<const CheckFeed::Counts> CheckFeed::up_to_date(db::Reader& reader, Date today)
{
    const auto last = db::last_change_set(reader);
    const std::lock_guard lock{building_};
    const bool same_day = counts_ != nullptr && day_ == today;
    if (same_day && last <= change_set_) return counts_;
    auto reach = access::Reach::everything();
    auto next = std::make_shared<Counts>();
    if (same_day) {
        const auto changed = organisations_changed_after(reader, change_set_);
        *next = *counts_;
        for (const auto organisation : changed) next->erase(organisation);
        reach = access::Reach::within(changed);
    }
    std::map<OrganisationId, Places> places;
    if (!reach.is_nothing()) {
        for (const auto& person : people_to_check(reader, reach, {.organisation = {}, .setting = {}, .nowhere = false, .by_name = false}, today))
            add(places[person.organisation][person.setting], record_for(person, *packs_), today);
    }
    for (auto& [organisation, of] : places) (*next)[organisation] = std::make_shared<const Places>(std::move(of));
    counts_ = next;
    change_set_ = last;
    day_ = today;
    return counts_;
}

}  // namespace kith::workforce
