#include "questionnaire/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace kith::questionnaire {
namespace {

constexpr auto all_phrases = std::to_array<Phrase>({
    {"easy_words", "In easy words"},
    {"usual_words", "In the usual words"},
    {"large_print", "In large print"},
    {"usual_print", "In the usual print"},
    {"about_questions", "There are about {number} questions."},
    {"asked_by", "Asked by {partnership}."},
    {"may_leave_out", "You can leave out any that is not marked as needed, stop at any time, and come back with a code. Answer until {date}."},
    {"may_answer_until", "You do not have to answer. You can answer until {date}."},
    {"have_begun", "You have begun to answer."},
    {"go_on", "Go on where you stopped"},
    {"begin", "Begin"},
    {"begin_anew", "Begin anew"},
    {"come_back", "Come back with a code"},
    {"leaflet", "All this on one side of paper"},
    {"viewpoint", "From where do you look at it?"},
    {"viewpoint_hint", "Choose what fits best: each is asked its own questions"},
    {"choose_viewpoint", "Choose from where you look at it"},
    {"leads", "Do you lead or manage others?"},
    {"leads_hint", "Those who do are asked a few questions more"},
    {"choose_leads", "Choose whether you lead or manage others"},
    {"yes", "Yes"},
    {"no", "No"},
    {"age", "How old are you?"},
    {"age_adult", "I am an adult"},
    {"age_old_enough", "I am {age} or older"},
    {"age_parent_said_yes", "I am younger, and a parent or carer has said yes"},
    {"age_not_asked", "I am younger, and nobody has asked them yet"},
    {"choose_age", "Choose how old you are"},
    {"ask_parent", "Ask a parent or carer first"},
    {"ask_parent_show", "Show them this page. If they say yes, go back and begin."},
    {"ask_parent_nothing_kept", "Nothing that you said was kept. You do not have to take part, and nobody minds if you do not."},
    {"part", "Part {number} of {of}"},
    {"meanings", "What the answers mean"},
    {"dont_know", "I don't know"},
    {"not_applicable", "This does not apply"},
    {"or", "or"},
    {"instead", "Instead of an answer"},
    {"choose_up_to", "Choose up to {most}"},
    {"choose_all", "Choose all that fit"},
    {"up_to_characters", "Up to {most} characters."},
    {"save_and_go_on", "Save and go on"},
    {"save_and_check", "Save and check"},
    {"save_for_later", "Save and come back later"},
    {"kept", "Your answers are kept"},
    {"keep_code", "Write this code down, or keep it in mind"},
    {"use_code", "Come back to the same link until {date}, choose \"Come back with a code\" and type it. Nobody can look the code up for you: it is kept nowhere."},
    {"stopped_by_mistake", "Where you stopped by mistake:"},
    {"go_on_now", "go on now"},
    {"your_code", "Your code"},
    {"code_hint", "Four words and a number, such as kite-plum-otter-lemon-41"},
    {"enter_code", "Enter your code"},
    {"no_such_code", "There are no answers under that code: see that each word is right. Answers that were sent have none any more"},
    {"continue", "Go on"},
    {"check", "Check your answers"},
    {"no_answer", "No answer"},
    {"change", "Change"},
    {"sent_for_good", "Once they are sent they cannot be changed or taken back, because nobody knows which are yours."},
    {"send", "Send my answers"},
    {"thank_you", "Thank you"},
    {"answers_are_in", "Your answers are in"},
    {"what_comes", "They are put together with those of others. What comes of it is told to everyone who was asked."},
    {"someone_else", "Answer for someone else on this device"},
    {"reader", "The person who reads what you write: {name}. They read it within {days} days."},
    {"hurt_and_nobody_reads", "Nobody reads words of yours here. If you or someone else is being hurt, or is not safe, tell an adult whom you trust. If you need help now, ring 999. You can ring Childline at any hour on 0800 1111; it is free."},
    {"asked_by_interviewer", "Say to whoever you ask: \"You are asked by {name}, who writes down what you say.\""},
    {"reader_in_a_day", "The person who reads what you write: {name}. They read it within a day."},
    {"known_title", "What is known about you", "What we know about you"},
    {"known_no_name", "No name, address or date is kept with the answers."},
    {"known_one_use", "This link was made for one person, so it is known that it was used, and nothing tells which answers came by it, or when."},
    {"known_account", "It is known that you answered, because you are signed in. Your answers are kept apart from your account, and nothing tells which are yours, or when they came."},
    {"known_open", "This link is the same for everyone who was given it. Nobody knows who used it, or when."},
    {"known_paper", "You type in what others wrote on paper. Nothing is kept of who typed it, or when."},
    {"known_group", "You write down what one person or a group says, and you know who said it. Nothing is kept with the answers of who said or wrote them, or when."},
    {"known_place", "With the answers it is kept which organisation or part of the area this link was made for, and from which viewpoint they were given."},
    {"known_no_place", "With the answers it is kept from which viewpoint they were given, and no organisation."},
    {"known_together", "Results are shown of {number} people or more together. Smaller groups are not shown, and cannot be worked out from what is."},
    {"known_words", "What you write in your own words is kept apart from your other answers and read by those who prepare the results. Leave out names."},
    {"known_reader", "What children and young people write is read by {name}, within {days} days. It is kept with the day, the hour and which link it came by, so that somebody can act on it."},
    {"known_reader_in_a_day", "What children and young people write is read by {name}, within a day. It is kept with the day, the hour and which link it came by, so that somebody can act on it."},
    {"easily_no_name", "You do not tell us your name."},
    {"easily_not_yours", "We do not know which answers are yours."},
    {"easily_day_of_words", "We keep the day and time only of what you write."},
    {"easily_no_day", "We do not know when you answered."},
    {"easily_together", "We only show answers of {number} people or more, all together."},
    {"easily_reader", "{name} reads what you write."},
    {"easily_stop", "You can stop at any time. That is fine."},
    {"leaflet_time", "How long it takes, and by when"},
    {"leaflet_questions", "There are about {number} questions. They take about {minutes} minutes at most."},
    {"leaflet_number", "{fewest} to {most}"},
    {"leaflet_until", "You can answer until {date}. Nobody has to: leave out any question, stop at any time, and come back with a code."},
    {"leaflet_hurt", "If someone is being hurt"},
    {"leaflet_parent", "Children under {age} ask a parent or carer first."},
    {"leaflet_answers", "What happens with the answers"},
    {"leaflet_report", "The report is due on {date}."},
    {"leaflet_ask", "Whom to ask"},
    {"leaflet_ask_contact", "Ask {contact}."},
    {"leaflet_ask_giver", "Ask whoever gave you this leaflet."},
    {"leaflet_code", "QR code with the address of the questions"},
    {"one_more", "Your answers bring on a question more on this page"},
    {"not_offered", "Choose one of the answers that are offered"},
    {"choose_one", "Choose one answer only"},
    {"choose_one_of_these", "Choose one of these only"},
    {"choose_either", "Choose either the answers that fit, or that you do not know or it does not apply"},
    {"choose_at_least", "Choose at least {fewest}"},
    {"each_line", "Answer each line"},
    {"answer_this", "Answer this question"},
    {"choose_fitting", "Choose the answers that fit"},
    {"value_or_none", "Give an answer, or say that there is none; not both"},
    {"whole_number", "Enter a whole number"},
    {"number", "Enter a number"},
    {"number_with_places", "Enter a number, such as 2.5, with no more decimal places than {places}"},
    {"real_day", "Enter a real date with day, month and year, such as 27 3 2026"},
    {"day", "Enter a date"},
    {"from_to", "from {least} to {most}"},
    {"at_least", "{least} or more"},
    {"at_most", "{most} or less"},
    {"or_later", "{least} or later"},
    {"or_earlier", "{most} or earlier"},
    {"unreadable_signs", "Type the answer anew: it has signs that cannot be read"},
    {"no_letters", "Type the answer anew: it has signs that are no letters"},
    {"in_one_line", "Type the answer anew, in one line"},
    {"too_long", "Your answer has {length} characters; it can have {most} at most"},
});

std::string filled_in(std::string_view text, Filled filled)
{
    std::string words{text};
    for (const auto& [name, value] : filled) {
        const auto mark = "{" + std::string{name} + "}";
        for (auto at = words.find(mark); at != words.npos; at = words.find(mark, at + value.size())) words.replace(at, mark.size(), value);
    }
    return words;
}

}  // namespace

