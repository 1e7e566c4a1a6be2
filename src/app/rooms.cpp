#include "app/rooms.hpp"

#include "intake/every_kind.hpp"
#include "partnership/organisation_register.hpp"
#include "partnership/routes.hpp"
#include "reception/routes.hpp"
#include "returns/return_jobs.hpp"
#include "returns/routes.hpp"
#include "ui/assets.hpp"
#include "web/house_pages.hpp"
#include "web/progress_pages.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::app {
namespace {

returns::OrganisationName name_of(const partnership::Organisation& organisation)
{
    return {organisation.id, organisation.public_id, organisation.code, organisation.name};
}

/// Returns and reception may not know the partnership room; this is how they ask it.
returns::Organisations organisations_for_returns()
{
    return {.list =
                [](db::Reader& reader, const access::Reach& reach) {
                    std::vector<returns::OrganisationName> names;
                    for (const auto& organisation : partnership::all_organisations(reader))
                        if (reach.covers({.organisation = organisation.id})) names.push_back(name_of(organisation));
                    return names;
                },
            .find = [](db::Reader& reader, std::string_view text) -> std::optional<returns::OrganisationName> {
                auto id = PublicId::parse(text);
                auto found = id ? partnership::find_organisation(reader, *id) : partnership::find_organisation_with_code(reader, text);
                return found ? std::optional{name_of(*found)} : std::nullopt;
            }};
}

template <class Thing>
std::vector<reception::Place> places_of(const std::vector<Thing>& things)
{
    std::vector<reception::Place> places;
    for (const auto& thing : things) places.push_back({thing.id.value(), thing.name});
    return places;
}

reception::Places places_for_reception()
{
    return {.organisations = [](db::Reader& reader) { return places_of(partnership::all_organisations(reader)); },
            .localities = [](db::Reader& reader) { return places_of(partnership::all_localities(reader)); }};
}

/// National Insurance numbers by the house's key, each sealed to its own column.
workforce::NumberKeeper keeper_of(std::optional<db::SealingKey> given)
{
    if (!given) return {};
    static constexpr std::string_view column = "staff_record.national_insurance";
    auto key = std::make_shared<const db::SealingKey>(*given);
    return {.seal = [key](const NationalInsuranceNumber& number) { return key->seal(number.reveal(), column, db::secure_random); },
            .open = [key](const db::Bytes& sealed) -> std::optional<NationalInsuranceNumber> {
                auto text = key->open(sealed, column);
                auto number = text ? NationalInsuranceNumber::parse(*text) : std::unexpected(text.error());
                return number ? std::optional{*number} : std::nullopt;
            },
            .blind_index = [key](const NationalInsuranceNumber& number) { return key->blind_index(number.without_suffix(), column); }};
}

/// A role as reported, as Kith's own; empty where no mapping answers it.
workforce::RoleMapping role_mapping(std::shared_ptr<const packs::Packs> packs)
{
    return [packs = std::move(packs)](std::string_view list, std::string_view code) -> std::string {
        if (list == "roles") return std::string{code};
        const auto* mapping = packs->mapping_between(list, "roles");
        return mapping == nullptr ? std::string{} : std::string{mapping->apply(code)};
    };
}

}  // namespace

Rooms::Rooms(const Configuration& configuration, std::shared_ptr<const packs::Packs> packs, std::optional<db::SealingKey> key, std::function<Instant()> clock)
    : packs_(std::move(packs)), clock_(std::move(clock)), brand_(ui::brand_css(configuration.partnership.accent)), tally_(role_mapping(packs_)),
      returns_(std::make_shared<returns::Desk>(
          returns::Desk{.kinds = intake::every_kind(packs_, keeper_of(std::move(key))), .organisations = organisations_for_returns()})),
      reception_{.hasher = hasher_, .home = home_, .places = places_for_reception(), .contact = configuration.partnership.contact}
{
    returns::add_to_home(home_);
}

void Rooms::add_routes(web::Routes& routes)
{
    web::add_asset_routes(routes, brand_);
    web::add_health_routes(routes);
    web::add_progress_routes(routes);
    reception::add_routes(routes, reception_);
    partnership::add_routes(routes, partnership_sources());
    returns::add_routes(routes, returns_);
}

/// What the pages of organisations show of the rooms above theirs.
partnership::Sources Rooms::partnership_sources()
{
    return {.packs = packs_, .recorded = [this](db::Reader& reader) {
                std::unordered_map<access::OrganisationId, partnership::Recorded> recorded;
                for (const auto& [organisation, state] : tally_.up_to_date(reader)->organisations)
                    recorded[organisation] = {.records = state.records, .last_at = state.last_at};
                return recorded;
            }};
}

void Rooms::add_jobs(jobs::Queue& queue) { returns::add_jobs(queue, returns_, clock_); }

std::vector<web::NavigationItem> Rooms::navigation() const
{
    using access::Permission;
    return {{"Home", "/", Permission::see_home},
            {"Organisations", "/organisations", Permission::see_organisations},
            {"Returns", "/returns", Permission::see_returns},
            {"Staff", "/staff", Permission::see_staff},
            {"Who works here", "/workforce", Permission::see_workforce_figures}};
}

std::vector<ui::FooterLink> Rooms::footer() const
{
    return {{.text = "Accessibility", .href = "/accessibility"}, {.text = "Privacy", .href = "/privacy"}};
}

Result<std::shared_ptr<const packs::Packs>> load_packs(const Configuration& configuration)
{
    auto files = configuration.packs_folder.empty() ? packs::built_in_files() : packs::files_with_override(configuration.packs_folder);
    auto loaded = packs::Packs::load(files);
    if (loaded) return std::make_shared<const packs::Packs>(std::move(*loaded));
    std::string lines;
    for (const auto& problem : loaded.error()) lines += fmt::format("{}, line {}: {}\n", problem.file, problem.line, problem.message);
    return unacceptable("packs", lines);
}

}  // namespace kith::app
