#include "workforce/staff_steps.hpp"

#include "base/text.hpp"
#include "workforce/staff_store.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>

namespace kith::workforce {

std::int64_t ComingIds::take(const db::RegisterTable& table, std::size_t rows)
{
    auto known = next_.find(table.name);
    if (known == next_.end()) known = next_.emplace(table.name, first_(table)).first;
    return std::exchange(known->second, known->second + static_cast<std::int64_t>(rows));
}

int PublicIdOrder::next()
{
    constexpr std::size_t in_a_second = 1000;
    const auto place = records_ <= in_a_second ? given_ : given_ * in_a_second / records_;
    ++given_;
    return static_cast<int>(std::min(place, in_a_second - 1));
}

namespace {

using Arguments = std::vector<db::Argument>;

std::vector<std::string_view> names_of(const db::RegisterTable& table)
{
    std::vector<std::string_view> names;
    for (const auto& column : table.columns) names.push_back(column.name);
    return names;
}

/// Text that was not reported is NULL.
std::optional<std::string_view> unless_empty(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional<std::string_view>{text};
}

SealedNumber sealed_number(const StaffRecord& record, const NumberKeeper& numbers)
{
    if (!record.national_insurance || !numbers.has_key()) return {};
    return {numbers.seal(*record.national_insurance), numbers.blind_index(*record.national_insurance)};
}

Arguments row_of(const PublicId& id, OrganisationId organisation, const StaffRecord& record, const SealedNumber& number)
{
    auto born = record.birth_date ? std::optional{record.birth_date->reveal()} : std::nullopt;
    return {id, organisation, record.reference, record.given_name, record.family_name, name_key(record.family_name, record.given_name), born,
            number.sealed, number.index, unless_empty(record.sex), unless_empty(record.ethnicity), unless_empty(record.disability)};
}

Arguments row_of(std::int64_t record, const Engagement& engagement)
{
    return {record, engagement.reference, engagement.started_on, engagement.ended_on, unless_empty(engagement.origin),
            unless_empty(engagement.reason_for_leaving), unless_empty(engagement.destination)};
}

Arguments row_of(std::int64_t engagement, const EngagementTerms& terms)
{
    return {engagement,  terms.from_on, terms.setting,  terms.locality, terms.role_list, terms.role_code, terms.sector,
            terms.breadth, terms.contract, terms.fte, terms.hours, unless_empty(terms.pattern), terms.pay, unless_empty(terms.pay_period),
            unless_empty(terms.terms_set), unless_empty(terms.pension_scheme), unless_empty(terms.manager), terms.caseload,
            unless_empty(terms.seconded_from), unless_empty(terms.seconded_to)};
}

Arguments row_of(std::int64_t record, const Fact& fact)
{
    return {record, row_of(fact.kind).name, unless_empty(fact.list), unless_empty(fact.code), unless_empty(fact.detail), fact.on, fact.until,
            unless_empty(fact.number), unless_empty(fact.words)};
}

/// Takes a plan apart into steps; engagements, terms and facts wait until what they belong to has its id.
class Taking {
public:
    Taking(const StaffRows& rows, const Plan& plan, StaffSteps& steps) : rows_(rows), plan_(plan), steps_(steps) {}

    void change_terms();
    void change_facts();
    void change_engagements();
    void change_records();
    void wait_for_held();
    void add_records(std::span<const NewStaffRecord> records);
    void add_engagements();
    void add_terms();
    void add_facts();

private:
    db::PreparedRows rows_for(const db::RegisterTable& table) const
    {
        return db::PreparedRows{table, names_of(table), rows_.reader.database().options().random};
    }
    void end(const db::RegisterTable& table, std::vector<std::int64_t> ids);
    void replace(const db::RegisterTable& table, std::vector<std::int64_t> ids, db::PreparedRows rows);
    std::int64_t add(const db::RegisterTable& table, db::PreparedRows rows);

