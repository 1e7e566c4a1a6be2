// Every route of the house x every role x inside and outside its scope, against tests/golden/route_access.txt.
#include "access/invitations.hpp"
#include "annual/report_register.hpp"
#include "assessment/evidence_register.hpp"
#include "assessment/priority_register.hpp"
#include "consultation/consultation_register.hpp"
#include "governance/board_register.hpp"
#include "intake/mapping_register.hpp"
#include "kit/route_matrix.hpp"
#include "kit/whole_house.hpp"
#include "money/budget_register.hpp"
#include "questionnaire/campaign_link_register.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/reach_register.hpp"
#include "retention/retention_register.hpp"
#include "partnership/dated_register.hpp"
#include "ui/assets.hpp"
#include "strategy/glossary_register.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/recommendation_register.hpp"
#include "strategy/risk_register.hpp"
#include "workforce/sharing_register.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/vacancy_register.hpp"

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <map>

namespace kith::app {
namespace {

using access::Role;
using access::Scope;
using access::ScopeKind;

constexpr const char* organisations = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\n"
                                      "OAK,Oak Trust,nursery,pvi,early_years,40,\r\nELM,Elm Trust,nursery,pvi,early_years,,\r\n"
                                      "ASH,Ash Trust,nursery,pvi,early_years,,\r\n";
constexpr const char* settings = "organisation,setting_code,name,kind,locality_code,locality_name,postcode\r\n"
                                 "OAK,OAK-1,Oak Nursery,day_nursery,NORTH,North,\r\nELM,ELM-1,Elm Nursery,day_nursery,SOUTH,South,\r\n";

std::string staff_of(std::string_view code, std::string_view reference, std::string_view contract = "permanent")
{
    return fmt::format("organisation,staff_reference,family_name,given_name,date_of_birth,role,contract,fte,setting,locality,start_date,end_date\r\n"
                       "{0},{1},Example,Ann,03/04/1990,early_years_practitioner,{2},1,{0}-1,,01/09/2020,\r\n",
                       code, reference, contract);
}

/// Two of everything: OAK in NORTH, where those with a narrower scope than the area stand, and ELM in SOUTH, outside it.
class HouseOfTwo final : public kit::MatrixWorld {
public:
    HouseOfTwo()
    {
        const auto places = house_.import({{"organisations.csv", organisations}, {"settings.csv", settings}});
        if (places.exit_code != 0) throw std::logic_error(places.text);
        for (const auto* code : {"OAK", "ELM"}) fill(*code == 'O' ? inside_ : outside_, code);
        db::Writer writer{app().database()};
        access::NewAccount wanted{.email = "robin@example.org", .name = "Robin Example", .grants = {{Role::data_steward, Scope::organisation(house_.organisation("OAK").id)}}};
        account_ = access::create_account(writer, wanted, {}, {}, app().chance(), app().now()).value().account;
        access::create_account(writer, {.email = "keeper@example.org", .name = "Sam Example", .grants = {{Role::administrator, Scope::area()}}}, {}, {}, app().chance(), app().now()).value();
        job_ = app().queue().enqueue(writer, {.kind = "any", .title = "Any work", .payload = ""});
        writer.run("UPDATE job SET state = 'failed'");
        const access::Viewer keeper{access::AccountId{1}, "Sam Example", {{Role::administrator, Scope::area()}}};
        const access::NewAccount guest{.email = "guest@example.org", .name = "Kim Example", .grants = {{Role::data_steward, Scope::organisation(house_.organisation("OAK").id)}}};
        const auto invited = access::invite(writer, guest, keeper, app().now()).value().invitation.value();
        link_ = access::make_link(writer, invited, access::LinkWay::copied, app().chance(), app().now()).value();
        invitation_ = access::find_invitation(writer, invited)->public_id;
        writer.commit();
        add_campaign();
        add_plan();
    }

