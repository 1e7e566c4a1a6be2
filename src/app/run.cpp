#include "app/verb.hpp"
#include "db/error.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace kith::app {
namespace {

/// The verb that the first word, or the first two, name; moves past them.
const Verb* find_verb(const std::vector<std::string>& words, std::size_t& taken)
{
    for (const auto& verb : verbs()) {
        auto space = verb.name.find(' ');
        bool one = space == verb.name.npos && !words.empty() && words[0] == verb.name;
        bool two = space != verb.name.npos && words.size() > 1 && words[0] == verb.name.substr(0, space) && words[1] == verb.name.substr(space + 1);
        if (!one && !two) continue;
        taken = one ? 1 : 2;
        return &verb;
    }
    return nullptr;
}

bool asks_for_help(std::string_view word)
{
    return word == "help" || word == "--help" || word == "-h";
}

/// Lists the verbs whose first word is `word`, or all of them where it is empty; answers how many.
int list_verbs(std::string_view word)
{
    int listed = 0;
    for (const auto& verb : verbs()) {
        if (!word.empty() && verb.name.substr(0, verb.name.find(' ')) != word) continue;
        fmt::print("  kith {}{}{}\n      {}\n", verb.name, verb.usage.empty() ? "" : " ", verb.usage, verb.summary);
        ++listed;
    }
    return listed;
}

void print_help()
{
    fmt::print("kith: the workforce of a children's partnership, as one system\n\n");
    list_verbs({});
    fmt::print("\nEvery verb takes --config FILE (kith.toml where it is left out, if it is there).\n"
               "Exit codes: 0 clean, 1 something to look at, 2 not done.\n");
}

/// The configuration named, or kith.toml in this folder, or the defaults where there is none.
Result<Configuration> configuration_for(const Arguments& arguments)
{
    if (auto file = arguments.option("config")) return read_configuration(*file);
    if (std::filesystem::exists("kith.toml")) return read_configuration("kith.toml");
    return parse_configuration("", std::filesystem::current_path());
}

int run_verb(const Verb& verb, const std::vector<std::string>& words)
{
    auto accepts = verb.accepts;
    accepts.options.emplace_back("config");
    auto arguments = Arguments::read(words, accepts);
    if (!arguments) {
        refuse(arguments.error());
        fmt::print(stderr, "Usage: kith {} {}\n", verb.name, verb.usage);
        return Exit::refused;
    }
    auto configuration = configuration_for(*arguments);
    if (!configuration) return refuse(configuration.error());
    return verb.run(*configuration, *arguments);
}

}  // namespace

int refuse(const Problem& problem)
{
    fmt::print(stderr, "{}\n", problem.message);
    return Exit::refused;
}

int run(const std::vector<std::string>& words)
{
    if (words.empty() || (asks_for_help(words[0]) && words.size() == 1)) {
        print_help();
        return words.empty() ? Exit::refused : Exit::clean;
    }
    if (asks_for_help(words[0]) || (words.size() > 1 && asks_for_help(words.back()))) {
        const auto& asked = asks_for_help(words[0]) ? words[1] : words[0];
        if (list_verbs(asked) > 0) return Exit::clean;
    }
    std::size_t taken = 0;
    const auto* verb = find_verb(words, taken);
    if (verb == nullptr) {
        const auto wanted = words[0] + (words.size() > 1 ? " " + words[1] : "");
        if (list_verbs(words[0]) > 0) fmt::print(stderr, "kith has no verb \"{}\": these begin like it.\n", wanted);
        else fmt::print(stderr, "kith has no verb \"{}\". \"kith help\" lists them.\n", words[0]);
        return Exit::refused;
    }
    try {
        return run_verb(*verb, {words.begin() + static_cast<std::ptrdiff_t>(taken), words.end()});
    } catch (const db::DatabaseError& error) {
        fmt::print(stderr, "The database could not do it: {}\n", error.what());
    } catch (const std::filesystem::filesystem_error& error) {
        fmt::print(stderr, "{}: {}\n", error.path1().string(), error.code().message());
    } catch (const std::system_error& error) {
        fmt::print(stderr, "The system could not do it: {}\n", error.what());
    } catch (const std::logic_error& error) {
        fmt::print(stderr, "Kith made a mistake and changed nothing: {}\n", error.what());
    } catch (const std::exception& error) {
        fmt::print(stderr, "Kith could not go on: {}\n", error.what());
    }
    return Exit::refused;
}

}  // namespace kith::app
