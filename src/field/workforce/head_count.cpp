#include "workforce/head_count.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace kith::workforce {

namespace {

using tally::Column;

template <class T>
std::string key_of(Id<T> id)
{
    return std::to_string(id.value());
}

const partnership::Locality* locality_named(const Names& names, std::string_view code)
{
    auto found = std::ranges::find(names.localities, code, &partnership::Locality::code);
    return found == names.localities.end() ? nullptr : &*found;
}

const partnership::Organisation* organisation_named(const Names& names, std::string_view code)
{
    auto found = std::ranges::find(names.organisations, code, &partnership::Organisation::code);
    return found == names.organisations.end() ? nullptr : &*found;
}

template <class Things>
std::string name_by_key(const Things& things, std::string_view key)
{
    auto found = std::ranges::find_if(things, [&](const auto& thing) { return key_of(thing.id) == key; });
    return found == things.end() ? "Elsewhere" : found->name;
}

std::string label_in(const packs::Packs& packs, std::string_view list, std::string_view code)
{
    const auto* found = packs.has_list(list) ? packs.list(list).find(code) : nullptr;
    return found == nullptr ? std::string{code} : found->label;
}

std::string role_label(const packs::Packs& packs, std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return label_in(packs, "roles", text);
    return label_in(packs, text.substr(0, colon), text.substr(colon + 1)) + " (as reported)";
}

/// The codes of the tally for texts; a text that no row has is left out, so that it counts nothing.
template <class Texts, class Key>
std::vector<tally::Code> codes_of(const tally::Table& table, Column column, const Texts& texts, Key key)
{
    std::vector<tally::Code> codes;
    for (const auto& text : texts) {
        if (auto code = table.dictionary(column).find(key(text))) codes.push_back(*code);
    }
    return codes;
}

/// A code of the address as the tally's dictionary has it.
std::string text_of(const std::string& code)
{
    return code == not_reported ? std::string{} : code;
}

template <class Things>
std::string code_by_key(const Things& things, std::string_view key)
{
    auto found = std::ranges::find_if(things, [&](const auto& thing) { return key_of(thing.id) == key; });
    return found == things.end() ? std::string{} : found->code;
}

/// What of the tally's text stands in the address; empty where the viewer's names do not know it.
std::string address_code(Column column, std::string_view text, const Names& names)
{
    if (column == Column::organisation) return code_by_key(names.organisations, text);
    if (text.empty()) return std::string{not_reported};
    return column == Column::locality ? code_by_key(names.localities, text) : std::string{text};
}

/// "early years and childcare": a label within a sentence, its first letter small unless it is an initialism.
std::string within_sentence(std::string label)
{
    if (label.size() > 1 && label[0] >= 'A' && label[0] <= 'Z' && !(label[1] >= 'A' && label[1] <= 'Z')) label[0] = static_cast<char>(label[0] - 'A' + 'a');
    return label;
}

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& parts)
{
    std::string text;
    for (std::size_t place = 0; place < parts.size(); ++place) {
        if (place > 0) text += place + 1 == parts.size() ? " and " : ", ";
        text += parts[place];
    }
    return text;
}

struct Labels {
    std::vector<std::string> localities, sectors, roles, organisations, breadths, contracts;
    std::vector<std::string> unreported;  ///< "no sector reported": those that the question asks for by their absence
};

Labels labels_of(const HeadCountQuestion& question, const Names& names)
{
    Labels labels;
    auto fill = [&](const std::vector<std::string>& codes, std::vector<std::string>& into, std::string_view what, auto name) {
        for (const auto& code : codes) {
            if (code == not_reported) labels.unreported.push_back("no " + std::string{what} + " reported");
            else into.push_back(name(code));
        }
    };
    fill(question.localities, labels.localities, "locality", [&](const auto& code) { return locality_named(names, code)->name; });
    fill(question.organisations, labels.organisations, "organisation", [&](const auto& code) { return organisation_named(names, code)->name; });
    fill(question.sectors, labels.sectors, "sector", [&](const auto& code) { return within_sentence(label_in(names.packs, "sectors", code)); });
    fill(question.roles, labels.roles, "role", [&](const auto& code) { return within_sentence(role_label(names.packs, code)); });
    fill(question.breadths, labels.breadths, "core or wider", [](const auto& code) { return code; });
    fill(question.contracts, labels.contracts, "contract", [&](const auto& code) { return within_sentence(label_in(names.packs, "contracts", code)); });
    return labels;
}

}  // namespace