    kit::TestApp& app() override { return house_.app(); }
    Scope scope_of(Role role) override
    {
        switch (access::row_of(role).scope) {
        case ScopeKind::locality: return Scope::locality(inside_.locality.id);
        case ScopeKind::organisation: return Scope::organisation(inside_.organisation.id);
        case ScopeKind::own_record: return Scope::own_record(inside_.record);
        case ScopeKind::area: break;
        }
        return Scope::area();
    }
    std::string parameter(std::string_view pattern, std::string_view name, bool inside) override
    {
        const auto& side = inside ? inside_ : outside_;
        if (name == "organisation") return side.organisation.public_id.text();
        if (name == "setting") return side.setting.public_id.text();
        if (name == "locality") return side.locality.public_id.text();
        if (name == "record") return text_of("staff_record", side.record.value());
        if (name == "key" && pattern.starts_with("/calendar")) return calendar_;
        if (name == "key") return "a-key";
        if (name == "consultation" && pattern.ends_with("{key}")) return strategic_.at("consultation_of_groups").text();
        if (name == "section" && pattern.starts_with("/strategy")) return "summary";
        if (name == "report" && pattern.starts_with("/annual-reports")) return strategic_.at("published").text();
        if (name == "section") return pattern.starts_with("/answer") ? "practitioner" : "hours";
        if (name == "kind" && pattern.starts_with("/staff")) return "training";
        if (name == "vacancy") return side.vacancy.text();
        if (name == "post") return side.post.text();
        if (name == "correction") return side.correction.text();
        if (name == "rule" && pattern.starts_with("/retention")) return inside ? "files" : "moon";
        if (name == "view") return "00000000000000000000000000";  // each account's own: none of those who ask here has one
        if (name == "agreement") return side.agreement.text();
        if (name == "rule") return "K-CONTRACT-3";
        if (name == "return" && pattern.ends_with("/mapping")) return side.asking.text();
        if (name == "mapping") return side.mapping.text();
        if (name == "version") return "1";
        if (name == "return") return (pattern.ends_with("/undo") ? side.accepted : side.waiting).text();
        if (name == "number") return side.number.text();
        if (name == "contact") return side.contact.text();
        if (name == "cluster") return side.cluster.text();
        if (name == "team") return side.team.text();
        if (name == "member") return (pattern.starts_with("/team") ? side.team_member : side.cluster_setting).text();
        if (name == "change") return side.change.text();
        if (!inside) return name == "role" ? "emperor" : name == "grant" ? "999" : "00000000000000000000000000";
        if (name == "account") return text_of("account", account_.value());
        if (name == "job") return job_.text();
        if (name == "role") return "workforce_lead";
        if (name == "invitation") return invitation_.text();
        if (name == "campaign") return campaign_.public_id.text();
        if (name == "theme") return "identity";
        if (name == "one") return "team";
        if (name == "other") return "practitioner";
        if (name == "evidence") return evidence_.text();
        if (name == "priority") return priority_.text();
        if (name == "support") return support_.text();
        if (name == "message") return message_.text();
        if (name == "words") return "00000000000000000000000000";  // each reader's own: none of those who ask here is named
        if (name == "link" && pattern.starts_with("/campaigns")) return campaign_link_.text();
        if (name == "link") return pattern.starts_with("/answer") ? answer_ : link_;
        if (name == "grant") return std::to_string(one("SELECT MAX(id) FROM account_grant WHERE account_id = $1", account_.value()).at<std::int64_t>(0));
        if (name == "template") return "staff-return.csv";
        if (name == "measure") return pattern.starts_with("/strategy") ? measure_.text() : "staff";
        if (name == "section") return "people";
        if (name == "name") return ui::brand_css(Configuration{}.partnership.accent).path.substr(std::string_view{"/assets/"}.size());
        if (const auto found = strategic_.find(name); found != strategic_.end()) return found->second.text();
        throw std::logic_error("no value for {" + std::string{name} + "}: give this house one");
    }

private:
    struct Side {
        partnership::Organisation organisation;
        partnership::Locality locality;
        partnership::Setting setting;
        access::StaffRecordId record;
        PublicId accepted;  ///< return that was taken in
        PublicId waiting;   ///< return that waits for a decision
        PublicId correction;
        PublicId vacancy;
        PublicId post;
        PublicId agreement; ///< by which ASH sees records of this side
        PublicId asking;    ///< return that waits to be told what its columns mean
        PublicId mapping;   ///< of columns
        PublicId number, contact, cluster, cluster_setting, team, team_member;
        PublicId change;    ///< made by hand
    };

