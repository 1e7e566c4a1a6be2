#pragma once
// Salted digests of values, rows and change sets; private to db. How they fit together and why: docs/adr/0003.
#include "db/value.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace kith::db {

constexpr std::size_t salt_size = 16;
using Hash = std::array<unsigned char, 32>;

/// BLAKE2b over a sequence of parts, each with its type and length, so that no two sequences hash alike by running together.
class Hasher {
public:
    explicit Hasher(std::string_view purpose);
    Hasher& bytes(std::span<const unsigned char> part);
    Hasher& text(std::string_view part);
    Hasher& integer(std::int64_t part);
    Hasher& optional_integer(const std::optional<std::int64_t>& part);
    Hasher& value(const Value& part);
    Hash done();

private:
    void tagged(char tag, const void* data, std::size_t size);
    crypto_generichash_state state_;
};

/// The salt of one value, from its row's. Whoever has only this cannot work out the row's, nor that of another column.
Hash leaf_salt(std::span<const unsigned char> row_salt, std::string_view column);
/// What a value leaves behind.
Hash leaf_of(const Hash& salt, const Value& value);
/// A row's digest: of the leaves of its values that are not NULL, in the order of the columns' names. NULLs leave nothing, so
/// that a column added later changes no digest.
class RowDigest {
public:
    RowDigest();
    void add(const Hash& leaf);
    Hash done() const;

private:
    std::vector<unsigned char> parts_;  ///< what a Hasher would take bit by bit: a row is small, and there are millions
};

Bytes bytes_of(std::span<const unsigned char> hash);
/// Throws DatabaseError where there are not 32 bytes.
Hash hash_of(const Bytes& bytes);
/// The bytes in hexadecimal, lower case.
std::string hex(std::span<const unsigned char> bytes);
/// The reverse; none where it is not an even number of hexadecimal digits.
std::optional<Bytes> from_hex(std::string_view text);

}  // namespace kith::db
