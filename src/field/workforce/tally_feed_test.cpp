#include "db/change_set.hpp"
#include "kit/databases.hpp"
#include "partnership/organisation_register.hpp"
#include "tally/query.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/tally_halves_store.hpp"
#include "workforce/vacancy_register.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace kith::workforce {
namespace {

Date day(int year, int month, int number)
{
    return Date::of(year, month, number).value();
}

NewStaffRecord someone(std::string reference, std::string role = "nursery_nurse", std::string role_list = "roles")
{
    EngagementTerms terms{.from_on = day(2024, 1, 8), .role_list = std::move(role_list), .role_code = std::move(role), .sector = "early_years",
                          .breadth = "core", .contract = "permanent", .fte = Fte::thousandths(600)};
    return {.record = {.reference = std::move(reference), .given_name = PersonName{"A"}, .family_name = PersonName{"B"}},
            .engagements = {{.engagement = {.reference = "1", .started_on = day(2024, 1, 8)}, .terms = {terms}}}};
}

class TallyOfRegister : public kit::EachEngine {
protected:
    void SetUp() override
    {
        change_register([this](db::ChangeSet& changes) {
            using partnership::Organisation;
            acorns_ = add(changes, Organisation{.code = "acorns", .name = "Acorns", .sector = "early_years", .kind = "nursery"}, now())->id;
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
    RegisterView view()
    {
        db::Reader reader{database()};
        return load_view(reader, acorns_, {});
    }
    std::shared_ptr<const Snapshot> snapshot()
    {
        db::Reader reader{database()};
        return feed_.up_to_date(reader);
    }
    tally::Counts on(Date date)
    {
        return tally::count(snapshot()->table, {.on = date, .scope = {.everything = true}}).total;
    }
    std::string roles_on(Date date)
    {
        auto held = snapshot();
        std::string text;
        for (const auto& group : tally::count(held->table, {.on = date, .scope = {.everything = true}, .by = {tally::Column::role}}).groups) {
            text += held->table.dictionary(tally::Column::role).text(group.codes[0]) + " ";
        }
        return text;
    }

    TallyFeed feed_{[](std::string_view list, std::string_view code) -> MappedRole {
        if (list == "roles") return {std::string{code}, "early_years", "core"};
        return code == "42" ? MappedRole{"youth_worker", "youth", "wider"} : MappedRole{};
    }};
    OrganisationId acorns_;
};

TEST_P(TallyOfRegister, IsEmptyWhereNothingIsHeld)
{
    EXPECT_EQ(on(day(2026, 1, 1)), tally::Counts{});
}

TEST_P(TallyOfRegister, SeesWhatAnotherProgramWroteBeforeTheNextAnswer)
{
    EXPECT_EQ(on(day(2026, 1, 1)).records, 0);
    carry_out({.organisation = acorns_, .new_records = {someone("1"), someone("2")}});
    EXPECT_EQ(on(day(2026, 1, 1)), (tally::Counts{.engagements = 2, .records = 2, .people = 2, .fte = Fte::thousandths(1200)}));
    EXPECT_EQ(snapshot()->organisations.at(acorns_).records, 2);
    EXPECT_EQ(feed_.whole_loads(), 1);
    EXPECT_EQ(feed_.part_loads(), 1);
}

TEST_P(TallyOfRegister, KeepsASnapshotAsItWasForWhoHoldsIt)
{
    carry_out({.organisation = acorns_, .new_records = {someone("1")}});
    auto held = snapshot();
    carry_out({.organisation = acorns_, .new_records = {someone("2")}});
    EXPECT_EQ(on(day(2026, 1, 1)).records, 2);
    EXPECT_EQ(held->table.size(), 1u);
}

TEST_P(TallyOfRegister, CutsAnEngagementWhereItsTermsChange)
{
    auto person = someone("1");
    auto later = person.engagements[0].terms[0];
    later.from_on = day(2025, 1, 1);
    later.fte = Fte::thousandths(1000);
    person.engagements[0].terms.push_back(later);
    person.engagements[0].engagement.ended_on = day(2025, 6, 30);
    carry_out({.organisation = acorns_, .new_records = {person}});
    EXPECT_EQ(on(day(2024, 1, 7)).records, 0);
    EXPECT_EQ(on(day(2024, 12, 31)).fte, Fte::thousandths(600));
    EXPECT_EQ(on(day(2025, 1, 1)).fte, Fte::thousandths(1000));
    EXPECT_EQ(on(day(2025, 6, 30)).engagements, 1);
    EXPECT_EQ(on(day(2025, 7, 1)).engagements, 0);
}

TEST_P(TallyOfRegister, CountsAnEngagementFromItsStartEvenWhereItsTermsComeLaterOrNotAtAll)
{
    auto late = someone("1");
    late.engagements[0].terms[0].from_on = day(2025, 1, 1);
    auto bare = someone("2");
    bare.engagements[0].terms.clear();
    carry_out({.organisation = acorns_, .new_records = {late, bare}});
    EXPECT_EQ(on(day(2024, 6, 1)), (tally::Counts{.engagements = 2, .records = 2, .people = 2, .fte = Fte::thousandths(600), .fte_unknown = 1}));
}

TEST_P(TallyOfRegister, FollowsAnUndo)
{
    auto set = carry_out({.organisation = acorns_, .new_records = {someone("1")}});
    EXPECT_EQ(on(day(2026, 1, 1)).records, 1);
    db::Writer writer{database()};
    ASSERT_TRUE(db::undo(writer, {.change_set = set, .now = now(), .author = {}, .reason = "wrong"}));
    writer.commit();
    EXPECT_EQ(on(day(2026, 1, 1)).records, 0);
}

TEST_P(TallyOfRegister, MovesPeopleWithTheirSetting)
{
    partnership::Setting site{.organisation = acorns_, .code = "s", .name = "Site", .kind = "nursery"};
    change_register([&](db::ChangeSet& changes) {
        auto east = add(changes, partnership::Locality{.code = "E", .name = "East"}, now())->id;
        site.locality = east;
        site = add(changes, site, now()).value();
    });
    auto person = someone("1");
    person.engagements[0].terms[0].setting = site.id;
    carry_out({.organisation = acorns_, .new_records = {person}});
    auto localities = [&] {
        auto held = snapshot();
        return held->table.dictionary(tally::Column::locality).text(held->table.codes(tally::Column::locality)[0]);
    };
    EXPECT_EQ(localities(), tally_text(*site.locality));
    change_register([&](db::ChangeSet& changes) {
        site.locality = add(changes, partnership::Locality{.code = "W", .name = "West"}, now())->id;
        EXPECT_TRUE(change(changes, site));
    });
    EXPECT_EQ(localities(), tally_text(*site.locality));
}

TEST_P(TallyOfRegister, CountsRolesByTheMappingAndThoseWithoutOneUnderTheirOwnCode)
{
    carry_out({.organisation = acorns_, .new_records = {someone("1"), someone("2", "42", "other"), someone("3", "99", "other"), someone("4", "", "")}});
    EXPECT_EQ(roles_on(day(2026, 1, 1)), " nursery_nurse youth_worker other:99 ");
    EXPECT_EQ(snapshot()->role_lists, (std::set<std::string>{"other", "roles"}));
}

TEST_P(TallyOfRegister, CountsUnderTheRolesOwnSectorAndBreadthWhereNoneIsReported)
{
    auto silent = someone("1", "42", "other");
    silent.engagements[0].terms[0].sector.clear();
    silent.engagements[0].terms[0].breadth.clear();
    carry_out({.organisation = acorns_, .new_records = {silent, someone("2", "42", "other")}});
    auto held = snapshot();
    std::multiset<std::string> seen;
    for (const auto& group :
         tally::count(held->table, {.on = day(2026, 1, 1), .scope = {.everything = true}, .by = {tally::Column::sector, tally::Column::breadth}}).groups) {
        seen.insert(held->table.dictionary(tally::Column::sector).text(group.codes[0]) + " " + held->table.dictionary(tally::Column::breadth).text(group.codes[1]));
    }
    EXPECT_EQ(seen, (std::multiset<std::string>{"early_years core", "youth wider"}));
}

TEST_P(TallyOfRegister, IsTheSameWhetherLoadedInPartsOrWhole)
{
    std::vector<NewStaffRecord> many;
    for (int number = 0; number < 300; ++number) many.push_back(someone(std::to_string(number)));
    carry_out({.organisation = acorns_, .new_records = many});
    snapshot();
    auto records = view().records;
    Plan plan{.organisation = acorns_, .new_records = {someone("new")}};
    auto ended = records[5].engagements[0].engagement;
    ended.ended_on = day(2025, 1, 1);
    plan.changed_engagements = {{records[5].engagements[0].id, records[5].id, ended}};
    plan.removed_terms = {records[6].engagements[0].terms[0].id};
    auto terms = records[7].engagements[0].terms[0].terms;
    terms.fte.reset();
    plan.changed_terms = {{records[7].engagements[0].terms[0].id, records[7].engagements[0].id, terms}};
    carry_out(plan);
    auto in_parts = snapshot();
    EXPECT_EQ(feed_.part_loads(), 1);
    TallyFeed fresh{nullptr};
    db::Reader reader{database()};
    auto whole = fresh.up_to_date(reader);
    ASSERT_EQ(in_parts->table.size(), whole->table.size());
    EXPECT_EQ(in_parts->organisations, whole->organisations);
    for (auto date : {day(2024, 6, 1), day(2026, 1, 1)}) {
        EXPECT_EQ(count(in_parts->table, {.on = date, .scope = {.everything = true}}).total,
                  count(whole->table, {.on = date, .scope = {.everything = true}}).total);
    }
}

NationalInsuranceNumber number(std::string_view text)
{
    return NationalInsuranceNumber::parse(text).value();
}

/// Seals nothing: what is tested is who is one person.
NumberKeeper plain_keeper()
{
    return {.seal = [](const NationalInsuranceNumber& given) { return db::Bytes(given.reveal().begin(), given.reveal().end()); },
            .open = [](const db::Bytes&) { return std::optional<NationalInsuranceNumber>{}; },
            .blind_index = [](const NationalInsuranceNumber& given) { const auto text = given.without_suffix(); return db::Bytes(text.begin(), text.end()); }};
}

TEST_P(TallyOfRegister, IsTheSameWhetherLoadedByOneReaderOrByTwoAtOnce)
{
    Plan plan{.organisation = acorns_};
    for (int number = 1; number <= 40; ++number) plan.new_records.push_back(someone(std::to_string(number), number % 3 == 0 ? "nursery_nurse" : fmt::format("role {}", number % 7), number % 2 == 0 ? "roles" : "ours"));
    plan.new_records[3].facts = {{.kind = FactKind::language, .code = "welsh"}};
    plan.new_records[38].facts = {{.kind = FactKind::language, .code = "polish"}, {.kind = FactKind::language, .code = "welsh"}};
    carry_out(plan);
    const RoleMapping roles = [](std::string_view, std::string_view code) -> MappedRole { return {std::string{code}, "early_years", "core"}; };
    db::Reader reader{database()};
    RecordRange records;
    load_organisation_states(reader, {}, &records);
    auto read = [&](std::int64_t halved_from) {
        return read_rows({.roles = roles, .joined = {}, .records = records, .known_at = {}, .change_set = db::last_change_set(reader), .halved_from = halved_from}, reader);
    };
    auto one = read(1'000), two = read(1);
    EXPECT_EQ(two.stretches.role_lists(), one.stretches.role_lists());
    const auto expected = one.stretches.take_rows(), found = two.stretches.take_rows();
    const auto words = one.stretches.take_dictionaries(), words_too = two.stretches.take_dictionaries();
    ASSERT_EQ(expected.size(), 40U);
    ASSERT_EQ(found.size(), 40U);
    for (std::size_t row = 0; row < 40; ++row) {
        EXPECT_EQ(std::tie(found[row].record, found[row].from, found[row].numbers), std::tie(expected[row].record, expected[row].from, expected[row].numbers));
        for (std::size_t place = 0; place < tally::column_count; ++place) EXPECT_EQ(words_too[place].text(found[row].codes[place]), words[place].text(expected[row].codes[place]));
    }
    const auto facts = std::move(one.facts).whole(), facts_too = std::move(two.facts).whole();
    for (const auto& row : expected) {
        ASSERT_EQ(facts_too.of(row.record).size(), facts.of(row.record).size());
        for (std::size_t fact = 0; fact < facts.of(row.record).size(); ++fact)
            EXPECT_EQ(facts_too.codes().text(facts_too.of(row.record)[fact].code), facts.codes().text(facts.of(row.record)[fact].code));
    }
}

TEST_P(TallyOfRegister, CountsAPersonOnceWhomTwoRecordsNameByOneNumberHoweverItIsLoaded)
{
    snapshot();
    auto numbered = [](std::string reference, std::string_view text) {
        auto one = someone(std::move(reference));
        one.record.national_insurance = number(text);
        return one;
    };
    auto carry_out_numbered = [&](const Plan& plan) {
        change_register([&](db::ChangeSet& changes) { apply(changes, plan, now(), plain_keeper()); });
    };
    carry_out_numbered({.organisation = acorns_, .new_records = {numbered("1", "AB123456C"), someone("2"), numbered("3", "AB123457C")}});
    EXPECT_EQ(on(day(2026, 1, 1)).people, 3);
    carry_out_numbered({.organisation = acorns_, .new_records = {numbered("4", "AB123456D")}});
    EXPECT_EQ(on(day(2026, 1, 1)).records, 4);
    EXPECT_EQ(on(day(2026, 1, 1)).people, 3);
    EXPECT_EQ(feed_.whole_loads(), 1);
    // A birth date that contradicts the other parts them again.
    auto records = view().records;
    std::vector<Plan::ChangedRecord> changed;
    for (auto place : {std::size_t{0}, std::size_t{3}}) {
        auto record = records[place].record;
        record.national_insurance = number(place == 0 ? "AB123456C" : "AB123456D");
        record.birth_date = DateOfBirth{day(place == 0 ? 1980 : 1981, 5, 17)};
        changed.push_back({records[place].id, record});
    }
    carry_out_numbered({.organisation = acorns_, .changed_records = changed});
    EXPECT_EQ(on(day(2026, 1, 1)).people, 4);
    EXPECT_EQ(feed_.whole_loads(), 1);
}

TEST_P(TallyOfRegister, CarriesNumbersAndWhoSomeoneIsAndTheirFacts)
{
    auto one = someone("1");
    one.record.birth_date = DateOfBirth{day(1980, 5, 17)};
    one.record.sex = "female";
    auto& terms = one.engagements[0].terms[0];
    terms.hours = 2220;
    terms.pay = Pence{2'400'000};
    terms.pay_period = "year";
    terms.pattern = "evenings;weekends";
    one.engagements[0].engagement.origin = "education";
    one.facts = {{.kind = FactKind::qualification, .list = "qualifications", .code = "early_years_educator", .detail = "3", .on = day(2012, 7, 1)},
                 {.kind = FactKind::language, .list = "other", .code = "17"}};
    carry_out({.organisation = acorns_, .new_records = {someone("0"), one}});
    auto held = snapshot();
    using enum tally::Column;
    const auto row = held->table.row(1);
    auto text = [&](tally::Column column) { return held->table.dictionary(column).text(row.codes[place_of(column)]); };
    EXPECT_EQ(text(sex) + " " + text(pattern) + " " + text(pay_period) + " " + text(origin), "female evenings;weekends year education");
    EXPECT_EQ(row.numbers[tally::Number::hours], 2220);
    EXPECT_EQ(row.numbers[tally::Number::pay], 2'400'000);
    EXPECT_EQ(row.numbers[tally::Number::born], day(1980, 5, 17).days_since_epoch());
    EXPECT_EQ(row.numbers[tally::Number::caseload], tally::not_given);
    ASSERT_EQ(held->facts.of(row.record).size(), 2u);
    const auto& level = held->facts.of(row.record)[0];
    EXPECT_EQ(held->facts.codes().text(level.code) + " " + held->facts.details().text(level.detail), "early_years_educator 3");
    EXPECT_EQ(held->facts.codes().text(held->facts.of(row.record)[1].code), "other:17");
    auto changed = view().records[1].facts[0];
    changed.fact.detail = "4";
    carry_out({.organisation = acorns_, .changed_facts = {{changed.id, view().records[1].id, changed.fact}}});
    held = snapshot();
    EXPECT_EQ(held->facts.details().text(held->facts.of(row.record)[0].detail), "4");
    EXPECT_EQ(feed_.whole_loads(), 1);
}

TEST_P(TallyOfRegister, KnowsWhatWasKnownThen)
{
    const auto first = carry_out({.organisation = acorns_, .new_records = {someone("1")}});
    auto ended = view().records[0].engagements[0];
    ended.engagement.ended_on = day(2025, 1, 1);
    carry_out({.organisation = acorns_, .new_records = {someone("2")}, .changed_engagements = {{ended.id, view().records[0].id, ended.engagement}}});
    db::Reader reader{database()};
    EXPECT_EQ(on(day(2024, 6, 1)).records, 2);
    auto then = feed_.as_known_at(reader, first);
    EXPECT_EQ(count(then->table, {.on = day(2026, 1, 1), .scope = {.everything = true}}).total.records, 1);
    EXPECT_EQ(count(then->table, {.on = day(2024, 6, 1), .scope = {.everything = true}}).total.records, 1);
    EXPECT_EQ(then->organisations.at(acorns_).records, 1);
    EXPECT_EQ(feed_.as_known_at(reader, first), then);
}

TEST_P(TallyOfRegister, KnowsWhichVacanciesWereFilled)
{
    const auto wanted = [](std::string reference, std::optional<Date> filled, std::optional<Date> closed) {
        return VacancyPlan::Entry{.vacancy = {.reference = std::move(reference), .wanted = {.role_list = "roles", .role_code = "nursery_nurse"}, .vacant_from = day(2025, 1, 1), .filled_on = filled, .closed_on = closed}, .post_reference = {}};
    };
    change_register([&](db::ChangeSet& changes) { apply(changes, VacancyPlan{.organisation = acorns_, .entries = {wanted("1", day(2025, 3, 1), {}), wanted("2", {}, day(2025, 2, 1)), wanted("3", {}, {})}}, now()); });
    const auto held = snapshot();
    ASSERT_EQ(held->vacancies.size(), 3U);
    EXPECT_TRUE(held->vacancies[0].is_filled);
    EXPECT_EQ(held->vacancies[0].to, day(2025, 2, 28));
    EXPECT_FALSE(held->vacancies[1].is_filled) << "given up";
    EXPECT_FALSE(held->vacancies[2].is_filled) << "stands open";
}

KITH_ON_EACH_ENGINE(TallyOfRegister);

}  // namespace
}  // namespace kith::workforce
