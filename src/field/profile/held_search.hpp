#pragma once
// What a word typed into "Find a language or skill" may mean, and who holds it: languages, skills, qualifications and professional statuses by code, label or
// other name, spelled loosely. Pure.
#include "profile/ground.hpp"
#include "workforce/staff_fact.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::profile {

/// One code that a word may mean.
struct HeldThing {
    workforce::FactKind kind;
    const packs::Code* code;
    bool operator==(const HeldThing&) const = default;
};

struct FoundThings {
    std::vector<HeldThing> things;     ///< languages first, then skills, qualifications, statuses
    std::string why;                   ///< "Serbo-Croatian may mean Serbian, Croatian, Bosnian or Montenegrin"; empty where there is no more to it
    std::vector<std::string> nearest;  ///< labels spelled most like the word, three at most; only where nothing is called so
};

/// What `word` may mean: what is called exactly so; where nothing is, whatever has a part of its name beginning with each of the words ("trauma" finds
/// "Attachment and trauma"). Case, accents, hyphens and spaces do not count.
FoundThings find_things(std::string_view word, const packs::Packs& packs, packs::Era era);

/// "Serbian (language), Croatian (language)".
std::string things_in_words(const std::vector<HeldThing>& things, packs::Era era);

/// Staff of the question who hold any of them on its day, sorted; and how many of the rest report nothing of any of these kinds.
struct Holders {
    std::vector<std::int64_t> records;
    std::int64_t staff = 0;          ///< of the question
    std::int64_t none_reported = 0;
};
Holders who_holds(const Ground& ground, const std::vector<HeldThing>& things);
/// "Polish: Can work in it with families; Autism", of those things that the record holds on the day.
std::string held_in_words(const Ground& ground, const std::vector<HeldThing>& things, std::int64_t record);

}  // namespace kith::profile
