#include "access/hasher.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace kith::access {

/// One of the two places, held while a hash is made.
class Hasher::Turn {
public:
    explicit Turn(Hasher& hasher) : hasher_(hasher)
    {
        hasher_.places_.acquire();
        ++hasher_.made_;
    }
    ~Turn() { hasher_.places_.release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    Hasher& hasher_;
};

Hasher::Hasher(HashCost cost) : cost_(cost)
{
    if (sodium_init() < 0) throw std::runtime_error("libsodium could not start");
    nobody_ = hash(Password{"nobody signs in with this"});
    made_ = 0;
}

std::string Hasher::hash(const Password& password)
{
    const Turn turn{*this};
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const auto& secret = password.reveal();
    if (crypto_pwhash_str_alg(text.data(), secret.data(), secret.size(), cost_.passes, cost_.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::runtime_error("not enough memory to hash a password");
    }
    return text.data();
}

bool Hasher::matches(const std::string& stored, const Password& password)
{
    const Turn turn{*this};
    const auto& secret = password.reveal();
    const auto& against = stored.empty() ? nobody_ : stored;
    const bool same = crypto_pwhash_str_verify(against.c_str(), secret.data(), secret.size()) == 0;
    return same && !stored.empty();
}

bool Hasher::is_outdated(const std::string& stored) const
{
    return crypto_pwhash_str_needs_rehash(stored.c_str(), cost_.passes, cost_.memory_bytes) != 0;
}

}  // namespace kith::access
