#include "returns/return_register.hpp"

#include "db/change_set.hpp"
#include "kit/databases.hpp"
#include "kit/toy_kind.hpp"
#include "returns/checked_store.hpp"
#include "returns/query_store.hpp"
#include "returns/return_store.hpp"

namespace kith::returns {
namespace {

const access::OrganisationId acorn{1};
const access::OrganisationId beech{2};
const Actor steward{.account = access::AccountId{7}, .words = "Robin Hale"};

class Returns : public kit::EachEngine {
protected:
    Returns() : desk_(kit::toy_desk(database())) { kit::make_toy_table(database()); }

    HandedIn received(std::string bytes, access::OrganisationId organisation = acorn)
    {
        const File file{"toys.csv", std::move(bytes)};
        db::Writer writer{database()};
        auto handed_in = receive(writer, {file, "toy", organisation, steward, now()});
        writer.commit();
        return handed_in;
    }
    HandedIn checked(std::string bytes) { return check_return(database(), desk_, received(std::move(bytes)).id, clock()).value(); }
    Result<HandedIn> said_yes(const HandedIn& handed_in, Ticks ticks = {})
    {
        db::Writer writer{database()};
        auto stands = ask_to_accept(writer, handed_in, handed_in.fingerprint, ticks, steward, now());
        if (stands) writer.commit();
        return stands;
    }
    Result<HandedIn> taken(const HandedIn& handed_in) { return take_return(database(), desk_, handed_in.id, steward, clock()); }
    HandedIn accepted(std::string bytes) { return taken(said_yes(checked(std::move(bytes)), {.ends = true}).value()).value(); }
    Result<HandedIn> undone(const HandedIn& handed_in, std::string reason = "Wrong file")
    {
        db::Writer writer{database()};
        auto stands = undo_return(writer, desk_, handed_in, std::move(reason), steward, now());
        if (stands) writer.commit();
        return stands;
    }
    std::map<std::string, std::int64_t> toys(access::OrganisationId organisation = acorn)
    {
        db::Reader reader{database()};
        std::map<std::string, std::int64_t> amounts;
        for (const auto& [reference, held] : kit::toys_held(reader, organisation.value())) amounts[reference] = held.amount;
        return amounts;
    }
    HandedIn as_kept(const HandedIn& handed_in)
    {
        db::Reader reader{database()};
        return find_return(reader, handed_in.id).value();
    }
    std::function<Instant()> clock() const { return [this] { return now(); }; }
    Desk desk_;
};

using Amounts = std::map<std::string, std::int64_t>;

TEST_P(Returns, KeepTheBytesAsTheyCame)
{
    std::string bytes = "reference,amount\r\n";
    while (bytes.size() < 700'000) bytes += "T\xe9" "ddy,1\r\n";
    bytes += '\0';
    const auto handed_in = received(bytes);
    db::Reader reader{database()};
    EXPECT_EQ(read_bytes(reader, handed_in.id), bytes);
    EXPECT_EQ(find_return(reader, handed_in.id)->file_hash, hash_of(bytes));
    EXPECT_EQ(find_return(reader, handed_in.id)->file_size, static_cast<std::int64_t>(bytes.size()));
}

TEST_P(Returns, WalkFromFileToRegisterAndBack)
{
    accepted("reference,amount\nbear,1\nball,2\n");
    const auto before = toys();
    const auto second = checked("reference,amount\nbear,5\nball,x\nkite,3\n");
    EXPECT_EQ(second.state, State::checked);
    EXPECT_EQ(answer(second), "3 rows read: 2 can be taken, 1 needs mending");
    const auto in = taken(said_yes(second).value()).value();
    EXPECT_EQ(in.state, State::accepted);
    EXPECT_EQ(toys(), (Amounts{{"ball", 2}, {"bear", 5}, {"kite", 3}}));
    ASSERT_TRUE(undone(in));
    EXPECT_EQ(toys(), before);
    EXPECT_EQ(as_kept(in).state, State::undone);
}

TEST_P(Returns, NameTheReturnInTheChangeSet)
{
    const auto in = accepted("reference,amount\nbear,1\n");
    db::Reader reader{database()};
    const auto set = db::find_change_set(reader, *in.change_set).value();
    EXPECT_EQ(set.return_id, in.id.value());
    EXPECT_EQ(set.author.account, 7);
    EXPECT_EQ(set.reason, "Toy return accepted");
    EXPECT_EQ(return_of_change_set(reader, *in.change_set)->id, in.id);
}

TEST_P(Returns, KeepWhatTheySayBesideTheirRows)
{
    const File file{"toys.csv", "reference,amount\nbear,1\n"};
    const Speaks speaks{.act = Act::full, .about = period_of("2026-10", Date::parse_iso("2026-11-22").value()), .last_day = {}};
    db::Writer writer{database()};
    const auto handed_in = receive(writer, {file, "toy", acorn, steward, now(), {}, speaks, Source::form});
    const auto kept = find_return(writer, handed_in.id).value();
    EXPECT_EQ(kept.speaks.act, Act::full);
    EXPECT_EQ(kept.speaks.about, speaks.about);
    EXPECT_EQ(kept.speaks.last_day, last_day_of(speaks, now().date_in_london())) << "said once, so that midnight does not move it";
    EXPECT_EQ(kept.source, Source::form);
}

TEST_P(Returns, WhoseQueriesAreAnsweredStayAnsweredUntilTheFactChanges)
{
    const auto first = checked("reference,amount\nbear,500\nball,200\nkite,1\n");
    const QueryAnswer because{"We bought a crate of them", now(), steward.account, steward.words};
    {
        db::Writer writer{database()};
        const auto asked = list_queries(writer, first.id, "T-2", {0, 50});
        ASSERT_EQ(asked.size(), 2U);
        EXPECT_EQ(answer_queries(writer, first.id, "T-2", {asked.front().number}, because), 1);
        EXPECT_EQ(answer_queries(writer, first.id, "T-2", {}, because), 1) << "in bulk: what is left of the rule";
        EXPECT_EQ(answer_queries(writer, first.id, "T-2", {}, because), 0);
        writer.commit();
    }
    const auto later = checked("reference,amount\nbear,500\nball,201\n");
    db::Reader reader{database()};
    const auto counted = count_queries(reader, later.id).at("T-2");
    EXPECT_EQ(counted.answered, 1) << "the bear is as it was";
    EXPECT_EQ(counted.open, 1) << "the ball is another number now";
    EXPECT_EQ(counted.latest, because);
    const auto shown = list_with_answers(reader, later.id, Severity::warning, {0, 50});
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown.front().answer, because);
    EXPECT_FALSE(shown.back().answer);
}

TEST_P(Returns, WhoseQueriesWereHashedWithoutAKeyStayAnsweredOnceTheyAreKeyed)
{
    const auto first = checked("reference,amount\nbear,500\nball,200\nkite,1\n");
    db::Writer writer{database()};
    const auto number = list_queries(writer, first.id, "T-2", {0, 50}).front().number;
    writer.run("UPDATE handed_in_finding SET query = $1 WHERE handed_in_id = $2 AND number = $3", std::string(32, 'a'), first.id, number);
    answer_queries(writer, first.id, "T-2", {number}, {"We bought a crate of them", now(), steward.account, steward.words});
    const auto mark = [](std::string_view text) { return "k" + std::string{text}; };
    EXPECT_EQ(key_queries(writer, mark), 2) << "the finding and its answer";
    EXPECT_EQ(key_queries(writer, mark), 0) << "once is enough";
    EXPECT_EQ(count_queries(writer, first.id).at("T-2").answered, 1);
    writer.commit();
}

TEST_P(Returns, OfOneOrganisationMayWaitTogetherAndTheSecondIsLookedAtAnew)
{
    const auto one = checked("reference,amount\nbear,1\n");
    const auto other = checked("reference,amount\nbear,2\n");
    ASSERT_TRUE(taken(said_yes(one).value()));
    const auto back = taken(said_yes(other).value()).value();
    EXPECT_EQ(back.state, State::checked) << "what it would do is no longer what was looked at";
    ASSERT_TRUE(taken(said_yes(back).value()));
    EXPECT_EQ(toys(), (Amounts{{"bear", 2}}));
    EXPECT_FALSE(undone(one)) << "the later one changed the same record";
}

TEST_P(Returns, WithoutARowToTakeDoNotWaitForADecision)
{
    const auto nothing = checked("reference,amount\nbear,x\nball,y\n");
    EXPECT_EQ(nothing.state, State::refused);
    EXPECT_EQ(nothing.words, "Each of its 2 rows needs mending. Mend them and hand the file in again");
    EXPECT_EQ(nothing.findings.errors, 2);
}

TEST_P(Returns, HandedInTwiceHaveNothingToWrite)
{
    accepted("reference,amount\nbear,1\n");
    const auto again = checked("reference,amount\nbear,1\n");
    EXPECT_EQ(again.writes, 0);
    EXPECT_EQ(again.state, State::agreed) << "nobody is asked to decide on nothing";
    EXPECT_FALSE(said_yes(again));
    EXPECT_EQ(answer(again), "1 row read: it can be taken. The register holds all of this already");
    db::Reader reader{database()};
    EXPECT_TRUE(same_file_before(reader, again).has_value());
}

TEST_P(Returns, GoBackForADecisionWhenTheRegisterChangedMeanwhile)
{
    const auto first = said_yes(checked("reference,amount\nbear,1\n")).value();
    accepted("reference,amount\nbear,9\n");
    const auto stands = taken(first).value();
    EXPECT_EQ(stands.state, State::checked);
    EXPECT_FALSE(stands.words.empty());
    EXPECT_EQ(toys(), (Amounts{{"bear", 9}}));
    db::Reader reader{database()};
    EXPECT_EQ(load_difference(reader, stands, true).headings[1].count, 1) << "the new difference is kept";
}

TEST_P(Returns, AreNotAcceptedOnADifferenceThatNobodySaw)
{
    const auto handed_in = checked("reference,amount\nbear,1\n");
    db::Writer writer{database()};
    const auto stands = ask_to_accept(writer, handed_in, "something else", {}, steward, now());
    ASSERT_FALSE(stands);
    EXPECT_EQ(stands.error().kind, ProblemKind::conflict);
}

TEST_P(Returns, ThatEndMoreThanOneInTwentyNeedATick)
{
    accepted("reference,amount\nbear,1\nball,2\n");
    const auto ending = checked("reference,amount\nbear,end\n");
    const auto without = said_yes(ending);
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error().field, "confirm_ends");
    EXPECT_EQ(taken(said_yes(ending, {.ends = true}).value())->state, State::accepted);
    EXPECT_EQ(toys(), (Amounts{{"ball", 2}}));
}

TEST_P(Returns, WhosePeopleSeemToBeHeldAlreadyNeedATick)
{
    accepted("reference,amount\nbear,1\n");
    const auto doubled = checked("reference,amount\ntwin-bear,1\n");
    EXPECT_EQ(as_kept(doubled).seem_held, 1);
    const auto without = said_yes(doubled, {.ends = true});
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error().field, "confirm_others");
    EXPECT_EQ(taken(said_yes(doubled, {.others = true}).value())->state, State::accepted);
    EXPECT_EQ(toys(), (Amounts{{"bear", 1}, {"twin-bear", 1}}));
}

