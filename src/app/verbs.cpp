#include "app/account_verbs.hpp"
#include "app/database_verbs.hpp"

namespace kith::app {

const std::vector<Verb>& verbs()
{
    static const std::vector<Verb> table{
        {"check-config", "", "Reads the configuration and says what it means, or what is wrong with it", {}, check_config},
        {"migrate", "", "Brings the database up to date with this program", {}, migrate},
        {"user add", "EMAIL [--name NAME] [--role ROLE] [--organisation CODE | --locality CODE]",
         "Opens an account (an administrator's unless --role says otherwise) and shows its one-use code",
         {.options = {"name", "role", "organisation", "locality"}, .least = 1, .most = 1}, add_user},
        {"user reset", "EMAIL", "Ends the password and sessions of an account and shows a new one-use code", {.least = 1, .most = 1}, reset_user},
        {"user list", "", "Lists the accounts and the roles they hold today", {}, list_users},
    };
    return table;
}

}  // namespace kith::app
