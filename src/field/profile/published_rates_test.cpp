// The rates that the Department for Education published for children's social workers from 2017 to 2021, each worked out again from the
// amounts published beside it. Where the file is at hand, beside the project; see docs/conformance.md.
#include "files/table.hpp"
#include "profile/published_cell.hpp"
#include "profile/rates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

namespace kith::profile {
namespace {
std::string text_of(const std::string& name)
{
    const char* elsewhere = std::getenv("KITH_FIELD_DATA");
    const auto folder = elsewhere != nullptr ? std::filesystem::path{elsewhere} : std::filesystem::path{KITH_SOURCE_DIR} / "../shared/data/workforce";
    std::ostringstream text;
    text << std::ifstream{folder / name, std::ios::binary}.rdbuf();
    return text.str();
}

enum class Unit { tenths, count };

/// One column of rates and the columns it is worked out from.
struct RateColumn {
    std::string_view rate;
    RateKind kind;
    std::string_view above;
    std::string_view below;
    Unit above_in = Unit::tenths;
    Unit below_in = Unit::tenths;
};

constexpr std::array rate_columns{
    RateColumn{"turnover_rate_fte", RateKind::turnover, "leavers_fte", "inpost_fte"},
    RateColumn{"turnover_rate_headcount", RateKind::turnover, "leavers_headcount", "inpost_headcount", Unit::count, Unit::count},
    RateColumn{"vacancy_rate_fte", RateKind::vacancy, "vacancy_fte", "inpost_fte"},
    RateColumn{"agency_rate_fte", RateKind::agency, "agency_fte", "inpost_fte"},
    RateColumn{"agency_rate_headcount", RateKind::agency, "agency_headcount", "inpost_headcount", Unit::count, Unit::count},
    RateColumn{"caseload_fte", RateKind::caseload, "cases", "case_holders_fte", Unit::count, Unit::tenths},
    RateColumn{"absence_rate_fte", RateKind::absence, "working_days_lost_fte", "inpost_fte"},
    RateColumn{"agency_cover_rate_fte", RateKind::agency_cover, "agency_cover_fte", "agency_fte"},
    RateColumn{"vacancy_agency_cover_rate_fte", RateKind::vacancy_cover, "agency_cover_fte", "vacancy_fte"},
};

/// How one published rate stands against what its amounts give.
enum class Verdict {
    conforms,
    marked,         ///< a marker, and the amounts say why
    leap_year,      ///< conforms with the 254 working days of the year to September 2020
    cover_missing,  ///< conforms once the authorities that could not say whom agency workers cover are left out on both sides
    unexplained,
};

class PublishedRates : public testing::Test {
protected:
    void SetUp() override
    {
        auto text = text_of("csww_indicators_2017_to_2021.csv");
        if (text.empty()) GTEST_SKIP() << "the published indicators are not beside the project (../shared/data/workforce)";
        auto read = files::Table::read(std::move(text));
        ASSERT_TRUE(read);
        table_.emplace(std::move(*read));
    }

    std::string_view text(std::size_t row, std::string_view column) const { return table_->cell(row, table_->column(column).value()); }
    PublishedCell cell(std::size_t row, std::string_view column) const { return read_published(text(row, column)).value(); }

    std::optional<RateParts> parts_of(std::size_t row, const RateColumn& column) const
    {
        const auto above = cell(row, column.above).thousandths, below = cell(row, column.below).thousandths;
        if (!above || !below) return std::nullopt;
        auto half = [](Unit unit) { return unit == Unit::count ? 0 : 50; };
        return RateParts{.kind = column.kind, .above = {*above, half(column.above_in)}, .below = {*below, half(column.below_in)}};
    }

    bool is_within(std::size_t authority, std::size_t whole) const
    {
        if (text(authority, "geographic_level") != "Local authority" || text(authority, "time_period") != text(whole, "time_period")) return false;
        if (text(whole, "geographic_level") == "National") return true;
        const auto region = text(whole, "region_name");
        return text(authority, "region_name") == region || (region == "London" && text(authority, "region_name").ends_with("London"));
    }

    /// The parts without what the authorities of the region or country report that have a marker where cover is told.
    RateParts without_those_who_cannot_say(RateParts parts, std::size_t whole, const RateColumn& column) const
    {
        for (std::size_t row = 0; row < table_->rows(); ++row)
            if (is_within(row, whole) && !cell(row, column.above).thousandths) {
                const auto theirs = cell(row, column.below).thousandths;
                parts.below.thousandths -= theirs.value_or(0);
                parts.below.half_unit += theirs ? 50 : 0;
            }
        return parts;
    }

    /// Why there is a marker and no rate, if the amounts say it.
    bool is_explained(std::size_t row, const RateColumn& column, Marker marker) const
    {
        const auto above = cell(row, column.above), below = cell(row, column.below);
        const auto parts = parts_of(row, column);
        switch (marker) {
        case Marker::not_applicable: return parts ? !rate_of(*parts) : above.marker == Marker::not_applicable || below.marker == Marker::not_available;
        case Marker::low: return parts && parts->above.thousandths > 0 && rate_of(*parts) == Rate{0};
        case Marker::none: return false;
        default: return above.marker == marker || below.marker == marker;
        }
    }

