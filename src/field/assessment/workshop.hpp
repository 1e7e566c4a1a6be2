#pragma once
// The analysis workshop of a campaign: when it was held, where the partnership agrees to stand on each theme and why, and a board's confirmation.
// Values and their rules. Pure.
#include "assessment/campaign_results.hpp"
#include "base/id.hpp"
#include "base/written.hpp"
#include "figures/figure.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::assessment {

using questionnaire::CampaignId;
using WorkshopId = Id<struct WorkshopTag>;
using ThemeFindingId = Id<struct ThemeFindingTag>;
using ConfirmationId = Id<struct ConfirmationTag>;

/// A position that people agree on: from 1 to 5 in halves, since nobody agrees on tenths.
class AgreedPosition {
public:
    static std::optional<AgreedPosition> from_halves(std::int64_t halves);
    /// "3", "3.5".
    static std::optional<AgreedPosition> parse(std::string_view text);
    static std::vector<AgreedPosition> all();
    std::int64_t halves() const { return halves_; }
    double value() const { return static_cast<double>(halves_) / 2; }
    std::string text() const;
    bool operator==(const AgreedPosition&) const = default;

private:
    explicit AgreedPosition(std::int64_t halves) : halves_(halves) {}
    std::int64_t halves_;
};

/// The meeting: bodies that took part and the part they play, a line each. Names of people are not needed.
struct Workshop {
    WorkshopId id{};
    PublicId public_id{};
    CampaignId campaign{};
    Date held_on{};
    std::string facilitator, participants;
    bool operator==(const Workshop&) const = default;
};
std::vector<Problem> problems_of(const Workshop& workshop, Date today);

/// What the workshop found of one theme.
struct ThemeFinding {
    ThemeFindingId id{};
    PublicId public_id{};
    CampaignId campaign{};
    std::string theme;
    std::optional<AgreedPosition> agreed;  ///< none: not agreed yet
    std::string reason;                    ///< why it is not where the answers put it
    std::string strengths, barriers;
    bool operator==(const ThemeFinding&) const = default;
};

/// From this difference on between measured and agreed, a reason is needed.
inline constexpr double reason_needed_from = 0.5;
bool needs_reason(std::optional<AgreedPosition> agreed, std::optional<double> measured);
/// Everything in the way of keeping the finding; `measured` is where the answers put the theme.
std::vector<Problem> problems_of(const ThemeFinding& finding, std::optional<double> measured);

/// That a board confirmed the agreed positions. While it stands they do not change.
struct Confirmation {
    ConfirmationId id{};
    CampaignId campaign{};
    std::string confirmed_by;  ///< the body: "Westmere Children's Trust Board"
    Date confirmed_on{};
    bool operator==(const Confirmation&) const = default;
};
/// What a board looks at before it confirms, as one line: "purpose 3.5; language 2". Differs as soon as any agreed position does.
std::string positions_in_one_line(const std::map<std::string, ThemeFinding>& findings);
std::vector<Problem> problems_of(const Confirmation& confirmation, const std::optional<Workshop>& workshop, Date today);
/// True where one finding in the place of the other would change what a board confirmed.
bool changes_what_is_confirmed(const ThemeFinding& held, const ThemeFinding& wanted);

/// One theme as it stands: measured, agreed, and last time.
struct ThemeStand {
    std::string theme;
    std::string name;
    std::optional<double> measured;
    std::int64_t answers = 0;
    std::optional<ThemeFinding> finding;
    std::optional<double> before;  ///< agreed last time, else measured last time
    std::optional<AgreedPosition> agreed() const { return finding ? finding->agreed : std::nullopt; }
    /// Agreed, else measured.
    std::optional<double> position() const;
};
/// "Highest, at 3.5 of 5: Shared purpose. Lowest, ...": what the report opens with.
std::string headline_of(const std::vector<ThemeStand>& themes);

/// By what an action can answer a theme of a campaign, and where its page is.
figures::Reference reference_to_theme(const questionnaire::Campaign& campaign, std::string_view theme);
std::string theme_href(const questionnaire::Campaign& campaign, std::string_view theme);
/// The same for a gap between two viewpoints on a theme, whichever of them is named first.
figures::Reference reference_to_gap(const questionnaire::Campaign& campaign, std::string_view theme, std::string_view one, std::string_view other);
std::string gap_href(const questionnaire::Campaign& campaign, std::string_view theme, std::string_view one, std::string_view other);

}  // namespace kith::assessment
