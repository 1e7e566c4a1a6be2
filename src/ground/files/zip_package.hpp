#pragma once
// The parts of a zip archive held in memory, inflated piece by piece and never beyond what the archive declared. Knows nothing of workbooks.
#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace kith::files {

/// What an archive may be at most. A bomb is told before a byte is inflated, by the sizes that it declares; one that lies about them, while
/// it is inflated.
struct ZipLimits {
    std::uint64_t parts = 10'000;
    std::uint64_t part_bytes = 1ULL << 30U;      ///< inflated, of one part
    std::uint64_t total_bytes = 2ULL << 30U;     ///< inflated, of all parts together, read or not
    std::uint64_t ratio = 200;                   ///< inflated to packed, of parts that inflate to more than `small_bytes`
    std::uint64_t small_bytes = 4ULL << 20U;
};

class ZipPackage {
public:
    /// Inflates one part, a piece at a time.
    class Part {
    public:
        /// The next piece, at most 64 KB, valid until the next call; empty at the end.
        Result<std::string_view> next();

    private:
        friend class ZipPackage;
        struct Open;
        explicit Part(std::shared_ptr<Open> open) : open_(std::move(open)) {}
        std::shared_ptr<Open> open_;
    };

    /// The archive in `bytes`, which must outlive it and its parts. Refuses what is no whole archive, has a password, or is a bomb.
    static Result<ZipPackage> open(std::string_view bytes, ZipLimits limits = {});

    /// Part names are compared without regard to case, as Windows does.
    bool has(const std::string& name) const;
    /// True where the name of any part starts so.
    bool has_under(std::string_view start) const;
    Result<Part> part(const std::string& name) const;
    /// The whole of a small part; a problem where it is longer than `most` bytes.
    Result<std::string> whole(const std::string& name, std::size_t most) const;

private:
    struct Archive;
    explicit ZipPackage(std::shared_ptr<Archive> archive) : archive_(std::move(archive)) {}
    std::shared_ptr<Archive> archive_;
};

/// True for bytes that begin as a zip archive does.
bool is_zip(std::string_view bytes);

}  // namespace kith::files
