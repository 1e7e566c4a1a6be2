#include "reception/invitation_check.hpp"

#include "base/text.hpp"
#include "files/csv_table.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace kith::reception {

namespace {

/// Where each column stands; the names people give them.
struct Columns {
    std::optional<std::size_t> email;
    std::optional<std::size_t> name;
    std::optional<std::size_t> place;
    std::optional<std::size_t> role;
};

std::optional<std::size_t> first_of(const files::CsvTable& table, std::initializer_list<std::string_view> names)
{
    for (auto name : names) {
        if (auto found = table.column(name)) return found;
    }
    return std::nullopt;
}

Columns columns_of(const files::CsvTable& table)
{
    return {first_of(table, {"email", "email address", "email_address", "e-mail"}), first_of(table, {"name", "full name", "contact"}),
            first_of(table, {"organisation", "organisation code", "organisation_code", "code", "locality"}), first_of(table, {"role"})};
}

/// "data_steward", "Data steward" and "data steward" are one; else the job of that title.
std::optional<access::Role> role_of(std::string_view text, std::span<const RoleTitle> titles)
{
    for (const auto& row : access::role_table()) {
        if (folded(row.label) == folded(text) || lower_ascii(text) == row.name) return row.role;
    }
    for (const auto& title : titles) {
        if (folded(title.title) == folded(text)) return title.role;
    }
    return std::nullopt;
}

std::string roles_offered()
{
    std::string words;
    for (const auto& row : access::role_table()) {
        if (row.scope != access::ScopeKind::own_record) words += (words.empty() ? "" : ", ") + lower_ascii(row.label);
    }
    return words;
}

const Place* place_with(const std::vector<Place>& places, std::string_view code)
{
    const auto found = std::ranges::find_if(places, [&](const Place& place) { return lower_ascii(place.code) == lower_ascii(code); });
    return found == places.end() ? nullptr : &*found;
}

class Reading {
public:
    Reading(const std::vector<Place>& organisations, const std::vector<Place>& localities, std::span<const RoleTitle> titles)
        : organisations_(organisations), localities_(localities), titles_(titles)
    {
    }

    void take(std::size_t line, std::string_view email, std::string_view name, std::string_view place, std::string_view role)
    {
        ++list_.rows;
        stood_.clear();
        for (auto cell : {name, place, role}) {
            if (!cell.empty()) stood_ += (stood_.empty() ? "" : ", ") + std::string{cell};
        }
        const auto address = EmailAddress::parse(email);
        const auto chosen = role.empty() ? access::Role::data_steward : role_of(role, titles_);
        if (!address) return find(line, "There is no email address, or it lacks an @ or a full stop. Correct it");
        if (name.empty()) return find(line, "There is no name. Enter the name of whom you invite");
        if (!chosen || access::row_of(*chosen).scope == access::ScopeKind::own_record) return find(line, "The role is none of: " + roles_offered() + ". Enter one of these: it says what they may do here, whatever their job is called");
        const auto scope = scope_of(line, access::row_of(*chosen).scope, place);
        if (scope) add(line, *address, name, access::Grant{*chosen, *scope});
    }

    InvitationList list() && { return std::move(list_); }

private:
    void find(std::size_t line, std::string words) { list_.findings.push_back({line, std::move(words), stood_}); }

    std::optional<access::Scope> scope_of(std::size_t line, access::ScopeKind kind, std::string_view code)
    {
        if (kind == access::ScopeKind::area) return access::Scope::area();
        const bool locality = kind == access::ScopeKind::locality;
        const auto* place = place_with(locality ? localities_ : organisations_, code);
        if (place != nullptr) return access::Scope{kind, place->key};
        if (code.empty()) find(line, locality ? "There is no locality. Enter its code" : "There is no organisation. Enter its code");
        else find(line, locality ? "No locality has this code. Look it up under Organisations" : "No organisation has this code. Look it up under Organisations");
        return std::nullopt;
    }

    void add(std::size_t line, const EmailAddress& address, std::string_view name, const access::Grant& grant)
    {
        const auto [known, is_new] = by_address_.try_emplace(address.reveal(), list_.people.size());
        if (is_new) list_.people.push_back({line, {.email = address.reveal(), .name = std::string{name}, .grants = {grant}}, stood_});
        else add_to(list_.people[known->second], line, name, grant);
    }

    void add_to(Invitee& person, std::size_t line, std::string_view name, const access::Grant& grant)
    {
        const auto first = counted_line(person.line);
        if (folded(name) != folded(person.wanted.name)) return find(line, "This email address stands with another name on " + first + ". Each person needs their own");
        if (std::ranges::find(person.wanted.grants, grant) != person.wanted.grants.end()) return find(line, "The same stands on " + first + ". Take one of them out");
        person.wanted.grants.push_back(grant);
    }

    static std::string counted_line(std::size_t line) { return "line " + std::to_string(line); }

    const std::vector<Place>& organisations_;
    const std::vector<Place>& localities_;
    std::span<const RoleTitle> titles_;
    std::string stood_;  ///< on the line that is being taken
    InvitationList list_;
    std::map<std::string, std::size_t> by_address_;
};

}  // namespace

Result<InvitationList> read_invitation_list(std::string bytes, const std::vector<Place>& organisations, const std::vector<Place>& localities,
                                            std::span<const RoleTitle> titles)
{
    const auto table = files::CsvTable::read(std::move(bytes), {.rows = most_invitees, .columns = 50, .cell_bytes = 500, .cells = 60'000});
    if (!table) return unacceptable("people", table.error().message);
    const auto columns = columns_of(*table);
    if (!columns.email || !columns.name || !columns.place) {
        return unacceptable("people", "The first line must name the columns: email, name, organisation and, if you wish, role");
    }
    if (table->rows() == 0) return unacceptable("people", "There is nobody in it yet. Enter a line for each person below the first");
    if (table->rows() > most_invitees) return unacceptable("people", "There are more than 1,000 lines. Send them in parts");
    Reading reading{organisations, localities, titles};
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto cell = [&](std::optional<std::size_t> column) { return column ? table->cell(row, *column) : std::string_view{}; };
        reading.take(table->line(row), cell(columns.email), cell(columns.name), cell(columns.place), cell(columns.role));
    }
    return std::move(reading).list();
}

}  // namespace kith::reception
