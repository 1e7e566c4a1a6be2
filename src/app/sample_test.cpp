#include "app/sample.hpp"

#include "base/text.hpp"
#include "files/table.hpp"
#include "app/every_kind.hpp"
#include "kit/whole_house.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace kith::app {
namespace {
const Date today = *Date::of(2026, 11, 22);

/// Composed once: a large one takes a second.
const Sample& the_sample(SampleSize size)
{
    static const auto small = compose_sample(7, today, SampleSize::small);
    static const auto large = compose_sample(7, today, SampleSize::large);
    return size == SampleSize::small ? small : large;
}

const SampleFile& file_named(const Sample& sample, std::string_view name)
{
    for (const auto& file : sample.files)
        if (file.name == name) return file;
    throw std::out_of_range{std::string{name}};
}

/// What a file holds, whenever it was packed: a workbook also says when it was made.
std::string content_of(const SampleFile& file)
{
    if (!file.name.ends_with(".xlsx")) return file.text;
    const auto table = files::Table::read(file.text).value();
    std::string cells;
    for (std::size_t row = 0; row < table.rows(); ++row)
        for (std::size_t column = 0; column < table.header().size(); ++column) cells += std::string{table.cell(row, column)} + ',';
    return cells;
}

/// How many files of each kind of return, as the importer recognises them.
std::map<std::string, int> kinds_of(const Sample& sample)
{
    const auto kinds = every_kind(kit::packs_of_the_program(), {});
    std::map<std::string, int> counted;
    int workbooks = 0;
    for (const auto& file : sample.files) {
        if (file.name.ends_with(".xlsx") && ++workbooks > 3) continue;  // to recognise one it is read whole
        const auto* kind = file.text.empty() ? nullptr : returns::recognise(kinds, file.text);
        ++counted[file.text.empty() ? "nothing" : kind == nullptr ? "unknown" : kind->id];
    }
    return counted;
}

/// True where some file's first line holds these words.
bool is_there(const Sample& sample, std::string_view words)
{
    return std::ranges::any_of(sample.files, [words](const auto& file) {
        return std::string_view{file.text}.substr(0, file.text.find('\n')).find(words) != std::string_view::npos;
    });
}
}  // namespace

TEST(Sample, ChildrenOfAPlaceAreAsManyWhateverTheyAreCountedBy)
{
    for (auto size : {SampleSize::small, SampleSize::large}) {
        const auto table = files::Table::read(the_sample(size).children);
        ASSERT_TRUE(table);
        std::map<std::string, std::map<std::string, std::int64_t>> totals;
        auto cell = [&](std::size_t row, std::string_view column) { return std::string{table->cell(row, *table->column(column))}; };
        for (std::size_t row = 0; row < table->rows(); ++row) {
            if (cell(row, "code") != "18_24") totals[cell(row, "locality")][cell(row, "characteristic")] += std::stoll(cell(row, "children"));
        }
        ASSERT_GT(totals.size(), 3u);
        for (const auto& [locality, by] : totals) {
            for (const auto& [characteristic, children] : by) EXPECT_EQ(children, by.at("age")) << locality << ' ' << characteristic;
        }
    }
}

TEST(Sample, IsTheSameForTheSameSeedAndAnotherForAnother)
{
    for (const auto size : {SampleSize::small, SampleSize::large}) {
        const auto& one = the_sample(size);
        const auto same = compose_sample(7, today, size);
        ASSERT_EQ(one.files.size(), same.files.size());
        for (std::size_t i = 0; i < one.files.size(); ++i) {
            EXPECT_EQ(one.files[i].name, same.files[i].name);
            EXPECT_EQ(one.files[i].on, same.files[i].on);
            if (i % 8 != 0 && one.files[i].name.ends_with(".xlsx")) continue;  // to read one takes a while
            ASSERT_EQ(content_of(one.files[i]), content_of(same.files[i])) << one.files[i].name;
        }
    }
    EXPECT_NE(file_named(the_sample(SampleSize::small), "pri03-staff.csv").text,
              file_named(compose_sample(8, today), "pri03-staff.csv").text);
}

