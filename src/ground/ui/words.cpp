#include "ui/words.hpp"

#include "ui/markup.hpp"

namespace kith::ui
{
namespace
{

std::string_view size_of(int level)
{
    switch (level) {
        case 1:
            return "l";
        case 2:
            return "m";
        default:
            return "s";
    }
}

Html list(Literal open, Literal close, const std::vector<Content>& items)
{
    Markup m;
    m.raw(open);
    for (const auto& item : items) m.raw("<li>").content(item).raw("</li>");
    return m.raw(close).take();
}

}  // namespace

Html heading(int level, const Content& text, std::string_view size, std::string_view id)
{
    const int real = level < 1 ? 1 : level > 6 ? 6 : level;
    Markup m;
    m.raw("<h").number(real).raw(" class=\"govuk-heading-").text(size.empty() ? size_of(real) : size).raw("\"").optional("id", id);
    return m.raw(">").content(text).raw("</h").number(real).raw(">").take();
}

Html paragraph(const Content& text, std::string_view classes)
{
    return Markup{}.raw("<p").optional("class", classes).raw(">").content(text).raw("</p>").take();
}

Html link(const Content& text, std::string_view href, std::string_view classes)
{
    return Markup{}.raw("<a").optional("class", classes).address("href", href).raw(">").content(text).raw("</a>").take();
}

Html link_about(const Content& text, std::string_view hidden, std::string_view href)
{
    Markup m;
    m.content(text).raw("<span class=\"govuk-visually-hidden\"> ").text(hidden).raw("</span>");
    return link(m.take(), href);
}

Html visually_hidden(std::string_view text)
{
    return Markup{}.raw("<span class=\"govuk-visually-hidden\">").text(text).raw("</span>").take();
}

Html strong(const Content& text) { return Markup{}.raw("<strong>").content(text).raw("</strong>").take(); }

Html bullets(const std::vector<Content>& items) { return list("<ul class=\"govuk-list govuk-list--bullet\">", "</ul>", items); }

Html tree(const std::vector<Content>& items) { return list("<ul class=\"govuk-list kith-tree\">", "</ul>", items); }

Html numbered(const std::vector<Content>& items) { return list("<ol class=\"govuk-list govuk-list--number\">", "</ol>", items); }

Html not_in_print(const Html& html) { return Markup{}.raw("<div class=\"govuk-!-display-none-print\">").html(html).raw("</div>").take(); }

Html two_thirds(const Html& html) { return columns({{"two-thirds", html}}); }

Html columns(const std::vector<std::pair<std::string, Html>>& parts)
{
    Markup m;
    m.raw("<div class=\"govuk-grid-row\">");
    for (const auto& [width, html] : parts) m.raw("<div class=\"govuk-grid-column-").text(width).raw("\">").html(html).raw("</div>");
    return m.raw("</div>").take();
}

Html button_group(const std::vector<Html>& parts)
{
    Markup m;
    m.raw("<div class=\"govuk-button-group\">");
    for (const auto& part : parts) m.html(part).raw("\n");
    return m.raw("</div>").take();
}

Html form(const Form& params)
{
    Markup m;
    m.raw("<form").optional("id", params.id).optional("class", params.classes).address("action", params.action);
    m.attribute("method", params.method).optional("aria-label", params.label);
    if (params.multipart) m.raw(" enctype=\"multipart/form-data\"");
    m.raw(" novalidate").attributes(params.attributes).raw(">");
    for (const auto& [name, value] : params.hidden) {
        m.raw("<input type=\"hidden\"").attribute("name", name).attribute("value", value).raw(">");
    }
    return m.html(params.content).raw("</form>").take();
}

}  // namespace kith::ui
