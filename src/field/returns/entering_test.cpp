// Returns without a file, and how organisations stand with theirs, on both engines.
#include "returns/entering_register.hpp"

#include "kit/databases.hpp"
#include "kit/toy_kind.hpp"
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
        const auto asked = ask_to_accept(writer, waiting, waiting.fingerprint, true, steward, now()).value();
        writer.commit();
        return take_return(database(), desk_, asked.id, steward, clock()).value();
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

KITH_ON_EACH_ENGINE(Entering);

}  // namespace
}  // namespace kith::returns
