#include "ui/design_page.hpp"

#include "ui/choices.hpp"
#include "ui/design_charts.hpp"
#include "ui/fields.hpp"
#include "ui/layout.hpp"
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::ui
{
namespace
{

std::string anchor(std::string_view name)
{
    auto id = lower_ascii(name);
    std::replace(id.begin(), id.end(), ' ', '-');
    return id;
}

Html part(const char* name, const Html& html)
{
    return element("section", {{"aria-labelledby", anchor(name)}}, heading(2, name, "l", anchor(name)) + html);
}

Html figures_part()
{
    return figures(
               {.heading = "Westfield on 31 March 2026",
                .items = {{.value = "412",
                           .label = "early years staff",
                           .before = "398 a year ago",
                           .coverage = "From 38 of 40 organisations",
                           .href = "#tables",
                           .link_text = "See these staff"},
                          {.value = "61%",
                           .label = "hold level 3",
                           .before = "57% a year ago",
                           .coverage = "From 36 of 40 organisations",
                           .href = "#how",
                           .link_text = "How this is worked out"},
                          {.value = "287.4", .label = "FTE", .before = "281.0 a year ago", .coverage = "From 38 of 40 organisations"},
                          {.value = "19", .label = "vacancies", .before = "23 a year ago", .coverage = "From 31 of 40 organisations"}}}) +
           element("div", {{"id", "how"}},
                   how_do_we_know({.formula = "Staff who hold level 3 or above, out of all early years staff whose level is known",
                                   .population = "Paid and voluntary staff of nurseries, childminders and children's centres in Westfield",
                                   .as_of = "31 March 2026",
                                   .organisations = "36 of 40 organisations handed in",
                                   .coverage = "About 91% of the expected headcount",
                                   .mapping = "Qualification levels 2019, third edition"}));
}

Html tables_part()
{
    Table staff{.rows = {{{.text = link("Record 1041", "#")},
                          {.text = "Room leader"},
                          {.text = "Bright & Early Nursery"},
                          {.text = "14 Jan 2025"},
                          {.text = "Level 3"},
                          {.text = "0.6", .format = "numeric"}},
                         {{.text = link("Record 1042", "#")},
                          {.text = "Nursery assistant"},
                          {.text = "Little Oaks"},
                          {.text = "3 Mar 2024"},
                          {.text = "Level 2"},
                          {.text = "1", .format = "numeric"}}},
                .head = {sort_head("Record", "#", Sorted::ascending),
                         sort_head("Role", "#", Sorted::no),
                         {.text = "Setting"},
                         sort_head("Started", "#", Sorted::descending),
                         {.text = text("Qualification") + visually_hidden("as last reported")},
                         {.text = "FTE", .format = "numeric"}},
                .caption = "Staff of Westfield settings",
                .caption_classes = "govuk-table__caption--m",
                .first_cell_is_header = true};
    const auto card = [](const char* name, const char* born) {
        return summary_list(
            {.rows = {{.key = {.text = "Role"}, .value = {.text = "Room leader"}}, {.key = {.text = "Born"}, .value = {.text = born}}},
             .card = {.title = {.text = name, .heading_level = 3},
                      .actions = {.items = {{.href = "#", .text = "Open"}, {.href = "#", .text = "Compare"}}}}});
    };
    return scrollable_table(staff) + pagination_of(5, 9, "#page-") +
           pagination({.previous = {.href = "#"}, .next = {.href = "#", .label_text = "Settings"}, .landmark_label = "Steps"}) +
           summary_list({.rows = {{.key = {.text = "Name"},
                                   .value = {.text = "Bright & Early Nursery"},
                                   .actions = {.items = {{.href = "#", .text = "Change", .visually_hidden_text = "name"}}}},
                                  {.key = {.text = "Sector"},
                                   .value = {.text = "Early years and childcare"},
                                   .actions = {.items = {{.href = "#", .text = "Change", .visually_hidden_text = "sector"}}}},
                                  {.key = {.text = "Closed"}, .value = {.text = "Not provided"}}}}) +
           columns({{"one-half", card("Record 1041", "3 May 1981")}, {"one-half", card("Record 2210", "5 March 1981")}});
}

Html single_fields()
{
    return input({.name = "name", .label = {.text = "Name of the setting"}, .hint = {.text = "As it stands on its sign"}}) +
           input({.name = "fte",
                  .inputmode = "decimal",
                  .value = "1.6",
                  .label = {.text = "Full-time equivalent"},
                  .error_message = {.text = "Full-time equivalent must be 1 or less"},
                  .suffix = {.text = "FTE"},
                  .classes = "govuk-input--width-5"}) +
           password_input({.name = "password", .label = {.text = "Password"}}) +
           select({.name = "locality",
                   .items = {{.value = "", .text = "Choose a locality"},
                             {.value = "1", .text = "Westfield"},
                             {.value = "2", .text = "Northgate"}},
                   .value = "1",
                   .label = {.text = "Locality"}}) +
           textarea({.name = "reason", .rows = 3, .label = {.text = "Why are you changing this?"}}) +
           file_upload({.name = "file", .label = {.text = "File to hand in"}, .hint = {.text = "A CSV file of at most 1 GB"}});
}

Html choices_part()
{
    return radios({.fieldset = {.legend = {.text = "Is this the same person?", .classes = "govuk-fieldset__legend--m"}},
                   .name = "same",
                   .items = {{.text = "Same", .value = "same"},
                             {.text = "Different", .value = "different"},
                             {.text = "Not sure", .value = "unsure", .hint = {.text = "Someone else will look"}}},
                   .value = "unsure"}) +
           checkboxes({.fieldset = {.legend = {.text = "Which sectors?", .classes = "govuk-fieldset__legend--m"}},
                       .hint = {.text = "Choose all that are covered"},
                       .name = "sector",
                       .items = {{.text = "Education", .value = "education"},
                                 {.text = "Health",
                                  .value = "health",
                                  .conditional = input({.name = "part", .label = {.text = "Which part of health?"}})},
                                 {.divider = "or"},
                                 {.text = "None of these", .value = "none", .behaviour = "exclusive"}},
                       .values = {"health"},
                       .classes = "govuk-checkboxes--small"}) +
           date_input({.id = "started",
                       .name_prefix = "started",
                       .values = {{"started-day", "31"}, {"started-month", "2"}, {"started-year", "2026"}},
                       .hint = {.text = "For example, 27 3 2026"},
                       .error_message = {.text = "Date started must be a real date"},
                       .fieldset = {.legend = {.text = "Date started", .classes = "govuk-fieldset__legend--m"}}}) +
           button_group({button({.text = "Save and continue"}), button({.text = "Cancel", .classes = "govuk-button--secondary"}),
                         button({.text = "End this record", .classes = "govuk-button--warning"}), link("Skip for now", "#")}) +
           button({.text = "Start", .href = "#", .is_start_button = true});
}

Html notices_part()
{
    return error_summary({.error_list = {{.href = "#fte", .text = "Full-time equivalent must be 1 or less"}}, .disable_auto_focus = true}) +
           notification_banner({.text = "Return accepted: 412 staff records",
                                .title_text = "Done",
                                .type = "success",
                                .role = "region",
                                .title_id = "done"}) +
           notification_banner({.text = "Three organisations have not handed in since September"}) +
           warning_text({.text = "Ending a record cannot be undone after the next return is accepted"}) +
           inset_text({.text = "Westfield's figures leave out two settings that closed in February."}) +
           details({.summary_text = "What is a setting?", .text = "A place where children are cared for or taught."}) +
           paragraph(tag({.text = "Completed"}) + text(" ") + tag({.text = "In progress", .classes = "govuk-tag--yellow"}) + text(" ") +
                     tag({.text = "There is a problem", .classes = "govuk-tag--red"}) + text(" ") +
                     tag({.text = "Not started", .classes = "govuk-tag--grey"})) +
           panel({.title_text = "Return handed in", .heading_level = 3, .text = "412 staff records are being checked"}) +
           task_list({.items = {{.title = {.text = "Hand in the file"}, .status = {.text = "Completed"}, .href = "#"},
                                {.title = {.text = "Look at what was found"},
                                 .hint = "3 errors, 12 warnings",
                                 .status = {.tag = Tag{.text = "In progress"}},
                                 .href = "#"},
                                {.title = {.text = "Accept"}, .status = {.text = "Cannot start yet"}}}}) +
           tabs({.items = {{.id = "errors", .label = "Errors", .panel = {.text = "Three rows have no date of birth."}},
                           {.id = "warnings", .label = "Warnings", .panel = {.text = "Twelve rows have no ethnicity."}}}});
}

Html own_pieces()
{
    return identity_bar({.title = "Bright & Early Nursery",
                         .facts = {"Early years and childcare", "Westfield", tag({.text = "Open", .classes = "govuk-tag--green"})},
                         .actions = button({.text = "Hand in a return", .href = "#"})}) +
           sub_navigation({.label = "Pages of this organisation",
                           .items = {{.text = "Settings", .href = "#", .current = true},
                                     {.text = "Staff", .href = "#"},
                                     {.text = "Returns", .href = "#"}}}) +
           filter_panel(
               {.action = "#",
                .fields = select({.id = "f-locality",
                                  .name = "locality",
                                  .items = {{.value = "", .text = "All localities"}, {.value = "1", .text = "Westfield"}},
                                  .value = "1",
                                  .label = {.text = "Locality"}}) +
                          select({.id = "f-sector",
                                  .name = "sector",
                                  .items = {{.value = "", .text = "All sectors"},
                                            {.value = "s", .text = "Social, family and community support, with adoption and fostering"}},
                                  .label = {.text = "Sector"}}),
                .chosen = {{.text = "Locality: Westfield", .remove_href = "#"}},
                .clear_href = "#"}) +
           timeline({.events = {{.title = "Return accepted",
                                 .by = "Ann Example",
                                 .when = "4 June 2026 at 9:32am",
                                 .datetime = "2026-06-04T08:32:00Z",
                                 .description = paragraph("412 staff records, 14 new and 9 ended")},
                                {.title = "Setting opened", .by = "Ben Example", .when = "14 January 2025"}},
                     .heading_level = 3}) +
           progress({.done = 12000, .total = 20000, .words = "12,000 of 20,000 rows checked"}) +
           empty_state({.text = "No returns have been handed in for this organisation yet.", .link_text = "Hand in a return", .href = "#"});
}

Html words_part()
{
    return heading(3, "A heading of level 3") + paragraph("412 early years staff work in Westfield; 61% hold level 3, the area 68%.") +
           paragraph(text("A sentence with ") + link("a link to its rows", "#") + text(" in it.")) + bullets({"one thing", "another"}) +
           numbered({"first", "second"}) + back_link({.href = "#"}) +
           breadcrumbs(
               {.items = {{.text = "Home", .href = "#"}, {.text = "Organisations", .href = "#"}, {.text = "Bright & Early Nursery"}}});
}

}  // namespace

Html design_page()
{
    return paragraph("Every part that Kith's pages are made of, as they use it.", "govuk-body-l") + part("Figures", figures_part()) +
           part("Charts", design_charts()) + part("Tables", tables_part()) + part("Fields", two_thirds(single_fields())) +
           part("Choices and buttons", two_thirds(choices_part())) + part("Notices", two_thirds(notices_part())) +
           part("Kith's own", own_pieces()) + part("Words", two_thirds(words_part()));
}

}  // namespace kith::ui
