#include "ui/tables.hpp"

#include "ui/fixture_options.hpp"

namespace kith::ui
{
namespace
{

TableCell cell_of(const Options& o)
{
    return {.text = o.content(),
            .format = o.text("format"),
            .classes = o.classes(),
            .colspan = o.number("colspan"),
            .rowspan = o.number("rowspan"),
            .attributes = o.attributes()};
}

Html render_table(const Options& o)
{
    Table params{.caption = o.text("caption"),
                 .caption_classes = o.text("captionClasses"),
                 .first_cell_is_header = o.is_on("firstCellIsHeader"),
                 .classes = o.classes(),
                 .attributes = o.attributes()};
    for (const auto& cell : o.list("head")) params.head.push_back(cell_of(cell));
    for (const auto& row : o.list("rows")) {
        TableRow cells;
        for (const auto& cell : row.items()) cells.push_back(cell_of(cell));
        params.rows.push_back(std::move(cells));
    }
    return table(params);
}

Actions actions_of(const Options& o)
{
    Actions actions{.classes = o.classes()};
    for (const auto& item : o.list("items")) {
        actions.items.push_back({.href = item.text("href"),
                                 .text = item.content(),
                                 .visually_hidden_text = item.text("visuallyHiddenText"),
                                 .classes = item.classes(),
                                 .attributes = item.attributes()});
    }
    return actions;
}

SummaryText summary_text_of(const Options& o) { return {.text = o.content(), .classes = o.classes()}; }

Html render_summary_list(const Options& o)
{
    SummaryList params{.classes = o.classes(), .attributes = o.attributes()};
    for (const auto& row : o.list("rows")) {
        params.rows.push_back({.key = summary_text_of(row.sub("key")),
                               .value = summary_text_of(row.sub("value")),
                               .actions = actions_of(row.sub("actions")),
                               .classes = row.classes()});
    }
    const auto card = o.sub("card");
    const auto title = card.sub("title");
    params.card = {.title = {.text = title.content(), .heading_level = title.number("headingLevel", 2), .classes = title.classes()},
                   .actions = actions_of(card.sub("actions")),
                   .classes = card.classes(),
                   .attributes = card.attributes()};
    return summary_list(params);
}

}  // namespace

Renderers table_renderers() { return {{"table", render_table}, {"summary-list", render_summary_list}}; }

}  // namespace kith::ui
