#include "questionnaire/answer_check.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "questionnaire/phrases.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace kith::questionnaire {
namespace {
/// What was sent under one name, empty values left out.
std::vector<std::string_view> sent_under(const Sent& sent, std::string_view name)
{
    std::vector<std::string_view> values;
    for (const auto& [field, value] : sent)
        if (field == name && !trimmed(value).empty()) values.push_back(trimmed(value));
    return values;
}

/// The way of giving no value that `code` stands for, where the item offers it.
std::optional<Unsaid> unsaid(const Item& item, std::string_view code)
{
    if (item.dont_know && code == dont_know_code) return Unsaid::dont_know;
    if (item.not_applicable && code == not_applicable_code) return Unsaid::not_applicable;
    return std::nullopt;
}

/// Whose item is read, and how its faults are said.
struct Asked {
    const Instrument& instrument;
    const Item& item;
    const Voice& voice;

    std::string say(std::string_view id, Filled filled = {}) const { return said_phrase(instrument, id, voice, filled).words; }
    std::unexpected<Problem> refused(std::string field, std::string_view id, Filled filled = {}) const { return unacceptable(std::move(field), say(id, filled)); }
};

Result<Cell> read_step(const Asked& asked, const std::string& field, const Sent& sent)
{
    auto values = sent_under(sent, field);
    if (values.empty()) return Unsaid::no_answer;
    if (values.size() > 1) return asked.refused(field, "choose_one");
    if (auto without = unsaid(asked.item, values.front())) return *without;
    if (const auto* scale = asked.instrument.scale(asked.item.scale))
        for (const auto& step : scale->steps)
            if (std::to_string(step.value) == values.front()) return Step{step.value};
    return asked.refused(field, "not_offered");
}

Result<Answer> read_scale(const Asked& asked, const Sent& sent)
{
    auto cell = read_step(asked, asked.item.key, sent);
    if (!cell) return std::unexpected(cell.error());
    if (const auto* step = std::get_if<Step>(&*cell)) return Answer{*step};
    return Answer{std::get<Unsaid>(*cell)};
}

Result<Answer> read_grid(const Asked& asked, const Sent& sent)
{
    Grid grid;
    for (const auto& row : asked.item.rows) {
        auto cell = read_step(asked, row_field(asked.item, row), sent);
        if (!cell) return std::unexpected(cell.error());
        bool empty = *cell == Cell{Unsaid::no_answer};
        if (empty && asked.item.required) return asked.refused(row_field(asked.item, row), "each_line");
        grid.rows.emplace(row.code, *cell);
    }
    return Answer::of(std::move(grid));
}

Result<Answer> read_choice(const Asked& asked, const Sent& sent)
{
    const auto& item = asked.item;
    auto values = sent_under(sent, item.key);
    if (values.empty()) return Answer{};
    if (item.kind == ItemKind::one && values.size() > 1) return asked.refused(item.key, "choose_one");
    for (const auto& value : values)
        if (auto without = unsaid(item, value)) {
            if (values.size() == 1) return Answer{*without};
            return asked.refused(item.key, "choose_either");
        }
    Chosen chosen;
    for (const auto& option : item.options)
        if (std::ranges::find(values, option.code) != values.end()) chosen.codes.push_back(option.code);
    for (const auto& value : values)
        if (std::ranges::find(item.options, value, &Option::code) == item.options.end()) return asked.refused(item.key, "not_offered");
    if (item.kind == ItemKind::several) {
        const auto& [fewest, most] = std::pair{item.bounds.fewest, item.bounds.most};
        if (chosen.codes.size() < fewest) return asked.refused(item.key, "choose_at_least", {{"fewest", std::to_string(fewest)}});
        if (most > 0 && chosen.codes.size() > most) return asked.refused(item.key, "choose_up_to", {{"most", std::to_string(most)}});
    }
    return Answer{std::move(chosen)};
}

/// True where every comma has three digits after it, up to the next comma, the point or the end: "1,200" and not "1,5", which may mean 1.5.
bool groups_thousands(std::string_view text)
{
    auto whole = text.substr(0, text.find('.'));
    if (!whole.contains(',')) return !text.contains(',');
    auto groups = split(whole, ',');
    return groups.front().size() <= 3 && !text.substr(whole.size()).contains(',') &&
           std::all_of(groups.begin() + 1, groups.end(), [](std::string_view group) { return group.size() == 3; });
}

/// "12", "-3.5", "1,200": at most 12 digits before the point and three after it.
std::optional<Amount> parse_amount(std::string_view text, int decimals)
{
    bool below = text.starts_with('-');
    std::string digits;
    std::size_t after = 0;
    bool point = false;
    text.remove_prefix(below ? 1 : 0);
    if (!groups_thousands(text)) return std::nullopt;
    for (char c : text) {
        if (c == ',' && !digits.empty()) continue;
        if (c == '.' && !point) point = true;
        else if (c < '0' || c > '9' || digits.size() > 15) return std::nullopt;
        else {
            digits += c;
            after += point ? 1 : 0;
        }
    }
    if (digits.empty() || digits.size() == after || (point && after == 0) || after > static_cast<std::size_t>(decimals)) return std::nullopt;
    if (digits.size() - after > 12) return std::nullopt;
    digits.append(3 - after, '0');
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return Amount{below ? -value : value};
}

/// "Enter a number: from 0 to 100", with the limits that there are; `more` and `less` are the phrases for one limit alone.
std::string within(const Asked& asked, std::string_view what, const std::optional<std::string>& least, const std::optional<std::string>& most, std::string_view more, std::string_view less)
{
    const auto words = asked.say(what, {{"places", std::to_string(asked.item.bounds.decimals)}});
    if (!least && !most) return words;
    return words + ": " + asked.say(least && most ? "from_to" : least ? more : less, {{"least", least.value_or("")}, {"most", most.value_or("")}});
}

Result<Answer> read_number(const Asked& asked, std::string_view text)
{
    const auto& bounds = asked.item.bounds;
    const auto wanted = [](const std::optional<std::int64_t>& bound) { return bound ? std::optional{with_commas(*bound)} : std::nullopt; };
    const auto refused = [&](std::string_view what) { return unacceptable(asked.item.key, within(asked, what, wanted(bounds.at_least), wanted(bounds.at_most), "at_least", "at_most")); };
    const auto amount = parse_amount(text, bounds.decimals);
    if (!amount) return refused(bounds.decimals == 0 ? "whole_number" : "number_with_places");
    if ((bounds.at_least && amount->thousandths < *bounds.at_least * 1'000) || (bounds.at_most && amount->thousandths > *bounds.at_most * 1'000)) return refused("number");
    return Answer{*amount};
}

Result<Answer> read_date(const Asked& asked, const Sent& sent)
{
    auto part = [&](std::string_view name) {
        auto values = sent_under(sent, asked.item.key + std::string{name});
        int value = 0;
        if (values.size() != 1 || values.front().size() > 4) return -1;
        auto text = values.front();
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc{} && end == text.data() + text.size() ? value : -1;
    };
    const auto first = asked.item.key + "-day";
    auto date = Date::of(part("-year"), part("-month"), part("-day"));
    if (!date) return asked.refused(first, "real_day");
    const auto& bounds = asked.item.bounds;
    const auto wanted = [&](const std::optional<Date>& bound) { return bound ? std::optional{day_said(asked.voice, *bound)} : std::nullopt; };
    if ((bounds.earliest && *date < *bounds.earliest) || (bounds.latest && *bounds.latest < *date))
        return unacceptable(first, within(asked, "day", wanted(bounds.earliest), wanted(bounds.latest), "or_later", "or_earlier"));
    return Answer{*date};
}

/// True for what no keyboard writes: C0 and C1 controls, tabs and line ends apart where they may be. Marks of writing direction are letters' kin.
bool has_controls(std::string_view text, bool lines)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto byte = static_cast<unsigned char>(text[i]);
        if (byte == 0x7F || (byte < 0x20 && !(lines && (byte == '\n' || byte == '\t')))) return true;
        if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
    }
    return false;
}

