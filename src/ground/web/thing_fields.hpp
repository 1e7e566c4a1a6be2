#pragma once
// A form for a value of one type, said once: each field with how it is shown, what its boxes hold, how an answer is read, and how it is taken over
// from another value. kept_things.hpp makes pages of them.
#include "base/named_choice.hpp"
#include "base/quantity.hpp"
#include "web/form_fields.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kith::web {

template <class T>
struct ThingField {
    std::string name, label;
    std::function<ui::Html(const Form&)> shown;
    std::function<Fields(const T&)> written;      ///< what its boxes hold, by their names
    std::function<void(Form&, T&)> read;          ///< what cannot be read is put on the form
    std::function<void(T&, const T&)> take_over;  ///< its value of another
};
template <class T>
using ThingFields = std::vector<ThingField<T>>;

struct FieldWords {
    std::string label, hint = {}, classes = {};
};

template <class T>
ThingField<T> line(std::string name, std::string T::* member, FieldWords words)
{
    return {name, words.label, [=](const Form& form) { return line_field(form, name, words.label, words.hint, words.classes); }, [=](const T& thing) { return Fields{{name, thing.*member}}; },
            [=](Form& form, T& thing) { thing.*member = form.text(name); }, [=](T& to, const T& from) { to.*member = from.*member; }};
}

template <class T>
ThingField<T> several_lines(std::string name, std::string T::* member, FieldWords words)
{
    auto field = line(name, member, words);
    field.shown = [=](const Form& form) { return words_field(form, name, words.label, words.hint); };
    return field;
}

/// "2026-03-31" in its three boxes; empty ones without a day.
Fields day_boxes(const std::string& name, const std::optional<Date>& day);
/// None where it cannot be read, which the form then says. `label` begins its sentences: "The day it is due".
std::optional<Date> read_day(Form& form, const std::string& name, const std::string& label, bool needed);

template <class T>
ThingField<T> day(std::string name, std::optional<Date> T::* member, FieldWords words, std::string in_sentences)
{
    return {name, words.label, [=](const Form& form) { return day_field(form, name, words.label, words.hint); }, [=](const T& thing) { return day_boxes(name, thing.*member); },
            [=](Form& form, T& thing) { thing.*member = read_day(form, name, in_sentences, false); }, [=](T& to, const T& from) { to.*member = from.*member; }};
}

/// A day that must be there.
template <class T>
ThingField<T> day(std::string name, Date T::* member, FieldWords words, std::string in_sentences)
{
    return {name, words.label, [=](const Form& form) { return day_field(form, name, words.label, words.hint); }, [=](const T& thing) { return day_boxes(name, thing.*member == Date{} ? std::nullopt : std::optional{thing.*member}); },
            [=](Form& form, T& thing) { thing.*member = read_day(form, name, in_sentences, true).value_or(thing.*member); }, [=](T& to, const T& from) { to.*member = from.*member; }};
}

/// One of a fixed list; what it was where the form does not ask.
template <class T, class Value>
ThingField<T> choice(std::string name, Value T::* member, const std::vector<NamedChoice<Value>>& choices, FieldWords words)
{
    Choices shown;
    for (const auto& one : choices) shown.emplace_back(one.name, one.words);
    return {name, words.label, [=](const Form& form) { return choice_field(form, name, words.label, shown, words.hint); }, [=, &choices](const T& thing) { return Fields{{name, std::string{choice_of(choices, thing.*member).name}}}; },
            [=, &choices](Form& form, T& thing) {
                if (const auto chosen = choice_named(choices, form.text(name))) thing.*member = *chosen;
                else if (form.has(name)) form.add({.field = name, .message = "Choose one from the list"});
            },
            [=](T& to, const T& from) { to.*member = from.*member; }};
}

/// Words that are chosen from a list.
template <class T>
ThingField<T> from_list(std::string name, std::string T::* member, Choices choices, FieldWords words)
{
    return {name, words.label, [=](const Form& form) { return choice_field(form, name, words.label, choices, words.hint); }, [=](const T& thing) { return Fields{{name, thing.*member}}; },
            [=](Form& form, T& thing) {
                if (!form.has(name)) return;
                thing.*member = form.text(name);
                for (const auto& [value, shown] : choices)
                    if (value == thing.*member) return;
                form.add({.field = name, .message = "Choose one from the list"});
            },
            [=](T& to, const T& from) { to.*member = from.*member; }};
}

/// Another thing, which the form names by its key; or none.
template <class Key>
struct Option {
    Key key;
    std::string value, words;  ///< `value`: what the form sends, such as its public id
};
template <class T, class Key>
ThingField<T> one_of(std::string name, std::optional<Key> T::* member, std::vector<Option<Key>> options, FieldWords words, std::string none = "None")
{
    Choices shown{{"", std::move(none)}};
    for (const auto& option : options) shown.emplace_back(option.value, option.words);
    return {name, words.label, [=](const Form& form) { return choice_field(form, name, words.label, shown, words.hint); },
            [=](const T& thing) {
                for (const auto& option : options)
                    if (thing.*member == option.key) return Fields{{name, option.value}};
                return Fields{{name, ""}};
            },
            [=](Form& form, T& thing) {
                (thing.*member).reset();
                const auto chosen = form.text(name);
                for (const auto& option : options)
                    if (option.value == chosen) thing.*member = option.key;
                if (!chosen.empty() && !(thing.*member)) form.add({.field = name, .message = "Choose one from the list"});
            },
            [=](T& to, const T& from) { to.*member = from.*member; }};
}

/// "20000.50", without the sign and the commas, as a box holds it.
std::string in_box(const std::optional<Pence>& pence);
/// Money in pounds, with or without its sign; none where the box is empty or cannot be read, which the form then says.
std::optional<Pence> read_pounds(Form& form, const std::string& name);

template <class T>
ThingField<T> pounds(std::string name, std::optional<Pence> T::* member, FieldWords words)
{
    if (words.classes.empty()) words.classes = "govuk-input--width-10";
    return {name, words.label, [=](const Form& form) { return line_field(form, name, words.label, words.hint, words.classes); }, [=](const T& thing) { return Fields{{name, in_box(thing.*member)}}; },
            [=](Form& form, T& thing) { thing.*member = read_pounds(form, name); }, [=](T& to, const T& from) { to.*member = from.*member; }};
}

/// A whole number from 1 up to `most`.
std::optional<std::int64_t> read_number(Form& form, const std::string& name, std::int64_t most);

template <class T>
ThingField<T> number(std::string name, std::int64_t T::* member, FieldWords words, std::int64_t most)
{
    if (words.classes.empty()) words.classes = "govuk-input--width-5";
    return {name, words.label, [=](const Form& form) { return line_field(form, name, words.label, words.hint, words.classes); }, [=](const T& thing) { return Fields{{name, std::to_string(thing.*member)}}; },
            [=](Form& form, T& thing) { thing.*member = read_number(form, name, most).value_or(thing.*member); }, [=](T& to, const T& from) { to.*member = from.*member; }};
}

}  // namespace kith::web
