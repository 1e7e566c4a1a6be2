// Any bytes as a multipart body, in pieces of a size that the input chooses. Holds that the pieces make no difference.
#include "web/multipart.hpp"

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace kith;

struct Outcome {
    int status = 0;
    web::Fields fields;
    std::vector<std::uint64_t> sizes;
    bool operator==(const Outcome&) const = default;
};

Outcome read(std::string_view body, std::size_t piece)
{
    static std::uint64_t number = 0;
    auto folder = std::filesystem::exists("/dev/shm") ? std::filesystem::path{"/dev/shm"} : std::filesystem::temp_directory_path();
    web::MultipartReader reader{"X", [&] { return folder / ("kith-fuzz-" + std::to_string(getpid()) + "-" + std::to_string(++number)); },
                                {.total = 1 << 16, .fields = 20, .field_bytes = 4096, .files = 3, .header_bytes = 256}};
    for (std::size_t at = 0; at < body.size(); at += piece)
        if (auto fed = reader.feed(body.substr(at, piece)); !fed) return {.status = fed.error().status, .fields = {}, .sizes = {}};
    if (auto finished = reader.finish(); !finished) return {.status = finished.error().status, .fields = {}, .sizes = {}};
    Outcome outcome{.fields = reader.take_fields(), .sizes = {}};
    for (const auto& file : reader.take_files()) outcome.sizes.push_back(file.size());
    return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size == 0) return 0;
    std::string_view body{reinterpret_cast<const char*>(bytes) + 1, size - 1};
    auto whole = read(body, body.size() + 1), pieces = read(body, std::size_t{1} + bytes[0] % 40u);
    // a body that breaks a limit may do so under another name when it comes in pieces, but it is refused either way
    if ((whole.status == 0) != (pieces.status == 0)) std::abort();
    if (whole.status == 0 && !(whole == pieces)) std::abort();
    return 0;
}
