#pragma once
// The words of a command line: names without dashes, options with a value, switches. Knows nothing of any verb.
#include "base/result.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::app {

/// What a verb takes. Options are written "--name VALUE" or "--name=VALUE", switches "--name".
struct Accepts {
    std::vector<std::string_view> options;
    std::vector<std::string_view> switches;
    std::size_t least = 0;  ///< fewest plain words
    std::size_t most = 0;   ///< most plain words
};

class Arguments {
public:
    /// The words after the verb, or a problem naming the word that the verb does not take. "--" ends the options.
    static Result<Arguments> read(const std::vector<std::string>& words, const Accepts& accepts);

    const std::vector<std::string>& words() const { return words_; }
    bool has(std::string_view name) const { return switches_.contains(name); }
    std::optional<std::string> option(std::string_view name) const;
    /// An option that is a whole number from 1 to `most`; `otherwise` where it is not given.
    Result<std::int64_t> number(std::string_view name, std::int64_t otherwise, std::int64_t most) const;
    std::string option_or(std::string_view name, std::string otherwise) const { return option(name).value_or(std::move(otherwise)); }

private:
    std::vector<std::string> words_;
    std::map<std::string, std::string, std::less<>> options_;
    std::map<std::string, bool, std::less<>> switches_;
};

}  // namespace kith::app
