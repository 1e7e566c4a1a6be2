#include "intake/staff_difference.hpp"

#include "intake/difference_words.hpp"
#include "intake/fact_difference.hpp"
#include "intake/terms_merge.hpp"

#include <algorithm>
#include <unordered_map>

namespace kith::intake {
namespace {
using Rows = std::vector<const StaffRow*>;
/// The rows of one job and its reference.
using JobRows = std::pair<std::string, Rows>;

/// What the person's rows together say of one value: the first that gives it; cleared where some are blank and none gives it.
template <class Member, class Into, class AsHeld>
void lay_person_over(const Rows& rows, Member member, Into& into, AsHeld as_held)
{
    bool blank = false;
    for (const auto* row : rows) {
        const auto& said = row->*member;
        if (said) {
            into = as_held(*said);
            return;
        }
        blank = blank || said.saying() == Saying::blank;
    }
    if (blank) into = Into{};
}

std::string code_text(const packs::Code* code) { return code->code; }

workforce::StaffRecord record_of(const Rows& rows, const workforce::HeldStaffRecord* held, bool secrets_readable)
{
    workforce::StaffRecord record = held != nullptr ? held->record : workforce::StaffRecord{};
    record.reference = *rows.front()->staff_reference;
    auto as_it_is = [](auto value) { return value; };
    lay_person_over(rows, &StaffRow::family_name, record.family_name, as_it_is);
    lay_person_over(rows, &StaffRow::given_name, record.given_name, as_it_is);
    lay_person_over(rows, &StaffRow::date_of_birth, record.birth_date, [](Date day) { return workforce::DateOfBirth{day}; });
    // Without the key a number that is held cannot be compared: leave it, rather than call every record changed.
    if (held == nullptr || secrets_readable) lay_person_over(rows, &StaffRow::national_insurance_number, record.national_insurance, as_it_is);
    lay_person_over(rows, &StaffRow::sex, record.sex, code_text);
    lay_person_over(rows, &StaffRow::ethnicity, record.ethnicity, code_text);
    lay_person_over(rows, &StaffRow::disability, record.disability, code_text);
    return record;
}

/// What the job's rows say of where the person came from and went.
void lay_moves_over(const Rows& rows, workforce::Engagement& engagement)
{
    lay_person_over(rows, &StaffRow::origin, engagement.origin, code_text);
    lay_person_over(rows, &StaffRow::reason_for_leaving, engagement.reason_for_leaving, code_text);
    lay_person_over(rows, &StaffRow::destination, engagement.destination, code_text);
}

/// Which held engagement each engagement of the file is: by reference, else by the day it starts, else the one that is left on both sides.
class EngagementMatch {
public:
    EngagementMatch(const std::vector<JobRows>& in_file, const std::vector<workforce::HeldEngagement>& held)
        : in_file_(in_file), held_(held), match_(in_file.size(), nullptr), used_(held.size())
    {
        match_where([](const auto& group, const auto& engagement) { return group.first == engagement.reference; });
        match_where([](const auto& group, const auto& engagement) {
            bool one_unreferenced = group.first.starts_with(unreferenced_engagement) || engagement.reference.starts_with(unreferenced_engagement);
            return one_unreferenced && *group.second.front()->start_date == engagement.started_on;
        });
        match_the_last_one();
    }
    const workforce::HeldEngagement* of(std::size_t at) const { return match_[at]; }

private:
    template <class Same>
    void match_where(Same same)
    {
        for (std::size_t at = 0; at < in_file_.size(); ++at)
            for (std::size_t i = 0; i < held_.size() && match_[at] == nullptr; ++i)
                if (!used_[i] && same(in_file_[at], held_[i].engagement)) take(at, i);
    }

    /// A start date that was corrected: one job without reference is left in the file and one in the register, at the same time.
    void match_the_last_one()
    {
        if (std::ranges::count(match_, nullptr) != 1 || std::ranges::count(used_, false) != 1) return;
        auto at = static_cast<std::size_t>(std::ranges::find(match_, nullptr) - match_.begin());
        auto i = static_cast<std::size_t>(std::ranges::find(used_, false) - used_.begin());
        const auto& row = *in_file_[at].second.front();
        const auto& engagement = held_[i].engagement;
        Period said{*row.start_date, row.end_date ? std::optional{*row.end_date} : std::nullopt};
        bool unreferenced = in_file_[at].first.starts_with(unreferenced_engagement) && engagement.reference.starts_with(unreferenced_engagement);
        if (unreferenced && said.overlaps({engagement.started_on, engagement.ended_on})) take(at, i);
    }

