// Staff records of which everything is reported: held, changed, undone, erased; and the lists that their codes are of.
#include "db/verify.hpp"
#include "kit/databases.hpp"
#include "packs/packs.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/staff_store.hpp"

#include <gtest/gtest.h>

namespace kith::workforce {
namespace {

using access::Reach;

Date day(int year, int month, int number)
{
    return Date::of(year, month, number).value();
}

/// Someone of whom everything is reported.
NewStaffRecord someone_in_full(std::string reference)
{
    EngagementTerms plain{.from_on = day(2024, 1, 8), .role_list = "roles", .role_code = "nursery_nurse", .sector = "early_years", .breadth = "core",
                          .contract = "permanent", .fte = Fte::thousandths(600)};
    NewStaffRecord full{.record = {.reference = std::move(reference), .given_name = PersonName{"Ana"}, .family_name = PersonName{"Reyes"}},
                        .engagements = {{.engagement = {.reference = "1", .started_on = day(2024, 1, 8)}, .terms = {plain}}}};
    full.record.sex = "female";
    full.record.ethnicity = "white_irish";
    full.record.disability = "not_disabled";
    full.engagements[0].engagement.origin = "agency";
    full.engagements[0].engagement.ended_on = day(2026, 3, 31);
    full.engagements[0].engagement.reason_for_leaving = "resigned";
    full.engagements[0].engagement.destination = "health";
    auto& terms = full.engagements[0].terms[0];
    terms.hours = 2225;
    terms.pattern = "term_time;mon;tue";
    terms.pay = Pence{1'234};
    terms.pay_period = "hour";
    terms.terms_set = "green_book";
    terms.pension_scheme = "lgps";
    terms.manager = "A0";
    terms.caseload = 14;
    terms.seconded_from = "brook";
    terms.seconded_to = "A body outside";
    full.facts = {
        {.kind = FactKind::qualification, .list = "qualifications", .code = "early_years_educator", .detail = "3", .on = day(2010, 7, 1)},
        {.kind = FactKind::professional_status, .list = "professional_statuses", .code = "social_worker", .until = day(2026, 11, 30), .number = "SW1"},
        {.kind = FactKind::language, .list = "languages", .code = "polish", .detail = "native"},
        {.kind = FactKind::training, .list = "trainings", .code = "safeguarding_2", .on = day(2025, 2, 3), .until = day(2028, 2, 3), .words = "The college"},
        {.kind = FactKind::supervision, .on = day(2026, 2, 1)},
        {.kind = FactKind::check, .list = "checks", .code = "criminal_record", .detail = "clear", .on = day(2024, 1, 2), .until = day(2027, 1, 2), .number = "0012"},
    };
    return full;
}

std::vector<Fact> facts_of(const HeldStaffRecord& held)
{
    std::vector<Fact> facts;
    for (const auto& entry : held.facts) facts.push_back(entry.fact);
    return facts;
}

class StaffInFull : public kit::EachEngine {
protected:
    void SetUp() override
    {
        change_register([this](db::ChangeSet& changes) {
            acorns_ = add(changes, partnership::Organisation{.code = "acorns", .name = "Acorns", .sector = "early_years", .kind = "nursery"}, now())->id;
        });
    }

    template <class Work>
    std::int64_t change_register(Work work)
    {
        db::Writer writer{database()};
        db::ChangeSet changes{writer, now(), {}, "test"};
        work(changes);
        writer.commit();
        return changes.id();
    }

    std::int64_t carry_out(const Plan& plan)
    {
        return change_register([&](db::ChangeSet& changes) { apply(changes, plan, now(), {}); });
    }

    RegisterView view_of(OrganisationId organisation)
    {
        db::Reader reader{database()};
        return load_view(reader, organisation, {});
    }

    OrganisationId acorns_;
};

TEST_P(StaffInFull, AreHeldInFullAsTheyWereReported)
{
    const auto reported = someone_in_full("A1");
    carry_out({.organisation = acorns_, .new_records = {reported, NewStaffRecord{.record = {.reference = "A2"}, .engagements = {}}}});
    auto view = view_of(acorns_);
    ASSERT_EQ(view.records.size(), 2u);
    EXPECT_EQ(view.records[0].record, reported.record);
    EXPECT_EQ(view.records[0].engagements[0].engagement, reported.engagements[0].engagement);
    EXPECT_EQ(view.records[0].engagements[0].terms[0].terms, reported.engagements[0].terms[0]);
    EXPECT_EQ(facts_of(view.records[0]), reported.facts);
    EXPECT_TRUE(view.records[1].facts.empty());
    db::Reader reader{database()};
    auto line = list_staff(reader, Reach::everything(), {.search = "A1"}, day(2026, 3, 1), 1).lines.at(0);
    auto full = find_full_record(reader, Reach::everything(), line.public_id, day(2026, 3, 1));
    ASSERT_TRUE(full);
    EXPECT_EQ(full->record, reported.record);
    EXPECT_EQ(full->facts.size(), reported.facts.size());
}

TEST_P(StaffInFull, AreReadInFourStatementsHoweverManyTheyAre)
{
    carry_out({.organisation = acorns_, .new_records = {someone_in_full("A1"), someone_in_full("A2"), someone_in_full("A3")}});
    db::Reader reader{database()};
    const auto before = reader.statements();
    load_view(reader, acorns_, {});
    EXPECT_EQ(reader.statements() - before, 4);
}

TEST_P(StaffInFull, GainChangeAndLoseFactsByAPlanAndHaveThemBackWhenItIsUndone)
{
    carry_out({.organisation = acorns_, .new_records = {someone_in_full("A1")}});
    const auto before = view_of(acorns_).records[0];
    Plan plan{.organisation = acorns_};
    plan.added_facts = {{before.id, {.kind = FactKind::appraisal, .on = day(2026, 1, 9)}}};
    auto registered = before.facts[1];
    registered.fact.until = day(2027, 11, 30);
    plan.changed_facts = {{registered.id, before.id, registered.fact}};
    plan.ended_facts = {before.facts[2].id};
    EXPECT_FALSE(plan.is_empty());
    const auto set = carry_out(plan);
    auto after = view_of(acorns_).records[0];
    ASSERT_EQ(after.facts.size(), 6u);
    EXPECT_EQ(after.facts[1].fact.until, day(2027, 11, 30));
    EXPECT_EQ(after.facts[1].id, registered.id);
    EXPECT_EQ(after.facts[2].fact.kind, FactKind::training);
    EXPECT_EQ(after.facts[4].fact.kind, FactKind::appraisal);

    db::Writer writer{database()};
    ASSERT_TRUE(db::undo(writer, {.change_set = set, .now = now(), .author = {}, .reason = "wrong"}));
    writer.commit();
    EXPECT_EQ(facts_of(view_of(acorns_).records[0]), facts_of(before));
}

TEST_P(StaffInFull, HaveAFactErasedForGoodWhileTheChainStillHolds)
{
    carry_out({.organisation = acorns_, .new_records = {someone_in_full("A1")}});
    const auto held = view_of(acorns_).records[0];
    change_register([&](db::ChangeSet& changes) {
        EXPECT_EQ(changes.erase(staff_fact_table(), held.facts[1].id.value(), "number"), 1);
        EXPECT_EQ(changes.erase(staff_record_table(), held.id.value(), "ethnicity"), 1);
    });
    EXPECT_EQ(view_of(acorns_).records[0].facts[1].fact.number, "");
    EXPECT_EQ(view_of(acorns_).records[0].record.ethnicity, "");
    db::Reader reader{database()};
    EXPECT_TRUE(db::verify(reader).holds());
}

KITH_ON_EACH_ENGINE(StaffInFull);

TEST(Facts, HaveAListForEveryKindOfCode)
{
    const auto packs = packs::built_in();
    for (const auto& row : fact_kinds) {
        EXPECT_EQ(fact_kind_named(row.name), row.kind);
        EXPECT_EQ(row_of(row.kind).name, row.name);
        for (auto list : {row.list, row.detail_list}) EXPECT_TRUE(list.empty() || packs.has_list(list)) << list;
    }
    for (const auto* list : {"sex", "ethnicities", "disability", "working_patterns", "starter_origins", "leaving_reasons", "leaver_destinations", "terms_sets",
                             "pension_schemes", "contracts"}) {
        EXPECT_TRUE(packs.has_list(list)) << list;
    }
    EXPECT_FALSE(fact_kind_named("hobby"));
}

TEST(Facts, AreCalledAsTheirEraCalledThem)
{
    const auto packs = packs::built_in();
    auto label = [&](std::string_view list, std::string_view code, packs::Era era) { return std::string{packs.list(list).find(code)->label_in(era)}; };
    EXPECT_EQ(label("professional_statuses", "eyts", packs::Era::of_2009), "Early years professional");
    EXPECT_EQ(label("professional_statuses", "eyts", packs::Era::now), "Early years teacher");
    EXPECT_NE(label("checks", "criminal_record", packs::Era::of_2009).find("Criminal Records Bureau"), std::string::npos);
    EXPECT_NE(label("checks", "criminal_record", packs::Era::now).find("Disclosure and Barring Service"), std::string::npos);
    EXPECT_EQ(label("trainings", "lead_professional", packs::Era::of_2009), "Lead professional");
    EXPECT_EQ(packs.list("languages").recognise("BSL")->code, "bsl");
    EXPECT_EQ(packs.list("contracts").recognise("casual")->code, "bank");
    EXPECT_EQ(packs.mapping("asc-wds-2019-ethnicities-to-ethnicities").apply("33"), "white_gypsy_traveller");
    EXPECT_EQ(packs.mapping("ethnicities-to-csww-2022-ethnicities").apply("white_gypsy_traveller"), "WOTH");
}

}  // namespace
}  // namespace kith::workforce
