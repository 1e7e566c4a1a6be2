#include "files/append_log.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace kith::files {
namespace {

class AppendLogFile : public ::testing::Test {
protected:
    void TearDown() override { std::filesystem::remove(path_); }
    Result<AppendLog> open(std::vector<std::string>& lines)
    {
        lines.clear();
        return AppendLog::open(path_, [&](std::string_view line) -> Result<void> {
            lines.emplace_back(line);
            return {};
        });
    }
    std::string text() const
    {
        std::ifstream in{path_, std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }
    void put(const std::string& text) const { std::ofstream{path_, std::ios::binary} << text; }
    std::string path_ = std::filesystem::temp_directory_path() / ("append_log_test_" + std::to_string(::getpid()));
    std::vector<std::string> lines_;
};

TEST_F(AppendLogFile, GivesBackWhatWasSyncedAndNothingThatWasNot)
{
    {
        auto log = open(lines_);
        ASSERT_TRUE(log);
        log->append("one");
        log->append("");
        ASSERT_TRUE(log->sync());
        log->append("never acknowledged");
    }
    auto again = open(lines_);
    ASSERT_TRUE(again);
    EXPECT_EQ(lines_, (std::vector<std::string>{"one", ""}));
    again->append("three");
    ASSERT_TRUE(again->sync());
    EXPECT_FALSE(open(lines_)) << "one program at a time";
}

TEST_F(AppendLogFile, LosesNoWholeLineWhereverTheLastWasTorn)
{
    {
        auto log = open(lines_);
        for (const auto* line : {"first", "second", "third"}) log->append(line);
        ASSERT_TRUE(log->sync());
    }
    const auto whole = text();
    for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
        put(whole.substr(0, cut));
        {
            auto log = open(lines_);
            ASSERT_TRUE(log) << cut;
            const auto ends = std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(cut), '\n');
            EXPECT_EQ(std::ssize(lines_), std::max<std::ptrdiff_t>(ends - 1, 0)) << cut << ": the head is no line";
            log->append("after");
            ASSERT_TRUE(log->sync());
        }
        ASSERT_TRUE(open(lines_)) << cut;
        EXPECT_EQ(lines_.back(), "after");
    }
}

TEST_F(AppendLogFile, RefusesWhatWasChangedMovedOrLeftOut)
{
    {
        auto log = open(lines_);
        for (const auto* line : {"first", "second", "third", "fourth"}) log->append(line);
        ASSERT_TRUE(log->sync());
    }
    const auto whole = text();
    std::vector<std::string> rows;
    for (std::size_t begin = 0; begin < whole.size(); begin = whole.find('\n', begin) + 1) rows.push_back(whole.substr(begin, whole.find('\n', begin) + 1 - begin));
    auto changed = whole;
    changed[changed.find("second")] = 'S';  // also where it is the last line: it was acknowledged
    for (const auto& damaged : {changed, rows[0] + rows[1] + rows[3] + rows[2] + rows[4], rows[0] + rows[1] + rows[3] + rows[4], rows[0] + rows[1] + changed.substr(changed.find("Second") - 17, 24)}) {
        put(damaged);
        const auto log = open(lines_);
        ASSERT_FALSE(log);
        EXPECT_NE(log.error().message.find("line 3 is damaged"), std::string::npos) << log.error().message;
        EXPECT_EQ(text(), damaged) << "and leaves it as it is";
    }
    for (const std::string other : {"{\"a\": 1}\n", "one line", "a,b\n1,2\n"}) {
        put(other);
        const auto log = open(lines_);
        ASSERT_FALSE(log);
        EXPECT_NE(log.error().message.find("is no log"), std::string::npos);
        EXPECT_EQ(text(), other) << "a file that was named by mistake stays";
    }
    EXPECT_FALSE(AppendLog::open("/no/such/folder/log", [](std::string_view) -> Result<void> { return {}; }));
}

}  // namespace
}  // namespace kith::files
