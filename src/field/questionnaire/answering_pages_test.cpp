// Whoever has a link: from the first page to "thank you", and what is left behind.
#include "questionnaire/test_campaigns.hpp"

#include "access/token.hpp"

#include <algorithm>

namespace kith::questionnaire {
namespace {

class Answering : public Campaigns {};
KITH_ON_EACH_ENGINE(Answering);

const web::Fields some_answers{{"aims", "3"}, {"meets", "yes"}, {"with", "health"}, {"with", "schools"}, {"areas.north", "2"}, {"more", "=HYPERLINK(\"x\")"}};

TEST_P(Answering, TellsWhatIsKnownBeforeAnythingIsAsked)
{
    const auto page = app().get(link(opened(), LinkWay::open, {.organisation = acorns}));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.shows("What is known about you"));
    EXPECT_TRUE(page.shows("Nobody knows who used it, or when."));
    EXPECT_TRUE(page.shows("which organisation or part of the area this link was made for"));
    EXPECT_TRUE(page.shows("Results are shown of 5 people or more together."));
    EXPECT_TRUE(page.shows("We tell someone who can help."));
}

/// The small instrument with some of what Kith says in its second language, which is written from right to left.
class AnsweringInUrdu : public Campaigns {
protected:
    AnsweringInUrdu() : Campaigns({}, small_with("[[viewpoint]]", "[phrases]\nbegin = { ur = \"SHURU\" }\npart = { ur = \"{of} / {number}\" }\ndont_know = { ur = \"NAHI PATA\" }\n"
                                                                 "check = { ur = \"DEKHIYE\" }\nthank_you = { ur = \"SHUKRIYA\" }\n\n[[viewpoint]]")) {}
};
KITH_ON_EACH_ENGINE(AnsweringInUrdu);

TEST_P(AnsweringInUrdu, KithSaysItsOwnWordsInTheInstrumentsLanguageAndNamesTheOthers)
{
    const auto path = link(opened(), LinkWay::open);
    const auto first = app().get(path + "?language=ur");
    EXPECT_TRUE(first.shows("SHURU"));
    EXPECT_NE(first.body.find(R"(<span lang="en" dir="ltr">Come back with a code</span>)"), std::string::npos) << "what it lacks is told to be English";
    EXPECT_FALSE(app().get(path).shows("SHURU"));
    app().post(path, {{"viewpoint", "team"}, {"leader", "no"}, {"language", "ur"}});
    const auto part = app().get(path + "/part/first");
    EXPECT_TRUE(part.shows("2 / 1")) << part.text();
    EXPECT_TRUE(part.shows("NAHI PATA"));
    for (const auto& section : instrument().sections)
        for (int times = 0; times < 2; ++times) app().post(path + "/part/" + section.id, some_answers);
    EXPECT_TRUE(app().get(path + "/check").shows("DEKHIYE"));
    const auto sent = app().post(path + "/send", {});
    EXPECT_EQ(sent.location(), path + "/thanks?language=ur");
    EXPECT_TRUE(app().get(sent.location()).shows("SHUKRIYA"));
    const auto wrong = app().post(path + "/return?language=ur", {{"code", "kite-plum-otter-seven-41"}});
    EXPECT_TRUE(wrong.shows("There are no answers under that code"));
}

/// The small instrument, in which an interviewer alone asks children.
class AskedByInterviewer : public Campaigns {
protected:
    AskedByInterviewer() : Campaigns({}, small_with("children = true", "children = true\nanswered_by = [\"interviewer\"]")) {}
};
KITH_ON_EACH_ENGINE(AskedByInterviewer);

TEST_P(AskedByInterviewer, NoLinkIsHandedOutForWhatAnInterviewerAsks)
{
    const auto campaign = opened();
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(app().post(campaign.href() + "/links", {{"way", "open"}, {"viewpoint", "child"}, {"words", "A poster"}}).errors,
              (std::vector<std::string>{"This is asked by an interviewer or a facilitator: choose \"Ask someone, or a group\" on the campaign's page"}));
    EXPECT_EQ(app().post(campaign.href() + "/links", {{"way", "open"}, {"viewpoint", "team"}, {"words", "A poster"}}).errors, std::vector<std::string>{});
    EXPECT_TRUE(app().get(app().post(campaign.href() + "/group", {}).location()).shows("Children"));
}

TEST_P(Answering, WhoeverAsksOthersIsNamedToThemAndNotInTheAnswers)
{
    const auto campaign = opened();
    app().sign_in(Role::workforce_lead, Scope::area(), "Jo Fenwick");
    const auto path = app().post(campaign.href() + "/group", {}).location();
    app().sign_out();
    const auto first = app().get(path);
    EXPECT_TRUE(first.shows("You are asked by Jo Fenwick, who writes down what you say."));
    EXPECT_TRUE(first.shows("you know who said it"));
    app().post(path, {{"viewpoint", "team"}, {"leader", "no"}});
    for (const auto& section : instrument().sections)
        for (int times = 0; times < 2; ++times) app().post(path + "/part/" + section.id, some_answers);
    EXPECT_EQ(app().post(path + "/send", {}).location(), path + "/thanks");
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet WHERE way = 'group' AND answers LIKE '%Fenwick%'"), 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet WHERE way = 'group'"), 1);
    EXPECT_EQ(app().get(path).status, 200) << "the next one, that day";
    app().advance(24 * 60 * 60);
    EXPECT_EQ(app().get(path).status, 409) << "whoever finds the address later enters nothing";
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(app().post(campaign.href() + "/close", {}).status, 303);
    EXPECT_EQ(count("SELECT COUNT(*) FROM campaign_link WHERE words LIKE '%Fenwick%'"), 0) << "the name goes when the campaign closes";
}

