#include "kit/databases.hpp"
#include "partnership/organisation_plan.hpp"
#include "partnership/organisation_register.hpp"
#include "partnership/organisation_store.hpp"

#include <gtest/gtest.h>

namespace kith::partnership {
namespace {

using access::Reach;

class Organisations : public kit::EachEngine {
protected:
    template <class Work>
    void change_register(Work work)
    {
        db::Writer writer{database()};
        db::ChangeSet changes{writer, now(), {}, "test"};
        work(changes);
        writer.commit();
    }

    /// Two localities; acorns works in both, brook in the second only, care has no setting.
    void add_three()
    {
        change_register([this](db::ChangeSet& changes) {
            east_ = add(changes, Locality{.code = "E", .name = "Eastfield"}, now())->id;
            west_ = add(changes, Locality{.code = "W", .name = "Westfield"}, now())->id;
            acorns_ = add_organisation(changes, "acorns", "Acorns Nursery", "early_years", Ownership::pvi);
            brook_ = add_organisation(changes, "brook", "Brook School", "education", Ownership::public_sector);
            care_ = add_organisation(changes, "care", "Zoë's Care", "health", Ownership::public_sector);
            add_setting(changes, acorns_, "one", east_);
            add_setting(changes, acorns_, "two", west_);
            add_setting(changes, brook_, "one", west_);
        });
    }

    OrganisationId add_organisation(db::ChangeSet& changes, std::string code, std::string name, std::string sector, Ownership ownership)
    {
        return add(changes, Organisation{.code = code, .name = name, .sector = sector, .kind = "other", .ownership = ownership}, now())->id;
    }
    void add_setting(db::ChangeSet& changes, OrganisationId organisation, std::string code, LocalityId locality)
    {
        ASSERT_TRUE(add(changes, Setting{.organisation = organisation, .code = code, .name = "Site " + code, .kind = "site", .locality = locality}, now()));
    }

    std::string listed(const Reach& reach, const OrganisationFilter& filter = {})
    {
        db::Reader reader{database()};
        auto page = list_organisations(reader, reach, filter, 1);
        EXPECT_EQ(page.total, static_cast<std::int64_t>(page.organisations.size()));
        std::string codes;
        for (const auto& organisation : page.organisations) codes += organisation.code + " ";
        return codes;
    }

