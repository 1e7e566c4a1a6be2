#include "questionnaire/answer_file.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "questionnaire/answering.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace kith::questionnaire {
namespace {

constexpr std::array who_columns{"viewpoint", "leads", "age", "organisation", "locality", "formal"};

std::string plainly(const Instrument& instrument, const Wording& wording) { return std::string{instrument.say(wording, {.language = instrument.languages.front().code})}; }

bool asks_age(const Instrument& instrument) { return instrument.children && instrument.children->consent_under > 0; }

/// An item that is called as one of the columns that say who answers has another name.
std::string column_name(const Item& item, const Option* row = nullptr)
{
    if (row != nullptr) return row_field(item, *row);
    return std::ranges::find(who_columns, item.key) == who_columns.end() ? item.key : "question " + item.key;
}

/// Whether anyone may be asked it: children are asked for no words where nobody reads them.
bool is_open(const Campaign& campaign, const Instrument& instrument, const Item& item)
{
    if (item.retired) return false;
    const bool heard = campaign.reader && needs_reader(instrument);
    return !item.is_free_text() || heard ||
           std::ranges::any_of(instrument.viewpoints, [&](const Viewpoint& viewpoint) { return !viewpoint.children && item.is_for(viewpoint.id); });
}

/// A day as 2026-03-27 or 27/3/2026, in the three fields of a form.
void add_day(const Item& item, std::string_view text, Sent& sent)
{
    const bool iso = text.contains('-');
    auto parts = split(text, iso ? '-' : '/');
    if (parts.size() != 3) parts = {text, text, text};
    if (iso) std::ranges::reverse(parts);
    for (std::size_t at = 0; at < 3; ++at) sent.emplace_back(item.key + std::array{"-day", "-month", "-year"}.at(at), std::string{parts.at(at)});
}

/// What a form would have sent for what stands in the cell.
void add_sent(const Item& item, const Option* row, std::string_view text, Sent& sent)
{
    const bool written = item.kind == ItemKind::number || item.kind == ItemKind::date || item.is_free_text();
    if (text.empty()) return;
    if (written && ((item.dont_know && text == dont_know_code) || (item.not_applicable && text == not_applicable_code))) sent.emplace_back(unsaid_field(item), std::string{text});
    else if (item.kind == ItemKind::date) add_day(item, text, sent);
    else if (item.kind == ItemKind::several)
        for (const auto code : split(text, ';')) sent.emplace_back(item.key, std::string{trimmed(code)});
    else sent.emplace_back(row == nullptr ? item.key : row_field(item, *row), std::string{text});
}

class Reading {
public:
    Reading(const files::Table& table, const Campaign& campaign, const Instrument& instrument, const std::vector<Partner>& partners, const std::vector<Locality>& localities)
        : table_(table), campaign_(campaign), instrument_(instrument), partners_(partners), localities_(localities), columns_(answer_columns(campaign, instrument))
    {
    }

    AnswerFile read()
    {
        see_columns();
        see_troubles();
        for (std::size_t row = 0; row < table_.rows(); ++row) read_line(row);
        std::ranges::stable_sort(file_.faults, {}, &FileFault::line);
        return std::move(file_);
    }

private:
    void see_columns()
    {
        for (std::size_t at = 0; at < table_.header().size(); ++at) {
            const auto name = lower_ascii(trimmed(table_.header()[at]));
            if (std::ranges::none_of(columns_, [&](const AnswerColumn& column) { return column.name == name; }))
                file_.faults.push_back({table_.header_line(), "Column " + std::to_string(at + 1), "This questionnaire has no such column. Names of columns are those of the file to fill in"});
        }
    }

    std::string cell(std::size_t row, std::string_view name) const
    {
        const auto at = table_.column(name);
        return at ? std::string{table_.cell(row, *at)} : std::string{};
    }

    void fault(std::size_t row, std::string column, std::string message) { file_.faults.push_back({table_.line(row), std::move(column), std::move(message)}); }

