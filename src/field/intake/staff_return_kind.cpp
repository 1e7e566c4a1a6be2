#include "intake/staff_return_kind.hpp"

#include "base/text.hpp"
#include "db/change_set.hpp"
#include "intake/annotated_file.hpp"
#include "intake/beside.hpp"
#include "intake/chunks.hpp"
#include "intake/elsewhere_feed.hpp"
#include "intake/gone.hpp"
#include "intake/held_already.hpp"
#include "intake/judge.hpp"
#include "intake/organisations_named.hpp"
#include "intake/query_hash.hpp"
#include "intake/register_rules.hpp"
#include "intake/staff_check.hpp"
#include "intake/staff_difference.hpp"
#include "intake/staff_template.hpp"
#include "intake/staff_workbook.hpp"
#include "intake/touched.hpp"
#include "intake/workplace.hpp"
#include "partnership/organisation_plan.hpp"
#include "partnership/organisation_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>

namespace kith::intake {
namespace {

constexpr std::size_t samples_kept = 20;

/// What accepting carries out: worked out again for one organisation after another, since the plans of all of a large file would not fit beside it.
struct StaffPlan {
    std::shared_ptr<const void> reading;               ///< what the rows were read by, where that must outlive them
    std::shared_ptr<const Surroundings> surroundings;  ///< that the rows point into
    std::shared_ptr<const StaffFile> file;
    std::shared_ptr<const FileIndex> index;
    std::vector<OrganisationRows> organisations;       ///< for which something is to be written
    std::string fingerprint;                           ///< of what is to be written for them
    returns::Speaks speaks;                            ///< whether it lists everyone
    Date today;
};

/// What one organisation's rows change, and whom a full return leaves out.
StaffDifference difference_for(const StaffPlan& plan, const OrganisationRows& of, const workforce::RegisterView& view)
{
    const auto& packs = plan.surroundings->packs();
    auto difference = difference_of(*plan.file, *plan.index, of.rows, view, packs, plan.today);
    const bool lists_everyone = plan.speaks.act == returns::Act::full && plan.file->profile->of == FileOf::jobs;
    if (lists_everyone) end_those_left_out(difference, *plan.file, view, packs, returns::last_day_of(plan.speaks, plan.today));
    return difference;
}

/// Rules whose findings ask something that a person can answer, as the year's pack has them.
std::set<std::string_view> doubtful_rules(const RuleLimits& limits)
{
    std::set<std::string_view> ids;
    for (const auto& rule : all_staff_rules())
        if (as_chosen(rule, limits).effect == Effect::doubtful) ids.insert(rule.id);
    return ids;
}

/// Organisations whose jobs the file may change: those that it names, and for a full return the one it is handed in for, even where no row is.
std::vector<OrganisationRows> organisations_of(const returns::Handed& handed, const StaffPlan& plan)
{
    auto organisations = rows_by_organisation(*plan.file);
    if (handed.speaks.act != returns::Act::full || !handed.organisation) return organisations;
    const auto* own = plan.surroundings->organisation(*handed.organisation);
    const bool is_there = std::ranges::find(organisations, own, &OrganisationRows::organisation) != organisations.end();
    if (own != nullptr && !is_there) organisations.push_back({own, {}});
    return organisations;
}

std::vector<returns::Part> parts_of(const StaffFile& file)
{
    const bool lists_jobs = file.profile->of == FileOf::jobs;
    std::vector<returns::Part> parts;
    std::unordered_map<const partnership::Organisation*, std::size_t> places;
    for (const auto& row : file.rows) {
        if (!row.organisation) continue;
        const auto [place, is_new] = places.emplace(*row.organisation, parts.size());
        if (is_new) parts.push_back({(*row.organisation)->id, 0, 0});
        if (!lists_jobs) continue;
        auto& part = parts[place->second];
        ++part.rows;
        if (row.taken) ++part.can_take;
    }
    return parts;
}

/// The newest first day of a job or of terms in rows that are taken, not after today: starters that are known ahead say nothing of the month.
std::optional<Date> newest_day_in(const StaffFile& file, Date today)
{
    std::optional<Date> newest;
    const auto see = [&](const auto& day) {
        if (day && *day <= today && (!newest || *newest < *day)) newest = *day;
    };
    for (const auto& row : file.rows) {
        if (!row.taken) continue;
        see(row.start_date);
        see(row.terms_from);
    }
    return newest;
}

/// How many jobs end, of how many that run; and whether that is more than may end unasked.
void weigh_ends(returns::Difference& part, const workforce::RegisterView& view, const packs::Packs& packs, Date today)
{
    part.ends = 0;
    for (const auto& heading : part.headings)
        if (heading.id == "ended" || heading.id == "gone") part.ends += heading.count;
    part.held = jobs_running(view, today);
    part.many_end = returns::is_more_than(part.ends, part.held, packs.limits("returns").value("may_end"));
}

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

std::string fingerprint_part(partnership::OrganisationId organisation, const returns::Difference& part)
{
    return fmt::format("{}:{};", organisation.value(), part.fingerprint);
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
        if (there->id != "gone" && there->samples.size() > samples_kept) there->samples.resize(samples_kept);
    }
    whole.writes += part.writes;
    whole.ends += part.ends;
    whole.held += part.held;
    whole.many_end = whole.many_end || part.many_end;
    whole.seem_held += part.seem_held;
    whole.fingerprint += fingerprint_part(organisation, part);
}

/// What the comparison of one organisation's rows with what is held of it came to; the plan is not kept.
struct Compared {
    returns::Difference difference;
    returns::Findings findings;
    HeldAnyway held_anyway;
};

Compared compare(const returns::Handed& handed, const StaffPlan& plan, const OrganisationRows& of, const workforce::RegisterView& view,
                 const Elsewhere& elsewhere, const RuleLimits& limits)
{
    auto part = difference_for(plan, of, view);
    weigh_ends(part.difference, view, plan.surroundings->packs(), handed.today);
    Compared compared{std::move(part.difference), {}, {}};
    if (is_expected(of.organisation->id)) return compared;
    const AgainstRegister against{*plan.file, *plan.index, of.rows, *of.organisation, view, compared.difference, limits, handed.today, elsewhere,
                                  handed.speaks.act == returns::Act::full};
    compared.findings = judged_against_the_register(against);
    note_held_anyway(compared.held_anyway, against);
    const bool some_seem_held = std::ranges::find(compared.findings, held_already_rule, &returns::Finding::rule) != compared.findings.end();  // the year's pack may have it off
    if (some_seem_held) compared.difference.seem_held = held_already_to_ask(against);
    return compared;
}

/// All organisations, several at the same time; the reader serves one at a time.
std::vector<Compared> compare_all(const returns::Handed& handed, const StaffPlan& plan, const std::vector<OrganisationRows>& organisations,
                                  const workforce::NumberKeeper& numbers, const RuleLimits& limits)
{
    constexpr std::size_t most_threads = 4;  // the plan of each organisation in hand takes memory
    std::vector<Compared> parts(organisations.size());
    std::mutex reading;
    in_parallel(organisations.size(), most_threads, [&](std::size_t number) {
        const auto& of = organisations[number];
        std::unique_lock lock{reading};
        const auto view = view_of(handed, of.organisation->id, numbers);
        const auto elsewhere = elsewhere_for(handed.reader, *plan.file, of.rows, of.organisation->id, numbers);
        lock.unlock();
        parts[number] = compare(handed, plan, of, view, elsewhere, limits);
    });
    return parts;
}

/// Lays what was found of one organisation over what was found of those before it.
void lay_over(returns::Checked& checked, Compared part, partnership::OrganisationId organisation)
{
    join(checked.difference, part.difference, organisation);
    checked.can_take -= std::ranges::count(part.findings, returns::Severity::error, &returns::Finding::severity);
    checked.findings.insert(checked.findings.end(), std::make_move_iterator(part.findings.begin()), std::make_move_iterator(part.findings.end()));
}

returns::Checked check(const returns::Handed& handed, const packs::Packs& packs, const workforce::NumberKeeper& numbers)
{
    auto seen = partnership_of(packs, handed);
    const auto surroundings = std::make_shared<const Surroundings>(packs, handed.today, std::move(seen.organisations), std::move(seen.settings),
                                                                   std::move(seen.localities), handed.organisation);
    auto staff = check_staff(handed.file.name, handed.file.bytes, *surroundings, workplaces_in(handed.beside));
    auto checked = compared({std::move(staff), surroundings, {}}, handed, packs, numbers);
    // A plan may name only what the register holds; beside other files this is a check alone, and nothing is taken from it.
    if (seen.expects_more) checked.plan.reset();
    return checked;
}

/// The plans are worked out again, one organisation after another, while those before are written; they must come to what was checked.
workforce::Applied carry_out(db::ChangeSet& changes, const StaffPlan& plan, Instant now, const workforce::NumberKeeper& numbers)
{
    std::string anew;
    const auto make = [&](db::Reader& reader, const std::function<void(const workforce::Plan&)>& take) {
        for (const auto& of : plan.organisations) {
            const auto view = workforce::load_view(reader, of.organisation->id, numbers);
            const auto difference = difference_for(plan, of, view);
            anew += fingerprint_part(of.organisation->id, difference.difference);
            take(difference.plan);
        }
    };
    const auto applied = workforce::apply_each(changes, plan.file->rows.size(), now, numbers, make);
    if (anew != plan.fingerprint) throw std::logic_error("the register changed between the check of a return and its taking");
    return applied;
}

std::vector<returns::Touched> touches(db::Reader& reader, const StaffPlan& plan, const workforce::NumberKeeper& numbers)
{
    std::vector<returns::Touched> touched;
    for (const auto& of : plan.organisations) {
        const auto view = workforce::load_view(reader, of.organisation->id, numbers);
        std::ranges::move(touched_by(difference_for(plan, of, view).plan, view, numbers), std::back_inserter(touched));
    }
    return touched;
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
    say(applied.facts_added, "fact", "facts", "added");
    say(applied.facts_changed, "fact", "facts", "changed");
    say(applied.facts_ended, "fact", "facts", "ended");
    return words.empty() ? "The register held all of this already" : joined(words, ", ");
}

}  // namespace

