#include "db/sealed.hpp"

#include "base/text.hpp"
#include "db/digest.hpp"
#include "db/error.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kith::db {
namespace {

constexpr unsigned char format_version = 1;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* raw(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

SealingKey::~SealingKey()
{
    sodium_memzero(bytes_.data(), bytes_.size());
}

Result<SealingKey> SealingKey::from_bytes(std::span<const unsigned char> bytes)
{
    if (sodium_init() < 0) throw DatabaseError(Failure::other, "libsodium cannot be initialised");
    SealingKey key;
    if (bytes.size() != key.bytes_.size()) return unacceptable("key", "A key has 32 bytes, or 64 hexadecimal digits");
    std::ranges::copy(bytes, key.bytes_.begin());
    return key;
}

Result<SealingKey> SealingKey::read(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) return unacceptable("key", fmt::format("The key file {} cannot be read", file.string()));
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    auto key = from_bytes(std::span{raw(text), text.size()});
    if (!key) {
        if (auto bytes = from_hex(trimmed(text))) key = from_bytes(*bytes);
    }
    sodium_memzero(text.data(), text.size());
    if (!key) return unacceptable("key", fmt::format("The key file {} must hold 32 bytes, or 64 hexadecimal digits", file.string()));
    return key;
}

std::array<unsigned char, 32> SealingKey::derived(std::string_view purpose) const
{
    std::array<unsigned char, 32> key;
    crypto_generichash(key.data(), key.size(), raw(purpose), purpose.size(), bytes_.data(), bytes_.size());
    return key;
}

Bytes SealingKey::seal(std::string_view text, std::string_view column, const RandomBytes& random) const
{
    Bytes sealed(1 + nonce_size + text.size() + tag_size);
    sealed[0] = format_version;
    random(std::span{sealed}.subspan(1, nonce_size));
    auto key = derived("kith seal 1");
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + 1 + nonce_size, nullptr, raw(text), text.size(), raw(column), column.size(), nullptr,
                                               sealed.data() + 1, key.data());
    sodium_memzero(key.data(), key.size());
    return sealed;
}

Result<std::string> SealingKey::open(const Bytes& sealed, std::string_view column) const
{
    constexpr std::size_t least = 1 + nonce_size + tag_size;
    if (sealed.size() < least || sealed[0] != format_version) return conflict("A sealed value is not as it was written");
    std::string text(sealed.size() - least, '\0');
    auto key = derived("kith seal 1");
    int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(text.data()), nullptr, nullptr,
                                                            sealed.data() + 1 + nonce_size, sealed.size() - 1 - nonce_size, raw(column),
                                                            column.size(), sealed.data() + 1, key.data());
    sodium_memzero(key.data(), key.size());
    if (opened != 0) return conflict("A sealed value does not open with this key");
    return text;
}

Bytes SealingKey::blind_index(std::string_view text, std::string_view column) const
{
    auto key = derived("kith index 1");
    Hash hash = Hasher{"kith blind index 1"}.bytes(key).text(column).text(text).done();
    sodium_memzero(key.data(), key.size());
    return Bytes(hash.begin(), hash.begin() + 16);
}

std::string SealingKey::fingerprint() const
{
    auto key = derived("kith fingerprint 1");
    return hex(std::span{key}.first(8));
}

std::optional<std::string> sealing_key_wanted(Reader& reader)
{
    auto row = reader.one("SELECT value FROM meta WHERE name = 'sealing_key'");
    return row ? std::optional{row->get<std::string>("value")} : std::nullopt;
}

Result<void> remember_sealing_key(Writer& writer, const SealingKey& key)
{
    auto wanted = sealing_key_wanted(writer);
    if (!wanted) writer.run("INSERT INTO meta (name, value) VALUES ('sealing_key', $1)", key.fingerprint());
    if (wanted && *wanted != key.fingerprint()) return check_sealing_key(writer, key);
    return {};
}

Result<void> check_sealing_key(Reader& reader, const std::optional<SealingKey>& key)
{
    auto wanted = sealing_key_wanted(reader);
    if (!wanted || (key && key->fingerprint() == *wanted)) return {};
    return conflict(fmt::format("National Insurance and NHS numbers in this database were sealed with the key {}. {}", *wanted,
                                key ? fmt::format("The key given is {}", key->fingerprint()) : "No key was given: they cannot be read"));
}

}  // namespace kith::db
