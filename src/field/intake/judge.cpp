#include "intake/judge.hpp"

#include "base/quantity.hpp"
#include "intake/chunks.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kith::intake {
namespace {
bool is_skipped(const StaffRow& row, const Rule& rule, Missing missing)
{
    if (missing == Missing::never_skip) return false;
    bool any = false;
    bool all = true;
    for (auto field : rule.reads) {
        if (field == Field::row) break;
        bool has_none = saying_of(row, field) != Saying::value;
        any = any || has_none;
        all = all && has_none;
    }
    return missing == Missing::skip_if_any ? any : all;
}
}  // namespace

/// The rules that are asked of this file, as the pack has them.
struct Judge::Table {
    std::vector<std::pair<const RowRule*, ActiveRule>> rows;
    std::vector<std::pair<const FactRule*, ActiveRule>> facts;
};

ActiveRule as_chosen(const Rule& rule, const RuleLimits& limits)
{
    ActiveRule active{rule.effect, rule.missing, true};
    const auto chosen = limits.choice(rule.id);
    active.on = chosen != "off";
    if (auto effect = effect_named(chosen)) active.effect = *effect;
    if (auto missing = missing_named(limits.choice(std::string{rule.id} + ".missing"))) active.missing = *missing;
    return active;
}

void Judge::apply(const std::vector<std::span<const RowRule>>& tables, std::span<const FactRule> facts)
{
    Table table;
    for (auto rules : tables)
        for (const auto& entry : rules)
            if (auto active = as_chosen(entry.rule, checking_.limits); active.on && applies(entry.rule, *file_.profile)) table.rows.emplace_back(&entry, active);
    for (const auto& entry : facts)
        if (auto active = as_chosen(entry.rule, checking_.limits); active.on && applies(entry.rule, *file_.profile)) table.facts.emplace_back(&entry, active);
    std::vector<std::vector<Draft>> said(chunks_of(file_.rows.size()));
    in_chunks(file_.rows.size(), [&](std::size_t from, std::size_t to, std::size_t chunk) {
        for (auto at = from; at < to; ++at) {
            judge(file_.rows[at], table, said[chunk]);
            if (file_.rows[at].facts > 0) judge_facts(file_.rows[at], table, said[chunk]);
        }
    });
    for (auto& drafts : said) keep(std::move(drafts));
}

void Judge::judge(StaffRow& row, const Table& table, std::vector<Draft>& drafts) const
{
    std::string detail;
    std::vector<Field> refused;  // one fault is said once: a value that a rule did not take is not missing as well
    for (const auto& [entry, active] : table.rows) {
        if (is_troubled(row, entry->rule.field) || std::ranges::find(refused, entry->rule.field) != refused.end()) continue;
        if (is_skipped(row, entry->rule, active.missing) || !entry->speaks(row, checking_, detail)) {
            detail.clear();
            continue;
        }
        drafts.push_back({&entry->rule, entry->suggest, row.row, false, active.effect, entry->rule.field, std::exchange(detail, {})});
        carry_out(entry->rule, active.effect, row);
        if (active.effect == Effect::value_not_taken && entry->rule.field != Field::row) refused.push_back(entry->rule.field);
    }
}

bool Judge::is_troubled(const StaffRow& row, Field field) const
{
    return !troubled_.empty() && field != Field::row && troubled_.contains({row.row, field});
}

void Judge::judge_facts(StaffRow& row, const Table& table, std::vector<Draft>& drafts) const
{
    const bool own_column = file_.profile->of == FileOf::jobs;
    for (auto& fact : file_.facts_of(row))
        for (const auto& [entry, active] : table.facts) {
            std::string detail;
            if (!fact.taken || !entry->speaks(fact, row, checking_, detail)) continue;
            drafts.push_back({&entry->rule, nullptr, row.row, false, active.effect, own_column ? fact.field : entry->rule.field, std::move(detail)});
            if (active.effect == Effect::value_not_taken) fact.taken = false;
            if (active.effect == Effect::row_not_taken) row.taken = false;
        }
}

