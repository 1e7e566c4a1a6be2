#include "app/mapping_verbs.hpp"

#include "app/clock.hpp"
#include "app/installation.hpp"
#include "app/rooms.hpp"
#include "app/whole_file.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "intake/mapped_kind.hpp"
#include "intake/mapping_draft.hpp"
#include "intake/mapping_register.hpp"
#include "intake/mapping_text.hpp"
#include "partnership/organisation_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace kith::app {
namespace {

/// What every verb of mappings stands on.
struct Bench {
    std::shared_ptr<const packs::Packs> packs;
    db::Database database;
    std::optional<partnership::OrganisationId> organisation;  ///< none: mappings of files that speak for several
};

Result<Bench> bench_of(const Configuration& configuration, const Arguments& arguments)
{
    auto packs = load_packs(configuration);
    if (!packs) return std::unexpected(packs.error());
    auto database = open_existing_database(configuration);
    if (!database) return std::unexpected(database.error());
    Bench bench{std::move(*packs), std::move(*database), {}};
    if (const auto code = arguments.option("organisation")) {
        db::Reader reader{bench.database};
        const auto organisation = partnership::find_organisation_with_code(reader, *code);
        if (!organisation) return unacceptable("organisation", "No organisation has the code that --organisation says");
        bench.organisation = organisation->id;
    }
    return bench;
}

/// On standard output, or into a file that is not there yet.
int put_out(const Arguments& arguments, std::string_view text)
{
    const auto path = arguments.option_or("file", "");
    if (path.empty()) {
        fmt::print("{}", text);
        return Exit::clean;
    }
    if (std::filesystem::exists(path)) return refuse({ProblemKind::unacceptable, "file", path + " is there already. Name another file with --file"});
    std::ofstream out{path, std::ios::binary};
    out << text << std::flush;
    return out ? Exit::clean : refuse({ProblemKind::unacceptable, "file", path + " cannot be written. Check the folder, and that the disk has room"});
}

/// The organisation's mapping in use of that name.
Result<intake::ColumnMapping> named(db::Reader& reader, const Bench& bench, std::string_view name)
{
    for (auto& mapping : intake::mappings_of(reader, bench.organisation))
        if (folded(mapping.name) == folded(name)) return std::move(mapping);
    return unacceptable("name", "No mapping in use has this name. kith mapping list names them; give --organisation CODE for those of an organisation");
}

int version_in(const Arguments& arguments)
{
    const auto text = arguments.option_or("version", "");
    int version = 0;
    std::from_chars(text.data(), text.data() + text.size(), version);
    return version;
}

const db::Author author{.account = {}, .actor = "command line"};

}  // namespace

int list_mappings(const Configuration& configuration, const Arguments& arguments)
{
    auto bench = bench_of(configuration, arguments);
    if (!bench) return refuse(bench.error());
    db::Reader reader{bench->database};
    const auto organisations = partnership::all_organisations(reader);
    for (const auto& mapping : intake::list_mappings(reader, access::Reach::everything())) {
        if (arguments.option("organisation") && mapping.organisation != bench->organisation) continue;
        const auto owner = std::ranges::find_if(organisations, [&](const auto& one) { return mapping.organisation == one.id; });
        fmt::print("{:16} {} (version {}{})\n", owner == organisations.end() ? "several" : owner->code, mapping.name, mapping.version, mapping.retired_on ? ", retired" : "");
    }
    return Exit::clean;
}

int write_mapping(const Configuration& configuration, const Arguments& arguments)
{
    auto bench = bench_of(configuration, arguments);
    if (!bench) return refuse(bench.error());
    db::Reader reader{bench->database};
    auto mapping = named(reader, *bench, arguments.words().front());
    if (mapping && arguments.option("version")) mapping = intake::find_mapping(reader, mapping->public_id, access::Reach::everything(), version_in(arguments));
    return mapping ? put_out(arguments, intake::mapping_as_csv(*mapping)) : refuse(mapping.error());
}

