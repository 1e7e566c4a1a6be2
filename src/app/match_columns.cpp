#include "app/match_columns.hpp"

#include "app/rooms.hpp"
#include "app/whole_file.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace kith::app {
namespace {

namespace m = matching;

std::vector<std::string> several(std::string_view cell)
{
    std::string text{cell};
    std::ranges::replace(text, ';', '|');
    std::vector<std::string> parts;
    for (const auto part : split(text, '|')) parts.emplace_back(trimmed(part));
    return parts;
}

m::Address& earlier_address(m::Told& told, std::size_t place)
{
    if (told.earlier_addresses.size() <= place) told.earlier_addresses.resize(place + 1);
    return told.earlier_addresses[place];
}

template <m::Identifier kind>
void put_identifier(m::Told& told, std::string_view cell)
{
    told.identifiers[static_cast<std::size_t>(kind)] = cell;
}

/// What a column may be: its name in a schema, how it is called to people, names it is known by (the likeliest first), and what is done with its cells.
struct What {
    std::string_view key, words;
    std::vector<std::string_view> names;
    void (*put)(m::Told&, std::string_view);
};
const std::vector<What>& whats()
{
    static const std::vector<What> all{
        {"source", "source", {"source", "source_dataset", "system", "agency"}, [](m::Told& told, std::string_view cell) { told.source = cell; }},
        {"forename", "forename", {"first_name", "forename", "given_name", "firstname", "first name", "given name", "forenames", "legal first name"}, [](m::Told& told, std::string_view cell) { told.forename = cell; }},
        {"surname", "surname", {"surname", "last_name", "family_name", "lastname", "last name", "family name", "legal surname"}, [](m::Told& told, std::string_view cell) { told.surname = cell; }},
        {"birth_date", "birth date", {"dob", "date_of_birth", "birth_date", "birthdate", "date of birth"}, [](m::Told& told, std::string_view cell) { told.birth_date = cell; }},
        {"sex", "sex", {"sex", "gender"}, [](m::Told& told, std::string_view cell) { told.sex = cell; }},
        {"birth_place", "birth place", {"birth_place", "place_of_birth", "birthplace", "place of birth"}, [](m::Told& told, std::string_view cell) { told.birth_place = cell; }},
        {"postcode", "postcode", {"postcode", "postal_code", "postcode_fake", "post code", "zip", "city"}, [](m::Told& told, std::string_view cell) { told.address.postcode = cell; }},
        {"house", "house", {"house_no", "house", "house_number", "street_number", "address_1", "house name or number"}, [](m::Told& told, std::string_view cell) { told.address.house = cell; }},
        {"contact", "e-mail address or telephone", {"email", "e-mail", "phone", "telephone", "mobile"}, [](m::Told& told, std::string_view cell) { told.contact = cell; }},
        {"nhs_number", "NHS number", {"nhs_number", "nhs number", "nhs_no"}, put_identifier<m::Identifier::nhs_number>},
        {"upn", "unique pupil number", {"upn", "unique_pupil_number", "unique pupil number"}, put_identifier<m::Identifier::upn>},
        {"national_insurance", "National Insurance number", {"national_insurance", "national insurance number", "national_insurance_number", "ni_number", "nino"}, put_identifier<m::Identifier::national_insurance>},
        {"registration", "registration number", {"registration", "registration_number", "registration number"}, put_identifier<m::Identifier::registration>},
        {"other_number", "another number", {"soc_sec_id", "person_number", "client_id"}, put_identifier<m::Identifier::other>},
        {"earlier_forename", "earlier forenames", {"earlier_forename", "previous_forename", "known_as", "previous forename"}, [](m::Told& told, std::string_view cell) { told.earlier_forenames = several(cell); }},
        {"earlier_surname", "earlier surnames", {"earlier_surname", "previous_surname", "maiden_name", "former_surname", "previous surname"}, [](m::Told& told, std::string_view cell) { told.earlier_surnames = several(cell); }},
        {"earlier_postcode", "earlier postcodes", {"earlier_postcode", "previous_postcode", "previous postcode"},
         [](m::Told& told, std::string_view cell) {
             std::size_t place = 0;
             for (auto& part : several(cell)) earlier_address(told, place++).postcode = std::move(part);
         }},
        {"earlier_house", "earlier houses", {"earlier_house", "previous_house_no", "previous_house"}, [](m::Told& told, std::string_view cell) {
             std::size_t place = 0;
             for (auto& part : several(cell)) earlier_address(told, place++).house = std::move(part);
         }}};
    return all;
}

Problem fault(const std::string& path, const toml::node& node, const std::string& words)
{
    return unacceptable("schema", fmt::format("{}, line {}: {}", path, node.source().begin.line, words)).error();
}

Result<void> read_columns(const std::string& path, const toml::table& table, MatchSchema& schema)
{
    for (const auto& [key, node] : table) {
        const std::string what{key.str()};
        const auto name = node.value<std::string>();
        if (!name) return std::unexpected(fault(path, node, "a column's name must be text"));
        if (what != "id" && std::ranges::find(whats(), what, &What::key) == whats().end()) return std::unexpected(fault(path, node, "nothing about people is called \"" + what + "\""));
        schema.columns[what] = *name;
    }
    return {};
}

Result<void> read_section(const std::string& path, std::string_view name, const toml::node& node, MatchSchema& schema)
{
    const auto* table = node.as_table();
    if (table == nullptr) return std::unexpected(fault(path, node, "[columns], [sources] and [matching] are sections"));
    if (name == "columns") return read_columns(path, *table, schema);
    for (const auto& [key, value] : *table) {
        if (name == "sources" && key == "one_each" && value.is_array()) {
            for (const auto& source : *value.as_array()) schema.one_each.push_back(source.value_or(std::string{}));
        } else if (name == "matching" && key == "variants" && value.is_boolean()) {
            schema.has_variants = *value.value<bool>();
        } else if (name == "matching" && key == "threshold" && value.is_number()) {
            schema.threshold = value.value<double>();
        } else {
            return std::unexpected(fault(path, value, fmt::format("[{}] has no setting \"{}\" of this kind", name, std::string{key.str()})));
        }
    }
    return {};
}

}  // namespace

