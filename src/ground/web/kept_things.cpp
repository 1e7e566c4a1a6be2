#include "web/kept_things.hpp"

#include "base/text.hpp"
#include "ui/choices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::web {

Response thing_form_page(Visit& visit, PageParts parts, std::string title, const std::string& action, const ui::Html& inside, const std::string& away)
{
    parts.title = std::move(title);
    parts.heading.reset();
    auto content = visit.in_form({.action = action}, inside + ui::button({.text = "Save", .prevent_double_click = true}));
    if (!away.empty()) content += visit.in_form({.action = away, .id = "away"}, ui::button({.text = "Take it away", .classes = "govuk-button--warning"}));
    return visit.form().has_problems() ? visit.try_again(parts, ui::two_thirds(content)) : visit.page(parts, ui::two_thirds(content));
}

ui::Html was_fields(const Fields& boxes)
{
    ui::Html html;
    for (const auto& [box, value] : boxes) html += hidden_field("was-" + box, value);
    return html;
}

std::optional<Fields> was(const Form& form, const Fields& boxes)
{
    Fields before;
    for (const auto& [box, value] : boxes) {
        if (!form.has("was-" + box)) return std::nullopt;
        before.emplace_back(box, form.text("was-" + box));
    }
    return before;
}

bool is_same(const Fields& one, const Fields& other)
{
    const auto plain = [](std::string text) {
        std::erase(text, '\r');
        return std::string{trimmed(text)};
    };
    return std::ranges::equal(one, other, [&](const auto& a, const auto& b) { return a.first == b.first && plain(a.second) == plain(b.second); });
}

std::string changed_meanwhile_to(const Fields& boxes)
{
    std::vector<std::string> values;
    for (const auto& [box, value] : boxes)
        if (!value.empty()) values.push_back(value);
    const auto theirs = values.empty() ? std::string{"nothing"} : "\"" + joined(values, " ") + "\"";
    return "Somebody changed this meanwhile to " + theirs + ". Save again to keep what stands here, or put theirs in its place";
}

}  // namespace kith::web