const std::vector<Grouping>& groupings()
{
    static const std::vector<Grouping> all{{Column::sector, "sector", "Sector"},
                                           {Column::locality, "locality", "Locality"},
                                           {Column::role, "role", "Role"},
                                           {Column::organisation, "organisation", "Organisation"},
                                           {Column::breadth, "breadth", "Core or wider"},
                                           {Column::contract, "contract", "Contract"}};
    return all;
}

tally::Scope scope_of(const access::Reach& reach, const tally::Table& table)
{
    tally::Scope scope{.everything = reach.is_everything(), .organisations = {}, .localities = {}, .records = {}};
    auto key = [](auto id) { return key_of(id); };
    scope.organisations = codes_of(table, Column::organisation, reach.organisations(), key);
    scope.localities = codes_of(table, Column::locality, reach.localities(), key);
    for (auto id : reach.staff_records()) scope.records.push_back(id.value());
    return scope;
}

HeadCountQuestion understood(HeadCountQuestion question, const Names& names, const tally::Table& table)
{
    auto keep = [](std::vector<std::string>& codes, auto known) {
        std::ranges::sort(codes);
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
        std::erase_if(codes, [&](const std::string& code) { return !known(code); });
    };
    auto known_to = [&](std::string_view list, Column column) {
        return [&names, &table, list, column](const std::string& code) {
            return code == not_reported || names.packs.list(list).find(code) != nullptr || (!code.empty() && table.dictionary(column).find(code).has_value());
        };
    };
    keep(question.localities, [&](const auto& code) { return code == not_reported || locality_named(names, code) != nullptr; });
    keep(question.organisations, [&](const auto& code) { return organisation_named(names, code) != nullptr; });
    keep(question.sectors, known_to("sectors", Column::sector));
    keep(question.breadths, known_to("breadth", Column::breadth));
    keep(question.roles, known_to("roles", Column::role));
    keep(question.contracts, known_to("contracts", Column::contract));
    return question;
}

tally::Query query_of(const HeadCountQuestion& question, const Names& names, const tally::Table& table, const access::Reach& reach)
{
    tally::Query query{.on = question.on, .scope = scope_of(reach, table), .filters = {}, .by = {}};
    if (!question.localities.empty()) {
        query.keep(Column::locality, codes_of(table, Column::locality, question.localities,
                                              [&](const auto& code) { return code == not_reported ? std::string{} : key_of(locality_named(names, code)->id); }));
    }
    if (!question.organisations.empty()) {
        query.keep(Column::organisation,
                   codes_of(table, Column::organisation, question.organisations, [&](const auto& code) { return key_of(organisation_named(names, code)->id); }));
    }
    if (!question.sectors.empty()) query.keep(Column::sector, codes_of(table, Column::sector, question.sectors, text_of));
    if (!question.roles.empty()) query.keep(Column::role, codes_of(table, Column::role, question.roles, text_of));
    if (!question.breadths.empty()) query.keep(Column::breadth, codes_of(table, Column::breadth, question.breadths, text_of));
    if (!question.contracts.empty()) query.keep(Column::contract, codes_of(table, Column::contract, question.contracts, text_of));
    return query;
}

std::unordered_map<access::OrganisationId, std::int64_t> people_in_post(const tally::Table& table, Date on)
{
    std::unordered_map<access::OrganisationId, std::int64_t> people;
    for (const auto& group : tally::count(table, {.on = on, .scope = {.everything = true}, .filters = {}, .by = {Column::organisation}}).groups)
        people.emplace(access::OrganisationId{std::stoll(table.dictionary(Column::organisation).text(group.codes[0]))}, group.counts.records);
    return people;
}

