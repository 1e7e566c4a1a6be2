#include "intake/staff_difference.hpp"

#include "intake/difference_words.hpp"
#include "intake/terms_merge.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace kith::intake {
namespace {
using Rows = std::vector<const StaffRow*>;

/// Rows by key in order of first mention.
class Groups {
public:
    void add(std::string key, const StaffRow* row)
    {
        auto [found, fresh] = places_.emplace(std::move(key), groups_.size());
        if (fresh) groups_.push_back({found->first, {}});
        groups_[found->second].second.push_back(row);
    }
    const std::vector<std::pair<std::string, Rows>>& all() const { return groups_; }

private:
    std::vector<std::pair<std::string, Rows>> groups_;
    std::unordered_map<std::string, std::size_t> places_;
};

/// What the person's rows together say of one value: the first that gives it; cleared where some are blank and none gives it.
template <class T, class Into>
void lay_person_over(const Rows& rows, Said<T> StaffRow::* member, Into& into)
{
    bool blank = false;
    for (const auto* row : rows) {
        const auto& said = row->*member;
        if (said) {
            into = Into{said.value};
            return;
        }
        blank = blank || said.saying == Saying::blank;
    }
    if (blank) into = Into{};
}

workforce::StaffRecord record_of(const Rows& rows, const workforce::HeldStaffRecord* held, bool secrets_readable)
{
    workforce::StaffRecord record = held != nullptr ? held->record : workforce::StaffRecord{};
    record.reference = *rows.front()->staff_reference;
    lay_person_over(rows, &StaffRow::family_name, record.family_name);
    lay_person_over(rows, &StaffRow::given_name, record.given_name);
    std::optional<Date> born;
    if (record.birth_date) born = record.birth_date->reveal();
    lay_person_over(rows, &StaffRow::date_of_birth, born);
    record.birth_date = born ? std::optional{workforce::DateOfBirth{*born}} : std::nullopt;
    // Without the key a number that is held cannot be compared: leave it, rather than call every record changed.
    if (held == nullptr || secrets_readable) lay_person_over(rows, &StaffRow::national_insurance_number, record.national_insurance);
    return record;
}

/// Which held engagement each engagement of the file is: by reference, else by the day it starts, else the one that is left on both sides.
class EngagementMatch {
public:
    EngagementMatch(const std::vector<std::pair<std::string, Rows>>& in_file, const std::vector<workforce::HeldEngagement>& held)
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

    const std::vector<std::pair<std::string, Rows>>& in_file_;
    const std::vector<workforce::HeldEngagement>& held_;
    std::vector<const workforce::HeldEngagement*> match_;
    std::vector<bool> used_;
};

/// Goes through the people of the file and builds plan and words side by side.
class Comparison {
public:
    Comparison(const StaffFile& file, const workforce::RegisterView& view, const packs::Packs& packs, Date today)
        : file_(file), view_(view), today_(today), words_(packs)
    {
        result_.plan.organisation = view.organisation;
    }

    StaffDifference run()
    {
        std::unordered_map<std::string_view, const workforce::HeldStaffRecord*> held;
        for (const auto& record : view_.records) held.emplace(record.record.reference, &record);
        Groups people;
        for (const auto& row : file_.rows)
            if (row.taken && row.staff_reference && row.organisation && (*row.organisation)->id == view_.organisation)
                people.add(*row.staff_reference, &row);
        for (const auto& [reference, rows] : people.all()) {
            auto found = held.find(reference);
            if (found == held.end()) add_person(rows);
            else compare_person(rows, *found->second);
        }
        result_.difference = words_.difference(result_.plan, static_cast<std::int64_t>(view_.records.size()));
        result_.difference.fingerprint = fingerprint_of(result_.plan);
        return std::move(result_);
    }

private:
    Groups engagements_of(const Rows& rows) const
    {
        Groups groups;
        for (const auto* row : rows)
            if (row->start_date) groups.add(engagement_key(*row), row);
        return groups;
    }

    workforce::NewEngagement new_engagement(const std::string& key, const Rows& rows) const
    {
        workforce::NewEngagement added{.engagement = {.reference = key, .started_on = *rows.front()->start_date, .ended_on = {}}, .terms = {}};
        if (rows.front()->end_date) added.engagement.ended_on = *rows.front()->end_date;
        for (auto& entry : merged_terms({}, rows, added.engagement, file_.profile->role_list, today_)) added.terms.push_back(std::move(entry.terms));
        return added;
    }

    void add_person(const Rows& rows)
    {
        workforce::NewStaffRecord added{.record = record_of(rows, nullptr, true), .engagements = {}};
        auto engagements = engagements_of(rows);
        for (const auto& [key, of_engagement] : engagements.all()) added.engagements.push_back(new_engagement(key, of_engagement));
        words_.added(*rows.front(), added);
        result_.plan.new_records.push_back(std::move(added));
    }

    void compare_person(const Rows& rows, const workforce::HeldStaffRecord& held)
    {
        words_.begin(*rows.front());
        auto record = record_of(rows, &held, view_.secrets_readable);
        if (record != held.record) {
            words_.changed_record(held.record, record);
            result_.plan.changed_records.push_back({held.id, std::move(record)});
        }
        auto engagements = engagements_of(rows);
        EngagementMatch match{engagements.all(), held.engagements};
        for (std::size_t at = 0; at < engagements.all().size(); ++at) {
            const auto& [key, of_engagement] = engagements.all()[at];
            if (const auto* same = match.of(at)) {
                compare_engagement(key, of_engagement, *same, held);
            } else {
                auto added = new_engagement(key, of_engagement);
                words_.added_engagement(*of_engagement.front(), added);
                result_.plan.new_engagements.push_back({held.id, std::move(added)});
            }
        }
        words_.end();
    }

