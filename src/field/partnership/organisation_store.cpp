#include "partnership/organisation_store.hpp"

#include "base/text.hpp"
#include "partnership/organisation_register.hpp"

#include <fmt/format.h>

namespace kith::partnership {

namespace {

std::string text_of(const db::Row& row, std::string_view column)
{
    return row.get<std::optional<std::string>>(column).value_or("");
}

Locality locality_of(const db::Row& row)
{
    return {.id = row.get<LocalityId>("id"),
            .public_id = row.get<PublicId>("public_id"),
            .code = row.get<std::string>("code"),
            .name = row.get<std::string>("name")};
}

Organisation organisation_of(const db::Row& row)
{
    return {.id = row.get<OrganisationId>("id"),
            .public_id = row.get<PublicId>("public_id"),
            .code = row.get<std::string>("code"),
            .name = row.get<std::string>("name"),
            .sector = row.get<std::string>("sector"),
            .kind = row.get<std::string>("kind"),
            .ownership = parse_ownership(row.get<std::string>("ownership")).value_or(Ownership::public_sector),
            .expected_headcount = row.get<std::optional<std::int64_t>>("expected_headcount"),
            .opened_on = row.get<std::optional<Date>>("opened_on"),
            .closed_on = row.get<std::optional<Date>>("closed_on"),
            .returns_every = text_of(row, "returns_every"),
            .contact = {ContactName{text_of(row, "contact_name")}, text_of(row, "contact_job"), ContactPhone{text_of(row, "contact_phone")},
                        ContactEmail{text_of(row, "contact_email")}}};
}

Setting setting_of(const db::Row& row)
{
    return {.id = row.get<SettingId>("id"),
            .public_id = row.get<PublicId>("public_id"),
            .organisation = row.get<OrganisationId>("organisation_id"),
            .code = row.get<std::string>("code"),
            .name = row.get<std::string>("name"),
            .kind = row.get<std::string>("kind"),
            .locality = row.get<std::optional<LocalityId>>("locality_id"),
            .postcode = text_of(row, "postcode"),
            .opened_on = row.get<std::optional<Date>>("opened_on"),
            .closed_on = row.get<std::optional<Date>>("closed_on"),
            .tier = text_of(row, "tier"),
            .places = row.get<std::optional<std::int64_t>>("places"),
            .deprivation_band = text_of(row, "deprivation_band")};
}

template <class Read>
auto each_of(const db::Rows& rows, Read read)
{
    std::vector<decltype(read(rows.front()))> values;
    values.reserve(rows.size());
    for (const auto& row : rows) values.push_back(read(row));
    return values;
}

constexpr std::string_view organisation_columns =
    "o.id, o.public_id, o.code, o.name, o.sector, o.kind, o.ownership, o.expected_headcount, o.opened_on, o.closed_on, "
    "o.returns_every, o.contact_name, o.contact_job, o.contact_phone, o.contact_email";
constexpr std::string_view setting_columns =
    "id, public_id, organisation_id, code, name, kind, locality_id, postcode, opened_on, closed_on, tier, places, deprivation_band";
constexpr std::string_view works_in = "o.id IN (SELECT s.organisation_id FROM setting s WHERE s.ended_by IS NULL AND s.locality_id IN ({}))";

/// The access decision on organisations: those of the reach, and those that work in a locality of it.
std::string within(const access::Reach& reach)
{
    return reach.where({.organisation = "o.id", .locality = std::string{works_in}, .staff_record = {}});
}

/// The same on localities: those of the reach, and those where an organisation of it has a setting.
std::string localities_within(const access::Reach& reach)
{
    return reach.where({.organisation = "l.id IN (SELECT s.locality_id FROM setting s WHERE s.ended_by IS NULL AND s.organisation_id IN ({}))",
                        .locality = "l.id",
                        .staff_record = {}});
}

/// An SQL condition with its arguments, put together as a list is narrowed.
struct Condition {
    std::string sql;
    std::vector<db::Argument> arguments;

