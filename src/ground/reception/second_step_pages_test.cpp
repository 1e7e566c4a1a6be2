#include "access/one_time_code.hpp"
#include "reception/test_front.hpp"

namespace kith::reception {
namespace {

using access::Role;
using access::Scope;

class SecondStepPages : public testing::Test, public Front {
protected:
    explicit SecondStepPages(web::Settings settings = {}) : Front{std::move(settings)}
    {
        robin = given("robin@example.org", {{Role::administrator, Scope::area()}}).id;
        sign_in();
    }
    std::string code()
    {
        db::Reader reader{app.database()};
        const auto row = reader.one("SELECT secret FROM second_step WHERE account_id = $1", robin);
        return access::code_of_step(desk.key->open(row->get<db::Bytes>("secret"), "second_step.secret").value(), access::step_at(app.now()));
    }
    kit::Answer turned_on()
    {
        EXPECT_EQ(app.post("/account/second-step/begin", {{"present", std::string{password}}}).location(), "/account/second-step/set-up");
        return app.post("/account/second-step/set-up", {{"code", code()}});
    }
    access::AccountId robin;
};

TEST_F(SecondStepPages, ShowAPictureAndAKeyThenAskAtEachSignIn)
{
    EXPECT_TRUE(app.get("/account/second-step").shows("Set up a second step"));
    EXPECT_EQ(app.post("/account/second-step/begin", {{"present", "not this one at all"}}).errors, std::vector<std::string>{"Password is not right"});
    const auto codes = turned_on();
    EXPECT_TRUE(codes.shows("These codes are shown only now"));
    EXPECT_EQ(app.get("/account/second-step/set-up").location(), "/account/second-step") << "the key is shown no more";
    app.sign_out();
    app.advance(60);
    const auto step = sign_in();
    EXPECT_EQ(step.status, 200);
    EXPECT_EQ(step.value("return"), "/account");
    EXPECT_EQ(app.get("/account").status, 303) << "not in yet";
    const auto half = step.value("half");
    const auto wrong = app.post("/sign-in/second-step", {{"half", half}, {"code", "000000"}, {"return", "/account"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(wrong.value("half"), half);
    EXPECT_EQ(app.post("/sign-in/second-step", {{"half", half}, {"code", code()}, {"return", "/account"}}).location(), "/account");
    EXPECT_EQ(app.get("/account").status, 200);
    EXPECT_EQ(app.post("/sign-in/second-step", {{"half", half}, {"code", code()}, {"return", "//evil.example"}}).location(), "/sign-in") << "used";
}

TEST_F(SecondStepPages, DrawTheCodeThemselves)
{
    app.post("/account/second-step/begin", {{"present", std::string{password}}});
    const auto page = app.get("/account/second-step/set-up");
    EXPECT_NE(page.body.find("<svg"), std::string::npos);
    EXPECT_NE(page.body.find("role=\"img\""), std::string::npos);
    EXPECT_FALSE(page.between("<strong class=\"kith-code\">", "</strong>").empty());
    EXPECT_EQ(page.body.find("otpauth"), std::string::npos) << "the link is in the picture only";
}

TEST_F(SecondStepPages, NeedTheFormsToken)
{
    EXPECT_EQ(app.post("/account/second-step/begin", {{"present", std::string{password}}}, {.without_token = true}).status, 403);
    EXPECT_EQ(app.post("/sign-in/second-step", {{"half", "x"}, {"code", "000000"}}, {.without_token = true}).status, 403);
}

TEST_F(SecondStepPages, AreRemovedByAnAdministratorInTheJournal)
{
    turned_on();
    db::Reader reader{app.database()};
    const auto path = "/accounts/" + access::find_account(reader, robin)->public_id.text();
    app.sign_in(Role::administrator, Scope::area(), "Ada Minder");
    EXPECT_TRUE(app.get(path).shows("Remove"));
    EXPECT_EQ(app.post(path + "/second-step", {}).location(), path);
    EXPECT_TRUE(app.get(path).shows("Second step removed"));
    EXPECT_EQ(app.post(path + "/second-step", {}).status, 409);
}

class NeededSecondStep : public SecondStepPages {
protected:
    NeededSecondStep() : SecondStepPages{{.sessions = {.second_step = {Role::administrator}}}} {}
};

TEST_F(NeededSecondStep, LeavesTheRoleWithNothingUntilItIsSetUp)
{
    EXPECT_EQ(app.get("/accounts").status, 403);
    EXPECT_TRUE(app.get("/").shows("Set up a second step of signing in"));
    turned_on();
    EXPECT_EQ(app.get("/accounts").status, 200);
    EXPECT_EQ(app.get("/account/second-step/off").location(), "/account/second-step");
    EXPECT_EQ(app.post("/account/second-step/off", {{"present", std::string{password}}}).status, 409);
}

}  // namespace
}  // namespace kith::reception
