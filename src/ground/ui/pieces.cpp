#include "ui/pieces.hpp"

#include "ui/choices.hpp"
#include "ui/markup.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"

namespace kith::ui
{

Html figures(const Figures& params)
{
    Markup m;
    m.raw("<section>");
    m.raw("<h2")
        .classes(params.heading_hidden ? "govuk-visually-hidden" : "govuk-heading-m", "")
        .raw(">")
        .text(params.heading)
        .raw("</h2>");
    m.raw("<ul class=\"kith-figures\">");
    for (const auto& item : params.items) {
        m.raw("<li class=\"kith-figure\"><p class=\"kith-figure__number\"><span class=\"kith-figure__value\">").text(item.value);
        m.raw("</span> <span class=\"kith-figure__label\">").text(item.label).raw("</span></p>");
        if (!item.before.empty()) m.raw("<p>").text(item.before).raw("</p>");
        if (!item.coverage.empty()) m.raw("<p>").text(item.coverage).raw("</p>");
        if (!item.href.empty()) m.raw("<p>").html(link(item.link_text, item.href)).raw("</p>");
        m.raw("</li>");
    }
    return m.raw("</ul></section>").take();
}

Html timeline(const Timeline& params)
{
    Markup m;
    m.raw("<ol class=\"kith-timeline\">");
    for (const auto& event : params.events) {
        m.raw("<li class=\"kith-timeline__event\"><h")
            .number(params.heading_level)
            .raw(" class=\"kith-timeline__title\">")
            .text(event.title);
        m.raw("</h").number(params.heading_level).raw(">");
        if (!event.by.empty()) m.raw(" <p class=\"kith-timeline__by\">by ").text(event.by).raw("</p>");
        m.raw("<p class=\"kith-timeline__when\"><time").optional("datetime", event.datetime).raw(">").text(event.when).raw("</time></p>");
        m.html(event.description).raw("</li>");
    }
    return m.raw("</ol>").take();
}

Html empty_state(const EmptyState& params)
{
    Markup m;
    m.raw("<div class=\"kith-empty\"><p class=\"govuk-body\">").text(params.text).raw("</p>");
    if (!params.href.empty()) m.raw("<p class=\"govuk-body\">").html(link(params.link_text, params.href)).raw("</p>");
    return m.raw("</div>").take();
}

Html how_do_we_know(const HowDoWeKnow& params)
{
    SummaryList list{.classes = "govuk-summary-list--no-border"};
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    };
    add("How it is worked out", params.formula);
    add("Who is counted", params.population);
    add("As it stood on", params.as_of);
    add("Organisations", params.organisations);
    add("Coverage", params.coverage);
    add("Codes and mapping", params.mapping);
    for (const auto& [key, value] : params.more) list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    return details({.summary_text = "How do we know this?", .text = summary_list(list), .open = params.open});
}

Html filter_panel(const FilterPanel& params)
{
    Markup m;
    m.raw("<section class=\"kith-filter\" aria-label=\"Filters\"><h2 class=\"kith-filter__title\">Filters</h2>");
    if (!params.chosen.empty()) {
        m.raw("<ul class=\"kith-filter__chosen\">");
        for (const auto& chosen : params.chosen) {
            m.raw("<li><a class=\"kith-filter__tag\"").address("href", chosen.remove_href);
            m.raw("><span class=\"govuk-visually-hidden\">Remove this filter: </span>").text(chosen.text).raw("</a></li>");
        }
        if (!params.clear_href.empty()) m.raw("<li>").html(link("Clear filters", params.clear_href)).raw("</li>");
        m.raw("</ul>");
    }
    Markup inner;
    inner.raw("<div class=\"kith-filter__fields\">").html(params.fields).raw("</div>");
    inner.html(button({.text = params.button_text}));
    m.raw("<details class=\"kith-filter__fold\" open><summary class=\"kith-filter__summary\">Choose filters</summary>");
    m.html(form({.action = params.action, .method = "get", .hidden = params.hidden, .content = inner.take()}));
    return m.raw("</details></section>").take();
}

Html progress(const Progress& params)
{
    Markup m;
    m.raw("<div class=\"kith-progress\" data-module=\"kith-progress\"")
        .optional("id", params.id)
        .optional("data-events", params.events_href);
    m.raw("><progress aria-label=\"Progress\"");
    if (params.total > 0) m.raw(" max=\"").number(params.total).raw("\" value=\"").number(params.done).raw("\"");
    return m.raw("></progress><p role=\"status\">").text(params.words).raw("</p></div>").take();
}

}  // namespace kith::ui