int draft_mapping(const Configuration& configuration, const Arguments& arguments)
{
    auto bench = bench_of(configuration, arguments);
    if (!bench) return refuse(bench.error());
    auto bytes = whole_file(arguments.words().front());
    if (!bytes) return refuse(bytes.error());
    auto table = files::Table::read(std::move(*bytes), {.limits = {}, .wanted = {}, .sheet = arguments.option_or("sheet", "")});
    if (!table) return refuse(table.error());
    db::Reader reader{bench->database};
    const intake::Surroundings surroundings{*bench->packs, now().date_in_london(), partnership::all_organisations(reader), partnership::all_settings(reader),
                                            partnership::all_localities(reader), bench->organisation};
    const auto draft = intake::begin_draft(*table, surroundings, {}, {}, std::filesystem::path{arguments.words().front()}.stem().string());
    auto mapping = draft.mapping();
    for (const auto& column : draft.columns)  // those of which nothing is said yet have their line, to be filled in
        for (const auto& value : column.values)
            if (value.code.empty()) mapping.values.push_back({column.header, value.counted.value, {}});
    return put_out(arguments, intake::mapping_as_csv(mapping));
}

int keep_mapping(const Configuration& configuration, const Arguments& arguments)
{
    auto bench = bench_of(configuration, arguments);
    if (!bench) return refuse(bench.error());
    auto bytes = whole_file(arguments.words().front());
    if (!bytes) return refuse(bytes.error());
    auto said = intake::mapping_from_csv(std::move(*bytes), intake::targets(*bench->packs));
    if (!said) return refuse(said.error());
    db::Writer writer{bench->database};
    auto held = named(writer, *bench, said->name);
    db::ChangeSet changes{writer, now(), author, held ? "Mapping of an extract changed" : "Mapping of an extract added"};
    auto kept = [&] {
        said->organisation = bench->organisation;
        if (!held) return intake::add(changes, *said, now());
        held->full_week = said->full_week, held->columns = said->columns, held->values = said->values;
        return intake::change(changes, *held);
    }();
    if (!kept) return refuse(kept.error());
    writer.commit();
    fmt::print("Kept: {}\n", intake::name_and_version(*kept));
    return Exit::clean;
}

int go_back_to_mapping(const Configuration& configuration, const Arguments& arguments)
{
    auto bench = bench_of(configuration, arguments);
    if (!bench) return refuse(bench.error());
    db::Writer writer{bench->database};
    const auto current = named(writer, *bench, arguments.words().front());
    if (!current) return refuse(current.error());
    auto older = intake::find_mapping(writer, current->public_id, access::Reach::everything(), version_in(arguments));
    if (!older) return refuse({ProblemKind::unacceptable, "version", fmt::format("Give a version from 1 to {} with --version", current->version)});
    const auto words = fmt::format("version {}", older->version);
    older->version = current->version;
    older->retired_on = {};
    db::ChangeSet changes{writer, now(), author, "Mapping of an extract put back to " + words};
    const auto kept = intake::change(changes, *older);
    if (!kept) return refuse(kept.error());
    writer.commit();
    fmt::print("As in {} again: {}\n", words, intake::name_and_version(*kept));
    return Exit::clean;
}

int mapping_losses(const Configuration& configuration, const Arguments& arguments)
{
    auto bench = bench_of(configuration, arguments);
    if (!bench) return refuse(bench.error());
    auto bytes = whole_file(arguments.words()[1]);
    if (!bytes) return refuse(bytes.error());
    db::Reader reader{bench->database};
    const auto mapping = named(reader, *bench, arguments.words().front());
    if (!mapping) return refuse(mapping.error());
    const auto table = intake::read_extract(std::move(*bytes), {*mapping});
    if (!table) return refuse(table.error());
    const auto losses = intake::losses_of(*mapping, *table, intake::targets(*bench->packs), *bench->packs);
    const auto code = put_out(arguments, intake::losses_csv(losses));
    return code != Exit::clean || losses.empty() ? code : Exit::findings;
}

}  // namespace kith::app