void Judge::apply(std::span<const FileRule> rules)
{
    for (const auto& entry : rules) {
        const auto active = as_chosen(entry.rule, checking_.limits);
        if (!active.on || !applies(entry.rule, *file_.profile)) continue;
        std::vector<Draft> drafts;
        for (auto& spoken : entry.speaks(file_, checking_)) {
            bool whole = spoken.row == Spoken::whole_file;
            const auto column = spoken.column == Field::row ? entry.rule.field : spoken.column;
            drafts.push_back({&entry.rule, nullptr, whole ? 0U : static_cast<std::uint32_t>(spoken.row), whole, active.effect, column, std::move(spoken.detail)});
            if (spoken.column != Field::row && active.effect == Effect::row_not_taken) troubled_.emplace(drafts.back().row, spoken.column);
            if (spoken.fact != Spoken::whole_file && active.effect == Effect::value_not_taken) file_.facts[spoken.fact].taken = false;
            else if (!whole) carry_out(entry.rule, active.effect, file_.rows[spoken.row]);
        }
        keep(std::move(drafts));
    }
}

void Judge::carry_out(const Rule& rule, Effect effect, StaffRow& row) const
{
    if (effect == Effect::row_not_taken) row.taken = false;
    if (effect == Effect::value_not_taken) leave_as_held(row, rule.field);
}

void Judge::keep(std::vector<Draft> drafts)
{
    const auto most = static_cast<std::size_t>(checking_.limits[RuleLimit::most_findings]);
    const auto room = most > drafts_.size() ? most - drafts_.size() : 0;
    if (drafts.size() > room) {
        left_out_ += drafts.size() - room;
        drafts.resize(room);
    }
    drafts_.insert(drafts_.end(), std::make_move_iterator(drafts.begin()), std::make_move_iterator(drafts.end()));
}

namespace {
/// The words say themselves that the value is not taken.
bool says_left_out(std::string_view message)
{
    return message.find("left out") != message.npos || message.find("not taken") != message.npos || message.find("stays as it") != message.npos;
}
}  // namespace

returns::Finding finding_of(const StaffFile& file, const Rule& rule, Effect effect, std::int64_t line, Field column, std::string_view detail)
{
    auto message = message_of(rule, detail);
    if (effect == Effect::value_not_taken && !says_left_out(message)) message += " The value is left out.";
    const auto name = column == Field::achieved_qualification ? detail : file.profile->column_of(column);
    return {.file = file.name, .line = line, .column = std::string{name}, .rule = std::string{rule.id},
            .severity = severity_of(effect), .message = std::move(message)};
}

returns::Findings Judge::findings() &&
{
    std::ranges::stable_sort(drafts_, {}, [](const Draft& draft) { return draft.whole_file ? std::int64_t{-1} : std::int64_t{draft.row}; });
    Suggestions suggestions{checking_.surroundings};
    returns::Findings findings;
    findings.reserve(drafts_.size() + 1);
    if (left_out_ > 0) findings.push_back(finding_of(file_, too_many_findings(), too_many_findings().effect, 0, Field::row, with_commas(static_cast<std::int64_t>(left_out_))));
    for (auto& draft : drafts_) {
        const auto& row = file_.rows[draft.row];
        // Nobody is asked whether something is so in a row that is not taken: it is asked once the row is mended.
        if (!draft.whole_file && !row.taken && draft.effect == Effect::doubtful) continue;
        if (draft.suggest != nullptr) draft.detail = draft.suggest(row, checking_, suggestions);
        findings.push_back(finding_of(file_, *draft.rule, draft.effect, draft.whole_file ? 0 : std::int64_t{row.line}, draft.column, draft.detail));
        draft.detail = {};
    }
    return findings;
}

}  // namespace kith::intake
