// How many pages with a table of 200 rows are rendered in a second.
#include "ui/layout.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace
{

using namespace kith;

ui::Html staff_page(int rows)
{
    ui::Table staff{
        .head = {{.text = "Name"}, {.text = "Role"}, {.text = "Setting"}, {.text = "Started"}, {.text = "FTE", .format = "numeric"}},
        .caption = "Staff",
        .first_cell_is_header = true};
    for (int i = 0; i < rows; ++i) {
        const auto number = std::to_string(i);
        staff.rows.push_back({{.text = ui::link("Record " + number, "/staff/" + number)},
                              {.text = "Early years practitioner"},
                              {.text = "Bright & Early Nursery"},
                              {.text = "14 Jan 2025"},
                              {.text = "0.6", .format = "numeric"}});
    }
    return ui::layout({.partnership = "Westshire Children's Trust",
                       .title = "Staff",
                       .navigation = {{.text = "Home", .href = "/"}, {.text = "Staff", .href = "/staff", .current = true}},
                       .content = ui::heading(1, "Staff") + ui::scrollable_table(staff)});
}

void page_of_200_rows(benchmark::State& state)
{
    std::size_t bytes = 0;
    for (auto _ : state) {
        const auto page = staff_page(200);
        bytes = page.str().size();
        benchmark::DoNotOptimize(page);
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["page_bytes"] = static_cast<double>(bytes);
}
BENCHMARK(page_of_200_rows);

}  // namespace
