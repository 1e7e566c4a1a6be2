#pragma once
// What the pages of vacancies and of posts share: names for codes and keys, what their forms choose from, and reading and filling what both ask.
// Private to the room.
#include "web/visit.hpp"
#include "workforce/routes.hpp"
#include "workforce/vacancy.hpp"
#include "workforce/wanted_views.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace kith::workforce {

template <class Things>
const typename Things::value_type* by_id(const Things& things, auto id)
{
    const auto found = std::ranges::find_if(things, [&](const auto& thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

template <class Things>
const typename Things::value_type* by_code(const Things& things, std::string_view code)
{
    const auto found = std::ranges::find_if(things, [&](const auto& thing) { return thing.code == code; });
    return found == things.end() ? nullptr : &*found;
}

std::string label_of(const packs::Packs& packs, std::string_view list, std::string_view code);

/// For the organisation given (that of the thing that is changed), or for those that the form may name.
WantedChoices choices_for(web::Visit& visit, const Sources& sources, const std::optional<OrganisationId>& given);
/// The organisation that the form names, or the only one there is; where there is none, that is a problem of the form.
const partnership::Organisation* owner_in(web::Form& form, const WantedChoices& choices);

/// What `wanted_fields` asked; problems go onto the form.
Wanted read_wanted(web::Form& form, const WantedChoices& choices, bool needs_fte);
void fill_wanted(web::Form& form, const Wanted& wanted, const WantedChoices& choices);

void read_day(web::Form& form, const char* name, const char* label, std::optional<Date>& into);
void fill_day(web::Form& form, const std::string& name, const std::optional<Date>& day);

}  // namespace kith::workforce
