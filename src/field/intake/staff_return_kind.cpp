#include "intake/staff_return_kind.hpp"

#include "base/text.hpp"
#include "db/change_set.hpp"
#include "intake/annotated_file.hpp"
#include "intake/beside.hpp"
#include "intake/staff_check.hpp"
#include "intake/staff_difference.hpp"
#include "intake/staff_template.hpp"
#include "intake/workplace.hpp"
#include "partnership/organisation_plan.hpp"
#include "partnership/organisation_register.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::intake {
namespace {

constexpr std::size_t samples_kept = 20;

struct StaffPlan {
    std::vector<workforce::Plan> plans;  ///< one for each organisation of which the file speaks
};

PartnershipSeen partnership_of(const packs::Packs& packs, const returns::Handed& handed)
{
    if (!handed.beside.empty()) return partnership_with(handed.beside, partnership::load_held(handed.reader), packs, handed.organisation, handed.today);
    return {partnership::all_organisations(handed.reader), partnership::all_settings(handed.reader), partnership::all_localities(handed.reader), false};
}

/// What the register holds of the organisation; nothing of one that a file beside would add.
workforce::RegisterView view_of(const returns::Handed& handed, partnership::OrganisationId organisation, const workforce::NumberKeeper& numbers)
{
    if (is_expected(organisation)) return {.organisation = organisation, .records = {}};
    return workforce::load_view(handed.reader, organisation, numbers);
}

/// LOCALESTIDs of workplace files handed in at the same time.
std::unordered_set<std::string> workplaces_in(const std::vector<const returns::File*>& beside)
{
    std::unordered_set<std::string> workplaces;
    for (const auto* file : beside) workplaces.merge(workplaces_named_in(file->bytes));
    return workplaces;
}

/// Lays one organisation's difference over what was found for those before it.
void join(returns::Difference& whole, const returns::Difference& part, partnership::OrganisationId organisation)
{
    for (const auto& heading : part.headings) {
        auto there = std::ranges::find(whole.headings, heading.id, &returns::DifferenceHeading::id);
        if (there == whole.headings.end()) {
            whole.headings.push_back(heading);
            there = whole.headings.end() - 1;
        } else {
            there->count += heading.count;
            there->samples.insert(there->samples.end(), heading.samples.begin(), heading.samples.end());
        }
        if (there->samples.size() > samples_kept) there->samples.resize(samples_kept);
    }
    whole.writes += part.writes;
    whole.ends += part.ends;
    whole.held += part.held;
    whole.fingerprint += fmt::format("{}:{};", organisation.value(), part.fingerprint);
}

returns::Checked check(const returns::Handed& handed, const packs::Packs& packs, const workforce::NumberKeeper& numbers)
{
    auto seen = partnership_of(packs, handed);
    const Surroundings surroundings{packs, handed.today, std::move(seen.organisations), std::move(seen.settings), std::move(seen.localities),
                                    handed.organisation};
    auto staff = check_staff(handed.file.name, handed.file.bytes, surroundings, workplaces_in(handed.beside));
    returns::Checked checked{.format = std::move(staff.format), .rows = staff.rows, .can_take = staff.can_take,
                             .findings = std::move(staff.findings), .refusal = std::move(staff.refusal)};
    if (!checked.refusal.empty() || !staff.file) return checked;
    StaffPlan plan;
    for (const auto organisation : organisations_in(*staff.file)) {
        const auto view = view_of(handed, organisation, numbers);
        auto part = difference_of(*staff.file, view, packs, handed.today);
        join(checked.difference, part.difference, organisation);
        // A plan may name only what the register holds; beside other files this is a check alone, and nothing is taken from it.
        if (!part.plan.is_empty() && !seen.expects_more) plan.plans.push_back(std::move(part.plan));
    }
    checked.difference.fingerprint = returns::hash_of(checked.difference.fingerprint);
    checked.plan = std::move(plan);
    return checked;
}

std::string words_for(const workforce::Applied& applied)
{
    std::vector<std::string> words;
    const auto say = [&words](std::int64_t number, std::string_view one, std::string_view many, std::string_view what) {
        if (number > 0) words.push_back(counted(number, one, many) + " " + std::string{what});
    };
    say(applied.records_added, "staff record", "staff records", "added");
    say(applied.records_changed, "staff record", "staff records", "changed");
    say(applied.engagements_added, "job", "jobs", "added");
    say(applied.engagements_changed, "job", "jobs", "changed");
    say(applied.terms_added, "set of terms", "sets of terms", "added");
    say(applied.terms_changed, "set of terms", "sets of terms", "changed");
    say(applied.terms_removed, "set of terms", "sets of terms", "taken away");
    return words.empty() ? "The register held all of this already" : joined(words, ", ");
}

void add(workforce::Applied& whole, const workforce::Applied& part)
{
    whole.records_added += part.records_added;
    whole.records_changed += part.records_changed;
    whole.engagements_added += part.engagements_added;
    whole.engagements_changed += part.engagements_changed;
    whole.terms_added += part.terms_added;
    whole.terms_changed += part.terms_changed;
    whole.terms_removed += part.terms_removed;
}

}  // namespace

returns::Kind staff_return_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers)
{
    returns::Kind kind;
    kind.id = "staff";
    kind.title = "Staff return";
    kind.guidance = "One row for each job of each member of staff, in Kith's own columns or as the staff file of the adult social care "
                    "workforce data set (2019 layout). Staff whom the file does not name stay as they are.";
    kind.recognise = [](std::string_view start) {
        const auto* profile = recognise_start(start);
        return profile != nullptr && profile != &adult_social_care_workplaces_2019();
    };
    kind.check = [packs, numbers](const returns::Handed& handed) { return check(handed, *packs, numbers); };
    kind.accept = [numbers](db::ChangeSet& changes, const returns::Checked& checked, Instant now) {
        workforce::Applied whole;
        for (const auto& plan : std::any_cast<const StaffPlan&>(checked.plan).plans) add(whole, workforce::apply(changes, plan, now, numbers));
        return returns::Accepted{whole.rows(), words_for(whole)};
    };
    kind.annotate = annotated;
    kind.templates = {{"staff-return.csv", "text/csv; charset=utf-8", "Staff return template (CSV)", [packs](db::Reader&) { return staff_template(*packs); }},
                      {"staff-return-guide.txt", "text/plain; charset=utf-8", "Guide to the columns and codes (text)",
                       [packs](db::Reader&) { return staff_template_guide(*packs); }}};
    return kind;
}

}  // namespace kith::intake