TEST(Sample, IsASmallAreaOfFortyOrganisationsAndAboutSixHundredStaff)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto sample = compose_sample(seed, today);
        EXPECT_EQ(sample.organisations, 40);
        EXPECT_EQ(sample.localities, 5);
        EXPECT_GE(sample.staff, 540) << "seed " << seed;
        EXPECT_LE(sample.staff, 700) << "seed " << seed;
    }
}

TEST(Sample, IsALargeAreaOfThreeHundredOrganisationsAndAboutSixThousandStaffInPost)
{
    const auto& sample = the_sample(SampleSize::large);
    EXPECT_EQ(sample.organisations, 300);
    EXPECT_EQ(sample.localities, 15);
    EXPECT_GE(sample.in_post, 5'700);
    EXPECT_LE(sample.in_post, 6'300);
    EXPECT_LE(sample.files.front().on, today.plus_years(-3));
}

TEST(Sample, HandsInOnNoDayToComeAndInTheOrderOfTheDays)
{
    for (const auto size : {SampleSize::small, SampleSize::large}) {
        const auto& sample = the_sample(size);
        EXPECT_LT(sample.files.back().on, today);
        EXPECT_TRUE(std::ranges::is_sorted(sample.files, {}, &SampleFile::on));
    }
}

TEST(Sample, HoldsEveryKindOfReturnInEveryFormat)
{
    const auto& sample = the_sample(SampleSize::large);
    auto kinds = kinds_of(sample);
    for (const auto& kind : every_kind(kit::packs_of_the_program(), {})) EXPECT_GT(kinds[kind.id], 0) << kind.title;
    EXPECT_GT(kinds["nothing"], 0) << "organisations say that nothing has changed";
    EXPECT_EQ(kinds["unknown"], 0);
    for (const auto* words : {"staff_reference,family_name", "qualifications,professional_statuses", "staff_reference,kind,code",
                              "vacancy_reference", "L2CARECERT", "OTHERJOBROLE", "CATEGORY,TRAININGNAME", "SHARELA", "CWPAWARE",
                              "Role Identifier", "Post Title", "Assignment Category", "PK"})
        EXPECT_TRUE(is_there(sample, words)) << words;
    for (const auto act : {returns::Act::full, returns::Act::changes})
        EXPECT_TRUE(std::ranges::any_of(sample.files, [act](const auto& file) { return file.speaks.act == act && file.speaks.about; }));
    for (const auto end : {SampleEnd::taken, SampleEnd::left_waiting, SampleEnd::undone})
        EXPECT_TRUE(std::ranges::any_of(sample.files, [end](const auto& file) { return file.end == end; }));
    EXPECT_TRUE(std::ranges::any_of(sample.files, &SampleFile::faulty));
}

TEST(Sample, NumbersAThirdOfThePostsAndSomeOfThemFallVacantAgain)
{
    for (const auto size : {SampleSize::small, SampleSize::large}) {
        std::int64_t rows = 0, named = 0;
        std::map<std::string, int> posts;
        for (const auto& file : the_sample(size).files) {
            if (file.name.find("-vacancies") == file.name.npos) continue;
            const auto table = files::Table::read(file.text).value();
            for (std::size_t row = 0; row < table.rows(); ++row, ++rows) {
                const std::string post{table.cell(row, *table.column("post_reference"))};
                EXPECT_EQ(post.empty(), table.cell(row, *table.column("post_opened_on")).empty());
                if (post.empty()) continue;
                ++named;
                ++posts[post];
            }
        }
        EXPECT_GT(named * 5, rows);
        EXPECT_LT(named * 2, rows);
        EXPECT_TRUE(std::ranges::any_of(posts, [](const auto& post) { return post.second > 1; }));
    }
}

TEST(Sample, NamesNoOrganisationTwice)
{
    for (const auto size : {SampleSize::small, SampleSize::large}) {
        std::set<std::string> names;
        const auto& sample = the_sample(size);
        for (auto line : split(file_named(sample, "organisations.csv").text, '\n')) {
            if (line.empty()) continue;
            EXPECT_TRUE(names.emplace(split(line, ',')[1]).second) << line;
        }
        EXPECT_EQ(static_cast<int>(names.size()), sample.organisations + 1) << "and the line of column names";
    }
}

}  // namespace kith::app