    /// From where the line answers; nothing where that is not to be known, and then neither is what it is asked.
    std::optional<Respondent> respondent(std::size_t row)
    {
        const Introduction said{.viewpoint = cell(row, "viewpoint"), .leader = lower_ascii(cell(row, "leads")), .consent = cell(row, "age")};
        auto found = respondent_of(instrument_, viewpoints_for(instrument_, LinkWay::paper), {}, said);
        if (!found) {
            for (const auto& missing : found.error())
                if (missing.field == "viewpoint") fault(row, "viewpoint", "Enter the code of a viewpoint of this questionnaire");
                else if (missing.field == "leader") fault(row, "leads", "Enter yes or no: from this viewpoint those who lead or manage others are asked more");
                else fault(row, "age", "Enter old_enough or parent_said_yes: children below the age may answer once a parent or carer has said yes");
            return std::nullopt;
        }
        if (instrument_.viewpoint(found->viewpoint)->children && said.consent == "not_asked") {
            fault(row, "age", "A parent or carer of this child was not asked, so the answers cannot be taken");
            return std::nullopt;
        }
        return *found;
    }

    LinkFor for_whom(std::size_t row)
    {
        LinkFor whom;
        if (const auto code = cell(row, "organisation"); !code.empty()) {
            const auto found = std::ranges::find(partners_, code, &Partner::code);
            if (found == partners_.end()) fault(row, "organisation", "Enter the code of an organisation that you may answer for, or leave it empty");
            else whom.organisation = found->id;
        }
        if (const auto code = cell(row, "locality"); !code.empty()) {
            const auto found = std::ranges::find(localities_, code, &Locality::code);
            if (found == localities_.end()) fault(row, "locality", "Enter the code of a locality, or leave it empty");
            else whom.locality = found->id;
        }
        const auto formal = lower_ascii(cell(row, "formal"));
        if (!formal.empty() && formal != "yes" && formal != "no") fault(row, "formal", "Enter yes or no, or leave it empty");
        whom.formal = formal == "yes";
        if (whom.formal && cell(row, "organisation").empty()) fault(row, "organisation", "A formal response is an organisation's: enter which");
        return whom;
    }

    void read_answers(std::size_t row, Begun& begun)
    {
        std::set<const Item*> seen;
        // One question a turn, in their order: an answer may bring on another or take it away, and conditions look back alone.
        const auto next = [&]() -> const Item* {
            for (const auto* item : asked_in(campaign_, instrument_, begun.respondent, begun.answers))
                if (!seen.contains(item)) return item;
            return nullptr;
        };
        for (const auto* item = next(); item != nullptr; item = next()) {
            seen.insert(item);
            Sent sent;
            for (const auto& column : columns_)
                if (column.item == item) add_sent(*item, column.row, cell(row, column.name), sent);
            auto answer = read_answer(instrument_, *item, sent);
            if (answer) begun.answers.insert_or_assign(item->key, std::move(*answer));
            else fault(row, answer.error().field.starts_with(item->key + ".") ? answer.error().field : column_name(*item), answer.error().message);
        }
        const auto asked = asked_in(campaign_, instrument_, begun.respondent, begun.answers);
        for (const auto& column : columns_)
            if (column.item != nullptr && std::ranges::find(asked, column.item) == asked.end() && !cell(row, column.name).empty()) ++file_.not_asked;
    }

    /// Something stands to the right of the last named column. Empty cells there are how spreadsheets end their lines.
    bool has_cells_beyond(std::size_t row) const
    {
        const auto cells = table_.cells(row);
        return cells.size() > table_.header().size() && std::ranges::any_of(cells.subspan(table_.header().size()), [](std::string_view cell) { return !trimmed(cell).empty(); });
    }

    /// What a workbook holds that no answer can be read from.
    void see_troubles()
    {
        const auto named = [&](std::size_t column) { return "Column " + std::to_string(column + 1); };
        for (const auto& cell : table_.troubled()) fault(cell.row, named(cell.column), "The formula in this cell gives no value: put what it comes to in its place");
        for (const auto& area : table_.origin().merged)
            file_.faults.push_back({area.first_row, named(area.first_column), "Cells are merged here, so that one answer would count for several people: undo the merging"});
    }

