#pragma once
// Reads multipart/form-data as it arrives, in pieces of any size: files go to the spool folder as they come, only fields and one part's
// headers are held in memory. Our own, so that it can be fuzzed and limited.
#include "web/request.hpp"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::web {

/// Why a body is not taken, with the HTTP status that says so.
struct Refusal {
    int status = 400;
    std::string words;
};

struct MultipartLimits {
    std::uint64_t total = 50ull << 20;  ///< bytes of the whole body
    std::size_t fields = 2000;          ///< how many
    std::size_t field_bytes = 1 << 20;  ///< names and values of all fields together
    std::size_t files = 20;             ///< how many
    std::size_t header_bytes = 8192;    ///< of one part
};

/// "A file may have up to 50 MB here. Yours is larger, ...": what to say of a body above `limit` bytes.
std::string too_large_words(std::uint64_t limit, bool has_files);

/// The boundary of "multipart/form-data; boundary=..."; nothing where the type is another or the boundary is not sound (RFC 2046 5.1.1).
std::optional<std::string> boundary_of(std::string_view content_type);

class MultipartReader {
public:
    /// `new_path` names a file that does not exist, in the spool folder, for each file that comes.
    MultipartReader(std::string_view boundary, std::function<std::filesystem::path()> new_path, MultipartLimits limits = {});
    ~MultipartReader();
    MultipartReader(MultipartReader&&) noexcept;
    MultipartReader& operator=(MultipartReader&&) = delete;

    /// Takes the next piece. After a refusal nothing more may be fed. Throws std::system_error where the disk does not take it.
    std::expected<void, Refusal> feed(std::string_view piece);
    /// The body has ended; a refusal where it broke off.
    std::expected<void, Refusal> finish();
    Fields take_fields() { return std::move(fields_); }
    std::vector<UploadedFile> take_files() { return std::move(files_); }

private:
    enum class State { delimiter, headers, field, file, nothing, over };
    class Sink;
    using Step = std::expected<bool, Refusal>;  ///< true: go on with what is pending; false: more is needed

    Step step();
    Step read_delimiter();
    Step read_headers();
    Step read_body();
    std::expected<void, Refusal> begin_part(std::string_view headers);
    std::expected<void, Refusal> take(std::string_view bytes);
    std::expected<void, Refusal> end_part();

    std::string delimiter_;  ///< "\r\n--boundary"
    std::function<std::filesystem::path()> new_path_;
    MultipartLimits limits_;
    State state_ = State::nothing;
    std::string pending_ = "\r\n";  ///< so that the first delimiter looks like all others
    std::uint64_t total_ = 0;
    std::size_t field_bytes_ = 0;
    std::string name_;
    std::string value_;
    Fields fields_;
    std::vector<UploadedFile> files_;
    std::unique_ptr<Sink> sink_;
};

}  // namespace kith::web
