#include "partnership/organisation_plan.hpp"

#include "partnership/organisation_register.hpp"

#include <unordered_map>

namespace kith::partnership {

HeldPartnership load_held(db::Reader& reader)
{
    HeldPartnership held;
    std::unordered_map<OrganisationId, std::string> codes;
    for (auto& locality : all_localities(reader)) held.localities.emplace(locality.code, locality);
    for (auto& organisation : all_organisations(reader)) {
        codes.emplace(organisation.id, organisation.code);
        held.organisations.emplace(organisation.code, organisation);
    }
    for (auto& setting : all_settings(reader)) held.settings.emplace(std::pair{codes[setting.organisation], setting.code}, setting);
    return held;
}

namespace {

/// The setting with its organisation and locality found by their codes.
Result<Setting> resolved(const PartnershipPlan::PlannedSetting& planned, const HeldPartnership& held)
{
    auto setting = planned.setting;
    auto organisation = held.organisations.find(planned.organisation_code);
    if (organisation == held.organisations.end()) return conflict("An organisation that this file names is no longer there");
    setting.organisation = organisation->second.id;
    if (planned.locality_code.empty()) return setting;
    auto locality = held.localities.find(planned.locality_code);
    if (locality == held.localities.end()) return conflict("A locality that this file names is no longer there");
    setting.locality = locality->second.id;
    return setting;
}

template <class T>
Result<void> add_all(db::ChangeSet& changes, const std::vector<T>& values, Instant now)
{
    for (const auto& value : values) {
        if (auto done = add(changes, value, now); !done) return std::unexpected(done.error());
    }
    return {};
}

template <class T>
Result<void> change_all(db::ChangeSet& changes, const std::vector<T>& values)
{
    for (const auto& value : values) {
        if (auto done = change(changes, value); !done) return done;
    }
    return {};
}

Result<std::vector<Setting>> resolve_all(const std::vector<PartnershipPlan::PlannedSetting>& planned, const HeldPartnership& held)
{
    std::vector<Setting> settings;
    for (const auto& one : planned) {
        auto setting = resolved(one, held);
        if (!setting) return std::unexpected(setting.error());
        settings.push_back(std::move(*setting));
    }
    return settings;
}

}  // namespace

Result<void> carry_out(db::ChangeSet& changes, const PartnershipPlan& plan, Instant now)
{
    if (auto done = add_all(changes, plan.new_localities, now); !done) return done;
    if (auto done = change_all(changes, plan.changed_localities); !done) return done;
    if (auto done = add_all(changes, plan.new_organisations, now); !done) return done;
    if (auto done = change_all(changes, plan.changed_organisations); !done) return done;
    if (plan.new_settings.empty() && plan.changed_settings.empty()) return {};
    const auto held = load_held(changes.writer());
    auto fresh = resolve_all(plan.new_settings, held);
    if (!fresh) return std::unexpected(fresh.error());
    if (auto done = add_all(changes, *fresh, now); !done) return done;
    auto moved = resolve_all(plan.changed_settings, held);
    if (!moved) return std::unexpected(moved.error());
    return change_all(changes, *moved);
}

}  // namespace kith::partnership
