#include "ui/fixture_options.hpp"

#include <boost/json.hpp>

namespace kith::ui
{
namespace
{

namespace json = boost::json;

std::string words(const json::value& value)
{
    if (value.is_string()) return std::string{value.get_string()};
    if (value.is_null()) return {};
    return json::serialize(value);
}

const json::object* object_in(const json::value* value) { return value == nullptr ? nullptr : value->if_object(); }

}  // namespace

const json::value* Options::find(std::string_view name) const
{
    const auto* object = object_in(value_.get());
    return object == nullptr ? nullptr : object->if_contains(name);
}

bool Options::is_object() const { return object_in(value_.get()) != nullptr; }

Options Options::sub(std::string_view name) const
{
    const auto* value = find(name);
    return value == nullptr ? Options{} : Options{std::shared_ptr<const json::value>{value_, value}};
}

std::string Options::text(std::string_view name, std::string_view otherwise) const
{
    const auto* value = find(name);
    const bool off = value == nullptr || (value->is_bool() && !value->get_bool());
    const auto found = off ? std::string{} : words(*value);
    return found.empty() ? std::string{otherwise} : found;
}

std::optional<std::string> Options::given_text(std::string_view name) const
{
    const auto* value = find(name);
    return value == nullptr || value->is_null() ? std::nullopt : std::optional{words(*value)};
}

std::optional<bool> Options::given(std::string_view name) const
{
    const auto* value = find(name);
    return value == nullptr || !value->is_bool() ? std::nullopt : std::optional{value->get_bool()};
}

int Options::number(std::string_view name, int otherwise) const
{
    const auto* value = find(name);
    return value != nullptr && value->is_int64() ? static_cast<int>(value->get_int64()) : otherwise;
}

Content Options::content(std::string_view text_name, std::string_view html_name) const
{
    const auto markup = text(html_name);
    return markup.empty() ? Content{text(text_name)} : Content{FixtureHtml::html(markup)};
}

Attributes Options::attributes(std::string_view name) const
{
    Attributes all;
    const auto* object = object_in(find(name));
    if (object == nullptr) return all;
    for (const auto& [key, value] : *object) all.push_back({std::string{key}, words(value)});
    return all;
}

std::vector<Options> Options::items() const
{
    std::vector<Options> all;
    if (value_ == nullptr || !value_->is_array()) return all;
    for (const auto& each : value_->get_array()) {
        if (each.is_object() || each.is_array()) all.emplace_back(std::shared_ptr<const json::value>{value_, &each});
    }
    return all;
}

std::vector<std::string> Options::texts(std::string_view name) const
{
    std::vector<std::string> all;
    const auto* value = find(name);
    if (value == nullptr || !value->is_array()) return all;
    for (const auto& each : value->get_array()) all.push_back(words(each));
    return all;
}

PluralTexts Options::plurals(std::string_view name) const
{
    PluralTexts all;
    for (const auto& [rule, value, bare] : attributes(name)) all.emplace_back(rule, value);
    return all;
}

}  // namespace kith::ui
