#include "ui/tables.hpp"

#include "ui/markup.hpp"

namespace kith::ui
{
namespace
{

void write_spans(Markup& m, const TableCell& cell)
{
    if (cell.colspan > 0) m.raw(" colspan=\"").number(cell.colspan).raw("\"");
    if (cell.rowspan > 0) m.raw(" rowspan=\"").number(cell.rowspan).raw("\"");
    if (!cell.attributes.empty()) m.attributes(cell.attributes);
}

/// Ends the class attribute that the opening has begun, and the tag.
void write_cell(Markup& m, const TableCell& cell, Literal opening, Literal format)
{
    m.raw(opening);
    if (!cell.format.empty()) m.raw(format).text(cell.format);
    if (!cell.classes.empty()) m.raw(" ").text(cell.classes);
    m.raw("\"");
    write_spans(m, cell);
    m.raw(">").content(cell.text);
}

void write_row_header(Markup& m, const TableCell& cell)
{
    m.raw("<th scope=\"row\" class=\"govuk-table__header");
    if (!cell.classes.empty()) m.raw(" ").text(cell.classes);
    m.raw("\"");
    write_spans(m, cell);
    m.raw(">").content(cell.text).raw("</th>");
}

void write_row(Markup& m, const TableRow& row, bool first_is_header)
{
    m.raw("<tr class=\"govuk-table__row\">");
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i == 0 && first_is_header) {
            write_row_header(m, row[i]);
        } else {
            write_cell(m, row[i], "<td class=\"govuk-table__cell", " govuk-table__cell--");
            m.raw("</td>");
        }
    }
    m.raw("</tr>\n");
}

std::size_t expected_size(const Table& params)
{
    std::size_t size = 400;
    for (const auto& row : params.rows) {
        for (const auto& cell : row) size += 80 + cell.text.value().size();
    }
    return size;
}

void write_table(Markup& m, const Table& params)
{
    m.raw("<table").classes("govuk-table", params.classes).attributes(params.attributes).raw(">");
    if (!params.caption.empty()) {
        m.raw("<caption").classes("govuk-table__caption", params.caption_classes).raw(">").text(params.caption).raw("</caption>");
    }
    if (!params.head.empty()) {
        m.raw("<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">");
        for (const auto& cell : params.head) {
            write_cell(m, cell, "<th scope=\"col\" class=\"govuk-table__header", " govuk-table__header--");
            m.raw("</th>");
        }
        m.raw("</tr></thead>");
    }
    m.raw("<tbody class=\"govuk-table__body\">\n");
    for (const auto& row : params.rows) write_row(m, row, params.first_cell_is_header);
    m.raw("</tbody></table>");
}

}  // namespace

Html table(const Table& params)
{
    Markup m{expected_size(params)};
    write_table(m, params);
    return m.take();
}

Html scrollable_table(const Table& params)
{
    Markup m{expected_size(params)};
    m.raw("<div class=\"kith-scroll\" role=\"region\" tabindex=\"0\"").attribute("aria-label", params.caption).raw(">");
    write_table(m, params);
    return m.raw("</div>").take();
}

Html stacking_table(Table params)
{
    for (auto& row : params.rows)
        for (std::size_t at = 1; at < row.size() && at < params.head.size(); ++at) {
            const auto& name = params.head[at].text;
            if (!name.is_markup() && !name.empty() && !row[at].text.empty()) row[at].attributes.push_back({"data-label", name.value()});
        }
    params.classes += params.classes.empty() ? "kith-stack kith-stack--labelled" : " kith-stack kith-stack--labelled";
    return scrollable_table(params);
}

TableCell sort_head(std::string text, std::string href, Sorted sorted, std::string format)
{
    static constexpr const char* words[] = {"none", "ascending", "descending"};
    static constexpr const char* classes[] = {"kith-sort", "kith-sort kith-sort--ascending", "kith-sort kith-sort--descending"};
    const auto which = static_cast<std::size_t>(sorted);
    Markup m;
    m.raw("<a").classes("govuk-link", classes[which]).address("href", href).raw(">").text(text).raw("</a>");
    return {.text = m.take(), .format = std::move(format), .attributes = {{"aria-sort", words[which]}}};
}

