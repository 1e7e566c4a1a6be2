#include "access/hasher.hpp"
#include "access/password.hpp"
#include "access/token.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace kith::access {
namespace {

constexpr HashCost cheap{.passes = 1, .memory_bytes = 8192};

Chance counting_chance()
{
    return [next = std::uint8_t{0}](std::span<std::uint8_t> bytes) mutable {
        for (auto& byte : bytes) byte = next++;
    };
}

Result<void> checked(std::string_view password)
{
    return check_password(Password{std::string{password}}, *EmailAddress::parse("robin.example@example.org"), "Robin Example", "password");
}

TEST(Hasher, KnowsThePasswordItHashedAndNoOther)
{
    Hasher hasher{cheap};
    const auto stored = hasher.hash(Password{"three quiet words"});
    EXPECT_TRUE(stored.starts_with("$argon2id$"));
    EXPECT_TRUE(hasher.matches(stored, Password{"three quiet words"}));
    EXPECT_FALSE(hasher.matches(stored, Password{"three quiet word"}));
    EXPECT_NE(stored, hasher.hash(Password{"three quiet words"}));
}

TEST(Hasher, DoesTheSameWorkForNobody)
{
    Hasher hasher{cheap};
    const auto before = hasher.hashes_made();
    EXPECT_FALSE(hasher.matches("", Password{"nobody signs in with this"}));
    EXPECT_EQ(hasher.hashes_made(), before + 1);
}

TEST(Hasher, SaysWhenAHashWasMadeAtAnotherCost)
{
    Hasher hasher{cheap};
    Hasher dearer{{.passes = 2, .memory_bytes = 16384}};
    const auto stored = hasher.hash(Password{"three quiet words"});
    EXPECT_FALSE(hasher.is_outdated(stored));
    EXPECT_TRUE(dearer.is_outdated(stored));
}

TEST(Hasher, ServesManyThreadsTwoAtATime)
{
    Hasher hasher{cheap};
    const auto stored = hasher.hash(Password{"three quiet words"});
    std::atomic<int> right{0};
    {
        std::vector<std::jthread> threads;
        for (int n = 0; n < 8; ++n) {
            threads.emplace_back([&] { right += hasher.matches(stored, Password{"three quiet words"}) ? 1 : 0; });
        }
    }
    EXPECT_EQ(right, 8);
}

TEST(Password, OfThreeWordsIsTaken)
{
    for (const auto* text : {"three quiet words", "correct horse battery staple", "pony-lamp-river", "Łódź over Øresund"}) {
        EXPECT_TRUE(checked(text)) << text;
    }
}

TEST(Password, IsRefusedWhereItIsShortUsualOrMadeOfTheHolder)
{
    EXPECT_EQ(checked("").error().message, "Enter a password");
    EXPECT_EQ(checked("elevenchars").error().message, "Password must be 12 characters or more, for example three words");
    EXPECT_EQ(checked("ééééééééééé").error().message, "Password must be 12 characters or more, for example three words");
    EXPECT_EQ(checked(std::string(257, 'x')).error().message, "Password must be 256 characters or fewer");
    for (const auto* text : {"Password-1234", "qwertyuiop12", "aaaaaaaaaaaa", "abababababab", "Every Child Matters"}) {
        EXPECT_TRUE(checked(text).error().message.starts_with("Choose a password that is harder to guess")) << text;
    }
    for (const auto* text : {"robin.example1", "RobinExample2026", "robin.example@example.org"}) {
        EXPECT_EQ(checked(text).error().message, "Choose a password that is not made of your name or email address") << text;
    }
    EXPECT_EQ(checked("x").error().field, "password");
}

TEST(Token, IsLongAndItsHashIsAnother)
{
    const auto chance = counting_chance();
    const auto first = new_token(chance);
    const auto second = new_token(chance);
    EXPECT_EQ(first.size(), 43U);
    EXPECT_NE(first, second);
    EXPECT_EQ(hash_of("session", first).size(), 64U);
    EXPECT_NE(hash_of("session", first), hash_of("code", first));
    EXPECT_NE(csrf_of(first), csrf_of(second));
}

TEST(Code, IsReadAsPeopleTypeIt)
{
    const auto code = new_code(counting_chance());
    EXPECT_EQ(code, "0123-4567-89ab-cdef");
    EXPECT_EQ(tidied_code(" 0123 4567 89AB CDEF "), code);
    EXPECT_EQ(tidied_code("O123-4567-89ab-cdef"), code);
    EXPECT_EQ(tidied_code("ol23456789abcdef"), code);
}

TEST(Secrets, AreComparedByValue)
{
    EXPECT_TRUE(same_secret("abc", "abc"));
    EXPECT_FALSE(same_secret("abc", "abd"));
    EXPECT_FALSE(same_secret("abc", "ab"));
}

}  // namespace
}  // namespace kith::access
