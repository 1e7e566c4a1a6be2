// Returns without a file, and how organisations stand with theirs, on both engines.
#include "returns/entering_register.hpp"

#include "kit/databases.hpp"
#include "kit/toy_kind.hpp"
#include "returns/query_store.hpp"
#include "returns/return_standing.hpp"

namespace kith::returns {
namespace {

const access::OrganisationId acorn{1};
const Actor steward{.account = access::AccountId{7}, .words = "Robin Hale"};

class Entering : public kit::EachEngine {
protected:
    Entering() : desk_(kit::toy_desk(database())) { kit::make_toy_table(database()); }

    HandedIn checked(std::string bytes)
    {
        const File file{"toys.csv", std::move(bytes)};
        db::Writer writer{database()};
        const auto handed_in = receive(writer, {file, "toy", acorn, steward, now()});
        writer.commit();
        return check_return(database(), desk_, handed_in.id, clock()).value();
    }
    HandedIn accepted(std::string bytes)
    {
        const auto waiting = checked(std::move(bytes));
        db::Writer writer{database()};
        const auto asked = ask_to_accept(writer, waiting, waiting.fingerprint, {.ends = true}, steward, now()).value();
        writer.commit();
        return take_return(database(), desk_, asked.id, steward, clock()).value();
    }
    HandedIn taken(std::string bytes, const Speaks& speaks, Instant when, std::string kind = "toy")
    {
        const File file{"toys.csv", std::move(bytes)};
        db::Writer writer{database()};
        auto handed_in = enter(writer, desk_, {file, std::move(kind), acorn, steward, when, {}, speaks, Source::file}, std::nullopt).value();
        writer.commit();
        return handed_in;
    }
    HandedIn nil(Instant when)
    {
        const File file{"Nil return", {}};
        db::Writer writer{database()};
        auto handed_in = enter_nil(writer, desk_, {file, "toy", acorn, steward, when, {}, {}, Source::nothing}).value();
        writer.commit();
        return handed_in;
    }
    ReturnStanding stands()
    {
        db::Reader reader{database()};
        return standings(reader).at(acorn);
    }
    bool undone(const HandedIn& handed_in)
    {
        db::Writer writer{database()};
        const auto stands = undo_return(writer, desk_, handed_in, "Wrong toy", steward, now());
        if (stands) writer.commit();
        return stands.has_value();
    }
    std::map<std::string, std::int64_t> toys()
    {
        db::Reader reader{database()};
        std::map<std::string, std::int64_t> amounts;
        for (const auto& [reference, held] : kit::toys_held(reader, acorn.value())) amounts[reference] = held.amount;
        return amounts;
    }
    std::function<Instant()> clock() const { return [this] { return now(); }; }
    Desk desk_;
};

using Amounts = std::map<std::string, std::int64_t>;

TEST_P(Entering, EnteredByHandWalkTheSameStagesAtOnce)
{
    const File file{"Added by hand", "reference,amount\nbear,1\n"};
    const Receiving receiving{file, "toy", acorn, steward, now(), {}, {}, Source::form};
    {
        db::Writer writer{database()};
        EXPECT_FALSE(enter(writer, desk_, receiving, "another difference"));
    }
    HandedIn entered;
    {
        db::Writer writer{database()};
        entered = enter(writer, desk_, receiving, "+bear=1;").value();
        writer.commit();
    }
    EXPECT_EQ(entered.state, State::accepted);
    EXPECT_EQ(toys(), (Amounts{{"bear", 1}}));
    db::Reader reader{database()};
    EXPECT_FALSE(standings(reader).contains(acorn)) << "one person added says nothing of the others";
    EXPECT_TRUE(undone(entered));
}

TEST_P(Entering, OfNothingCountAsReturns)
{
    const File file{"Nil return", {}};
    db::Writer writer{database()};
    const auto nil = enter_nil(writer, desk_, {file, "toy", acorn, steward, now(), {}, {}, Source::nothing}).value();
    EXPECT_EQ(nil.state, State::agreed);
    const auto standing = standings(writer).at(acorn);
    EXPECT_EQ(standing.confirmed_on, now().date_in_london());
    EXPECT_EQ(standing.by_words, "Robin Hale");
    EXPECT_EQ(standing.last, nil.public_id);
}

TEST_P(Entering, TellHowAnOrganisationStands)
{
    accepted("reference,amount\nbear,500\nball,x\n");
    checked("reference,amount\nkite,1\n");
    db::Reader reader{database()};
    const auto standing = standings(reader).at(acorn);
    EXPECT_EQ(standing.rows, 2);
    EXPECT_EQ(standing.rows_taken, 1);
    EXPECT_EQ(standing.open_queries, 1);
    EXPECT_EQ(standing.waiting, 1);
}

/// Two doubtful values, which nobody has answered.
constexpr const char* doubtful = "reference,amount\nbear,500\nball,600\nkite,7\nhoop,x\n";
Instant at(const char* iso) { return Instant::parse(iso).value(); }
Date day(const char* iso) { return Date::parse_iso(iso).value(); }
Speaks of_month(const char* first, const char* last, Act act = Act::changes) { return {.act = act, .about = Period{day(first), day(last)}, .last_day = {}}; }

TEST_P(Entering, ANilReturnConfirmsAndLeavesQueriesAndRowsAsTheyStood)
{
    const auto file = taken(doubtful, {}, at("2026-10-20T10:00:00Z"));
    nil(at("2026-11-20T10:00:00Z"));
    const auto standing = stands();
    EXPECT_EQ(standing.confirmed_on, day("2026-11-20"));
    EXPECT_EQ(standing.open_queries, 2);
    EXPECT_EQ(standing.to_answer, file.public_id);
    EXPECT_EQ(standing.rows, 4);
    EXPECT_EQ(standing.rows_taken, 3);
    taken("reference,amount\nbear,5\nball,6\nkite,7\n", {}, at("2026-11-21T10:00:00Z"));
    EXPECT_EQ(stands().open_queries, 0) << "a later file that lists them stands in its place";
    EXPECT_EQ(stands().rows_taken, 3);
}

TEST_P(Entering, AReturnConfirmsUpToTheEndOfTheMonthItIsAbout)
{
    taken(doubtful, of_month("2026-10-01", "2026-10-31"), at("2026-11-05T10:00:00Z"));
    EXPECT_EQ(stands().confirmed_on, day("2026-10-31")) << "October's, handed in in November, is not November's";
    EXPECT_EQ(stands().about, (Period{day("2026-10-01"), day("2026-10-31")}));
    taken("reference,amount\nkite,8\n", of_month("2026-03-01", "2026-03-31"), at("2026-11-06T10:00:00Z"));
    EXPECT_EQ(stands().confirmed_on, day("2026-10-31")) << "March's says nothing of October";
    taken("reference,amount\nkite,9\n", of_month("2026-11-01", "2026-11-30"), at("2026-11-07T10:00:00Z"));
    EXPECT_EQ(stands().confirmed_on, day("2026-11-07")) << "nobody can say in advance how a month ends";
}

TEST_P(Entering, AFileOfAFewChangesLeavesTheQueriesOfTheListBeforeItOpen)
{
    const auto list = taken(doubtful, {}, at("2026-10-20T10:00:00Z"));
    const auto few = taken("reference,amount\nkite,800\n", {}, at("2026-11-05T10:00:00Z"));
    EXPECT_EQ(stands().confirmed_on, day("2026-11-05"));
    EXPECT_EQ(stands().open_queries, 3) << "those of the list, and its own";
    EXPECT_EQ(stands().to_answer, few.public_id);
    EXPECT_EQ(stands().rows, 4);
    taken("reference,amount\nkite,9\n", {.act = Act::full, .about = {}, .last_day = {}}, at("2026-11-06T10:00:00Z"));
    EXPECT_EQ(stands().open_queries, 0) << "a full return lists everyone, however few they are";
    EXPECT_EQ(stands().rows, 1);
}

TEST_P(Entering, AQueryIsMendedByWhateverChangesTheValueLater)
{
    taken(doubtful, {}, at("2026-10-20T10:00:00Z"));
    taken("reference,amount\nball,6\n", {}, at("2026-11-05T10:00:00Z"));
    EXPECT_EQ(stands().open_queries, 1) << "the ball is mended, the bear is not";
    taken("reference,amount\nkite,9\n", {}, at("2026-11-06T10:00:00Z"));
    EXPECT_EQ(stands().open_queries, 1);
    taken("reference,amount\nball,700\n", {}, at("2026-11-07T10:00:00Z"));
    EXPECT_EQ(stands().open_queries, 2) << "the ball is doubtful once more";
    taken("reference,amount\nkite,1\n", {}, at("2026-11-08T10:00:00Z"));
    EXPECT_EQ(stands().open_queries, 2) << "what a small file asks does not go with the next one";
}

TEST_P(Entering, WhatOneRuleAsksOfOneThingIsOneQuestionInHoweverManyFiles)
{
    taken(doubtful, {}, at("2026-10-20T10:00:00Z"));
    auto other = kit::toy_kind();
    other.id = "other";
    other.check = [](const Handed& handed) {
        auto checked = kit::check_toys(handed);
        for (auto& finding : checked.findings) finding.query = hash_of(finding.query);  // as a file with other columns hashes it
        return checked;
    };
    desk_.kinds.push_back(other);
    const auto again = taken("reference,amount\nball,600\n", {}, at("2026-11-05T10:00:00Z"), "other");
    EXPECT_EQ(stands().open_queries, 2);
    db::Writer writer{database()};
    EXPECT_EQ(answer_queries(writer, again.id, "T-2", {}, {"It is so", now(), steward.account, steward.words}), 1);
    EXPECT_EQ(standings(writer).at(acorn).open_queries, 1) << "it is not asked a second time at the list";
}

TEST_P(Entering, AMendedQueryIsAskedAgainOnceItsMendingIsUndone)
{
    const auto list = taken(doubtful, {}, at("2026-10-20T10:00:00Z"));
    const File file{"Changed by hand", "reference,amount\nbear,5\n"};
    HandedIn form;
    {
        db::Writer writer{database()};
        form = enter(writer, desk_, {file, "toy", acorn, steward, now(), {}, {}, Source::form}, std::nullopt).value();
        const auto counted = count_queries(writer, list.id).at("T-2");
        EXPECT_EQ(counted.open, 1);
        EXPECT_EQ(counted.mended, 1);
        const auto listed = list_queries(writer, list.id, "T-2", {0, 10});
        ASSERT_EQ(listed.size(), 2U);
        EXPECT_TRUE(listed.front().is_open()) << "those that still ask stand first";
        EXPECT_TRUE(listed.back().is_mended);
        EXPECT_EQ(answer_queries(writer, list.id, "T-2", {listed.back().number}, {"It is so", now(), steward.account, steward.words}), 0);
        writer.commit();
    }
    EXPECT_EQ(stands().open_queries, 1);
    ASSERT_TRUE(undone(form));
    EXPECT_EQ(stands().open_queries, 2);
}

TEST_P(Entering, AFileThatListsNobodyConfirmsNothing)
{
    auto facts = kit::toy_kind();
    facts.id = "facts";
    facts.check = [](const Handed& handed) {
        auto checked = kit::check_toys(handed);
        checked.parts = {{acorn, 0, 0}};
        return checked;
    };
    desk_.kinds.push_back(facts);
    taken("reference,amount\nlamp,1\n", {}, at("2026-09-20T10:00:00Z"), "facts");
    {
        db::Reader reader{database()};
        EXPECT_FALSE(standings(reader).contains(acorn));
    }
    const auto list = taken(doubtful, {}, at("2026-10-20T10:00:00Z"));
    taken("reference,amount\nlamp,2\n", {}, at("2026-11-20T10:00:00Z"), "facts");
    EXPECT_EQ(stands().confirmed_on, day("2026-10-20"));
    EXPECT_EQ(stands().last, list.public_id);
    EXPECT_EQ(stands().rows, 4);
    EXPECT_EQ(stands().open_queries, 2);
}

KITH_ON_EACH_ENGINE(Entering);

}  // namespace
}  // namespace kith::returns
