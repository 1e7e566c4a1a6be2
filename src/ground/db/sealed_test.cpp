#include "db/sealed.hpp"

#include "kit/databases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace kith::db {
namespace {

constexpr const char* column = "staff_record.ni_number";

SealingKey key_of(unsigned char byte)
{
    return SealingKey::from_bytes(Bytes(32, byte)).value();
}

TEST(SealedValue, OpensToWhatWasSealed)
{
    auto key = key_of(1);
    for (const char* text : {"", "QQ123456C", "a longer text with ünïcode in it"}) {
        EXPECT_EQ(key.open(key.seal(text, column, secure_random), column), text);
    }
}

TEST(SealedValue, DiffersEachTimeAndHoldsNothingOfTheText)
{
    auto key = key_of(1);
    auto first = key.seal("QQ123456C", column, secure_random);
    EXPECT_NE(first, key.seal("QQ123456C", column, secure_random));
    EXPECT_EQ((std::string{first.begin(), first.end()}).find("QQ1234"), std::string::npos);
}

TEST(SealedValue, DoesNotOpenWithAnotherKeyInAnotherColumnOrAltered)
{
    auto sealed = key_of(1).seal("QQ123456C", column, secure_random);
    EXPECT_FALSE(key_of(2).open(sealed, column));
    EXPECT_FALSE(key_of(1).open(sealed, "child.nhs_number"));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto altered = sealed;
        altered[i] ^= 1U;
        EXPECT_FALSE(key_of(1).open(altered, column)) << i;
    }
    EXPECT_FALSE(key_of(1).open({}, column));
    EXPECT_FALSE(key_of(1).open(Bytes(sealed.begin(), sealed.begin() + 30), column));
}

TEST(BlindIndex, IsTheSameForTheSameTextColumnAndKeyOnly)
{
    auto index = key_of(1).blind_index("QQ123456C", column);
    EXPECT_EQ(index, key_of(1).blind_index("QQ123456C", column));
    EXPECT_NE(index, key_of(1).blind_index("QQ123456D", column));
    EXPECT_NE(index, key_of(1).blind_index("QQ123456C", "child.nhs_number"));
    EXPECT_NE(index, key_of(2).blind_index("QQ123456C", column));
}

TEST(SealingKey, IsReadFromBytesOrHexadecimalDigits)
{
    kit::TemporaryFolder folder;
    auto write = [&](std::string_view name, const std::string& text) {
        std::ofstream{folder / name, std::ios::binary} << text;
        return SealingKey::read(folder / name);
    };
    EXPECT_EQ(write("raw", std::string(32, '\x01'))->fingerprint(), key_of(1).fingerprint());
    std::string digits;
    for (int i = 0; i < 32; ++i) digits += "01";
    EXPECT_EQ(write("hex", digits + "\n")->fingerprint(), key_of(1).fingerprint());
    EXPECT_FALSE(write("short", digits.substr(2)));
    EXPECT_FALSE(write("empty", ""));
    EXPECT_THAT(SealingKey::read(folder / "none").error().message, testing::EndsWith("none cannot be read"));
}

class SealingKeys : public kit::EachEngine {};

TEST_P(SealingKeys, OfADatabaseIsRememberedAndMissedByName)
{
    Writer writer{database()};
    EXPECT_TRUE(check_sealing_key(writer, std::nullopt));
    EXPECT_TRUE(remember_sealing_key(writer, key_of(1)));
    EXPECT_TRUE(remember_sealing_key(writer, key_of(1)));
    EXPECT_FALSE(remember_sealing_key(writer, key_of(2)));
    EXPECT_TRUE(check_sealing_key(writer, key_of(1)));
    auto missed = check_sealing_key(writer, std::nullopt);
    ASSERT_FALSE(missed);
    EXPECT_THAT(missed.error().message, testing::HasSubstr(key_of(1).fingerprint()));
}

KITH_ON_EACH_ENGINE(SealingKeys);

}  // namespace
}  // namespace kith::db
