#pragma once
// Per-value encryption for the few columns that need it (National Insurance and NHS numbers), with a keyed blind index to find
// them by. Not disk encryption, and no protection from whoever holds the key file.
#include "base/result.hpp"
#include "db/transaction.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace kith::db {

/// A 32-byte key. Copies and the rest are wiped when they go; it has no text form.
class SealingKey {
public:
    /// From a file of 32 bytes or 64 hexadecimal digits (white space at its end is let pass). The problem names the file.
    static Result<SealingKey> read(const std::filesystem::path& file);
    static Result<SealingKey> from_bytes(std::span<const unsigned char> bytes);
    SealingKey(const SealingKey&) = default;
    SealingKey& operator=(const SealingKey&) = default;
    ~SealingKey();

    /// XChaCha20-Poly1305 under a random nonce, bound to `column` ("staff_record.ni_number"): sealed text moved to another column
    /// does not open. The same text sealed twice differs.
    Bytes seal(std::string_view text, std::string_view column, const RandomBytes& random) const;
    /// A problem where it was altered, belongs to another column or was sealed with another key.
    Result<std::string> open(const Bytes& sealed, std::string_view column) const;
    /// 16 bytes by which equal texts of one column are found (BLAKE2b keyed): give it the normal form of the text. Whoever has the
    /// database alone cannot try numbers out against it.
    Bytes blind_index(std::string_view text, std::string_view column) const;
    /// 16 hexadecimal digits that tell keys apart and give nothing of them away.
    std::string fingerprint() const;

private:
    SealingKey() = default;
    std::array<unsigned char, 32> derived(std::string_view purpose) const;
    std::array<unsigned char, 32> bytes_{};
};

/// The fingerprint of the key that sealed this database's values; none where nothing was ever sealed.
std::optional<std::string> sealing_key_wanted(Reader& reader);
/// Remembers `key` as the database's, where it has none yet; a conflict where it has another.
Result<void> remember_sealing_key(Writer& writer, const SealingKey& key);
/// Whether what is sealed here can be opened with `key` (none: no key was given). The problem says which key is missing.
Result<void> check_sealing_key(Reader& reader, const std::optional<SealingKey>& key);

}  // namespace kith::db
