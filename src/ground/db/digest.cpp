#include "db/digest.hpp"

#include "db/error.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace kith::db {

namespace {

/// Eight bytes from the lowest: the same on every machine.
void put_little(unsigned char* to, std::uint64_t number)
{
    for (std::size_t i = 0; i < 8; ++i) to[i] = static_cast<unsigned char>(number >> (8 * i));
}

/// What stands before each part: its tag and its length.
void put_head(unsigned char* to, char tag, std::size_t size)
{
    to[0] = static_cast<unsigned char>(tag);
    put_little(to + 1, static_cast<std::uint64_t>(size));
}

}  // namespace

Hasher::Hasher(std::string_view purpose)
{
    if (sodium_init() < 0) throw DatabaseError(Failure::other, "libsodium cannot be initialised");
    crypto_generichash_init(&state_, nullptr, 0, sizeof(Hash));
    text(purpose);
}

/// Tag, length, then the bytes.
void Hasher::tagged(char tag, const void* data, std::size_t size)
{
    unsigned char head[9];
    put_head(head, tag, size);
    crypto_generichash_update(&state_, head, sizeof head);
    if (size > 0) crypto_generichash_update(&state_, static_cast<const unsigned char*>(data), size);
}

Hasher& Hasher::bytes(std::span<const unsigned char> part)
{
    tagged('b', part.data(), part.size());
    return *this;
}

Hasher& Hasher::text(std::string_view part)
{
    tagged('t', part.data(), part.size());
    return *this;
}

Hasher& Hasher::integer(std::int64_t part)
{
    unsigned char little[8];
    put_little(little, static_cast<std::uint64_t>(part));
    tagged('i', little, sizeof little);
    return *this;
}

Hasher& Hasher::optional_integer(const std::optional<std::int64_t>& part)
{
    if (part) return integer(*part);
    tagged('n', nullptr, 0);
    return *this;
}

Hasher& Hasher::value(const Value& part)
{
    switch (part.index()) {
    case 1: return integer(std::get<std::int64_t>(part));
    case 2: {
        auto real = std::get<double>(part);
        auto bits = std::bit_cast<std::uint64_t>(real == 0.0 ? 0.0 : real);  // -0 is stored as 0 by SQLite
        tagged('r', &bits, sizeof bits);
        return *this;
    }
    case 3: return text(std::get<std::string>(part));
    case 4: return bytes(std::get<Bytes>(part));
    default: tagged('n', nullptr, 0); return *this;
    }
}

Hash Hasher::done()
{
    Hash hash;
    crypto_generichash_final(&state_, hash.data(), hash.size());
    return hash;
}

Hash leaf_salt(std::span<const unsigned char> row_salt, std::string_view column)
{
    Hash salt;
    crypto_generichash(salt.data(), salt.size(), reinterpret_cast<const unsigned char*>(column.data()), column.size(), row_salt.data(),
                       row_salt.size());
    return salt;
}

/// The same as Hasher{"kith leaf 1"}.bytes(salt).value(value).done(), in one call: there are as many leaves as values.
Hash leaf_of(const Hash& salt, const Value& value)
{
    const auto* whole = std::get_if<std::int64_t>(&value);
    const auto* text = std::get_if<std::string>(&value);
    if (whole == nullptr && (text == nullptr || text->size() > 200)) return Hasher{"kith leaf 1"}.bytes(salt).value(value).done();
    unsigned char buffer[280] = "t\x0B\0\0\0\0\0\0\0kith leaf 1b\x20\0\0\0\0\0\0";
    std::ranges::copy(salt, buffer + 29);
    const std::size_t size = whole != nullptr ? sizeof *whole : text->size();
    put_head(buffer + 61, whole != nullptr ? 'i' : 't', size);
    if (whole != nullptr) put_little(buffer + 70, static_cast<std::uint64_t>(*whole));
    else std::ranges::copy(*text, buffer + 70);
    Hash hash;
    crypto_generichash(hash.data(), hash.size(), buffer, 70 + size, nullptr, 0);
    return hash;
}

RowDigest::RowDigest()
{
    constexpr std::string_view purpose = "kith row 1";
    constexpr std::size_t most_leaves = 24;
    parts_.reserve(9 + purpose.size() + most_leaves * (9 + sizeof(Hash)));
    parts_.resize(9);
    put_head(parts_.data(), 't', purpose.size());
    parts_.insert(parts_.end(), purpose.begin(), purpose.end());
}

void RowDigest::add(const Hash& leaf)
{
    const auto end = parts_.size();
    parts_.resize(end + 9 + leaf.size());
    put_head(parts_.data() + end, 'b', leaf.size());
    std::ranges::copy(leaf, parts_.begin() + static_cast<std::ptrdiff_t>(end + 9));
}

Hash RowDigest::done() const
{
    Hash hash;
    crypto_generichash(hash.data(), hash.size(), parts_.data(), parts_.size(), nullptr, 0);
    return hash;
}

Bytes bytes_of(std::span<const unsigned char> hash)
{
    return Bytes(hash.begin(), hash.end());
}

Hash hash_of(const Bytes& bytes)
{
    Hash hash{};
    if (bytes.size() != hash.size()) throw DatabaseError(Failure::other, "a digest does not have 32 bytes");
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

std::string hex(std::span<const unsigned char> bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (auto byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::optional<Bytes> from_hex(std::string_view text)
{
    auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; };
    if (text.size() % 2 != 0) return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        int high = digit(text[i]);
        int low = digit(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes.push_back(static_cast<unsigned char>(high * 16 + low));
    }
    return bytes;
}

}  // namespace kith::db