TEST_P(Returns, AreTakenOnceThoughTheJobRunsTwice)
{
    const auto in = accepted("reference,amount\nbear,1\n");
    const auto again = taken(in);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->change_set, in.change_set);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM toy"), 1);
}

TEST_P(Returns, WhoseCheckDiedAreCheckedAgain)
{
    const auto handed_in = received("reference,amount\nbear,1\n");
    {
        db::Writer writer{database()};
        ASSERT_TRUE(ask_to_check(writer, handed_in, steward, now()));
        writer.commit();
    }
    EXPECT_EQ(as_kept(handed_in).state, State::checking);
    EXPECT_EQ(check_return(database(), desk_, handed_in.id, clock())->state, State::checked);
}

TEST_P(Returns, WithdrawnWhileBeingCheckedStayWithdrawn)
{
    desk_.kinds[0].check = [this](const Handed& handed) {
        db::Writer writer{database()};
        const auto id = ReturnId{writer.one("SELECT MAX(id) AS id FROM handed_in")->get<std::int64_t>("id")};
        EXPECT_TRUE(withdraw_return(writer, find_return(writer, id).value(), steward, now()));
        writer.commit();
        return kit::check_toys(handed);
    };
    const auto handed_in = received("reference,amount\nbear,1\n");
    const auto stands = check_return(database(), desk_, handed_in.id, clock());
    ASSERT_FALSE(stands);
    EXPECT_EQ(stands.error().message, "This return has been withdrawn. Hand the file in again to take it");
    EXPECT_EQ(as_kept(handed_in).state, State::withdrawn);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM handed_in_heading"), 0);
}