    /// What hangs together with the side's organisation, in one change made by hand.
    void add_network(Side& side, std::string_view code)
    {
        namespace p = partnership;
        db::Writer writer{app().database()};
        db::ChangeSet changes{writer, app().now(), {}, "test"};
        const auto now = app().now();
        const std::string text{code};
        side.number = p::add(changes, *kit::packs_of_the_program(), {.organisation = side.organisation.id, .kind = "urn", .number = text == "OAK" ? "900001" : "900002"}, now).value().public_id;
        const auto cluster = p::add(changes, p::Cluster{.code = text, .name = text}, now).value();
        side.cluster = cluster.public_id;
        side.cluster_setting = p::add(changes, p::ClusterSetting{.cluster = cluster.id, .setting = side.setting.id}, now).value().public_id;
        const auto team = p::add(changes, p::Team{.code = text, .name = text, .kind = "panel", .led_by = side.organisation.id, .locality = side.locality.id}, now).value();
        side.team = team.public_id;
        side.team_member = p::add(changes, p::TeamMember{.team = team.id, .contact = {.job = "Chair"}}, now).value().public_id;
        side.contact = p::add(changes, p::NamedLink{.kind = "caf_link", .organisation = side.organisation.id, .contact = {p::ContactName{"Ash Lane"}, {}, p::ContactPhone{"01632 960001"}, {}}}, now).value().public_id;
        side.change = changes.public_id();
        writer.commit();
    }

    void fill(Side& side, std::string_view code)
    {
        const auto taken = house_.import({{"staff.csv", staff_of(code, "A1")}}, true, std::string{code});
        if (!taken.files.at(0).taken) throw std::logic_error(taken.text);
        side.organisation = house_.organisation(code);
        side.accepted = *taken.files[0].return_id;
        const returns::File file{"more.csv", staff_of(code, "A2", "part_time")};  // and full time: a query
        const returns::Actor by{.account = {}, .words = "A test", .kind = "command line"};
        db::Writer writer{app().database()};
        side.setting = partnership::settings_of(writer, side.organisation.id).at(0);
        for (const auto& locality : partnership::all_localities(writer))
            if (locality.id == side.setting.locality) side.locality = locality;
        side.record = workforce::find_staff_record(writer, side.organisation.id, "A1").value();
        db::ChangeSet changes{writer, app().now(), {.account = {}, .actor = "command line"}, "A correction, a vacancy and an agreement"};
        side.correction = retention::add_correction(changes, {.organisation = side.organisation.id, .record = side.record, .asked_on = app().today(), .asked_by = access::AccountId{1},
                                                              .about = "name", .words = "Another name"}, app().now()).public_id;
        workforce::apply(changes, {.organisation = side.organisation.id, .entries = {{{.reference = "V1", .wanted = {.setting = side.setting.id, .role_list = "roles", .role_code = "teacher"},
                                                                                       .vacant_from = app().today()}, "P1"}}}, app().now());
        side.post = workforce::posts_of(writer, side.organisation.id).at(0).public_id;
        side.vacancy = workforce::vacancies_of(writer, side.organisation.id).at(0).public_id;
        side.agreement = workforce::add(changes, {.owner = side.organisation.id, .with = house_.organisation("ASH").id, .parts = {workforce::Part::training},
                                                  .purpose = "Joint training", .from_on = app().today()}, app().now())->public_id;
        const auto received = returns::receive(writer, {.file = file, .kind = "staff", .organisation = side.organisation.id, .by = by, .now = app().now()});
        writer.commit();
        const auto checked = returns::check_return(app().database(), house_.desk(), received.id, [this] { return app().now(); });
        if (!checked || checked->state != returns::State::checked) throw std::logic_error("the waiting return was not checked");
        side.waiting = received.public_id;
        fill_mapping(side, by);
        add_network(side, code);
    }