TEST_P(Answering, GoesFromPartToPartAndKeepsWhatWasSaidApartFromEverythingElse)
{
    const auto campaign = opened();
    const auto path = link(campaign, LinkWay::open, {.organisation = acorns, .locality = east});
    EXPECT_EQ(app().post(path, {{"viewpoint", "team"}, {"leader", "no"}}).location(), path + "/part/first");
    EXPECT_EQ(app().post(path + "/part/first", some_answers).location(), path + "/part/first") << "that they meet brings on with whom";
    EXPECT_TRUE(app().get(path + "/part/first").shows("Your answers bring on a question more on this page"));
    EXPECT_EQ(app().post(path + "/part/first", some_answers).location(), path + "/part/second");
    EXPECT_EQ(app().post(path + "/part/second", some_answers).location(), path + "/check");
    const auto check = app().get(path + "/check");
    EXPECT_TRUE(check.shows("Wholly"));
    EXPECT_TRUE(check.shows("Health; Schools"));
    EXPECT_TRUE(check.shows("North: Partly"));
    EXPECT_EQ(app().post(path + "/send", {}).location(), path + "/thanks");
    EXPECT_EQ(app().get(path + "/thanks").status, 200);

    db::Reader reader{app().database()};
    const auto sheet = reader.one("SELECT key, viewpoint, leader, organisation_id, locality_id, way, counted, answers FROM answer_sheet").value();
    EXPECT_EQ(sheet.get<std::string>("answers"), R"({"aims":3,"areas":{"north":2},"meets":["yes"],"with":["health","schools"]})");
    EXPECT_EQ(sheet.get<std::int64_t>("organisation_id"), acorns.value());
    EXPECT_EQ(sheet.get<std::int64_t>("counted"), 0);
    const auto words = reader.one("SELECT key, words FROM answer_text").value();
    EXPECT_EQ(words.get<std::string>("words"), "=HYPERLINK(\"x\")");
    EXPECT_NE(words.get<std::string>("key"), sheet.get<std::string>("key"));
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_draft"), 0);
}

TEST_P(Answering, LeavesNothingByWhichALinkAndItsAnswersCouldBeBroughtTogether)
{
    const auto campaign = opened();
    const auto path = link(campaign, LinkWay::one_use);
    const auto secret = path.substr(std::string{"/answer/"}.size());
    app().post(path, {{"viewpoint", "team"}, {"leader", "no"}});
    db::Reader reader{app().database()};
    const auto draft = reader.one("SELECT key FROM answer_draft").value().get<std::string>("key");
    EXPECT_FALSE(reader.one("SELECT 1 AS one FROM campaign_link_secret WHERE token_hash = $1", draft)) << "the draft lies under the hash by which the link is found";
    EXPECT_NE(draft, secret);
    for (const auto* table : {"answer_sheet", "answer_text", "answer_draft"})
        for (const auto* column : {"account_id", "link_id", "at", "made_at", "sent_at", "token_hash"})
            EXPECT_THROW(db::Reader{app().database()}.one(fmt::format("SELECT {} FROM {}", column, table)), std::exception) << table << "." << column;
}

