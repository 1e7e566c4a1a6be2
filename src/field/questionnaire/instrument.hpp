#pragma once
// An instrument: a questionnaire as data, in one version, with all that is needed to ask it, to check its answers and to make scores of them.
#include "base/date.hpp"
#include "questionnaire/condition.hpp"
#include "questionnaire/wording.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::questionnaire {

enum class AnsweredBy { self, interviewer, group };  ///< the person; a named interviewer for them; a facilitator for a group

/// From where someone looks: those with one viewpoint answer the same statements.
struct Viewpoint {
    std::string id;
    Wording name;
    bool children = false;  ///< children and young people: the rules of `Children` hold for what they write
    std::vector<AnsweredBy> answered_by;  ///< the instrument's own, where the viewpoint says nothing else
};

/// What the instrument asks about under one name; an arc of the framework.
struct Theme {
    std::string id;
    Wording name;
    std::map<std::string, Wording, std::less<>> success;  ///< what success is, by viewpoint; for frameworks
    std::vector<Wording> evidence;                        ///< what to look for beside the answers
};

struct ScaleStep {
    int value = 0;
    Wording words;
    Wording description;  ///< what it is like to stand here; may be empty
};

/// Steps from least to most. The middle is described, since a middle that means nothing is where everyone stands who does not know.
struct Scale {
    std::string id;
    std::vector<ScaleStep> steps;
    Wording midpoint;
    /// The same values, whatever the words: answers on one may be averaged with answers on the other.
    bool has_values_of(const Scale& other) const;
};

enum class ItemKind { scale, one, several, matrix, number, date, short_text, long_text };

/// An option of a choice, or a row of a matrix.
struct Option {
    std::string code;
    Wording words;
};

/// How far an answer may go.
struct Bounds {
    std::optional<std::int64_t> at_least, at_most;  ///< of a number
    int decimals = 0;                               ///< of a number: 0 to 3
    std::optional<Date> earliest, latest;           ///< of a date
    std::size_t longest = 0;                        ///< of a text, in characters
    std::size_t fewest = 1, most = 0;               ///< of several, where any is chosen; 0: as many as there are
};

/// One thing asked.
struct Item {
    std::string key;  ///< never changes once published, nor does the kind
    ItemKind kind = ItemKind::scale;
    std::string section;
    std::vector<std::string> viewpoints;  ///< who is asked; empty: everyone
    bool leaders_only = false;            ///< and of these only who leads or manages
    std::string theme;
    std::string scale;             ///< of a scale or a matrix
    std::vector<Option> options;   ///< of one and several
    std::vector<Option> rows;      ///< of a matrix
    Bounds bounds;
    bool dont_know = false;        ///< "Don't know" is offered
    bool not_applicable = false;   ///< "Does not apply" is offered
    bool required = false;
    bool retired = false;          ///< asked no more, and kept, so that its key is not given to something else
    std::optional<Condition> show_if;
    Wording words;
    Wording hint;
    bool is_for(std::string_view viewpoint) const;
    bool is_free_text() const { return kind == ItemKind::short_text || kind == ItemKind::long_text; }
};

struct Section {
    std::string id;
    Wording title;
    Wording introduction;
};

/// The score of a theme: the mean of the answers to these items, "don't know", "does not apply" and no answer left out.
struct Score {
    std::string theme;
    std::vector<std::string> items;
};

/// What may help where a theme stands at one of these steps.
struct Resource {
    std::string theme;
    std::vector<int> levels;
    Wording title;
    Wording words;
    std::string link;  ///< https, or empty
};

enum class FreeText { never, named_reader };  ///< named_reader: only where the campaign says who reads it, and within how long

/// What holds where children answer.
struct Children {
    FreeText free_text = FreeText::never;
    int consent_under = 0;  ///< below this age a parent or carer is asked first
    Wording if_hurt;        ///< what happens if they tell us that someone is being hurt, and whom to ring now
};

struct Instrument {
    std::string id;
    int version = 1;
    Wording name;
    Wording purpose;
    Date dated;
    std::string source;
    std::vector<Language> languages;  ///< the first is the one it was written in
    std::vector<AnsweredBy> answered_by;  ///< by whom, where a viewpoint says nothing else
    std::size_t threshold = 5;  ///< groups of fewer answers are not shown
    std::vector<Viewpoint> viewpoints;
    std::vector<Theme> themes;
    std::vector<Scale> scales;
    std::vector<Section> sections;
    std::vector<Item> items;  ///< in the order in which they are asked
    std::vector<Score> scores;
    std::vector<Resource> resources;
    std::optional<Children> children;
    std::map<std::string, Wording, std::less<>> phrases;  ///< what Kith itself says to whoever answers, in the instrument's languages: phrases.hpp
    std::string digest;  ///< of the file it was read from: by it a campaign knows that nobody changed the file under it

    const Viewpoint* viewpoint(std::string_view key) const;
    const Theme* theme(std::string_view key) const;
    const Scale* scale(std::string_view key) const;
    const Section* section(std::string_view key) const;
    const Item* item(std::string_view key) const;
    /// What it says of success for each theme from each viewpoint: a framework.
    bool is_framework() const;
    std::string_view say(const Wording& wording, const Voice& voice) const { return said(wording, voice, languages).words; }
    /// Everything in which this version breaks with an earlier, published one, in words; nothing where answers to both can be set side by side.
    std::vector<std::string> breaks_with(const Instrument& earlier) const;
    bool is_compatible_with(const Instrument& earlier) const { return breaks_with(earlier).empty(); }
};

/// "short_text": as packs say it.
std::string_view name_of(ItemKind kind);
/// The kind of that name; nothing where there is none.
std::optional<ItemKind> item_kind(std::string_view name);

}  // namespace kith::questionnaire
