#include "workforce/wanted_pages.hpp"

#include "partnership/organisation_register.hpp"

namespace kith::workforce {

std::string label_of(const packs::Packs& packs, std::string_view list, std::string_view code)
{
    const auto* found = packs.has_list(list) ? packs.list(list).find(code) : nullptr;
    return found == nullptr ? std::string{code} : found->label;
}

WantedChoices choices_for(web::Visit& visit, const Sources& sources, const std::optional<OrganisationId>& given)
{
    WantedChoices choices{.packs = *sources.packs, .organisations = {}, .settings = {}, .localities = partnership::all_localities(visit.reader())};
    auto owner = given;
    if (!given) {
        choices.organisations = partnership::organisations_within(visit.reader(), visit.reach());
        if (choices.organisations.size() == 1) owner = choices.organisations.front().id;
        else if (const auto* chosen = by_code(choices.organisations, visit.form().text("organisation"))) owner = chosen->id;
    }
    choices.settings = owner ? partnership::settings_of(visit.reader(), *owner) : std::vector<partnership::Setting>{};
    return choices;
}

const partnership::Organisation* owner_in(web::Form& form, const WantedChoices& choices)
{
    const auto* owner = choices.organisations.size() == 1 ? &choices.organisations.front() : by_code(choices.organisations, form.text("organisation"));
    if (owner == nullptr) form.add({ProblemKind::unacceptable, "organisation", "Choose an organisation"});
    return owner;
}

void read_day(web::Form& form, const char* name, const char* label, std::optional<Date>& into)
{
    const auto day = form.optional_date(name, label);
    if (!day) form.add(day.error());
    else into = *day;
}

void fill_day(web::Form& form, const std::string& name, const std::optional<Date>& day)
{
    if (day) form.fill(name + "-day", std::to_string(day->day())).fill(name + "-month", std::to_string(day->month())).fill(name + "-year", std::to_string(day->year()));
}

Wanted read_wanted(web::Form& form, const WantedChoices& choices, bool needs_fte)
{
    Wanted wanted{.setting = {}, .locality = {}, .role_list = "roles", .role_code = form.text("role"), .contract = form.text("contract"), .fte = {}};
    if (choices.packs.list("roles").find(wanted.role_code) == nullptr) wanted.role_code.clear();
    if (choices.packs.list("contracts").find(wanted.contract) == nullptr) wanted.contract.clear();
    if (const auto* setting = by_code(choices.settings, form.text("setting"))) wanted.setting = setting->id;
    if (const auto* locality = by_code(choices.localities, form.text("locality"))) wanted.locality = locality->id;
    if (const auto fte = form.text("fte"); fte.empty()) {
        if (needs_fte) form.add({ProblemKind::unacceptable, "fte", "Enter the full-time equivalent: 1 for full time"});
    } else if (const auto parsed = Fte::parse(fte)) {
        wanted.fte = *parsed;
    } else {
        form.add({ProblemKind::unacceptable, "fte", "Full-time equivalent must be a number, for example 0.6"});
    }
    return wanted;
}

void fill_wanted(web::Form& form, const Wanted& wanted, const WantedChoices& choices)
{
    form.fill("role", wanted.role_code).fill("contract", wanted.contract);
    if (wanted.fte) form.fill("fte", wanted.fte->text());
    if (wanted.setting) if (const auto* setting = by_id(choices.settings, *wanted.setting)) form.fill("setting", setting->code);
    if (wanted.locality) if (const auto* locality = by_id(choices.localities, *wanted.locality)) form.fill("locality", locality->code);
}

}  // namespace kith::workforce
