#pragma once
// The address of a page together with its query: for lists whose filters and page number stand in the URL. Never holds personal data;
// that is for forms that post.
#include "web/target.hpp"

#include <string>
#include <string_view>

namespace kith::web {

class Address {
public:
    explicit Address(std::string path, Fields query = {}) : path_(std::move(path)), query_(std::move(query)) {}

    /// With one more value under `name`; an empty value adds nothing.
    Address with(std::string_view name, std::string_view value) const;
    /// With this the only value under `name`; an empty value leaves none.
    Address with_only(std::string_view name, std::string_view value) const;
    /// Without that value under `name`, or without any where none is given.
    Address without(std::string_view name, std::string_view value) const;
    Address without(std::string_view name) const;

    /// "/organisations?sector=health&page=2", encoded.
    std::string text() const;
    /// The same without `name`, ending in "name=", for a value to be added: what pagination goes on from.
    std::string open_for(std::string_view name) const;
    const std::string& path() const { return path_; }
    const Fields& query() const { return query_; }

private:
    std::string path_;
    Fields query_;
};

}  // namespace kith::web
