// Who was asked and who answered, as a file: the rows of the page.
#include "files/csv_writer.hpp"
#include "questionnaire/campaign_views.hpp"

namespace kith::questionnaire {

std::string rates_csv(const Campaign& campaign, const Rates& rates, const Instrument& instrument, const Names& names, Date as_of)
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"campaign", "as_of", "split", "group", "handed_a_link", "of_those_answered", "answers_in_all", "formal_responses", "formal_responses_asked", "formal_responses_of_those_asked"});
    const auto add = [&](std::string_view split, const RateRow& row, bool formal) {
        csv.cell(campaign.name).cell(as_of.iso()).cell(split).cell(row.name).cell(std::to_string(row.rate.handed_out)).cell(std::to_string(row.rate.used)).cell(std::to_string(row.rate.came));
        csv.cell(formal ? std::to_string(row.rate.formal) : std::string{}).cell(formal ? std::to_string(row.rate.asked_formal) : std::string{});
        csv.cell(formal ? std::to_string(row.rate.formal_of_asked) : std::string{}).end_row();
    };
    const auto rows = rate_rows(rates, instrument, names);
    add("whole", {"All", rates.whole}, true);
    for (const auto& row : rows.viewpoints) add("viewpoint", row, false);
    for (const auto& row : rows.organisations) add("organisation", row, true);
    for (const auto& row : rows.localities) add("locality", row, false);
    return std::move(csv).text();
}

}  // namespace kith::questionnaire
