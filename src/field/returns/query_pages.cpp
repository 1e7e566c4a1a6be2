// Answering the queries of a return, one by one or a rule at a time.
#include "base/text.hpp"
#include "returns/query_store.hpp"
#include "returns/return_pages.hpp"
#include "returns/return_views.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"

#include <charconv>

namespace kith::returns {
namespace {

constexpr std::int64_t queries_shown = 100;
constexpr std::size_t longest_answer = 500;

/// The queries of the rule in the address; not found where the return has none of it.
Result<QueriesPage> page_of(web::Visit& visit, db::Reader& reader)
{
    const auto id = visit.public_id("return");
    if (!id) return std::unexpected(id.error());
    const auto handed_in = find_return(reader, *id, visit.reach());
    if (!handed_in) return std::unexpected(handed_in.error());
    QueriesPage page{.handed_in = *handed_in, .rule = visit.parameter("rule")};
    const auto counted = count_queries(reader, handed_in->id);
    const auto found = counted.find(page.rule);
    if (found == counted.end()) return not_found("Query");
    page.counted = found->second;
    page.queries = list_queries(reader, handed_in->id, page.rule, {0, queries_shown});
    page.may_decide = visit.reach(access::Permission::hand_in_returns).covers(access::Subject{.organisation = handed_in->organisation});
    page.words = visit.form().as_given("words");
    page.chosen = visit.form().all("query");
    page.words_error = visit.form().error("words");
    page.chosen_error = visit.form().error("query");
    return page;
}

std::string path_to(const QueriesPage& page) { return path_of(page.handed_in, "queries/" + page.rule); }

web::PageParts parts_of(const QueriesPage& page)
{
    return {.title = "Queries of rule " + page.rule, .back = path_of(page.handed_in), .nav = "/returns"};
}

ui::Html content_of(web::Visit& visit, const QueriesPage& page)
{
    ui::Html html = ui::paragraph(page.queries.front().finding.message, "govuk-body-l") + queries_about(page);
    if (!page.may_decide || !may_be_answered(page.handed_in.state)) return html;
    if (page.counted.answered > 0) html += ui::not_in_print(visit.in_form({.action = path_to(page) + "/again", .id = "again"}, open_again_button()));
    if (page.counted.open > 0) html += ui::not_in_print(visit.in_form({.action = path_to(page), .id = "answer"}, answer_fields(page)));
    return html;
}

/// The numbers ticked; none for all of them. Problems in "query".
Result<std::vector<std::int64_t>> chosen_in(const web::Form& form)
{
    std::vector<std::int64_t> numbers;
    for (const auto& text : form.all("query")) {
        if (text == "all") return std::vector<std::int64_t>{};
        std::int64_t number = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), number).ptr == text.data() + text.size() && !text.empty()) numbers.push_back(number);
    }
    if (numbers.empty()) return unacceptable("query", "Select the lines that are as they should be");
    return numbers;
}

Result<QueryAnswer> answer_in(web::Visit& visit)
{
    const auto words = visit.form().text("words");
    if (words.empty()) return unacceptable("words", "Enter why it is so");
    if (length_in_characters(words) > longest_answer) return unacceptable("words", "The reason must be 500 characters or fewer");
    return QueryAnswer{words, visit.now(), visit.viewer.account, visit.viewer.name};
}

web::Response done(web::Visit& visit, const QueriesPage& page, std::string title, std::string words, std::string banner)
{
    add_event(visit.writer(), page.handed_in.id, {visit.now(), visit.viewer.account, visit.viewer.name, std::move(title), std::move(words)});
    visit.writer().commit();
    return visit.redirect(path_of(page.handed_in), std::move(banner));
}

}  // namespace

web::Response queries_page(web::Visit& visit, const Desk&)
{
    const auto page = page_of(visit, visit.reader());
    if (!page) return visit.problem(page.error());
    return visit.page(parts_of(*page), content_of(visit, *page));
}

web::Response answer_queries_of_rule(web::Visit& visit, const Desk&)
{
    const auto page = page_of(visit, visit.writer());
    if (!page) return visit.problem(page.error());
    if (!may_be_answered(page->handed_in.state)) return conflict_page(visit, page->handed_in, after(page->handed_in.state, Step::take).error());
    const auto numbers = chosen_in(visit.form());
    if (!numbers) visit.form().add(numbers.error());
    const auto answer = answer_in(visit);
    if (!answer) visit.form().add(answer.error());
    if (visit.form().has_problems()) {
        const auto again = page_of(visit, visit.writer());
        return visit.try_again(parts_of(*again), content_of(visit, *again));
    }
    const auto answered = answer_queries(visit.writer(), page->handed_in.id, page->rule, *numbers, *answer);
    if (answered == 0) return conflict_page(visit, page->handed_in, {ProblemKind::conflict, {}, "These queries have been answered since you opened the page"});
    return done(visit, *page, "Answered " + counted(answered, "query", "queries") + " of rule " + page->rule, answer->words,
                answered == 1 ? "The query is answered" : "The queries are answered");
}

web::Response open_queries_again(web::Visit& visit, const Desk&)
{
    const auto page = page_of(visit, visit.writer());
    if (!page) return visit.problem(page.error());
    const auto opened = open_again(visit.writer(), page->handed_in.id, page->rule);
    return done(visit, *page, "Took back " + counted(opened, "answer") + " of rule " + page->rule, {}, "The queries are open again");
}

}  // namespace kith::returns
