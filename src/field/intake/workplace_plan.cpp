// What a checked workplace file would write to the partnership's register.
#include "intake/workplace.hpp"

namespace kith::intake {
namespace {
using partnership::Organisation;
using partnership::PartnershipPlan;
using partnership::Setting;

/// The code that a code of the data set becomes by a mapping; empty where it becomes none.
std::string mapped(const packs::Packs& packs, std::string_view mapping, const Said<const packs::Code*>& code)
{
    return code ? std::string{packs.mapping(mapping).apply((*code)->code)} : std::string{};
}

Setting setting_of(const Workplace& row, const packs::Packs& packs, const Setting* held)
{
    Setting setting = held != nullptr ? *held : Setting{};
    setting.code = *row.code;
    setting.name = *row.name;
    if (row.postcode) setting.postcode = row.postcode->text();
    if (auto kind = mapped(packs, "asc-wds-2019-main-services-to-setting-kinds", row.main_service); !kind.empty()) setting.kind = kind;
    else if (setting.kind.empty()) setting.kind = "other";
    return setting;
}

Organisation organisation_of(const Workplace& row, const packs::Packs& packs, const Organisation* held)
{
    Organisation organisation = held != nullptr ? *held : Organisation{};
    organisation.code = *row.code;
    organisation.name = *row.name;
    if (organisation.sector.empty()) organisation.sector = "social_family_community";
    if (auto kind = mapped(packs, "asc-wds-2019-establishment-types-to-organisation-kinds", row.establishment_type); !kind.empty()) organisation.kind = kind;
    else if (organisation.kind.empty()) organisation.kind = "care_provider";
    auto ownership = mapped(packs, "asc-wds-2019-establishment-types-to-ownership", row.establishment_type);
    if (!ownership.empty()) organisation.ownership = partnership::parse_ownership(ownership).value_or(organisation.ownership);
    else if (held == nullptr) organisation.ownership = partnership::Ownership::pvi;
    if (row.declared_total) organisation.expected_headcount = *row.declared_total;
    return organisation;
}

template <class Key, class Value>
const Value* find(const std::map<Key, Value>& held, const Key& key)
{
    auto found = held.find(key);
    return found == held.end() ? nullptr : &found->second;
}
}  // namespace

PartnershipPlan plan_for(const WorkplaceCheck& check, const partnership::HeldPartnership& held, const packs::Packs& packs, const Organisation* handed_in_for)
{
    PartnershipPlan plan;
    for (const auto& row : check.rows) {
        if (!row.taken) continue;
        bool changes = false;
        if (handed_in_for == nullptr) {
            const auto* known = find(held.organisations, *row.code);
            auto organisation = organisation_of(row, packs, known);
            changes = known == nullptr || organisation != *known;
            if (known == nullptr) plan.new_organisations.push_back(std::move(organisation));
            else if (changes) plan.changed_organisations.push_back(std::move(organisation));
        }
        const auto& owner = handed_in_for != nullptr ? handed_in_for->code : *row.code;
        const auto* known = find(held.settings, {owner, *row.code});
        PartnershipPlan::PlannedSetting planned{.setting = setting_of(row, packs, known), .organisation_code = owner, .locality_code = {}};
        if (known == nullptr) plan.new_settings.push_back(std::move(planned));
        else if (planned.setting != *known) plan.changed_settings.push_back(std::move(planned));
        else if (!changes) ++plan.unchanged;
    }
    return plan;
}

}  // namespace kith::intake
