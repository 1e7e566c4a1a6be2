#include "reception/messages_pages.hpp"

#include "base/text.hpp"
#include "db/transaction.hpp"
#include "jobs/inbox.hpp"
#include "ui/choices.hpp"
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"

namespace kith::reception {

namespace {

const web::PageParts choice_parts{.title = "How you are told things", .back = "/account"};

ui::Html message_table(const std::vector<jobs::HeldMessage>& messages, std::int64_t all)
{
    if (messages.empty()) return ui::empty_state({.text = "You have not been told anything yet."});
    ui::Table table{.head = {{.text = "What"}, {.text = "When"}}, .caption = counted(all, "message"), .caption_classes = "govuk-table__caption--m"};
    for (const auto& held : messages) {
        auto what = ui::link(held.message.title, held.message.link);
        if (!held.message.words.empty()) what += ui::element("br", ui::Content{}) + ui::text(held.message.words);
        table.rows.push_back({{.text = what}, {.text = held.at.in_words()}});
    }
    return ui::table(table);
}

ui::Html choice_form(web::Visit& visit, bool by_mail)
{
    ui::Radios radios{.fieldset = {.legend = {.text = "Where do you want to be told?", .classes = "govuk-fieldset__legend--m"}},
                      .name = "mail",
                      .items = {{.text = "By mail, and in my inbox here", .value = "yes", .hint = {.text = "Mail goes out only for what you have not read here within ten minutes"}},
                                {.text = "Only in my inbox here", .value = "no"}},
                      .value = by_mail ? "yes" : "no"};
    return ui::two_thirds(visit.in_form({.action = "/account/messages"}, ui::radios(radios) + ui::button({.text = "Save"})));
}

}  // namespace

web::Response list_messages(web::Visit& visit)
{
    const auto account = visit.viewer.account.value();
    const auto all = jobs::count_messages(visit.reader(), account);
    const auto number = web::page_asked_for(visit.request, all, 50);
    const auto messages = jobs::list_messages(visit.reader(), account, number.limit, number.offset);
    return visit.page({.title = "Messages", .breadcrumbs = {{"Home", "/"}}},
                      ui::two_thirds(message_table(messages, all)) + ui::pagination_of(number.page, number.pages, "/messages?page="));
}

web::Response show_mail_choice(web::Visit& visit)
{
    return visit.page(choice_parts, choice_form(visit, jobs::wants_mail(visit.reader(), visit.viewer.account.value())));
}

web::Response choose_mail(web::Visit& visit)
{
    const bool by_mail = visit.form().text("mail") == "yes";
    jobs::choose_mail(visit.writer(), visit.viewer.account.value(), by_mail);
    visit.writer().commit();
    return visit.redirect("/account", by_mail ? "You are told things by mail too" : "You are told things in your inbox only");
}

}  // namespace kith::reception
