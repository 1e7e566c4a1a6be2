#pragma once
// One request as the rest of Kith sees it: already parsed, checked and within its limits. No sockets here.
#include "base/instant.hpp"
#include "web/target.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::web {

enum class Verb { get, head, post, other };
std::string_view name_of(Verb verb);
Verb verb_named(std::string_view name);

struct Header {
    std::string name;
    std::string value;
};

/// A file that a form brought, lying in the spool folder until the last copy of this value is gone. Its content was never in memory.
class UploadedFile {
public:
    UploadedFile() = default;
    /// `path` is removed with the last copy.
    UploadedFile(std::string field, std::string file_name, std::filesystem::path path);

    const std::string& field() const { return field_; }
    /// As the sender calls it: no folder, no control characters, at most 200 characters. For showing, never for opening.
    const std::string& file_name() const { return file_name_; }
    const std::filesystem::path& path() const;
    std::uint64_t size() const { return size_; }
    void set_size(std::uint64_t size) { size_ = size; }
    /// Nothing chosen: browsers send an empty part.
    bool is_empty() const { return size_ == 0 && file_name_.empty(); }

private:
    struct Spooled;
    std::string field_;
    std::string file_name_;
    std::uint64_t size_ = 0;
    std::shared_ptr<Spooled> spooled_;
};

struct Request {
    Verb verb = Verb::get;
    Target target;
    std::vector<Header> headers;  ///< names in lower case
    std::string address;          ///< of whoever asks, behind the proxies that are trusted; personal data: for the throttle, never for logs
    std::string reference;        ///< names this request in logs and on error pages
    Fields fields;                ///< of the form in the body
    std::vector<UploadedFile> files;

    std::optional<std::string_view> header(std::string_view lower_case_name) const;
    std::optional<std::string_view> cookie(std::string_view name) const;
    /// The query's value under `name`, or empty.
    std::string query(std::string_view name) const;
    std::vector<std::string> query_all(std::string_view name) const;
};

}  // namespace kith::web
