#include "partnership/organisation_plan.hpp"

#include "partnership/dated_register.hpp"
#include "partnership/dated_store.hpp"
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

Result<void> carry_out_places(db::ChangeSet& changes, const PartnershipPlan& plan, Instant now)
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

/// Ids below nought, which a plan made while the things were not there yet, to those they have been given since.
class Arrivals {
public:
    Arrivals(db::Reader& reader, const DatedPlan& plan) : plan_(plan), held_(load_held(reader)) {}
    void add(ClusterId planned, ClusterId real) { clusters_.emplace(planned.value(), real); }

    void settle(OrganisationId& id) const
    {
        if (id.value() < 0) id = held_.organisations.at(plan_.organisation_codes.at(id.value())).id;
    }
    void settle(SettingId& id) const
    {
        if (id.value() < 0) id = held_.settings.at(plan_.setting_codes.at(id.value())).id;
    }
    void settle(ClusterId& id) const
    {
        if (id.value() < 0) id = clusters_.at(id.value());
    }
    template <class Key>
    void settle(std::optional<Key>& id) const
    {
        if (id) settle(*id);
    }

private:
    const DatedPlan& plan_;
    HeldPartnership held_;
    std::map<std::int64_t, ClusterId> clusters_;
};

void settle(const Arrivals& arrivals, OrganisationLink& link) { arrivals.settle(link.organisation), arrivals.settle(link.other); }
void settle(const Arrivals& arrivals, RegisterNumber& number) { arrivals.settle(number.organisation), arrivals.settle(number.setting); }
void settle(const Arrivals& arrivals, ClusterSetting& member) { arrivals.settle(member.cluster), arrivals.settle(member.setting); }
void settle(const Arrivals&, Team&) {}
void settle(const Arrivals&, TeamMember&) {}
void settle(const Arrivals& arrivals, NamedLink& link) { arrivals.settle(link.organisation), arrivals.settle(link.setting), arrivals.settle(link.cluster); }

template <class T>
void write(db::ChangeSet& changes, const Planned<T>& planned, const Arrivals& arrivals, Instant now)
{
    for (auto value : planned.changed) {
        settle(arrivals, value);
        put(changes, value);
    }
    for (auto value : planned.added) {
        settle(arrivals, value);
        insert(changes, std::move(value), now);
    }
}

/// The planner held every value to its rules against what this Writer sees, so none is checked again.
void carry_out_dated(db::ChangeSet& changes, const DatedPlan& plan, Instant now)
{
    if (plan.writes() == 0) return;
    Arrivals arrivals{changes.writer(), plan};
    for (const auto& cluster : plan.clusters.changed) put(changes, cluster);
    for (const auto& cluster : plan.clusters.added) arrivals.add(cluster.id, insert(changes, cluster, now).id);
    write(changes, plan.links, arrivals, now);
    write(changes, plan.numbers, arrivals, now);
    write(changes, plan.cluster_settings, arrivals, now);
    write(changes, plan.teams, arrivals, now);
    write(changes, plan.members, arrivals, now);
    write(changes, plan.named_links, arrivals, now);
}

}  // namespace

HeldDated load_held_dated(db::Reader& reader)
{
    HeldDated held{.places = load_held(reader), .links = all_organisation_links(reader), .numbers = all_register_numbers(reader), .clusters = {},
                   .cluster_settings = all_cluster_settings(reader), .teams = {}, .members = all_team_members(reader), .named_links = all_named_links(reader)};
    for (auto& cluster : all_clusters(reader)) held.clusters.emplace(cluster.code, std::move(cluster));
    for (auto& team : all_teams(reader)) held.teams.emplace(team.code, std::move(team));
    return held;
}

Result<void> carry_out(db::ChangeSet& changes, const PartnershipPlan& plan, Instant now)
{
    if (auto done = carry_out_places(changes, plan, now); !done) return done;
    carry_out_dated(changes, plan.dated, now);
    return {};
}

}  // namespace kith::partnership
