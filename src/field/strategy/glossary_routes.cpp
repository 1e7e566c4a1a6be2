#include "strategy/glossary_routes.hpp"

#include "base/text.hpp"
#include "strategy/glossary_register.hpp"
#include "ui/notices.hpp"
#include "ui/tables.hpp"

namespace kith::strategy {

ui::Html terms_on_page(web::Visit& visit, const packs::Packs& packs, const ui::Html& content)
{
    constexpr std::string_view own_page = "/terms";
    if (visit.request.target.path().starts_with(own_page)) return {};
    const auto words = abbreviations_in({text_of_markup(content.str())});
    if (words.empty()) return {};
    const auto terms = explained_terms(visit.reader(), packs);
    ui::SummaryList list{.rows = {}, .classes = "govuk-summary-list--no-border"};
    std::vector<std::string> found;
    for (const auto& word : words)
        if (const auto term = terms.find(word); term != terms.end()) {
            list.rows.push_back({.key = {.text = word}, .value = {.text = term->second}});
            found.push_back(word);
        }
    return found.empty() ? ui::Html{} : ui::details({.summary_text = "What " + joined(found, ", ") + (found.size() == 1 ? " means" : " mean"), .text = ui::summary_list(list)});
}

}  // namespace kith::strategy
