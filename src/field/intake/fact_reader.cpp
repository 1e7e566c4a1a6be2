// The facts of a row: in columns of their own of a staff return, one to a row of a file of facts, one to a row of a training file.
#include "base/text.hpp"
#include "intake/row_reader.hpp"

#include <algorithm>
#include <array>

namespace kith::intake {
namespace {
using workforce::FactKind;
using workforce::FactKindRow;

struct CheckColumn {
    Field field;
    std::string_view code;  ///< of the list of checks
};

/// The checks that a single central record has a column for (Keeping children safe in education, part three).
constexpr auto check_columns = std::to_array<CheckColumn>({
    {Field::identity_check, "identity"}, {Field::right_to_work_check, "right_to_work"}, {Field::references_check, "references"},
    {Field::criminal_record_check, "criminal_record"}, {Field::barred_list_check, "barred_list"}, {Field::prohibition_check, "prohibition"},
    {Field::section_128_check, "section_128"}, {Field::overseas_check, "overseas"},
    {Field::childcare_disqualification_check, "childcare_disqualification"}, {Field::required_qualification_check, "required_qualification"},
});

SaidFact fact_of(const StaffRow& row, Field field, FactKind kind)
{
    const auto& kind_row = workforce::row_of(kind);
    return {.row = row.row, .field = field, .kind = Said<const FactKindRow*>::of(&kind_row), .list = kind_row.list};
}

constexpr std::uint8_t bit_of(FactKind kind) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind)); }

SaidCode code_in(const packs::Packs& packs, std::string_view list, std::string_view text)
{
    const auto* found = list_or_empty(packs, list).recognise(text);
    return found != nullptr ? SaidCode::of(found) : SaidCode::unreadable();
}

/// "1;3" → 3: a qualification at a level, in the adult social care worker file.
std::optional<std::string_view> level_in(std::string_view cell)
{
    auto parts = split(cell, ';');
    return parts.size() == 2 && trimmed(parts[0]) == "1" && !is_do_not_know(trimmed(parts[1])) ? std::optional{trimmed(parts[1])} : std::nullopt;
}
}  // namespace

void RowReader::read_facts(StaffRow& row, std::vector<SaidFact>& facts)
{
    row_ = row.row;
    row.first_fact = static_cast<std::uint32_t>(facts.size());
    switch (file_.profile->of) {
    case FileOf::facts: add_own(row, facts); break;
    case FileOf::training: add_training(row, facts); break;
    case FileOf::workplaces: break;
    case FileOf::jobs:
        if (asc_) {
            add_worker_facts(row, facts);
            break;
        }
        add_list(row, Field::qualifications, FactKind::qualification, facts);
        add_list(row, Field::professional_statuses, FactKind::professional_status, facts);
        add_list(row, Field::skills, FactKind::skill, facts);
        add_list(row, Field::languages, FactKind::language, facts);
        add_dated(row, Field::last_supervision, FactKind::supervision, {}, facts);
        add_dated(row, Field::last_appraisal, FactKind::appraisal, {}, facts);
        add_sickness(row, facts);
        for (const auto& check : check_columns) add_dated(row, check.field, FactKind::check, check.code, facts);
    }
    row.facts = static_cast<std::uint16_t>(facts.size() - row.first_fact);
}

/// A day in a column of its own. An empty cell says nothing: what was checked stays checked.
void RowReader::add_dated(StaffRow& row, Field field, FactKind kind, std::string_view code, std::vector<SaidFact>& facts)
{
    if (!has(field) || cell(field).empty()) return;
    auto fact = fact_of(row, field, kind);
    if (!code.empty()) fact.code = code_in(surroundings_.packs(), fact.list, code);
    fact.on = day(field);
    if (field == Field::criminal_record_check) fact.number = text(Field::criminal_record_number);
    facts.push_back(fact);
}

