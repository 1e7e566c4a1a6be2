#include "returns/finding.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace kith::returns {
namespace {

/// Words of one finding where others of its group have other words: true of the line they name, and said of no other.
std::string as_example(const Finding& finding)
{
    return (finding.line > 0 ? "For example, line " + std::to_string(finding.line) : std::string{"For example"}) + ": " + finding.message;
}

}  // namespace

std::string_view severity_id(Severity severity)
{
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: break;
    }
    return "note";
}

std::string_view severity_words(Severity severity)
{
    switch (severity) {
    case Severity::error: return "Row not taken";
    case Severity::warning: return "Value to check";
    case Severity::note: break;
    }
    return "Good to know";
}

Severity severity_of(std::string_view id)
{
    if (id == "error") return Severity::error;
    if (id == "warning") return Severity::warning;
    return Severity::note;
}

FindingCounts count(const Findings& findings)
{
    FindingCounts counts;
    for (const auto& finding : findings) {
        switch (finding.severity) {
        case Severity::error: ++counts.errors; break;
        case Severity::warning: ++counts.warnings; break;
        case Severity::note: ++counts.notes; break;
        }
    }
    return counts;
}

std::vector<RuleGroup> by_rule(const Findings& findings)
{
    constexpr std::size_t lines_shown = 5;
    struct Found {
        std::size_t group;
        const Finding* first;
        bool alike = true;
    };
    std::vector<RuleGroup> groups;
    std::map<std::pair<std::string_view, std::string_view>, Found> places;
    for (const auto& finding : findings) {
        auto [found, is_new] = places.try_emplace({finding.rule, finding.column}, Found{groups.size(), &finding});
        if (is_new) groups.push_back({finding.rule, finding.severity, finding.message, finding.column, 0, {}});
        auto& group = groups[found->second.group];
        ++group.count;
        group.severity = std::min(group.severity, finding.severity);
        if (group.lines.size() < lines_shown && finding.line > 0) group.lines.push_back(finding.line);
        found->second.alike = found->second.alike && finding.message == group.message;
    }
    for (const auto& [key, found] : places)
        if (!found.alike) groups[found.group].message = as_example(*found.first);
    std::stable_sort(groups.begin(), groups.end(), [](const RuleGroup& a, const RuleGroup& b) {
        return a.severity != b.severity ? a.severity < b.severity : a.count > b.count;
    });
    return groups;
}

}  // namespace kith::returns
