#pragma once
// Which languages a word may mean when someone looks for a person who speaks it: "Serbo-Croatian" finds Serbian, Croatian, Bosnian and
// Montenegrin. Pure: a word and the packs in, codes with labels out.
#include "packs/packs.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::profile {

/// Codes of the list "languages" that a word may mean.
struct FoundLanguages {
    std::vector<const packs::Code*> languages;  ///< the one of that very name first
    const packs::Code* group = nullptr;         ///< of the list "language_groups": why there are more; null where there is none
    /// "Serbo-Croatian may mean Serbian, Croatian, Bosnian or Montenegrin"; empty where there is no group.
    std::string in_words() const;
};

/// The languages that a word names, alone or as one of a group: by code, label or other name, whatever the case, accents, hyphens and spaces;
/// the word "language" behind it does not count. Nothing where nobody calls a language so. Source of the groups: ISO 639-3, macrolanguages.
FoundLanguages find_languages(std::string_view word, const packs::Packs& packs);

}  // namespace kith::profile