    void read_line(std::size_t row)
    {
        const auto before = file_.faults.size();
        if (has_cells_beyond(row)) fault(row, {}, "There are more cells than columns: put a text with a comma in it in quotation marks");
        if (table_.has_stray_quote(row)) fault(row, {}, "A quotation mark stands in the middle of a cell: write it twice");
        auto whom = for_whom(row);
        Begun begun{.campaign = campaign_.id, .respondent = {}, .shown = {}, .answers = {}};
        if (auto found = respondent(row)) {
            begun.respondent = std::move(*found);
            read_answers(row, begun);
        }
        if (file_.faults.size() == before) file_.lines.push_back({std::move(begun), std::move(whom)});
    }

    const files::Table& table_;
    const Campaign& campaign_;
    const Instrument& instrument_;
    const std::vector<Partner>& partners_;
    const std::vector<Locality>& localities_;
    std::vector<AnswerColumn> columns_;
    AnswerFile file_;
};

}  // namespace

std::vector<AnswerColumn> answer_columns(const Campaign& campaign, const Instrument& instrument)
{
    std::vector<AnswerColumn> columns;
    const bool leads = std::ranges::any_of(instrument.viewpoints, [&](const Viewpoint& viewpoint) { return asks_who_leads(instrument, viewpoint.id); });
    for (const std::string_view name : who_columns)
        if ((name != "leads" || leads) && (name != "age" || asks_age(instrument))) columns.push_back({std::string{name}});
    for (const auto& item : instrument.items) {
        if (!is_open(campaign, instrument, item)) continue;
        if (item.kind != ItemKind::matrix) columns.push_back({column_name(item), &item});
        else for (const auto& row : item.rows) columns.push_back({column_name(item, &row), &item, &row});
    }
    return columns;
}

std::vector<CodeMeaning> codes_for(const Instrument& instrument, const AnswerColumn& column, const std::vector<Locality>& localities)
{
    std::vector<CodeMeaning> codes;
    if (column.item == nullptr) {
        if (column.name == "viewpoint")
            for (const auto& viewpoint : instrument.viewpoints) codes.push_back({viewpoint.id, plainly(instrument, viewpoint.name)});
        else if (column.name == "age")
            codes = {{"old_enough", "of " + std::to_string(instrument.children->consent_under) + " years or older"}, {"parent_said_yes", "younger, and a parent or carer has said yes"}};
        else if (column.name == "locality")
            for (const auto& locality : localities) codes.push_back({locality.code, locality.name});
        else if (column.name != "organisation") codes = {{"yes", ""}, {"no", ""}};
        return codes;
    }
    for (const auto& option : column.item->options) codes.push_back({option.code, plainly(instrument, option.words)});
    if (const auto* scale = instrument.scale(column.item->scale))
        for (const auto& step : scale->steps) codes.push_back({std::to_string(step.value), plainly(instrument, step.words)});
    if (column.item->dont_know) codes.push_back({std::string{dont_know_code}, "don't know"});
    if (column.item->not_applicable) codes.push_back({std::string{not_applicable_code}, "does not apply"});
    return codes;
}

bool is_answer_file(const files::Table& table) { return table.column("viewpoint").has_value(); }

AnswerFile read_answer_file(const files::Table& table, const Campaign& campaign, const Instrument& instrument, const std::vector<Partner>& partners, const std::vector<Locality>& localities)
{
    return Reading{table, campaign, instrument, partners, localities}.read();
}

std::string answer_file_template(const Campaign& campaign, const Instrument& instrument)
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    for (const auto& column : answer_columns(campaign, instrument)) csv.cell(column.name);
    csv.end_row();
    return std::move(csv).text();
}

std::string lines_in_order(const files::Table& table)
{
    std::vector<std::string> lines;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::vector<std::string> cells;
        for (std::size_t at = 0; at < table.header().size(); ++at)
            if (const auto cell = table.cell(row, at); !cell.empty()) cells.push_back(lower_ascii(table.header()[at]) + "=" + std::string{cell});
        std::ranges::sort(cells);
        lines.push_back(joined(cells, "\n"));
    }
    std::ranges::sort(lines);
    return joined(lines, "\n\n");
}

std::string text_of(const files::Table& table)
{
    files::CsvWriter csv;
    for (const auto name : table.header()) csv.cell(name);
    csv.end_row();
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::size_t at = 0; at < table.header().size(); ++at) csv.cell(table.cell(row, at));
        csv.end_row();
    }
    return std::move(csv).text();
}

}  // namespace kith::questionnaire
