#include "web/multipart.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace kith::web {

/// The spooled file being written.
class MultipartReader::Sink {
public:
    explicit Sink(UploadedFile file) : file_(std::move(file)), descriptor_(open(file_.path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600))
    {
        if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "an upload could not be spooled");
    }
    ~Sink() { close(descriptor_); }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    void write(std::string_view bytes)
    {
        size_ += bytes.size();
        while (!bytes.empty()) {
            auto written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) throw std::system_error(errno, std::generic_category(), "an upload could not be spooled");
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    UploadedFile finished()
    {
        file_.set_size(size_);
        return file_;
    }

private:
    UploadedFile file_;
    int descriptor_;
    std::uint64_t size_ = 0;
};

namespace {

std::unexpected<Refusal> broken() { return std::unexpected(Refusal{400, "The form arrived broken"}); }

/// The value of `name` in "form-data; name=\"a\"; filename=\"b\"", as browsers (%22 for a quote) and curl (\") write it.
std::optional<std::string> parameter_of(std::string_view line, std::string_view name)
{
    std::size_t at = line.find(';');
    while (at != std::string_view::npos) {
        line = trimmed(line.substr(at + 1));
        auto equals = line.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        auto key = lower_ascii(trimmed(line.substr(0, equals)));
        line.remove_prefix(equals + 1);
        std::string value;
        std::size_t i = 0;
        if (!line.empty() && line.front() == '"') {
            for (i = 1; i < line.size() && line[i] != '"'; ++i) {
                if (line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == '"' || line[i + 1] == '\\')) ++i;
                value.push_back(line[i]);
            }
            if (i == line.size()) return std::nullopt;  // never closed
            ++i;
        } else {
            i = std::min(line.find(';'), line.size());
            value = trimmed(line.substr(0, i));
        }
        if (key == name) return value;
        line.remove_prefix(i);
        at = line.find(';');
    }
    return std::nullopt;
}

/// Undoes the three escapes that the form-data encoding of browsers uses (HTML standard, multipart/form-data encoding algorithm).
std::string unescaped(std::string text)
{
    for (auto [escape, plain] : {std::pair{"%22", "\""}, std::pair{"%0D", "\r"}, std::pair{"%0A", "\n"}})
        for (auto at = text.find(escape); at != std::string::npos; at = text.find(escape, at + 1)) text.replace(at, 3, plain);
    return text;
}

