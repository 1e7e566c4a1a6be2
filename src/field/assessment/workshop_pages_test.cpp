// A workshop through the real routes: agreeing positions, a board's confirmation, the report.
#include "assessment/routes.hpp"
#include "assessment/workshop_register.hpp"
#include "files/xlsx_reader.hpp"
#include "questionnaire/test_campaigns.hpp"
#include "ui/html.hpp"

namespace kith::assessment {
namespace {

using access::Role;
using access::Scope;
using questionnaire::LinkWay;
using questionnaire::Stage;

class WorkshopPages : public questionnaire::Campaigns {
protected:
    /// A closed campaign to which five members of teams said "Wholly", the highest of its three steps.
    std::string closed()
    {
        const auto campaign = opened();
        const auto path = link(campaign, LinkWay::open);
        for (int person = 0; person < 5; ++person) {
            app().cookies().clear();
            answer_as_team(path, {{"aims", "3"}, {"meets", "no"}});
        }
        app().sign_in(Role::workforce_lead, Scope::area());
        app().post(campaign.href() + "/close", {});
        return campaign.href();
    }
    kit::Answer agree(const std::string& href, std::string position, std::string reason = "")
    {
        return app().post(href + "/workshop/themes/purpose", {{"agreed", std::move(position)}, {"reason", std::move(reason)}, {"strengths", "Trust"}, {"barriers", "No time"}});
    }
    static web::Fields day(const std::string& name, Date date) { return {{name + "-day", std::to_string(date.day())}, {name + "-month", std::to_string(date.month())}, {name + "-year", std::to_string(date.year())}}; }
    web::Fields confirmation(std::string positions)
    {
        auto fields = day("confirmed_on", app().today());
        fields.emplace_back("confirmed_by", "Trust Board");
        fields.emplace_back("positions", std::move(positions));
        return fields;
    }
    WorkshopPages() : Campaigns([](web::Routes& routes, const questionnaire::CampaignDesk& desk) {
        add_routes(routes, {.desk = desk});
        routes.get("/to-do", access::Permission::signed_in, [](web::Visit& visit) {
            web::Home home;
            add_home(home);
            std::string words;
            for (const auto& provider : home.providers())
                for (const auto& item : provider(visit)) words += item.title + ": " + item.words + ". ";
            return visit.page({.title = "To do"}, ui::text(words));
        });
    }) {}
};
KITH_ON_EACH_ENGINE(WorkshopPages);

TEST_P(WorkshopPages, APositionIsAgreedWithAReasonWhereItDiffersFromTheAnswers)
{
    const auto href = closed();
    EXPECT_TRUE(app().get(href + "/workshop").shows("No position is agreed yet"));
    EXPECT_TRUE(app().get(href + "/workshop/themes/purpose").shows("Measured: 3.0 of 5, by 5 answers"));
    EXPECT_EQ(agree(href, "2.5").errors, (std::vector<std::string>{"Say why it is agreed at 2.5 where the answers put it at 3.0"}));
    EXPECT_EQ(agree(href, "2.7", "Because").errors, (std::vector<std::string>{"Choose a position from the list"}));
    EXPECT_EQ(agree(href, "2.5", "Inspectors saw less").status, 303);
    const auto page = app().get(href + "/workshop");
    EXPECT_TRUE(page.shows("Shared purpose stands at 2.5 of 5"));
    EXPECT_TRUE(page.shows("Inspectors saw less"));
    EXPECT_EQ(agree(href, "3").status, 303) << "no reason is needed where it does not differ";
    EXPECT_EQ(count("SELECT COUNT(*) FROM theme_finding WHERE ended_by IS NULL"), 1);
    EXPECT_LE(app().get(href + "/workshop").statements, 9);
}

TEST_P(WorkshopPages, NothingIsAgreedWhileAnswersComeIn)
{
    const auto href = opened().href();
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_TRUE(app().get(href + "/workshop").shows("Positions are agreed once the campaign is closed"));
    EXPECT_EQ(agree(href, "3").status, 409);
    EXPECT_EQ(app().get(href + "/workshop/themes/nothing").status, 404);
}

TEST_P(WorkshopPages, WhatABoardConfirmedChangesOnlyAfterItIsWithdrawnWithAReason)
{
    const auto href = closed();
    agree(href, "3");
    EXPECT_EQ(app().post(href + "/workshop/confirm", confirmation("purpose 3")).status, 403) << "the lead is not the board";
    app().sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(app().post(href + "/workshop/confirm", day("confirmed_on", app().today().plus_days(1))).errors.front(), "Enter the board that confirmed");
    EXPECT_NE(app().get(href + "/workshop/confirm").body.find(R"(name="positions" value="purpose 3")"), std::string::npos);
    EXPECT_EQ(app().post(href + "/workshop/confirm", confirmation("purpose 2")).status, 409) << "it was 2 when they looked at it";
    EXPECT_EQ(app().post(href + "/workshop/confirm", confirmation("purpose 3")).status, 303);
    EXPECT_TRUE(app().get(href + "/report").shows("Confirmed by Trust Board on"));
    EXPECT_EQ(app().post(href + "/workshop/confirm", confirmation("purpose 3")).status, 409);
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(agree(href, "2", "Lower").status, 409);
    EXPECT_EQ(app().post(href + "/workshop/themes/purpose", {{"strengths", "More"}, {"barriers", "Less"}}).status, 303) << "the position stands, the words may change";
    EXPECT_TRUE(app().get(href + "/workshop").shows("stands at 3 of 5"));
    app().sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(app().post(href + "/workshop/withdraw", {}).errors, (std::vector<std::string>{"Enter why the confirmation is withdrawn"}));
    EXPECT_EQ(app().post(href + "/workshop/withdraw", {{"withdrawn_because", "New evidence"}}).status, 303);
    EXPECT_EQ(count("SELECT COUNT(*) FROM change_set WHERE reason = 'Confirmation withdrawn: New evidence'"), 1);
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(agree(href, "2", "Lower").status, 303);
}

TEST_P(WorkshopPages, TheWorkshopIsWrittenDownAndStandsInTheReport)
{
    const auto href = closed();
    auto fields = day("held_on", app().today().plus_days(1));
    fields.emplace_back("facilitator", "An outside facilitator");
    fields.emplace_back("participants", "Health visiting: manager\nSchools: headteacher");
    EXPECT_EQ(app().post(href + "/workshop/details", fields).errors, (std::vector<std::string>{"The day of the workshop must be today or before"}));
    for (auto& [name, value] : day("held_on", app().today()))
        for (auto& field : fields)
            if (field.first == name) field.second = value;
    EXPECT_EQ(app().post(href + "/workshop/details", fields).status, 303);
    EXPECT_EQ(app().post(href + "/workshop/details", fields).status, 303);
    EXPECT_EQ(count("SELECT COUNT(*) FROM workshop WHERE ended_by IS NULL"), 1);
    agree(href, "2", "Inspectors saw less");
    const auto report = app().get(href + "/report");
    for (const auto* words : {"Shared purpose stands at 2 of 5", "Health visiting: manager", "Schools: headteacher", "Trust", "No time", "Inspectors saw less"}) EXPECT_TRUE(report.shows(words)) << words;
    EXPECT_NE(report.body.find("<svg"), std::string::npos);
}

TEST_P(WorkshopPages, ConfidentialEvidenceStaysWithThoseWhoRunCampaigns)
{
    const auto href = closed();
    const auto piece = [&](const char* title, const char* who) {
        return app().post(href + "/evidence", {{"theme", "purpose"}, {"kind", "judgement"}, {"title", title}, {"shows", "Shows it"}, {"bearing", "against"}, {"strength", "strong"}, {"confidentiality", who}, {"source", "Ofsted"}});
    };
    EXPECT_EQ(piece("", "open").errors, (std::vector<std::string>{"Enter a title"}));
    for (const auto& [title, who] : {std::pair{"For all", "open"}, {"For us", "partners"}, {"For few", "confidential"}}) EXPECT_EQ(piece(title, who).status, 303);
    const auto shown = [&](const std::string& address) {
        const auto page = app().get(href + address);
        return std::string{page.shows("For all") ? "1" : ""} + (page.shows("For us") ? "2" : "") + (page.shows("For few") ? "3" : "");
    };
    EXPECT_EQ(shown("/evidence"), "123");
    EXPECT_EQ(shown("/report"), "12");
    EXPECT_EQ(shown("/report?version=open"), "1");
    EXPECT_EQ(shown("/report?version=confidential"), "123");
    const auto titles = [&](const std::string& version) {
        const auto book = files::XlsxWorkbook::open(app().get(href + "/report.xlsx?version=" + version).body).value();
        std::string all;
        files::TextStore store;
        const auto read = book.read(book.sheets()[2], store, [&](const files::XlsxRow& row) {
            if (row.number > 1) all += std::string{row.cells.at(0).text} + ". ";
            return true;
        });
        EXPECT_TRUE(read);
        return std::string{book.sheets()[2].name} + ": " + all;
    };
    EXPECT_EQ(titles("open"), "Evidence: For all. ");
    EXPECT_EQ(titles("confidential"), "Evidence: For all. For us. For few. ");
    EXPECT_TRUE(app().get(href + "/report?version=open").shows("it may be given to anyone"));
    const auto page = app().get(href + "/evidence").body;
    const auto at = page.rfind(href + "/evidence/", page.rfind("/change\""));
    const auto confidential = page.substr(at, page.find("/change", at) - at);
    EXPECT_TRUE(app().get(confidential).shows("For few"));
    app().sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(shown("/evidence"), "12");
    EXPECT_EQ(shown("/report?version=confidential"), "12");
    EXPECT_EQ(app().get(confidential).status, 404);
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(app().post(confidential + "/away", {}).status, 303);
    EXPECT_EQ(shown("/evidence"), "12");
    EXPECT_LE(app().get(href + "/report").statements, 13);
}

TEST_P(WorkshopPages, AFigureIsPinnedToAPageOfThisHouse)
{
    const auto href = closed();
    auto fields = day("figure_as_of", app().today());
    for (const auto& field : web::Fields{{"theme", "purpose"}, {"kind", "figure"}, {"title", "Vacancies"}, {"shows", "Too few people"}, {"bearing", "against"}, {"strength", "some"}, {"confidentiality", "open"},
                                         {"figure_value", "14% vacant"}, {"figure_path", "https://example.org/profile"}})
        fields.push_back(field);
    EXPECT_EQ(app().post(href + "/evidence", fields).errors, (std::vector<std::string>{"Enter the address of a page of figures in this house, such as /profile/people"}));
    fields.back().second = "/profile/people";
    EXPECT_EQ(app().post(href + "/evidence", fields).status, 303);
    EXPECT_TRUE(app().get(href + "/report?version=open").shows("14% vacant, as of " + app().today().in_words()));
}

TEST_P(WorkshopPages, PrioritiesStandInTheirOrderWithTheSupportAskedForThem)
{
    const auto href = closed();
    EXPECT_EQ(app().post(href + "/priorities", {{"kind", "priority"}, {"place", "1.5"}}).errors, (std::vector<std::string>{"Enter a title", "Enter why", "Enter its place in the order, a whole number from 1 to 99"}));
    EXPECT_EQ(app().post(href + "/priorities", {{"kind", "priority"}, {"title", "Train leads"}, {"why", "Few are"}, {"theme", "purpose"}, {"place", "2"}}).status, 303);
    EXPECT_EQ(app().post(href + "/priorities", {{"kind", "priority"}, {"title", "Share files"}, {"why", "Nobody does"}, {"place", "1"}}).status, 303);
    EXPECT_EQ(app().post(href + "/priorities", {{"kind", "recommendation"}, {"title", "Meet"}, {"why", "To talk"}, {"place", "3"}}).status, 303);
    const auto list = app().get(href + "/priorities");
    EXPECT_LT(list.body.find("Share files"), list.body.find("Train leads"));
    EXPECT_TRUE(list.shows("Recommendations"));
    const auto at = list.body.find(href + "/priorities/0");
    const auto first = list.body.substr(at, list.body.find('"', at) - at);
    auto asked = day("due_on", app().today().plus_days(-1));
    for (const auto& field : web::Fields{{"asked_of", "Regional board"}, {"what", "A trainer"}, {"priority", first.substr(first.rfind('/') + 1)}, {"state", "promised"}}) asked.push_back(field);
    EXPECT_EQ(app().post(href + "/support", asked).errors, (std::vector<std::string>{"Enter what was promised", "Enter when it was promised"}));
    for (const auto& field : day("promised_on", app().today())) asked.push_back(field);
    asked.emplace_back("promised", "Two days");
    EXPECT_EQ(app().post(href + "/support", asked).status, 303);
    EXPECT_TRUE(app().get(first).shows("Regional board"));
    EXPECT_TRUE(app().get(href + "/report").shows("Its day has passed"));
    EXPECT_TRUE(app().get("/to-do").shows("Follow up the support asked of Regional board"));
    const auto page = app().get(href + "/support").body;
    const auto own = page.substr(page.find(href + "/support/0"), href.size() + 9 + 26);
    for (auto& field : asked)
        if (field.first == "state") field.second = "given";
    EXPECT_EQ(app().post(own, asked).errors, (std::vector<std::string>{"Enter what came of it"}));
    asked.emplace_back("outcome", "She came");
    EXPECT_EQ(app().post(own, asked).status, 303);
    EXPECT_FALSE(app().get("/to-do").shows("Regional board"));
    EXPECT_TRUE(app().get(href + "/report").shows("She came"));
    app().sign_in(Role::board_member, Scope::area());
    EXPECT_FALSE(app().get(first).shows("Change it"));
    EXPECT_EQ(app().post(own, asked).status, 403);
}

TEST_P(WorkshopPages, APriorityIsHandedToSomeoneWhoTakesItUpOrGivesItBack)
{
    const auto href = closed();
    const auto lead = app().cookies();
    app().post(href + "/priorities", {{"kind", "priority"}, {"title", "Train leads"}, {"why", "Few are"}, {"place", "1"}});
    const auto list = app().get(href + "/priorities").body;
    const auto priority = list.substr(list.find(href + "/priorities/0"), href.size() + 12 + 26);
    EXPECT_TRUE(app().get(priority).shows("It is handed to nobody yet."));
    EXPECT_EQ(app().post(priority + "/take-back", {}).status, 409);
    const auto taker = app().sign_in(Role::board_member, Scope::area(), "Kit Marsh");
    const auto board = app().cookies();
    EXPECT_EQ(app().get(priority + "/answer").status, 404) << "it is not theirs";
    EXPECT_EQ(app().get(priority + "/hand-on").status, 403);
    app().cookies() = lead;
    auto late = day("due_on", app().today().plus_days(-1));
    EXPECT_EQ(app().post(priority + "/hand-on", late).errors, (std::vector<std::string>{"Choose to whom it is handed", "The day by which they are to answer must be today or later"}));
    auto wanted = day("due_on", app().today().plus_days(7));
    wanted.emplace_back("to", std::to_string(taker.value()));
    wanted.emplace_back("words", "Speak with the college first");
    EXPECT_EQ(app().post(priority + "/hand-on", wanted).status, 303);
    EXPECT_TRUE(app().get(priority).shows("Kit Marsh, by Ann Example"));
    EXPECT_EQ(app().post(priority + "/hand-on", wanted).status, 409) << "one at a time";
    app().cookies() = board;
    EXPECT_TRUE(app().get("/to-do").shows("Say whether you take up: Train leads"));
    EXPECT_TRUE(app().get(priority + "/answer").shows("Speak with the college first"));
    EXPECT_EQ(app().post(priority + "/answer", {}).errors, (std::vector<std::string>{"Choose whether you take it up or give it back"}));
    EXPECT_EQ(app().post(priority + "/answer", {{"state", "given_back"}}).errors, (std::vector<std::string>{"Enter why you give it back"}));
    const auto seen = [&](const std::string& page) { return app().get(page).between(R"(name="seen" value=")", "\""); };
    const auto offered = seen(priority + "/answer");
    EXPECT_EQ(app().post(priority + "/answer", {{"state", "taken_up"}, {"answer", "A course in March"}, {"seen", "something else"}}).status, 409) << "it was handed on in another way than the page said";
    EXPECT_EQ(app().post(priority + "/answer", {{"state", "taken_up"}, {"answer", "A course in March"}, {"seen", offered}}).status, 303);
    EXPECT_FALSE(app().get("/to-do").shows("Train leads"));
    app().cookies() = lead;
    EXPECT_TRUE(app().get(priority).shows("A course in March"));
    EXPECT_EQ(count("SELECT COUNT(*) FROM inbox_message WHERE title = 'A priority was taken up'"), 1) << "whoever handed it on is told";
    EXPECT_EQ(app().post(priority + "/take-back", {{"seen", offered}}).status, 409) << "it was taken up since";
    EXPECT_EQ(app().post(priority + "/take-back", {{"seen", seen(priority)}}).status, 303);
    app().cookies() = board;
    EXPECT_EQ(app().get(priority + "/answer").status, 404);
    app().cookies() = lead;
    EXPECT_EQ(app().post(priority + "/hand-on", wanted).status, 303);
    EXPECT_EQ(app().post(priority + "/away", {}).status, 303);
    EXPECT_EQ(app().get(priority).status, 404);
    app().cookies() = board;
    EXPECT_FALSE(app().get("/to-do").shows("Train leads")) << "what is taken away waits for nobody";
}

TEST_P(WorkshopPages, WhatIsTakenAwayLeavesNothingHanging)
{
    const auto href = closed();
    app().post(href + "/priorities", {{"kind", "priority"}, {"title", "Train leads"}, {"why", "Few are"}, {"place", "1"}});
    const auto list = app().get(href + "/priorities").body;
    const auto priority = list.substr(list.find(href + "/priorities/0"), href.size() + 12 + 26);
    auto asked = day("due_on", app().today().plus_days(9));
    for (const auto& field : web::Fields{{"asked_of", "Regional board"}, {"what", "A trainer"}, {"priority", priority.substr(priority.rfind('/') + 1)}, {"state", "asked"}}) asked.push_back(field);
    EXPECT_EQ(app().post(href + "/support", asked).status, 303);
    EXPECT_EQ(app().post(priority + "/away", {}).status, 303);
    const auto page = app().get(href + "/support");
    EXPECT_TRUE(page.shows("Regional board")) << "support that was asked for stays";
    const auto own = page.body.substr(page.body.find(href + "/support/0"), href.size() + 9 + 26);
    EXPECT_EQ(app().post(own + "/away", {}).status, 303);
    EXPECT_TRUE(app().get(href + "/support").shows("No support is asked for yet."));
    EXPECT_EQ(app().post(own + "/away", {}).status, 404);
}

TEST_P(WorkshopPages, TheReportIsSpokenOfUntilItIsSent)
{
    auto campaign = opened();
    const auto due = [&](int days) {
        campaign.report_due = app().today().plus_days(days);
        db::Writer writer{app().database()};
        db::ChangeSet changes{writer, app().now(), {}, "due"};
        questionnaire::replace(changes, campaign);
        writer.commit();
        return app().get("/to-do").text();
    };
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(due(29).find("Send the report"), std::string::npos);
    EXPECT_NE(due(28).find("Send the report of Autumn: It is due on"), std::string::npos);
    EXPECT_NE(due(-1).find("It was due on"), std::string::npos);
    auto fields = day("sent_on", app().today());
    EXPECT_EQ(app().post(campaign.href() + "/report/sent", fields).errors, (std::vector<std::string>{"Enter to whom it was sent"}));
    fields.emplace_back("sent_to", "The board");
    EXPECT_EQ(app().post(campaign.href() + "/report/sent", fields).status, 303);
    EXPECT_EQ(due(-1).find("Send the report"), std::string::npos);
    EXPECT_TRUE(app().get(campaign.href() + "/report").shows("Sent to The board on"));
    app().sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(due(-1).find("Send the report"), std::string::npos);
}

TEST_P(WorkshopPages, OthersReadAndDoNotWrite)
{
    const auto href = closed();
    agree(href, "3");
    app().sign_in(Role::manager, Scope::organisation(acorns));
    EXPECT_EQ(app().get(href + "/report").status, 200);
    const auto page = app().get(href + "/workshop/themes/purpose");
    EXPECT_TRUE(page.shows("No time"));
    EXPECT_FALSE(page.shows("Agreed position"));
    EXPECT_EQ(agree(href, "2", "Lower").status, 403);
    app().sign_in(Role::practitioner, Scope::own_record(access::StaffRecordId{1}));
    EXPECT_EQ(app().get(href + "/report").status, 403);
}

}  // namespace
}  // namespace kith::assessment
