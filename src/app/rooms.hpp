#pragma once
// The rooms above the ground, put together: what each is given, every route, every job, the main menu. The one place that knows
// them all; both the server and the command line's import stand on it.
#include "access/hasher.hpp"
#include "access/read_log.hpp"
#include "app/configuration.hpp"
#include "app/strategy_sources.hpp"
#include "db/sealed.hpp"
#include "intake/routes.hpp"
#include "governance/routes.hpp"
#include "jobs/queue.hpp"
#include "packs/packs.hpp"
#include "questionnaire/campaign_desk.hpp"
#include "reception/desk.hpp"
#include "returns/desk.hpp"
#include "scorecards/routes.hpp"
#include "ui/assets.hpp"
#include "web/home.hpp"
#include "web/house.hpp"
#include "web/references.hpp"
#include "web/routes.hpp"
#include "workforce/routes.hpp"
#include "workforce/staff_register.hpp"

#include <memory>
#include <optional>

namespace kith::app {

/// Everything that is read from packs at the start.
struct PackSet {
    std::shared_ptr<const packs::Packs> packs;
    std::shared_ptr<const questionnaire::Instruments> instruments;
};
/// As load_packs(), with the instruments in the program and those of the configured folder in their place or beside them.
Result<PackSet> load_pack_set(const Configuration& configuration);

class Rooms {
public:
    /// `key` seals National Insurance numbers; without one none is kept. `clock` is what the rooms take for now.
    Rooms(const Configuration& configuration, PackSet read, std::optional<db::SealingKey> key,
          std::function<Instant()> clock);
    Rooms(const Rooms&) = delete;
    Rooms& operator=(const Rooms&) = delete;

    /// Every page and form of the house. The rooms must live as long as the table.
    void add_routes(web::Routes& routes);
    /// Every job of the rooms, the sending of mail included. `settings` say where links in mails lead.
    void add_jobs(jobs::Queue& queue);
    void add_mail(jobs::Queue& queue, const Configuration::Mail& mail, const web::Settings& settings);
    /// The retention rules; where `automatic`, they are carried out every night. Without `reads` the audit of reads is left alone.
    void add_retention(jobs::Queue& queue, access::ReadLog* reads, bool automatic);
    std::vector<web::NavigationItem> navigation() const;
    std::vector<ui::FooterLink> footer() const;
    std::shared_ptr<const returns::Desk> returns_desk() const { return returns_; }
    access::Hasher& hasher() { return hasher_; }

private:
    partnership::Sources partnership_sources() const;
    workforce::Sources workforce_sources() const;

    std::shared_ptr<const packs::Packs> packs_;
    std::function<Instant()> clock_;
    access::Hasher hasher_;
    ui::BrandStylesheet brand_;
    std::shared_ptr<workforce::TallyFeed> tally_;
    workforce::NumberKeeper numbers_;
    web::Home home_;
    web::References references_;
    std::shared_ptr<const returns::Desk> returns_;
    intake::Sources intake_;
    scorecards::Sources scorecards_;
    reception::Desk reception_;
    questionnaire::CampaignDesk campaigns_;
    assessment::Sources assessment_;
    profile::Sources profile_;
    strategy::Sources strategy_;
    annual::Sources annual_;
    governance::Sources governance_;
};

/// The packs in the program, with those of the configured folder in their place; the problem names file and line.
Result<std::shared_ptr<const packs::Packs>> load_packs(const Configuration& configuration);

}  // namespace kith::app