TEST_P(Returns, LeaveNothingBehindWhenAcceptingFailsHalfWay)
{
    const auto yes = said_yes(checked("reference,amount\nbear,1\nball,2\n")).value();
    auto whole = desk_.kinds[0].accept;
    desk_.kinds[0].accept = [whole](db::ChangeSet& change_set, const Checked& plan, Instant at) -> Accepted {
        whole(change_set, plan, at);
        throw std::runtime_error("the lights went out");
    };
    EXPECT_THROW((void)taken(yes), std::runtime_error);
    EXPECT_EQ(toys(), Amounts{});
    EXPECT_EQ(as_kept(yes).state, State::accepting);
    desk_.kinds[0].accept = whole;
    EXPECT_EQ(taken(yes)->state, State::accepted) << "the job tries again and finds it whole";
    EXPECT_EQ(toys().size(), 2U);
}

TEST_P(Returns, WhoseJobGaveUpWaitForADecisionAgain)
{
    const auto yes = said_yes(checked("reference,amount\nbear,1\n")).value();
    db::Writer writer{database()};
    const auto stands = give_up(writer, yes, "The disk is full", now());
    ASSERT_TRUE(stands);
    EXPECT_EQ(stands->state, State::checked);
    EXPECT_EQ(stands->words, "The disk is full");
}

