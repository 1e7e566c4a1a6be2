#pragma once
// Made-up names by where they come from, as frequent and as rare as names are, for made records of people. No real person's.
#include "app/dice.hpp"

#include <array>
#include <string>
#include <string_view>

namespace kith::app {

/// Where a family's names come from. The first stands for names of Britain and Ireland.
enum class NameOrigin : std::uint8_t { british, south_asian_muslim, indian, polish, romanian, west_african, arabic_and_somali, chinese, turkish, portuguese };
inline constexpr std::size_t name_origins = 10;
std::string_view code_of(NameOrigin origin);
/// As frequent as in a mixed English city: about two thirds British, and so on. Source: a design choice after the 2021 census' ethnic groups.
NameOrigin an_origin(Dice& dice);

/// A first name, in the commonest spelling; frequent ones more often.
std::string a_forename(Dice& dice, NameOrigin origin, bool is_girl);
/// A surname. A part of them is put together from two pieces, as most families have rare names.
std::string a_surname(Dice& dice, NameOrigin origin);

/// Another spelling of a name that comes from another script, or the name itself: Mohammed and Muhammad, Hussain and Hussein, Kowalska and Kowalski.
std::string another_spelling(Dice& dice, const std::string& name);
/// What somebody is called at home: Bill of William; the name itself where none is known.
std::string a_short_form(Dice& dice, const std::string& name);

}  // namespace kith::app