std::shared_ptr<const Surroundings> surroundings_of(const packs::Packs& packs, const returns::Handed& handed)
{
    auto seen = partnership_of(packs, handed);
    return std::make_shared<const Surroundings>(packs, handed.today, std::move(seen.organisations), std::move(seen.settings), std::move(seen.localities),
                                                handed.organisation);
}

returns::Checked compared(ReadStaff read, const returns::Handed& handed, const packs::Packs& packs, const workforce::NumberKeeper& numbers)
{
    auto& staff = read.check;
    StaffPlan plan;
    plan.surroundings = std::move(read.surroundings);
    plan.reading = std::move(read.reading);
    returns::Checked checked{.format = std::move(staff.format), .rows = staff.rows, .can_take = staff.can_take,
                             .findings = std::move(staff.findings), .refusal = std::move(staff.refusal)};
    if (!checked.refusal.empty() || !staff.index) return checked;
    plan.file = std::move(staff.file);
    plan.index = std::move(staff.index);
    checked.only_organisation = only_organisation_in(*plan.file);
    plan.speaks = handed.speaks;
    plan.today = handed.today;
    const RuleLimits limits{packs, handed.today};
    auto organisations = organisations_of(handed, plan);
    auto parts = compare_all(handed, plan, organisations, numbers, limits);
    HeldAnyway held_anyway;
    for (std::size_t number = 0; number < parts.size(); ++number) {
        auto& of = organisations[number];
        if (parts[number].difference.writes > 0) {
            plan.fingerprint += fingerprint_part(of.organisation->id, parts[number].difference);
            plan.organisations.push_back(of);
        }
        for (auto& [rule, lines] : parts[number].held_anyway) held_anyway[rule].merge(lines);
        lay_over(checked, std::move(parts[number]), of.organisation->id);
    }
    leave_out(checked.findings, held_anyway);
    std::ranges::stable_sort(checked.findings, {}, &returns::Finding::line);
    mark_queries(checked.findings, plan.file->table, *plan.file->profile, plan.file->places, handed.organisation, doubtful_rules(limits));
    key_queries(checked.findings, numbers);
    mark_subjects(checked.findings, *plan.file, numbers);
    checked.newest_day = newest_day_in(*plan.file, handed.today);
    checked.parts = parts_of(*plan.file);
    checked.difference.fingerprint = returns::hash_of(checked.difference.fingerprint);
    checked.plan = std::move(plan);
    return checked;
}

