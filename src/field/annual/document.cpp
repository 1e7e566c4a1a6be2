#include "annual/document.hpp"

#include "files/xlsx_writer.hpp"

#include <boost/json.hpp>

namespace kith::annual {
namespace {

namespace json = boost::json;

json::array array_of(const std::vector<std::string>& texts)
{
    json::array array;
    for (const auto& text : texts) array.emplace_back(text);
    return array;
}

std::string text_in(const json::value& value) { return std::string{value.as_string()}; }

std::vector<std::string> texts_in(const json::value& value)
{
    std::vector<std::string> texts;
    for (const auto& one : value.as_array()) texts.push_back(text_in(one));
    return texts;
}

json::value number_or_null(const std::optional<double>& number) { return number ? json::value(*number) : json::value(nullptr); }
std::optional<double> number_in(const json::value& value) { return value.is_null() ? std::nullopt : std::optional{value.to_number<double>()}; }

json::object section_json(const ReportSection& section)
{
    json::array tables, arcs;
    for (const auto& table : section.tables) {
        json::array rows;
        for (const auto& row : table.rows) rows.push_back(array_of(row));
        tables.push_back(json::object{{"title", table.title}, {"columns", array_of(table.columns)}, {"rows", std::move(rows)}});
    }
    for (const auto& arc : section.arcs) arcs.push_back(json::object{{"label", arc.label}, {"position", number_or_null(arc.position)}, {"before", number_or_null(arc.before)}});
    return {{"id", section.id}, {"title", section.title}, {"words", section.words}, {"says", array_of(section.says)}, {"tables", std::move(tables)}, {"missing", array_of(section.missing)}, {"arcs", std::move(arcs)}};
}

ReportSection section_in(const json::value& value)
{
    ReportSection section{.id = text_in(value.at("id")), .title = text_in(value.at("title")), .words = text_in(value.at("words")), .says = texts_in(value.at("says")), .tables = {}, .missing = texts_in(value.at("missing")), .arcs = {}};
    for (const auto& one : value.at("tables").as_array()) {
        ReportTable table{.title = text_in(one.at("title")), .columns = texts_in(one.at("columns")), .rows = {}};
        for (const auto& row : one.at("rows").as_array()) table.rows.push_back(texts_in(row));
        section.tables.push_back(std::move(table));
    }
    for (const auto& one : value.at("arcs").as_array()) section.arcs.push_back({text_in(one.at("label")), number_in(one.at("position")), number_in(one.at("before"))});
    return section;
}

}  // namespace

std::vector<std::string> missing_of(const ReportDocument& document)
{
    std::vector<std::string> all;
    for (const auto& section : document.sections)
        for (const auto& one : section.missing) all.push_back(section.title + ": " + one);
    return all;
}

std::vector<std::string> texts_of(const ReportDocument& document)
{
    std::vector<std::string> texts{document.name, document.plan};
    for (const auto& section : document.sections) {
        texts.push_back(section.title);
        texts.push_back(section.words);
        texts.insert(texts.end(), section.says.begin(), section.says.end());
        for (const auto& table : section.tables) {
            texts.push_back(table.title);
            texts.insert(texts.end(), table.columns.begin(), table.columns.end());
            for (const auto& row : table.rows) texts.insert(texts.end(), row.begin(), row.end());
        }
    }
    return texts;
}

std::string to_json(const ReportDocument& document)
{
    json::array sections;
    for (const auto& section : document.sections) sections.push_back(section_json(section));
    return json::serialize(json::object{{"name", document.name}, {"plan", document.plan}, {"from", document.from.iso()}, {"as_of", document.as_of.iso()}, {"sections", std::move(sections)}});
}

Result<ReportDocument> document_from_json(std::string_view text)
{
    try {
        const auto value = json::parse(text);
        const auto from = Date::parse_iso(text_in(value.at("from"))), as_of = Date::parse_iso(text_in(value.at("as_of")));
        if (!from || !as_of) return unacceptable("report", "The report cannot be read");
        ReportDocument document{.name = text_in(value.at("name")), .plan = text_in(value.at("plan")), .from = *from, .as_of = *as_of, .sections = {}};
        for (const auto& one : value.at("sections").as_array()) document.sections.push_back(section_in(one));
        return document;
    } catch (const std::exception&) {
        return unacceptable("report", "The report cannot be read");
    }
}

std::string to_xlsx(const ReportDocument& document)
{
    constexpr double broad = 44, narrow = 24;
    files::XlsxWriter book;
    book.sheet("Report").columns(0, 1, broad);
    const auto line = [&](std::string_view key, std::string_view value) { book.text(key, {.strong = true}).text(value, {.wrapped = true}).end_row(); };
    line("Report", document.name);
    line("Plan", document.plan);
    line("From", document.from.in_words());
    line("As of", document.as_of.in_words());
    for (const auto& section : document.sections) {
        if (!section.words.empty()) line(section.title, section.words);
        for (const auto& says : section.says) line(section.title, says);
        for (const auto& missing : section.missing) line(section.title, "Missing: " + missing);
    }
    for (const auto& section : document.sections)
        for (const auto& table : section.tables) {
            book.sheet(table.title).columns(0, 0, broad).columns(1, std::max<std::size_t>(table.columns.size(), 2) - 1, narrow).freeze(1);
            for (const auto& column : table.columns) book.text(column, {.heading = true, .wrapped = true});
            book.end_row();
            for (const auto& row : table.rows) {
                for (const auto& cell : row) book.text(cell, {.wrapped = true});
                book.end_row();
            }
        }
    return std::move(book).bytes();
}

}  // namespace kith::annual
