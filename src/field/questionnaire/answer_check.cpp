#include "questionnaire/answer_check.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"

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

std::unexpected<Problem> not_offered(std::string field)
{
    return unacceptable(std::move(field), "Choose one of the answers that are offered");
}

Result<Cell> read_step(const Instrument& instrument, const Item& item, const std::string& field, const Sent& sent)
{
    auto values = sent_under(sent, field);
    if (values.empty()) return Unsaid::no_answer;
    if (values.size() > 1) return unacceptable(field, "Choose one answer only");
    if (auto without = unsaid(item, values.front())) return *without;
    if (const auto* scale = instrument.scale(item.scale))
        for (const auto& step : scale->steps)
            if (std::to_string(step.value) == values.front()) return Step{step.value};
    return not_offered(field);
}

Result<Answer> read_scale(const Instrument& instrument, const Item& item, const Sent& sent)
{
    auto cell = read_step(instrument, item, item.key, sent);
    if (!cell) return std::unexpected(cell.error());
    if (const auto* step = std::get_if<Step>(&*cell)) return Answer{*step};
    return Answer{std::get<Unsaid>(*cell)};
}

Result<Answer> read_grid(const Instrument& instrument, const Item& item, const Sent& sent)
{
    Grid grid;
    for (const auto& row : item.rows) {
        auto cell = read_step(instrument, item, row_field(item, row), sent);
        if (!cell) return std::unexpected(cell.error());
        bool empty = *cell == Cell{Unsaid::no_answer};
        if (empty && item.required) return unacceptable(row_field(item, row), "Answer each line");
        grid.rows.emplace(row.code, *cell);
    }
    return Answer::of(std::move(grid));
}