    LocalityId east_, west_;
    OrganisationId acorns_, brook_, care_;
};

TEST_P(Organisations, AreReadBackAsTheyWereAdded)
{
    add_three();
    db::Reader reader{database()};
    auto brook = find_organisation_with_code(reader, "brook").value();
    EXPECT_EQ(brook.name, "Brook School");
    EXPECT_EQ(brook.ownership, Ownership::public_sector);
    EXPECT_EQ(find_organisation(reader, brook.public_id), brook);
    EXPECT_EQ(find_organisation(reader, brook.id), brook);
    EXPECT_EQ(settings_of(reader, acorns_).size(), 2u);
    EXPECT_EQ(settings_in(reader, west_).size(), 2u);
    EXPECT_EQ(all_localities(reader).size(), 2u);
    EXPECT_FALSE(find_organisation_with_code(reader, "nowhere"));
}

TEST_P(Organisations, AreListedWithinReachAndNoFurther)
{
    add_three();
    EXPECT_EQ(listed(Reach::everything()), "acorns brook care ");
    EXPECT_EQ(listed(Reach::within({brook_})), "brook ");
    EXPECT_EQ(listed(Reach::within({}, {east_})), "acorns ");
    EXPECT_EQ(listed(Reach::within({care_}, {west_})), "acorns brook care ");
    EXPECT_EQ(listed(Reach{}), "");
}

TEST_P(Organisations, AreNarrowedBySectorLocalityOwnershipAndName)
{
    add_three();
    EXPECT_EQ(listed(Reach::everything(), {.sectors = {"education", "health"}}), "brook care ");
    EXPECT_EQ(listed(Reach::everything(), {.localities = {west_}}), "acorns brook ");
    EXPECT_EQ(listed(Reach::everything(), {.ownerships = {"pvi"}}), "acorns ");
    EXPECT_EQ(listed(Reach::everything(), {.search = "ZOE"}), "care ");
    EXPECT_EQ(listed(Reach::everything(), {.search = "BROO"}), "brook ");
    EXPECT_EQ(listed(Reach::everything(), {.search = "%"}), "acorns brook care ");
    EXPECT_EQ(listed(Reach::within({acorns_}), {.search = "brook"}), "");
}

TEST_P(Organisations, OutsideReachAreNotFound)
{
    add_three();
    db::Reader reader{database()};
    auto brook = find_organisation(reader, brook_).value();
    EXPECT_TRUE(find_organisation(reader, Reach::within({brook_}), brook.public_id));
    EXPECT_TRUE(find_organisation(reader, Reach::within({}, {west_}), brook.public_id));
    EXPECT_EQ(find_organisation(reader, Reach::within({acorns_}), brook.public_id).error().kind, ProblemKind::not_found);
    EXPECT_EQ(find_organisation(reader, Reach::within({}, {east_}), brook.public_id).error().kind, ProblemKind::not_found);
}

TEST_P(Organisations, KeepTheirIdWhenTheyChangeAndRefuseACodeThatIsTaken)
{
    add_three();
    change_register([this](db::ChangeSet& changes) {
        auto brook = find_organisation(changes.writer(), brook_).value();
        brook.name = "Brook Academy";
        EXPECT_TRUE(change(changes, brook));
        brook.code = "acorns";
        EXPECT_EQ(change(changes, brook).error().field, "code");
        EXPECT_FALSE(add(changes, Organisation{.code = "care", .name = "Other", .sector = "health", .kind = "other"}, now()));
        EXPECT_FALSE(add(changes, Setting{.organisation = brook_, .code = "one", .name = "Again", .kind = "site"}, now()));
    });
    db::Reader reader{database()};
    EXPECT_EQ(find_organisation(reader, brook_)->name, "Brook Academy");
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM organisation WHERE id = $1", brook_), 2);
}

TEST_P(Organisations, ComeInAsTwoFilesAndAgainWithoutChange)
{
    auto take = [this](std::string organisations, std::string settings) {
        auto first = read_organisations(files::CsvTable::read(std::move(organisations)).value(), {});
        auto second = read_settings(files::CsvTable::read(std::move(settings)).value(), {});
        bool wrote = false;
        change_register([&](db::ChangeSet& changes) {
            auto plan = plan_for(first, load_held(changes.writer()));
            EXPECT_TRUE(carry_out(changes, plan, now()));
            auto next = plan_for(second, load_held(changes.writer()));
            EXPECT_TRUE(carry_out(changes, next, now()));
            wrote = !plan.is_empty() || !next.is_empty();
        });
        return wrote;
    };
    const std::string organisations = "organisation_code,name,kind,ownership,sector,expected_headcount\nacorns,Acorns,nursery,pvi,early_years,12\n";
    const std::string settings = "organisation,setting_code,name,kind,locality_code,locality_name,postcode\nacorns,one,Acorns,nursery,E,Eastfield,sy1 2ab\n";
    EXPECT_TRUE(take(organisations, settings));
    EXPECT_FALSE(take(organisations, settings));
    db::Reader reader{database()};
    auto held = load_held(reader);
    const auto& setting = held.settings.at({"acorns", "one"});
    EXPECT_EQ(setting.postcode, "SY1 2AB");
    EXPECT_EQ(setting.locality, held.localities.at("E").id);
    EXPECT_EQ(held.organisations.at("acorns").expected_headcount, 12);
}

TEST_P(Organisations, AreAsBeforeOnceTheirFileIsUndone)
{
    add_three();
    std::int64_t taken = 0;
    change_register([&](db::ChangeSet& changes) {
        auto file = read_organisations(files::CsvTable::read("organisation_code,name,kind,ownership,sector\nbrook,New name,other,public,education\nnew,New,other,pvi,health\n").value(), {});
        EXPECT_TRUE(carry_out(changes, plan_for(file, load_held(changes.writer())), now()));
        taken = changes.id();
    });
    EXPECT_EQ(listed(Reach::everything()), "acorns new brook care ");
    db::Writer writer{database()};
    ASSERT_TRUE(db::undo(writer, {.change_set = taken, .now = now(), .author = {}, .reason = "wrong file"}));
    writer.commit();
    EXPECT_EQ(listed(Reach::everything()), "acorns brook care ");
}

KITH_ON_EACH_ENGINE(Organisations);

}  // namespace
}  // namespace kith::partnership
