#pragma once
// The way of a respondent through the parts of a questionnaire. Pure: what is asked next, given who answers and what was answered.
#include "questionnaire/campaign.hpp"
#include "questionnaire/sheet.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::questionnaire {

/// A section with what this respondent is asked of it.
struct Part {
    const Section* section = nullptr;
    std::vector<const Item*> items;
};
/// In the order in which they are asked; none that asks nothing.
std::vector<Part> parts_of(const Campaign& campaign, const Instrument& instrument, const Respondent& respondent, const Answers& answers);
/// The part of that id; null where this respondent is not asked any of it.
const Part* part_named(const std::vector<Part>& parts, std::string_view section);
/// The part after that of this id in the instrument's order, even where it has fallen away meanwhile; null after the last.
const Part* part_after(const std::vector<Part>& parts, const Instrument& instrument, std::string_view section);
/// The first part with an item that has no answer yet; the last where all have.
const Part* first_unanswered(const std::vector<Part>& parts, const Answers& answers);

/// The viewpoints that whoever has such a link may answer from.
std::vector<const Viewpoint*> viewpoints_for(const Instrument& instrument, LinkWay way);
/// The same of one link: the viewpoint that it was made for, where it was made for one.
std::vector<const Viewpoint*> viewpoints_at(const Instrument& instrument, const CampaignLink& link);
/// Whether what is asked of this viewpoint differs for those who lead: then they are asked which they are.
bool asks_who_leads(const Instrument& instrument, std::string_view viewpoint);

/// What whoever answers says of themselves before the first question, as a form or a line of a file sends it.
struct Introduction {
    std::string viewpoint;
    std::string leader;   ///< yes or no, where it is asked
    std::string consent;  ///< old_enough, parent_said_yes or not_asked, where a child answers
};
/// What is missing of it: the field, and the phrase that says so.
struct Unsettled {
    std::string field;
    std::string_view phrase;
};
/// Who answers, or everything that is not settled yet. `leader` is what the link knows.
std::expected<Respondent, std::vector<Unsettled>> respondent_of(const Instrument& instrument, const std::vector<const Viewpoint*>& offered, std::optional<bool> leader, const Introduction& said);

/// A code that can be kept in mind: four short words and a number of two digits, "kite-plum-otter-seven-41". 39 bits.
std::string memorable_code(const std::vector<std::uint8_t>& bytes);
inline constexpr std::size_t code_bytes = 5;
/// A code as typed (capitals, spaces for hyphens) as memorable_code writes it.
std::string tidied_memorable_code(std::string_view typed);

}  // namespace kith::questionnaire
