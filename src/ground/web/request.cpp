#include "web/request.hpp"

#include "base/text.hpp"

namespace kith::web {

std::string_view name_of(Verb verb)
{
    switch (verb) {
        case Verb::get: return "GET";
        case Verb::head: return "HEAD";
        case Verb::post: return "POST";
        case Verb::other: break;
    }
    return "OTHER";
}

Verb verb_named(std::string_view name)
{
    for (auto verb : {Verb::get, Verb::head, Verb::post})
        if (name_of(verb) == name) return verb;
    return Verb::other;
}

struct UploadedFile::Spooled {
    std::filesystem::path path;
    explicit Spooled(std::filesystem::path where) : path(std::move(where)) {}
    Spooled(const Spooled&) = delete;
    Spooled& operator=(const Spooled&) = delete;
    ~Spooled()
    {
        std::error_code ignored;  // a spool folder swept from outside is no fault
        std::filesystem::remove(path, ignored);
    }
};

namespace {

/// What a browser or a script says the file is called, made fit to show: the last part of the path, no control characters.
std::string shown_name(std::string name)
{
    auto slash = name.find_last_of("/\\");
    if (slash != std::string::npos) name.erase(0, slash + 1);
    std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    if (!is_utf8(name)) name = utf8_from_windows_1252(name);
    return std::string{clipped(name, 200)};
}

}  // namespace

UploadedFile::UploadedFile(std::string field, std::string file_name, std::filesystem::path path)
    : field_(std::move(field)), file_name_(shown_name(std::move(file_name))), spooled_(std::make_shared<Spooled>(std::move(path)))
{
}

const std::filesystem::path& UploadedFile::path() const
{
    static const std::filesystem::path none;
    return spooled_ ? spooled_->path : none;
}

std::optional<std::string_view> Request::header(std::string_view lower_case_name) const
{
    for (const auto& header : headers)
        if (header.name == lower_case_name) return header.value;
    return std::nullopt;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const
{
    for (const auto& header : headers) {
        if (header.name != "cookie") continue;
        for (auto pair : split(header.value, ';')) {
            pair = trimmed(pair);
            auto equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
        }
    }
    return std::nullopt;
}

std::string Request::query(std::string_view name) const { return std::string{first(target.query, name).value_or("")}; }

std::vector<std::string> Request::query_all(std::string_view name) const
{
    std::vector<std::string> all;
    for (const auto& [key, value] : target.query)
        if (key == name) all.push_back(value);
    return all;
}

}  // namespace kith::web
