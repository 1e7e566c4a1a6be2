#include "intake/difference_words.hpp"

#include "base/text.hpp"

namespace kith::intake {
namespace {
constexpr std::size_t samples_shown = 20;

void sample(returns::DifferenceHeading& heading, std::int64_t line, const std::string& subject, std::string words)
{
    ++heading.count;
    if (heading.samples.size() < samples_shown) heading.samples.push_back({line, subject, std::move(words)});
}

std::string or_not_known(std::string text) { return text.empty() ? "not known" : text; }

std::string fte_words(const std::optional<Fte>& fte) { return fte ? fte->text() : "not known"; }

std::int64_t rows_written(const workforce::Plan& plan)
{
    auto engagement_rows = [](const workforce::NewEngagement& added) { return 1 + static_cast<std::int64_t>(added.terms.size()); };
    auto written = static_cast<std::int64_t>(plan.new_records.size() + plan.changed_records.size() + plan.changed_engagements.size() +
                                             plan.new_terms.size() + plan.changed_terms.size() + plan.removed_terms.size() +
                                             plan.added_facts.size() + plan.changed_facts.size() + plan.ended_facts.size());
    for (const auto& record : plan.new_records) {
        written += static_cast<std::int64_t>(record.facts.size());
        for (const auto& engagement : record.engagements) written += engagement_rows(engagement);
    }
    for (const auto& engagement : plan.new_engagements) written += engagement_rows(engagement.added);
    return written;
}
}  // namespace

std::string DifferenceWords::label_of(std::string_view list, std::string_view code) const
{
    if (code.empty()) return "not known";
    const auto* known = packs_.has_list(list) ? packs_.list(list).find(code) : nullptr;
    return known != nullptr ? known->label : std::string{code};
}

std::string DifferenceWords::words_for(const workforce::EngagementTerms& terms) const
{
    return label_of(terms.role_list, terms.role_code) + ", FTE " + fte_words(terms.fte);
}

void DifferenceWords::added(const StaffRow& row, const workforce::NewStaffRecord& record)
{
    std::string words = "no job yet";
    if (!record.engagements.empty()) {
        const auto& engagement = record.engagements.front();
        words = engagement.terms.empty() ? "a job" : words_for(engagement.terms.back());
        words += " from " + engagement.engagement.started_on.in_words();
    }
    sample(new_, row.line, *row.staff_reference, std::move(words));
}

void DifferenceWords::begin(const StaffRow& row)
{
    subject_ = *row.staff_reference;
    line_ = row.line;
    person_changed_ = person_ends_ = person_added_to_ = false;
    ++in_file_and_held_;
}

void DifferenceWords::end()
{
    if (person_changed_) ++changed_.count;
    if (person_ends_) ++people_who_end_;
    if (!person_changed_ && !person_ends_ && !person_added_to_) ++unchanged_.count;
}

void DifferenceWords::say_changed(std::int64_t line, std::string words)
{
    person_changed_ = true;
    if (changed_.samples.size() < samples_shown) changed_.samples.push_back({line, subject_, std::move(words)});
}

void DifferenceWords::changed_record(const workforce::StaffRecord& before, const workforce::StaffRecord& after)
{
    std::vector<std::string> parts;
    if (before.given_name != after.given_name || before.family_name != after.family_name) parts.emplace_back("name");
    if (before.birth_date != after.birth_date) parts.emplace_back("date of birth");
    if (before.national_insurance != after.national_insurance) parts.emplace_back("National Insurance number");
    say_changed(line_, joined(parts, " and ") + (parts.size() == 1 ? " changes" : " change"));
}

void DifferenceWords::added_engagement(const StaffRow& row, const workforce::NewEngagement& added)
{
    person_added_to_ = true;
    auto words = added.terms.empty() ? std::string{"a job"} : words_for(added.terms.back());
    sample(new_engagements_, row.line, subject_, words + " from " + added.engagement.started_on.in_words());
}

void DifferenceWords::changed_engagement(const StaffRow& row, const workforce::Engagement& before, const workforce::Engagement& after)
{
    if (after.ended_on && !before.ended_on) {
        person_ends_ = true;
        sample(ended_, row.line, subject_, "job from " + after.started_on.in_words() + " ends on " + after.ended_on->in_words());
    } else if (after.ended_on != before.ended_on) {
        say_changed(row.line, after.ended_on ? "last day becomes " + after.ended_on->in_words() : "the job runs on after all");
    }
    if (after.started_on != before.started_on)
        say_changed(row.line, "start " + before.started_on.in_words() + " becomes " + after.started_on.in_words());
    if (after.reference != before.reference) say_changed(row.line, "the engagement reference changes");
}

void DifferenceWords::changed_terms(const MergedTerms& terms)
{
    const auto& now = terms.terms;
    std::vector<std::string> parts;
    if (!terms.before) {
        parts.push_back(words_for(now));
    } else {
        const auto& was = *terms.before;
        auto becomes = [&](std::string_view what, const std::string& before, const std::string& after) {
            if (before != after) parts.push_back(std::string{what} + " " + before + " becomes " + after);
        };
        becomes("FTE", fte_words(was.fte), fte_words(now.fte));
        becomes("role", label_of(was.role_list, was.role_code), label_of(now.role_list, now.role_code));
        becomes("sector", label_of("sectors", was.sector), label_of("sectors", now.sector));
        becomes("workforce", or_not_known(was.breadth), or_not_known(now.breadth));
        becomes("contract", label_of("contracts", was.contract), label_of("contracts", now.contract));
        if (was.setting != now.setting) parts.emplace_back("setting changes");
        if (was.locality != now.locality) parts.emplace_back("locality changes");
        if (parts.empty()) parts.emplace_back("the same terms stand");
    }
    say_changed(terms.line, joined(parts, ", ") + " from " + now.from_on.in_words());
}

returns::Difference DifferenceWords::difference(const workforce::Plan& plan, std::int64_t held) const
{
    returns::DifferenceHeading absent{"absent", "Held in the register and not in this file", held - in_file_and_held_,
                                      "They stay as they are: nobody is ended by being left out", {}};
    return {.headings = {new_, new_engagements_, changed_, ended_, unchanged_, std::move(absent)}, .writes = rows_written(plan),
            .ends = people_who_end_, .held = held, .fingerprint = {}};
}

}  // namespace kith::intake
