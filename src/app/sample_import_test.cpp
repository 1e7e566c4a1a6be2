// The sample's files all the way: through the importer into the register, onto the pages, to the other engine and back out by an undo.
// What the pages should say of an organisation is worked out here from the text of its own file alone.
#include "access/accounts.hpp"
#include "app/sample_campaigns.hpp"
#include "app/sample_chasing.hpp"
#include "app/sample_handing_in.hpp"
#include "base/text.hpp"
#include "db/dump.hpp"
#include "db/verify.hpp"
#include "kit/whole_house.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/sheet_register.hpp"
#include "scorecards/return_chase_register.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

namespace kith::app {
namespace {

/// One row of a sample staff return; its cells hold no commas.
struct StaffRow {
    std::string organisation, reference, role, fte;
    Date from, terms_from;
    std::optional<Date> to;
    bool works_on(Date day) const { return from <= day && (!to || day <= *to); }
};

std::vector<std::string> columns_of(const SampleFile& file)
{
    std::vector<std::string> columns;
    for (auto name : split(std::string_view{file.text}.substr(0, file.text.find('\n')), ',')) columns.emplace_back(name);
    return columns;
}

bool is_staff_return(const SampleFile& file) { return file.text.starts_with("organisation,staff_reference,") && !file.faulty; }

/// One row for each person, that of the terms they work on today.
std::vector<StaffRow> rows_of(const SampleFile& file, Date today)
{
    const auto columns = columns_of(file);
    const auto at = [&](std::string_view name) { return static_cast<std::size_t>(std::ranges::find(columns, name) - columns.begin()); };
    std::map<std::string, StaffRow> people;
    for (auto line : split(file.text, '\n')) {
        auto cells = split(line, ',');
        if (cells.size() != columns.size() || cells[0] == "organisation") continue;
        StaffRow row{std::string{cells[0]}, std::string{cells[1]}, std::string{cells[at("role")]}, std::string{cells[at("fte")]}, Date::parse_uk(cells[at("start_date")]).value(), {}, {}};
        row.terms_from = Date::parse_uk(cells[at("terms_from")]).value_or(row.from);
        if (const auto last = Date::parse_uk(trimmed(cells[at("end_date")]))) row.to = *last;
        if (row.terms_from <= today) people.insert_or_assign(row.reference, row);
    }
    std::vector<StaffRow> rows;
    for (auto& [reference, row] : people) rows.push_back(std::move(row));
    return rows;
}

/// The staff returns of organisations that have handed in one and no other, in Kith's own columns.
std::vector<const SampleFile*> only_returns(const Sample& sample)
{
    std::map<std::string, int> files;
    for (const auto& file : sample.files) files[file.organisation] += file.name.find("-staff") != file.name.npos && !file.faulty ? 1 : 0;
    std::vector<const SampleFile*> only;
    for (const auto& file : sample.files)
        if (is_staff_return(file) && files[file.organisation] == 1) only.push_back(&file);
    return only;
}

class SampleHouse {
public:
    explicit SampleHouse(db::Engine engine) : house({.engine = engine}), sample(compose_sample(7, house.app().today()))
    {
        const auto handed = hand_in(house.database(), house.desk(), *kit::packs_of_the_program(), sample, [](const std::string&) {});
        if (!handed) throw std::runtime_error{handed.error().message};
    }
    std::int64_t scalar(std::string_view sql)
    {
        db::Reader reader{house.database()};
        return reader.one(sql)->at<std::int64_t>(0);
    }