bool SummaryCard::present() const { return !title.text.empty() || !actions.items.empty() || !classes.empty() || !attributes.empty(); }

namespace
{

void write_action(Markup& m, const Action& action, const SummaryCardTitle& card_title)
{
    m.raw("<a").classes("govuk-link", action.classes).address("href", action.href).attributes(action.attributes).raw(">");
    m.content(action.text);
    if (!action.visually_hidden_text.empty() || !card_title.text.empty()) {
        m.raw("<span class=\"govuk-visually-hidden\">");
        if (!action.visually_hidden_text.empty()) m.raw(" ").text(action.visually_hidden_text);
        if (!card_title.text.empty()) m.raw(" (").content(card_title.text).raw(")");
        m.raw("</span>");
    }
    m.raw("</a>");
}

void write_card_head(Markup& m, const SummaryCard& card)
{
    m.raw("<div").classes("govuk-summary-card", card.classes).attributes(card.attributes).raw(">");
    m.raw("<div class=\"govuk-summary-card__title-wrapper\">");
    if (!card.title.text.empty()) {
        m.raw("<h").number(card.title.heading_level).classes("govuk-summary-card__title", card.title.classes).raw(">");
        m.content(card.title.text).raw("</h").number(card.title.heading_level).raw(">");
    }
    const auto& items = card.actions.items;
    if (items.size() == 1) {
        m.raw("<div").classes("govuk-summary-card__actions", card.actions.classes).raw(">");
        write_action(m, items[0], card.title);
        m.raw("</div>");
    } else if (!items.empty()) {
        m.raw("<ul").classes("govuk-summary-card__actions", card.actions.classes).raw(">");
        for (const auto& action : items) {
            m.raw("<li class=\"govuk-summary-card__action\">");
            write_action(m, action, card.title);
            m.raw("</li>");
        }
        m.raw("</ul>");
    }
    m.raw("</div><div class=\"govuk-summary-card__content\">");
}

void write_row_actions(Markup& m, const Actions& actions, const SummaryCardTitle& card_title)
{
    if (actions.items.empty()) return;
    m.raw("<dd").classes("govuk-summary-list__actions", actions.classes).raw(">");
    if (actions.items.size() == 1) {
        write_action(m, actions.items[0], card_title);
    } else {
        m.raw("<ul class=\"govuk-summary-list__actions-list\">");
        for (const auto& action : actions.items) {
            m.raw("<li class=\"govuk-summary-list__actions-list-item\">");
            write_action(m, action, card_title);
            m.raw("</li>");
        }
        m.raw("</ul>");
    }
    m.raw("</dd>");
}

}  // namespace

Html summary_list(const SummaryList& params)
{
    bool any_actions = false;
    for (const auto& row : params.rows) any_actions = any_actions || !row.actions.items.empty();
    Markup m;
    if (params.card.present()) write_card_head(m, params.card);
    m.raw("<dl").classes("govuk-summary-list", params.classes).attributes(params.attributes).raw(">");
    for (const auto& row : params.rows) {
        const bool bare = any_actions && row.actions.items.empty();
        m.raw("<div").classes(bare ? "govuk-summary-list__row govuk-summary-list__row--no-actions" : "govuk-summary-list__row",
                              row.classes);
        m.raw("><dt").classes("govuk-summary-list__key", row.key.classes).raw(">").content(row.key.text).raw("</dt>");
        m.raw("<dd").classes("govuk-summary-list__value", row.value.classes).raw(">").content(row.value.text).raw("</dd>");
        write_row_actions(m, row.actions, params.card.title);
        m.raw("</div>");
    }
    m.raw("</dl>");
    if (params.card.present()) m.raw("</div></div>");
    return m.take();
}

}  // namespace kith::ui
