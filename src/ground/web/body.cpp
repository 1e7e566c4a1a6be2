#include "web/body.hpp"

#include "base/text.hpp"

namespace kith::web {

std::expected<BodyReader, Refusal> BodyReader::of(std::string_view content_type, std::uint64_t upload_limit,
                                                  std::function<std::filesystem::path()> new_path)
{
    auto kind = lower_ascii(trimmed(content_type.substr(0, content_type.find(';'))));
    if (kind == "application/x-www-form-urlencoded") return BodyReader{std::string{}, fields_limit};
    auto boundary = boundary_of(content_type);
    if (!boundary) return std::unexpected(Refusal{415, "A form can be taken here, and nothing else"});
    MultipartLimits limits{.total = upload_limit > 0 ? upload_limit : fields_limit, .files = upload_limit > 0 ? 20u : 0u};
    return BodyReader{MultipartReader{*boundary, std::move(new_path), limits}, limits.total};
}

Refusal BodyReader::too_large() const { return {413, too_large_words(limit_, spools())}; }

std::expected<void, Refusal> BodyReader::feed(std::string_view piece)
{
    if (auto* parts = std::get_if<MultipartReader>(&reader_)) return parts->feed(piece);
    auto& text = std::get<std::string>(reader_);
    if (text.size() + piece.size() > limit_) return std::unexpected(too_large());
    text += piece;
    return {};
}

std::expected<void, Refusal> BodyReader::finish(Request& request)
{
    if (auto* parts = std::get_if<MultipartReader>(&reader_)) {
        if (auto finished = parts->finish(); !finished) return finished;
        request.fields = parts->take_fields();
        request.files = parts->take_files();
        return {};
    }
    auto fields = parse_urlencoded(std::get<std::string>(reader_));
    if (!fields) return std::unexpected(Refusal{400, fields.error().message});
    request.fields = std::move(*fields);
    return {};
}

}  // namespace kith::web