    kit::WholeHouse house;
    Sample sample;
};

struct Line {
    int people = 0;
    std::string fte;
    bool operator==(const Line&) const = default;
};
/// The lines of the CSV file that the signed-in viewer gets, by their label; "All" is the last.
using Lines = std::map<std::string, Line>;

Lines lines_by(kit::TestApp& app, std::string_view by, std::string_view more = {})
{
    const auto answer = app.get(fmt::format("/who-works-here.csv?by={}{}", by, more));
    EXPECT_EQ(answer.status, 200);
    Lines lines;
    for (auto line : split(answer.body, '\n')) {
        auto cells = split(trimmed(line), ',');
        if (cells.size() < 6 || cells[2] == "staff") continue;  // a label may hold commas: the figures are counted from the end
        const auto label = line.substr(cells[0].size() + 1, static_cast<std::size_t>(cells[cells.size() - 4].data() - cells[1].data()) - 1);
        lines[std::string{label}] = {std::stoi(std::string{cells[cells.size() - 4]}), std::string{cells[cells.size() - 3]}};
    }
    return lines;
}

/// What the lines say together, "All" apart.
int together(const Lines& lines)
{
    int sum = 0;
    for (const auto& [label, line] : lines) sum += label == "All" ? 0 : line.people;
    return sum;
}

void sign_in_as_lead(kit::TestApp& app) { app.sign_in(access::Role::workforce_lead, access::Scope::area()); }

class SampleImport : public testing::TestWithParam<db::Engine> {};

TEST_P(SampleImport, ThePagesCountWhatTheFilesHold)
{
    SampleHouse made{GetParam()};
    auto& app = made.house.app();
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM staff_record WHERE ended_by IS NULL"), made.sample.staff);
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM organisation WHERE ended_by IS NULL"), made.sample.organisations);
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM locality WHERE ended_by IS NULL"), 5);
    sign_in_as_lead(app);
    const auto everyone = together(lines_by(app, "sector"));
    EXPECT_TRUE(app.get("/who-works-here").shows(fmt::format("{} staff work", everyone))) << app.get("/who-works-here").text();
    EXPECT_EQ(together(lines_by(app, "organisation")), everyone);
    const auto own = only_returns(made.sample);
    EXPECT_GT(own.size(), 15U);
    for (const auto* file : own) {
        int people = 0;
        auto fte = Fte{};
        for (const auto& row : rows_of(*file, app.today())) {
            if (!row.works_on(app.today())) continue;
            ++people;
            fte = fte + Fte::parse(row.fte).value();
        }
        const auto lines = lines_by(app, "role", "&organisation=" + file->organisation);
        EXPECT_EQ(together(lines), people) << file->organisation;
        EXPECT_EQ(lines.at("All"), (Line{people, fte.text()})) << file->organisation;
    }
    db::Reader reader{made.house.database()};
    const auto verified = db::verify(reader);
    EXPECT_TRUE(verified.holds()) << verified.discrepancies.at(0).in_words();
}

TEST_P(SampleImport, EachViewerCountsTheirOwnReachAndNoMore)
{
    SampleHouse made{GetParam()};
    auto& app = made.house.app();
    const auto& of_its_own = *std::ranges::find(made.sample.files, std::string{"pri03-staff.csv"}, &SampleFile::name);
    const auto of_school = std::ranges::count_if(rows_of(of_its_own, app.today()), [&](const StaffRow& row) { return row.works_on(app.today()); });
    sign_in_as_lead(app);
    const auto in_first = together(lines_by(app, "role", "&locality=L1"));
    EXPECT_GT(in_first, 50);
    const auto school = made.house.organisation("PRI03");
    app.sign_in(access::Role::data_steward, access::Scope::organisation(school.id));
    const auto own = lines_by(app, "organisation");
    EXPECT_EQ(own.size(), 2U);
    EXPECT_EQ(own.at(school.name).people, of_school);
    EXPECT_EQ(own.at("All").people, of_school);
    EXPECT_EQ(app.get("/who-works-here.csv?organisation=PRI02").status, 422) << "what is beyond reach cannot be asked about";
    const auto first = made.scalar("SELECT id FROM locality WHERE code = 'L1' AND ended_by IS NULL");
    app.sign_in(access::Role::locality_lead, access::Scope::locality(access::LocalityId{first}));
    EXPECT_EQ(together(lines_by(app, "role")), in_first);
    EXPECT_EQ(app.get("/who-works-here.csv?by=role&locality=L2").status, 422);
}

/// Each organisation's latest file of facts: an earlier one takes back what was renewed since, and that is a change.
std::vector<const SampleFile*> latest_facts(const Sample& sample)
{
    std::map<std::string, const SampleFile*> latest;
    for (const auto& file : sample.files) {
        if (file.name.find("-facts-") == file.name.npos) continue;
        auto& kept = latest[file.organisation];
        if (kept == nullptr || kept->name < file.name) kept = &file;
    }
    std::vector<const SampleFile*> files;
    for (const auto& [organisation, file] : latest) files.push_back(file);
    return files;
}

TEST_P(SampleImport, TheSameFilesAgainChangeNothing)
{
    SampleHouse made{GetParam()};
    const auto change_sets = made.scalar("SELECT COUNT(*) FROM change_set");
    auto files = only_returns(made.sample);
    for (const auto& file : made.sample.files)
        if (file.organisation.empty() || file.name.find("-vacancies") != file.name.npos) files.push_back(&file);
    std::ranges::copy(latest_facts(made.sample), std::back_inserter(files));
    for (const auto* file : files) {
        const auto again = made.house.import({{file->name, file->text}}, false, file->organisation);
        EXPECT_EQ(again.files.at(0).checked.difference.writes, 0) << file->name << "\n" << again.text;
        EXPECT_EQ(again.files[0].checked.difference.ends, 0) << file->name;
    }
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM change_set"), change_sets);
}

TEST_P(SampleImport, TheLateWereAskedBeforeAndNobodyIsAskedAnewToday)
{
    SampleHouse made{GetParam()};
    const auto today = made.house.app().today();
    const auto noon = Instant::parse(today.iso() + "T12:00:00Z").value();
    {
        db::Writer writer{made.house.database()};
        ASSERT_TRUE(access::open_account(writer, {.email = "lead@kith.example", .name = "A Lead", .grants = {{access::Role::workforce_lead, access::Scope::area()}}}, {}, noon));
        writer.commit();
    }
    const auto packs = kit::packs_of_the_program();
    ASSERT_TRUE(chase_the_late(made.house.database(), packs, "lead@kith.example", noon));
    scorecards::ScorecardFeed feed{packs};
    db::Writer writer{made.house.database()};
    const auto scored = feed.scored(writer, access::Reach::everything(), today);
    const auto late = std::ranges::count(scored, scorecards::Punctuality::overdue, [](const auto& one) { return one.card.due.punctuality; });
    ASSERT_GE(late, 2);
    EXPECT_EQ(made.scalar("SELECT COUNT(DISTINCT organisation_id) FROM return_chase"), late - 1) << "the first has nobody to ask";
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM return_chase WHERE account_id IS NOT NULL"), 1) << "the lead asked one";
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM inbox_message"), made.scalar("SELECT SUM(told) FROM return_chase"));
    EXPECT_EQ(scorecards::remind_all(writer, feed, false, noon), 0);
}

TEST_P(SampleImport, CampaignsTellAStory)
{
    SampleHouse made{GetParam()};
    const auto noon = Instant::parse(made.house.app().today().iso() + "T12:00:00Z").value();
    {
        db::Writer writer{made.house.database()};
        ASSERT_TRUE(access::open_account(writer, {.email = "lead@kith.example", .name = "A Lead", .grants = {{access::Role::workforce_lead, access::Scope::area()}}}, {}, noon));
        writer.commit();
    }
    const auto instruments = questionnaire::Instruments::load(questionnaire::built_in_instrument_files()).value();
    const auto asked = put_questions(made.house.database(), instruments, 7, "lead@kith.example", noon);
    ASSERT_TRUE(asked) << asked.error().message;
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM campaign WHERE ended_by IS NULL"), 3);
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM campaign WHERE ended_by IS NULL AND stage = 'closed'"), 1);
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM answer_draft"), 0);
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM child_words WHERE closed_at IS NULL"), 3);
    EXPECT_GT(made.scalar("SELECT COUNT(*) FROM answer_sheet WHERE counted = 0"), 4) << "some wait";
    EXPECT_GT(made.scalar("SELECT COUNT(*) FROM answer_sheet WHERE counted = 1"), 100);
    db::Reader reader{made.house.database()};
    const auto campaigns = questionnaire::list_campaigns(reader);
    const auto mean = [&](const questionnaire::Campaign& campaign, std::string_view viewpoint) {
        double sum = 0, number = 0;
        for (const auto& sheet : questionnaire::sheets_of(reader, *instruments.find(campaign.instrument, campaign.version), campaign.id))
            if (sheet.respondent.viewpoint == viewpoint)
                for (const auto& [key, answer] : sheet.answers)
                    if (const auto* step = std::get_if<questionnaire::Step>(&answer.value)) sum += step->value, ++number;
        return sum / number;
    };
    const auto current = std::ranges::find_if(campaigns, [](const auto& one) { return one.before.has_value(); });
    ASSERT_NE(current, campaigns.end());
    const auto last = questionnaire::find_campaign(reader, *current->before).value();
    EXPECT_LT(mean(*current, "child"), mean(*current, "partnership") - 0.5) << "children see less than the board believes";
    EXPECT_LT(mean(last, "practitioner"), mean(*current, "practitioner") - 0.2) << "last year was lower";
    EXPECT_TRUE(db::verify(reader).holds());
}

TEST_P(SampleImport, AnUndoneReturnGivesTheFiguresBack)
{
    SampleHouse made{GetParam()};
    auto& app = made.house.app();
    sign_in_as_lead(app);
    const auto figures = [&] { return std::array{lines_by(app, "role"), lines_by(app, "locality"), lines_by(app, "organisation")}; };
    const auto before = figures();
    const std::string extra = "organisation,staff_reference,family_name,given_name,date_of_birth,role,contract,fte,setting,start_date\n"
                              "PRI03,PRI03-8001,Example,Ann,03/04/1990,teacher,permanent,1,PRI03-1,01/09/2020\n";
    const auto answer = made.house.import({{"more.csv", extra}}, true, "PRI03");
    ASSERT_TRUE(answer.files.at(0).taken) << answer.text;
    EXPECT_NE(figures(), before);
    db::Writer writer{made.house.database()};
    const auto taken = returns::find_handed_in(writer, *answer.files[0].return_id, access::Reach::everything()).value();
    const auto undone = returns::undo_return(writer, made.house.desk(), taken, "A test", {.account = {}, .words = "A test"}, app.now());
    ASSERT_TRUE(undone) << undone.error().message;
    writer.commit();
    EXPECT_EQ(figures(), before);
    db::Reader reader{made.house.database()};
    EXPECT_TRUE(db::verify(reader).holds());
}

TEST_P(SampleImport, ADumpGivesTheSamePagesOnTheOtherEngine)
{
    SampleHouse made{GetParam()};
    std::ostringstream dumped;
    {
        db::Reader reader{made.house.database()};
        db::dump(reader, dumped);
    }
    sign_in_as_lead(made.house.app());
    for (auto engine : kit::engines_at_hand()) {
        std::istringstream stream{dumped.str()};
        kit::WholeHouse other{{.engine = engine, .state = kit::TestDatabase::State::empty}};
        const auto loaded = db::load(other.database(), stream, other.app().now());
        ASSERT_TRUE(loaded) << loaded.error().message;
        {
            db::Reader reader{other.database()};
            EXPECT_TRUE(db::verify(reader).holds());
        }
        sign_in_as_lead(other.app());
        for (const auto* page : {"/who-works-here", "/who-works-here?by=locality", "/who-works-here?by=role&organisation=PRI03",
                                 "/who-works-here?by=organisation&on-day=1&on-month=9&on-year=2024", "/staff", "/organisations", "/localities", "/returns"})
            EXPECT_EQ(other.app().get(page).text(), made.house.app().get(page).text()) << page;
    }
}

/// Of the large sample all that a few organisations of every format hand in within three years. That no rule refuses anything of it, but for files
/// that are faulty on purpose, is asked where it is handed in.
TEST(LargeSample, ThreeYearsOfEachFormatGoThroughTheImporter)
{
    kit::WholeHouse house;
    auto sample = compose_sample(7, house.app().today(), SampleSize::large);
    const std::set<std::string> asked{"COU01", "PRI01", "PRI02", "PRI03", "NUR01", "NUR03", "POL01", "CHM01", "CAR1", "CAR2"};
    const auto is_asked = [&](const SampleFile& file) { return asked.contains(file.organisation) || file.name == "organisations.csv" || file.name == "settings.csv"; };
    std::erase_if(sample.files, [&](const SampleFile& file) { return !is_asked(file); });
    const auto handed = hand_in(house.database(), house.desk(), *kit::packs_of_the_program(), sample, [](const std::string&) {});
    ASSERT_TRUE(handed) << handed.error().message;
    db::Reader reader{house.database()};
    const auto count = [&](std::string_view sql) { return reader.one(sql)->at<std::int64_t>(0); };
    EXPECT_EQ(count("SELECT COUNT(*) FROM handed_in WHERE state NOT IN ('accepted', 'agreed', 'checked', 'asking', 'undone')"), 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM staff_record WHERE ended_by IS NULL AND reference LIKE 'SW99%'"), 0) << "the census speaks of people whom the council has told of";
    EXPECT_EQ(count("SELECT COUNT(*) FROM sharing_agreement WHERE ended_by IS NULL"), 4);
    EXPECT_GT(count("SELECT COUNT(*) FROM query_answer"), 2);
    EXPECT_GT(count("SELECT COUNT(*) FROM engagement WHERE ended_by IS NULL AND ended_on IS NOT NULL"), 100);
    for (const auto* kind : {"qualification", "professional_status", "skill", "language", "training", "supervision", "appraisal", "check", "absence"})
        EXPECT_GT(count(fmt::format("SELECT COUNT(*) FROM staff_fact WHERE ended_by IS NULL AND kind = '{}'", kind)), 10) << kind;
    EXPECT_TRUE(db::verify(reader).holds());
}

INSTANTIATE_TEST_SUITE_P(Engines, SampleImport, testing::ValuesIn(kit::engines_at_hand()), kit::engine_name);

}  // namespace
}  // namespace kith::app
