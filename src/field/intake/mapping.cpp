#include "intake/mapping.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace kith::intake {
namespace {
struct ShapeOf {
    std::string_view column;
    TargetShape shape;
    std::string_view list = {};
    bool may_be_constant = false;
};

/// What is known of the staff return's columns beyond their names. A column that is not named here is taken as text; one whose name is
/// that of a code list as a code of it.
constexpr auto shapes = std::to_array<ShapeOf>({
    {"organisation", TargetShape::place, "organisations"},
    {"staff_reference", TargetShape::reference},
    {"family_name", TargetShape::name},
    {"given_name", TargetShape::name},
    {"full_name", TargetShape::name},
    {"date_of_birth", TargetShape::date},
    {"national_insurance_number", TargetShape::national_insurance},
    {"engagement_reference", TargetShape::reference},
    {"role", TargetShape::code, "roles", true},
    {"sector", TargetShape::code, "sectors", true},
    {"breadth", TargetShape::code, "breadth", true},
    {"contract", TargetShape::code, "contracts", true},
    {"fte", TargetShape::number},
    {"hours", TargetShape::hours},
    {"setting", TargetShape::place, "settings", true},
    {"locality", TargetShape::place, "localities", true},
    {"start_date", TargetShape::date},
    {"end_date", TargetShape::date},
    {"terms_from", TargetShape::date},
    {"sex", TargetShape::code, "sex"},
    {"ethnicity", TargetShape::code, "ethnicities"},
    {"disability", TargetShape::code, "disability"},
    {"origin", TargetShape::code, "starter_origins"},
    {"reason_for_leaving", TargetShape::code, "leaving_reasons"},
    {"destination", TargetShape::code, "leaver_destinations"},
    {"pay_period", TargetShape::code, "pay_periods", true},
    {"terms_set", TargetShape::code, "terms_sets", true},
    {"pension_scheme", TargetShape::code, "pension_schemes", true},
    {"manager", TargetShape::reference},
    {"registration_until", TargetShape::date},
    {"last_supervision", TargetShape::date},
    {"last_appraisal", TargetShape::date},
    {"sickness_from", TargetShape::date},
    {"sickness_until", TargetShape::date},
    {"sickness_days_lost", TargetShape::number},
});

std::string label_from(std::string_view column)
{
    std::string label{column};
    std::ranges::replace(label, '_', ' ');
    if (!label.empty() && label.front() >= 'a' && label.front() <= 'z') label.front() = static_cast<char>(label.front() - 'a' + 'A');
    return label;
}

Target target_of(const packs::Packs& packs, std::string_view id, Field field, bool needed)
{
    Target target{.id = std::string{id}, .field = field, .shape = TargetShape::text, .list = {}, .label = label_from(id), .needed = needed};
    if (auto known = std::ranges::find(shapes, id, &ShapeOf::column); known != shapes.end()) {
        target.shape = known->shape;
        target.list = known->list;
        target.may_be_constant = known->may_be_constant;
    }
    if (target.shape == TargetShape::code && !packs.has_list(target.list)) target.shape = TargetShape::text;
    if (packs.has_list("staff-columns"))
        if (const auto* named = packs.list("staff-columns").find(id)) target.label = named->label;
    return target;
}

bool is_whole_name(const MappedColumn& column) { return column.target == whole_name_target; }

void say_missing(std::vector<Problem>& problems, const ColumnMapping& mapping, const std::vector<Target>& targets)
{
    for (const auto& target : targets) {
        if (!target.needed) continue;
        bool is_there = std::ranges::any_of(mapping.columns, [&](const auto& c) { return c.target == target.id; });
        if (is_there) continue;
        problems.push_back({ProblemKind::unacceptable, target.may_be_constant ? "constant_" + target.id : "columns",
                            target.may_be_constant ? "Choose the column that holds the " + lower_ascii(target.label) + ", or say what it is in all rows"
                                                   : "Choose the column that holds the " + lower_ascii(target.label) + ": Kith cannot take a row without it"});
    }
}
}  // namespace

std::vector<Target> targets(const packs::Packs& packs)
{
    std::vector<Target> all;
    for (const auto& column : kith_staff_profile().columns) {
        all.push_back(target_of(packs, column.name, column.field, column.needed));
        if (column.field == Field::given_name) all.push_back(target_of(packs, whole_name_target, Field::family_name, false));
    }
    return all;
}

const Target* find_target(const std::vector<Target>& targets, std::string_view id)
{
    auto found = std::ranges::find(targets, id, &Target::id);
    return found == targets.end() ? nullptr : &*found;
}

std::string name_and_version(const ColumnMapping& mapping) { return "“" + mapping.name + "”, version " + std::to_string(mapping.version); }

std::string reference_of(const ColumnMapping& mapping) { return mapping.public_id.text() + "/" + std::to_string(mapping.version); }

std::string header_key(std::string_view header)
{
    std::string key;
    for (char c : folded(header)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 || c == '%' || c == '#') key += c;
    }
    return key;
}