returns::Kind staff_return_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers)
{
    returns::Kind kind;
    kind.id = "staff";
    kind.title = "Staff return";
    kind.lists_people = true;
    kind.guidance = "One row for each job of each member of staff, as an Excel workbook or CSV, in Kith's own columns or as the staff file of the adult social care "
                    "workforce data set; or a file of facts about them, or that data set's training file.";
    kind.recognise = [](std::string_view start) {
        const auto* profile = recognise_start(start);
        return profile != nullptr && profile->of != FileOf::workplaces;
    };
    kind.names_organisations = [](const returns::File& file) { return organisations_of_staff_named(file.bytes); };
    kind.check = [packs, numbers](const returns::Handed& handed) { return check(handed, *packs, numbers); };
    kind.accept = [numbers](db::ChangeSet& changes, const returns::Checked& checked, Instant now) {
        const auto whole = carry_out(changes, std::any_cast<const StaffPlan&>(checked.plan), now, numbers);
        return returns::Accepted{whole.rows(), words_for(whole)};
    };
    kind.touches = [numbers](db::Reader& reader, const returns::Checked& checked) {
        return touches(reader, std::any_cast<const StaffPlan&>(checked.plan), numbers);
    };
    kind.annotate = annotated;
    kind.templates = {{"staff-return.xlsx", std::string{workbook_media_type}, "Staff return workbook (Excel), with notes and lists to choose from",
                       [packs](db::Reader&) { return staff_workbook(*packs); }},
                      {"staff-return.csv", "text/csv; charset=utf-8", "Staff return template (CSV)", [packs](db::Reader&) { return staff_template(*packs); }},
                      {"staff-return-in-full.xlsx", std::string{workbook_media_type}, "Staff return workbook with every column (Excel)",
                       [packs](db::Reader&) { return staff_workbook(*packs, StaffColumns::all); }},
                      {"staff-return-in-full.csv", "text/csv; charset=utf-8", "Staff return with every column (CSV)", [](db::Reader&) { return staff_template_in_full(); }},
                      {"staff-facts.csv", "text/csv; charset=utf-8", "Facts about staff template (CSV)", [packs](db::Reader&) { return facts_template(*packs); }},
                      {"staff-return-guide.txt", "text/plain; charset=utf-8", "Guide to the columns and codes (text)",
                       [packs](db::Reader&) { return staff_template_guide(*packs); }}};
    return kind;
}

}  // namespace kith::intake
