#include "workforce/record_history.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>

namespace kith::workforce {

namespace {

using Changes = std::vector<std::string>;

std::string or_none(const std::string& text)
{
    return text.empty() ? "not reported" : text;
}

void tell(Changes& changes, const std::string& what, const std::string& before, const std::string& after, const std::string& where)
{
    if (before != after) changes.push_back(what + ": " + or_none(before) + " became " + or_none(after) + where);
}

std::string words_of(const std::optional<Date>& date)
{
    return date ? date->in_words() : "";
}

/// Values of a code list, in words; the code where nobody knows the list.
std::string label(const RecordWords& words, std::string_view list, const std::string& code)
{
    return code.empty() || !words.label ? code : words.label(list, code);
}

std::string hours_words(const EngagementTerms& terms)
{
    return terms.hours ? hours_text(*terms.hours) : "";
}

void compare(Changes& changes, const StaffRecord& before, const StaffRecord& after, const RecordWords& words)
{
    tell(changes, "Reference", before.reference, after.reference, "");
    tell(changes, "Given name", before.given_name.reveal(), after.given_name.reveal(), "");
    tell(changes, "Family name", before.family_name.reveal(), after.family_name.reveal(), "");
    if (before.birth_date != after.birth_date) changes.push_back("Date of birth changed");
    if (before.national_insurance != after.national_insurance) changes.push_back("National Insurance number changed");
    tell(changes, "Sex", label(words, "sex", before.sex), label(words, "sex", after.sex), "");
    tell(changes, "Ethnicity", label(words, "ethnicities", before.ethnicity), label(words, "ethnicities", after.ethnicity), "");
    tell(changes, "Disability", label(words, "disability", before.disability), label(words, "disability", after.disability), "");
}

void compare(Changes& changes, const Engagement& before, const Engagement& after, const RecordWords& words)
{
    const auto where = after.reference.starts_with(unreferenced_engagement) ? std::string{} : " (engagement " + after.reference + ")";
    auto coded = [&](const std::string& what, std::string_view list, std::string Engagement::* code) {
        tell(changes, what, label(words, list, before.*code), label(words, list, after.*code), where);
    };
    tell(changes, "Start date", before.started_on.in_words(), after.started_on.in_words(), where);
    if (!before.ended_on && after.ended_on) {
        changes.push_back("Ended on " + after.ended_on->in_words() + where);
    } else {
        tell(changes, "End date", words_of(before.ended_on), words_of(after.ended_on), where);
    }
    coded("Came from", "starter_origins", &Engagement::origin);
    coded("Reason for leaving", "leaving_reasons", &Engagement::reason_for_leaving);
    coded("Went to", "leaver_destinations", &Engagement::destination);
}

/// Hours, pay and the like.
void compare_conditions(Changes& changes, const EngagementTerms& before, const EngagementTerms& after, const RecordWords& words, const std::string& where)
{
    auto patterns = [&](const EngagementTerms& terms) { return pattern_words(terms.pattern, words); };
    auto number = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string{}; };
    tell(changes, "Hours a week", hours_words(before), hours_words(after), where);
    tell(changes, "Working pattern", patterns(before), patterns(after), where);
    tell(changes, "Pay", pay_words(before), pay_words(after), where);
    tell(changes, "Terms and conditions", label(words, "terms_sets", before.terms_set), label(words, "terms_sets", after.terms_set), where);
    tell(changes, "Pension scheme", label(words, "pension_schemes", before.pension_scheme), label(words, "pension_schemes", after.pension_scheme), where);
    tell(changes, "Manager", before.manager, after.manager, where);
    tell(changes, "Caseload", number(before.caseload), number(after.caseload), where);
    tell(changes, "Seconded from", before.seconded_from, after.seconded_from, where);
    tell(changes, "Seconded to", before.seconded_to, after.seconded_to, where);
}

void compare(Changes& changes, const EngagementTerms& before, const EngagementTerms& after, const RecordWords& words)
{
    const auto where = " (terms from " + after.from_on.in_words() + ")";
    auto fte = [](const EngagementTerms& terms) { return terms.fte ? terms.fte->text() : std::string{}; };
    auto setting = [&](const EngagementTerms& terms) { return terms.setting ? words.setting(*terms.setting) : std::string{}; };
    auto locality = [&](const EngagementTerms& terms) { return terms.locality ? words.locality(*terms.locality) : std::string{}; };
    tell(changes, "Role", words.role(before), words.role(after), where);
    tell(changes, "FTE", fte(before), fte(after), where);
    tell(changes, "Sector", words.sector(before.sector), words.sector(after.sector), where);
    tell(changes, "Breadth", before.breadth, after.breadth, where);
    tell(changes, "Contract", words.contract(before.contract), words.contract(after.contract), where);
    tell(changes, "Setting", setting(before), setting(after), where);
    tell(changes, "Locality", locality(before), locality(after), where);
    tell(changes, "Terms from", before.from_on.in_words(), after.from_on.in_words(), "");
    compare_conditions(changes, before, after, words, where);
}

void compare(Changes& changes, const Fact& before, const Fact& after, const RecordWords& words)
{
    const auto& row = row_of(after.kind);
    const auto what = fact_words(after, words);
    const auto detail = [&](const Fact& fact) { return row.detail_list.empty() ? fact.detail : label(words, row.detail_list, fact.detail); };
    tell(changes, what + ", " + (row.kind == FactKind::check ? "outcome" : row.kind == FactKind::qualification ? "level" : row.kind == FactKind::absence ? "days lost" : "proficiency"),
         detail(before), detail(after), "");
    tell(changes, what + ", day", words_of(before.on), words_of(after.on), "");
    tell(changes, what + (after.kind == FactKind::check ? ", recheck due" : ", until"), words_of(before.until), words_of(after.until), "");
    tell(changes, what + ", number", before.number, after.number, "");
    tell(changes, what + ", by", before.words, after.words, "");
}

std::string added(const StaffRecord&, const RecordWords&)
{
    return "Record added";
}

std::string added(const Engagement& engagement, const RecordWords&)
{
    return called(engagement) + " added, from " + engagement.started_on.in_words()
        + (engagement.ended_on ? " to " + engagement.ended_on->in_words() : "");
}

std::string added(const EngagementTerms& terms, const RecordWords& words)
{
    return "Terms from " + terms.from_on.in_words() + " added: " + or_none(words.role(terms)) + (terms.fte ? ", FTE " + terms.fte->text() : "");
}

std::string added(const Fact& fact, const RecordWords& words)
{
    return fact_words(fact, words) + " added";
}

std::string removed(const StaffRecord&, const RecordWords&)
{
    return "Record taken out";
}

std::string removed(const Engagement& engagement, const RecordWords&)
{
    return called(engagement) + " taken out";
}

std::string removed(const EngagementTerms& terms, const RecordWords&)
{
    return "Terms from " + terms.from_on.in_words() + " taken out";
}

std::string removed(const Fact& fact, const RecordWords& words)
{
    return fact_words(fact, words) + " taken out";
}

template <class T>
void add_events(std::map<std::int64_t, Changes>& events, const std::vector<Version<T>>& versions, const RecordWords& words)
{
    for (const auto& version : versions) {
        auto before = std::ranges::find_if(versions, [&](const auto& other) { return other.id == version.id && other.ended_by == version.made_by; });
        auto& changes = events[version.made_by];
        if (before == versions.end()) {
            changes.push_back(added(version.value, words));
        } else {
            compare(changes, before->value, version.value, words);
        }
        if (!version.ended_by) continue;
        auto follows = std::ranges::any_of(versions, [&](const auto& other) { return other.id == version.id && other.made_by == *version.ended_by; });
        if (!follows) events[*version.ended_by].push_back(removed(version.value, words));
    }
}

}  // namespace

