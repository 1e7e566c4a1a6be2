// The register tables and carrying out a plan. What is read of them stands in staff_store.cpp.
#include "workforce/staff_register.hpp"

#include "base/text.hpp"
#include "workforce/staff_store.hpp"

namespace kith::workforce {

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

/// Rows on their way into the four tables; engagements, terms and facts wait until what they belong to has its id.
class Carrying {
public:
    Carrying(db::ChangeSet& changes, const NumberKeeper& numbers, Instant now)
        : changes_(changes), numbers_(numbers), now_(now), random_(changes.writer().database().options().random)
    {
    }

    void add_records(const Plan& plan);
    void change_records(const Plan& plan);
    void add_engagements(const Plan& plan);
    void change_engagements(const Plan& plan);
    void add_terms(const Plan& plan);
    void change_terms(const Plan& plan);
    void add_facts(const Plan& plan);
    void change_facts(const Plan& plan);
    const Applied& applied() const { return applied_; }

private:
    struct Waiting {
        std::int64_t record;
        const NewEngagement* engagement;
    };
    db::PreparedRows rows_for(const db::RegisterTable& table) const
    {
        return db::PreparedRows{table, names_of(table), random_};
    }

    db::ChangeSet& changes_;
    const NumberKeeper& numbers_;
    Instant now_;
    db::RandomBytes random_;
    std::vector<Waiting> waiting_;
    std::vector<std::pair<std::int64_t, const EngagementTerms*>> waiting_terms_;
    std::vector<std::pair<std::int64_t, const Fact*>> waiting_facts_;
    Applied applied_;
};

void Carrying::add_records(const Plan& plan)
{
    for (const auto& added : plan.new_engagements) waiting_.push_back({added.record.value(), &added.added});
    if (plan.new_records.empty()) return;
    auto rows = rows_for(staff_record_table());
    int order = 0;
    for (const auto& added : plan.new_records) {
        auto id = changes_.writer().database().make_public_id(now_, order);
        order = (order + 1) % 1000;
        rows.add(row_of(id, plan.organisation, added.record, sealed_number(added.record, numbers_)));
    }
    applied_.records_added = static_cast<std::int64_t>(rows.size());
    auto id = changes_.add_many(staff_record_table(), std::move(rows));
    for (const auto& added : plan.new_records) {
        for (const auto& engagement : added.engagements) waiting_.push_back({id, &engagement});
        for (const auto& fact : added.facts) waiting_facts_.emplace_back(id, &fact);
        ++id;
    }
}

void Carrying::change_records(const Plan& plan)
{
    if (plan.changed_records.empty()) return;
    std::vector<std::int64_t> ids;
    for (const auto& changed : plan.changed_records) ids.push_back(changed.id.value());
    const auto kept = load_kept(changes_.writer(), ids);
    auto rows = rows_for(staff_record_table());
    for (const auto& changed : plan.changed_records) {
        const auto& held = kept.at(changed.id);
        auto number = numbers_.has_key() ? sealed_number(changed.record, numbers_) : held.number;
        // Sealed once is enough; but the index leaves the last letter out, so the number itself must be the same.
        const bool may_be_same = numbers_.has_key() && number.index && number.index == held.number.index && held.number.sealed;
        if (may_be_same && numbers_.open(*held.number.sealed) == changed.record.national_insurance) number = held.number;
        rows.add(row_of(held.public_id, plan.organisation, changed.record, number));
    }
    applied_.records_changed = static_cast<std::int64_t>(ids.size());
    changes_.replace_many(staff_record_table(), ids, std::move(rows));
}

void Carrying::add_engagements(const Plan&)
{
    if (waiting_.empty()) return;
    auto rows = rows_for(engagement_table());
    for (const auto& waiting : waiting_) rows.add(row_of(waiting.record, waiting.engagement->engagement));
    applied_.engagements_added = static_cast<std::int64_t>(rows.size());
    auto id = changes_.add_many(engagement_table(), std::move(rows));
    for (const auto& waiting : waiting_) {
        for (const auto& terms : waiting.engagement->terms) waiting_terms_.emplace_back(id, &terms);
        ++id;
    }
}

void Carrying::change_engagements(const Plan& plan)
{
    if (plan.changed_engagements.empty()) return;
    std::vector<std::int64_t> ids;
    auto rows = rows_for(engagement_table());
    for (const auto& changed : plan.changed_engagements) {
        ids.push_back(changed.id.value());
        rows.add(row_of(changed.record.value(), changed.engagement));
    }
    applied_.engagements_changed = static_cast<std::int64_t>(ids.size());
    changes_.replace_many(engagement_table(), ids, std::move(rows));
}

void Carrying::add_terms(const Plan& plan)
{
    for (const auto& added : plan.new_terms) waiting_terms_.emplace_back(added.engagement.value(), &added.terms);
    if (waiting_terms_.empty()) return;
    auto rows = rows_for(engagement_terms_table());
    for (const auto& [engagement, terms] : waiting_terms_) rows.add(row_of(engagement, *terms));
    applied_.terms_added = static_cast<std::int64_t>(rows.size());
    changes_.add_many(engagement_terms_table(), std::move(rows));
}

void Carrying::change_terms(const Plan& plan)
{
    std::vector<std::int64_t> removed;
    for (auto id : plan.removed_terms) removed.push_back(id.value());
    applied_.terms_removed = static_cast<std::int64_t>(removed.size());
    if (!removed.empty()) changes_.end_many(engagement_terms_table(), removed);
    if (plan.changed_terms.empty()) return;
    std::vector<std::int64_t> ids;
    auto rows = rows_for(engagement_terms_table());
    for (const auto& changed : plan.changed_terms) {
        ids.push_back(changed.id.value());
        rows.add(row_of(changed.engagement.value(), changed.terms));
    }
    applied_.terms_changed = static_cast<std::int64_t>(ids.size());
    changes_.replace_many(engagement_terms_table(), ids, std::move(rows));
}

void Carrying::add_facts(const Plan& plan)
{
    for (const auto& added : plan.added_facts) waiting_facts_.emplace_back(added.record.value(), &added.fact);
    if (waiting_facts_.empty()) return;
    auto rows = rows_for(staff_fact_table());
    for (const auto& [record, fact] : waiting_facts_) rows.add(row_of(record, *fact));
    applied_.facts_added = static_cast<std::int64_t>(rows.size());
    changes_.add_many(staff_fact_table(), std::move(rows));
}

void Carrying::change_facts(const Plan& plan)
{
    std::vector<std::int64_t> ended;
    for (auto id : plan.ended_facts) ended.push_back(id.value());
    applied_.facts_ended = static_cast<std::int64_t>(ended.size());
    if (!ended.empty()) changes_.end_many(staff_fact_table(), ended);
    if (plan.changed_facts.empty()) return;
    std::vector<std::int64_t> ids;
    auto rows = rows_for(staff_fact_table());
    for (const auto& changed : plan.changed_facts) {
        ids.push_back(changed.id.value());
        rows.add(row_of(changed.record.value(), changed.fact));
    }
    applied_.facts_changed = static_cast<std::int64_t>(ids.size());
    changes_.replace_many(staff_fact_table(), ids, std::move(rows));
}

}  // namespace