TEST_P(Answering, NothingIsKeptOfWhenSomeoneSent)
{
    const auto path = link(opened(), LinkWay::open);
    const auto keys = count("SELECT COUNT(*) FROM form_key");
    answer_as_team(path, some_answers);
    EXPECT_EQ(count("SELECT COUNT(*) FROM form_key"), keys) << "a used key has its time and where it led";
    EXPECT_TRUE(app().post(path + "/send", {}).shows("they are in already"));
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet"), 1);
}

TEST_P(Answering, RowsDoNotLieInTheOrderInWhichTheyCame)
{
    if (GetParam() != db::Engine::sqlite) GTEST_SKIP() << "PostgreSQL has no order of rows to give away but that of its pages, which counting writes anew";
    db::Reader reader{app().database()};
    EXPECT_THROW(db::Reader{app().database()}.one("SELECT rowid FROM answer_sheet"), std::exception);
    EXPECT_THROW(db::Reader{app().database()}.one("SELECT rowid FROM answer_text"), std::exception);
}

TEST_P(Answering, ALinkForOneWorksOnce)
{
    const auto path = link(opened(), LinkWay::one_use);
    answer_as_team(path, some_answers);
    const auto again = app().get(path);
    EXPECT_EQ(again.status, 409);
    EXPECT_TRUE(again.shows("Answers were sent with this link already"));
    EXPECT_EQ(app().post(path + "/send", {}).status, 409);
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet"), 1);
}

TEST_P(Answering, ALinkThatIsWrongNotOpenOverOrWithdrawnSaysSo)
{
    EXPECT_EQ(app().get("/answer/nonsense").status, 404);
    EXPECT_TRUE(app().get("/answer/nonsense").shows("the workforce team"));
    const auto campaign = opened();
    const auto path = link(campaign, LinkWay::open);
    EXPECT_TRUE(app().get(link(opened(Stage::draft), LinkWay::open)).shows("not open yet"));
    app().advance(40 * 86400);
    EXPECT_TRUE(app().get(path).shows("The last day for answers was"));
    EXPECT_EQ(app().get(link(campaign, LinkWay::paper)).status, 200) << "what was given on paper before the last day";
}