    /// A draft with one of everything: plans are the whole area's, so that there is none outside.
    void add_plan()
    {
        namespace s = strategy;
        db::Writer writer{app().database()};
        db::ChangeSet changes{writer, app().now(), {}, "test"};
        const auto plan = s::plans().keep(changes, {.name = "A strategy"}, app().now());
        const auto part = s::plan_parts().keep(changes, {.plan = plan.id, .kind = s::PartKind::objective, .code = "1"}, app().now());
        const auto action = s::actions().keep(changes, {.plan = plan.id, .title = "Train"}, app().now());
        strategic_["milestone"] = s::milestones().keep(changes, {.action = action.id, .title = "Begun", .due_on = app().today()}, app().now()).public_id;
        strategic_["update"] = s::updates().keep(changes, {.action = action.id, .by = account_, .made_on = app().today(), .words = "It goes on"}, app().now()).public_id;
        strategic_["tie"] = s::serves().keep(changes, {.action = action.id, .part = part.id}, app().now()).public_id;
        const auto risk = s::risks().keep(changes, {.plan = plan.id, .title = "Nobody comes"}, app().now());
        strategic_["risk"] = risk.public_id;
        strategic_["escalation"] = s::escalations().keep(changes, {.risk = risk.id, .to_whom = "The board", .made_on = app().today(), .words = "Only they can"}, app().now()).public_id;
        strategic_["recommendation"] = s::recommendations().keep(changes, {.source = "A review", .title = "Train more"}, app().now()).public_id;
        strategic_["control"] = s::controls().keep(changes, {.risk = risk.id, .words = "Ask them"}, app().now()).public_id;
        const auto measure = s::measures().keep(changes, {.plan = plan.id, .name = "Staff trained"}, app().now());
        measure_ = measure.public_id;
        strategic_["value"] = s::points().keep(changes, {.measure = measure.id, .thousandths = 1000}, app().now()).public_id;
        add_board(changes);
        strategic_["fund"] = money::funds().keep(changes, {.plan = plan.id, .name = "A grant"}, app().now()).public_id;
        strategic_["line"] = money::budget_lines().keep(changes, {.plan = plan.id, .heading = "Courses"}, app().now()).public_id;
        const auto asked = consultation::consultations().keep(changes, {.plan = plan.id, .name = "What do you think?", .words = "Say it", .opens_on = app().today(), .closes_on = app().today(), .audience = consultation::Audience::open}, app().now());
        const auto of_groups = consultation::consultations().keep(changes, {.plan = plan.id, .name = "And you?", .words = "Say it", .opens_on = app().today(), .closes_on = app().today(), .audience = consultation::Audience::groups, .key = "a-key"}, app().now());
        strategic_["answer"] = consultation::consultation_answers().keep(changes, {.consultation = asked.id, .about = "whole", .said = "More", .did = "Yes"}, app().now()).public_id;
        strategic_["consultation"] = asked.public_id, strategic_["consultation_of_groups"] = of_groups.public_id;
        strategic_["report"] = annual::annual_reports().keep(changes, {.plan = plan.id, .name = "A report", .from = app().today().plus_days(-9), .as_of = app().today()}, app().now()).public_id;
        const auto published = annual::annual_reports().keep(changes, {.plan = plan.id, .name = "Another", .from = app().today().plus_days(-9), .as_of = app().today()}, app().now());
        annual::published_reports().keep(changes, {.report = published.id, .published_on = app().today(), .document = annual::to_json({.name = "Another", .plan = plan.name, .from = app().today(), .as_of = app().today()}), .hash = "0"}, app().now());
        strategic_["published"] = published.public_id;
        strategic_["term"] = s::own_terms().keep(changes, {.term = "TAC", .words = "Team around the child"}, app().now()).public_id;
        calendar_ = "none";
        strategic_["plan"] = plan.public_id, strategic_["part"] = part.public_id, strategic_["action"] = action.public_id;
        writer.commit();
    }

    void add_board(db::ChangeSet& changes)
    {
        namespace g = governance;
        const auto now = app().now();
        const auto board = g::boards().keep(changes, {.name = "A board"}, now);
        const auto meeting = g::meetings().keep(changes, {.board = board.id, .held_on = app().today()}, now);
        const auto item = g::agenda_items().keep(changes, {.meeting = meeting.id, .title = "Who pays", .wanted = g::ItemWanted::decision}, now);
        strategic_["seat"] = g::seats().keep(changes, {.board = board.id, .role = "Director"}, now).public_id;
        strategic_["option"] = g::decision_options().keep(changes, {.item = item.id, .title = "The council"}, now).public_id;
        strategic_["follow_up"] = g::follow_ups().keep(changes, {.item = item.id, .title = "Write", .owner = "Head", .due_on = app().today()}, now).public_id;
        strategic_["board"] = board.public_id, strategic_["meeting"] = meeting.public_id, strategic_["item"] = item.public_id;
    }

