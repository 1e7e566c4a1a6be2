#pragma once
// Rows of facts: table and summary list. Names as in the govuk-frontend macros; `scrollable` and `sortable_head` are Kith's own.
#include "ui/html.hpp"

#include <string>
#include <vector>

namespace kith::ui
{

struct TableCell {
    Content text;
    std::string format;  ///< "numeric": right-aligned
    std::string classes;
    int colspan = 0;
    int rowspan = 0;
    Attributes attributes;
};
using TableRow = std::vector<TableCell>;

struct Table {
    std::vector<TableRow> rows;
    std::vector<TableCell> head;
    std::string caption;  ///< always give one; hide it with caption_classes "govuk-visually-hidden"
    std::string caption_classes;
    bool first_cell_is_header = false;
    std::string classes;
    Attributes attributes;
};
Html table(const Table& params);

/// The table in a region that scrolls sideways where the screen is narrow, reachable by keyboard and named by the caption.
Html scrollable_table(const Table& params);

/// The same, but on a phone each row is a block of its own with the names of the columns before its values: for tables whose last columns matter as much as the first.
Html stacking_table(Table params);

enum class Sorted { no, ascending, descending };

/// The head of a column that can be sorted: a link with aria-sort on its cell, works without scripts.
TableCell sort_head(std::string text, std::string href, Sorted sorted, std::string format = {});

struct Action {
    std::string href;
    Content text;
    std::string visually_hidden_text;
    std::string classes;
    Attributes attributes;
};

struct Actions {
    std::string classes;
    std::vector<Action> items;
};

struct SummaryText {
    Content text;
    std::string classes;
};

struct SummaryRow {
    SummaryText key;
    SummaryText value;
    Actions actions;
    std::string classes;
};

struct SummaryCardTitle {
    Content text;
    int heading_level = 2;
    std::string classes;
};

struct SummaryCard {
    SummaryCardTitle title;
    Actions actions;
    std::string classes;
    Attributes attributes;
    bool present() const;  ///< true where anything is set
};

struct SummaryList {
    std::vector<SummaryRow> rows;
    SummaryCard card;
    std::string classes;
    Attributes attributes;
};
Html summary_list(const SummaryList& params);

}  // namespace kith::ui