TEST_P(Answering, FaultsStandBesideTheirQuestionAndWhatWasSentStays)
{
    const auto path = link(opened(), LinkWay::open);
    EXPECT_EQ(app().post(path, {}).errors, (std::vector<std::string>{"Choose from where you look at it"}));
    app().post(path, {{"viewpoint", "team"}, {"leader", "yes"}});
    const auto page = app().post(path + "/part/first", {{"aims", "9"}, {"with", "health"}, {"with", "police"}, {"with", "schools"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_FALSE(page.errors.empty());
    const auto long_text = app().post(path + "/part/second", {{"more", std::string(900'000, 'x')}});
    EXPECT_EQ(long_text.status, 422);
    EXPECT_TRUE(long_text.shows("it can have"));
    EXPECT_EQ(app().post(path + "/part/second", {{"more", "שלום"}}).status, 303);
    EXPECT_TRUE(app().get(path + "/part/second").shows("dir=\"auto\""));
}

TEST_P(Answering, WhoStopsComesBackWithACode)
{
    const auto campaign = opened();
    const auto path = link(campaign, LinkWay::open);
    app().post(path, {{"viewpoint", "team"}, {"leader", "no"}});
    const auto kept = app().follow(app().post(path + "/part/first", {{"aims", "2"}, {"later", "1"}}));
    const auto code = kept.between("govuk-panel__title\">", "</h2>");
    EXPECT_EQ(std::ranges::count(code, '-'), 4) << code;
    app().sign_out();  // another device
    EXPECT_EQ(app().post(path + "/return", {{"code", "kite-kite-kite-kite-11"}}).status, 422);
    auto typed = code;
    std::ranges::replace(typed, '-', ' ');
    EXPECT_EQ(app().post(path + "/return", {{"code", " " + typed}}).location(), path + "/part");
    EXPECT_EQ(app().get(path + "/part").location(), path + "/part/first");
    EXPECT_TRUE(app().get(path + "/part/first").shows("value=\"2\" checked"));
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_draft"), 1);
    db::Reader reader{app().database()};
    EXPECT_EQ(reader.one("SELECT code_hash FROM answer_draft").value().get<std::string>("code_hash").find(code), std::string::npos);
}

TEST_P(Answering, WhoComesNextAtTheSameDeviceNeitherSeesNorOverwritesWhatWasKept)
{
    const auto path = link(opened(), LinkWay::open);
    app().post(path, {{"viewpoint", "team"}, {"leader", "no"}});
    const auto code = app().follow(app().post(path + "/part/first", {{"aims", "2"}, {"later", "1"}})).between("govuk-panel__title\">", "</h2>");
    EXPECT_FALSE(app().get(path).shows("You have begun to answer"));
    EXPECT_EQ(app().get(path + "/part/first").location(), path);
    app().post(path, {{"viewpoint", "team"}, {"leader", "no"}});
    app().post(path + "/part/first", {{"aims", "3"}, {"meets", "no"}});
    app().post(path, {{"viewpoint", "team"}, {"leader", "no"}});  // and the one after, who begins anew
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_draft"), 3);
    EXPECT_EQ(app().post(path + "/return", {{"code", code}}).location(), path + "/part");
    EXPECT_TRUE(app().get(path + "/part/first").shows("value=\"2\" checked")) << "their own, by their code";
}

TEST_P(Answering, WhatWasBegunByOneLinkIsNotGoneOnWithByAnother)
{
    const auto campaign = opened();
    const auto acorns_link = link(campaign, LinkWay::open, {.organisation = acorns});
    const auto another = link(campaign, LinkWay::open);
    app().post(acorns_link, {{"viewpoint", "team"}, {"leader", "no"}});
    app().post(acorns_link + "/part/first", {{"aims", "2"}, {"meets", "no"}});
    EXPECT_FALSE(app().get(another).shows("You have begun to answer")) << "else it would be sent for no organisation";
    EXPECT_EQ(app().get(another + "/part/first").location(), another);
    const auto code = app().follow(app().post(acorns_link + "/part/first", {{"aims", "2"}, {"later", "1"}})).between("govuk-panel__title\">", "</h2>");
    EXPECT_EQ(app().post(another + "/return", {{"code", code}}).status, 422) << "the code is of the link that it came by";
    EXPECT_EQ(app().post(acorns_link + "/return", {{"code", code}}).location(), acorns_link + "/part");
}

TEST_P(Answering, ALinkThatAPageLeadsToIsKeptNowhere)
{
    const auto campaign = opened();
    app().sign_in(Role::workforce_lead, Scope::area());
    for (const auto* way : {"/paper", "/group"}) EXPECT_TRUE(app().post(campaign.href() + way, {}).location().starts_with("/answer/"));
    EXPECT_EQ(count("SELECT COUNT(*) FROM form_key WHERE outcome LIKE '/answer/%'"), 0);
}

TEST_P(Answering, NothingComesInAfterTheClosing)
{
    auto campaign = opened();
    const auto path = link(campaign, LinkWay::open);
    app().post(path, {{"viewpoint", "team"}, {"leader", "no"}});
    {
        db::Writer writer{app().database()};
        db::ChangeSet changes{writer, app().now(), {}, "closed meanwhile"};
        campaign.stage = Stage::closed;
        replace(changes, campaign);
        writer.commit();
    }
    EXPECT_EQ(app().post(path + "/send", {}).status, 409);
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet"), 0);
}

TEST_P(Answering, ADraftLivesThroughARestart)
{
    const auto path = link(opened(), LinkWay::one_use);
    app().post(path, {{"viewpoint", "team"}, {"leader", "no"}});
    app().post(path + "/part/first", {{"aims", "2"}, {"meets", "no"}});
    app().sign_out();  // nothing is left of the browser: the link itself finds the draft
    EXPECT_TRUE(app().get(path).shows("You have begun to answer"));
    EXPECT_EQ(app().get(path + "/part").location(), path + "/part/second");
}

TEST_P(Answering, AYoungerChildIsAskedWhetherAParentSaidYes)
{
    const auto path = link(opened(), LinkWay::open, {.viewpoint = "child"});
    EXPECT_TRUE(app().get(path).shows("I am 13 or older"));
    EXPECT_TRUE(app().get(path + "?easy=1").shows("We do not know which answers are yours."));
    EXPECT_EQ(app().post(path, {}).errors, (std::vector<std::string>{"Choose how old you are"}));
    EXPECT_TRUE(app().post(path, {{"consent", "not_asked"}}).shows("Ask a parent or carer first"));
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_draft"), 0);
    EXPECT_EQ(app().post(path, {{"consent", "parent_said_yes"}}).status, 303);
}

TEST_P(Answering, WhatAChildWritesComesToItsReaderAtOnceAndToNobodyElse)
{
    const auto campaign = opened();
    const auto path = link(campaign, LinkWay::open, {.viewpoint = "child", .organisation = acorns});
    app().post(path, {{"consent", "old_enough"}, {"easy", "1"}});
    EXPECT_TRUE(app().get(path + "/part/first").shows("We want the same."));
    app().post(path + "/part/first", {{"aims", "1"}, {"meets", "no"}});
    EXPECT_TRUE(app().get(path + "/part/second").shows("We tell someone who can help."));
    app().post(path + "/part/second", {{"more", "Someone is hurting me"}});
    app().post(path + "/send", {});
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_text"), 0);

    reader_ = app().sign_in(Role::data_steward, Scope::organisation(acorns), "Sam Okoro");
    EXPECT_FALSE(app().get("/heard").shows("1 text waits")) << "another is named";
    db::Writer writer{app().database()};
    db::ChangeSet changes{writer, app().now(), {}, "reader"};
    auto changed = campaign;
    changed.reader->account = reader_;
    replace(changes, changed);
    writer.commit();
    const auto list = app().get("/heard");
    EXPECT_TRUE(list.shows("1 text waits"));
    EXPECT_TRUE(list.shows("A poster, Acorns"));
    const auto at = list.body.find("/heard/0");
    const auto words = list.body.substr(at, list.body.find('"', at) - at);
    EXPECT_TRUE(app().get(words).shows("Someone is hurting me"));
    EXPECT_TRUE(app().get("/heard").shows("Seen, to be closed"));
    const auto sam = app().cookies();
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_TRUE(app().get(campaign.href() + "/close").shows("1 text that a child wrote waits to be read and closed by Sam Okoro."));
    EXPECT_EQ(app().post(campaign.href() + "/close", {}).status, 409) << "nobody else could be named to read it afterwards";
    app().cookies() = sam;
    EXPECT_EQ(app().post(words, {}).errors.size(), 2U);
    EXPECT_EQ(app().post(words, {{"concern", "yes"}, {"outcome", "Passed on"}}).status, 303);
    EXPECT_TRUE(app().get("/heard").shows("Closed, a worry"));
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(app().get(words).status, 404);
    EXPECT_EQ(app().post(campaign.href() + "/close", {}).status, 303);
}

TEST_P(Answering, ChildrenAreAskedForNoWordsWhereNobodyReadsThem)
{
    auto campaign = opened();
    campaign.reader.reset();
    {
        db::Writer writer{app().database()};
        db::ChangeSet changes{writer, app().now(), {}, "no reader"};
        replace(changes, campaign);
        writer.commit();
    }
    const auto path = link(campaign, LinkWay::open, {.viewpoint = "child"});
    app().post(path, {{"consent", "old_enough"}});
    EXPECT_EQ(app().post(path + "/part/first", {{"aims", "1"}, {"meets", "no"}}).location(), path + "/check") << "the second part asks children nothing but words";
}

TEST_P(Answering, ResultsChangeByAsManyAsTheThresholdAndAsManyAlwaysWait)
{
    const auto campaign = opened();
    const auto path = link(campaign, LinkWay::open);
    for (int n = 1; n <= 9; ++n) answer_as_team(path, some_answers);
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet WHERE counted = 1"), 0);
    answer_as_team(path, some_answers);
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet WHERE counted = 1"), 5);
    for (int n = 1; n <= 4; ++n) answer_as_team(path, some_answers);
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet WHERE counted = 1"), 5);
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(app().post(campaign.href() + "/close", {}).status, 303);
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet WHERE counted = 1"), 14);
    EXPECT_EQ(app().get(path).status, 409);
}

TEST_P(Answering, SomeoneSignedInAnswersOnce)
{
    const auto campaign = opened();
    app().sign_in(Role::practitioner, Scope::own_record(access::StaffRecordId{4}));
    EXPECT_TRUE(app().get("/questions").shows("Answer Autumn"));
    const auto begun = app().post("/questions/" + campaign.public_id.text(), {});
    ASSERT_TRUE(begun.location().starts_with("/answer/"));
    EXPECT_FALSE(app().get(begun.location()).shows("I am 13 or older")) << "not as a child";
    answer_as_team(begun.location(), some_answers);
    EXPECT_TRUE(app().get("/questions").shows("Nothing is asked of you"));
    EXPECT_EQ(app().post("/questions/" + campaign.public_id.text(), {}).status, 409);
    EXPECT_EQ(count("SELECT organisation_id FROM answer_sheet"), acorns.value());
}

}  // namespace
}  // namespace kith::questionnaire
