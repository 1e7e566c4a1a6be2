#include "app/demo_verb.hpp"

#include "access/accounts.hpp"
#include "app/clock.hpp"
#include "app/installation.hpp"
#include "app/rooms.hpp"
#include "app/sample.hpp"
#include "base/text.hpp"
#include "partnership/organisation_register.hpp"
#include "returns/file_import.hpp"
#include "workforce/staff_register.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>

namespace kith::app {
namespace {

constexpr std::string_view sample_area = "Westmere";

/// One account for each role, each in the scope that shows most of it.
struct SampleAccount {
    std::string_view email;
    std::string_view name;
    access::Role role;
    std::string_view place;  ///< code of the organisation or locality, or reference of the staff record, by the role's scope
};
constexpr std::array sample_accounts{
    SampleAccount{"administrator@westmere.example", "Avery Brook", access::Role::administrator, ""},
    SampleAccount{"lead@westmere.example", "Rowan Field", access::Role::workforce_lead, ""},
    SampleAccount{"northgate@westmere.example", "Ellis Marsh", access::Role::locality_lead, "L1"},
    SampleAccount{"school.office@westmere.example", "Jules Heath", access::Role::data_steward, "PRI03"},
    SampleAccount{"nursery@westmere.example", "Kit Lane", access::Role::manager, "NUR01"},
    SampleAccount{"worker@westmere.example", "Sam Moor", access::Role::practitioner, "COU01-0001"},
    SampleAccount{"board@westmere.example", "Frances Vale", access::Role::board_member, ""},
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
        std::ofstream out{folder / file.name, std::ios::binary};
        out << file.text;
        if (!out.flush()) return conflict((folder / file.name).string() + " could not be written");
    }
    return {};
}

/// The files that one hand would send together: those of the partnership, then those of each organisation.
std::vector<returns::ImportOrder> orders_for(const Sample& sample)
{
    std::vector<returns::ImportOrder> orders;
    for (const auto& file : sample.files) {
        if (file.faulty) continue;
        if (orders.empty() || orders.back().organisation != file.organisation) orders.push_back({.organisation = file.organisation, .accept = true});
        orders.back().files.push_back({file.name, file.text});
    }
    return orders;
}

Result<void> import_all(db::Database& database, const returns::Desk& desk, const Sample& sample)
{
    for (const auto& order : orders_for(sample)) {
        auto answer = returns::import_files(database, desk, order, now);
        if (answer.exit_code == Exit::refused) return conflict("The sample was not taken:\n" + answer.text);
    }
    return {};
}

/// The return with faults: handed in and checked, and left waiting for its steward.
Result<void> leave_waiting(db::Database& database, const returns::Desk& desk, const SampleFile& sample)
{
    returns::File file{sample.name, sample.text};
    const auto* kind = returns::recognise(desk.kinds, file.bytes);
    returns::ReturnId id;
    {
        db::Writer writer{database};
        auto organisation = partnership::find_organisation_with_code(writer, sample.organisation);
        if (kind == nullptr || !organisation) return conflict("The sample's faulty return was not recognised");
        id = returns::receive(writer, {.file = file, .kind = kind->id, .organisation = organisation->id,
                                       .by = {.account = {}, .words = "the command line", .kind = "command line"}, .now = now()}).id;
        writer.commit();
    }
    auto checked = returns::check_return(database, desk, id, now);
    if (!checked) return std::unexpected(checked.error());
    return {};
}

Result<access::Scope> scope_of(db::Reader& reader, const SampleAccount& account)
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
        auto organisation = partnership::find_organisation_with_code(reader, account.place.substr(0, account.place.find('-')));
        if (!organisation) return std::unexpected(organisation.error());
        auto record = workforce::find_staff_record(reader, organisation->id, account.place);
        if (!record) return not_found("Staff record");
        return access::Scope::own_record(*record);
    }
    }
    return not_found("Scope");
}

/// The holder of one's own record is called as the record says: its row in the sample's files.
std::string name_for(const SampleAccount& account, const Sample& sample)
{
    if (access::row_of(account.role).scope != access::ScopeKind::own_record) return std::string{account.name};
    for (const auto& file : sample.files) {
        for (auto line : split(file.text, '\n')) {
            const auto cells = split(line, ',');
            if (cells.size() > 3 && cells[1] == account.place) return fmt::format("{} {}", cells[3], cells[2]);
        }
    }
    return std::string{account.name};
}

Result<void> open_accounts(db::Database& database, const Sample& sample)
{
    db::Writer writer{database};
    for (const auto& account : sample_accounts) {
        auto scope = scope_of(writer, account);
        if (!scope) return std::unexpected(scope.error());
        auto opened = access::create_account(writer, {.email = std::string{account.email}, .name = name_for(account, sample), .grants = {{account.role, *scope}}},
                                             {}, {}, db::secure_random, now());
        if (!opened) return std::unexpected(opened.error());
    }
    writer.commit();
    return {};
}