const db::RegisterTable& staff_record_table()
{
    static const db::RegisterTable table{"staff_record",
                                         {{"public_id"},
                                          {"organisation_id", db::Kind::integer},
                                          {"reference"},
                                          {"given_name"},
                                          {"family_name"},
                                          {"name_key"},
                                          {"birth_date"},
                                          {"national_insurance", db::Kind::blob},
                                          {"national_insurance_index", db::Kind::blob},
                                          {"sex"},
                                          {"ethnicity"},
                                          {"disability"}}};
    return table;
}

const db::RegisterTable& engagement_table()
{
    static const db::RegisterTable table{
        "engagement",
        {{"staff_record_id", db::Kind::integer}, {"reference"}, {"started_on"}, {"ended_on"}, {"origin"}, {"reason_for_leaving"}, {"destination"}}};
    return table;
}

const db::RegisterTable& engagement_terms_table()
{
    static const db::RegisterTable table{"engagement_terms",
                                         {{"engagement_id", db::Kind::integer},
                                          {"from_on"},
                                          {"setting_id", db::Kind::integer},
                                          {"locality_id", db::Kind::integer},
                                          {"role_list"},
                                          {"role_code"},
                                          {"sector"},
                                          {"breadth"},
                                          {"contract"},
                                          {"fte", db::Kind::integer},
                                          {"hours", db::Kind::integer},
                                          {"pattern"},
                                          {"pay", db::Kind::integer},
                                          {"pay_period"},
                                          {"terms_set"},
                                          {"pension_scheme"},
                                          {"manager"},
                                          {"caseload", db::Kind::integer},
                                          {"seconded_from"},
                                          {"seconded_to"}}};
    return table;
}

const db::RegisterTable& staff_fact_table()
{
    static const db::RegisterTable table{"staff_fact",
                                         {{"staff_record_id", db::Kind::integer},
                                          {"kind"},
                                          {"list"},
                                          {"code"},
                                          {"detail"},
                                          {"on_day"},
                                          {"until_day"},
                                          {"number"},
                                          {"words"}}};
    return table;
}

Applied apply(db::ChangeSet& changes, const Plan& plan, Instant now, const NumberKeeper& numbers)
{
    Carrying carrying{changes, numbers, now};
    carrying.change_terms(plan);  // first, so that what gives way has gone before what comes
    carrying.change_facts(plan);
    carrying.change_engagements(plan);
    carrying.change_records(plan);
    carrying.add_records(plan);
    carrying.add_engagements(plan);
    carrying.add_terms(plan);
    carrying.add_facts(plan);
    return carrying.applied();
}

std::string name_key(const PersonName& family_name, const PersonName& given_name)
{
    return " " + folded(family_name.reveal()) + " " + folded(given_name.reveal());
}

}  // namespace kith::workforce
