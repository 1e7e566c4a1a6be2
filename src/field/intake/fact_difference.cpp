#include "intake/fact_difference.hpp"

#include <algorithm>

namespace kith::intake {
namespace {
using workforce::Fact;

/// The fact as given, over what is held of it.
Fact laid_over(const SaidFact& said, const Fact* held)
{
    Fact fact = held != nullptr ? *held : Fact{};
    fact.kind = said.kind->kind;
    fact.list = said.list;
    if (said.code) fact.code = said.code->code;
    if (said.detail) fact.detail = said.detail->code;
    if (said.detail.saying() == Saying::blank) fact.detail.clear();
    if (said.days_lost) fact.detail = said.days_lost->text();
    if (said.on) fact.on = *said.on;
    if (said.until) fact.until = *said.until;
    if (said.until.saying() == Saying::blank) fact.until.reset();
    if (said.number) fact.number = *said.number;
    if (said.words && fact.kind == workforce::FactKind::training) fact.words = *said.words;
    if (said.words.saying() == Saying::blank) fact.words.clear();
    return fact;
}

bool same_code(const SaidFact& said, const Fact& held)
{
    return said.kind->kind == held.kind && (said.code ? std::string_view{said.code->code} : std::string_view{}) == held.code;
}

bool same_day_and_number(const SaidFact& said, const Fact& held)
{
    bool same_day = said.on ? held.on == *said.on : !held.on;
    return same_day && (said.number.is_missing() || held.number == *said.number);
}

/// Goes through what one person's rows say, marking what is held and spoken of.
class Comparison {
public:
    explicit Comparison(const std::vector<workforce::HeldFact>& held) : held_(held), spoken_of_(held.size()), removed_(held.size()) {}

    void compare(const SaidFact& said, std::int64_t line)
    {
        const auto at = held_as(said);
        if (said.removes) {
            if (at != none && !spoken_of_[at]) result_.ended.push_back({line, &held_[at]}), spoken_of_[at] = true, removed_[at] = true;
            return;
        }
        auto fact = laid_over(said, at == none ? nullptr : &held_[at].fact);
        if (at != none) {
            if (!spoken_of_[at] && fact != held_[at].fact) result_.changed.push_back({line, &held_[at], std::move(fact)});
            spoken_of_[at] = true;
        } else if (!is_added(fact)) {
            result_.added.push_back({line, std::move(fact)});
        }
    }

    void end_others(std::uint8_t kinds, std::int64_t line)
    {
        for (std::size_t at = 0; at < held_.size(); ++at) {
            if (spoken_of_[at] || (kinds >> static_cast<unsigned>(held_[at].fact.kind) & 1U) == 0) continue;
            result_.ended.push_back({line, &held_[at]});
            spoken_of_[at] = true;
        }
    }

    FactDifference result() && { return std::move(result_); }

private:
    static constexpr auto none = static_cast<std::size_t>(-1);

    std::size_t held_as(const SaidFact& said) const
    {
        for (std::size_t at = 0; at < held_.size(); ++at) {
            // What a row above took away with its number is not what a row without one means.
            const bool is_gone = removed_[at] && said.number.is_missing() && !held_[at].fact.number.empty();
            if (!is_gone && same_code(said, held_[at].fact) && same_day_and_number(said, held_[at].fact)) return at;
        }
        if (!said.of_list) return none;
        for (std::size_t at = 0; at < held_.size(); ++at)
            if (!spoken_of_[at] && same_code(said, held_[at].fact)) return at;
        return none;
    }

    bool is_added(const Fact& fact) const
    {
        return std::ranges::any_of(result_.added, [&](const auto& added) { return identity_of(added.fact) == identity_of(fact); });
    }

    const std::vector<workforce::HeldFact>& held_;
    std::vector<bool> spoken_of_;
    std::vector<bool> removed_;  ///< by a row that says so
    FactDifference result_;
};
}  // namespace

FactDifference fact_difference(const StaffFile& file, const std::vector<const StaffRow*>& rows, const std::vector<workforce::HeldFact>& held)
{
    Comparison comparison{held};
    std::uint8_t lists = 0;
    for (const auto* row : rows) {
        lists |= row->lists_said;
        for (const auto& fact : file.facts_of(*row))
            if (fact.taken && fact.kind && (fact.code || fact.list.empty())) comparison.compare(fact, row->line);
    }
    if (lists != 0) comparison.end_others(lists, rows.front()->line);
    return std::move(comparison).result();
}

}  // namespace kith::intake