/// The days lost to sickness in a period. Three empty cells say nothing: what is held stays.
void RowReader::add_sickness(StaffRow& row, std::vector<SaidFact>& facts)
{
    constexpr std::array columns{Field::sickness_from, Field::sickness_until, Field::sickness_days_lost};
    if (std::ranges::none_of(columns, [&](Field field) { return has(field) && !cell(field).empty(); })) return;
    auto fact = fact_of(row, Field::sickness_days_lost, FactKind::absence);
    fact.code = code_in(surroundings_.packs(), fact.list, "sickness");
    fact.on = day(Field::sickness_from);
    fact.until = day(Field::sickness_until);
    fact.days_lost = said<workforce::DaysLost>(Field::sickness_days_lost, workforce::DaysLost::parse);
    facts.push_back(fact);
}

/// A list in a column of its own: the whole list of its kind, unless a part of it cannot be read.
void RowReader::add_list(StaffRow& row, Field field, FactKind kind, std::vector<SaidFact>& facts)
{
    if (!has(field)) return;
    constexpr std::size_t most = 50;
    bool readable = true;
    bool first = true;
    auto parts = split(cell(field), ';');
    if (parts.size() > most) parts.resize(most), readable = false;
    for (auto part : parts) {
        if (trimmed(part).empty()) continue;
        auto fact = fact_of(row, field, kind);
        fact.of_list = true;
        fact.code = code_in(surroundings_.packs(), fact.list, trimmed(part));
        if (kind == FactKind::professional_status && first) {
            fact.number = text(Field::registration_number);
            fact.until = day(Field::registration_until);
        }
        first = false;
        readable = readable && fact.code;
        facts.push_back(fact);
    }
    if (readable) row.lists_said |= bit_of(kind);
}

void RowReader::add_own(StaffRow& row, std::vector<SaidFact>& facts)
{
    SaidFact fact{.row = row.row, .field = Field::fact_code};
    fact.kind = looked_up<FactKindRow>(Field::fact_kind, [](std::string_view cell) -> const FactKindRow* {
        auto kind = workforce::fact_kind_named(lower_ascii(cell));
        return kind ? &workforce::row_of(*kind) : nullptr;
    });
    fact.on = day(Field::fact_on);
    fact.until = day(Field::fact_until);
    fact.number = text(Field::fact_number);
    fact.words = text(Field::fact_words);
    fact.removes = has(Field::fact_removed) && lower_ascii(cell(Field::fact_removed)) == "yes";
    if (fact.kind) {
        fact.list = fact.kind->list;
        auto said_in = [&](Field field, std::string_view list) {
            if (!has(field)) return SaidCode::silent();
            return cell(field).empty() ? SaidCode::blank() : code_in(surroundings_.packs(), list, cell(field));
        };
        if (!fact.list.empty()) fact.code = said_in(Field::fact_code, fact.list);
        if (!fact.kind->detail_list.empty()) fact.detail = said_in(Field::fact_detail, fact.kind->detail_list);
        if (fact.kind->kind == FactKind::absence) {
            fact.days_lost = said<workforce::DaysLost>(Field::fact_detail, workforce::DaysLost::parse);
            fact.number.leave_as_held();  // an absence has none
        }
    }
    facts.push_back(fact);
}

/// The highest social care and other qualification, with its level.
void RowReader::add_worker_facts(StaffRow& row, std::vector<SaidFact>& facts)
{
    for (auto [field, code] : {std::pair{Field::social_care_qualification, "social_care"}, std::pair{Field::other_qualification, "other"}}) {
        if (!has(field)) continue;
        auto level = level_in(cell(field));
        if (!level) continue;
        auto fact = fact_of(row, field, FactKind::qualification);
        fact.list = "asc-wds-highest-qualifications";
        fact.code = code_in(surroundings_.packs(), fact.list, code);
        const auto* own = list_or_empty(surroundings_.packs(), "qualification_levels").find(*level);
        if (own != nullptr) fact.detail = SaidCode::of(own);
        facts.push_back(fact);
    }
}

void RowReader::add_training(StaffRow& row, std::vector<SaidFact>& facts)
{
    auto fact = fact_of(row, Field::fact_code, FactKind::training);
    fact.list = "asc-wds-training-categories";
    if (!cell(Field::fact_code).empty()) fact.code = code_in(surroundings_.packs(), fact.list, cell(Field::fact_code));
    fact.on = day(Field::fact_on);
    fact.until = day(Field::fact_until);
    fact.words = text(Field::fact_words);
    facts.push_back(fact);
}

}  // namespace kith::intake