TEST_P(Returns, AreNotUndoneUnderALaterReturnWhichIsNamed)
{
    const auto first = accepted("reference,amount\nbear,1\n");
    const auto later = accepted("reference,amount\nbear,2\n");
    const auto refused = undone(first);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::conflict);
    EXPECT_NE(refused.error().message.find(later.file_name), std::string::npos) << refused.error().message;
    ASSERT_TRUE(undone(later));
    EXPECT_TRUE(undone(as_kept(first))) << "once the later one is undone, the way is free";
    EXPECT_EQ(toys(), Amounts{});
}

TEST_P(Returns, AreUndoneForAReason)
{
    const auto in = accepted("reference,amount\nbear,1\n");
    EXPECT_EQ(undone(in, "  ").error().field, "reason");
    EXPECT_EQ(undone(in, std::string(501, 'a')).error().field, "reason");
}

TEST_P(Returns, OfFilesThatCannotBeReadAreRefusedWithWords)
{
    const auto refused = checked("reference,amount\nbear,\"1\n");
    EXPECT_EQ(refused.state, State::refused);
    EXPECT_FALSE(refused.words.empty());
    EXPECT_EQ(refused.findings.errors, 1);
}

TEST_P(Returns, OutsideOnesReachAreNotFound)
{
    const auto handed_in = received("reference,amount\n", beech);
    db::Reader reader{database()};
    const auto of_acorn = access::Reach::within({acorn});
    EXPECT_EQ(find_return(reader, handed_in.public_id, of_acorn).error().kind, ProblemKind::not_found);
    EXPECT_TRUE(find_return(reader, handed_in.public_id, access::Reach::within({beech})));
    EXPECT_EQ(count_returns(reader, of_acorn, {}), 0);
    EXPECT_EQ(count_returns(reader, of_acorn, {.organisation = beech}), 0) << "a filter never widens reach";
    EXPECT_TRUE(list_returns(reader, of_acorn, {}, {}).empty());
    EXPECT_EQ(count_returns(reader, access::Reach::everything(), {}), 1);
    EXPECT_EQ(count_by_state(reader, of_acorn, {State::received}), (std::vector<std::int64_t>{0}));
}

