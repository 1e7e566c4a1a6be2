// The sample's files all the way: through the importer into the register, onto the pages, to the other engine and back out by an undo.
// What the pages should say is worked out here from the files' text alone.
#include "app/sample.hpp"
#include "base/text.hpp"
#include "db/dump.hpp"
#include "db/verify.hpp"
#include "kit/whole_house.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <sstream>

namespace kith::app {
namespace {

/// One row of a sample staff return; its cells hold no commas.
struct StaffRow {
    std::string organisation, reference, role, fte, locality;
    Date from;
    std::optional<Date> to;
    bool works_on(Date day) const { return from <= day && (!to || day <= *to); }
};

bool is_staff_return(const SampleFile& file) { return file.text.starts_with("organisation,staff_reference,"); }

std::vector<StaffRow> rows_of(const SampleFile& file)
{
    std::vector<StaffRow> rows;
    for (auto line : split(file.text, '\n')) {
        auto cells = split(line, ',');
        if (cells.size() != 12 || cells[0] == "organisation") continue;
        StaffRow row{std::string{cells[0]}, std::string{cells[1]}, std::string{cells[5]}, std::string{cells[7]}, std::string{cells[9]}, Date::parse_uk(cells[10]).value(), {}};
        if (!trimmed(cells[11]).empty()) row.to = Date::parse_uk(trimmed(cells[11])).value();
        rows.push_back(row);
    }
    return rows;
}

/// Rows of the adult social care staff file: W11 to W16 and W21 to W26, each of whom works on.
int care_workers(const SampleFile& file)
{
    return file.text.starts_with("LOCALESTID,UNIQUEWORKERID,") ? static_cast<int>(std::count(file.text.begin(), file.text.end(), '\n')) - 1 : 0;
}

class SampleHouse {
public:
    explicit SampleHouse(db::Engine engine) : house({.engine = engine}), sample(compose_sample(7, house.app().today()))
    {
        std::vector<returns::File> of_the_area;  // in the sample's own order: teams' members name staff that came before
        for (const auto& file : sample.files) {
            if (file.organisation.empty()) of_the_area.push_back({file.name, file.text});
            else if (!of_the_area.empty()) take(std::exchange(of_the_area, {}), {});
            if (!file.organisation.empty() && !file.faulty) take({{file.name, file.text}}, file.organisation);
        }
        if (!of_the_area.empty()) take(std::move(of_the_area), {});
    }
    void take(std::vector<returns::File> files, std::string organisation)
    {
        const auto answer = house.import(std::move(files), true, std::move(organisation));
        for (const auto& file : answer.files) EXPECT_TRUE(file.taken) << answer.text;
        EXPECT_LE(answer.exit_code, 1) << answer.text;
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
    int records = 0, now = 0;
    std::map<std::string, int> in_locality, of_organisation;
    std::map<std::string, Fte> fte_of_organisation;
    for (const auto& file : made.sample.files) {
        records += file.faulty ? 0 : care_workers(file);
        now += care_workers(file);
        if (!is_staff_return(file) || file.faulty) continue;
        for (const auto& row : rows_of(file)) {
            ++records;
            if (!row.works_on(app.today())) continue;
            ++now;
            ++in_locality[row.locality];
            ++of_organisation[row.organisation];
            auto& fte = fte_of_organisation[row.organisation];
            fte = fte + Fte::parse(row.fte).value();
        }
    }
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM staff_record WHERE ended_by IS NULL"), records);
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM organisation WHERE ended_by IS NULL"), made.sample.organisations);
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM locality WHERE ended_by IS NULL"), 5);
    sign_in_as_lead(app);
    EXPECT_TRUE(app.get("/who-works-here").shows(fmt::format("{} staff work", now))) << app.get("/who-works-here").text();
    EXPECT_EQ(together(lines_by(app, "sector")), now);
    for (const auto& [code, people] : in_locality) EXPECT_EQ(together(lines_by(app, "organisation", "&locality=" + code)), people) << code;
    for (const auto& [code, people] : of_organisation) {
        const auto lines = lines_by(app, "role", "&organisation=" + code);
        EXPECT_EQ(together(lines), people) << code;
        EXPECT_EQ(lines.at("All"), (Line{people, fte_of_organisation.at(code).text()})) << code;
    }
    db::Reader reader{made.house.database()};
    const auto verified = db::verify(reader);
    EXPECT_TRUE(verified.holds()) << verified.discrepancies.at(0).in_words();
}

TEST_P(SampleImport, EachViewerCountsTheirOwnReachAndNoMore)
{
    SampleHouse made{GetParam()};
    auto& app = made.house.app();
    int of_school = 0, in_first = 0;
    for (const auto& file : made.sample.files) {
        if (!is_staff_return(file) || file.faulty) continue;
        for (const auto& row : rows_of(file)) {
            if (!row.works_on(app.today())) continue;
            of_school += row.organisation == "PRI03" ? 1 : 0;
            in_first += row.locality == "L1" ? 1 : 0;
        }
    }
    const auto school = made.house.organisation("PRI03");
    app.sign_in(access::Role::data_steward, access::Scope::organisation(school.id));
    const auto own = lines_by(app, "organisation");
    EXPECT_EQ(own.size(), 2U);
    EXPECT_EQ(own.at(school.name).people, of_school);
    EXPECT_EQ(own.at("All").people, of_school);
    EXPECT_EQ(lines_by(app, "organisation", "&organisation=PRI02"), own) << "a code beyond reach asks for nothing";
    const auto first = made.scalar("SELECT id FROM locality WHERE code = 'L1' AND ended_by IS NULL");
    app.sign_in(access::Role::locality_lead, access::Scope::locality(access::LocalityId{first}));
    EXPECT_EQ(together(lines_by(app, "role")), in_first);
    EXPECT_EQ(lines_by(app, "role", "&locality=L2").at("All").people, 0);
}

TEST_P(SampleImport, TheSameFilesAgainChangeNothing)
{
    SampleHouse made{GetParam()};
    const auto change_sets = made.scalar("SELECT COUNT(*) FROM change_set");
    for (const auto& file : made.sample.files) {
        if (file.faulty) continue;
        const auto again = made.house.import({{file.name, file.text}}, false, file.organisation);
        EXPECT_EQ(again.files.at(0).checked.difference.writes, 0) << file.name << "\n" << again.text;
        EXPECT_EQ(again.files[0].checked.difference.ends, 0) << file.name;
    }
    EXPECT_EQ(made.scalar("SELECT COUNT(*) FROM change_set"), change_sets);
}

TEST_P(SampleImport, AnUndoneReturnGivesTheFiguresBack)
{
    SampleHouse made{GetParam()};
    auto& app = made.house.app();
    sign_in_as_lead(app);
    const auto figures = [&] { return std::array{lines_by(app, "role"), lines_by(app, "locality"), lines_by(app, "organisation")}; };
    const auto before = figures();
    const auto& file = *std::ranges::find(made.sample.files, std::string{"pri03-staff.csv"}, &SampleFile::name);
    const auto header = file.text.substr(0, file.text.find('\n') + 1);
    const auto extra = header + fmt::format("PRI03,PRI03-8001,Example,Ann,03/04/1990,teacher,permanent,1,PRI03-1,{},01/09/2020,\n", rows_of(file).at(0).locality);
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

INSTANTIATE_TEST_SUITE_P(Engines, SampleImport, testing::ValuesIn(kit::engines_at_hand()), kit::engine_name);

}  // namespace
}  // namespace kith::app
