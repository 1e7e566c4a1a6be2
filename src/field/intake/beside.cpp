#include "intake/beside.hpp"

#include "files/table.hpp"
#include "intake/workplace.hpp"

namespace kith::intake {
namespace {
using partnership::HeldPartnership;
using partnership::PartnershipPlan;

std::vector<std::string> codes_of(const packs::Packs& packs, std::string_view list)
{
    std::vector<std::string> codes;
    for (const auto& code : packs.list(list).codes()) codes.push_back(code.code);
    return codes;
}

template <class Map>
auto values_of(const Map& map)
{
    std::vector<typename Map::mapped_type> values;
    for (const auto& [key, value] : map) values.push_back(value);
    return values;
}

/// Lays plans over what is held, giving what is new an id below nought.
class Expectation {
public:
    explicit Expectation(HeldPartnership held) : held_(std::move(held)) {}
    const HeldPartnership& held() const { return held_; }
    bool expects_more() const { return last_id_ < 0; }

    void add(const PartnershipPlan& plan) { held_ = partnership::expected_after(std::move(held_), plan, last_id_); }

private:
    HeldPartnership held_;
    std::int64_t last_id_ = 0;
};

const partnership::Organisation* organisation_with(const HeldPartnership& held, std::optional<partnership::OrganisationId> id)
{
    for (const auto& [code, organisation] : held.organisations)
        if (id && organisation.id == *id) return &organisation;
    return nullptr;
}
bool is_known(const files::Table& header)
{
    return partnership::is_organisation_file(header) || partnership::is_setting_file(header) || recognise(header) != nullptr;
}
}  // namespace

partnership::KnownCodes known_codes(const packs::Packs& packs)
{
    return {codes_of(packs, "sectors"), codes_of(packs, "organisation_kinds"), codes_of(packs, "setting_kinds"), codes_of(packs, "return_frequencies"),
            codes_of(packs, "tiers"),   codes_of(packs, "deprivation_bands"),  codes_of(packs, "register_number_kinds")};
}

partnership::HeldPartnership held_with(const std::vector<const returns::File*>& beside, partnership::HeldPartnership held, const packs::Packs& packs, std::int64_t& last_id)
{
    const auto known = known_codes(packs);
    for (const auto* file : beside) {
        const auto table = files::CsvTable::read(file->bytes);
        if (table && partnership::is_organisation_file(*table)) {
            held = partnership::expected_after(held, partnership::plan_for(partnership::read_organisations(*table, known), held), last_id);
        }
    }
    for (const auto* file : beside) {
        const auto table = files::CsvTable::read(file->bytes);
        if (!table || !partnership::is_setting_file(*table)) continue;
        auto settings = partnership::read_settings(*table, known);
        held = partnership::expected_after(held, partnership::plan_for(settings, held), last_id);
    }
    return held;
}

PartnershipSeen partnership_with(const std::vector<const returns::File*>& beside, HeldPartnership held, const packs::Packs& packs,
                                 std::optional<partnership::OrganisationId> handed_in_for, Date today)
{
    Expectation expected{std::move(held)};
    std::vector<std::pair<const returns::File*, files::Table>> tables;
    for (const auto* file : beside)
        if (auto table = files::Table::read(file->bytes, {.limits = {}, .wanted = is_known, .sheet = {}})) tables.emplace_back(file, std::move(*table));
    const auto known = known_codes(packs);
    for (const auto& [file, table] : tables)
        if (partnership::is_organisation_file(table)) expected.add(partnership::plan_for(partnership::read_organisations(table, known), expected.held()));
    for (const auto& [file, table] : tables) {
        if (!partnership::is_setting_file(table)) continue;
        auto settings = partnership::read_settings(table, known);
        expected.add(partnership::plan_for(settings, expected.held()));
    }
    for (const auto& [file, table] : tables) {
        const auto* profile = recognise(table);
        if (profile == nullptr || profile->of != FileOf::workplaces) continue;
        const Surroundings surroundings{packs, today, values_of(expected.held().organisations), values_of(expected.held().settings),
                                        values_of(expected.held().localities), handed_in_for};
        const auto check = check_workplaces(file->name, file->bytes, surroundings);
        const auto owner = organisation_with(expected.held(), handed_in_for) != nullptr
                               ? std::optional{*organisation_with(expected.held(), handed_in_for)} : std::nullopt;
        if (check.refusal.empty()) expected.add(plan_for(check, expected.held(), packs, owner ? &*owner : nullptr));
    }
    return {values_of(expected.held().organisations), values_of(expected.held().settings), values_of(expected.held().localities),
            expected.expects_more()};
}

}  // namespace kith::intake
