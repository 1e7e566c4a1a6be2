#include "questionnaire/answer_text.hpp"

#include "base/text.hpp"
#include "questionnaire/phrases.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace kith::questionnaire {
namespace {

namespace json = boost::json;

std::string_view code_of(Unsaid unsaid)
{
    return unsaid == Unsaid::dont_know ? dont_know_code : unsaid == Unsaid::not_applicable ? not_applicable_code : std::string_view{};
}

std::optional<Unsaid> unsaid_of(std::string_view code)
{
    if (code == dont_know_code) return Unsaid::dont_know;
    if (code == not_applicable_code) return Unsaid::not_applicable;
    return std::nullopt;
}

json::value value_of(const Cell& cell)
{
    if (const auto* step = std::get_if<Step>(&cell)) return step->value;
    return json::string{code_of(std::get<Unsaid>(cell))};
}

struct ToJson {
    json::value operator()(Unsaid unsaid) const { return unsaid == Unsaid::no_answer ? json::value(nullptr) : json::value(code_of(unsaid)); }
    json::value operator()(Step step) const { return step.value; }
    json::value operator()(const Chosen& chosen) const { return json::array(chosen.codes.begin(), chosen.codes.end()); }
    json::value operator()(const Grid& grid) const
    {
        json::object rows;
        for (const auto& [code, cell] : grid.rows)
            if (cell != Cell{Unsaid::no_answer}) rows[code] = value_of(cell);
        return rows;
    }
    json::value operator()(Amount amount) const { return amount.thousandths; }
    json::value operator()(Date date) const { return json::string{date.iso()}; }
    json::value operator()(const std::string& text) const { return json::array{json::string{text}}; }
};

Cell cell_of(const json::value& value)
{
    if (value.is_int64()) return Step{static_cast<int>(value.as_int64())};
    return unsaid_of(value.as_string()).value_or(Unsaid::no_answer);
}

Answer answer_of(const Item& item, const json::value& value)
{
    if (value.is_null()) return {};
    if (value.is_string())
        if (const auto unsaid = unsaid_of(value.as_string())) return {*unsaid};
    switch (item.kind) {
    case ItemKind::scale: return {Step{static_cast<int>(value.as_int64())}};
    case ItemKind::one:
    case ItemKind::several: {
        Chosen chosen;
        for (const auto& code : value.as_array()) chosen.codes.emplace_back(code.as_string());
        return {std::move(chosen)};
    }
    case ItemKind::matrix: {
        Grid grid;
        for (const auto& row : item.rows) {
            const auto* cell = value.as_object().if_contains(row.code);
            grid.rows.emplace(row.code, cell == nullptr ? Cell{Unsaid::no_answer} : cell_of(*cell));
        }
        return Answer::of(std::move(grid));
    }
    case ItemKind::number: return {Amount{value.as_int64()}};
    case ItemKind::date: return {Date::parse_iso(value.as_string()).value()};
    case ItemKind::short_text:
    case ItemKind::long_text: return {std::string{value.as_array().at(0).as_string()}};
    }
    return {};
}

std::string words_of_step(const Instrument& instrument, const Item& item, int value, const Voice& voice)
{
    if (const auto* scale = instrument.scale(item.scale))
        for (const auto& step : scale->steps)
            if (step.value == value) return std::string{instrument.say(step.words, voice)};
    return std::to_string(value);
}

std::string words_of_unsaid(const Instrument& instrument, Unsaid unsaid, const Voice& voice)
{
    if (unsaid == Unsaid::no_answer) return {};
    return said_phrase(instrument, unsaid == Unsaid::dont_know ? "dont_know" : "not_applicable", voice).words;
}

std::string words_of_cell(const Instrument& instrument, const Item& item, const Cell& cell, const Voice& voice)
{
    if (const auto* step = std::get_if<Step>(&cell)) return words_of_step(instrument, item, step->value, voice);
    return words_of_unsaid(instrument, std::get<Unsaid>(cell), voice);
}

}  // namespace

std::string text_of(const Answers& answers)
{
    json::object object;
    for (const auto& [key, answer] : answers) object[key] = std::visit(ToJson{}, answer.value);
    return json::serialize(object);
}

Answers answers_of(const Instrument& instrument, std::string_view text)
{
    Answers answers;
    const auto parsed = json::parse(text);
    for (const auto& [key, value] : parsed.as_object())
        if (const auto* item = instrument.item(key)) answers.emplace(item->key, answer_of(*item, value));
    return answers;
}

Sent sent_of(const Item& item, const Answer& answer)
{
    if (answer.is(Unsaid::no_answer)) return {};
    if (const auto* unsaid = std::get_if<Unsaid>(&answer.value)) {
        const bool beside = item.kind == ItemKind::number || item.kind == ItemKind::date || item.is_free_text();
        return {{beside ? unsaid_field(item) : item.key, std::string{code_of(*unsaid)}}};
    }
    if (const auto* step = std::get_if<Step>(&answer.value)) return {{item.key, std::to_string(step->value)}};
    if (const auto* amount = std::get_if<Amount>(&answer.value)) return {{item.key, text_of(*amount)}};
    if (const auto* text = std::get_if<std::string>(&answer.value)) return {{item.key, *text}};
    if (const auto* date = std::get_if<Date>(&answer.value))
        return {{item.key + "-day", std::to_string(date->day())}, {item.key + "-month", std::to_string(date->month())}, {item.key + "-year", std::to_string(date->year())}};
    Sent sent;
    if (const auto* chosen = std::get_if<Chosen>(&answer.value))
        for (const auto& code : chosen->codes) sent.emplace_back(item.key, code);
    if (const auto* grid = std::get_if<Grid>(&answer.value))
        for (const auto& row : item.rows) {
            const auto cell = grid->rows.find(row.code);
            if (cell == grid->rows.end() || cell->second == Cell{Unsaid::no_answer}) continue;
            const auto* step = std::get_if<Step>(&cell->second);
            sent.emplace_back(row_field(item, row), step != nullptr ? std::to_string(step->value) : std::string{code_of(std::get<Unsaid>(cell->second))});
        }
    return sent;
}

std::string words_of(const Instrument& instrument, const Item& item, const Answer& answer, const Voice& voice)
{
    if (const auto* unsaid = std::get_if<Unsaid>(&answer.value)) return words_of_unsaid(instrument, *unsaid, voice);
    if (const auto* step = std::get_if<Step>(&answer.value)) return words_of_step(instrument, item, step->value, voice);
    if (const auto* amount = std::get_if<Amount>(&answer.value)) return text_of(*amount);
    if (const auto* text = std::get_if<std::string>(&answer.value)) return *text;
    if (const auto* date = std::get_if<Date>(&answer.value)) return date->in_words();
    std::vector<std::string> parts;
    if (const auto* chosen = std::get_if<Chosen>(&answer.value))
        for (const auto& option : item.options)
            if (std::ranges::find(chosen->codes, option.code) != chosen->codes.end()) parts.emplace_back(instrument.say(option.words, voice));
    if (const auto* grid = std::get_if<Grid>(&answer.value))
        for (const auto& row : item.rows)
            if (const auto cell = grid->rows.find(row.code); cell != grid->rows.end() && cell->second != Cell{Unsaid::no_answer})
                parts.push_back(std::string{instrument.say(row.words, voice)} + ": " + words_of_cell(instrument, item, cell->second, voice));
    return joined(parts, "; ");
}

}  // namespace kith::questionnaire
