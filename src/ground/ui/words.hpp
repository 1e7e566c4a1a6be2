#pragma once
// Plain words on a page: headings, paragraphs, links, lists, grid, and the form that carries the key and the token.
#include "ui/html.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kith::ui
{

/// <h1> to <h6>; `size` is xl, l, m or s, empty: by level.
Html heading(int level, const Content& text, std::string_view size = {}, std::string_view id = {});
Html paragraph(const Content& text, std::string_view classes = "govuk-body");
Html link(const Content& text, std::string_view href, std::string_view classes = "govuk-link");
/// A link whose words are the same on many rows: `hidden` is read out after the text ("Change" + "name of setting").
Html link_about(const Content& text, std::string_view hidden, std::string_view href);
Html visually_hidden(std::string_view text);
Html strong(const Content& text);
Html bullets(const std::vector<Content>& items);
/// A list drawn as a tree: what stands in an item's own list hangs from it by lines.
Html tree(const std::vector<Content>& items);
Html numbered(const std::vector<Content>& items);
/// A line that is not there in print: navigation, filters, buttons.
Html not_in_print(const Html& html);
/// Two thirds of the width, for text and forms.
Html two_thirds(const Html& html);
/// Columns side by side: each `width` is "one-third", "one-half", "two-thirds" or "full".
Html columns(const std::vector<std::pair<std::string, Html>>& parts);
/// Buttons and links in a row.
Html button_group(const std::vector<Html>& parts);

struct Form {
    std::string action;
    std::string method = "post";                              ///< or "get"
    bool multipart = false;                                   ///< needed for a file
    std::vector<std::pair<std::string, std::string>> hidden;  ///< the token against forgery, the one-use key, ...
    Html content;
    std::string classes;
    std::string id;
    std::string label;  ///< aria-label, where a page has several forms
    Attributes attributes;
};
/// A whole form, `novalidate` so that our own words are seen.
Html form(const Form& params);

}  // namespace kith::ui