Result<Answer> read_text(const Asked& asked, std::string_view text)
{
    const auto& item = asked.item;
    const bool lines = item.kind == ItemKind::long_text;
    if (!is_utf8(text)) return asked.refused(item.key, "unreadable_signs");
    std::string kept;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r') kept += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n') kept += '\n';
    if (has_controls(kept, lines)) return asked.refused(item.key, lines ? "no_letters" : "in_one_line");
    const auto length = length_in_characters(kept);
    const auto counted_up = [](std::size_t number) { return with_commas(static_cast<std::int64_t>(number)); };
    if (length > item.bounds.longest) return asked.refused(item.key, "too_long", {{"length", counted_up(length)}, {"most", counted_up(item.bounds.longest)}});
    return Answer{std::move(kept)};
}

/// A number, a date or a text: a value, or beside it that there is none, never both.
Result<Answer> read_written(const Asked& asked, const Sent& sent)
{
    const auto& item = asked.item;
    std::optional<Unsaid> without;
    const auto given = sent_under(sent, unsaid_field(item));
    if (given.size() > 1) return asked.refused(unsaid_field(item), "choose_one_of_these");
    if (!given.empty() && !(without = unsaid(item, given.front()))) return asked.refused(unsaid_field(item), "not_offered");
    auto values = sent_under(sent, item.key);
    bool date = item.kind == ItemKind::date;
    bool empty = date ? std::ranges::all_of(std::array{"-day", "-month", "-year"}, [&](const char* part) { return sent_under(sent, item.key + part).empty(); }) : values.empty();
    if (without && !empty) return asked.refused(date ? item.key + "-day" : item.key, "value_or_none");
    if (empty) return Answer{without.value_or(Unsaid::no_answer)};
    if (date) return read_date(asked, sent);
    if (values.size() > 1) return asked.refused(item.key, "choose_one");
    return item.kind == ItemKind::number ? read_number(asked, values.front()) : read_text(asked, values.front());
}

Result<Answer> read_any(const Asked& asked, const Sent& sent)
{
    switch (asked.item.kind) {
        case ItemKind::scale: return read_scale(asked, sent);
        case ItemKind::matrix: return read_grid(asked, sent);
        case ItemKind::one:
        case ItemKind::several: return read_choice(asked, sent);
        case ItemKind::number:
        case ItemKind::date:
        case ItemKind::short_text:
        case ItemKind::long_text: return read_written(asked, sent);
    }
    return Answer{};
}
}  // namespace

std::string row_field(const Item& item, const Option& row)
{
    return item.key + "." + row.code;
}

std::string unsaid_field(const Item& item)
{
    return item.key + "-unsaid";
}

Result<Answer> read_answer(const Instrument& instrument, const Item& item, const Sent& sent, const Voice& voice)
{
    const Asked asked{instrument, item, voice};
    auto answer = read_any(asked, sent);
    if (!answer || !item.required || !answer->is(Unsaid::no_answer)) return answer;
    return asked.refused(item.kind == ItemKind::date ? item.key + "-day" : item.key, item.kind == ItemKind::several ? "choose_fitting" : "answer_this");
}

}  // namespace kith::questionnaire
