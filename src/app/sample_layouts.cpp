// Kith's own columns: staff returns, facts, vacancies. Extracts of other systems stand in sample_extracts.cpp.
#include "app/sample_known.hpp"

#include <algorithm>
#include <array>

namespace kith::app {
namespace {

using Cells = std::vector<std::string>;

constexpr std::array<std::string_view, 29> kith_columns{
    "organisation", "staff_reference", "family_name", "given_name",         "date_of_birth", "role",       "contract",
    "fte",          "setting",         "locality",    "start_date",         "end_date",      "terms_from", "sex",
    "ethnicity",    "disability",      "origin",      "reason_for_leaving", "destination",   "hours",      "pattern",
    "pay",          "pay_period",      "terms_set",   "pension_scheme",     "manager",       "caseload",
    "seconded_from", "seconded_to"};

Cells kith_row(const SampleKnown& known, const SamplePerson& person, const SampleTerms& terms)
{
    const bool left = has_left(person, known.on);
    const bool is_one = person.terms.size() == 1 || known.on < person.terms[1].from;
    const auto pay = pay_of(person, terms);
    return {known.employer.code,
            person.reference,
            person.family_name,
            person.given_name,
            uk(person.born),
            std::string{terms.role},
            std::string{terms.contract},
            terms.fte.text(),
            person.place->code,
            person.place->locality,
            person.started.uk(),
            uk(last_day_known(person, known.on)),
            is_one ? std::string{} : terms.from.uk(),
            std::string{person.sex},
            std::string{person.ethnicity},
            std::string{person.disability},
            std::string{person.origin},
            std::string{left ? person.reason : ""},
            std::string{left ? person.destination : ""},
            hours_of(terms),
            std::string{person.pattern},
            pay,
            pay.empty() ? "" : person.is_paid_by_hour ? "hour" : "year",
            std::string{person.terms_set},
            std::string{person.pension},
            person.manager,
            cases_of(person, known.on),
            std::string{},
            std::string{left ? "" : person.seconded_to}};
}

SampleCells kith_cells(const SampleKnown& known)
{
    SampleCells cells{{kith_columns.begin(), kith_columns.end()}, {}};
    for_everyone(known, [&](const SamplePerson& person) {
        for (const auto& terms : person.terms)
            if (terms.from <= known.on) cells.rows.push_back(kith_row(known, person, terms));
    });
    return cells;
}

constexpr std::array<std::string_view, 19> fact_columns{"qualifications",
                                                        "professional_statuses",
                                                        "registration_number",
                                                        "registration_until",
                                                        "skills",
                                                        "languages",
                                                        "last_supervision",
                                                        "last_appraisal",
                                                        "sickness_from",
                                                        "sickness_until",
                                                        "sickness_days_lost",
                                                        "identity_check",
                                                        "right_to_work_check",
                                                        "references_check",
                                                        "criminal_record_check",
                                                        "criminal_record_number",
                                                        "barred_list_check",
                                                        "prohibition_check",
                                                        "childcare_disqualification_check"};

/// Codes of a kind with ; between.
std::string listed(const SamplePerson& person, std::string_view kind, Date on)
{
    std::string codes;
    for (const auto& fact : person.facts)
        if (fact.kind == kind && (!fact.on || *fact.on <= on)) codes += (codes.empty() ? "" : ";") + std::string{fact.code};
    return codes;
}

/// The registration as it stood on the day: it was renewed year by year since.
std::optional<Date> in_force_until(const SampleFact& fact, Date on)
{
    auto until = fact.until;
    while (until && on.plus_years(1) < until->plus_years(-1)) until = until->plus_years(-1);
    return until;
}

/// The check that was done before the job began, or the first there is.
const SampleFact* first_check(const SamplePerson& person, std::string_view code, Date on)
{
    for (const auto& fact : person.facts)
        if (fact.kind == "check" && fact.code == code && *fact.on <= on) return &fact;
    return nullptr;
}

/// The last quarter that was over by then.
const SampleFact* last_absence(const SamplePerson& person, Date on)
{
    const SampleFact* found = nullptr;
    for (const auto& fact : person.facts)
        if (fact.kind == "absence" && *fact.until <= on) found = &fact;
    return found;
}

void add_facts(Cells& row, const SamplePerson& person, Date on)
{
    const auto day_of = [](const SampleFact* fact) { return fact == nullptr ? std::string{} : uk(fact->on); };
    const auto check = [&](std::string_view code) { return day_of(first_check(person, code, on)); };
    const auto* status = person.latest("professional_status", {}, on);
    const auto* certificate = first_check(person, "criminal_record", on);
    for (auto kind : {"qualification", "professional_status"}) row.push_back(listed(person, kind, on));
    row.push_back(status == nullptr ? std::string{} : status->number);
    row.push_back(status == nullptr ? std::string{} : uk(in_force_until(*status, on)));
    for (auto kind : {"skill", "language"}) row.push_back(listed(person, kind, on));
    for (auto kind : {"supervision", "appraisal"}) row.push_back(day_of(person.latest(kind, {}, on)));
    const auto* absence = last_absence(person, on);
    row.push_back(day_of(absence));
    row.push_back(absence == nullptr ? std::string{} : uk(absence->until));
    row.push_back(absence == nullptr ? std::string{} : absence->detail);
    for (auto code : {"identity", "right_to_work", "references"}) row.push_back(check(code));
    row.push_back(day_of(certificate));
    row.push_back(certificate == nullptr ? std::string{} : certificate->number);
    for (auto code : {"barred_list", "prohibition"}) row.push_back(check(code));
    row.push_back(day_of(person.latest("check", "childcare_disqualification", on)));  // asked again each year
}

SampleCells wide_cells(const SampleKnown& known)
{
    auto cells = SampleCells{{kith_columns.begin(), kith_columns.end()}, {}};
    cells.header.insert(cells.header.end(), fact_columns.begin(), fact_columns.end());
    for_everyone(known, [&](const SamplePerson& person) {
        for (const auto& terms : person.terms) {
            if (known.on < terms.from) continue;
            cells.rows.push_back(kith_row(known, person, terms));
            add_facts(cells.rows.back(), person, known.on);
        }
    });
    return cells;
}

bool is_told(const SampleFact& fact, const SamplePerson& person, const SampleKnown& known)
{
    const auto told_from = fact.kind == "absence" ? fact.until : fact.on;  // a quarter is told once it is over
    if (told_from && *told_from > known.on) return false;
    const bool is_new = known.since < person.started || !known.changes;
    return is_new || (told_from && *told_from > known.since) || (fact.kind == "professional_status" && fact.until);
}

/// A third of the posts have a number.
std::string post_of(const SampleKnown& known, const SampleVacancy& vacancy)
{
    return vacancy.post % 3 == 1 ? fmt::format("P{}-{:03}", known.employer.code, vacancy.post) : std::string{};
}

std::string opened(const SampleVacancy& vacancy) { return vacancy.first_held.plus_years(-4).uk(); }

/// Half of those had been vacant once before the first holder that is known; it is told with the first vacancy since.
bool had_another_before(const SampleKnown& known, const SampleVacancy& vacancy)
{
    const auto first = std::ranges::find(known.staff.vacancies, vacancy.post, &SampleVacancy::post);
    return vacancy.post % 6 == 1 && &*first == &vacancy;
}

Cells earlier_cells(const SampleKnown& known, const SampleVacancy& since, const std::string& post)
{
    return {known.employer.code, since.reference + "A", post, opened(since), std::string{since.role}, since.place->code, std::string{since.contract}, since.fte.text(),
            since.first_held.plus_days(-60).uk(), since.first_held.plus_days(-53).uk(), since.first_held.plus_days(-20).uk(), since.first_held.uk(), ""};
}

}  // namespace

SampleCells staff_cells(SampleFormat format, const SampleKnown& known)
{
    switch (format) {
    case SampleFormat::kith: return kith_cells(known);
    case SampleFormat::kith_wide:
    case SampleFormat::workbook: return wide_cells(known);
    case SampleFormat::school:
    case SampleFormat::payroll:
    case SampleFormat::nhs: return extract_cells(format, known);
    case SampleFormat::nothing_yet: break;
    }
    return {};
}

SampleCells fact_cells(const SampleKnown& known)
{
    SampleCells cells{{"staff_reference", "kind", "code", "detail", "on", "until", "number", "words"}, {}};
    for (const auto& person : known.staff.people) {
        if (!person.is_known_on(known.on) || (person.ended && *person.ended <= known.since)) continue;
        for (const auto& fact : person.facts)
            if (is_told(fact, person, known))
                cells.rows.push_back({person.reference, std::string{fact.kind}, std::string{fact.code}, fact.detail, uk(fact.on),
                                      uk(fact.kind == "professional_status" ? in_force_until(fact, known.on) : fact.until), fact.number,
                                      std::string{fact.words}});
    }
    return cells;
}

SampleCells vacancy_cells(const SampleKnown& known)
{
    SampleCells cells{{"organisation", "vacancy_reference", "post_reference", "post_opened_on", "role", "setting", "contract", "fte", "vacant_from", "advertised_on",
                       "offered_on", "filled_on", "hard_to_fill"},
                      {}};
    const auto by_then = [&](Date day) { return day <= known.on ? day.uk() : std::string{}; };
    for (const auto& vacancy : known.staff.vacancies) {
        if (known.on < vacancy.from) continue;
        const auto advertised = vacancy.from.plus_days(7);
        const bool is_hard = !vacancy.filled ? vacancy.from.plus_days(150) < known.on : vacancy.from.plus_days(200) < *vacancy.filled;
        const bool had_time = vacancy.filled && vacancy.from.plus_days(21) < *vacancy.filled;
        const auto post = post_of(known, vacancy);
        if (had_another_before(known, vacancy)) cells.rows.push_back(earlier_cells(known, vacancy, post));
        cells.rows.push_back(
            {known.employer.code, vacancy.reference, post, post.empty() ? std::string{} : opened(vacancy), std::string{vacancy.role}, vacancy.place->code, std::string{vacancy.contract},
             vacancy.fte.text(), vacancy.from.uk(), vacancy.filled && !had_time ? std::string{} : by_then(advertised),
             had_time ? by_then(vacancy.filled->plus_days(-10)) : std::string{}, vacancy.filled ? by_then(*vacancy.filled) : std::string{},
             is_hard && known.on > vacancy.from.plus_days(150) ? "few_applicants" : ""});
    }
    return cells;
}

}  // namespace kith::app