    void take(std::size_t at, std::size_t i)
    {
        match_[at] = &held_[i];
        used_[i] = true;
    }

    const std::vector<JobRows>& in_file_;
    const std::vector<workforce::HeldEngagement>& held_;
    std::vector<const workforce::HeldEngagement*> match_;
    std::vector<bool> used_;
};

/// Goes through the people of the file and builds plan and words side by side.
class Comparison {
public:
    Comparison(const StaffFile& file, const FileIndex& index, const workforce::RegisterView& view, const packs::Packs& packs, Date today)
        : file_(file), index_(index), view_(view), today_(today), words_(packs)
    {
        result_.plan.organisation = view.organisation;
    }

    /// `rows`: of the organisation, taken, in the order of the file.
    StaffDifference run(std::span<const std::uint32_t> rows)
    {
        std::unordered_map<std::string_view, const workforce::HeldStaffRecord*> held;
        held.reserve(view_.records.size());
        for (const auto& record : view_.records) held.emplace(record.record.reference, &record);
        Rows of_person;
        for (auto at : rows) {
            const auto record = index_.records().group_of(at);
            of_person.clear();
            for (auto other : index_.records().of(record))
                if (file_.rows[other].taken) of_person.push_back(&file_.rows[other]);
            if (of_person.front()->row != at) continue;  // it came with its first row
            auto found = held.find(*of_person.front()->staff_reference);
            if (found != held.end()) compare_person(of_person, *found->second);
            else if (file_.profile->of == FileOf::jobs) add_person(of_person);
        }
        result_.difference = words_.difference(result_.plan, static_cast<std::int64_t>(view_.records.size()));
        result_.difference.fingerprint = fingerprint_of(result_.plan);
        return std::move(result_);
    }

private:
    /// The person's rows by job, in order of first mention.
    std::vector<JobRows> jobs_of(const Rows& rows) const
    {
        std::vector<JobRows> jobs;
        std::vector<std::uint32_t> groups;
        for (const auto* row : rows) {
            const auto group = index_.jobs().group_of(row->row);
            if (group == RowGroups::none) continue;
            auto known = std::ranges::find(groups, group);
            if (known == groups.end()) {
                groups.push_back(group);
                jobs.emplace_back(engagement_key(*row), Rows{row});
            } else {
                jobs[static_cast<std::size_t>(known - groups.begin())].second.push_back(row);
            }
        }
        return jobs;
    }

    workforce::NewEngagement new_engagement(const JobRows& job) const
    {
        const auto& rows = job.second;
        workforce::NewEngagement added{.engagement = {.reference = job.first, .started_on = *rows.front()->start_date, .ended_on = {}}, .terms = {}};
        if (rows.front()->end_date) added.engagement.ended_on = *rows.front()->end_date;
        lay_moves_over(rows, added.engagement);
        for (auto& entry : merged_terms({}, rows, added.engagement, file_.profile->role_list, today_)) added.terms.push_back(std::move(entry.terms));
        return added;
    }

    void add_person(const Rows& rows)
    {
        workforce::NewStaffRecord added{.record = record_of(rows, nullptr, true), .engagements = {}};
        for (const auto& job : jobs_of(rows)) added.engagements.push_back(new_engagement(job));
        if (!file_.facts.empty())
            for (auto& entry : fact_difference(file_, rows, {}).added) added.facts.push_back(std::move(entry.fact));
        words_.added(*rows.front(), added);
        result_.plan.new_records.push_back(std::move(added));
    }

    void compare_person(const Rows& rows, const workforce::HeldStaffRecord& held)
    {
        words_.begin(*rows.front(), held.record);
        if (file_.profile->of == FileOf::jobs) compare_record_and_jobs(rows, held);
        if (!file_.facts.empty() || rows.front()->lists_said != 0) compare_facts(rows, held);
        words_.end();
    }

