#include "intake/difference_words.hpp"

#include "base/text.hpp"
#include "workforce/full_name.hpp"

namespace kith::intake {
namespace {
constexpr std::size_t samples_shown = 20;


std::string or_not_known(std::string text) { return text.empty() ? "not known" : text; }

std::string fte_words(const std::optional<Fte>& fte) { return fte ? fte->text() : "not known"; }

std::string_view fact_detail_words(workforce::FactKind kind)
{
    if (kind == workforce::FactKind::qualification) return "level";
    if (kind == workforce::FactKind::absence) return "days lost";
    return kind == workforce::FactKind::check ? "outcome" : "proficiency";
}

std::string number_words(const std::optional<int>& number) { return number ? std::to_string(*number) : "not known"; }

std::string hours_words(const std::optional<int>& hundredths)
{
    return hundredths ? Fte::thousandths(std::int64_t{*hundredths} * 10).text() : "not known";
}

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

void DifferenceWords::sample(returns::DifferenceHeading& heading, std::int64_t line, std::string words) const
{
    ++heading.count;
    if (heading.samples.size() < samples_shown) heading.samples.push_back({line, subject_, std::move(words), name_});
}

void DifferenceWords::added(const StaffRow& row, const workforce::NewStaffRecord& record)
{
    std::string words = "no job yet";
    if (!record.engagements.empty()) {
        const auto& engagement = record.engagements.front();
        words = engagement.terms.empty() ? "a job" : words_for(engagement.terms.back());
        words += " from " + engagement.engagement.started_on.in_words();
    }
    if (!record.facts.empty()) words += ", " + counted(std::ssize(record.facts), "fact");
    subject_ = *row.staff_reference;
    name_ = workforce::full_name(record.record.given_name, record.record.family_name);
    sample(new_, row.line, std::move(words));
}

void DifferenceWords::begin(const StaffRow& row, const workforce::StaffRecord& held)
{
    subject_ = *row.staff_reference;
    name_ = workforce::full_name(held.given_name, held.family_name);
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
    if (changed_.samples.size() < samples_shown) changed_.samples.push_back({line, subject_, std::move(words), name_});
}

void DifferenceWords::changed_record(const workforce::StaffRecord& before, const workforce::StaffRecord& after)
{
    std::vector<std::string> parts;
    if (before.given_name != after.given_name || before.family_name != after.family_name) parts.emplace_back("name");
    if (before.birth_date != after.birth_date) parts.emplace_back("date of birth");
    if (before.national_insurance != after.national_insurance) parts.emplace_back("National Insurance number");
    if (before.sex != after.sex) parts.emplace_back("sex");
    if (before.ethnicity != after.ethnicity) parts.emplace_back("ethnic group");
    if (before.disability != after.disability) parts.emplace_back("disability");
    say_changed(line_, joined(parts, " and ") + (parts.size() == 1 ? " changes" : " change"));
}

void DifferenceWords::added_engagement(const StaffRow& row, const workforce::NewEngagement& added)
{
    person_added_to_ = true;
    auto words = added.terms.empty() ? std::string{"a job"} : words_for(added.terms.back());
    sample(new_engagements_, row.line, words + " from " + added.engagement.started_on.in_words());
}

void DifferenceWords::changed_engagement(const StaffRow& row, const workforce::Engagement& before, const workforce::Engagement& after)
{
    if (after.ended_on && !before.ended_on) {
        person_ends_ = true;
        sample(ended_, row.line, "job from " + after.started_on.in_words() + " ends on " + after.ended_on->in_words());
    } else if (after.ended_on != before.ended_on) {
        say_changed(row.line, after.ended_on ? "last day becomes " + after.ended_on->in_words() : "the job runs on after all");
    }
    if (after.started_on != before.started_on)
        say_changed(row.line, "start " + before.started_on.in_words() + " becomes " + after.started_on.in_words());
    if (after.reference != before.reference) say_changed(row.line, "the engagement reference changes");
    auto becomes = [&](std::string_view what, std::string_view list, const std::string& was, const std::string& is) {
        if (was != is) say_changed(row.line, std::string{what} + " " + label_of(list, was) + " becomes " + label_of(list, is));
    };
    becomes("origin", "starter_origins", before.origin, after.origin);
    becomes("reason for leaving", "leaving_reasons", before.reason_for_leaving, after.reason_for_leaving);
    becomes("destination", "leaver_destinations", before.destination, after.destination);
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
        becomes("hours", hours_words(was.hours), hours_words(now.hours));
        becomes("pattern", or_not_known(was.pattern), or_not_known(now.pattern));
        if (was.pay != now.pay || was.pay_period != now.pay_period) parts.emplace_back("pay changes");
        becomes("terms", label_of("terms_sets", was.terms_set), label_of("terms_sets", now.terms_set));
        if (was.pension_scheme != now.pension_scheme) parts.emplace_back("pension scheme changes");
        becomes("manager", or_not_known(was.manager), or_not_known(now.manager));
        becomes("caseload", number_words(was.caseload), number_words(now.caseload));
        becomes("seconded from", or_not_known(was.seconded_from), or_not_known(now.seconded_from));
        becomes("seconded to", or_not_known(was.seconded_to), or_not_known(now.seconded_to));
        if (was.setting != now.setting) parts.emplace_back("setting changes");
        if (was.locality != now.locality) parts.emplace_back("locality changes");
        if (parts.empty()) parts.emplace_back("the same terms stand");
    }
    say_changed(terms.line, joined(parts, ", ") + " from " + now.from_on.in_words());
}

/// What kind of fact it is and its label; of a check and an absence, which may be seen by leave only, that it is one.
std::string DifferenceWords::words_for(const workforce::Fact& fact) const
{
    const auto& row = workforce::row_of(fact.kind);
    if (fact.kind == workforce::FactKind::check || fact.kind == workforce::FactKind::absence || fact.code.empty()) return std::string{row.label};
    return std::string{row.label} + " " + label_of(fact.list, fact.code);
}

void DifferenceWords::added_fact(std::int64_t line, const workforce::Fact& fact)
{
    person_added_to_ = true;
    sample(new_facts_, line, words_for(fact));
}

void DifferenceWords::changed_fact(std::int64_t line, const workforce::Fact& before, const workforce::Fact& after)
{
    person_added_to_ = true;
    std::vector<std::string> parts;
    if (before.detail != after.detail) parts.emplace_back(fact_detail_words(after.kind));
    if (before.on != after.on) parts.emplace_back("day");
    if (before.until != after.until) parts.emplace_back("day on which it runs out");
    if (before.number != after.number) parts.emplace_back("number");
    if (before.words != after.words) parts.emplace_back("provider");
    sample(changed_facts_, line, words_for(after) + ": " + joined(parts, " and ") + (parts.size() == 1 ? " changes" : " change"));
}

void DifferenceWords::ended_fact(std::int64_t line, const workforce::Fact& fact)
{
    person_added_to_ = true;
    sample(ended_facts_, line, words_for(fact));
}

returns::Difference DifferenceWords::difference(const workforce::Plan& plan, std::int64_t held) const
{
    returns::DifferenceHeading absent{"absent", "Held in the register and not in this file", held - in_file_and_held_,
                                      "They stay as they are: nobody is ended by being left out", {}};
    std::vector<returns::DifferenceHeading> headings{new_, new_engagements_, changed_, ended_, unchanged_, std::move(absent)};
    for (const auto* facts : {&new_facts_, &changed_facts_, &ended_facts_})
        if (facts->count > 0) headings.push_back(*facts);
    return {.headings = std::move(headings), .writes = rows_written(plan),
            .ends = people_who_end_, .held = held, .fingerprint = {}};
}

}  // namespace kith::intake
