#include "workforce/record_history.hpp"

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

void compare(Changes& changes, const StaffRecord& before, const StaffRecord& after, const RecordWords&)
{
    tell(changes, "Reference", before.reference, after.reference, "");
    tell(changes, "Given name", before.given_name.reveal(), after.given_name.reveal(), "");
    tell(changes, "Family name", before.family_name.reveal(), after.family_name.reveal(), "");
    if (before.birth_date != after.birth_date) changes.push_back("Date of birth changed");
    if (before.national_insurance != after.national_insurance) changes.push_back("National Insurance number changed");
}

void compare(Changes& changes, const Engagement& before, const Engagement& after, const RecordWords&)
{
    const auto where = " (engagement " + after.reference + ")";
    tell(changes, "Start date", before.started_on.in_words(), after.started_on.in_words(), where);
    if (!before.ended_on && after.ended_on) {
        changes.push_back("Ended on " + after.ended_on->in_words() + where);
    } else {
        tell(changes, "End date", words_of(before.ended_on), words_of(after.ended_on), where);
    }
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

std::string removed(const StaffRecord&)
{
    return "Record taken out";
}

std::string removed(const Engagement& engagement)
{
    return called(engagement) + " taken out";
}

std::string removed(const EngagementTerms& terms)
{
    return "Terms from " + terms.from_on.in_words() + " taken out";
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
        if (!follows) events[*version.ended_by].push_back(removed(version.value));
    }
}

}  // namespace

std::vector<RecordEvent> history_of(const RecordVersions& versions, const RecordWords& words)
{
    std::map<std::int64_t, Changes> events;
    add_events(events, versions.records, words);
    add_events(events, versions.engagements, words);
    add_events(events, versions.terms, words);
    std::vector<RecordEvent> history;
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event->second.empty()) event->second.push_back("Reported again without change");
        history.push_back({event->first, std::move(event->second)});
    }
    return history;
}

}  // namespace kith::workforce
