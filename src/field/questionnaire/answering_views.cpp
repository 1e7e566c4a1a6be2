#include "questionnaire/answering_views.hpp"

#include "base/text.hpp"
#include "questionnaire/answer_text.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::questionnaire {
namespace {

bool children_answer(const FirstPage& page)
{
    return std::ranges::any_of(page.viewpoints, [](const Viewpoint* viewpoint) { return viewpoint->children; });
}

bool only_children_answer(const FirstPage& page)
{
    return std::ranges::all_of(page.viewpoints, [](const Viewpoint* viewpoint) { return viewpoint->children; });
}

ui::Html reader_html(const NamedReader& reader, const Reading& reading)
{
    if (reader.days == 1) return phrase_html(reading, "reader_in_a_day", {{"name", reader.name}});
    return phrase_html(reading, "reader", {{"name", reader.name}, {"days", std::to_string(reader.days)}});
}

/// With spaces between.
ui::Html one_after_another(const std::vector<ui::Html>& sentences)
{
    ui::Html all;
    for (const auto& sentence : sentences) all += (all.empty() ? ui::Html{} : ui::text(" ")) + sentence;
    return all;
}

/// Links to other languages, easy read and large print: no scripts, and nothing has to be chosen.
ui::Html ways_of_reading(const FirstPage& page)
{
    std::vector<ui::Content> ways;
    const auto& shown = page.reading.shown;
    for (const auto& language : page.reading.instrument.languages) {
        if (language.code == shown.voice.language) continue;
        auto other = shown;
        other.voice.language = language.code;
        ways.emplace_back(ui::element("span", {{"lang", language.code}, {"dir", language.direction == Direction::right_to_left ? "rtl" : "ltr"}}, ui::link(language.name, shown_href(page.path, other))));
    }
    auto easy = shown, large = shown;
    easy.voice.easy = !shown.voice.easy;
    large.large = !shown.large;
    ways.emplace_back(ui::link(phrase_html(page.reading, shown.voice.easy ? "usual_words" : "easy_words"), shown_href(page.path, easy)));
    ways.emplace_back(ui::link(phrase_html(page.reading, shown.large ? "usual_print" : "large_print"), shown_href(page.path, large)));
    return ui::not_in_print(ui::bullets(ways));
}

ui::Html consent_field(const FirstPage& page)
{
    const auto& instrument = page.reading.instrument;
    if (!children_answer(page) || !instrument.children || instrument.children->consent_under == 0) return {};
    const auto age = std::to_string(instrument.children->consent_under);
    std::vector<ui::RadioItem> items{{.text = phrase_html(page.reading, "age_old_enough", {{"age", age}}), .value = "old_enough"},
                                     {.text = phrase_html(page.reading, "age_parent_said_yes"), .value = "parent_said_yes"},
                                     {.text = phrase_html(page.reading, "age_not_asked"), .value = "not_asked"}};
    if (!only_children_answer(page)) items.insert(items.begin(), {.text = phrase_html(page.reading, "age_adult"), .value = "adult"});
    return ui::radios({.fieldset = {.legend = {.text = phrase_html(page.reading, "age"), .classes = "govuk-fieldset__legend--s"}}, .error_message = {.text = page.form.error("consent").value_or("")}, .name = "consent",
                       .items = std::move(items), .value = page.form.text("consent")});
}

ui::Html viewpoint_field(const FirstPage& page)
{
    if (page.viewpoints.size() < 2) return {};
    std::vector<ui::RadioItem> items;
    // In the usual words even in easy read, where a viewpoint may be called "You": among others that says nothing.
    const Reading plainly{page.reading.instrument, {.voice = {.language = page.reading.shown.voice.language}}};
    for (const auto* viewpoint : page.viewpoints) items.push_back({.text = said_html(plainly, viewpoint->name), .value = viewpoint->id});
    return ui::radios({.fieldset = {.legend = {.text = phrase_html(page.reading, "viewpoint"), .classes = "govuk-fieldset__legend--s"}}, .hint = {.text = phrase_html(page.reading, "viewpoint_hint")},
                       .error_message = {.text = page.form.error("viewpoint").value_or("")}, .name = "viewpoint", .items = std::move(items), .value = page.form.text("viewpoint")});
}

ui::Html leader_field(const FirstPage& page)
{
    const bool asked = std::ranges::any_of(page.viewpoints, [&](const Viewpoint* viewpoint) { return asks_who_leads(page.reading.instrument, viewpoint->id); });
    if (!asked || page.link.for_whom.leader) return {};
    return ui::radios({.fieldset = {.legend = {.text = phrase_html(page.reading, "leads"), .classes = "govuk-fieldset__legend--s"}}, .hint = {.text = phrase_html(page.reading, "leads_hint")},
                       .error_message = {.text = page.form.error("leader").value_or("")}, .name = "leader",
                       .items = {{.text = phrase_html(page.reading, "yes"), .value = "yes"}, {.text = phrase_html(page.reading, "no"), .value = "no"}}, .value = page.form.text("leader"), .classes = "govuk-radios--inline"});
}

std::string_view how_it_is_known(LinkWay way)
{
    switch (way) {
    case LinkWay::one_use: return "known_one_use";
    case LinkWay::account: return "known_account";
    case LinkWay::open: return "known_open";
    case LinkWay::paper: return "known_paper";
    case LinkWay::group: return "known_group";
    }
    return {};
}

std::vector<ui::Content> known_in_full(const Campaign& campaign, const CampaignLink& link, const Reading& reading)
{
    const auto say = [&](std::string_view id, Filled filled = {}) { return phrase_html(reading, id, filled); };
    std::vector<ui::Content> known{say("known_no_name"), say(how_it_is_known(link.way)), say(link.for_whom.organisation || link.for_whom.locality ? "known_place" : "known_no_place"),
                                   say("known_together", {{"number", std::to_string(reading.instrument.threshold)}}), say("known_words")};
    if (campaign.reader) known.emplace_back(say(campaign.reader->days == 1 ? "known_reader_in_a_day" : "known_reader", {{"name", campaign.reader->name}, {"days", std::to_string(campaign.reader->days)}}));
    return known;
}

std::vector<ui::Content> known_easily(const Campaign& campaign, const Reading& reading)
{
    const auto say = [&](std::string_view id, Filled filled = {}) { return phrase_html(reading, id, filled); };
    std::vector<ui::Content> known{say("easily_no_name"), say("easily_not_yours"), say(campaign.reader ? "easily_day_of_words" : "easily_no_day"), say("easily_together", {{"number", std::to_string(reading.instrument.threshold)}})};
    if (campaign.reader) known.emplace_back(say("easily_reader", {{"name", campaign.reader->name}}));
    known.emplace_back(say("easily_stop"));
    return known;
}

}  // namespace

