#include "app/account_verbs.hpp"
#include "app/backtest_verb.hpp"
#include "app/child_population_verb.hpp"
#include "app/database_verbs.hpp"
#include "app/demo_verb.hpp"
#include "app/export_verbs.hpp"
#include "app/forecast_verb.hpp"
#include "app/import_verb.hpp"
#include "app/instrument_verb.hpp"
#include "app/made_people_verb.hpp"
#include "app/mapping_verbs.hpp"
#include "app/match_verb.hpp"
#include "app/retention_verb.hpp"
#include "app/server_verb.hpp"
#include "app/yearly_verb.hpp"

namespace kith::app {

const std::vector<Verb>& verbs()
{
    static const std::vector<Verb> table{
        {"serve", "", "Serves the pages until it is told to stop", {}, serve},
        {"import", "FILE... [--organisation CODE] [--mapping NAME] [--check|--accept] [--full] [--about YYYY-MM] [--last-day YYYY-MM-DD] [--confirm-ends] [--confirm-others] "
         "[--json]",
         "Checks files against the rules and the register and says what to mend; with --accept takes them in",
         {.options = {"organisation", "mapping", "about", "last-day"}, .switches = {"check", "accept", "full", "confirm-ends", "confirm-others", "json"}, .least = 1, .most = 10000}, import},
        {"mapping list", "[--organisation CODE]", "Names the layouts of extracts that Kith was told", {.options = {"organisation"}}, list_mappings},
        {"mapping draft", "EXTRACT [--organisation CODE] [--sheet NAME] [--file FILE]", "Guesses what an extract's columns and values mean, as a table to be put right",
         {.options = {"organisation", "sheet", "file"}, .least = 1, .most = 1}, draft_mapping},
        {"mapping keep", "TABLE [--organisation CODE]", "Keeps such a table as a mapping, or as the next version of the one of its name",
         {.options = {"organisation"}, .least = 1, .most = 1}, keep_mapping},
        {"mapping write", "NAME [--organisation CODE] [--version NUMBER] [--file FILE]", "Writes a mapping as a table",
         {.options = {"organisation", "version", "file"}, .least = 1, .most = 1}, write_mapping},
        {"mapping back", "NAME --version NUMBER [--organisation CODE]", "Goes back to an earlier version of a mapping",
         {.options = {"organisation", "version"}, .least = 1, .most = 1}, go_back_to_mapping},
        {"mapping losses", "NAME EXTRACT [--organisation CODE] [--file FILE]", "Says what a mapping leaves out of an extract, and which values become one",
         {.options = {"organisation", "file"}, .least = 2, .most = 2}, mapping_losses},
        {"child-population", "FILE [--check|--accept]", "Checks a file of how many children live where; with --accept takes it in",
         {.switches = {"check", "accept"}, .least = 1, .most = 1}, take_child_population},
        {"instrument check", "FILE...", "Reads questionnaires that the area wrote and says what is wrong with them, by line", {.least = 1, .most = 100}, check_instruments},
        {"match keep", "LOG [FILE...] [--schema FILE.toml] [--decide FILE.csv] [--withdraw NUMBER [--by NAME]] [--new-model [--even-so]] [--person NUMBER] [--threshold P] [--no-variants] [--pairs FILE] [--clusters FILE] [--explain ID ID] [--json]",
         "The same with a log: records may arrive later, decisions of clerks stay, and all of it is there again after a stop or a crash",
         {.options = {"schema", "decide", "withdraw", "by", "person", "threshold", "pairs", "clusters"}, .switches = {"explain", "json", "no-variants", "new-model", "even-so"}, .least = 1, .most = 100}, match_keep},
        {"match", "FILE... [--schema FILE.toml] [--threshold P] [--no-variants] [--pairs FILE] [--clusters FILE] [--evaluate COLUMN] [--explain ID ID] [--json]",
         "Says which records of files of people are one person's, and how sure that is",
         {.options = {"schema", "threshold", "pairs", "clusters", "evaluate"}, .switches = {"explain", "json", "no-variants"}, .least = 1, .most = 100}, match},
        {"forecast backtest", "FILE [--from YEAR] [--to YEAR] [--json]", "Says how far off forecasts from yearly counts would have been, from every year of a file of published indicators",
         {.options = {"from", "to"}, .switches = {"json"}, .least = 1, .most = 1}, forecast_backtest},
        {"forecast yearly", "FILE [--years NUMBER] [--of AUTHORITY] [--json]", "Says how many will be in post in each authority of such a file, with bands; of one authority also who must start and who leaves",
         {.options = {"years", "of"}, .switches = {"json"}, .least = 1, .most = 1}, forecast_yearly},
        {"forecast", "[--months NUMBER] [--group-by role,locality] [--scenario FILE.toml] [--runs NUMBER] [--seed NUMBER] [--json]", "Says how many will be at work, month by month from today, with bands and what they rest on",
         {.options = {"months", "group-by", "scenario", "runs", "seed"}, .switches = {"json"}}, forecast_workforce},
        {"made-people", "FILE [--records NUMBER] [--seed NUMBER] [--workers]", "Writes made records of children in families, or of workers, of whom it is known who is whom, to measure matching on",
         {.options = {"records", "seed"}, .switches = {"workers"}, .least = 1, .most = 1}, make_people_file},
        {"export social-work-census", "--organisation CODE [--year YEAR] [--authority NUMBER] [--vacancies NUMBER] [--file FILE]",
         "Writes the children's social work workforce census from the register, with a report of what the register lacks",
         {.options = {"organisation", "year", "authority", "vacancies", "file"}}, export_census},
        {"demo", "[--size small|large] [--seed NUMBER] [--files FOLDER]", "Makes a fictional area in a new database, as files through the importer",
         {.options = {"size", "seed", "files"}}, demo},
        {"check-config", "", "Reads the configuration and says what it means, or what is wrong with it", {}, check_config},
        {"migrate", "", "Brings the database up to date with this program", {}, migrate},
        {"audit verify", "[--head HEAD] [--reads-head HEAD]", "Works out again whether the register and the read log hold what was written",
         {.options = {"head", "reads-head"}}, verify_audit},
        {"retention", "[--run RULE|all]", "Says what the retention rules find due to be deleted; with --run deletes it", {.options = {"run"}}, keep_retention},
        {"backup", "FILE", "Writes a copy of the database while it is in use", {.least = 1, .most = 1}, back_up},
        {"restore", "FILE", "Puts a backup into an empty database and verifies it", {.least = 1, .most = 1}, restore},
        {"dump", "FILE", "Writes the database in a form that SQLite and PostgreSQL both take", {.least = 1, .most = 1}, dump},
        {"load", "FILE", "Fills an empty database from a dump and verifies it", {.least = 1, .most = 1}, load},
        {"user add", "EMAIL [--name NAME] [--role ROLE] [--organisation CODE | --locality CODE]",
         "Opens an account (an administrator's unless --role says otherwise) and shows its one-use code",
         {.options = {"name", "role", "organisation", "locality"}, .least = 1, .most = 1}, add_user},
        {"user reset", "EMAIL", "Ends the password and sessions of an account and shows a new one-use code", {.least = 1, .most = 1}, reset_user},
        {"user list", "", "Lists the accounts and the roles they hold today", {}, list_users},
    };
    return table;
}

}  // namespace kith::app