    std::string next(const db::Argument& value)
    {
        arguments.push_back(value);
        return fmt::format("${}", arguments.size());
    }
    template <class T>
    std::string list(const std::vector<T>& values)
    {
        std::string places;
        for (const auto& value : values) places += (places.empty() ? "" : ", ") + next(value);
        return places;
    }
};

/// `text` with the signs that LIKE reads as more than themselves taken out.
std::string like_part(std::string_view text)
{
    std::string part;
    for (char c : text) {
        if (c != '%' && c != '_' && c != '\\') part += c;
    }
    return part;
}

Condition condition_of(const access::Reach& reach, const OrganisationFilter& filter)
{
    Condition condition;
    condition.sql = "o.ended_by IS NULL AND " + within(reach);
    if (!filter.sectors.empty()) condition.sql += " AND o.sector IN (" + condition.list(filter.sectors) + ")";
    if (!filter.ownerships.empty()) condition.sql += " AND o.ownership IN (" + condition.list(filter.ownerships) + ")";
    if (!filter.localities.empty()) condition.sql += " AND " + fmt::format(fmt::runtime(works_in), condition.list(filter.localities));
    if (!filter.search.empty()) {
        auto key = condition.next("%" + like_part(folded(filter.search)) + "%");
        condition.sql += fmt::format(" AND (o.name_key LIKE {} OR lower(o.code) LIKE {})", key, condition.next("%" + like_part(lower_ascii(filter.search)) + "%"));
    }
    return condition;
}

template <class... A>
Result<Organisation> one_organisation(db::Reader& reader, std::string_view condition, const A&... arguments)
{
    auto row = reader.one(fmt::format("SELECT {} FROM organisation o WHERE o.ended_by IS NULL AND {}", organisation_columns, condition), arguments...);
    if (!row) return not_found("Organisation");
    return organisation_of(*row);
}

}  // namespace

std::optional<Area> find_area(db::Reader& reader)
{
    auto row = reader.one("SELECT id, public_id, name FROM area WHERE ended_by IS NULL ORDER BY id");
    if (!row) return std::nullopt;
    return Area{.id = row->get<AreaId>("id"), .public_id = row->get<PublicId>("public_id"), .name = row->get<std::string>("name")};
}

std::vector<Locality> all_localities(db::Reader& reader)
{
    return each_of(reader.all("SELECT id, public_id, code, name FROM locality WHERE ended_by IS NULL ORDER BY name, id"), locality_of);
}

std::vector<Organisation> all_organisations(db::Reader& reader)
{
    auto sql = fmt::format("SELECT {} FROM organisation o WHERE o.ended_by IS NULL ORDER BY o.name_key, o.id", organisation_columns);
    return each_of(reader.all(sql), organisation_of);
}

std::vector<Organisation> organisations_within(db::Reader& reader, const access::Reach& reach)
{
    auto sql = fmt::format("SELECT {} FROM organisation o WHERE o.ended_by IS NULL AND {} ORDER BY o.name_key, o.id", organisation_columns, within(reach));
    return each_of(reader.all(sql), organisation_of);
}

std::vector<Setting> all_settings(db::Reader& reader)
{
    auto sql = fmt::format("SELECT {} FROM setting WHERE ended_by IS NULL ORDER BY organisation_id, code", setting_columns);
    return each_of(reader.all(sql), setting_of);
}

std::vector<Setting> settings_of(db::Reader& reader, OrganisationId organisation)
{
    auto sql = fmt::format("SELECT {} FROM setting WHERE ended_by IS NULL AND organisation_id = $1 ORDER BY name, id", setting_columns);
    return each_of(reader.all(sql, organisation), setting_of);
}

bool has_organisations(db::Reader& reader)
{
    return reader.one("SELECT 1 AS found FROM organisation WHERE ended_by IS NULL LIMIT 1").has_value();
}

std::vector<Setting> settings_in(db::Reader& reader, LocalityId locality)
{
    auto sql = fmt::format("SELECT {} FROM setting WHERE ended_by IS NULL AND locality_id = $1 ORDER BY name, id", setting_columns);
    return each_of(reader.all(sql, locality), setting_of);
}

Result<Organisation> find_organisation(db::Reader& reader, const PublicId& id)
{
    return one_organisation(reader, "o.public_id = $1", id);
}

Result<Organisation> find_organisation(db::Reader& reader, OrganisationId id)
{
    return one_organisation(reader, "o.id = $1", id);
}

Result<Organisation> find_organisation_with_code(db::Reader& reader, std::string_view code)
{
    return one_organisation(reader, "o.code = $1", code);
}

Result<Organisation> find_organisation(db::Reader& reader, const access::Reach& reach, const PublicId& id)
{
    return one_organisation(reader, "o.public_id = $1 AND " + within(reach), id);
}

Result<Locality> find_locality(db::Reader& reader, const PublicId& id)
{
    return find_locality(reader, access::Reach::everything(), id);
}

Result<Locality> find_locality(db::Reader& reader, const access::Reach& reach, const PublicId& id)
{
    auto row = reader.one("SELECT l.id, l.public_id, l.code, l.name FROM locality l WHERE l.ended_by IS NULL AND l.public_id = $1 AND "
                              + localities_within(reach), id);
    if (!row) return not_found("Locality");
    return locality_of(*row);
}

std::vector<LocalityLine> list_localities(db::Reader& reader, const access::Reach& reach)
{
    auto sql = fmt::format(
        "SELECT l.id, l.public_id, l.code, l.name, (SELECT COUNT(*) FROM organisation o WHERE o.ended_by IS NULL AND {} "
        "AND o.id IN (SELECT s.organisation_id FROM setting s WHERE s.ended_by IS NULL AND s.locality_id = l.id)) AS organisations "
        "FROM locality l WHERE l.ended_by IS NULL AND {} ORDER BY l.name, l.id", within(reach), localities_within(reach));
    return each_of(reader.all(sql), [](const db::Row& row) { return LocalityLine{locality_of(row), row.get<std::int64_t>("organisations")}; });
}

Result<Setting> find_setting(db::Reader& reader, const PublicId& id)
{
    return find_setting(reader, access::Reach::everything(), id);
}

Result<Setting> find_setting(db::Reader& reader, const access::Reach& reach, const PublicId& id)
{
    auto allowed = reach.where({.organisation = "organisation_id", .locality = "locality_id", .staff_record = {}});
    auto row = reader.one(fmt::format("SELECT {} FROM setting WHERE ended_by IS NULL AND public_id = $1 AND {}", setting_columns, allowed), id);
    if (!row) return not_found("Setting");
    return setting_of(*row);
}

bool is_code_taken(db::Reader& reader, const Locality& locality)
{
    return reader.one("SELECT id FROM locality WHERE ended_by IS NULL AND code = $1 AND id <> $2", locality.code, locality.id).has_value();
}

bool is_code_taken(db::Reader& reader, const Organisation& organisation)
{
    return reader.one("SELECT id FROM organisation WHERE ended_by IS NULL AND code = $1 AND id <> $2", organisation.code, organisation.id)
        .has_value();
}

bool is_code_taken(db::Reader& reader, const Setting& setting)
{
    return reader
        .one("SELECT id FROM setting WHERE ended_by IS NULL AND organisation_id = $1 AND code = $2 AND id <> $3", setting.organisation,
             setting.code, setting.id)
        .has_value();
}

std::int64_t version_of(db::Reader& reader, const db::RegisterTable& table, std::int64_t id)
{
    auto row = reader.one(fmt::format("SELECT row_id FROM {} WHERE id = $1 AND ended_by IS NULL", table.name), id);
    return row ? row->get<std::int64_t>("row_id") : 0;
}

OrganisationPage list_organisations(db::Reader& reader, const access::Reach& reach, const OrganisationFilter& filter, int page)
{
    auto condition = condition_of(reach, filter);
    auto counted_rows = reader.all_of("SELECT COUNT(*) AS n FROM organisation o WHERE " + condition.sql, condition.arguments);
    OrganisationPage list{.total = counted_rows.front().get<std::int64_t>("n")};
    list.pages = static_cast<int>(std::max<std::int64_t>(1, (list.total + organisations_a_page - 1) / organisations_a_page));
    list.page = page >= 1 && page <= list.pages ? page : 1;
    auto sql = fmt::format("SELECT {} FROM organisation o WHERE {} ORDER BY o.name_key, o.id LIMIT {} OFFSET {}", organisation_columns,
                           condition.sql, organisations_a_page, (list.page - 1) * organisations_a_page);
    list.organisations = each_of(reader.all_of(sql, condition.arguments), organisation_of);
    return list;
}

std::vector<Organisation> organisations_in(db::Reader& reader, const access::Reach& reach, LocalityId locality)
{
    auto sql = fmt::format("SELECT {} FROM organisation o WHERE o.ended_by IS NULL AND {} AND {} ORDER BY o.name_key, o.id", organisation_columns,
                           within(reach), fmt::format(fmt::runtime(works_in), "$1"));
    return each_of(reader.all(sql, locality), organisation_of);
}

}  // namespace kith::partnership
