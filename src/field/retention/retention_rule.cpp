#include "retention/retention_rule.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::retention {

namespace {

RetentionRule with_limit(RetentionRule rule, const packs::Limits& limits, std::string_view name)
{
    const auto& limit = limits.limit(name);
    rule.period = limit.value;
    rule.unit = limit.unit;
    rule.source = limit.source;
    return rule;
}

}  // namespace

std::string RetentionRule::in_words() const
{
    const auto singular = unit.ends_with('s') ? unit.substr(0, unit.size() - 1) : unit;
    return fmt::format("{} {} {}", period, period == 1 ? singular : unit, after);
}

std::vector<RetentionRule> rules_of(const packs::Limits& limits)
{
    std::vector<RetentionRule> rules{
        with_limit({.kind = RuleKind::leavers, .id = "leavers", .title = "Staff who have left",
                    .what = "Erases who they were: name, reference, birth date, National Insurance number and what else names them. Places, roles and dates stay, so that "
                            "figures of past years hold",
                    .after = "after their last engagement ended"}, limits, "leavers"),
        with_limit({.kind = RuleKind::files, .id = "files", .title = "Handed-in files",
                    .what = "Deletes the files and the examples of their rows. What was found and taken, by whom and when, stays",
                    .after = "after they were handed in, once decided"}, limits, "files"),
        with_limit({.kind = RuleKind::read_audit, .id = "read-audit", .title = "Audit of reads",
                    .what = "Deletes the entries of who looked at what, from the beginning of the log",
                    .after = "after the reading"}, limits, "read_audit")};
    std::erase_if(rules, [](const RetentionRule& rule) { return rule.period <= 0; });
    return rules;
}

const RetentionRule* find_rule(const std::vector<RetentionRule>& rules, std::string_view id)
{
    const auto found = std::ranges::find(rules, id, &RetentionRule::id);
    return found == rules.end() ? nullptr : &*found;
}

Date months_later(Date day, int months)
{
    const int all = day.year() * 12 + static_cast<int>(day.month()) - 1 + months;
    for (int number = static_cast<int>(day.day());; --number) {
        if (auto found = Date::of(all / 12, all % 12 + 1, number)) return *found;
    }
}

Date due_before(const RetentionRule& rule, Date today)
{
    const auto period = static_cast<int>(rule.period);
    return rule.unit == "months" ? months_later(today, -period) : today.plus_years(-period);
}

std::optional<Date> spent_before(const packs::Limits& limits, std::string_view name, Date today)
{
    const auto rule = with_limit({}, limits, name);
    return rule.period <= 0 ? std::nullopt : std::optional{due_before(rule, today)};
}

const std::vector<Ground>& grounds()
{
    static const std::vector<Ground> all{
        {"asked", "The person asked for it", "Article 17 of the UK GDPR. The employer decides whether it must keep the record for a duty of its own"},
        {"mistake", "It should never have been handed in", "Somebody who does not work with children here, or a row of another employer"},
        {"no_longer_needed", "It is no longer needed", "Sooner than the retention rule would delete it"},
        {"order", "A court or the Information Commissioner ordered it", ""},
    };
    return all;
}

std::string title_of_ground(std::string_view id)
{
    if (id == retention_ground) return "A retention rule";
    const auto found = std::ranges::find(grounds(), id, &Ground::id);
    return std::string{found == grounds().end() ? id : found->title};
}

}  // namespace kith::retention
