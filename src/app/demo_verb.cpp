#include "app/demo_verb.hpp"

#include "access/accounts.hpp"
#include "app/clock.hpp"
#include "app/installation.hpp"
#include "app/rooms.hpp"
#include "app/sample_campaigns.hpp"
#include "app/sample_chasing.hpp"
#include "app/sample_handing_in.hpp"
#include "app/sample_boards.hpp"
#include "app/sample_public.hpp"
#include "app/sample_strategy.hpp"
#include "db/migrations.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/staff_register.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <fstream>

namespace kith::app {
namespace {

/// One account for each role, each in the scope that shows most of it.
struct SampleAccount {
    std::string_view email;
    std::string_view name;
    access::Role role;
    std::string_view place;  ///< code of the organisation or locality, or of the employer of whoever sees their own record, by the role's scope
};
constexpr std::string_view lead_address = "lead@westmere.example", board_address = "board@westmere.example", locality_address = "northgate@westmere.example", nursery_address = "nursery@westmere.example";
constexpr std::array sample_accounts{
    SampleAccount{"administrator@westmere.example", "Avery Brook", access::Role::administrator, ""},
    SampleAccount{lead_address, "Rowan Field", access::Role::workforce_lead, ""},
    SampleAccount{locality_address, "Ellis Marsh", access::Role::locality_lead, "L1"},
    SampleAccount{"school.office@westmere.example", "Jules Heath", access::Role::data_steward, "PRI03"},
    SampleAccount{nursery_address, "Kit Lane", access::Role::manager, "NUR01"},
    SampleAccount{"worker@westmere.example", "Sam Moor", access::Role::practitioner, "COU01"},
    SampleAccount{board_address, "Frances Vale", access::Role::board_member, ""},
};

Result<std::uint64_t> seed_from(const Arguments& arguments)
{
    auto text = arguments.option_or("seed", "2026");
    std::uint64_t seed = 0;
    auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (fault != std::errc{} || end != text.data() + text.size()) return unacceptable("seed", "--seed takes a whole number");
    return seed;
}

/// Writes the sample's files into `folder`, so that whoever tries the sample can hand them in again by hand.
Result<void> write_files(const Sample& sample, const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    for (const auto& file : sample.files) {
        if (file.text.empty()) continue;  // nothing was handed in: the organisation said that nothing has changed
        std::ofstream out{folder / file.name, std::ios::binary};
        out << file.text;
        if (!out.flush()) return conflict((folder / file.name).string() + " could not be written");
    }
    std::ofstream{folder / "children.csv", std::ios::binary} << sample.children;
    return {};
}

Result<access::Scope> scope_of(db::Reader& reader, const SampleAccount& account, const std::string& worker)
{
    switch (access::row_of(account.role).scope) {
    case access::ScopeKind::area: return access::Scope::area();
    case access::ScopeKind::organisation: {
        auto organisation = partnership::find_organisation_with_code(reader, account.place);
        if (!organisation) return std::unexpected(organisation.error());
        return access::Scope::organisation(organisation->id);
    }
    case access::ScopeKind::locality: {
        for (const auto& locality : partnership::all_localities(reader))
            if (locality.code == account.place) return access::Scope::locality(locality.id);
        return not_found("Locality");
    }
    case access::ScopeKind::own_record: {
        auto organisation = partnership::find_organisation_with_code(reader, account.place);
        if (!organisation) return std::unexpected(organisation.error());
        auto record = workforce::find_staff_record(reader, organisation->id, worker);
        if (!record) return not_found("Staff record");
        return access::Scope::own_record(*record);
    }
    }
    return not_found("Scope");
}

Result<void> open_accounts(db::Database& database, const Sample& sample)
{
    db::Writer writer{database};
    for (const auto& account : sample_accounts) {
        auto scope = scope_of(writer, account, sample.worker);
        if (!scope) return std::unexpected(scope.error());
        const bool is_worker = access::row_of(account.role).scope == access::ScopeKind::own_record;  // called as the record says
        auto name = is_worker ? sample.worker_name : std::string{account.name};
        auto opened = access::create_account(writer, {.email = std::string{account.email}, .name = std::move(name), .grants = {{account.role, *scope}}},
                                             {}, {}, db::secure_random, now());
        if (!opened) return std::unexpected(opened.error());
    }
    writer.commit();
    return {};
}

Result<SampleSize> size_from(const Arguments& arguments)
{
    const auto size = arguments.option_or("size", "small");
    if (size == "small") return SampleSize::small;
    if (size == "large") return SampleSize::large;
    return unacceptable("size", "--size is small or large");
}

/// Says what a stage was and how long it took.
class Stages {
public:
    void say(const std::string& words)
    {
        const auto now = std::chrono::steady_clock::now();
        fmt::print("{:6.2f} s  {}\n", std::chrono::duration<double>(now - last_).count(), words);
        std::fflush(stdout);
        last_ = now;
    }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

/// The database of the configuration, up to date. Whoever loses a sample to a power cut makes it again, so nothing waits for the disk.
db::Database open_for_sample(const Configuration& configuration)
{
    auto options = database_options(configuration);
    options.durable = false;
    auto database = db::Database::open(std::move(options));
    db::migrate(database, now());
    return database;
}

}  // namespace

int demo(const Configuration& configuration, const Arguments& arguments)
{
    auto seed = seed_from(arguments);
    if (!seed) return refuse(seed.error());
    auto size = size_from(arguments);
    if (!size) return refuse(size.error());
    auto packs = load_pack_set(configuration);
    if (!packs) return refuse(packs.error());
    Stages stages;
    auto sample = compose_sample(*seed, now().date_in_london(), *size);
    stages.say("the area and its people composed");
    if (auto folder = arguments.option("files")) {
        if (auto written = write_files(sample, *folder); !written) return refuse(written.error());
        stages.say("files written");
    }
    auto database = open_for_sample(configuration);
    auto key = sealing_key(configuration, database);
    if (!key) return refuse(key.error());
    Rooms rooms{configuration, *packs, *key, now};
    stages.say("database made");
    auto made = hand_in(database, *rooms.returns_desk(), *packs->packs, sample, [&](const std::string& words) { stages.say(words); });
    if (!made) return refuse(made.error());
    if (auto accounts = open_accounts(database, sample); !accounts) return refuse(accounts.error());
    if (auto chased = chase_the_late(database, packs->packs, lead_address, now()); !chased) return refuse(chased.error());
    if (auto asked = put_questions(database, *packs->instruments, *seed, lead_address, now()); !asked) return refuse(asked.error());
    if (auto lived = live_with_strategy(database, {.lead = lead_address, .locality = locality_address, .nursery = nursery_address}, now()); !lived) return refuse(lived.error());
    if (auto lived = live_with_boards(database, board_address, now()); !lived) return refuse(lived.error());
    if (auto told = tell_the_public(database, lead_address, now()); !told) return refuse(told.error());
    stages.say("campaigns opened and answered, the strategy lived with");
    fmt::print("A fictional area, from seed {}: {} organisations in {} localities, {} staff records, {} of them of people in post, {} returns through the importer.\n",
               sample.seed, sample.organisations, sample.localities, sample.staff, sample.in_post, sample.files.size());
    return Exit::clean;
}

}  // namespace kith::app
