#pragma once
// A campaign: one instrument put to people from a day to a day. Values and their rules; what people answer is in sheet.hpp.
#include "access/ids.hpp"
#include "base/id.hpp"
#include "questionnaire/instrument.hpp"
#include "questionnaire/instruments.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::questionnaire {

using CampaignId = Id<struct CampaignTag>;

/// What someone has decided: it is being prepared, it runs by its days, or it is closed for good.
enum class Stage { draft, running, closed };
std::string_view name_of(Stage stage);
std::optional<Stage> stage_named(std::string_view name);

/// How it stands on a day. Between its last day and its closing, answers on paper and from files are still taken.
enum class CampaignState { draft, waiting, open, ended, closed };

/// Who reads what children write, and within how many days.
struct NamedReader {
    access::AccountId account;
    std::string name;  ///< as the page tells children
    int days = 1;
    bool operator==(const NamedReader&) const = default;
};

struct Campaign {
    CampaignId id{};
    PublicId public_id{};
    std::string name;
    std::string instrument;  ///< id of the instrument, its version and the digest of its file: what people were asked cannot change under them
    int version = 1;
    std::string digest;
    Date opens_on;
    Date closes_on;  ///< the last day on which links work
    Stage stage = Stage::draft;
    std::optional<NamedReader> reader;  ///< none: children are asked for no words of their own
    std::optional<CampaignId> before;   ///< the campaign that this one is set beside: last time's
    std::optional<Date> report_due;
    bool operator==(const Campaign&) const = default;

    CampaignState state(Date today) const;
    /// "/campaigns/01h..."
    std::string href() const { return "/campaigns/" + public_id.text(); }
};

/// Everything that stands in the way of keeping the campaign so; fields as the form calls them.
std::vector<Problem> problems_of(const Campaign& campaign);
/// True where the instrument asks children and lets them write, once someone is named who reads it.
bool needs_reader(const Instrument& instrument);

/// The instrument that the campaign was opened with, or a conflict that says what became of its file.
Result<const Instrument*> instrument_of(const Instruments& instruments, const Campaign& campaign);

/// The items that one respondent is asked in this campaign: those of asked(), without children's own words where nobody is named to read them.
std::vector<const Item*> asked_in(const Campaign& campaign, const Instrument& instrument, const Respondent& respondent, const Answers& answers);

}  // namespace kith::questionnaire
