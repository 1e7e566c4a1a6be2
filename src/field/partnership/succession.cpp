#include "partnership/succession.hpp"

#include <algorithm>
#include <set>

namespace kith::partnership {

namespace {

const Organisation* organisation_of(const HeldDated& held, OrganisationId id)
{
    for (const auto& [code, organisation] : held.places.organisations)
        if (organisation.id == id) return &organisation;
    return nullptr;
}

std::unexpected<Problem> already(std::string field, std::string message)
{
    return std::unexpected(Problem{ProblemKind::conflict, std::move(field), std::move(message)});
}

/// Moves what stands on the last day before `day` from one organisation to the next, thing by thing, into a plan.
class Handover {
public:
    Handover(HeldDated held, const Organisation& from, Organisation to, Date day) : held_(std::move(held)), from_(from), to_(std::move(to)), day_(day)
    {
        if (to_.id.value() < 0) plan_.dated.organisation_codes.emplace(to_.id.value(), to_.code);
    }

    PartnershipPlan& plan() { return plan_; }

    void move(const Setting& setting)
    {
        auto ended = setting;
        ended.closed_on = last_day();
        plan_.changed_settings.push_back({ended, from_.code, {}});
        auto next = setting;
        next.id = SettingId{--held_.last_id};
        next.public_id = {};
        next.organisation = to_.id;
        next.code = free_code(setting.code);
        next.opened_on = day_;
        plan_.new_settings.push_back({next, to_.code, {}});
        plan_.dated.setting_codes.emplace(next.id.value(), std::pair{to_.code, next.code});
        taken_.insert(next.code);
        moved_.emplace_back(setting.id, next.id);
        for (const auto& one : held_.numbers)
            if (one.setting == setting.id) pass_on(one, plan_.dated.numbers, [&](auto& copy) { copy.organisation = to_.id, copy.setting = next.id; });
        for (const auto& one : held_.cluster_settings)
            if (one.setting == setting.id) pass_on(one, plan_.dated.cluster_settings, [&](auto& copy) { copy.setting = next.id; });
        for (const auto& one : held_.named_links)
            if (one.setting == setting.id) pass_on(one, plan_.dated.named_links, [&](auto& copy) { copy.setting = next.id; });
    }

    /// What is the whole organisation's and ends with it.
    void end_the_rest()
    {
        for (const auto& one : held_.numbers)
            if (one.organisation == from_.id && !one.setting) end(one, plan_.dated.numbers);
        for (const auto& one : held_.named_links)
            if (one.organisation == from_.id) end(one, plan_.dated.named_links);
        for (const auto& link : held_.links) {
            if (link.kind != LinkKind::parent) continue;
            if (link.organisation == from_.id) end(link, plan_.dated.links);
            else if (link.other == from_.id && link.organisation == to_.id) end(link, plan_.dated.links);
            else if (link.other == from_.id) pass_on(link, plan_.dated.links, [&](auto& copy) { copy.other = to_.id; });
        }
        for (auto [code, team] : held_.teams) {
            if (team.led_by != from_.id || team.span.is_over(day_)) continue;
            team.led_by = to_.id;
            plan_.dated.teams.changed.push_back(team);
        }
    }

    void link(LinkKind kind, OrganisationId organisation, OrganisationId other)
    {
        plan_.dated.links.added.push_back({.organisation = organisation, .kind = kind, .other = other, .span = {day_, {}}});
    }

private:
    Date last_day() const { return day_.plus_days(-1); }

    /// The code, or the code with the old organisation's before it where the successor has a setting of that code.
    std::string free_code(const std::string& code) const
    {
        const auto is_free = [&](const std::string& text) { return !held_.places.settings.contains({to_.code, text}) && !taken_.contains(text); };
        if (is_free(code)) return code;
        auto longer = (from_.code + "-" + code).substr(0, 46);
        for (int number = 2; !is_free(longer); ++number) longer = code.substr(0, 40) + "-" + std::to_string(number);
        return longer;
    }

    template <class T>
    void end(const T& one, Planned<T>& planned)
    {
        if (one.span.is_over(day_) || one.span.until == last_day()) return;
        auto ended = one;
        ended.span.until = last_day();
        if (ended.span.from && *ended.span.until < *ended.span.from) ended.span.from = ended.span.until;  // had not begun: one day, so that it is kept
        planned.changed.push_back(std::move(ended));
    }

    template <class T, class Change>
    void pass_on(const T& one, Planned<T>& planned, Change change)
    {
        if (one.span.is_over(day_)) return;
        end(one, planned);
        auto copy = one;
        copy.id = {};
        copy.public_id = {};
        copy.span.from = one.span.from && *one.span.from > day_ ? one.span.from : std::optional{day_};
        change(copy);
        planned.added.push_back(std::move(copy));
    }