    /// Open, with an open link: campaigns are the whole area's, so that there is none outside.
    void add_campaign()
    {
        namespace q = questionnaire;
        const auto& instrument = *kit::pack_set_of_the_program().instruments->latest("one_childrens_workforce");
        db::Writer writer{app().database()};
        db::ChangeSet changes{writer, app().now(), {}, "test"};
        campaign_ = q::add(changes, {.name = "Autumn", .instrument = instrument.id, .version = instrument.version, .digest = instrument.digest, .opens_on = app().today(), .closes_on = app().today().plus_days(30), .stage = q::Stage::running}, app().now());
        const auto made = q::make_link(writer, {.campaign = campaign_.id, .way = q::LinkWay::open, .words = "A poster"}, app().chance(), app().now());
        evidence_ = assessment::add(changes, assessment::Evidence{.campaign = campaign_.id, .theme = "identity", .title = "A report", .shows = "Something"}, app().now()).public_id;
        priority_ = assessment::keep(changes, assessment::Priority{.campaign = campaign_.id, .title = "Train", .why = "Few are"}, app().now()).public_id;
        support_ = assessment::keep(changes, assessment::Support{.campaign = campaign_.id, .asked_of = "A board", .what = "A trainer", .due_on = app().today()}, app().now()).public_id;
        message_ = q::keep(changes, q::ReachMessage{.title = "The plan", .words = {}, .link = {}, .due_on = app().today()}, app().now()).public_id;
        campaign_link_ = made.first.public_id;
        answer_ = made.second;
        writer.commit();
    }

    void fill_mapping(Side& side, const returns::Actor& by)
    {
        const returns::File file{"payroll.csv", "Pay No,Post,Started\r\n1,Cook,01/02/2020\r\n"};
        db::Writer writer{app().database()};
        const auto received = returns::receive(writer, {.file = file, .kind = "extract", .organisation = side.organisation.id, .by = by, .now = app().now()});
        db::ChangeSet changes{writer, app().now(), {.account = {}, .actor = "command line"}, "A test"};
        intake::ColumnMapping mapping{.name = "Another layout"};
        mapping.organisation = side.organisation.id;
        side.mapping = intake::add(changes, mapping, app().now()).value().public_id;
        writer.commit();
        const auto checked = returns::check_return(app().database(), house_.desk(), received.id, [this] { return app().now(); });
        if (!checked || checked->state != returns::State::asking) throw std::logic_error("the unknown extract was not asked about");
        side.asking = received.public_id;
    }
    template <class... A>
    db::Row one(std::string_view sql, const A&... arguments)
    {
        db::Reader reader{app().database()};
        return reader.one(sql, arguments...).value();
    }
    std::string text_of(std::string_view table, std::int64_t id)
    {
        const auto row = one(fmt::format("SELECT public_id FROM {} WHERE id = $1", table), id);
        return row.at<std::string>(0);
    }

    kit::WholeHouse house_;
    Side inside_;
    Side outside_;
    access::AccountId account_;
    PublicId job_;
    PublicId invitation_;
    std::string link_;
    questionnaire::Campaign campaign_;
    PublicId campaign_link_;
    PublicId evidence_, priority_, support_, message_, measure_;
    std::string calendar_;  ///< of a feed that nobody has
    std::map<std::string, PublicId, std::less<>> strategic_;  ///< of plans, boards and money, by the name in paths
    std::string answer_;  ///< what stands after "/answer/"
};

TEST(RouteAccess, IsWhatTheTableSaysForEveryRouteRoleAndScope)
{
    kit::expect_route_access([] { return std::make_unique<HouseOfTwo>(); }, std::filesystem::path{KITH_SOURCE_DIR} / "tests/golden/route_access.txt");
}

}  // namespace
}  // namespace kith::app
