#pragma once
// A verb of the command line: what it is called, what it takes, what it does. verbs.cpp holds the table of them all.
#include "app/arguments.hpp"
#include "app/configuration.hpp"

#include <string_view>
#include <vector>

namespace kith::app {

/// What the shell is told: clean, something to look at, not done.
enum Exit : int { clean = 0, findings = 1, refused = 2 };

struct Verb {
    std::string_view name;     ///< "import", or two words: "audit verify"
    std::string_view usage;    ///< what follows the name: "FILE... [--organisation CODE] [--check|--accept] [--json]"
    std::string_view summary;  ///< one line for the list
    Accepts accepts;           ///< every verb takes --config FILE besides
    int (*run)(const Configuration& configuration, const Arguments& arguments);
};

/// Every verb, in the order of the help.
const std::vector<Verb>& verbs();

/// Reads the words of a command line, finds the verb and runs it. Problems and failures end here, as one sentence on standard
/// error and exit code 2; what a failure was in detail goes nowhere else, since it may hold personal data.
int run(const std::vector<std::string>& words);

/// Prints the problem's sentence to standard error; exit code 2.
int refuse(const Problem& problem);

}  // namespace kith::app