std::span<const Phrase> phrases() { return all_phrases; }

const Phrase* phrase(std::string_view id)
{
    const auto found = std::ranges::find(all_phrases, id, &Phrase::id);
    return found == all_phrases.end() ? nullptr : &*found;
}

SaidPhrase said_phrase(const Instrument& instrument, std::string_view id, const Voice& voice, Filled filled)
{
    if (const auto own = instrument.phrases.find(id); own != instrument.phrases.end())
        if (const auto words = said(own->second, voice, instrument.languages); words.language != nullptr) return {filled_in(words.words, filled), words.language->code};
    const auto* known = phrase(id);
    if (known == nullptr) throw std::logic_error("there is no phrase " + std::string{id});
    return {filled_in(voice.easy && !known->easy.empty() ? known->easy : known->english, filled), "en"};
}

std::string day_said(const Voice& voice, Date day)
{
    return voice.language.empty() || voice.language == "en" ? day.in_words() : fmt::format("{:02}/{:02}/{}", day.day(), day.month(), day.year());
}

std::vector<std::string> names_in_braces(std::string_view text)
{
    std::set<std::string> names;
    for (auto at = text.find('{'); at != text.npos; at = text.find('{', at + 1))
        if (const auto end = text.find('}', at); end != text.npos) names.emplace(text.substr(at + 1, end - at - 1));
    return {names.begin(), names.end()};
}

std::vector<std::string_view> phrases_without(const Instrument& instrument, const Language& language)
{
    std::vector<std::string_view> without;
    if (language.code == "en") return without;
    for (const auto& known : all_phrases) {
        const auto own = instrument.phrases.find(known.id);
        if (own == instrument.phrases.end() || !own->second.plain.contains(language.code)) without.push_back(known.id);
    }
    return without;
}

}  // namespace kith::questionnaire