TEST_P(Returns, ForTheWholeAreaAreSeenByThoseWhoseReachIsTheArea)
{
    const File file{"toys.csv", "reference,amount\n"};
    db::Writer writer{database()};
    const auto handed_in = receive(writer, {file, "toy", std::nullopt, steward, now()});
    EXPECT_FALSE(find_return(writer, handed_in.public_id, access::Reach::within({acorn, beech})));
    EXPECT_TRUE(find_return(writer, handed_in.public_id, access::Reach::everything()));
}

TEST_P(Returns, KeepFindingsRulesAndDifference)
{
    std::string bytes = "reference,amount\n";
    for (int row = 0; row < 250; ++row) bytes += "toy" + std::to_string(row) + (row < 130 ? ",x\n" : ",500\n");
    const auto handed_in = checked(bytes);
    db::Reader reader{database()};
    EXPECT_EQ(count_findings(reader, handed_in.id, {}), 250);
    EXPECT_EQ(count_findings(reader, handed_in.id, Severity::warning), 120);
    const auto page = list_findings(reader, handed_in.id, Severity::error, {125, 50});
    ASSERT_EQ(page.size(), 5U);
    EXPECT_EQ(page[0], (Finding{"toys.csv", 127, "amount", "T-1", Severity::error, "Amount must be a whole number, or \"end\""}));
    const auto rules = list_rules(reader, handed_in.id);
    ASSERT_EQ(rules.size(), 2U);
    EXPECT_EQ(rules[0].count, 130);
    EXPECT_EQ(rules[0].lines, (std::vector<std::int64_t>{2, 3, 4, 5, 6}));
    EXPECT_EQ(load_difference(reader, handed_in, true).headings[0].samples.size(), 120U);
    EXPECT_TRUE(load_difference(reader, handed_in, false).headings[0].samples.empty());
}

TEST_P(Returns, ChangedBySomeoneElseMeanwhileAreAConflict)
{
    auto mine = checked("reference,amount\nbear,1\n");
    const auto theirs = mine;
    ASSERT_TRUE(said_yes(theirs));
    db::Writer writer{database()};
    EXPECT_EQ(save_return(writer, mine).error().kind, ProblemKind::conflict);
}

TEST_P(Returns, TellTheirHistoryNewestFirst)
{
    const auto in = accepted("reference,amount\nbear,1\n");
    ASSERT_TRUE(undone(in));
    db::Reader reader{database()};
    std::vector<std::string> titles;
    for (const auto& event : list_events(reader, in.id)) titles.push_back(event.title);
    EXPECT_EQ(titles, (std::vector<std::string>{"Undone", "Taken into the register", "Accepted", "Checked: 1 row read", "Handed in"}));
}

KITH_ON_EACH_ENGINE(Returns);

}  // namespace
}  // namespace kith::returns
