#pragma once
// "Who works here" as a page and as a file. Values in, markup or text out. Private to the room.
#include "figures/figure.hpp"
#include "ui/html.hpp"
#include "web/address.hpp"
#include "web/form.hpp"
#include "workforce/head_count.hpp"

namespace kith::workforce {

struct HeadCountView {
    const HeadCountQuestion& question;
    const HeadCount& count;
    const Names& names;
    const tally::Table& table;
    const figures::Figure& staff;  ///< value, coverage, mappings: what the working rests on
    web::Address address;          ///< of the page as it is narrowed now
    Date today;
    const web::Form& form;         ///< the date as asked for, with what stands in its way
    bool rows = false;             ///< figures lead to the staff behind them
    bool has_any = true;           ///< false: nobody within reach has handed in staff
};
ui::Html head_count_page(const HeadCountView& view);
/// The address of the same question as a file.
std::string csv_address(const web::Address& address);
/// Lines of the answer, guarded against formulas.
std::string head_count_csv(const HeadCountQuestion& question, const HeadCount& count);

}  // namespace kith::workforce
