#include "workforce/staff_export.hpp"

#include "workforce/record_words.hpp"

#include <algorithm>
#include <array>

namespace kith::workforce {

namespace {

/// What a column is worked out from.
struct Line {
    const HeldStaffRecord& held;
    const HeldEngagement* engagement;  ///< the one in force with the most hours, or the last; none where there is none
    const EngagementTerms* terms;      ///< its terms
    const RecordWords& words;
};

struct ExportColumn {
    std::string_view name;
    Part part;
    std::string (*value)(const Line&);
};

std::string label(const Line& line, std::string_view list, const std::string& code)
{
    return code.empty() ? code : line.words.label(list, code);
}

std::string iso(const std::optional<Date>& date)
{
    return date ? date->iso() : "";
}

std::string of_terms(const Line& line, std::string (*value)(const Line&, const EngagementTerms&))
{
    return line.terms == nullptr ? "" : value(line, *line.terms);
}

/// "Polish (native); Urdu": the facts of a kind in one cell.
std::string facts_of(const Line& line, FactKind kind)
{
    const auto& row = row_of(kind);
    std::string text;
    for (const auto& held : line.held.facts) {
        const auto& fact = held.fact;
        if (fact.kind != kind) continue;
        std::string more = fact.detail.empty() || kind == FactKind::absence ? fact.detail : label(line, row.detail_list, fact.detail);
        if (kind == FactKind::absence) more += " working days lost";
        for (const auto& part : {fact.number, iso(fact.on), fact.until ? "until " + fact.until->iso() : std::string{}}) {
            if (!part.empty()) more += (more.empty() ? "" : ", ") + part;
        }
        text += (text.empty() ? "" : "; ") + label(line, fact.list.empty() ? row.list : std::string_view{fact.list}, fact.code) + (more.empty() ? "" : " (" + more + ")");
    }
    return text;
}

std::string last_of(const Line& line, FactKind kind)
{
    std::optional<Date> last;
    for (const auto& held : line.held.facts) {
        if (held.fact.kind == kind && held.fact.on && (!last || *last < *held.fact.on)) last = held.fact.on;
    }
    return iso(last);
}

std::string locality_words(const Line& line, const EngagementTerms& terms)
{
    if (terms.locality) return line.words.locality(*terms.locality);
    return terms.setting ? line.words.setting_locality(*terms.setting) : "";
}

constexpr std::array<ExportColumn, 31> columns{{
    {"date_of_birth", Part::birth_date, [](const Line& line) { return line.held.record.birth_date ? line.held.record.birth_date->reveal().iso() : std::string{}; }},
    {"sex", Part::sex, [](const Line& line) { return label(line, "sex", line.held.record.sex); }},
    {"ethnicity", Part::equality, [](const Line& line) { return label(line, "ethnicities", line.held.record.ethnicity); }},
    {"disability", Part::equality, [](const Line& line) { return label(line, "disability", line.held.record.disability); }},
    {"role", Part::work, [](const Line& line) { return of_terms(line, [](const Line& of, const EngagementTerms& terms) { return of.words.role(terms); }); }},
    {"contract", Part::work, [](const Line& line) { return of_terms(line, [](const Line& of, const EngagementTerms& terms) { return of.words.contract(terms.contract); }); }},
    {"fte", Part::work, [](const Line& line) { return of_terms(line, [](const Line&, const EngagementTerms& terms) { return terms.fte ? terms.fte->text() : std::string{}; }); }},
    {"hours_a_week", Part::work, [](const Line& line) { return of_terms(line, [](const Line&, const EngagementTerms& terms) { return terms.hours ? hours_text(*terms.hours) : std::string{}; }); }},
    {"working_pattern", Part::work, [](const Line& line) { return of_terms(line, [](const Line& of, const EngagementTerms& terms) { return pattern_words(terms.pattern, of.words); }); }},
    {"setting", Part::work, [](const Line& line) { return of_terms(line, [](const Line& of, const EngagementTerms& terms) { return terms.setting ? of.words.setting(*terms.setting) : std::string{}; }); }},
    {"locality", Part::work, [](const Line& line) { return of_terms(line, locality_words); }},
    {"manager_reference", Part::work, [](const Line& line) { return of_terms(line, [](const Line&, const EngagementTerms& terms) { return terms.manager; }); }},
    {"caseload", Part::work, [](const Line& line) { return of_terms(line, [](const Line&, const EngagementTerms& terms) { return terms.caseload ? std::to_string(*terms.caseload) : std::string{}; }); }},
    {"terms_and_conditions", Part::work, [](const Line& line) { return of_terms(line, [](const Line& of, const EngagementTerms& terms) { return label(of, "terms_sets", terms.terms_set); }); }},
    {"start_date", Part::work, [](const Line& line) { return line.engagement == nullptr ? std::string{} : line.engagement->engagement.started_on.iso(); }},
    {"end_date", Part::work, [](const Line& line) { return line.engagement == nullptr ? std::string{} : iso(line.engagement->engagement.ended_on); }},
    {"origin", Part::leaving, [](const Line& line) { return line.engagement == nullptr ? std::string{} : label(line, "starter_origins", line.engagement->engagement.origin); }},
    {"reason_for_leaving", Part::leaving, [](const Line& line) { return line.engagement == nullptr ? std::string{} : label(line, "leaving_reasons", line.engagement->engagement.reason_for_leaving); }},
    {"destination", Part::leaving, [](const Line& line) { return line.engagement == nullptr ? std::string{} : label(line, "leaver_destinations", line.engagement->engagement.destination); }},
    {"pay", Part::pay, [](const Line& line) { return of_terms(line, [](const Line&, const EngagementTerms& terms) { return pay_words(terms); }); }},
    {"pension_scheme", Part::pay, [](const Line& line) { return of_terms(line, [](const Line& of, const EngagementTerms& terms) { return label(of, "pension_schemes", terms.pension_scheme); }); }},
    {"qualifications", Part::qualifications, [](const Line& line) { return facts_of(line, FactKind::qualification); }},
    {"professional_statuses", Part::qualifications, [](const Line& line) { return facts_of(line, FactKind::professional_status); }},
    {"skills", Part::skills, [](const Line& line) { return facts_of(line, FactKind::skill); }},
    {"languages", Part::skills, [](const Line& line) { return facts_of(line, FactKind::language); }},
    {"training", Part::training, [](const Line& line) { return facts_of(line, FactKind::training); }},
    {"last_supervision", Part::supervision, [](const Line& line) { return last_of(line, FactKind::supervision); }},
    {"last_appraisal", Part::supervision, [](const Line& line) { return last_of(line, FactKind::appraisal); }},
    {"checks", Part::checks, [](const Line& line) { return facts_of(line, FactKind::check); }},
    {"absence", Part::absence, [](const Line& line) { return facts_of(line, FactKind::absence); }},
    {"engagements", Part::work, [](const Line& line) { return std::to_string(line.held.engagements.size()); }},
}};

/// The engagement that stands for the record: of those in force the one with the highest FTE, else the last to end.
const HeldEngagement* main_engagement(const HeldStaffRecord& held, Date today)
{
    const HeldEngagement* best = nullptr;
    auto rank = [&](const HeldEngagement& one) {
        const auto* terms = terms_on(one, today);
        const bool current = Period{one.engagement.started_on, one.engagement.ended_on}.contains(today);
        return std::tuple{current, current && terms != nullptr && terms->fte ? terms->fte->thousandths() : 0, one.engagement.started_on};
    };
    for (const auto& one : held.engagements) {
        if (best == nullptr || rank(*best) < rank(one)) best = &one;
    }
    return best;
}

/// The parts that a viewer may see of anybody: their columns are in the file.
Sight parts_of_anybody(const access::Viewer& viewer, const Whose& whose)
{
    Sight parts;
    for (const auto& row : part_table()) {
        const bool permitted = !row.permission || !access::reach(viewer, *row.permission).is_nothing();
        const bool of_shared = std::ranges::any_of(whose.shared, [&](const SharedRecords& shared) { return shared.parts.sees(row.part); });
        if (permitted && (!whose.reach.is_nothing() || of_shared)) parts.add(row.part);
    }
    return parts;
}

}  // namespace

StaffExport::StaffExport(const access::Viewer& viewer, const Whose& whose, const RecordWords& words, std::vector<partnership::Setting> settings, Date today)
    : viewer_(viewer), whose_(whose), words_(words), settings_(std::move(settings)), today_(today), columns_(parts_of_anybody(viewer, whose)), writer_{{.byte_order_mark = true}}
{
    std::vector<std::string> heads{"organisation", "staff_reference", "family_name", "given_name"};
    for (const auto& column : columns) {
        if (columns_.sees(column.part)) heads.emplace_back(column.name);
    }
    writer_.row(heads);
}

void StaffExport::add(db::Reader& reader, const std::vector<StaffLine>& lines)
{
    std::vector<StaffRecordId> ids;
    for (const auto& line : lines) ids.push_back(line.id);
    const auto records = load_records(reader, ids);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const auto& held = records[at];
        const auto sight = sight_of(viewer_, whose_, {.organisation = lines[at].organisation, .localities = localities_on(held.engagements, settings_, today_), .staff_record = held.id});
        if (!sight) continue;
        const auto* engagement = main_engagement(held, today_);
        const Line line{.held = held, .engagement = engagement, .terms = engagement == nullptr ? nullptr : terms_on(*engagement, today_), .words = words_};
        std::vector<std::string> cells{lines[at].organisation_name, lines[at].reference, lines[at].family_name.reveal(), lines[at].given_name.reveal()};
        for (const auto& column : columns) {
            if (columns_.sees(column.part)) cells.push_back(sight->sees(column.part) ? column.value(line) : std::string{});
        }
        writer_.row(cells);
    }
}

}  // namespace kith::workforce
