// A qualification, a skill, a training, a check ... of one person by hand: added, changed, taken away.
#include "base/text.hpp"
#include "upkeep/upkeep_fact.hpp"
#include "upkeep/subject_pages.hpp"

#include <algorithm>
#include <charconv>

namespace kith::upkeep {
namespace {

/// What the page is about: the kind that the address names, and the one of that kind that is changed; none where one is added.
struct Asked {
    const UpkeepFactForm* form = nullptr;
    const workforce::HeldFact* held = nullptr;
};

/// Not found where this viewer does not see facts of the kind, or the record holds none such that a form can say again.
Result<Asked> asked_of(web::Visit& visit, const UpkeepSubject& subject)
{
    Asked asked{upkeep_fact(visit.parameter("kind")), nullptr};
    if (asked.form == nullptr || !subject.sight.sees(workforce::part_of(asked.form->kind))) return not_found("Page");
    const auto text = visit.form().has("fact") ? visit.form().text("fact") : std::string{visit.request.query("fact")};
    if (text.empty()) return asked;
    std::int64_t id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    for (const auto& held : subject.found.held.facts) {
        const bool is_it = held.id.value() == id && held.fact.kind == asked.form->kind;
        if (is_it && can_be_changed_by_hand(held.fact)) asked.held = &held;
    }
    if (asked.held == nullptr) return not_found("Page");
    return asked;
}

UpkeepStep step_of(web::Visit& visit, const UpkeepDesk& desk, const UpkeepSubject& subject, const Asked& asked)
{
    const auto back = subject.path_with_job("/change");
    const bool is_new = asked.held == nullptr;
    return {.parts = {.title = std::string{is_new ? asked.form->add : asked.form->title}, .back = back, .nav = "/staff"},
            .content = [&visit, &desk, asked] {
                const auto id = asked.held == nullptr ? std::string{} : std::to_string(asked.held->id.value());
                return fact_fields(*asked.form, *desk.packs, id, visit.form());
            },
            .action = subject.path("/facts/" + std::string{asked.form->key}), .back = back, .saved = is_new ? "It is added" : "The change is saved", .to = back,
            .opening = [&subject] { return who(subject); }};
}

std::optional<Date> day_given(web::Visit& visit, const std::string& name, std::string_view label)
{
    if (label.empty()) return std::nullopt;
    const auto day = visit.form().optional_date(name, label);
    if (day) return *day;
    visit.form().add(day.error());
    return std::nullopt;
}

}  // namespace

workforce::Fact fact_given(web::Visit& visit, const UpkeepFactForm& form)
{
    workforce::Fact fact{.kind = form.kind, .list = std::string{workforce::row_of(form.kind).list}};
    const auto text = [&](std::string_view label, const char* name) { return label.empty() ? std::string{} : visit.form().text(name); };
    fact.code = text(form.code, "code");
    fact.detail = text(form.detail, "detail");
    fact.on = day_given(visit, "on", form.on);
    fact.until = day_given(visit, "until", form.until);
    fact.number = text(form.number, "number");
    fact.words = text(form.words, "words");
    return fact;
}

web::Response fact_page(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto subject = subject_of(visit);
    if (!subject) return visit.problem(subject.error());
    const auto asked = asked_of(visit, *subject);
    if (!asked) return visit.problem(asked.error());
    if (asked->held != nullptr) {
        const auto& fact = asked->held->fact;
        visit.form().fill("code", fact.code).fill("detail", fact.detail).fill("number", fact.number).fill("words", fact.words);
        fill_day(visit.form(), "on", fact.on);
        fill_day(visit.form(), "until", fact.until);
    }
    const auto step = step_of(visit, desk, *subject, *asked);
    return form_page(visit, step);
}

web::Response save_fact(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto subject = subject_of(visit);
    if (!subject) return visit.problem(subject.error());
    const auto asked = asked_of(visit, *subject);
    if (!asked) return visit.problem(asked.error());
    const auto* before = asked->held == nullptr ? nullptr : &asked->held->fact;
    const auto& code = subject->organisation.code;
    const auto& reference = subject->record().reference;
    const bool is_removed = before != nullptr && visit.form().text("removed") == "yes";
    auto fact = fact_given(visit, *asked->form);
    if (!is_removed && !asked->form->code.empty() && fact.code.empty())
        visit.form().add({ProblemKind::unacceptable, "code", "Choose the " + lower_ascii(asked->form->code)});
    auto rows = is_removed ? std::vector{removing_row(code, reference, *before)} : fact_rows(code, reference, before, std::move(fact));
    auto step = step_of(visit, desk, *subject, *asked);
    if (is_removed) step.saved = "It is taken away";
    const Draft draft{subject->organisation, {"Changed by hand", staff_return_of(rows)}, returns::Source::form};
    return walk(visit, desk, draft, step);
}

}  // namespace kith::upkeep
