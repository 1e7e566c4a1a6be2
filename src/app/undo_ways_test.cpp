// Undoing a return on which something rests that was made on a page: the way there, through the whole house.
#include "kit/whole_house.hpp"

#include <gtest/gtest.h>

namespace kith::app {
namespace {

using access::Role;
using access::Scope;

class UndoWays : public testing::Test {
protected:
    void SetUp() override
    {
        const auto answer = house_.import({{"organisations.csv", "organisation_code,name,kind,ownership,sector\r\nOAK,Oak Nursery,nursery,pvi,early_years\r\nELM,Elm Nursery,nursery,pvi,early_years\r\n"}});
        ASSERT_EQ(answer.exit_code, 0) << answer.text;
        app().sign_in(Role::workforce_lead, Scope::area(), "Lee Lead");
    }
    kit::TestApp& app() { return house_.app(); }
    std::string undo_page_of_the_return()
    {
        const auto body = app().get("/returns").body;
        const auto at = body.find("/returns/01");
        return at == std::string::npos ? std::string{} : body.substr(at, std::string_view{"/returns/"}.size() + 26) + "/undo";
    }
    std::string way_to_undo(const kit::Answer& page)
    {
        const auto at = page.body.find("/organisations/changes/");
        return at == std::string::npos ? std::string{} : page.body.substr(at, page.body.find('"', at) - at);
    }
    kit::WholeHouse house_;
};

TEST_F(UndoWays, LeadThroughASharingAgreementThatWasMadeAndEnded)
{
    const auto made = app().post("/sharing/new", {{"owner", "OAK"}, {"with", "ELM"}, {"purpose", "cover"}, {"parts", "work"}, {"from-day", "1"}, {"from-month", "9"}, {"from-year", "2023"}});
    ASSERT_EQ(made.status, 303) << made.text();
    ASSERT_EQ(app().post(made.location() + "/end", {}).status, 303);
    const auto undo = undo_page_of_the_return();
    for (const auto* what : {"Sharing agreement ended", "Sharing agreement made"}) {
        const auto page = app().get(undo);
        EXPECT_TRUE(page.shows("This return cannot be undone yet")) << page.text();
        EXPECT_TRUE(page.shows(what)) << page.text();
        const auto way = way_to_undo(page);
        EXPECT_TRUE(app().get(way).shows("Undo this change"));
        ASSERT_EQ(app().post(way, {}).status, 303) << way;
    }
    EXPECT_TRUE(app().get(undo).shows("Why are you undoing it?"));
}

}  // namespace
}  // namespace kith::app