    const StaffRows& rows_;
    const Plan& plan_;
    StaffSteps& steps_;
    std::vector<std::pair<std::int64_t, const NewEngagement*>> waiting_;
    std::vector<std::pair<std::int64_t, const EngagementTerms*>> waiting_terms_;
    std::vector<std::pair<std::int64_t, const Fact*>> waiting_facts_;
};

void Taking::end(const db::RegisterTable& table, std::vector<std::int64_t> ids)
{
    if (!ids.empty()) steps_.steps.push_back({&table, std::move(ids), {}, 0});
}

void Taking::replace(const db::RegisterTable& table, std::vector<std::int64_t> ids, db::PreparedRows rows)
{
    if (ids.empty()) return;
    rows_.ids.take(table, rows.size());
    steps_.steps.push_back({&table, std::move(ids), std::move(rows), 0});
}

/// Answers the id that the first of them will have.
std::int64_t Taking::add(const db::RegisterTable& table, db::PreparedRows rows)
{
    const auto first = rows_.ids.take(table, rows.size());
    steps_.steps.push_back({&table, {}, std::move(rows), first});
    return first;
}

void Taking::change_terms()
{
    std::vector<std::int64_t> removed;
    for (auto id : plan_.removed_terms) removed.push_back(id.value());
    steps_.applied.terms_removed = static_cast<std::int64_t>(removed.size());
    end(engagement_terms_table(), std::move(removed));
    std::vector<std::int64_t> ids;
    auto rows = rows_for(engagement_terms_table());
    for (const auto& changed : plan_.changed_terms) {
        ids.push_back(changed.id.value());
        rows.add(row_of(changed.engagement.value(), changed.terms));
    }
    steps_.applied.terms_changed = static_cast<std::int64_t>(ids.size());
    replace(engagement_terms_table(), std::move(ids), std::move(rows));
}

void Taking::change_facts()
{
    std::vector<std::int64_t> ended;
    for (auto id : plan_.ended_facts) ended.push_back(id.value());
    steps_.applied.facts_ended = static_cast<std::int64_t>(ended.size());
    end(staff_fact_table(), std::move(ended));
    std::vector<std::int64_t> ids;
    auto rows = rows_for(staff_fact_table());
    for (const auto& changed : plan_.changed_facts) {
        ids.push_back(changed.id.value());
        rows.add(row_of(changed.record.value(), changed.fact));
    }
    steps_.applied.facts_changed = static_cast<std::int64_t>(ids.size());
    replace(staff_fact_table(), std::move(ids), std::move(rows));
}

void Taking::change_engagements()
{
    std::vector<std::int64_t> ids;
    auto rows = rows_for(engagement_table());
    for (const auto& changed : plan_.changed_engagements) {
        ids.push_back(changed.id.value());
        rows.add(row_of(changed.record.value(), changed.engagement));
    }
    steps_.applied.engagements_changed = static_cast<std::int64_t>(ids.size());
    replace(engagement_table(), std::move(ids), std::move(rows));
}

void Taking::change_records()
{
    if (plan_.changed_records.empty()) return;
    const auto& numbers = rows_.numbers;
    std::vector<std::int64_t> ids;
    for (const auto& changed : plan_.changed_records) ids.push_back(changed.id.value());
    const auto kept = load_kept(rows_.reader, ids);
    auto rows = rows_for(staff_record_table());
    for (const auto& changed : plan_.changed_records) {
        const auto& held = kept.at(changed.id);
        auto number = numbers.has_key() ? sealed_number(changed.record, numbers) : held.number;
        // Sealed once is enough; but the index leaves the last letter out, so the number itself must be the same.
        const bool may_be_same = numbers.has_key() && number.index && number.index == held.number.index && held.number.sealed;
        if (may_be_same && numbers.open(*held.number.sealed) == changed.record.national_insurance) number = held.number;
        rows.add(row_of(held.public_id, plan_.organisation, changed.record, number));
    }
    steps_.applied.records_changed = static_cast<std::int64_t>(ids.size());
    replace(staff_record_table(), std::move(ids), std::move(rows));
}

/// What is new about people and jobs that the register holds.
void Taking::wait_for_held()
{
    for (const auto& added : plan_.new_engagements) waiting_.emplace_back(added.record.value(), &added.added);
    for (const auto& added : plan_.new_terms) waiting_terms_.emplace_back(added.engagement.value(), &added.terms);
    for (const auto& added : plan_.added_facts) waiting_facts_.emplace_back(added.record.value(), &added.fact);
}

void Taking::add_records(std::span<const NewStaffRecord> records)
{
    if (records.empty()) return;
    auto rows = rows_for(staff_record_table());
    for (const auto& added : records) {
        auto id = rows_.reader.database().make_public_id(rows_.now, rows_.order.next());
        rows.add(row_of(id, plan_.organisation, added.record, sealed_number(added.record, rows_.numbers)));
    }
    steps_.applied.records_added = static_cast<std::int64_t>(rows.size());
    auto id = add(staff_record_table(), std::move(rows));
    for (const auto& added : records) {
        for (const auto& engagement : added.engagements) waiting_.emplace_back(id, &engagement);
        for (const auto& fact : added.facts) waiting_facts_.emplace_back(id, &fact);
        ++id;
    }
}

void Taking::add_engagements()
{
    if (waiting_.empty()) return;
    auto rows = rows_for(engagement_table());
    for (const auto& [record, added] : waiting_) rows.add(row_of(record, added->engagement));
    steps_.applied.engagements_added = static_cast<std::int64_t>(rows.size());
    auto id = add(engagement_table(), std::move(rows));
    for (const auto& [record, added] : waiting_) {
        for (const auto& terms : added->terms) waiting_terms_.emplace_back(id, &terms);
        ++id;
    }
}

void Taking::add_terms()
{
    if (waiting_terms_.empty()) return;
    auto rows = rows_for(engagement_terms_table());
    for (const auto& [engagement, terms] : waiting_terms_) rows.add(row_of(engagement, *terms));
    steps_.applied.terms_added = static_cast<std::int64_t>(rows.size());
    add(engagement_terms_table(), std::move(rows));
}

void Taking::add_facts()
{
    if (waiting_facts_.empty()) return;
    auto rows = rows_for(staff_fact_table());
    for (const auto& [record, fact] : waiting_facts_) rows.add(row_of(record, *fact));
    steps_.applied.facts_added = static_cast<std::int64_t>(rows.size());
    add(staff_fact_table(), std::move(rows));
}

}  // namespace

void make_ready(const StaffRows& rows, const Plan& plan, const std::function<void(StaffSteps)>& take)
{
    constexpr std::size_t at_a_time = 4096;
    std::span<const NewStaffRecord> left{plan.new_records};
    for (bool first = true; first || !left.empty(); first = false) {
        StaffSteps steps;
        Taking taking{rows, plan, steps};
        if (first) {
            taking.change_terms();  // first, so that what gives way has gone before what comes
            taking.change_facts();
            taking.change_engagements();
            taking.change_records();
            taking.wait_for_held();
        }
        taking.add_records(left.first(std::min(at_a_time, left.size())));
        left = left.subspan(std::min(at_a_time, left.size()));
        taking.add_engagements();
        taking.add_terms();
        taking.add_facts();
        if (!steps.steps.empty()) take(std::move(steps));
    }
}

Applied carry_out(db::ChangeSet& changes, StaffSteps steps)
{
    for (auto& step : steps.steps) {
        if (!step.rows) {
            changes.end_many(*step.table, step.ids);
        } else if (!step.ids.empty()) {
            changes.replace_many(*step.table, step.ids, std::move(*step.rows));
        } else if (changes.add_many(*step.table, std::move(*step.rows)) != step.first) {
            throw std::logic_error("rows made ready for other ids than they were given");
        }
    }
    return steps.applied;
}

}  // namespace kith::workforce
