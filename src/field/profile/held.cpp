#include "profile/held.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <charconv>

namespace kith::profile {

namespace {

/// A level of the list qualification_levels as a number; nothing for what is none.
std::optional<tally::Code> level_in(std::string_view text)
{
    tally::Code level = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), level);
    if (fault != std::errc{} || end != text.data() + text.size() || level > 8) return std::nullopt;
    return level;
}

/// The level, and one more, that each code and each detail of a qualification tells; 0: none.
struct LevelsTold {
    std::vector<tally::Code> of_code, of_detail;
};

const LevelsTold& levels_told(const Ground& ground)
{
    return ground.of_any_day->once("levels told", [&] {
        const auto& list = ground.packs().list("qualifications");
        const auto& codes = ground.facts().codes();
        const auto& details = ground.facts().details();
        LevelsTold told{std::vector<tally::Code>(codes.size(), 0), std::vector<tally::Code>(details.size(), 0)};
        for (tally::Code code = 1; code < codes.size(); ++code) {
            const auto* found = list.find(codes.text(code));
            if (const auto level = found == nullptr ? std::nullopt : level_in(found->attribute("level"))) told.of_code[code] = *level + 1;
        }
        for (tally::Code detail = 1; detail < details.size(); ++detail) {
            if (const auto level = level_in(details.text(detail))) told.of_detail[detail] = *level + 1;
        }
        return told;
    });
}

std::string label_of_fact(const Ground& ground, workforce::FactKind kind, std::string_view text)
{
    if (text.empty()) return "Not said which";
    const auto& list = ground.packs().list(workforce::row_of(kind).list);
    if (const auto* code = list.find(text)) return std::string{code->label_in(ground.era)};
    return std::string{text} + " (as reported)";
}

}  // namespace

bool stands_on(const tally::Fact& fact, Date day)
{
    const auto number = day.days_since_epoch();
    return (fact.on == tally::not_given || fact.on <= number) && (fact.until == tally::not_given || fact.until >= number);
}

const tally::Derived& highest_levels(const Ground& ground)
{
    return ground.of_day->once("highest levels", [&] {
        const auto& levels = levels_told(ground);
        return tally::derived_from_facts(ground.table(), ground.facts(), [&](std::span<const tally::Fact> own) {
            tally::Code highest = 0;
            for (const auto& fact : own) {
                if (is_of(fact, workforce::FactKind::qualification) && stands_on(fact, ground.on())) highest = std::max(highest, levels.of_detail[fact.detail] > 0 ? levels.of_detail[fact.detail] : levels.of_code[fact.code]);
            }
            return highest;
        });
    });
}

tally::Derived holders(const Ground& ground, workforce::FactKind kind, const std::vector<tally::Code>& codes)
{
    std::vector<std::uint8_t> wanted(ground.facts().codes().size(), 0);
    for (auto code : codes) wanted[code] = 1;
    auto derived = tally::derived_from_facts(ground.table(), ground.facts(), [&](std::span<const tally::Fact> own) -> tally::Code {
        return std::ranges::any_of(own, [&](const tally::Fact& fact) { return is_of(fact, kind) && wanted[fact.code] != 0 && stands_on(fact, ground.on()); }) ? 1 : 0;
    });
    derived.most = 1;
    return derived;
}

std::vector<tally::Code> fact_codes(const Ground& ground, const std::vector<std::string_view>& texts)
{
    std::vector<tally::Code> codes;
    for (auto text : texts) {
        if (const auto code = ground.facts().codes().find(text)) codes.push_back(*code);
    }
    return codes;
}

Panel staff_by_fact(const Ground& ground, workforce::FactKind kind, std::string lines_are)
{
    // One pass over the staff counted and their facts: each code that someone holds once, and who holds any.
    const auto staff = tally::records_counted(ground.table(), ground.query);
    std::vector<std::int64_t> holding(ground.facts().codes().size(), 0);
    std::int64_t any = 0;
    tally::FactsInOrder facts{ground.facts()};
    std::vector<tally::Code> held;
    for (auto record : staff) {
        held.clear();
        for (const auto& fact : facts.of(record)) {
            if (is_of(fact, kind) && stands_on(fact, ground.on()) && std::ranges::find(held, fact.code) == held.end()) held.push_back(fact.code);
        }
        for (auto code : held) ++holding[code];
        any += held.empty() ? 0 : 1;
    }
    std::vector<tally::Code> order;
    for (tally::Code code = 0; code < holding.size(); ++code) {
        if (holding[code] > 0) order.push_back(code);
    }
    std::ranges::stable_sort(order, std::greater{}, [&](auto code) { return holding[code]; });
    const auto total = static_cast<std::int64_t>(staff.size());
    Panel panel{.finding = "None is reported here", .lines_are = std::move(lines_are), .columns = {"Staff", "Share of staff"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    for (auto code : order) {
        const auto& text = ground.facts().codes().text(code);
        panel.lines.push_back({.label = label_of_fact(ground, kind, text), .key = "held-" + text, .cells = {count_cell(holding[code]), share_cell({holding[code], total})}});
        if (ground.rows_of != "held-" + text) continue;
        const auto those = holders(ground, kind, {code});
        name_rows(panel, ground.keeping(those, {1}), "held-" + text);
    }
    if (!order.empty()) panel.finding = fmt::format("{}: {} of {} staff, the most", panel.lines.front().label, with_commas(holding[order.front()]), with_commas(total));
    if (any < total) panel.notes.push_back(fmt::format("Of {} of {} staff none is reported, which may mean that none is held or that nobody asked.", with_commas(total - any), with_commas(total)));
    return panel;
}

}  // namespace kith::profile
