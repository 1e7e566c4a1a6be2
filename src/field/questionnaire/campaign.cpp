#include "questionnaire/campaign.hpp"

#include "base/text.hpp"
#include "questionnaire/routing.hpp"

#include <algorithm>
#include <array>

namespace kith::questionnaire {
namespace {
constexpr std::array<std::string_view, 3> stage_names{"draft", "running", "closed"};
constexpr std::size_t longest_name = 100;
constexpr int most_days_to_read = 14;

Problem wrong(std::string field, std::string message)
{
    return {.field = std::move(field), .message = std::move(message)};
}
}  // namespace

std::string_view name_of(Stage stage) { return stage_names[static_cast<std::size_t>(stage)]; }

std::optional<Stage> stage_named(std::string_view name)
{
    for (auto stage : {Stage::draft, Stage::running, Stage::closed})
        if (name_of(stage) == name) return stage;
    return std::nullopt;
}

CampaignState Campaign::state(Date today) const
{
    if (stage == Stage::draft) return CampaignState::draft;
    if (stage == Stage::closed) return CampaignState::closed;
    if (today < opens_on) return CampaignState::waiting;
    return today > closes_on ? CampaignState::ended : CampaignState::open;
}

std::vector<Problem> problems_of(const Campaign& campaign)
{
    std::vector<Problem> problems;
    if (trimmed(campaign.name).empty()) problems.push_back(wrong("name", "Enter a name, such as \"One Children's Workforce, autumn 2026\""));
    if (length_in_characters(campaign.name) > longest_name) problems.push_back(wrong("name", "Name must be " + std::to_string(longest_name) + " characters or fewer"));
    if (campaign.closes_on < campaign.opens_on) problems.push_back(wrong("closes_on", "The last day must be the first day or after it"));
    if (campaign.report_due && *campaign.report_due < campaign.closes_on) problems.push_back(wrong("report_due", "The report cannot be due before the last day for answers"));
    if (campaign.reader && (campaign.reader->days < 1 || campaign.reader->days > most_days_to_read))
        problems.push_back(wrong("reader_days", "Enter within how many days it is read, from 1 to " + std::to_string(most_days_to_read)));
    if (campaign.reader && trimmed(campaign.reader->name).empty()) problems.push_back(wrong("reader", "Choose who reads what children write"));
    return problems;
}

bool needs_reader(const Instrument& instrument)
{
    return instrument.children && instrument.children->free_text == FreeText::named_reader;
}

Result<const Instrument*> instrument_of(const Instruments& instruments, const Campaign& campaign)
{
    const auto* instrument = instruments.find(campaign.instrument, campaign.version);
    if (instrument == nullptr)
        return conflict("The questionnaire \"" + campaign.instrument + "\", version " + std::to_string(campaign.version) + ", with which the campaign was opened is not there any more: put its file back");
    if (instrument->digest != campaign.digest)
        return conflict("The file of the questionnaire \"" + campaign.instrument + "\", version " + std::to_string(campaign.version) + ", was changed after the campaign was opened with it: put the file back as it was, and give the changed one a new version");
    return instrument;
}

std::vector<const Item*> asked_in(const Campaign& campaign, const Instrument& instrument, const Respondent& respondent, const Answers& answers)
{
    auto items = asked(instrument, respondent, answers);
    const auto* viewpoint = instrument.viewpoint(respondent.viewpoint);
    const bool heard = campaign.reader && needs_reader(instrument);
    if (viewpoint != nullptr && viewpoint->children && !heard) std::erase_if(items, [](const Item* item) { return item->is_free_text(); });
    return items;
}

}  // namespace kith::questionnaire
