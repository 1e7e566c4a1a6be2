#include "questionnaire/phrases.hpp"

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
