#pragma once
// Under which names a code may stand in an extract: those of its own list, and those of every list of the packs that a mapping answers with it.
// Nothing is offered for one word that names a rank and no work: a site manager is no senior manager. For mapping_values.cpp.
#include "intake/mapping_values.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith::intake {

/// One word that says how high someone stands and not what they do: "Manager".
bool is_rank(std::string_view name);

class ValueNames {
public:
    /// `list`: of the codes; null for places, which have the names of `choices` only.
    ValueNames(const std::vector<Choice>& choices, const packs::CodeList* list, const packs::Packs& packs);

    /// The same name; a name that another list has for it; either without what stands behind it (a level, a grade, brackets); a longer name at the
    /// end of the value; the same words misspelt. Else nothing, with the reason where one is known.
    ValueGuess guess(std::string_view value) const;

private:
    struct Named {
        std::string code;  ///< empty: a list knows the name, and nothing answers it
        std::string why;
        bool is_disputed = false;  ///< lists answer it differently
    };
    void add(std::string_view name, const Named& named);
    void add_list(const packs::Mapping& mapping, const packs::CodeList& from);
    ValueGuess same(std::string_view value) const;
    ValueGuess at_the_end(std::string_view value) const;
    ValueGuess misspelt(std::string_view value) const;

    const packs::CodeList* list_;
    std::unordered_map<std::string, std::string> own_;     ///< by key: codes of the list itself
    std::unordered_map<std::string, Named> elsewhere_;     ///< by key: names of other lists
    std::vector<std::pair<std::string, Named>> of_words_;  ///< names of two words or more, as words with a space around each
    std::vector<Choice> choices_;
};

}  // namespace kith::intake
