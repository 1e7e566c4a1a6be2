#include "kit/databases.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/elsewhere_register.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/staff_store.hpp"

#include <gtest/gtest.h>

namespace kith::workforce {
namespace {

using access::Reach;
using partnership::Organisation;

Date day(int year, int month, int number)
{
    return Date::of(year, month, number).value();
}

/// Sealing that can be seen through: for tests of what is kept, not of the cipher.
NumberKeeper glass_keeper()
{
    return {.seal = [](const NationalInsuranceNumber& number) { return db::Bytes(number.reveal().begin(), number.reveal().end()); },
            .open = [](const db::Bytes& sealed) -> std::optional<NationalInsuranceNumber> {
                auto number = NationalInsuranceNumber::parse(std::string(sealed.begin(), sealed.end()));
                return number ? std::optional{*number} : std::nullopt;
            },
            .blind_index = [](const NationalInsuranceNumber& number) { return db::Bytes(number.reveal().rbegin(), number.reveal().rend()); }};
}

NewStaffRecord someone(std::string reference, std::string given, std::string family, std::optional<LocalityId> locality = {})
{
    EngagementTerms terms{.from_on = day(2024, 1, 8), .locality = locality, .role_list = "roles", .role_code = "nursery_nurse",
                          .sector = "early_years", .breadth = "core", .contract = "permanent", .fte = Fte::thousandths(600)};
    return {.record = {.reference = std::move(reference), .given_name = PersonName{std::move(given)}, .family_name = PersonName{std::move(family)},
                       .birth_date = DateOfBirth{day(1980, 5, 17)}},
            .engagements = {{.engagement = {.reference = "1", .started_on = day(2024, 1, 8)}, .terms = {terms}}}};
}

class Staff : public kit::EachEngine {
protected:
    void SetUp() override
    {
        change_register([this](db::ChangeSet& changes) {
            east_ = add(changes, partnership::Locality{.code = "E", .name = "Eastfield"}, now())->id;
            west_ = add(changes, partnership::Locality{.code = "W", .name = "Westfield"}, now())->id;
            acorns_ = add(changes, Organisation{.code = "acorns", .name = "Acorns", .sector = "early_years", .kind = "nursery"}, now())->id;
            brook_ = add(changes, Organisation{.code = "brook", .name = "Brook", .sector = "education", .kind = "school"}, now())->id;
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

    std::int64_t carry_out(const Plan& plan, const NumberKeeper& numbers = glass_keeper())
    {
        return change_register([&](db::ChangeSet& changes) { apply(changes, plan, now(), numbers); });
    }

    void add_four()
    {
        carry_out({.organisation = acorns_, .new_records = {someone("A1", "Ana", "Reyes", east_), someone("A2", "Zoë", "O'Hara-Smith", west_)}});
        carry_out({.organisation = brook_, .new_records = {someone("A1", "Anand", "Mistry", west_), someone("B2", "Bel", "Reyes")}});
    }

    RegisterView view_of(OrganisationId organisation, const NumberKeeper& numbers = glass_keeper())
    {
        db::Reader reader{database()};
        return load_view(reader, organisation, numbers);
    }

    std::string listed(const Reach& reach, const StaffFilter& filter = {})
    {
        db::Reader reader{database()};
        auto page = list_staff(reader, reach, filter, day(2026, 9, 1), 1);
        EXPECT_EQ(page.total, static_cast<std::int64_t>(page.lines.size()));
        std::string names;
        for (const auto& line : page.lines) names += line.given_name.reveal() + " ";
        return names;
    }

    LocalityId east_, west_;
    OrganisationId acorns_, brook_;
};

TEST_P(Staff, AreHeldAsTheyWereReported)
{
    add_four();
    auto view = view_of(acorns_);
    ASSERT_EQ(view.records.size(), 2u);
    const auto& held = view.records[0];
    const auto reported = someone("A1", "Ana", "Reyes", east_);
    EXPECT_EQ(held.record, reported.record);
    ASSERT_EQ(held.engagements.size(), 1u);
    EXPECT_EQ(held.engagements[0].engagement, reported.engagements[0].engagement);
    ASSERT_EQ(held.engagements[0].terms.size(), 1u);
    EXPECT_EQ(held.engagements[0].terms[0].terms, reported.engagements[0].terms[0]);
}

TEST_P(Staff, OfOneReferenceInTwoOrganisationsAreTwoRecords)
{
    add_four();
    db::Reader reader{database()};
    auto one = find_staff_record(reader, acorns_, "A1");
    auto other = find_staff_record(reader, brook_, "A1");
    ASSERT_TRUE(one && other);
    EXPECT_NE(one, other);
    EXPECT_EQ(count_records(reader, acorns_), 2);
    EXPECT_FALSE(find_staff_record(reader, acorns_, "B2"));
    auto id = reader.one("SELECT public_id FROM staff_record WHERE id = $1", *one)->get<PublicId>("public_id");
    EXPECT_EQ(find_staff_record(reader, id).value_or(StaffRecordId{}), *one);
    EXPECT_FALSE(find_staff_record(reader, PublicId{}));
}

TEST_P(Staff, ChangeUnderTheSameKeysByAPlan)
{
    add_four();
    auto held = view_of(acorns_).records[0];
    Plan plan{.organisation = acorns_};
    held.record.family_name = PersonName{"Reyes-Lund"};
    plan.changed_records = {{held.id, held.record}};
    auto engagement = held.engagements[0];
    engagement.engagement.ended_on = day(2026, 8, 31);
    plan.changed_engagements = {{engagement.id, held.id, engagement.engagement}};
    plan.new_engagements = {{held.id, {.engagement = {.reference = "2", .started_on = day(2026, 9, 1)}, .terms = {engagement.terms[0].terms}}}};
    auto later = engagement.terms[0].terms;
    later.from_on = day(2025, 1, 1);
    later.fte = Fte::thousandths(1000);
    plan.new_terms = {{engagement.id, later}};
    db::Writer writer{database()};
    db::ChangeSet changes{writer, now(), {}, "return"};
    EXPECT_EQ(apply(changes, plan, now(), glass_keeper()).rows(), 5);
    writer.commit();

    auto after = view_of(acorns_).records[0];
    EXPECT_EQ(after.id, held.id);
    EXPECT_EQ(after.record.family_name.reveal(), "Reyes-Lund");
    ASSERT_EQ(after.engagements.size(), 2u);
    EXPECT_EQ(after.engagements[0].engagement.ended_on, day(2026, 8, 31));
    ASSERT_EQ(after.engagements[0].terms.size(), 2u);
    EXPECT_EQ(after.engagements[0].terms[1].terms.fte, Fte::thousandths(1000));
    EXPECT_EQ(after.engagements[1].engagement.reference, "2");
}

TEST_P(Staff, KeepTheirTermsUntilAPlanChangesOrRemovesThem)
{
    add_four();
    auto engagement = view_of(acorns_).records[0].engagements[0];
    auto terms = engagement.terms[0].terms;
    terms.contract = "fixed_term";
    carry_out({.organisation = acorns_, .changed_terms = {{engagement.terms[0].id, engagement.id, terms}}});
    EXPECT_EQ(view_of(acorns_).records[0].engagements[0].terms[0].terms, terms);
    Plan removal{.organisation = acorns_};
    removal.removed_terms = {engagement.terms[0].id};
    carry_out(removal);
    EXPECT_TRUE(view_of(acorns_).records[0].engagements[0].terms.empty());
}

TEST_P(Staff, AreAsBeforeOnceAPlanIsUndone)
{
    add_four();
    auto before = view_of(acorns_).records[0];
    auto changed = before.record;
    changed.family_name = PersonName{"Another"};
    auto set = carry_out({.organisation = acorns_, .new_records = {someone("A9", "New", "Comer")}, .changed_records = {{before.id, changed}}});
    EXPECT_EQ(listed(Reach::within({acorns_}), {.search = "another"}), "Ana ");
    db::Writer writer{database()};
    ASSERT_TRUE(db::undo(writer, {.change_set = set, .now = now(), .author = {}, .reason = "wrong"}));
    writer.commit();
    EXPECT_EQ(view_of(acorns_).records.size(), 2u);
    EXPECT_EQ(view_of(acorns_).records[0].record, before.record);
    EXPECT_EQ(listed(Reach::within({acorns_}), {.search = "another"}), "");
}

TEST_P(Staff, KeepTheirNumberSealedAndThroughChangesMadeWithoutTheKey)
{
    auto reported = someone("A1", "Ana", "Reyes");
    reported.record.national_insurance = NationalInsuranceNumber::parse("AB123456C").value();
    carry_out({.organisation = acorns_, .new_records = {reported}});
    EXPECT_EQ(view_of(acorns_).records[0].record, reported.record);

    auto blind = view_of(acorns_, {});
    EXPECT_FALSE(blind.secrets_readable);
    EXPECT_FALSE(blind.records[0].record.national_insurance);
    auto renamed = blind.records[0].record;
    renamed.given_name = PersonName{"Anna"};
    carry_out({.organisation = acorns_, .changed_records = {{blind.records[0].id, renamed}}}, {});
    EXPECT_EQ(view_of(acorns_).records[0].record.national_insurance, reported.record.national_insurance);
}

TEST_P(Staff, HaveTheirNumberUnreadableInTheDatabaseAndFoundByItsIndex)
{
    const auto key = db::SealingKey::from_bytes(std::vector<unsigned char>(32, 7)).value();
    const auto keeper = number_keeper(key, db::secure_random);
    auto reported = someone("A1", "Ana", "Reyes");
    reported.record.national_insurance = NationalInsuranceNumber::parse("AB123456C").value();
    carry_out({.organisation = acorns_, .new_records = {reported}}, keeper);
    EXPECT_EQ(view_of(acorns_, keeper).records[0].record.national_insurance, reported.record.national_insurance);
    db::Reader reader{database()};
    auto row = reader.one("SELECT national_insurance, national_insurance_index FROM staff_record").value();
    auto sealed = row.get<db::Bytes>("national_insurance");
    EXPECT_EQ(std::string(sealed.begin(), sealed.end()).find("123456"), std::string::npos);
    EXPECT_EQ(row.get<db::Bytes>("national_insurance_index"), keeper.blind_index(*reported.record.national_insurance));
}

TEST_P(Staff, HaveTheLastLetterOfTheirNumberAddedWhereItComesLater)
{
    const auto keeper = number_keeper(db::SealingKey::from_bytes(std::vector<unsigned char>(32, 7)).value(), db::secure_random);
    auto reported = someone("A1", "Ana", "Reyes");
    reported.record.national_insurance = NationalInsuranceNumber::parse("AB123456").value();
    carry_out({.organisation = acorns_, .new_records = {reported}}, keeper);
    reported.record.national_insurance = NationalInsuranceNumber::parse("AB123456C").value();
    carry_out({.organisation = acorns_, .changed_records = {{view_of(acorns_, keeper).records[0].id, reported.record}}}, keeper);
    EXPECT_EQ(view_of(acorns_, keeper).records[0].record.national_insurance, reported.record.national_insurance);
}

TEST_P(Staff, WithoutAKeyHaveNoNumberKept)
{
    auto reported = someone("A1", "Ana", "Reyes");
    reported.record.national_insurance = NationalInsuranceNumber::parse("AB123456C").value();
    carry_out({.organisation = acorns_, .new_records = {reported}}, {});
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM staff_record WHERE national_insurance IS NOT NULL"), 0);
}

TEST_P(Staff, AreListedWithinReachAndNoFurther)
{
    add_four();
    EXPECT_EQ(listed(Reach::everything()), "Anand Zoë Ana Bel ");
    EXPECT_EQ(listed(Reach::within({acorns_})), "Zoë Ana ");
    EXPECT_EQ(listed(Reach::within({}, {west_})), "Anand Zoë ");
    EXPECT_EQ(listed(Reach{}), "");
    EXPECT_EQ(listed(Reach::within({acorns_}), {.organisation = brook_}), "");
}

TEST_P(Staff, AreFoundByTheBeginningOfAnyPartOfTheName)
{
    add_four();
    EXPECT_EQ(listed(Reach::everything(), {.search = "rey"}), "Ana Bel ");
    EXPECT_EQ(listed(Reach::everything(), {.search = "reyes an"}), "Ana ");
    EXPECT_EQ(listed(Reach::everything(), {.search = "ZOE ohara"}), "Zoë ");
    EXPECT_EQ(listed(Reach::everything(), {.search = "yes"}), "");
    EXPECT_EQ(listed(Reach::everything(), {.search = "B2"}), "Bel ");
    EXPECT_EQ(listed(Reach::everything(), {.search = "A1"}), "Anand Ana ");
    EXPECT_EQ(listed(Reach::everything(), {.search = "%"}), "");
    EXPECT_EQ(listed(Reach::within({acorns_}), {.search = "bel"}), "");
    EXPECT_EQ(listed(Reach::within({acorns_}), {.search = "B2"}), "");
}

TEST_P(Staff, AreInTheLocalityOfTheTermsInForceAndOfTheirSettingWhereTermsNameNone)
{
    partnership::SettingId site;
    change_register([&](db::ChangeSet& changes) {
        site = add(changes, partnership::Setting{.organisation = brook_, .code = "s", .name = "Site", .kind = "school", .locality = east_}, now())->id;
    });
    auto mover = someone("M", "Mo", "Ver", east_);
    auto later = mover.engagements[0].terms[0];
    later.from_on = day(2025, 1, 1);
    later.locality = west_;
    mover.engagements[0].terms.push_back(later);
    auto at_site = someone("S", "Sam", "Site");
    at_site.engagements[0].terms[0].setting = site;
    auto left = someone("L", "Lee", "Left", east_);
    left.engagements[0].engagement.ended_on = day(2026, 8, 31);
    auto will_move = someone("N", "Nat", "Next", west_);
    auto next = will_move.engagements[0].terms[0];
    next.from_on = day(2099, 1, 1);
    next.locality = east_;
    will_move.engagements[0].terms.push_back(next);
    auto undated = someone("U", "Uma", "Undated", west_);  // its first terms hold from the engagement's start, whatever their day
    undated.engagements[0].terms[0].from_on = day(2098, 1, 1);
    undated.engagements[0].terms.push_back(next);
    carry_out({.organisation = brook_, .new_records = {mover, at_site, left, will_move, undated}});
    EXPECT_EQ(listed(Reach::within({}, {east_})), "Sam ");
    EXPECT_EQ(listed(Reach::within({}, {west_})), "Nat Uma Mo ");
}

TEST_P(Staff, RecordsAreFoundWholeWithinReachAndNotBeyondIt)
{
    add_four();
    db::Reader reader{database()};
    auto line = list_staff(reader, Reach::everything(), {.search = "ana reyes"}, day(2026, 9, 1), 1).lines.at(0);
    auto found = find_full_record(reader, Reach::within({acorns_}), line.public_id, day(2026, 9, 1));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->record.reference, "A1");
    EXPECT_EQ(found->engagements.size(), 1u);
    for (const auto& reach : {Reach{}, Reach::within({brook_}), Reach::within({}, {west_})}) {
        EXPECT_EQ(find_full_record(reader, reach, line.public_id, day(2026, 9, 1)).error().kind, ProblemKind::not_found);
    }
    EXPECT_TRUE(find_full_record(reader, Reach::within({}, {}, {line.id}), line.public_id, day(2026, 9, 1)));
    EXPECT_EQ(own_records(reader, Reach::within({}, {}, {line.id})), std::vector{line.public_id});
    EXPECT_TRUE(own_records(reader, Reach{}).empty());
}

KITH_ON_EACH_ENGINE(Staff);

TEST_P(Staff, WhoeverElseHoldsANumberIsFoundWithoutSayingWhose)
{
    const auto number = NationalInsuranceNumber::parse("AB123456C").value();
    auto reported = someone("P1", "Ann", "Reed");
    reported.record.national_insurance = number;
    carry_out({.organisation = acorns_, .new_records = {reported}}, glass_keeper());
    db::Reader reader{database()};
    const std::vector<db::Bytes> asked{glass_keeper().blind_index(number)};
    EXPECT_TRUE(held_elsewhere(reader, acorns_, asked).empty()) << "their own";
    const auto before = reader.statements();
    const auto found = held_elsewhere(reader, brook_, asked);
    EXPECT_LE(reader.statements() - before, 7);
    ASSERT_EQ(found.size(), 1U);
    const auto& there = found.begin()->second.at(0);
    EXPECT_EQ(there.family_name.reveal(), "Reed");
    EXPECT_EQ(there.engagements.at(0).engagement.reference, "");
    EXPECT_TRUE(held_elsewhere(reader, brook_, {db::Bytes{1, 2, 3}}).empty());
}

}  // namespace
}  // namespace kith::workforce
