#include "app/rooms.hpp"

#include "access/accounts.hpp"
#include "access/role_holders.hpp"
#include "app/every_kind.hpp"
#include "app/mail_settings.hpp"
#include "app/page_names.hpp"
#include "app/reference_pages.hpp"
#include "assessment/routes.hpp"
#include "census/routes.hpp"
#include "consultation/routes.hpp"
#include "governance/routes.hpp"
#include "money/routes.hpp"
#include "partnership/home_pages.hpp"
#include "partnership/organisation_register.hpp"
#include "partnership/routes.hpp"
#include "jobs/smtp.hpp"
#include "reception/routes.hpp"
#include "profile/routes.hpp"
#include "questionnaire/campaign_mail_register.hpp"
#include "questionnaire/routes.hpp"
#include "retention/routes.hpp"
#include "returns/return_jobs.hpp"
#include "returns/return_links.hpp"
#include "returns/routes.hpp"
#include "strategy/routes.hpp"
#include "ui/assets.hpp"
#include "upkeep/routes.hpp"
#include "web/house_pages.hpp"
#include "web/progress_pages.hpp"
#include "web/visit.hpp"
#include "workforce/record_owner_register.hpp"
#include "workforce/staff_register.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::app {
namespace {

returns::OrganisationName name_of(const partnership::Organisation& organisation)
{
    return {organisation.id, organisation.public_id, organisation.code, organisation.name, organisation.kind};
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

std::optional<std::string> name_of_account(db::Reader& reader, std::int64_t account)
{
    auto found = access::find_account(reader, access::AccountId{account});
    return found ? std::optional{found->name} : std::nullopt;
}

template <class Thing>
std::vector<reception::Place> places_of(const std::vector<Thing>& things)
{
    std::vector<reception::Place> places;
    for (const auto& thing : things) places.push_back({thing.id.value(), thing.name, thing.code});
    return places;
}

reception::Places places_for_reception()
{
    return {.organisations = [](db::Reader& reader) { return places_of(partnership::all_organisations(reader)); },
            .localities = [](db::Reader& reader) { return places_of(partnership::all_localities(reader)); },
            .staff_record = [](db::Reader& reader, access::OrganisationId organisation, std::string_view reference) {
                return workforce::find_staff_record(reader, organisation, reference);
            },
            .record_called = [](db::Reader& reader, access::OrganisationId organisation, std::string_view reference) -> Result<PublicId> {
                return workforce::public_id_of(reader, organisation, reference);
            }};
}

/// The sector by what it is called; its code where no list has it.
std::string sector_words(const packs::Packs& packs, const std::string& code)
{
    const auto* found = packs.list("sectors").find(code);
    return found == nullptr ? code : found->label;
}

questionnaire::Places places_for_campaigns(std::shared_ptr<const packs::Packs> packs)
{
    return {.organisations = [packs = std::move(packs)](db::Reader& reader) {
                std::vector<questionnaire::Partner> partners;
                for (const auto& organisation : partnership::all_organisations(reader)) partners.push_back({organisation.id, organisation.public_id, organisation.name, organisation.code, sector_words(*packs, organisation.sector), organisation.closed_on});
                return partners;
            },
            .localities = [](db::Reader& reader) {
                std::vector<questionnaire::Locality> localities;
                for (const auto& locality : partnership::all_localities(reader)) localities.push_back({locality.id, locality.code, locality.name});
                return localities;
            }};
}

std::vector<questionnaire::PossibleReader> readers_of_children(db::Reader& reader, Date today)
{
    std::vector<questionnaire::PossibleReader> readers;
    for (auto& holder : access::holders_of(reader, access::Permission::hear_children, today)) readers.push_back({holder.account, std::move(holder.name)});
    return readers;
}

/// Where someone signed in works: the organisation that a role of theirs is for, or the one that holds their record.
std::optional<access::OrganisationId> organisation_of(db::Reader& reader, const access::Viewer& viewer)
{
    for (const auto& grant : viewer.grants) {
        if (grant.scope.kind == access::ScopeKind::organisation) return access::OrganisationId{grant.scope.key};
        if (grant.scope.kind == access::ScopeKind::own_record) return workforce::owner_of_record(reader, access::StaffRecordId{grant.scope.key});
    }
    return std::nullopt;
}

/// Those who lead an organisation, by what their jobs are called. Not "admin" or "lead": they may be meant otherwise.
std::vector<reception::RoleTitle> job_titles()
{
    std::vector<reception::RoleTitle> titles{{"steward", access::Role::data_steward}};
    for (const auto* title : {"headteacher", "head teacher", "head of school", "nursery manager", "setting manager", "centre manager", "children's centre manager"})
        titles.push_back({title, access::Role::manager});
    return titles;
}

/// Each with its file and line.
std::string lines_of(const std::vector<packs::PackProblem>& problems)
{
    std::string lines;
    for (const auto& problem : problems) lines += fmt::format("{}, line {}: {}\n", problem.file, problem.line, problem.message);
    return lines;
}

}  // namespace

Rooms::Rooms(const Configuration& configuration, PackSet read, std::optional<db::SealingKey> key, std::function<Instant()> clock)
    : packs_(std::move(read.packs)), clock_(std::move(clock)), brand_(ui::brand_css(configuration.partnership.accent)), tally_(std::make_shared<workforce::TallyFeed>(workforce::role_mapping(packs_))), numbers_(workforce::number_keeper(key, db::secure_random)),
      returns_(std::make_shared<returns::Desk>(
          returns::Desk{.kinds = every_kind(packs_, numbers_), .organisations = organisations_for_returns(), .changes_href = "/organisations/changes"})),
      intake_{.packs = packs_, .desk = returns_, .numbers = numbers_}, scorecards_{.scorecards = std::make_shared<scorecards::ScorecardFeed>(packs_), .mails = !configuration.mail.server.empty()},
      reception_{.hasher = hasher_, .home = home_, .places = places_for_reception(), .key = key, .page_name = page_name, .contact = configuration.partnership.contact, .titles = job_titles()},
      campaigns_{.instruments = std::move(read.instruments), .places = places_for_campaigns(packs_), .readers = readers_of_children, .organisation_of = organisation_of, .contact = configuration.partnership.contact},
      assessment_{.desk = campaigns_}, profile_{.packs = packs_, .feed = tally_, .places = profile::places_of_the_house()}, strategy_{strategy_sources(references_, assessment_, profile_)}, annual_{annual_sources(packs_, assessment_, profile_)}, governance_{.money = money::lines_of_paper}
{
    questionnaire::add_home(home_, campaigns_);
    assessment::add_home(home_);
    assessment::add_references(references_, assessment_);
    strategy::add_home(home_);
    governance::add_home(home_);
    strategy::add_references(references_);
    consultation::add_references(references_);
    references_.add("page", access::Permission::see_workforce_figures, referred_page);
    returns::add_to_home(home_);
    scorecards::add_home(home_, scorecards_);
    upkeep::add_home(home_);
    workforce::add_home(home_);
    profile::add_home(home_);
    retention::add_home(home_);
    partnership::add_home(home_);
}

void Rooms::add_routes(web::Routes& routes)
{
    web::add_asset_routes(routes, brand_);
    web::add_health_routes(routes);
    web::add_progress_routes(routes);
    reception::add_routes(routes, reception_);
    routes.get("/reference", access::Permission::see_home, [this](web::Visit& visit) { return show_reference(visit, references_); }, {.on_worker = true});
    partnership::add_routes(routes, partnership_sources());
    returns::add_routes(routes, returns_);
    intake::add_routes(routes, intake_);
    upkeep::add_routes(routes, {.returns = returns_, .packs = packs_, .numbers = numbers_});
    census::add_routes(routes, packs_);
    scorecards::add_routes(routes, scorecards_);
    workforce::add_routes(routes, workforce_sources());
    profile::add_routes(routes, profile_);
    questionnaire::add_routes(routes, campaigns_);
    assessment::add_routes(routes, assessment_);
    strategy::add_routes(routes, strategy_);
    governance::add_routes(routes, governance_);
    money::add_routes(routes);
    consultation::add_routes(routes);
    annual::add_routes(routes, annual_);
    retention::add_routes(routes, {.packs = packs_, .numbers = numbers_});
}

/// What the pages of organisations show of the rooms above theirs.
partnership::Sources Rooms::partnership_sources() const
{
    auto sources = workforce::partnership_sources(packs_, tally_);
    sources.last_return = [](web::Visit& visit, access::OrganisationId organisation) -> std::optional<partnership::LastReturn> {
        auto latest = returns::latest_of(visit.reader(), visit.reach(access::Permission::see_returns), organisation);
        return latest ? std::optional{partnership::LastReturn{latest->words, latest->href}} : std::nullopt;
    };
    sources.account_name = name_of_account;
    sources.changed_by_hand = {"sharing_agreement", "correction", "post", "vacancy", "mapping", "child_population"};
    return sources;
}

/// What a staff record's history shows of returns and accounts.
workforce::Sources Rooms::workforce_sources() const
{
    return {.packs = packs_,
            .feed = tally_,
            .return_link = [](web::Visit& visit, std::int64_t return_id) -> std::optional<workforce::ReturnLink> {
                auto link = returns::link_to(visit.reader(), visit.reach(access::Permission::see_returns), returns::ReturnId{return_id});
                return link ? std::optional{workforce::ReturnLink{link->words, link->href}} : std::nullopt;
            },
            .upkeep = [](web::Visit& visit, std::optional<access::OrganisationId> organisation, const PublicId* record) -> std::vector<workforce::ReturnLink> {
                const auto reach = visit.reach(access::Permission::hand_in_returns);
                if (reach.is_nothing() || (organisation && !reach.covers(*organisation))) return {};
                if (record != nullptr) return {{"Change", "/staff/" + record->text() + "/change"}, {"End a job", "/staff/" + record->text() + "/end"}};
                return {{"Add a person", "/staff/new"}, {"Change several people", "/staff/several"}, {"Is this still right?", "/staff/confirm"}};
            },
            .account_name = name_of_account,
            .numbers = numbers_,
            .beside_record = retention::beside_record};
}

void Rooms::add_retention(jobs::Queue& queue, access::ReadLog* reads, bool automatic)
{
    retention::add_jobs(queue, {.packs = packs_, .reads = reads, .now = clock_, .automatic = automatic});
}

void Rooms::add_mail(jobs::Queue& queue, const Configuration::Mail& mail, const web::Settings& settings)
{
    if (mail.server.empty()) return;
    auto desk = std::make_shared<jobs::MailDesk>();
    desk->mailer = std::make_shared<jobs::SmtpMailer>(smtp_settings(mail, settings.partnership), clock_, db::secure_random);
    desk->site = settings.site;
    desk->partnership = settings.partnership;
    desk->address_of = [](db::Reader& reader, std::int64_t account) -> std::optional<std::string> {
        auto found = access::find_account(reader, access::AccountId{account});
        return found && found->is_open() ? std::optional{found->email.reveal()} : std::nullopt;
    };
    desk->now = clock_;
    reception::add_composers(*desk, reception_, settings.site, settings.partnership, db::secure_random);
    questionnaire::add_composers(*desk, campaigns_.instruments, settings.site, settings.partnership, db::secure_random);
    jobs::add_mail(queue, std::move(desk));
}

void Rooms::add_jobs(jobs::Queue& queue)
{
    returns::add_jobs(queue, returns_, clock_);
    scorecards::add_jobs(queue, scorecards_, clock_);
    strategy::add_jobs(queue, clock_);
}

std::vector<web::NavigationItem> Rooms::navigation() const
{
    using access::Permission;
    return {{"Home", "/", Permission::see_home},
            {"Who works here", "/who-works-here", Permission::see_workforce_figures},
            {"Profile", "/profile", Permission::see_workforce_figures},
            {"Staff", "/staff", Permission::see_staff},
            {"My record", "/my-record", Permission::see_own_record},
            {"Returns", "/returns", Permission::see_returns},
            {"Scorecards", "/scorecards", Permission::see_returns},
            {"Campaigns", "/campaigns", Permission::see_campaigns},
            {"Strategy", "/strategy", Permission::see_strategy},
            {"Organisations", "/organisations", Permission::see_organisations},
            {"Who to ring", "/who-to-ring", Permission::see_work_contacts},
            {"Accounts", "/accounts", Permission::manage_accounts}};
}

std::vector<ui::FooterLink> Rooms::footer() const
{
    return {{.text = "Help", .href = "/help"}, {.text = "Accessibility", .href = "/accessibility"}, {.text = "Privacy", .href = "/privacy"}};
}

Result<std::shared_ptr<const packs::Packs>> load_packs(const Configuration& configuration)
{
    auto files = configuration.packs_folder.empty() ? packs::built_in_files() : packs::files_with_override(configuration.packs_folder);
    auto loaded = packs::Packs::load(files);
    if (loaded) return std::make_shared<const packs::Packs>(std::move(*loaded));
    return unacceptable("packs", lines_of(loaded.error()));
}

Result<PackSet> load_pack_set(const Configuration& configuration)
{
    auto packs = load_packs(configuration);
    if (!packs) return std::unexpected(packs.error());
    const auto files = configuration.packs_folder.empty() ? questionnaire::built_in_instrument_files() : questionnaire::instrument_files_with_override(configuration.packs_folder);
    auto instruments = questionnaire::Instruments::load(files);
    if (!instruments) return unacceptable("packs", lines_of(instruments.error()));
    return PackSet{std::move(*packs), std::make_shared<const questionnaire::Instruments>(std::move(*instruments))};
}

}  // namespace kith::app