Result<void> name_area(db::Database& database)
{
    db::Writer writer{database};
    if (!partnership::all_organisations(writer).empty()) return conflict("There are organisations in this database already: the sample goes into a new one");
    db::ChangeSet changes{writer, now(), {.account = {}, .actor = "command line"}, "The sample area is named"};
    auto area = partnership::add(changes, partnership::Area{.name = std::string{sample_area}}, now());
    if (!area) return std::unexpected(area.error());
    writer.commit();
    return {};
}

Result<void> make_sample(db::Database& database, const returns::Desk& desk, const Sample& sample)
{
    if (auto named = name_area(database); !named) return named;
    if (auto imported = import_all(database, desk, sample); !imported) return imported;
    if (auto accounts = open_accounts(database, sample); !accounts) return accounts;
    return leave_waiting(database, desk, sample.files.back());
}

}  // namespace

int demo(const Configuration& configuration, const Arguments& arguments)
{
    auto seed = seed_from(arguments);
    if (!seed) return refuse(seed.error());
    auto packs = load_packs(configuration);
    if (!packs) return refuse(packs.error());
    auto sample = compose_sample(*seed, now().date_in_london());
    if (auto folder = arguments.option("files")) {
        if (auto written = write_files(sample, *folder); !written) return refuse(written.error());
    }
    auto database = open_current_database(configuration);
    auto key = sealing_key(configuration, database);
    if (!key) return refuse(key.error());
    Rooms rooms{configuration, *packs, *key, now};
    if (auto made = make_sample(database, *rooms.returns_desk(), sample); !made) return refuse(made.error());
    fmt::print("A fictional area, from seed {}: {} organisations, {} staff records, {} files through the importer.\n", sample.seed, sample.organisations,
               sample.staff, sample.files.size());
    return Exit::clean;
}

/// What the command line says of every file: --full, --about, --last-day.
static Result<returns::Speaks> speaks_in(const Arguments& arguments, Date today)
{
    returns::Speaks speaks{.act = arguments.has("full") ? returns::Act::full : returns::Act::changes, .about = {}, .last_day = {}};
    if (const auto about = arguments.option_or("about", ""); !about.empty()) {
        speaks.about = returns::period_of(about, today);
        if (!speaks.about) return unacceptable("about", "Give the month that the file is for as --about 2026-10");
    }
    if (const auto last_day = arguments.option_or("last-day", ""); !last_day.empty()) {
        const auto day = Date::parse_iso(last_day);
        if (!day || *day > today) return unacceptable("last-day", "Give the last day of those whom the file leaves out as --last-day 2026-10-31, not after today");
        speaks.last_day = *day;
    }
    return speaks;
}

namespace {

/// A file is held in memory while it is checked, several times over; a million rows of staff take some 120 MB.
constexpr std::uintmax_t largest_file = 512ull << 20;

Result<void> check_sizes(const std::vector<std::string>& paths)
{
    for (const auto& path : paths) {
        std::error_code unreadable;  // reading it says so
        if (const auto size = std::filesystem::file_size(path, unreadable); !unreadable && size > largest_file)
            return unacceptable("files", path + " is larger than 512 MB, more than is checked at once. Split it into several files");
    }
    return {};
}

}  // namespace

int import(const Configuration& configuration, const Arguments& arguments)
{
    if (arguments.has("check") && arguments.has("accept")) return refuse({ProblemKind::unacceptable, "accept", "Choose --check or --accept, not both"});
    auto packs = load_packs(configuration);
    if (!packs) return refuse(packs.error());
    if (const auto fits = check_sizes(arguments.words()); !fits) return refuse(fits.error());
    auto files = returns::read_files({arguments.words().begin(), arguments.words().end()});
    if (!files) return refuse(files.error());
    auto speaks = speaks_in(arguments, now().date_in_london());
    if (!speaks) return refuse(speaks.error());
    auto opened = open_existing_database(configuration);
    if (!opened) return refuse(opened.error());
    auto& database = *opened;
    auto key = sealing_key(configuration, database);
    if (!key) return refuse(key.error());
    Rooms rooms{configuration, *packs, *key, now};
    auto answer = returns::import_files(database, *rooms.returns_desk(),
                                        {.files = std::move(*files),
                                         .mapping = arguments.option_or("mapping", ""),
                                         .organisation = arguments.option_or("organisation", ""),
                                         .accept = arguments.has("accept"),
                                         .confirm_ends = arguments.has("confirm-ends"),
                                         .speaks = *speaks,
                                         .json = arguments.has("json")},
                                        now);
    fmt::print("{}", answer.text);
    return answer.exit_code;
}

}  // namespace kith::app
