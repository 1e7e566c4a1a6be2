#pragma once
// The staff list as pages show it: everyone whose record is held, or those who work on a day, with what each does. Values in, markup out.
// Private to the room.
#include "ui/html.hpp"
#include "web/address.hpp"
#include "workforce/staff_store.hpp"

#include <unordered_map>

namespace kith::workforce {

/// What one person does on the day of the list.
struct WorkShown {
    std::string role;
    std::string setting;  ///< empty where none is reported
    std::string fte;      ///< empty where none is reported
};

/// A column of a list made for a purpose, beside who and what they do; it takes the place of hours and reference.
struct ListColumn {
    std::string heading;
    std::unordered_map<StaffRecordId, ui::Html> cells;
};

struct StaffListView {
    const StaffPage& page;
    web::Address address;        ///< of the list, for its pages and its file
    std::string answer;          ///< the sentence on top; empty: how many records there are
    std::string sums;            ///< engagements and FTE of those who work on the day; empty on other lists
    std::int64_t beyond = 0;     ///< of those counted, people who lie outside the viewer's reach today and are not listed
    std::string search;          ///< what was looked for; empty on the list itself
    ui::Html search_form;        ///< empty where this viewer may not search
    ui::Html panel;              ///< filters; empty on a search
    std::unordered_map<StaffRecordId, std::vector<WorkShown>> work;
    Date on;                     ///< the day of `work`
    bool may_export = false;
    std::vector<ListColumn> more = {};
};
ui::Html staff_list(const StaffListView& view);
ui::Html search_fields(const std::string& search);

/// "Ana Reyes"; where no name is held, words that tell one record from another.
std::string list_name(const StaffLine& line);

}  // namespace kith::workforce
