#include "web/address.hpp"

#include <algorithm>

namespace kith::web {

Address Address::with(std::string_view name, std::string_view value) const
{
    auto next = *this;
    if (!value.empty()) next.query_.emplace_back(name, value);
    return next;
}

Address Address::with_only(std::string_view name, std::string_view value) const
{
    return without(name).with(name, value);
}

Address Address::without(std::string_view name, std::string_view value) const
{
    auto next = *this;
    std::erase_if(next.query_, [&](const auto& field) { return field.first == name && field.second == value; });
    return next;
}

Address Address::without(std::string_view name) const
{
    auto next = *this;
    std::erase_if(next.query_, [&](const auto& field) { return field.first == name; });
    return next;
}

std::string Address::text() const
{
    auto text = path_;
    for (const auto& [name, value] : query_) {
        text += text.size() == path_.size() ? '?' : '&';
        text += percent_encoded(name) + "=" + percent_encoded(value);
    }
    return text;
}

std::string Address::open_for(std::string_view name) const
{
    auto text = without(name).text();
    return text + (text.size() == path_.size() ? "?" : "&") + percent_encoded(name) + "=";
}

}  // namespace kith::web
