#pragma once
// A question as an address and as filters, for "Who works here" and the staff list: one panel, so that a figure and its rows are asked for in the same words. Values
// in, markup out.
#include "ui/html.hpp"
#include "ui/pieces.hpp"
#include "web/address.hpp"
#include "web/form.hpp"
#include "workforce/head_count.hpp"

namespace kith::workforce {

struct QuestionPanel {
    const HeadCountQuestion& question;
    const Names& names;
    const tally::Table& table;
    const web::Form& form;     ///< the date as asked for, with what stands in its way
    web::Address address;      ///< of the page as it is narrowed now
    Date today;
    bool side_by_side = true;  ///< false where nothing is broken down
    std::vector<std::pair<std::string, std::string>> hidden = {};  ///< what the form keeps beside its fields
    ui::Html more{};                                               ///< fields of the page's own, below the others
    std::vector<ui::ChosenFilter> more_chosen = {};                ///< and what is chosen of them
    std::string clear_href = {};                                   ///< the page without filters; empty: its path alone
};
ui::Html question_panel(const QuestionPanel& panel);

/// `path` with the question; today and the usual breakdown are left out.
web::Address address_of(std::string path, const HeadCountQuestion& question, Date today);
/// Where the rows behind the question are listed. Without any filter too, it means those who work on the day.
web::Address rows_address(const HeadCountQuestion& question, Date today);

}  // namespace kith::workforce
