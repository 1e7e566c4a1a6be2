#include "intake/gone.hpp"

#include "base/text.hpp"
#include "workforce/full_name.hpp"

#include <algorithm>
#include <unordered_set>

namespace kith::intake {
namespace {
constexpr std::size_t gone_listed = 2'000;

/// References of everyone in the file, by whether a row of theirs was taken or was not: both for someone with a row of each.
struct People {
    std::unordered_set<std::string> taken, untaken;
};

People people_in(const StaffFile& file, partnership::OrganisationId organisation)
{
    People people;
    for (const auto& row : file.rows) {
        if (!row.staff_reference) continue;
        const bool of_another = row.organisation && (*row.organisation)->id != organisation;
        if (!of_another) (row.taken ? people.taken : people.untaken).emplace(*row.staff_reference);
    }
    return people;
}

bool ends_by_absence(const workforce::Engagement& engagement, Date last_day)
{
    return engagement.started_on <= last_day && (!engagement.ended_on || *engagement.ended_on > last_day);
}

std::string role_words(const workforce::HeldEngagement& held, const packs::Packs& packs)
{
    if (held.terms.empty()) return "job";
    const auto& terms = held.terms.back().terms;
    const auto* role = packs.has_list(terms.role_list) ? packs.list(terms.role_list).find(terms.role_code) : nullptr;
    return role == nullptr ? std::string{"job"} : role->label;
}

returns::DifferenceHeading* heading(returns::Difference& difference, std::string_view id)
{
    const auto found = std::ranges::find(difference.headings, id, &returns::DifferenceHeading::id);
    return found == difference.headings.end() ? nullptr : &*found;
}
}  // namespace

void end_those_left_out(StaffDifference& found, const StaffFile& file, const workforce::RegisterView& view, const packs::Packs& packs, Date last_day)
{
    const auto in_file = people_in(file, view.organisation);
    returns::DifferenceHeading gone{"gone", "Jobs that the file leaves out", 0, "Their last day is recorded as " + last_day.in_words(), {}};
    std::int64_t people = 0, untaken = 0;
    for (const auto& record : view.records) {
        if (in_file.untaken.contains(record.record.reference)) {
            if (!in_file.taken.contains(record.record.reference)) ++untaken;
            continue;
        }
        bool leaves = false;
        for (const auto& held : record.engagements) {
            if (found.spoken_of.contains(held.id) || !ends_by_absence(held.engagement, last_day)) continue;
            auto ended = held.engagement;
            ended.ended_on = last_day;
            found.plan.changed_engagements.push_back({held.id, record.id, std::move(ended)});
            leaves = true;
            ++gone.count;
            if (gone.samples.size() >= gone_listed) continue;
            gone.samples.push_back({0, record.record.reference, role_words(held, packs) + " since " + held.engagement.started_on.in_words(),
                                    workforce::full_name(record.record.given_name, record.record.family_name)});
        }
        if (leaves) ++people;
    }
    if (auto* absent = heading(found.difference, "absent")) {
        absent->count = std::max<std::int64_t>(0, absent->count - people - untaken);
        absent->meaning = "They have no job that runs on that day, and stay as they are";
    }
    if (untaken > 0)
        found.difference.headings.push_back({"untaken", "In this file but not taken", untaken, untaken == 1 ? "Their record stays as it is" : "They stay as they are", {}});
    if (gone.count == 0) return;
    found.difference.writes += gone.count;
    found.difference.ends += gone.count;
    found.difference.headings.insert(found.difference.headings.begin(), std::move(gone));
    found.difference.fingerprint = fingerprint_of(found.plan);
}

std::int64_t jobs_running(const workforce::RegisterView& view, Date day)
{
    std::int64_t running = 0;
    for (const auto& record : view.records) {
        running += std::ranges::count_if(record.engagements, [day](const auto& held) {
            return Period{held.engagement.started_on, held.engagement.ended_on}.contains(day);
        });
    }
    return running;
}

}  // namespace kith::intake