std::vector<ui::Content> what_is_known(const Campaign& campaign, const CampaignLink& link, const Reading& reading, const std::vector<const Viewpoint*>& viewpoints)
{
    const bool only_children = std::ranges::all_of(viewpoints, [](const Viewpoint* viewpoint) { return viewpoint->children; });
    // The easy words are of somebody alone with the page; whoever is asked by another is known to them.
    return reading.shown.voice.easy && only_children && link.way != LinkWay::group ? known_easily(campaign, reading) : known_in_full(campaign, link, reading);
}

ui::Html if_hurt(const Campaign& campaign, const Reading& reading)
{
    if (!reading.instrument.children || reading.instrument.children->if_hurt.empty()) return {};
    if (!campaign.reader) return ui::inset_text({.text = phrase_html(reading, "hurt_and_nobody_reads")});
    auto words = ui::paragraph(said_html(reading, reading.instrument.children->if_hurt));
    if (campaign.reader) words += ui::paragraph(reader_html(*campaign.reader, reading));
    return ui::inset_text({.text = words});
}

ui::Html first_words(const FirstPage& page)
{
    auto words = ui::paragraph(said_html(page.reading, page.reading.instrument.purpose), "govuk-body-l");
    words += ways_of_reading(page);
    const bool is_short = page.reading.shown.voice.easy && only_children_answer(page);
    std::vector<ui::Html> sentences;
    if (!is_short) sentences.push_back(phrase_html(page.reading, "asked_by", {{"partnership", page.partnership}}));
    if (!is_short && page.questions > 0) sentences.push_back(phrase_html(page.reading, "about_questions", {{"number", std::to_string(page.questions)}}));
    sentences.push_back(phrase_html(page.reading, is_short ? "may_answer_until" : "may_leave_out", {{"date", day_said(page.reading.shown.voice, page.campaign.closes_on)}}));
    words += ui::paragraph(one_after_another(sentences));
    if (page.link.way == LinkWay::group && !page.link.words.empty()) words += ui::inset_text({.text = phrase_html(page.reading, "asked_by_interviewer", {{"name", page.link.words}})});
    if (children_answer(page)) words += if_hurt(page.campaign, page.reading);
    words += ui::heading(2, phrase_html(page.reading, "known_title"), "m") + ui::bullets(what_is_known(page.campaign, page.link, page.reading, page.viewpoints));
    if (page.has_begun) words += ui::inset_text({.text = ui::paragraph(one_after_another({phrase_html(page.reading, "have_begun"), ui::link(phrase_html(page.reading, "go_on"), page.path + "/part")}))});
    return words;
}

ui::Html first_fields(const FirstPage& page)
{
    return viewpoint_field(page) + leader_field(page) + consent_field(page);
}

ui::Html answers_to_check(const Reading& reading, const std::vector<Part>& parts, const Answers& answers, const std::string& path)
{
    ui::Html content;
    for (const auto& part : parts) {
        std::vector<ui::SummaryRow> rows;
        for (const auto* item : part.items) {
            const auto given = answers.find(item->key);
            const auto words = given == answers.end() ? std::string{} : words_of(reading.instrument, *item, given->second, reading.shown.voice);
            rows.push_back({.key = {.text = said_html(reading, item->words)}, .value = {.text = words.empty() ? phrase_html(reading, "no_answer") : ui::text(words)}});
        }
        const auto title = said_text(reading, part.section->title);
        content += ui::summary_list({.rows = std::move(rows), .card = {.title = {.text = title}, .actions = {.items = {{.href = path + "/part/" + part.section->id, .text = phrase_html(reading, "change"), .visually_hidden_text = title}}}}});
    }
    return content;
}

}  // namespace kith::questionnaire