matching::Variants variants_in(const packs::Packs& packs)
{
    std::vector<std::vector<std::string>> groups;
    for (const auto& code : packs.list("forename_variants").codes()) {
        auto& group = groups.emplace_back(std::vector{folded(code.label)});
        for (const auto& name : code.also) group.push_back(folded(name));
    }
    return m::Variants{groups};
}

Result<matching::Variants> match_variants(const Configuration& configuration, const Arguments& arguments, const MatchSchema& schema)
{
    if (!schema.has_variants || arguments.has("no-variants")) return m::Variants{};
    const auto packs = load_packs(configuration);
    if (!packs) return std::unexpected(packs.error());
    return variants_in(**packs);
}

Result<double> match_threshold(const Arguments& arguments, const MatchSchema& schema)
{
    constexpr double usual = 0.5;
    const auto given = arguments.option("threshold");
    double threshold = schema.threshold.value_or(usual);
    const auto refused = [] { return unacceptable("threshold", "Give a threshold between 0 and 1, such as 0.5"); };
    if (given) {
        const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), threshold);
        if (error != std::errc{} || end != given->data() + given->size()) return refused();
    }
    if (!(threshold > 0 && threshold < 1)) return refused();
    return threshold;
}

Result<MatchSchema> match_schema(const Arguments& arguments)
{
    const auto path = arguments.option("schema");
    return path ? read_match_schema(*path) : MatchSchema{};
}

Result<MatchSchema> read_match_schema(const std::string& path)
{
    const auto text = whole_file(path, "schema");
    if (!text) return std::unexpected(text.error());
    MatchSchema schema;
    try {
        const auto root = toml::parse(*text, path);
        for (const auto& [key, node] : root) {
            if (key != "columns" && key != "sources" && key != "matching") return std::unexpected(fault(path, node, "a schema has [columns], [sources] and [matching], and no \"" + std::string{key.str()} + "\""));
            if (const auto read = read_section(path, key.str(), node, schema); !read) return std::unexpected(read.error());
        }
    } catch (const toml::parse_error& error) {
        return unacceptable("schema", fmt::format("{}, line {}: {}", path, error.source().begin.line, error.description()));
    }
    return schema;
}

Result<PeopleFile> PeopleFile::read(const std::string& path, const MatchSchema& schema, const std::optional<std::string>& truth)
{
    auto bytes = whole_file(path);
    if (!bytes) return std::unexpected(bytes.error());
    constexpr std::size_t most_rows = 10'000'000, most_cells = 200'000'000;
    auto table = files::Table::read(std::move(*bytes), files::CsvLimits{.rows = most_rows, .cells = most_cells});
    if (!table) return std::unexpected(table.error());
    PeopleFile file{std::move(*table)};
    file.name_ = path;
    for (std::size_t at = 0; at < whats().size(); ++at) {
        const auto& what = whats()[at];
        const auto told = schema.columns.find(std::string{what.key});
        auto names = told == schema.columns.end() ? what.names : std::vector<std::string_view>{told->second};
        const auto name = std::ranges::find_if(names, [&](std::string_view one) { return file.table_.column(one).has_value(); });
        if (name == names.end()) {
            if (told != schema.columns.end()) return unacceptable("schema", path + " has no column called " + told->second);
            continue;
        }
        file.columns_.push_back({at, *file.table_.column(*name)});
        file.understood_.push_back(fmt::format("{}: column \"{}\"", what.words, *name));
    }
    constexpr std::size_t least_columns = 2;
    if (file.columns_.size() < least_columns) return unacceptable("file", path + ": the file needs at least two columns about people, such as first_name, surname and dob; a schema can say what other columns are");
    const auto id = schema.columns.find("id");
    if (id != schema.columns.end() && !file.table_.column(id->second)) return unacceptable("schema", path + " has no column called " + id->second);
    file.id_ = id != schema.columns.end() ? *file.table_.column(id->second) : file.table_.column("unique_id").value_or(0);
    file.leave_out_ragged_rows();
    if (truth) {
        file.truth_ = file.table_.column(*truth);
        if (!file.truth_) return unacceptable("evaluate", path + " has no column called " + *truth);
    }
    return file;
}

void PeopleFile::leave_out_ragged_rows()
{
    std::int64_t ragged = 0;
    std::size_t first = 0;
    table_.leave_out([&](std::size_t row) {
        const auto cells = table_.cells(row);
        const auto columns = table_.header().size();
        const bool is_ragged = cells.size() > columns && std::ranges::any_of(cells.subspan(columns), [](std::string_view cell) { return !trimmed(cell).empty(); });
        if (is_ragged && ++ragged == 1) first = table_.line(row);
        return is_ragged;
    });
    if (ragged > 0) understood_.push_back(fmt::format("{} left out that {} more cells than the file has columns, the first on line {}", counted(ragged, "row"), ragged == 1 ? "has" : "have", first));
}

matching::Told PeopleFile::told(std::size_t row) const
{
    m::Told told{.id = std::string{table_.cell(row, id_)}};
    for (const auto& column : columns_) whats()[column.what].put(told, table_.cell(row, column.place));
    return told;
}

}  // namespace kith::app