    void compare_engagement(const std::string& key, const Rows& rows, const workforce::HeldEngagement& held, const workforce::HeldStaffRecord& person)
    {
        auto engagement = held.engagement;
        const auto& row = *rows.front();
        if (!key.starts_with(unreferenced_engagement)) engagement.reference = key;
        engagement.started_on = *row.start_date;
        if (row.end_date) engagement.ended_on = *row.end_date;
        if (row.end_date.saying == Saying::blank) engagement.ended_on.reset();
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

    const StaffFile& file_;
    const workforce::RegisterView& view_;
    Date today_;
    DifferenceWords words_;
    StaffDifference result_;
};

/// The plan as text, field after field, for hashing only.
class PlanText {
public:
    void add(std::string_view text) { text_ += fmt::format("{}:{}|", text.size(), text); }
    void add(std::int64_t number) { text_ += fmt::format("{}|", number); }
    void add(const std::optional<Date>& day) { add(day ? day->iso() : "-"); }
    void add(const workforce::StaffRecord& record)
    {
        add(record.reference);
        add(record.given_name.reveal());
        add(record.family_name.reveal());
        add(record.birth_date ? std::optional{record.birth_date->reveal()} : std::nullopt);
        add(record.national_insurance ? std::string_view{record.national_insurance->reveal()} : "-");
        for (const auto* code : {&record.sex, &record.ethnicity, &record.disability}) add(*code);
    }
    void add(const workforce::Engagement& engagement)
    {
        add(engagement.reference);
        add(std::optional{engagement.started_on});
        add(engagement.ended_on);
        for (const auto* code : {&engagement.origin, &engagement.reason_for_leaving, &engagement.destination}) add(*code);
    }
    void add(const workforce::EngagementTerms& terms)
    {
        add(std::optional{terms.from_on});
        add(terms.setting ? terms.setting->value() : 0);
        add(terms.locality ? terms.locality->value() : 0);
        for (const auto* code : {&terms.role_list, &terms.role_code, &terms.sector, &terms.breadth, &terms.contract}) add(*code);
        add(terms.fte ? terms.fte->thousandths() : -1);
        add(terms.hours.value_or(-1));
        add(terms.pay ? terms.pay->value() : -1);
        add(terms.caseload.value_or(-1));
        for (const auto* text : {&terms.pattern, &terms.pay_period, &terms.terms_set, &terms.pension_scheme, &terms.manager, &terms.seconded_from,
                                 &terms.seconded_to})
            add(*text);
    }
    void add(const workforce::Fact& fact)
    {
        add(static_cast<std::int64_t>(fact.kind));
        for (const auto* text : {&fact.list, &fact.code, &fact.detail, &fact.number, &fact.words}) add(*text);
        add(fact.on);
        add(fact.until);
    }
    void add(const workforce::NewEngagement& added)
    {
        add(added.engagement);
        for (const auto& terms : added.terms) add(terms);
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};
}  // namespace

StaffDifference difference_of(const StaffFile& file, const workforce::RegisterView& view, const packs::Packs& packs, Date today)
{
    return Comparison{file, view, packs, today}.run();
}

std::vector<partnership::OrganisationId> organisations_in(const StaffFile& file)
{
    std::vector<partnership::OrganisationId> organisations;
    for (const auto& row : file.rows)
        if (row.taken && row.organisation && std::ranges::find(organisations, (*row.organisation)->id) == organisations.end())
            organisations.push_back((*row.organisation)->id);
    return organisations;
}

std::string fingerprint_of(const workforce::Plan& plan)
{
    PlanText text;
    text.add(plan.organisation.value());
    for (const auto& entry : plan.new_records) {
        text.add("new record");
        text.add(entry.record);
        for (const auto& engagement : entry.engagements) text.add(engagement);
        for (const auto& fact : entry.facts) text.add(fact);
    }
    for (const auto& entry : plan.changed_records) text.add("record"), text.add(entry.id.value()), text.add(entry.record);
    for (const auto& entry : plan.new_engagements) text.add("new engagement"), text.add(entry.record.value()), text.add(entry.added);
    for (const auto& entry : plan.changed_engagements) text.add("engagement"), text.add(entry.id.value()), text.add(entry.engagement);
    for (const auto& entry : plan.new_terms) text.add("new terms"), text.add(entry.engagement.value()), text.add(entry.terms);
    for (const auto& entry : plan.changed_terms) text.add("terms"), text.add(entry.id.value()), text.add(entry.terms);
    for (const auto& id : plan.removed_terms) text.add("removed"), text.add(id.value());
    for (const auto& entry : plan.added_facts) text.add("new fact"), text.add(entry.record.value()), text.add(entry.fact);
    for (const auto& entry : plan.changed_facts) text.add("fact"), text.add(entry.id.value()), text.add(entry.fact);
    for (const auto& id : plan.ended_facts) text.add("ended fact"), text.add(id.value());
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.text().data()), text.text().size(), nullptr, 0);
    std::string hex;
    for (auto byte : hash) hex += fmt::format("{:02x}", byte);
    return hex;
}

}  // namespace kith::intake
