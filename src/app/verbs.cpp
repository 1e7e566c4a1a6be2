#include "app/database_verbs.hpp"

namespace kith::app {

const std::vector<Verb>& verbs()
{
    static const std::vector<Verb> table{
        {"check-config", "", "Reads the configuration and says what it means, or what is wrong with it", {}, check_config},
        {"migrate", "", "Brings the database up to date with this program", {}, migrate},
    };
    return table;
}

}  // namespace kith::app
