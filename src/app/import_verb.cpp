#include "app/import_verb.hpp"

#include "app/clock.hpp"
#include "app/installation.hpp"
#include "app/rooms.hpp"
#include "returns/file_import.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace kith::app {
namespace {

/// What the command line says of every file: --full, --about, --last-day.
Result<returns::Speaks> speaks_in(const Arguments& arguments, Date today)
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
    auto packs = load_pack_set(configuration);
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
                                         .confirm_others = arguments.has("confirm-others"),
                                         .speaks = *speaks,
                                         .json = arguments.has("json")},
                                        now);
    fmt::print("{}", answer.text);
    return answer.exit_code;
}

}  // namespace kith::app