    Verdict verdict(std::size_t row, const RateColumn& column) const
    {
        const auto published = cell(row, column.rate);
        if (!published.thousandths) return is_explained(row, column, published.marker) ? Verdict::marked : Verdict::unexplained;
        auto parts = parts_of(row, column);
        if (!parts) return Verdict::unexplained;
        const Rate rate{*published.thousandths / 100};
        if (could_be(*parts, rate)) return Verdict::conforms;
        if (column.kind == RateKind::absence && text(row, "time_period") == "2020") {
            parts->working_days = 254;
            return could_be(*parts, rate) ? Verdict::leap_year : Verdict::unexplained;
        }
        const bool whole = text(row, "geographic_level") != "Local authority";
        return whole && could_be(without_those_who_cannot_say(*parts, row, column), rate) ? Verdict::cover_missing : Verdict::unexplained;
    }

    std::string name_of(std::size_t row, const RateColumn& column) const
    {
        auto place = text(row, "la_name").empty() ? text(row, "region_name") : text(row, "la_name");
        return std::string{text(row, "time_period")} + " " + std::string{place.empty() ? "England" : place} + " " + std::string{column.rate};
    }

    /// The last line of the suite, whichever of its tests ran last.
    static void TearDownTestSuite()
    {
        if (published_ > 0) std::cout << "published rates: " << conforming_ << " of " << published_ << std::endl;
    }

    std::optional<files::Table> table_;
    static inline int conforming_ = 0, published_ = 0;
};

/// Days from Monday to Friday, less `bank_holidays`.
int working_days(Date from, Date to, int bank_holidays)
{
    int days = -bank_holidays;
    for (auto day = from; day <= to; day = day.plus_days(1)) days += (day.days_since_epoch() + 3) % 7 < 5;  // 1 January 1970 was a Thursday
    return days;
}
}  // namespace

TEST_F(PublishedRates, AreWhatTheFormulasGiveButForTwentySevenThatAreExplained)
{
    std::map<Verdict, int> found;
    int published = 0;
    for (const auto& column : rate_columns)
        for (std::size_t row = 0; row < table_->rows(); ++row) {
            const auto stands = verdict(row, column);
            ++found[stands];
            published += cell(row, column.rate).thousandths.has_value();
            if (stands == Verdict::unexplained) ADD_FAILURE() << name_of(row, column) << ": no reason is known";
        }
    EXPECT_EQ(table_->rows(), 812U);
    EXPECT_EQ(found[Verdict::marked], 62);
    EXPECT_EQ(found[Verdict::leap_year], 16);
    EXPECT_EQ(found[Verdict::cover_missing], 11);
    EXPECT_EQ(found[Verdict::conforms], 7219);
    EXPECT_EQ(published, 7246);
    conforming_ = found[Verdict::conforms];
    published_ = published;
}

TEST_F(PublishedRates, AreNotWhatANearFormulaGives)
{
    auto conforming = [&](RateColumn column, RateKind kind) {
        column.kind = kind;
        int count = 0;
        for (std::size_t row = 0; row < table_->rows(); ++row) {
            const auto rate = cell(row, column.rate).thousandths;
            const auto parts = parts_of(row, column);
            count += rate && parts && could_be(*parts, Rate{*rate / 100});
        }
        return count;
    };
    EXPECT_EQ(conforming(rate_columns[2], RateKind::vacancy), 812);
    EXPECT_LT(conforming(rate_columns[2], RateKind::turnover), 200) << "vacancies by those in post alone";
    EXPECT_EQ(conforming(rate_columns[0], RateKind::turnover), 810);
    EXPECT_LT(conforming(rate_columns[0], RateKind::agency), 100) << "leavers by leavers and those in post";
}

TEST_F(PublishedRates, HaveOneRowForTwoAuthoritiesThatHandInTogether)
{
    std::map<std::string, int> doubled;
    for (std::size_t row = 0; row < table_->rows(); ++row)
        if (auto codes = authority_codes(text(row, "new_la_code")); codes.size() == 2) ++doubled[std::string{codes[0]} + "+" + std::string{codes[1]}];
    EXPECT_THAT(doubled, testing::ElementsAre(testing::Pair("E06000061+E06000062", 1), testing::Pair("E09000021+E09000027", 5)));
}

TEST_F(PublishedRates, OfAbsenceInTheYearToSeptember2020AreByADayMore)
{
    auto of_year = [](int year) { return working_days(*Date::of(year - 1, 10, 1), *Date::of(year, 9, 30), 8); };
    EXPECT_EQ(of_year(2019), 253);
    EXPECT_EQ(of_year(2020), 254);
    int conforming = 0, all = 0;
    for (std::size_t row = 0; row < table_->rows(); ++row) {
        if (text(row, "time_period") != "2020") continue;
        auto parts = parts_of(row, rate_columns[6]).value();
        parts.working_days = 254;
        conforming += could_be(parts, Rate{*cell(row, "absence_rate_fte").thousandths / 100});
        ++all;
    }
    EXPECT_EQ(conforming, all);
    EXPECT_EQ(all, 162);
}

}  // namespace kith::profile