    HeldDated held_;
    const Organisation& from_;
    Organisation to_;
    Date day_;
    PartnershipPlan plan_;
    std::set<std::string> taken_;
    std::vector<std::pair<SettingId, SettingId>> moved_;
};

/// Settings of the organisation that stand on `day`.
std::vector<Setting> standing_on(const HeldDated& held, OrganisationId organisation, Date day)
{
    std::vector<Setting> settings;
    for (const auto& [codes, setting] : held.places.settings)
        if (setting.organisation == organisation && (!setting.closed_on || day <= *setting.closed_on)) settings.push_back(setting);
    return settings;
}

/// The links as they stand once the plan is carried out.
std::vector<OrganisationLink> links_after(std::vector<OrganisationLink> links, const Planned<OrganisationLink>& planned)
{
    for (auto& link : links) {
        const auto changed = std::ranges::find(planned.changed, link.id, &OrganisationLink::id);
        if (changed != planned.changed.end()) link = *changed;
    }
    return links;
}

/// Children that pass on to the successor may have it below them, through others: then each would be its own parent.
Result<void> no_circle(const Organisation& from, const Organisation& into, const std::vector<OrganisationLink>& before, const Planned<OrganisationLink>& planned)
{
    auto links = links_after(before, planned);
    for (const auto& link : planned.added) {
        if (link.kind == LinkKind::parent && !fits(link, links))
            return unacceptable("other", into.name + " belongs to " + from.name + " through an organisation between them. End one of those links first");
        links.push_back(link);
    }
    return {};
}

Result<void> may_begin(const Organisation& from, Date day)
{
    if (from.opened_on && day <= *from.opened_on) return unacceptable("day", from.name + " had not opened on that day. Enter a later day");
    if (from.closed_on && *from.closed_on < day.plus_days(-1)) return unacceptable("day", from.name + " had closed by that day. Enter an earlier day");
    return {};
}

/// A setting that opens on or after the day cannot end on the day before it.
Result<void> may_move(const std::vector<Setting>& settings, Date day)
{
    for (const auto& setting : settings)
        if (setting.opened_on && day <= *setting.opened_on) return unacceptable("day", setting.name + " had not opened on that day. Enter a later day");
    return {};
}

}  // namespace

Result<PartnershipPlan> plan_for(const Merger& merger, HeldDated held)
{
    const auto* from = organisation_of(held, merger.from);
    const auto* into = organisation_of(held, merger.into);
    if (from == nullptr || into == nullptr) return not_found("Organisation");
    OrganisationLink link{.organisation = from->id, .kind = LinkKind::merged_into, .other = into->id, .span = {merger.day, {}}};
    if (auto good = fits(link, held.links); !good) return std::unexpected(good.error());
    if (auto good = may_begin(*from, merger.day); !good) return std::unexpected(good.error());
    if (!into->is_open(merger.day)) return unacceptable("other", into->name + " is not open on that day. Choose another organisation, or another day");
    const auto settings = standing_on(held, from->id, merger.day);
    if (auto good = may_move(settings, merger.day); !good) return std::unexpected(good.error());
    auto closed = *from;
    closed.closed_on = merger.day.plus_days(-1);
    const auto links = held.links;
    const auto successor = *into;
    Handover handover{std::move(held), closed, successor, merger.day};
    handover.plan().changed_organisations.push_back(closed);
    for (const auto& setting : settings) handover.move(setting);
    handover.end_the_rest();
    if (auto good = no_circle(closed, successor, links, handover.plan().dated.links); !good) return std::unexpected(good.error());
    handover.link(LinkKind::merged_into, closed.id, successor.id);
    return std::move(handover.plan());
}

Result<PartnershipPlan> plan_for(const Split& split, HeldDated held)
{
    const auto* found = organisation_of(held, split.from);
    if (found == nullptr) return not_found("Organisation");
    const auto from = *found;
    auto fresh = checked(split.fresh);
    if (!fresh) return std::unexpected(fresh.error());
    if (held.places.organisations.contains(fresh->code)) return already("code", "Another organisation has this code");
    if (auto good = may_begin(from, split.day); !good) return std::unexpected(good.error());
    std::vector<Setting> settings;
    for (const auto& setting : standing_on(held, from.id, split.day))
        if (std::ranges::find(split.settings, setting.id) != split.settings.end()) settings.push_back(setting);
    if (settings.empty()) return unacceptable("settings", "Choose the settings that go to the new organisation");
    if (auto good = may_move(settings, split.day); !good) return std::unexpected(good.error());
    fresh->opened_on = split.day;
    fresh->id = OrganisationId{--held.last_id};
    Handover handover{std::move(held), from, *fresh, split.day};
    handover.plan().new_organisations.push_back(*fresh);
    for (const auto& setting : settings) handover.move(setting);
    handover.link(LinkKind::split_from, fresh->id, from.id);
    return std::move(handover.plan());
}

SuccessionCounts counts_of(const PartnershipPlan& plan)
{
    const auto number = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
    return {number(plan.new_settings), number(plan.dated.numbers.changed), number(plan.dated.cluster_settings.changed), number(plan.dated.named_links.changed)};
}

}  // namespace kith::partnership
