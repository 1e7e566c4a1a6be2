#pragma once
// What follows from a workshop: priorities and recommendations in their order, and support asked of others. Values and their rules. Pure.
#include "assessment/evidence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::assessment {

using PriorityId = Id<struct PriorityTag>;
using SupportId = Id<struct SupportTag>;

enum class PriorityKind { priority, recommendation };
const std::vector<NamedChoice<PriorityKind>>& priority_kinds();

struct Priority {
    PriorityId id{};
    PublicId public_id{};
    CampaignId campaign{};
    PriorityKind kind = PriorityKind::priority;
    std::optional<std::string> theme;  ///< none: of the whole
    std::string title, why;
    int place = 1;  ///< 1 comes first
    bool operator==(const Priority&) const = default;
    std::string href(const questionnaire::Campaign& in) const { return in.href() + "/priorities/" + public_id.text(); }
};
inline constexpr int last_place = 99;
std::vector<Problem> problems_of(const Priority& priority);
/// By which an action can answer it; the same for a priority and a recommendation, since the one may become the other.
figures::Reference reference_to(const Priority& priority);

/// What became of support that was asked for.
enum class SupportState { asked, promised, given, refused };
const std::vector<NamedChoice<SupportState>>& support_states();

struct Support {
    SupportId id{};
    PublicId public_id{};
    CampaignId campaign{};
    std::optional<PriorityId> priority;
    std::string asked_of, what;
    Date due_on{};  ///< by when it is wanted
    SupportState state = SupportState::asked;
    std::string promised;  ///< what was promised
    std::optional<Date> promised_on;
    std::string outcome;  ///< what came of it
    bool operator==(const Support&) const = default;
    /// Asked or promised, and its day has passed.
    bool is_overdue(Date today) const;
    std::string href(const questionnaire::Campaign& in) const { return in.href() + "/support/" + public_id.text(); }
};
std::vector<Problem> problems_of(const Support& support, Date today);

/// That the report was sent: it is due no more.
struct ReportSending {
    CampaignId campaign{};
    Date sent_on{};
    std::string sent_to;
};
std::vector<Problem> problems_of(const ReportSending& sending, Date today);
/// The report is spoken of on the home page from this many days before it is due.
inline constexpr int report_spoken_of_days = 28;

}  // namespace kith::assessment
