#include "app/export_verbs.hpp"

#include "access/read_log.hpp"
#include "app/clock.hpp"
#include "app/installation.hpp"
#include "app/rooms.hpp"
#include "base/text.hpp"
#include "census/csww_census.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/staff_register.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>

namespace kith::app {
namespace {

/// The order that the options give; a problem names the option.
Result<census::CensusOrder> census_order(const Arguments& arguments)
{
    census::CensusOrder order{.census_day = census::last_census_day(now().date_in_london()), .authority = arguments.option_or("authority", ""), .vacancies = {}, .made_at = now()};
    if (auto year = arguments.option("year")) {
        auto day = census::census_day_in(*year, now().date_in_london());
        if (!day) return std::unexpected(day.error());
        order.census_day = *day;
    }
    if (!order.authority.empty() && (order.authority.size() != 3 || order.authority.find_first_not_of("0123456789") != std::string::npos))
        return unacceptable("authority", "--authority takes the three digits that the Department for Education gives the local authority");
    if (auto vacancies = arguments.option("vacancies")) {
        auto number = Fte::parse(*vacancies);
        if (!number || number->thousandths() % 10 != 0) return unacceptable("vacancies", "--vacancies takes a number with at most two decimals, such as 3.5");
        order.vacancies = number->thousandths() / 10;
    }
    return order;
}

/// A new file, so that nothing is written over.
Result<void> write_new(const std::filesystem::path& path, std::string_view text)
{
    if (std::filesystem::exists(path)) return unacceptable("file", path.string() + " is there already. Name another file with --file");
    std::ofstream stream{path, std::ios::binary};
    stream << text << std::flush;
    return stream ? Result<void>{} : unacceptable("file", path.string() + " cannot be written. Check the folder, and that the disk has room");
}

std::string losses_in_words(const census::Census& census)
{
    std::map<std::tuple<census::LossKind, std::string>, std::pair<std::int64_t, std::string>> counts;
    for (const auto& loss : census.losses) {
        auto& [count, words] = counts[{loss.kind, loss.element}];
        if (count++ == 0) words = loss.words;
    }
    std::string text;
    for (const auto& [key, counted] : counts) text += fmt::format("  {:>6}  {}: {}\n          {}\n", counted.first, std::get<1>(key), census::words_for(std::get<0>(key)), counted.second);
    return text;
}

/// The audit of reads has it before a file is there.
void record_export(const Configuration& configuration, db::Reader& reader, const partnership::Organisation& organisation, const census::Census& census)
{
    access::ReadEntry entry{.account = {}, .at = now(), .kind = access::ReadKind::export_file, .route = "kith export social-work-census", .organisations = {organisation.id},
                            .staff_records = {}, .count = census.workers, .purpose = "social work census"};
    for (const auto& [record, id] : workforce::public_ids_of(reader, organisation.id)) entry.staff_records.push_back(id.text());
    auto database = open_read_log_database(configuration);
    access::ReadLog{database}.record_at_once(std::move(entry));
}

}  // namespace

int export_census(const Configuration& configuration, const Arguments& arguments)
{
    auto order = census_order(arguments);
    if (!order) return refuse(order.error());
    auto packs = load_packs(configuration);
    if (!packs) return refuse(packs.error());
    auto database = open_existing_database(configuration);
    if (!database) return refuse(database.error());
    db::Reader reader{*database};
    auto organisation = partnership::find_organisation_with_code(reader, arguments.option_or("organisation", ""));
    if (!organisation) return refuse({ProblemKind::unacceptable, "organisation", "Name the local authority by its code in Kith: --organisation CODE"});
    auto census = census::census_of(workforce::load_view(reader, organisation->id, {}), **packs, *order);
    if (!census) return refuse(census.error());
    record_export(configuration, reader, *organisation, *census);
    const std::filesystem::path path = arguments.option_or("file", fmt::format("social-work-census-{}.xml", order->census_day.year()));
    auto losses = path;
    losses.replace_extension(".losses.csv");
    for (const auto& [where, text] : {std::pair{path, census->xml}, std::pair{losses, census::losses_csv(*census)}})
        if (auto written = write_new(where, text); !written) return refuse(written.error());
    fmt::print("{}: {}, {} of them agency workers; {} left out.\n{}: what the register lacked, worker by worker. In short:\n{}", path.string(),
               counted(census->workers, "worker"), census->agency, census->left_out, losses.string(), losses_in_words(*census));
    return census->losses.empty() ? Exit::clean : Exit::findings;
}

}  // namespace kith::app