HeadCount head_count(const HeadCountQuestion& question, const Names& names, const tally::Table& table, const access::Reach& reach)
{
    auto query = query_of(question, names, table, reach);
    query.by = {question.by};
    const auto answer = tally::count(table, query);
    HeadCount result{.total = answer.total};
    for (const auto& group : answer.groups) {
        const auto& text = table.dictionary(question.by).text(group.codes[0]);
        result.lines.push_back({label_of(question.by, text, names), address_code(question.by, text, names), group.counts});
    }
    std::ranges::stable_sort(result.lines, [](const auto& one, const auto& other) {
        return std::pair{-one.counts.records, one.label} < std::pair{-other.counts.records, other.label};
    });

    query.by = {Column::breadth};
    auto core_of = [&](const tally::Answer& by_breadth) {
        for (const auto& group : by_breadth.groups) {
            if (table.dictionary(Column::breadth).text(group.codes[0]) == "core") return group.counts;
        }
        return tally::Counts{};
    };
    result.core = core_of(tally::count(table, query));
    query.on = question.on.plus_years(-1);
    const auto before = tally::count(table, query);
    result.year_before = before.total;
    result.core_year_before = core_of(before);
    return result;
}

std::optional<HeadCountQuestion> narrowed_to(HeadCountQuestion question, const HeadCountLine& line)
{
    if (line.code.empty()) return std::nullopt;
    switch (question.by) {
    case Column::locality: question.localities = {line.code}; break;
    case Column::organisation: question.organisations = {line.code}; break;
    case Column::sector: question.sectors = {line.code}; break;
    case Column::role: question.roles = {line.code}; break;
    case Column::breadth: question.breadths = {line.code}; break;
    case Column::contract: question.contracts = {line.code}; break;
    default: return std::nullopt;
    }
    return question;
}

namespace {
/// The code list that a column's texts are of; empty where they are keys or words of their own.
std::string_view list_of(Column column)
{
    switch (column) {
    case Column::sector: return "sectors";
    case Column::contract: return "contracts";
    case Column::tier: return "tiers";
    case Column::pattern: return "working_patterns";
    case Column::pay_period: return "pay_periods";
    case Column::terms_set: return "terms_sets";
    case Column::pension_scheme: return "pension_schemes";
    case Column::origin: return "starter_origins";
    case Column::reason: return "leaving_reasons";
    case Column::destination: return "leaver_destinations";
    case Column::sex: return "sex";
    case Column::ethnicity: return "ethnicities";
    case Column::disability: return "disability";
    default: return {};
    }
}
}  // namespace

std::string label_of(Column column, std::string_view text, const Names& names)
{
    if (text.empty()) return "Not reported";
    switch (column) {
    case Column::locality: return name_by_key(names.localities, text);
    case Column::organisation: return name_by_key(names.organisations, text);
    case Column::role: return role_label(names.packs, text);
    case Column::breadth: return text == "core" ? "Core workforce" : text == "wider" ? "Wider workforce" : std::string{text};
    case Column::secondment: return text == "from" ? "Lent by another employer" : "Lent to another body";
    default: break;
    }
    const auto list = list_of(column);
    return list.empty() ? std::string{text} : label_in(names.packs, list, text);
}

std::string sentence(const HeadCountQuestion& question, const HeadCount& count, const Names& names, Date today)
{
    const auto labels = labels_of(question, names);
    const auto people = count.total.records;
    auto text = people == 0 ? std::string{"No"} : with_commas(people);
    if (!labels.breadths.empty() && labels.breadths.size() == 1) text += " " + labels.breadths.front();
    if (!labels.sectors.empty()) text += " " + listed(labels.sectors);
    text += people == 1 ? " member of staff" : " staff";
    const bool past = question.on < today;
    text += past ? " worked" : question.on > today ? (people == 1 ? " is due to work" : " are due to work") : (people == 1 ? " works" : " work");
    if (!labels.roles.empty()) text += " as " + listed(labels.roles);
    if (!labels.organisations.empty()) text += " for " + listed(labels.organisations);
    if (!labels.localities.empty()) text += " in " + listed(labels.localities);
    if (labels.organisations.empty() && labels.localities.empty()) text += " here";
    text += question.on == today ? " today" : " on " + question.on.in_words();
    if (!labels.contracts.empty()) text += ", contract " + listed(labels.contracts);
    if (!labels.unreported.empty()) text += ", with " + listed(labels.unreported);
    return text + ".";
}

std::string in_words(const HeadCountQuestion& question, const Names& names)
{
    const auto labels = labels_of(question, names);
    std::vector<std::string> parts;
    for (const auto* group : {&labels.localities, &labels.organisations, &labels.sectors, &labels.roles, &labels.breadths, &labels.contracts, &labels.unreported}) {
        if (!group->empty()) parts.push_back(listed(*group));
    }
    parts.push_back("on " + question.on.in_words());
    return joined(parts, "; ");
}

}  // namespace kith::workforce
