#include "app/account_verbs.hpp"

#include "access/accounts.hpp"
#include "access/second_step.hpp"
#include "app/clock.hpp"
#include "app/installation.hpp"
#include "partnership/organisation_register.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::app {
namespace {

std::string role_names()
{
    std::string names;
    for (const auto& row : access::role_table()) names += fmt::format("{}{}", names.empty() ? "" : ", ", row.name);
    return names;
}

/// Where the role is to reach: the area, or what --organisation or --locality names by its code.
Result<access::Scope> scope_from(db::Reader& reader, access::ScopeKind kind, const Arguments& arguments)
{
    if (kind == access::ScopeKind::area) return access::Scope::area();
    if (kind == access::ScopeKind::organisation) {
        auto code = arguments.option("organisation");
        if (!code) return unacceptable("organisation", "This role reaches one organisation: name it with --organisation CODE");
        auto organisation = partnership::find_organisation_with_code(reader, *code);
        if (!organisation) return std::unexpected(organisation.error());
        return access::Scope::organisation(organisation->id);
    }
    if (kind == access::ScopeKind::locality) {
        auto code = arguments.option("locality");
        if (!code) return unacceptable("locality", "This role reaches one locality: name it with --locality CODE");
        auto localities = partnership::all_localities(reader);
        auto found = std::ranges::find(localities, *code, &partnership::Locality::code);
        if (found == localities.end()) return not_found("Locality");
        return access::Scope::locality(found->id);
    }
    return unacceptable("role", "A role that reaches one's own record is given on the page of the record's organisation");
}

Result<access::Grant> grant_from(db::Reader& reader, const Arguments& arguments)
{
    auto name = arguments.option_or("role", "administrator");
    auto role = access::role_named(name);
    if (!role) return unacceptable("role", fmt::format("\"{}\" is no role. Roles are: {}", name, role_names()));
    auto scope = scope_from(reader, access::row_of(*role).scope, arguments);
    if (!scope) return std::unexpected(scope.error());
    return access::Grant{*role, *scope};
}

int show_code(const access::Opened& opened, std::string_view email)
{
    fmt::print("One-use code for {}: {}\nIt can be used until {}, on the sign-in page, to choose a password. It is not shown again.\n", email,
               opened.code, opened.code_ends_at.in_words());
    return Exit::clean;
}

}  // namespace

int add_user(const Configuration& configuration, const Arguments& arguments)
{
    auto database = open_current_database(configuration);
    db::Writer writer{database};
    auto grant = grant_from(writer, arguments);
    if (!grant) return refuse(grant.error());
    const auto& email = arguments.words().front();
    access::NewAccount wanted{.email = email, .name = arguments.option_or("name", email), .grants = {*grant}};
    auto opened = access::create_account(writer, wanted, {}, {}, db::secure_random, now());
    if (!opened) return refuse(opened.error());
    writer.commit();
    return show_code(*opened, email);
}

int reset_user(const Configuration& configuration, const Arguments& arguments)
{
    auto email = EmailAddress::parse(arguments.words().front());
    if (!email) return refuse(email.error());
    auto database = open_existing_database(configuration);
    if (!database) return refuse(database.error());
    db::Writer writer{*database};
    auto account = access::find_account_by_email(writer, *email);
    if (!account) return refuse(account.error());
    auto opened = access::reset_account(writer, account->id, {}, {}, db::secure_random, now());
    if (!opened) return refuse(opened.error());
    // Whoever has the database has the last word: the last administrator may have lost the phone too.
    if (access::second_step_of(writer, account->id).on) {
        if (auto removed = access::remove_second_step(writer, account->id, {}, now()); !removed) return refuse(removed.error());
    }
    writer.commit();
    return show_code(*opened, email->reveal());
}

int list_users(const Configuration& configuration, const Arguments&)
{
    auto database = open_existing_database(configuration);
    if (!database) return refuse(database.error());
    db::Reader reader{*database};
    constexpr int page = 500;
    for (int from = 0;; from += page) {
        auto accounts = access::list_accounts(reader, page, from);
        for (const auto& account : accounts) {
            std::string roles;
            for (const auto& grant : access::grants_on(reader, account.id, now().date_in_london()))
                roles += fmt::format("{}{}", roles.empty() ? "" : ", ", access::row_of(grant.role).name);
            fmt::print("{:40} {:30} {}{}\n", account.email.reveal(), account.name, roles, account.is_open() ? "" : " (closed)");
        }
        if (accounts.size() < page) return Exit::clean;
    }
}

}  // namespace kith::app
