#include "questionnaire/instrument_reader.hpp"

#include "questionnaire/instrument_check.hpp"
#include "questionnaire/pack_document.hpp"
#include "questionnaire/phrases.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace kith::questionnaire {
namespace {
constexpr std::size_t longest_short_text = 200, longest_long_text = 10'000;

/// What a section says once for its items.
struct ForItems {
    std::string section, scale;
    std::vector<std::string> viewpoints;
    bool dont_know = false, not_applicable = false;
};

/// Remembers where the part of that name begins, and says where there is a second one.
void keep_line(Draft& draft, Faults& faults, const std::string& what, const std::string& name, int line)
{
    if (!draft.lines.emplace(what + " " + name, line).second && !name.empty()) faults.say(line, "the " + what + " \"" + name + "\" is there twice; give each a name of its own");
}

/// One of the words that `among` pairs with its values.
template <class T>
std::optional<T> one_of(Faults& faults, int line, const std::string& text, const std::string& key, std::initializer_list<std::pair<std::string_view, T>> among)
{
    std::string known;
    for (const auto& [word, value] : among) {
        if (text == word) return value;
        known += (known.empty() ? "\"" : ", \"") + std::string{word} + "\"";
    }
    faults.say(line, "\"" + key + "\" must be one of " + known);
    return std::nullopt;
}

void read_languages(Fields& top, Instrument& into)
{
    for (const auto* node : top.tables("language", true)) {
        Fields fields{*node, "a language", top.faults()};
        Language language{.code = fields.text("code"), .name = fields.text("name"), .fallback = fields.optional_text("fallback")};
        auto direction = fields.optional_text("direction");
        if (!direction.empty())
            language.direction = one_of<Direction>(top.faults(), fields.line(), direction, "direction",
                                                   {{"left_to_right", Direction::left_to_right}, {"right_to_left", Direction::right_to_left}})
                                     .value_or(Direction::left_to_right);
        bool good = !language.code.empty() && !language.code.ends_with("-easy") && std::ranges::all_of(language.code, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
        if (!good) top.faults().say(fields.line(), "\"code\" of a language must be its code in small letters, like \"en\" or \"pa-arab\"");
        if (language_of(into.languages, language.code) != nullptr) top.faults().say(fields.line(), "the language \"" + language.code + "\" is there twice");
        fields.finish();
        into.languages.push_back(std::move(language));
    }
    for (const auto& language : into.languages) {
        const auto* at = &language;
        for (std::size_t steps = 0; at != nullptr && !at->fallback.empty(); at = language_of(into.languages, at->fallback)) {
            if (language_of(into.languages, at->fallback) == nullptr)
                top.faults().say(top.line(), "the language \"" + at->code + "\" falls back to \"" + at->fallback + "\", which is no language here");
            if (++steps > into.languages.size()) {
                top.faults().say(top.line(), "the language \"" + language.code + "\" falls back to itself in the end; the first language has no fallback");
                break;
            }
        }
    }
}

std::vector<AnsweredBy> read_answered_by(Fields& fields, std::vector<AnsweredBy> otherwise)
{
    if (fields.get("answered_by") == nullptr) return otherwise;
    std::vector<AnsweredBy> found;
    for (const auto& word : fields.names("answered_by"))
        if (auto who = one_of<AnsweredBy>(fields.faults(), fields.get("answered_by")->line, word, "answered_by",
                                          {{"self", AnsweredBy::self}, {"interviewer", AnsweredBy::interviewer}, {"group", AnsweredBy::group}}))
            found.push_back(*who);
    return found;
}

void read_head(Fields& top, Draft& draft)
{
    auto& into = draft.instrument;
    into.id = top.name("id");
    into.version = static_cast<int>(top.number("version", 1, 9'999).value_or(0));
    if (top.get("version") == nullptr) top.faults().say(top.line(), "\"version\" is missing; the first is 1, and each one published after it is higher");
    if (top.get("dated") == nullptr) top.faults().say(top.line(), "\"dated\" is missing");
    into.dated = top.day("dated").value_or(Date{});
    into.source = top.text("source");
    into.name = top.wording("name", true, into.languages);
    into.purpose = top.wording("purpose", true, into.languages);
    into.threshold = static_cast<std::size_t>(top.number("threshold", 3, 100).value_or(5));
    into.answered_by = read_answered_by(top, {AnsweredBy::self});
    for (const auto* node : top.tables("viewpoint", true)) {
        Fields fields{*node, "a viewpoint", top.faults()};
        into.viewpoints.push_back(
            {fields.name("id"), fields.wording("name", true, into.languages), fields.yes("children"), read_answered_by(fields, into.answered_by)});
        keep_line(draft, top.faults(), "viewpoint", into.viewpoints.back().id, node->line);
        fields.finish();
    }
    if (const auto* node = top.get("children")) {
        Fields fields{*node, "[children]", top.faults()};
        into.children = Children{.consent_under = static_cast<int>(fields.number("consent_under", 0, 18).value_or(-1)),
                                 .if_hurt = fields.wording("if_hurt", true, into.languages)};
        if (fields.get("consent_under") == nullptr)
            top.faults().say(node->line, "\"consent_under\" is missing from [children]: below what age a parent or carer is asked first, 0 for never");
        if (auto rule = fields.text("free_text"); !rule.empty())
            into.children->free_text = one_of<FreeText>(top.faults(), node->line, rule, "free_text",
                                                        {{"never", FreeText::never}, {"named_reader", FreeText::named_reader}})
                                           .value_or(FreeText::never);
        fields.finish();
    }
}

/// What Kith says, in the instrument's languages; a value that English names must be named, and no other.
void read_phrases(Fields& top, Draft& draft)
{
    draft.instrument.phrases = top.partial_wordings_by_name("phrases", draft.instrument.languages);
    const auto* node = top.get("phrases");
    for (const auto& [id, wording] : draft.instrument.phrases) {
        const auto at = std::ranges::find(node->keys, id) - node->keys.begin();
        const int line = node->entries[static_cast<std::size_t>(at)].line;
        const auto* known = phrase(id);
        if (known == nullptr) {
            top.faults().say(line, "\"" + id + "\" is no phrase of Kith's; docs/instruments.md has them all");
            continue;
        }
        const auto names = names_in_braces(known->english);
        for (const auto& words : {wording.plain, wording.easy})
            for (const auto& [language, text] : words)
                if (names_in_braces(text) != names)
                    top.faults().say(line, "the phrase \"" + id + "\" in \"" + language + "\" must have the same names in braces as in English: \"" + std::string{known->english} + "\"");
    }
}

void read_themes(Fields& top, Draft& draft)
{
    auto& into = draft.instrument;
    for (const auto* node : top.tables("theme", false)) {
        Fields fields{*node, "a theme", top.faults()};
        into.themes.push_back({fields.name("id"), fields.wording("name", true, into.languages), fields.wordings_by_name("success", into.languages),
                               fields.wordings("evidence", into.languages)});
        keep_line(draft, top.faults(), "theme", into.themes.back().id, node->line);
        fields.finish();
    }
}

void read_scales(Fields& top, Draft& draft)
{
    auto& into = draft.instrument;
    for (const auto* node : top.tables("scale", false)) {
        Fields fields{*node, "a scale", top.faults()};
        Scale scale{.id = fields.name("id"), .steps = {}, .midpoint = fields.wording("midpoint", true, into.languages)};
        for (const auto* step_node : fields.tables("step", true)) {
            Fields step{*step_node, "a step", top.faults()};
            auto value = step.number("value", -1'000, 1'000);
            if (step.get("value") == nullptr) top.faults().say(step_node->line, "\"value\" is missing from a step");
            if (value && !scale.steps.empty() && *value <= scale.steps.back().value)
                top.faults().say(step_node->line, "the steps must go up: " + std::to_string(*value) + " comes after " + std::to_string(scale.steps.back().value));
            scale.steps.push_back({static_cast<int>(value.value_or(0)), step.wording("text", true, into.languages), step.wording("description", false, into.languages)});
            step.finish();
        }
        if (scale.steps.size() == 1) top.faults().say(node->line, "a scale needs two steps at least");
        keep_line(draft, top.faults(), "scale", scale.id, node->line);
        into.scales.push_back(std::move(scale));
        fields.finish();
    }
}

std::vector<Option> read_options(Fields& fields, std::string_view key, const std::vector<Language>& languages)
{
    std::vector<Option> options;
    for (const auto* node : fields.tables(key, true)) {
        Fields option{*node, key == "rows" ? "a row" : "an option", fields.faults()};
        options.push_back({option.name("code"), option.wording("text", true, languages)});
        if (std::ranges::count(options, options.back().code, &Option::code) > 1)
            fields.faults().say(node->line, "the code \"" + options.back().code + "\" is there twice in this item");
        option.finish();
    }
    return options;
}

/// The keys that only items of this kind have.
void read_kind(Fields& fields, Item& item, const ForItems& section, const std::vector<Language>& languages)
{
    constexpr std::int64_t far = 1'000'000'000'000;
    auto& bounds = item.bounds;
    switch (item.kind) {
        case ItemKind::scale:
        case ItemKind::matrix:
            item.scale = fields.optional_name("scale");
            if (item.scale.empty()) item.scale = section.scale;
            if (item.scale.empty()) fields.faults().say(fields.line(), "\"scale\" is missing from the item \"" + item.key + "\" and from its section");
            if (item.kind == ItemKind::matrix) item.rows = read_options(fields, "rows", languages);
            break;
        case ItemKind::several:
            bounds.fewest = static_cast<std::size_t>(fields.number("fewest", 1, 100).value_or(1));
            bounds.most = static_cast<std::size_t>(fields.number("most", 1, 100).value_or(0));
            [[fallthrough]];
        case ItemKind::one:
            item.options = read_options(fields, "options", languages);
            break;
        case ItemKind::number:
            bounds.at_least = fields.number("at_least", -far, far);
            bounds.at_most = fields.number("at_most", -far, far);
            bounds.decimals = static_cast<int>(fields.number("decimals", 0, 3).value_or(0));
            break;
        case ItemKind::date:
            bounds.earliest = fields.day("earliest");
            bounds.latest = fields.day("latest");
            break;
        case ItemKind::short_text:
        case ItemKind::long_text: {
            auto most = item.kind == ItemKind::short_text ? longest_short_text : longest_long_text;
            auto usual = item.kind == ItemKind::short_text ? longest_short_text : std::size_t{2'000};
            bounds.longest = static_cast<std::size_t>(fields.number("longest", 1, static_cast<std::int64_t>(most)).value_or(static_cast<std::int64_t>(usual)));
        }
    }
    if (bounds.at_least && bounds.at_most && *bounds.at_most < *bounds.at_least) fields.faults().say(fields.line(), "\"at_most\" is less than \"at_least\"");
    if (bounds.earliest && bounds.latest && *bounds.latest < *bounds.earliest) fields.faults().say(fields.line(), "\"latest\" lies before \"earliest\"");
    if (bounds.most > 0 && bounds.most < bounds.fewest) fields.faults().say(fields.line(), "\"most\" is less than \"fewest\"");
    if (item.kind == ItemKind::several && std::max(bounds.fewest, bounds.most) > item.options.size())
        fields.faults().say(fields.line(), "the item \"" + item.key + "\" asks for more options than it has");
}

Item read_item(const Node& node, const ForItems& section, const std::vector<Language>& languages, Faults& faults)
{
    Item item{.section = section.section};
    auto key = std::ranges::find(node.keys, "key");
    auto named = key == node.keys.end() ? std::string{"an item"} : "the item \"" + node.entries[static_cast<std::size_t>(key - node.keys.begin())].text + "\"";
    Fields fields{node, named, faults};
    item.key = fields.name("key");
    item.words = fields.wording("text", true, languages);
    item.hint = fields.wording("hint", false, languages);
    item.viewpoints = fields.get("viewpoints") == nullptr ? section.viewpoints : fields.names("viewpoints");
    item.leaders_only = fields.yes("leaders_only");
    item.theme = fields.optional_name("theme");
    item.required = fields.yes("required");
    item.retired = fields.yes("retired");
    if (auto text = fields.optional_text("show_if"); !text.empty()) {
        auto condition = parse_condition(text);
        if (condition) item.show_if = std::move(*condition);
        else faults.say(fields.get("show_if")->line, "\"show_if\" of " + named + ": " + condition.error().message);
    }
    auto kind = fields.text("kind");
    if (auto known = item_kind(kind)) {
        item.kind = *known;
        // Free text that may be left empty needs neither, unless the item itself says so.
        item.dont_know = fields.get("dont_know") == nullptr ? section.dont_know && !item.is_free_text() : fields.yes("dont_know");
        item.not_applicable = fields.get("not_applicable") == nullptr ? section.not_applicable && !item.is_free_text() : fields.yes("not_applicable");
        read_kind(fields, item, section, languages);
        fields.finish();
    } else if (!kind.empty()) {
        faults.say(fields.get("kind")->line, "\"kind\" must be one of \"scale\", \"one\", \"several\", \"matrix\", \"number\", \"date\", \"short_text\", \"long_text\"");
    }
    return item;
}

void read_sections(Fields& top, Draft& draft)
{
    auto& into = draft.instrument;
    for (const auto* node : top.tables("section", true)) {
        Fields fields{*node, "a section", top.faults()};
        Section section{fields.name("id"), fields.wording("title", true, into.languages), fields.wording("introduction", false, into.languages)};
        ForItems of{.section = section.id, .scale = fields.optional_name("scale"), .viewpoints = fields.names("viewpoints"),
                    .dont_know = fields.yes("dont_know"), .not_applicable = fields.yes("not_applicable")};
        for (const auto* item : fields.tables("item", true)) {
            into.items.push_back(read_item(*item, of, into.languages, top.faults()));
            keep_line(draft, top.faults(), "item", into.items.back().key, item->line);
        }
        keep_line(draft, top.faults(), "section", section.id, node->line);
        into.sections.push_back(std::move(section));
        fields.finish();
    }
}

void read_results(Fields& top, Draft& draft)
{
    auto& into = draft.instrument;
    for (const auto* node : top.tables("score", false)) {
        Fields fields{*node, "a score", top.faults()};
        into.scores.push_back({fields.name("theme"), fields.names("items")});
        if (into.scores.back().items.empty()) top.faults().say(node->line, "\"items\" of a score must name one item at least");
        keep_line(draft, top.faults(), "score", into.scores.back().theme, node->line);
        fields.finish();
    }
    for (const auto* node : top.tables("resource", false)) {
        Fields fields{*node, "a resource", top.faults()};
        into.resources.push_back({fields.name("theme"), fields.numbers("levels"), fields.wording("title", true, into.languages),
                                  fields.wording("text", true, into.languages), fields.optional_text("link")});
        if (into.resources.back().levels.empty()) top.faults().say(node->line, "\"levels\" is missing: the steps at which it helps, like [1, 2]");
        if (!into.resources.back().link.empty() && !into.resources.back().link.starts_with("https://"))
            top.faults().say(node->line, "\"link\" must begin with https://");
        keep_line(draft, top.faults(), "resource", std::to_string(into.resources.size() - 1), node->line);
        fields.finish();
    }
}
}  // namespace

int Draft::line_of(std::string_view what, std::string_view name) const
{
    auto found = lines.find(std::string{what} + " " + std::string{name});
    return found == lines.end() ? 1 : found->second;
}

std::expected<Instrument, std::vector<packs::PackProblem>> read_instrument(const packs::PackFile& file)
{
    Faults faults{.file = file.name, .found = {}};
    Draft draft;
    if (auto document = read_document(file, faults)) {
        document->line = 1;
        Fields top{*document, "the instrument", faults};
        if (top.text("kind") != "instrument" && top.get("kind") != nullptr) faults.say(top.get("kind")->line, "\"kind\" must be \"instrument\"");
        read_languages(top, draft.instrument);
        read_head(top, draft);
        read_phrases(top, draft);
        read_themes(top, draft);
        read_scales(top, draft);
        read_sections(top, draft);
        read_results(top, draft);
        top.finish();
        check_together(draft, faults);
    }
    if (faults.found.empty()) return std::move(draft.instrument);
    std::ranges::stable_sort(faults.found, {}, &packs::PackProblem::line);
    return std::unexpected(std::move(faults.found));
}

}  // namespace kith::questionnaire
