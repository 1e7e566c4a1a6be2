#pragma once
// Accounts as pages show them: one's own, and an administrator's view of anyone's. Private to this room.
#include "access/accounts.hpp"
#include "access/role_changes.hpp"
#include "reception/scope_words.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

namespace kith::reception {

/// What one's own page shows.
struct OwnAccount {
    access::Account account;
    std::vector<std::string> roles;  ///< in words
    bool second_step = false;
    bool by_mail = true;
    bool mails = false;  ///< mail is set up
};
/// `everywhere` is the form that ends all other sessions.
ui::Html own_account(const OwnAccount& own, const ui::Html& everywhere);
ui::Html change_password_fields(const web::Form& form);

/// One page of the list. `pages` is the pagination below it.
ui::Html account_list(const std::vector<access::Account>& accounts, const std::map<access::AccountId, std::vector<access::Grant>>& grants,
                      ScopeWords& words, std::int64_t all, const ui::Html& pages);
ui::Html new_account_fields(const web::Form& form);
/// The code, shown this once.
ui::Html code_to_hand_over(const access::Opened& opened, bool is_new);

struct AccountFile {
    access::Account account;
    std::vector<access::HeldGrant> grants;
    std::vector<access::AccountEvent> events;
    bool second_step = false;
};
/// `open_again` is the form that opens a closed account; empty while it is open.
ui::Html account_of_someone(const AccountFile& file, ScopeWords& words, Date today, const ui::Html& open_again);
/// Who gave or ended which role, newest first.
ui::Html role_change_list(const std::vector<access::RoleChange>& changes, ScopeWords& words, std::int64_t all);
/// "/accounts/06fz..." and what is below it.
std::string account_path(const access::Account& account, std::string_view rest = {});

}  // namespace kith::reception