std::vector<Problem> problems_of(const ColumnMapping& mapping, const std::vector<Target>& targets)
{
    std::vector<Problem> problems;
    constexpr std::size_t longest_name = 80;
    if (trimmed(mapping.name).empty()) problems.push_back({ProblemKind::unacceptable, "name", "Give this layout a name, so that you know it again: Payroll extract, for example"});
    else if (length_in_characters(mapping.name) > longest_name) problems.push_back({ProblemKind::unacceptable, "name", "The name must be 80 characters or fewer"});
    if (mapping.full_week < 1'00 || mapping.full_week > 75'00)
        problems.push_back({ProblemKind::unacceptable, "full_week", "Hours of a full-time week must be a number from 1 to 75, such as 37 or 36.25"});
    std::unordered_map<std::string, std::string> first;  // target → column
    const auto claim = [&](const std::string& target, const MappedColumn& column, const std::string& label) {
        auto [entry, fresh] = first.emplace(target, column.header);
        if (fresh) return;
        auto words = column.header.empty() ? "The column " + entry->second + " is mapped to " + label + ", and a value for all rows is given too. Keep one of them"
                                           : "Two columns are mapped to " + label + ": " + entry->second + " and " + column.header + ". Leave one of them out";
        problems.push_back({ProblemKind::unacceptable, "columns", std::move(words)});
    };
    for (const auto& column : mapping.columns) {
        const auto* target = find_target(targets, column.target);
        if (target == nullptr) continue;
        if (is_whole_name(column)) {
            claim("family_name", column, "Family name");
            claim("given_name", column, "Given name");
        } else {
            claim(target->id, column, target->label);
        }
    }
    say_missing(problems, mapping, targets);
    return problems;
}

HeaderChange change_of_header(const ColumnMapping& mapping, const std::vector<std::string>& header)
{
    HeaderChange change;
    std::unordered_set<std::string> known, there;
    for (const auto& column : mapping.columns)
        if (!column.header.empty()) known.insert(header_key(column.header));
    for (const auto& name : header) {
        if (name.empty() || header_key(name) == header_key(mend_column)) continue;
        there.insert(header_key(name));
        if (known.contains(header_key(name))) ++change.shared;
        else change.fresh.push_back(name);
    }
    for (const auto& column : mapping.columns)
        if (!column.header.empty() && !column.target.empty() && !there.contains(header_key(column.header))) change.gone.push_back(column.header);
    return change;
}

namespace {
/// Fills what is done to the cells of one column.
void translate(CompiledMapping& made, const ColumnMapping& mapping, const MappedColumn& column, const Target& target, Field field)
{
    auto& how = made.translation.of(field);
    how.is_used = true;
    how.reading = column.reading;
    how.constant = column.constant;
    how.is_date = target.shape == TargetShape::date;
    how.is_number = target.shape == TargetShape::number || target.shape == TargetShape::hours;
    if (target.shape != TargetShape::code && target.shape != TargetShape::place) return;
    for (const auto& value : mapping.values)
        if (value.header == column.header) {
            how.values.emplace(value.value, value.code);
            how.may_leave_rows_out = how.may_leave_rows_out || value.code == CellTranslation::row_left_out;
        }
}

void add_column(CompiledMapping& made, const ColumnMapping& mapping, const MappedColumn& column, const Target& target, Field field, std::string_view name)
{
    translate(made, mapping, column, target, field);
    if (!name.empty()) made.columns.push_back({.field = field, .name = name, .needed = target.needed, .meaning = {}});
}
}  // namespace

std::shared_ptr<const CompiledMapping> compile(const ColumnMapping& mapping, const std::vector<Target>& targets,
                                               const std::vector<std::string>& header, Date today)
{
    auto made = std::make_shared<CompiledMapping>();
    made->id = "mapping-" + reference_of(mapping);
    made->title = "Extract read by the mapping " + name_and_version(mapping);
    made->translation.today = today;
    made->translation.full_week = mapping.full_week;
    std::unordered_map<std::string, std::string> written;  // key → as this file writes it
    for (const auto& name : header) written.emplace(header_key(name), name);
    made->names.reserve(mapping.columns.size());
    made->left_out_names.reserve(mapping.columns.size());
    for (const auto& column : mapping.columns) {
        auto here = written.find(header_key(column.header));
        const auto& name = here == written.end() ? column.header : here->second;
        const auto* target = find_target(targets, column.target);
        if (target == nullptr) {
            made->left_out_names.push_back(name);
            made->left_out.emplace_back(made->left_out_names.back());
            continue;
        }
        made->names.push_back(name);
        const std::string_view kept = made->names.back();
        add_column(*made, mapping, column, *target, target->field, kept);
        if (is_whole_name(column)) add_column(*made, mapping, column, *target, Field::given_name, kept);
    }
    made->profile = {.id = made->id, .title = made->title, .of = FileOf::jobs, .of_adult_social_care = false, .columns = made->columns, .recognised_by = {},
                     .told_by = {}, .not_taken = made->left_out, .role_list = "roles", .translation = &made->translation};
    return made;
}

ColumnMapping layout_of(const ColumnMapping& mapping)
{
    ColumnMapping layout{.name = mapping.name, .full_week = mapping.full_week};
    for (const auto& column : mapping.columns)
        if (!column.header.empty()) layout.columns.push_back({.header = column.header, .target = column.target, .reading = column.reading});
    return layout;
}

}  // namespace kith::intake
