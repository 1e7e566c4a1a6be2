#include "web/multipart.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

using namespace kith;

namespace {

std::filesystem::path next_path()
{
    static int number = 0;
    return std::filesystem::path{testing::TempDir()} / ("kith-multipart-test-" + std::to_string(getpid()) + "-" + std::to_string(++number));
}

std::string content(const web::UploadedFile& file)
{
    std::ifstream in{file.path(), std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

struct Read {
    std::expected<void, web::Refusal> outcome;
    web::Fields fields;
    std::vector<web::UploadedFile> files;
};

Read read(std::string_view body, std::size_t piece, web::MultipartLimits limits = {})
{
    web::MultipartReader reader{"XX", next_path, limits};
    for (std::size_t at = 0; at < body.size(); at += piece)
        if (auto fed = reader.feed(body.substr(at, piece)); !fed) return {fed, {}, {}};
    auto finished = reader.finish();
    return {finished, reader.take_fields(), reader.take_files()};
}

const std::string two_parts =
    "--XX\r\nContent-Disposition: form-data; name=\"organisation\"\r\n\r\nOak House\r\n"
    "--XX\r\nContent-Disposition: form-data; name=\"return\"; filename=\"C:\\staff\\june \\\"b\\\".csv\"\r\nContent-Type: text/csv\r\n\r\n"
    "a,b\r\n--X\r\n--XY\r\r\n\r\n--XX--\r\n";

}  // namespace

TEST(Multipart, ReadsTheSameInPiecesOfAnySize)
{
    // "--XY" begins as the delimiter does but is content
    auto body = two_parts;
    for (std::size_t piece = 1; piece <= body.size(); ++piece) {
        auto got = read(body, piece);
        ASSERT_TRUE(got.outcome) << piece << got.outcome.error().words;
        ASSERT_EQ(got.fields, (web::Fields{{"organisation", "Oak House"}})) << piece;
        ASSERT_EQ(got.files.size(), 1u);
        EXPECT_EQ(got.files[0].field(), "return");
        EXPECT_EQ(got.files[0].file_name(), "june \"b\".csv");
        EXPECT_EQ(content(got.files[0]), "a,b\r\n--X\r\n--XY\r\r\n");
        EXPECT_EQ(got.files[0].size(), 17u);
    }
}

TEST(Multipart, RemovesTheSpooledFileWithItsLastCopy)
{
    std::filesystem::path path;
    {
        auto got = read(two_parts, 7);
        path = got.files.at(0).path();
        auto copy = got.files[0];
        got.files.clear();
        EXPECT_TRUE(std::filesystem::exists(path));
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Multipart, LeavesNothingBehindWhereTheBodyBreaksOff)
{
    auto path = next_path();
    {
        web::MultipartReader reader{"XX", [&] { return path; }};
        ASSERT_TRUE(reader.feed(two_parts.substr(0, two_parts.size() - 20)));
        EXPECT_TRUE(std::filesystem::exists(path));
        EXPECT_FALSE(reader.finish());
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Multipart, TakesEmptyPartsAndNoChosenFile)
{
    auto got = read("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--XX\r\nContent-Disposition: form-data; name=\"f\"; "
                    "filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--XX--", 3);
    ASSERT_TRUE(got.outcome);
    EXPECT_EQ(got.fields, (web::Fields{{"a", ""}}));
    EXPECT_TRUE(got.files.empty());
}

TEST(Multipart, RefusesWhatIsBroken)
{
    for (std::string body : {"", "XX", "--XX", "--XXq\r\n", "--XX\r\n\r\nvalue\r\n--XX--", "--XX\r\nContent-Disposition: form-data\r\n\r\nv\r\n--XX--",
                             "--XX\r\nContent-Disposition: form-data; name=\"a\r\n\r\nv\r\n--XX--", "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\xff\r\n--XX--",
                             "--XX\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nv\r\n--XX--"})
        EXPECT_FALSE(read(body, 5).outcome) << body;
}

TEST(Multipart, StopsAtItsLimits)
{
    std::string field = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n0123456789\r\n";
    EXPECT_EQ(read(field + field + "--XX--", 10, {.total = 50}).outcome.error().status, 413);
    EXPECT_EQ(read(field + field + "--XX--", 10, {.fields = 1}).outcome.error().status, 413);
    EXPECT_EQ(read(field + field + "--XX--", 10, {.field_bytes = 15}).outcome.error().status, 413);
    EXPECT_EQ(read(two_parts, 10, {.files = 0}).outcome.error().status, 413);
    EXPECT_FALSE(read("--XX\r\nX: " + std::string(9000, 'x') + "\r\n\r\nv\r\n--XX--", 1000).outcome);
    EXPECT_FALSE(read("--XX\r\nX: " + std::string(9000, 'x'), 1000).outcome);
}

TEST(Multipart, HoldsItsLimitsHoweverTheBodyIsCut)
{
    constexpr std::size_t limit = 64;
    const auto body_of = [](std::size_t spaces, std::size_t header) {
        const std::string fixed = "Content-Disposition: form-data; name=a";
        return "--XX" + std::string(spaces, ' ') + "\r\n" + fixed + std::string(header - fixed.size(), ' ') + "\r\n\r\nabc\r\n--XX--";
    };
    for (const auto& [spaces, header] : {std::pair{std::size_t{0}, limit - 2}, std::pair{std::size_t{0}, limit - 1}, std::pair{std::size_t{100}, limit - 9}, std::pair{std::size_t{101}, limit - 9}}) {
        const auto body = body_of(spaces, header);
        const bool taken = read(body, body.size(), {.header_bytes = limit}).outcome.has_value();
        EXPECT_EQ(taken, spaces <= 100 && header + 2 <= limit) << spaces << " spaces, " << header << " bytes of headers";
        for (std::size_t piece = 1; piece < body.size(); ++piece) EXPECT_EQ(read(body, piece, {.header_bytes = limit}).outcome.has_value(), taken) << spaces << " spaces, " << header << " bytes, in pieces of " << piece;
    }
}

TEST(Multipart, FindsTheBoundaryInTheContentType)
{
    EXPECT_EQ(web::boundary_of("multipart/form-data; boundary=----WebKitFormBoundaryAB12"), "----WebKitFormBoundaryAB12");
    EXPECT_EQ(web::boundary_of("Multipart/Form-Data; charset=utf-8; boundary=\"a'b\""), "a'b");
    for (auto text : {"multipart/mixed; boundary=a", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a", "text/plain",
                      "multipart/form-data; boundary=a b"})
        EXPECT_FALSE(web::boundary_of(text)) << text;
    EXPECT_FALSE(web::boundary_of("multipart/form-data; boundary=" + std::string(71, 'a')));
}