std::optional<std::string_view> disposition_in(std::string_view headers)
{
    for (auto line : split(headers, '\n')) {
        line = trimmed(line);
        auto colon = line.find(':');
        if (colon != std::string_view::npos && lower_ascii(line.substr(0, colon)) == "content-disposition") return trimmed(line.substr(colon + 1));
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> boundary_of(std::string_view content_type)
{
    auto kind = lower_ascii(trimmed(content_type.substr(0, content_type.find(';'))));
    if (kind != "multipart/form-data") return std::nullopt;
    auto boundary = parameter_of(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70) return std::nullopt;
    bool sound = std::ranges::all_of(*boundary, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || std::string_view{"'()+_,-./:=?"}.find(c) != std::string_view::npos;
    });
    return sound ? boundary : std::nullopt;
}

std::string too_large_words(std::uint64_t limit, bool has_files)
{
    constexpr std::uint64_t kilobyte = 1U << 10U, megabyte = 1U << 20U;
    const auto size = limit >= megabyte ? fmt::format("{} MB", limit / megabyte) : fmt::format("{} KB", limit / kilobyte);
    if (!has_files) return fmt::format("What you sent is larger than the {} that can be taken here, so nothing was saved.", size);
    return fmt::format("A file may have up to {} here. What you sent is larger, so nothing was taken. Send fewer rows or columns at a time, or ask whoever looks after this system.", size);
}

MultipartReader::MultipartReader(std::string_view boundary, std::function<std::filesystem::path()> new_path, MultipartLimits limits)
    : delimiter_("\r\n--" + std::string{boundary}), new_path_(std::move(new_path)), limits_(limits)
{
}

MultipartReader::~MultipartReader() = default;
MultipartReader::MultipartReader(MultipartReader&&) noexcept = default;

std::expected<void, Refusal> MultipartReader::feed(std::string_view piece)
{
    total_ += piece.size();
    if (total_ > limits_.total) return std::unexpected(Refusal{413, too_large_words(limits_.total, limits_.files > 0)});
    if (state_ == State::over) return {};  // an epilogue says nothing
    pending_ += piece;
    for (;;) {
        auto more = step();
        if (!more) return std::unexpected(more.error());
        if (!*more) return {};
    }
}

std::expected<void, Refusal> MultipartReader::finish()
{
    if (state_ != State::over) return broken();
    return {};
}

MultipartReader::Step MultipartReader::step()
{
    switch (state_) {
        case State::delimiter: return read_delimiter();
        case State::headers: return read_headers();
        case State::over: pending_.clear(); return false;
        default: return read_body();
    }
}

/// What follows the boundary: "--" ends the form, a line end begins a part; spaces may stand between (RFC 2046 5.1.1).
MultipartReader::Step MultipartReader::read_delimiter()
{
    auto at = pending_.find_first_not_of(" \t");
    constexpr std::size_t most_spaces = 100;
    if (std::min(at, pending_.size()) > most_spaces) return broken();
    if (at == std::string::npos) return false;
    if (pending_.size() < at + 2) return false;
    auto two = std::string_view{pending_}.substr(at, 2);
    if (two == "--" && at == 0) {
        state_ = State::over;
        return true;
    }
    if (two != "\r\n") return broken();
    pending_.erase(0, at);  // the line end stays: a part may have no headers at all
    state_ = State::headers;
    return true;
}

MultipartReader::Step MultipartReader::read_headers()
{
    auto end = pending_.find("\r\n\r\n");
    constexpr std::size_t ending = 4;  // of which three bytes may have come: whether the headers are too long must not hang on where a piece ends
    if (end == std::string::npos) return pending_.size() >= limits_.header_bytes + ending ? Step{broken()} : Step{false};
    if (end > limits_.header_bytes) return broken();
    auto headers = pending_.substr(0, end);
    pending_.erase(0, end + 4);
    if (auto begun = begin_part(headers); !begun) return std::unexpected(begun.error());
    return true;
}

MultipartReader::Step MultipartReader::read_body()
{
    auto end = pending_.find(delimiter_);
    if (end != std::string::npos) {
        if (auto taken = take(std::string_view{pending_}.substr(0, end)); !taken) return std::unexpected(taken.error());
        if (auto ended = end_part(); !ended) return std::unexpected(ended.error());
        pending_.erase(0, end + delimiter_.size());
        state_ = State::delimiter;
        return true;
    }
    if (pending_.size() < delimiter_.size()) return false;
    auto safe = pending_.size() - (delimiter_.size() - 1);  // the rest may be the beginning of a delimiter
    if (auto taken = take(std::string_view{pending_}.substr(0, safe)); !taken) return std::unexpected(taken.error());
    pending_.erase(0, safe);
    return false;
}

std::expected<void, Refusal> MultipartReader::begin_part(std::string_view headers)
{
    auto disposition = disposition_in(headers);
    if (!disposition || !lower_ascii(*disposition).starts_with("form-data")) return broken();
    auto name = parameter_of(*disposition, "name");
    if (!name || !is_utf8(*name)) return broken();
    name_ = unescaped(std::move(*name));
    value_.clear();
    field_bytes_ += name_.size();
    auto file_name = parameter_of(*disposition, "filename");
    if (!file_name) {
        if (fields_.size() == limits_.fields) return std::unexpected(Refusal{413, "This form holds more answers than can be taken"});
        state_ = State::field;
        return {};
    }
    state_ = State::file;
    if (file_name->empty()) return {};  // nothing was chosen
    if (files_.size() == limits_.files) return std::unexpected(Refusal{413, "More files were sent than can be taken"});
    sink_ = std::make_unique<Sink>(UploadedFile{name_, unescaped(std::move(*file_name)), new_path_()});
    return {};
}

std::expected<void, Refusal> MultipartReader::take(std::string_view bytes)
{
    if (state_ == State::field) {
        field_bytes_ += bytes.size();
        if (field_bytes_ > limits_.field_bytes) return std::unexpected(Refusal{413, "The answers are longer than can be taken"});
        value_ += bytes;
    } else if (state_ == State::file && sink_) {
        sink_->write(bytes);
    }
    return {};
}

std::expected<void, Refusal> MultipartReader::end_part()
{
    if (state_ == State::field) {
        if (!is_utf8(value_) || value_.find('\0') != std::string::npos) return broken();
        fields_.emplace_back(std::move(name_), std::move(value_));
    } else if (state_ == State::file && sink_) {
        files_.push_back(sink_->finished());
        sink_.reset();
    }
    return {};
}

}  // namespace kith::web
