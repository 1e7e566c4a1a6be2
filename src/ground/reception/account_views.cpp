#include "reception/account_views.hpp"

#include "base/text.hpp"
#include "reception/fields_views.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

namespace kith::reception {

namespace {

ui::SummaryRow fact(std::string key, ui::Content value)
{
    return {.key = {.text = std::move(key)}, .value = {.text = std::move(value)}};
}

std::string capitalised(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string at_or(const std::optional<Instant>& at, std::string otherwise)
{
    return at ? at->in_words() : std::move(otherwise);
}

ui::Html state_of(const access::Account& account)
{
    if (!account.is_open()) return ui::tag({.text = "Closed", .classes = "govuk-tag--grey"});
    if (!account.has_password) return ui::tag({.text = "Not used yet", .classes = "govuk-tag--yellow"});
    return ui::tag({.text = "Open", .classes = "govuk-tag--green"});
}

std::string role_path(const access::Account& account, access::GrantId grant)
{
    return account_path(account, "/roles/" + std::to_string(grant.value()) + "/end");
}

ui::Html role_table(const AccountFile& file, ScopeWords& words, Date today)
{
    if (file.grants.empty()) return ui::empty_state({.text = "This account has no role yet, so its holder sees only their own account."});
    ui::Table table{.head = {{.text = "Role"}, {.text = "Where"}, {.text = "When"}, {.text = ui::visually_hidden("What you can do")}},
                    .caption = "Roles",
                    .caption_classes = "govuk-visually-hidden"};
    for (const auto& held : file.grants) {
        const auto label = std::string{access::row_of(held.grant.role).label};
        const bool over = held.period.to && *held.period.to < today;
        table.rows.push_back({{.text = label},
                              {.text = capitalised(words.of(held.grant.scope))},
                              {.text = in_words(held.period)},
                              {.text = over ? ui::Content{"Ended"}
                                            : ui::Content{ui::link_about("End", "the role " + label, role_path(file.account, held.id))}}});
    }
    return ui::scrollable_table(table);
}

ui::Html journal(const std::vector<access::AccountEvent>& events, ScopeWords& words)
{
    ui::Timeline timeline{.heading_level = 3};
    for (const auto& event : events) {
        timeline.events.push_back({.title = event.what,
                                   .by = event.by,
                                   .when = event.at.in_words(),
                                   .datetime = event.at.iso(),
                                   .description = (event.detail.empty() ? ui::Html{} : ui::paragraph(words.of_journal(event.detail))) +
                                                  (event.reason.empty() ? ui::Html{} : ui::paragraph("Why: " + event.reason))});
    }
    return ui::timeline(timeline);
}

}  // namespace

std::string account_path(const access::Account& account, std::string_view rest)
{
    return "/accounts/" + account.public_id.text() + std::string{rest};
}

ui::Html own_account(const OwnAccount& own, const ui::Html& everywhere)
{
    const auto& account = own.account;
    const auto changed = [](std::string key, std::string value, std::string href, std::string about) {
        return ui::SummaryRow{.key = {.text = std::move(key)},
                              .value = {.text = std::move(value)},
                              .actions = {.items = {{.href = std::move(href), .text = "Change", .visually_hidden_text = std::move(about)}}}};
    };
    std::vector<ui::Content> lines{own.roles.begin(), own.roles.end()};
    const auto roles_shown = lines.empty() ? ui::Content{"None yet. Ask your administrator for one"} : ui::Content{ui::bullets(lines)};
    ui::SummaryList facts{.rows = {fact("Name", account.name), fact("Email address", account.email.reveal()), fact("Roles", roles_shown)}};
    facts.rows.push_back(changed("Password", "Only its hash is kept", "/account/password", "password"));
    facts.rows.push_back(changed("Second step", own.second_step ? "On" : "Off", "/account/second-step", "second step"));
    if (own.mails) facts.rows.push_back(changed("Messages", own.by_mail ? "By mail too" : "In your inbox only", "/account/messages", "how you are told things"));
    return ui::two_thirds(ui::summary_list(facts) + ui::heading(2, "Other browsers", "m") +
                          ui::paragraph("If you left a browser signed in somewhere, or lost a phone, sign it out from here.") + everywhere);
}

ui::Html change_password_fields(const web::Form& form)
{
    return password_field(form, {.name = "present", .label = "Current password"}) +
           password_field(form, {.name = "password",
                                 .label = "New password",
                                 .hint = "12 characters or more. Three words that do not belong together are easy to remember and hard to guess",
                                 .is_new = true}) +
           ui::button({.text = "Change password"});
}

ui::Html account_list(const std::vector<access::Account>& accounts, const std::map<access::AccountId, std::vector<access::Grant>>& grants,
                      ScopeWords& words, std::int64_t all, const ui::Html& pages)
{
    ui::Table table{.head = {{.text = "Who"}, {.text = "Roles"}, {.text = "Last signed in"}, {.text = "State"}},
                    .caption = counted(all, "account"),
                    .caption_classes = "govuk-table__caption--m"};
    for (const auto& account : accounts) {
        std::vector<ui::Content> roles;
        if (const auto held = grants.find(account.id); held != grants.end()) {
            for (const auto& grant : held->second) roles.emplace_back(words.of(grant));
        }
        table.rows.push_back({{.text = ui::link(account.name, account_path(account)) + ui::element("br", ui::Content{}) +
                                       ui::element("span", {{"class", "govuk-hint kith-long-words"}}, account.email.reveal())},
                              {.text = roles.empty() ? ui::Content{"None"} : roles.size() == 1 ? roles.front() : ui::Content{ui::bullets(roles)}},
                              {.text = account.signed_in_at ? account.signed_in_at->date_in_london().in_short() : "Never"},
                              {.text = state_of(account)}});
    }
    const auto ways = ui::button_group({ui::button({.text = "Open an account", .href = "/accounts/new"}),
                                        ui::button({.text = "Invite people", .href = "/invitations/new", .classes = "govuk-button--secondary"}),
                                        ui::link("Who gave which role", "/accounts/changes")});
    return ui::not_in_print(ways) + ui::scrollable_table(table) + pages;
}

ui::Html new_account_fields(const web::Form& form)
{
    return text_field(form, {.name = "name", .label = "Name", .hint = "As they wish to be called", .autocomplete = "off"}) +
           text_field(form, {.name = "email", .label = "Email address", .type = "email", .autocomplete = "off"}) +
           ui::button({.text = "Open account", .prevent_double_click = true});
}

ui::Html code_to_hand_over(const access::Opened& opened, bool is_new)
{
    return ui::panel({.title_text = is_new ? "Account opened" : "Account reset",
                      .text = ui::text("The sign-in code is") + ui::element("br", ui::Content{}) + ui::strong(opened.code)}) +
           ui::warning_text({.text = "This code is shown only now. Hand it over yourself, by telephone or in person, and not by email."}) +
           ui::paragraph("With it they go to " + std::string{"“Sign in with a code you were given”"} +
                         " on the sign-in page and choose a password. It works once, until " + opened.code_ends_at.in_words() + ".") +
           ui::paragraph(ui::link(is_new ? "Go on to give the account a role" : "Back to the account", "/accounts/" + opened.public_id.text()));
}

ui::Html account_of_someone(const AccountFile& file, ScopeWords& words, Date today, const ui::Html& open_again)
{
    const auto& account = file.account;
    ui::SummaryList facts;
    facts.rows.push_back({.key = {.text = "Name"},
                          .value = {.text = account.name},
                          .actions = {.items = {{.href = account_path(account, "/name"), .text = "Change", .visually_hidden_text = "name"}}}});
    facts.rows.push_back(fact("Email address", account.email.reveal()));
    facts.rows.push_back(fact("State", state_of(account)));
    facts.rows.push_back({.key = {.text = "Second step"}, .value = {.text = file.second_step ? "On" : "Off"}});
    if (file.second_step) {
        facts.rows.back().actions = {.items = {{.href = account_path(account, "/second-step"), .text = "Remove", .visually_hidden_text = "second step"}}};
    }
    facts.rows.push_back(fact("Opened", account.opened_at.in_words()));
    facts.rows.push_back(fact("Last signed in", at_or(account.signed_in_at, "Never")));
    if (account.closed_at) facts.rows.push_back(fact("Closed", account.closed_at->in_words()));

    ui::Html html = ui::summary_list(facts);
    if (account.is_open()) {
        html += ui::not_in_print(ui::button_group(
            {ui::button({.text = "Reset account", .href = account_path(account, "/reset"), .classes = "govuk-button--secondary"}),
             ui::button({.text = "Close account", .href = account_path(account, "/close"), .classes = "govuk-button--secondary"})}));
    } else {
        html += ui::not_in_print(open_again);
    }
    html += ui::heading(2, "Roles", "m") + role_table(file, words, today);
    html += ui::not_in_print(ui::button({.text = "Give a role", .href = account_path(account, "/roles/new")}));
    html += ui::paragraph(ui::link("See what this account has looked at", "/read-audit?account=" + account.public_id.text()));
    return html + ui::heading(2, "What happened to this account", "m") + journal(file.events, words);
}

ui::Html role_change_list(const std::vector<access::RoleChange>& changes, ScopeWords& words, std::int64_t all)
{
    if (changes.empty()) return ui::empty_state({.text = "No role was given or ended in these days."});
    ui::Table table{.head = {{.text = "When"}, {.text = "Whose"}, {.text = "What"}, {.text = "Role"}, {.text = "By"}, {.text = "Why"}},
                    .caption = counted(all, "change"),
                    .caption_classes = "govuk-table__caption--m",
                    .classes = "govuk-table--small-text-until-tablet"};
    for (const auto& [event, account, name] : changes) {
        table.rows.push_back({{.text = event.at.in_words()},
                              {.text = ui::link(name, "/accounts/" + account.text())},
                              {.text = event.what},
                              {.text = words.of_journal(event.detail)},
                              {.text = event.by},
                              {.text = event.reason.empty() ? "No reason was given" : event.reason}});
    }
    return ui::scrollable_table(table);
}

}  // namespace kith::reception
