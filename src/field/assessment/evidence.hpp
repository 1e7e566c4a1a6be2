#pragma once
// Evidence on a theme beside the answers: what it shows, how strong it is, who may see it. Values and their rules. Pure.
#include "assessment/workshop.hpp"
#include "base/named_choice.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::assessment {

using EvidenceId = Id<struct EvidenceTag>;

enum class Bearing { speaks_for, against, both };
enum class Strength { strong, some, weak };
/// Who sees it: everyone who has the report, partners in the house, or those alone who run campaigns. In the order of how many see it.
enum class Confidentiality { open, partners, confidential };
enum class EvidenceKind { document, judgement, recommendation, figure, said };

const std::vector<NamedChoice<Bearing>>& bearings();
const std::vector<NamedChoice<Strength>>& strengths();
const std::vector<NamedChoice<Confidentiality>>& confidentialities();
const std::vector<NamedChoice<EvidenceKind>>& evidence_kinds();

/// A figure of this house, as it read when it was pinned: the path of its page, what it said, as of which day.
struct PinnedFigure {
    std::string path, value;
    Date as_of{};
    figures::Reference reference() const { return {.kind = "page", .id = path, .pinned = as_of}; }
    bool operator==(const PinnedFigure&) const = default;
};

struct Evidence {
    EvidenceId id{};
    PublicId public_id{};
    CampaignId campaign{};
    std::string theme;
    EvidenceKind kind = EvidenceKind::document;
    std::string title;
    std::string shows;  ///< what it says of the theme
    Bearing bearing = Bearing::speaks_for;
    Strength strength = Strength::some;
    Confidentiality confidentiality = Confidentiality::partners;
    std::string source;
    std::optional<Date> dated_on;
    std::optional<PinnedFigure> figure;  ///< of a figure only
    bool operator==(const Evidence&) const = default;
    std::string href(const questionnaire::Campaign& in) const { return in.href() + "/evidence/" + public_id.text(); }
};

/// Pages whose figures can be pinned: of this house, and made for everyone who may see the profile. Nothing above them, and no other site.
bool can_be_pinned(std::string_view path);
std::vector<Problem> problems_of(const Evidence& evidence, Date today);
/// Those that someone may see who sees up to `most`.
std::vector<Evidence> seen_up_to(std::vector<Evidence> all, Confidentiality most);
/// By which an action can answer it; of recommendations above all.
figures::Reference reference_to(const Evidence& evidence);

}  // namespace kith::assessment
