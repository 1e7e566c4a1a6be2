// The register tables and carrying out plans. How a plan becomes rows stands in staff_steps.cpp, what is read in staff_store.cpp.
#include "workforce/staff_register.hpp"

#include "base/handover.hpp"
#include "base/text.hpp"
#include "workforce/staff_steps.hpp"

#include <map>

namespace kith::workforce {

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

Applied& Applied::operator+=(const Applied& other)
{
    records_added += other.records_added;
    records_changed += other.records_changed;
    engagements_added += other.engagements_added;
    engagements_changed += other.engagements_changed;
    terms_added += other.terms_added;
    terms_changed += other.terms_changed;
    terms_removed += other.terms_removed;
    facts_added += other.facts_added;
    facts_changed += other.facts_changed;
    facts_ended += other.facts_ended;
    return *this;
}

Applied apply(db::ChangeSet& changes, const Plan& plan, Instant now, const NumberKeeper& numbers)
{
    ComingIds ids{[&](const db::RegisterTable& table) { return changes.next_id(table); }};
    PublicIdOrder order{plan.new_records.size()};
    Applied applied;
    make_ready({changes.writer(), numbers, now, ids, order}, plan, [&](StaffSteps steps) { applied += carry_out(changes, std::move(steps)); });
    return applied;
}

Applied apply_each(db::ChangeSet& changes, std::size_t records, Instant now, const NumberKeeper& numbers, const PlanMaker& make)
{
    constexpr std::size_t ahead = 3;
    constexpr std::size_t few = 5000;
    Applied applied;
    if (records < few) {
        make(changes.writer(), [&](const Plan& plan) { applied += apply(changes, plan, now, numbers); });
        return applied;
    }
    // Asked for here: the other thread must not touch the Writer.
    std::map<std::string_view, std::int64_t> first;
    for (const auto* table : {&staff_record_table(), &engagement_table(), &engagement_terms_table(), &staff_fact_table()}) {
        first.emplace(table->name, changes.next_id(*table));
    }
    const auto make_all = [&](const Handover<StaffSteps>::Give& give) {
        db::Reader reader{changes.writer().database()};
        ComingIds ids{[&](const db::RegisterTable& table) { return first.at(table.name); }};
        PublicIdOrder order{records};
        make(reader, [&](const Plan& plan) { make_ready({reader, numbers, now, ids, order}, plan, give); });
    };
    Handover<StaffSteps>::run(ahead, make_all, [&](StaffSteps steps) { applied += carry_out(changes, std::move(steps)); });
    return applied;
}

std::string name_key(const PersonName& family_name, const PersonName& given_name)
{
    return " " + folded(family_name.reveal()) + " " + folded(given_name.reveal());
}

}  // namespace kith::workforce
