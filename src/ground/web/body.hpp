#pragma once
// Reads the body of a post as it arrives, by its content type and within its limits, into fields and files.
#include "web/multipart.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace kith::web {

class BodyReader {
public:
    static constexpr std::uint64_t fields_limit = 1 << 20;  ///< bytes of a form without files

    /// 415 where the content type is neither of the two that forms have. Files need `upload_limit` > 0.
    static std::expected<BodyReader, Refusal> of(std::string_view content_type, std::uint64_t upload_limit,
                                                 std::function<std::filesystem::path()> new_path);
    std::uint64_t limit() const { return limit_; }
    /// What a body above the limit is answered with: 413, naming the limit.
    Refusal too_large() const;
    /// True where feed() writes to the disk.
    bool spools() const { return std::holds_alternative<MultipartReader>(reader_); }
    std::expected<void, Refusal> feed(std::string_view piece);
    /// Hands fields and files to `request`.
    std::expected<void, Refusal> finish(Request& request);

private:
    BodyReader(std::variant<std::string, MultipartReader> reader, std::uint64_t limit) : reader_(std::move(reader)), limit_(limit) {}
    std::variant<std::string, MultipartReader> reader_;  ///< text of an urlencoded form, or the parts as they come
    std::uint64_t limit_;
};

}  // namespace kith::web