Result<Answer> read_choice(const Item& item, const Sent& sent)
{
    auto values = sent_under(sent, item.key);
    if (values.empty()) return Answer{};
    if (item.kind == ItemKind::one && values.size() > 1) return unacceptable(item.key, "Choose one answer only");
    for (const auto& value : values)
        if (auto without = unsaid(item, value)) {
            if (values.size() == 1) return Answer{*without};
            return unacceptable(item.key, "Choose either the answers that fit, or that you do not know or it does not apply");
        }
    Chosen chosen;
    for (const auto& option : item.options)
        if (std::ranges::find(values, option.code) != values.end()) chosen.codes.push_back(option.code);
    for (const auto& value : values)
        if (std::ranges::find(item.options, value, &Option::code) == item.options.end()) return not_offered(item.key);
    if (item.kind == ItemKind::several) {
        if (chosen.codes.size() < item.bounds.fewest)
            return unacceptable(item.key, "Choose " + std::to_string(item.bounds.fewest) + " answers at least");
        if (item.bounds.most > 0 && chosen.codes.size() > item.bounds.most)
            return unacceptable(item.key, item.bounds.most == 1 ? std::string{"Choose one answer only"} : "Choose " + std::to_string(item.bounds.most) + " answers at most");
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

std::string within(const std::optional<std::string>& least, const std::optional<std::string>& most, std::string_view up, std::string_view down)
{
    if (least && most) return " from " + *least + " to " + *most;
    return least ? " " + std::string{up} + " " + *least : most ? " " + std::string{down} + " " + *most : std::string{};
}

Result<Answer> read_number(const Item& item, std::string_view text)
{
    const auto& bounds = item.bounds;
    auto wanted = [&](const std::optional<std::int64_t>& bound) { return bound ? std::optional{with_commas(*bound)} : std::nullopt; };
    auto words = within(wanted(bounds.at_least), wanted(bounds.at_most), "of at least", "of at most");
    auto kind = bounds.decimals == 0 ? std::string{"Enter a whole number"}
                                     : "Enter a number with at most " + counted(bounds.decimals, "decimal") + ", such as 2.5,";
    auto amount = parse_amount(text, bounds.decimals);
    if (!amount) return unacceptable(item.key, (words.empty() && kind.ends_with(',') ? kind.substr(0, kind.size() - 1) : kind) + words);
    if ((bounds.at_least && amount->thousandths < *bounds.at_least * 1'000) || (bounds.at_most && amount->thousandths > *bounds.at_most * 1'000))
        return unacceptable(item.key, "Enter a number" + words);
    return Answer{*amount};
}

Result<Answer> read_date(const Item& item, const Sent& sent)
{
    auto part = [&](std::string_view name) {
        auto values = sent_under(sent, item.key + std::string{name});
        int value = 0;
        if (values.size() != 1 || values.front().size() > 4) return -1;
        auto text = values.front();
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc{} && end == text.data() + text.size() ? value : -1;
    };
    const auto first = item.key + "-day";
    auto date = Date::of(part("-year"), part("-month"), part("-day"));
    if (!date) return unacceptable(first, "Enter a real date with day, month and year, such as 27 3 2026");
    const auto& bounds = item.bounds;
    auto wanted = [](const std::optional<Date>& bound) { return bound ? std::optional{bound->in_words()} : std::nullopt; };
    if ((bounds.earliest && *date < *bounds.earliest) || (bounds.latest && *bounds.latest < *date))
        return unacceptable(first, "Enter a date" + within(wanted(bounds.earliest), wanted(bounds.latest), "not before", "not after"));
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

Result<Answer> read_text(const Item& item, std::string_view text)
{
    if (!is_utf8(text)) return unacceptable(item.key, "Type the answer anew: it has signs that cannot be read");
    std::string kept;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r') kept += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n') kept += '\n';
    if (has_controls(kept, item.kind == ItemKind::long_text))
        return unacceptable(item.key, item.kind == ItemKind::long_text ? "Type the answer anew: it has signs that are no letters" : "Type the answer anew, in one line");
    auto length = length_in_characters(kept);
    if (length > item.bounds.longest)
        return unacceptable(item.key, "Your answer has " + with_commas(static_cast<std::int64_t>(length)) + " characters; it can have " +
                                          with_commas(static_cast<std::int64_t>(item.bounds.longest)) + " at most");
    return Answer{std::move(kept)};
}

/// A number, a date or a text: a value, or beside it that there is none, never both.
Result<Answer> read_written(const Item& item, const Sent& sent)
{
    std::optional<Unsaid> without;
    const auto given = sent_under(sent, unsaid_field(item));
    if (given.size() > 1) return unacceptable(unsaid_field(item), "Choose one of these only");
    if (!given.empty() && !(without = unsaid(item, given.front()))) return not_offered(unsaid_field(item));
    auto values = sent_under(sent, item.key);
    bool date = item.kind == ItemKind::date;
    bool empty = date ? std::ranges::all_of(std::array{"-day", "-month", "-year"}, [&](const char* part) { return sent_under(sent, item.key + part).empty(); }) : values.empty();
    if (without && !empty) return unacceptable(date ? item.key + "-day" : item.key, "Give an answer, or say that there is none; not both");
    if (empty) return Answer{without.value_or(Unsaid::no_answer)};
    if (date) return read_date(item, sent);
    if (values.size() > 1) return unacceptable(item.key, "Give one answer only");
    return item.kind == ItemKind::number ? read_number(item, values.front()) : read_text(item, values.front());
}

Result<Answer> read_any(const Instrument& instrument, const Item& item, const Sent& sent)
{
    switch (item.kind) {
        case ItemKind::scale: return read_scale(instrument, item, sent);
        case ItemKind::matrix: return read_grid(instrument, item, sent);
        case ItemKind::one:
        case ItemKind::several: return read_choice(item, sent);
        case ItemKind::number:
        case ItemKind::date:
        case ItemKind::short_text:
        case ItemKind::long_text: return read_written(item, sent);
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

Result<Answer> read_answer(const Instrument& instrument, const Item& item, const Sent& sent)
{
    auto answer = read_any(instrument, item, sent);
    if (!answer || !item.required || !answer->is(Unsaid::no_answer)) return answer;
    auto field = item.kind == ItemKind::date ? item.key + "-day" : item.key;
    return unacceptable(field, item.kind == ItemKind::several ? "Choose the answers that fit" : "Answer this question");
}

}  // namespace kith::questionnaire
