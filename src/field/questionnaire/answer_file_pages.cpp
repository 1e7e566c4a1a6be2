// Answers from a file: checked whole, shown, and taken once that is asked for. The page sends the file back: it is kept nowhere but with that page, for half an hour in memory.
#include "access/accounts.hpp"
#include "access/token.hpp"
#include "base/text.hpp"
#include "questionnaire/answer_file_views.hpp"
#include "questionnaire/campaign_pages.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/campaign_views.hpp"
#include "questionnaire/sheet_register.hpp"
#include "ui/fields.hpp"
#include "ui/notices.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kith::questionnaire {
namespace {

web::PageParts parts_for(const Campaign& campaign) { return {.title = "Answers from a file", .breadcrumbs = {{"Campaigns", "/campaigns"}, {campaign.name, campaign.href()}}, .nav = "/campaigns", .wide = true}; }

Result<files::Table> table_of(std::string bytes)
{
    if (bytes.size() > most_answer_bytes) return unacceptable("file", "The file is larger than 500 kB: split it");
    auto table = files::Table::read(std::move(bytes), {.limits = {.rows = most_answer_lines, .columns = 500}, .wanted = is_answer_file, .sheet = {}});
    // What is wrong with the header may repeat what stands in it, which is an answer where the names of the columns are missing.
    if (!table) return unacceptable("file", table.error().message.starts_with("Two columns") ? std::string{"Two columns have the same name: begin with the file to fill in"} : table.error().message);
    if (const auto text = text_of(*table); text.size() + static_cast<std::size_t>(std::ranges::count(text, '\n')) > most_answer_bytes) return unacceptable("file", "The file holds more than 500 kB of text: split it");
    if (!is_answer_file(*table)) return unacceptable("file", "The file has no column \"viewpoint\": begin with the file to fill in");
    if (table->rows() == 0) return unacceptable("file", "The file has no answers below the names of its columns");
    return table;
}

Result<files::Table> uploaded(const web::Form& form)
{
    const auto* file = form.file("file");
    if (file == nullptr || file->is_empty()) return unacceptable("file", "Select the file of answers");
    std::ifstream stream{file->path(), std::ios::binary};
    return table_of({std::istreambuf_iterator<char>{stream}, {}});
}

ui::Html form_and_columns(web::Visit& visit, const CampaignDesk& desk, const Campaign& campaign, const Instrument& instrument)
{
    const auto path = campaign.href() + "/file";
    const auto field = ui::file_upload({.name = "file", .label = {.text = "File of answers", .classes = "govuk-label--m"}, .hint = {.text = "A CSV file or an Excel workbook, up to 1,000 lines and 500 kB"},
                                        .error_message = {.text = visit.form().error("file").value_or("")}, .attributes = {{"accept", ".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}}});
    return ui::paragraph("For answers that were typed up from paper, or come from another tool: one respondent a line. The file is checked whole by the rules of the pages, and nothing is taken before you say so.") +
           ui::bullets({"No names, dates or numbers of respondents: there is no column for them, and the order of the lines is not kept.", "What is taken cannot be taken back, because nobody knows then which answers came from the file. Hand in each file once."}) +
           ui::paragraph(ui::link("A file to fill in (CSV)", path + "/answers.csv")) + visit.in_form({.action = path, .multipart = true}, field + ui::button({.text = "Check the file", .prevent_double_click = true})) +
           columns_explained(instrument, answer_columns(campaign, instrument), desk.places.localities(visit.reader()));
}

/// Who took answers from files, for those who run campaigns.
ui::Html taken_so_far(web::Visit& visit, const Campaign& campaign)
{
    std::vector<ui::Content> lines;
    for (const auto& one : files_taken(visit.reader(), campaign.id)) {
        const auto account = access::find_account(visit.reader(), one.by);
        lines.emplace_back(one.on.in_words() + ": " + counted(one.lines, "respondent") + ", by " + (account ? account->name : std::string{"someone who has left"}));
    }
    return lines.empty() ? ui::Html{} : ui::heading(2, "Files taken so far", "m") + ui::bullets(lines);
}

web::Response file_page(web::Visit& visit, const CampaignDesk& desk, const Campaign& campaign, const Instrument& instrument)
{
    const auto content = form_and_columns(visit, desk, campaign, instrument) + (visit.may(access::Permission::manage_campaigns) ? taken_so_far(visit, campaign) : ui::Html{});
    return visit.form().has_problems() ? visit.try_again(parts_for(campaign), content) : visit.page(parts_for(campaign), content);
}

AnswerFile read_for(web::Visit& visit, const CampaignDesk& desk, const files::Table& table, const Campaign& campaign, const Instrument& instrument)
{
    // Of which organisation and place answers are told by those alone who run campaigns: else a few made-up lines could lift a small group over the threshold.
    if (!visit.may(access::Permission::manage_campaigns)) return read_answer_file(table, campaign, instrument, {}, {});
    const auto names = names_for(visit, desk, visit.reach());
    return read_answer_file(table, campaign, instrument, open_partners(names, visit.today()), names.localities);
}

bool was_taken(db::Reader& reader, const Campaign& campaign, const files::Table& table)
{
    const auto name = known_by(campaign.id, lines_in_order(table));
    return std::ranges::any_of(files_taken(reader, campaign.id), [&](const FileTaken& one) { return one.known_by == name; });
}

/// Which tab of a workbook was read, and which were not; characters that an encoding does not have.
ui::Html what_was_read(const files::Table& table)
{
    std::vector<ui::Content> told;
    const auto& origin = table.origin();
    if (!origin.other_sheets.empty()) told.emplace_back("Read was the tab \"" + origin.sheet + "\". Not read: " + joined(origin.other_sheets, ", ") + ".");
    if (origin.hidden_rows > 0) told.emplace_back(counted(static_cast<std::int64_t>(origin.hidden_rows), "hidden line is", "hidden lines are") + " read like the others.");
    if (origin.doubtful_characters > 0) told.emplace_back(counted(static_cast<std::int64_t>(origin.doubtful_characters), "character") + " could not be read and stand as a sign instead: save the file as UTF-8.");
    return told.empty() ? ui::Html{} : ui::inset_text({.text = ui::bullets(told)});
}

/// Keeps the answers in an order of chance, so that where they lie tells nothing of the lines of the file.
void keep_all(web::Visit& visit, const Campaign& campaign, const Instrument& instrument, const AnswerFile& file)
{
    bool child_wrote = false;
    std::vector<std::pair<std::string, const LineOfAnswers*>> by_chance;
    for (const auto& line : file.lines) by_chance.emplace_back(access::new_token(visit.house.chance), &line);
    std::ranges::sort(by_chance, {}, &std::pair<std::string, const LineOfAnswers*>::first);
    for (const auto& [key, line] : by_chance) {
        const CampaignLink link{.campaign = campaign.id, .way = LinkWay::paper, .for_whom = line->for_whom, .words = "A file"};
        const bool from_child = instrument.viewpoint(line->begun.respondent.viewpoint)->children;
        child_wrote = keep(visit.writer(), parted(campaign, instrument, line->begun, link), campaign, link, from_child, visit.house.chance, visit.now()) || child_wrote;
    }
    if (child_wrote) tell_reader(visit.writer(), campaign, visit.now());
    count_waiting(visit.writer(), campaign.id, static_cast<std::int64_t>(instrument.threshold), false);
}

}  // namespace

web::Response show_answer_file(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = taking_campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto instrument = instrument_of(*desk.instruments, *campaign);
    if (!instrument) return visit.problem(instrument.error());
    return file_page(visit, desk, *campaign, **instrument);
}

web::Response answer_file_to_fill_in(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = taking_campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto instrument = instrument_of(*desk.instruments, *campaign);
    if (!instrument) return visit.problem(instrument.error());
    return web::Response::file("answers.csv", "text/csv; charset=utf-8", answer_file_template(*campaign, **instrument));
}

web::Response check_answer_file(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = taking_campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto instrument = instrument_of(*desk.instruments, *campaign);
    if (!instrument) return visit.problem(instrument.error());
    const auto table = uploaded(visit.form());
    if (!table) {
        visit.form().add(table.error());
        return file_page(visit, desk, *campaign, **instrument);
    }
    if (was_taken(visit.reader(), *campaign, *table)) {
        visit.form().add({.field = "file", .message = "This file was taken already: its answers are in, and would count twice"});
        return file_page(visit, desk, *campaign, **instrument);
    }
    const auto file = read_for(visit, desk, *table, *campaign, **instrument);
    const web::PageParts parts{.title = "Check of a file of answers", .back = campaign->href() + "/file", .nav = "/campaigns"};
    if (!file.faults.empty())
        return visit.page(parts, ui::paragraph(counted(static_cast<std::int64_t>(file.faults.size()), "thing is", "things are") + " to be mended. Nothing was taken: mend the file and check it again.", "govuk-body-l") + faults_by_line(file.faults));
    const auto number = counted(static_cast<std::int64_t>(file.lines.size()), "respondent");
    const auto rows = ui::element("input", {{"type", "hidden"}, {"name", "rows"}, {"value", text_of(*table)}});
    return visit.page(parts, ui::paragraph("The file is in order: answers of " + number + ". Nothing was taken yet.", "govuk-body-l") + what_was_read(*table) + what_would_be_taken(**instrument, file) +
                                 visit.in_form({.action = campaign->href() + "/file/take", .multipart = true}, rows + ui::button({.text = "Take the answers of " + number, .prevent_double_click = true})));
}

web::Response take_answer_file(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = taking_campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto instrument = instrument_of(*desk.instruments, *campaign);
    if (!instrument) return visit.problem(instrument.error());
    const auto table = table_of(visit.form().text("rows"));
    if (!table) return visit.problem(table.error());
    const auto file = read_for(visit, desk, *table, *campaign, **instrument);
    // Someone may have closed it, or changed who reads what children write, since this page was read.
    const auto held = find_campaign(visit.writer(), campaign->public_id);
    if (!file.faults.empty() || !held || *held != *campaign) return visit.problem(conflict("Something that the file rests on has changed since it was checked. Check it again").error());
    if (was_taken(visit.writer(), *campaign, *table)) return visit.problem(conflict("This file was taken already: its answers are in, and would count twice").error());
    keep_all(visit, *campaign, **instrument, file);
    remember_file(visit.writer(), campaign->id, {.by = visit.viewer.account, .on = visit.today(), .lines = std::ssize(file.lines), .known_by = known_by(campaign->id, lines_in_order(*table))});
    visit.writer().commit();
    return visit.redirect(campaign->href(), "The answers of " + counted(static_cast<std::int64_t>(file.lines.size()), "respondent were", "respondents were") + " taken");
}

}  // namespace kith::questionnaire
