#include "app/page_names.hpp"

#include <map>

namespace kith::app {

std::string page_name(std::string_view pattern)
{
    static const std::map<std::string_view, std::string_view> names{
        {"/staff", "the list of staff"},
        {"/staff/export.csv", "staff records, taken away in a file"},
        {"/staff/{record}", "a staff record with its history"},
        {"/staff/{record}/change", "a staff record, to change it"},
        {"/staff/{record}/change/{section}", "a staff record, to change it"},
        {"/staff/{record}/facts/{kind}", "a staff record, to change it"},
        {"/staff/{record}/end", "a staff record, to end a job"},
        {"/staff/several", "the list of staff, to change several"},
        {"/staff/confirm", "the list of staff, to confirm it"},
        {"/checks", "how many have the checks they need, place by place"},
        {"/checks/settings/{setting}", "the record of checks of a setting"},
        {"/checks/organisations/{organisation}", "the record of checks of an organisation"},
        {"kith export social-work-census", "the social work census, written at the command line"},
        {"/my-record", "their own record"},
        {"/my-record/{record}", "their own record"},
        {"/staff/{record}/held", "everything held about someone"},
        {"/staff/{record}/held.csv", "everything held about someone, taken away in a file"},
        {"/staff/{record}/held.json", "everything held about someone, taken away in a file"},
        {"/staff/{record}/erase", "the page that erases someone"},
        {"/corrections/{correction}", "a correction that someone asked for"},
        {"/who-works-here", "figures of who works here, with the rows behind them"},
        {"/who-works-here.csv", "figures of who works here, taken away in a file"},
        {"/returns/{return}", "a return and what it would change"},
        {"/returns/{return}/findings", "what was found in a return"},
        {"/returns/{return}/findings.csv", "what was found in a return, taken away in a file"},
        {"/returns/{return}/annotated.csv", "a return with its findings, taken away in a file"},
    };
    const auto found = names.find(pattern);
    return found == names.end() ? std::string{} : std::string{found->second};
}

}  // namespace kith::app
