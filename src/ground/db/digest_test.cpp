#include "db/digest.hpp"

#include <gtest/gtest.h>

namespace kith::db {
namespace {

TEST(Leaf, IsTheSameWhetherMadeInOneCallOrInParts)
{
    Hash salt{};
    salt[3] = 7;
    for (const std::string& text : {std::string{}, std::string{"Zoë"}, std::string(200, 'x'), std::string(201, 'x'), std::string(5000, 'y')}) {
        EXPECT_EQ(hex(leaf_of(salt, text)), hex(Hasher{"kith leaf 1"}.bytes(salt).text(text).done())) << text.size();
    }
}

/// Held so that no later change of the code can make databases there are fail their verification.
TEST(Leaf, IsWhatItWasInTheFirstRelease)
{
    EXPECT_EQ(hex(leaf_of(leaf_salt(Bytes(16, 1), "name"), std::string{"Rex"})).substr(0, 16), "177450a586d734f0");
    EXPECT_EQ(hex(leaf_of(leaf_salt(Bytes(16, 1), "legs"), std::int64_t{-4})).substr(0, 16), "1b2a549aefc388e7");
}

TEST(Leaf, DiffersByTypeSaltAndColumn)
{
    auto salt = leaf_salt(Bytes(16, 1), "a");
    EXPECT_NE(leaf_of(salt, std::string{"1"}), leaf_of(salt, std::int64_t{1}));
    EXPECT_NE(leaf_of(salt, 1.0), leaf_of(salt, std::int64_t{1}));
    EXPECT_NE(leaf_of(salt, std::string{"1"}), leaf_of(salt, Bytes{'1'}));
    EXPECT_NE(salt, leaf_salt(Bytes(16, 1), "b"));
    EXPECT_NE(salt, leaf_salt(Bytes(16, 2), "a"));
}

TEST(Hexadecimal, GoesBothWays)
{
    EXPECT_EQ(from_hex(hex(Bytes{0, 15, 255})), (Bytes{0, 15, 255}));
    EXPECT_EQ(from_hex("0"), std::nullopt);
    EXPECT_EQ(from_hex("0g"), std::nullopt);
}

}  // namespace
}  // namespace kith::db
