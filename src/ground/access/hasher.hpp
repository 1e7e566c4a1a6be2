#pragma once
// Passwords into argon2id hashes and back to yes or no, at most two at a time: each takes 19 MiB and tens of milliseconds on purpose,
// so it belongs on a worker thread and never on one that serves pages.
#include "base/personal.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <semaphore>
#include <string>

namespace kith::access {

using Password = Personal<struct PasswordTag>;

/// What one hash costs. The default is OWASP's second recommended setting for argon2id (t=2, m=19 MiB, p=1).
struct HashCost {
    unsigned long long passes = 2;
    std::size_t memory_bytes = std::size_t{19} * 1024 * 1024;
};

class Hasher {
public:
    explicit Hasher(HashCost cost = {});
    /// The hash as it is stored; salted, so two of one password differ.
    std::string hash(const Password& password);
    /// True where `stored` was made of `password`. An empty `stored` (nobody, or no password yet) costs as much time and is false.
    bool matches(const std::string& stored, const Password& password);
    /// True where `stored` was made at another cost and should be made again at the next sign-in.
    bool is_outdated(const std::string& stored) const;
    /// How many hashes were computed so far: the test of equal work for known and unknown accounts counts them.
    std::uint64_t hashes_made() const { return made_; }

private:
    class Turn;
    HashCost cost_;
    std::string nobody_;  ///< a hash that no password matches, made at the same cost
    std::counting_semaphore<2> places_{2};
    std::atomic<std::uint64_t> made_{0};
};

}  // namespace kith::access