std::string hours_text(int hundredths)
{
    auto text = std::to_string(hundredths / 100);
    const auto rest = hundredths % 100;
    if (rest == 0) return text;
    text += rest < 10 ? ".0" : ".";
    return text + (rest % 10 == 0 ? std::to_string(rest / 10) : std::to_string(rest));
}

std::string pay_words(const EngagementTerms& terms)
{
    if (!terms.pay) return "";
    return terms.pay->pounds() + (terms.pay_period == "hour" ? " an hour" : " a year");
}

std::string pattern_words(std::string_view pattern, const RecordWords& words)
{
    std::string text;
    for (auto code : split(pattern, ';')) {
        if (!code.empty()) text += (text.empty() ? "" : ", ") + label(words, "working_patterns", std::string{code});
    }
    return text;
}

std::string fact_words(const Fact& fact, const RecordWords& words)
{
    const auto& row = row_of(fact.kind);
    auto text = std::string{row.label};
    if (!fact.code.empty()) text += ": " + label(words, fact.list.empty() ? row.list : fact.list, fact.code);
    if (fact.on) text += ", " + fact.on->in_words();
    return text;
}

std::vector<RecordEvent> history_of(const RecordVersions& versions, const RecordWords& words, std::string_view nothing)
{
    std::map<std::int64_t, Changes> events;
    add_events(events, versions.records, words);
    add_events(events, versions.engagements, words);
    add_events(events, versions.terms, words);
    add_events(events, versions.facts, words);
    std::vector<RecordEvent> history;
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event->second.empty()) event->second.emplace_back(nothing);
        history.push_back({event->first, std::move(event->second)});
    }
    return history;
}

}  // namespace kith::workforce