    void compare_record_and_jobs(const Rows& rows, const workforce::HeldStaffRecord& held)
    {
        auto record = record_of(rows, &held, view_.secrets_readable);
        if (record != held.record) {
            words_.changed_record(held.record, record);
            result_.plan.changed_records.push_back({held.id, std::move(record)});
        }
        const auto jobs = jobs_of(rows);
        EngagementMatch match{jobs, held.engagements};
        for (std::size_t at = 0; at < jobs.size(); ++at) {
            if (const auto* same = match.of(at)) {
                result_.spoken_of.insert(same->id);
                compare_engagement(jobs[at].first, jobs[at].second, *same, held);
            } else {
                auto added = new_engagement(jobs[at]);
                words_.added_engagement(*jobs[at].second.front(), added);
                result_.plan.new_engagements.push_back({held.id, std::move(added)});
            }
        }
    }

    void compare_engagement(const std::string& key, const Rows& rows, const workforce::HeldEngagement& held, const workforce::HeldStaffRecord& person)
    {
        auto engagement = held.engagement;
        const auto& row = *rows.front();
        if (!key.starts_with(unreferenced_engagement)) engagement.reference = key;
        engagement.started_on = *row.start_date;
        if (row.end_date) engagement.ended_on = *row.end_date;
        if (row.end_date.saying() == Saying::blank) engagement.ended_on.reset();
        lay_moves_over(rows, engagement);
        if (engagement != held.engagement) {
            words_.changed_engagement(row, held.engagement, engagement);
            result_.plan.changed_engagements.push_back({held.id, person.id, engagement});
        }
        for (auto& entry : merged_terms(held.terms, rows, engagement, file_.profile->role_list, today_)) {
            if (!entry.changed) continue;
            words_.changed_terms(entry);
            if (entry.id) result_.plan.changed_terms.push_back({*entry.id, held.id, std::move(entry.terms)});
            else result_.plan.new_terms.push_back({held.id, std::move(entry.terms)});
        }
    }

    void compare_facts(const Rows& rows, const workforce::HeldStaffRecord& held)
    {
        auto facts = fact_difference(file_, rows, held.facts);
        for (auto& added : facts.added) {
            words_.added_fact(added.line, added.fact);
            result_.plan.added_facts.push_back({held.id, std::move(added.fact)});
        }
        for (auto& changed : facts.changed) {
            words_.changed_fact(changed.line, changed.held->fact, changed.fact);
            result_.plan.changed_facts.push_back({changed.held->id, held.id, std::move(changed.fact)});
        }
        for (const auto& ended : facts.ended) {
            words_.ended_fact(ended.line, ended.held->fact);
            result_.plan.ended_facts.push_back(ended.held->id);
        }
    }

    const StaffFile& file_;
    const FileIndex& index_;
    const workforce::RegisterView& view_;
    Date today_;
    DifferenceWords words_;
    StaffDifference result_;
};

}  // namespace

StaffDifference difference_of(const StaffFile& file, const FileIndex& index, std::span<const std::uint32_t> rows, const workforce::RegisterView& view,
                              const packs::Packs& packs, Date today)
{
    return Comparison{file, index, view, packs, today}.run(rows);
}

StaffDifference difference_of(const StaffFile& file, const workforce::RegisterView& view, const packs::Packs& packs, Date today)
{
    const FileIndex index{file};
    for (const auto& [organisation, rows] : rows_by_organisation(file))
        if (organisation->id == view.organisation) return difference_of(file, index, rows, view, packs, today);
    return difference_of(file, index, {}, view, packs, today);
}

std::vector<OrganisationRows> rows_by_organisation(const StaffFile& file)
{
    std::vector<OrganisationRows> found;
    std::unordered_map<const partnership::Organisation*, std::size_t> places;
    for (const auto& row : file.rows) {
        if (!row.taken || !row.organisation || !row.staff_reference) continue;
        auto [place, fresh] = places.emplace(*row.organisation, found.size());
        if (fresh) found.push_back({*row.organisation, {}});
        found[place->second].rows.push_back(row.row);
    }
    return found;
}

std::vector<partnership::OrganisationId> organisations_in(const StaffFile& file)
{
    std::vector<partnership::OrganisationId> organisations;
    for (const auto& found : rows_by_organisation(file)) organisations.push_back(found.organisation->id);
    return organisations;
}

std::optional<partnership::OrganisationId> only_organisation_in(const StaffFile& file)
{
    std::optional<partnership::OrganisationId> only;
    for (const auto& row : file.rows) {
        if (!row.organisation || (only && *only != (*row.organisation)->id)) return std::nullopt;
        only = (*row.organisation)->id;
    }
    return only;
}

}  // namespace kith::intake
