#include "questionnaire/instrument_check.hpp"

#include <algorithm>

namespace kith::questionnaire {
namespace {
std::string in_marks(std::string_view text)
{
    return "\"" + std::string{text} + "\"";
}

/// One condition of one item, held against the items that come before it.
class ConditionCheck {
public:
    ConditionCheck(const Instrument& instrument, const Item& item, int line, Faults& faults)
        : instrument_(instrument), item_(item), line_(line), faults_(faults)
    {
    }

    void walk(const Condition& condition)
    {
        using enum Condition::Kind;
        for (const auto& part : condition.parts) walk(part);
        if (condition.kind == viewpoint)
            for (const auto& value : condition.values)
                if (instrument_.viewpoint(value) == nullptr) say("there is no viewpoint " + in_marks(value));
        if (condition.kind != answer && condition.kind != at_least) return;
        const auto* other = earlier(condition.item);
        if (other == nullptr) return;
        if (other->retired) say(in_marks(other->key) + " is retired, so it is never answered");
        if (std::ranges::none_of(instrument_.viewpoints, [&](const Viewpoint& entry) { return item_.is_for(entry.id) && other->is_for(entry.id); }))
            say(in_marks(other->key) + " is asked of nobody who is asked this");
        if (condition.kind == at_least) {
            if (other->kind != ItemKind::scale && other->kind != ItemKind::number) say(in_marks(other->key) + " is no scale or number, so it is never \"at least\" anything");
            return;
        }
        for (const auto& value : condition.values)
            if (!can_be(*other, value)) say(in_marks(other->key) + " is never " + in_marks(value) + "; use one of its values, or \"answered\"");
    }

private:
    void say(const std::string& message) { faults_.say(line_, "\"show_if\" of the item " + in_marks(item_.key) + ": " + message); }

    const Item* earlier(const std::string& key)
    {
        for (const auto& other : instrument_.items) {
            if (&other == &item_) break;
            if (other.key == key) return &other;
        }
        say(instrument_.item(key) == nullptr ? "there is no item " + in_marks(key)
                                             : "it may look only at items that come before it, and " + in_marks(key) + " does not; move one of them");
        return nullptr;
    }

    bool can_be(const Item& other, const std::string& value) const
    {
        if (value == answered_code) return true;
        if (value == dont_know_code) return other.dont_know;
        if (value == not_applicable_code) return other.not_applicable;
        if (other.kind == ItemKind::number) return std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
        if (other.kind == ItemKind::scale) {
            const auto* scale = instrument_.scale(other.scale);
            return scale == nullptr || std::ranges::any_of(scale->steps, [&](const ScaleStep& step) { return std::to_string(step.value) == value; });
        }
        return std::ranges::find(other.options, value, &Option::code) != other.options.end();
    }

    const Instrument& instrument_;
    const Item& item_;
    int line_;
    Faults& faults_;
};

void check_items(const Draft& draft, Faults& faults)
{
    const auto& instrument = draft.instrument;
    for (const auto& item : instrument.items) {
        auto line = draft.line_of("item", item.key);
        auto say = [&](const std::string& message) { faults.say(line, "the item " + in_marks(item.key) + " " + message); };
        for (const auto& id : item.viewpoints)
            if (instrument.viewpoint(id) == nullptr) say("is for the viewpoint " + in_marks(id) + ", which is not there");
        if (!item.theme.empty() && instrument.theme(item.theme) == nullptr) say("is of the theme " + in_marks(item.theme) + ", which is not there");
        if (!item.scale.empty() && instrument.scale(item.scale) == nullptr) say("is answered on the scale " + in_marks(item.scale) + ", which is not there");
        if (item.required && item.is_free_text()) say("is free text and required; let people leave it empty");
        if (item.show_if) ConditionCheck{instrument, item, line, faults}.walk(*item.show_if);
    }
}

void check_viewpoints(const Draft& draft, Faults& faults)
{
    const auto& instrument = draft.instrument;
    bool has_children = false;
    for (const auto& viewpoint : instrument.viewpoints) {
        auto line = draft.line_of("viewpoint", viewpoint.id);
        auto is_asked = [&](const Item& item) { return !item.retired && !item.leaders_only && item.is_for(viewpoint.id); };
        if (std::ranges::none_of(instrument.items, is_asked)) faults.say(line, "the viewpoint " + in_marks(viewpoint.id) + " is asked nothing; give it an item that is not for leaders only");
        if (!viewpoint.children) continue;
        has_children = true;
        if (!instrument.children || instrument.children->free_text != FreeText::never) continue;
        for (const auto& item : instrument.items)
            if (item.is_free_text() && is_asked(item))
                faults.say(draft.line_of("item", item.key), "the item " + in_marks(item.key) + " is free text and children are asked it, while [children] says free_text = \"never\"");
    }
    if (has_children && !instrument.children) faults.say(1, "children are asked, and [children] with its rules is missing");
    if (!has_children && instrument.children) faults.say(1, "[children] is there, and no viewpoint says children = true");
}

void check_framework(const Draft& draft, Faults& faults)
{
    const auto& instrument = draft.instrument;
    for (const auto& theme : instrument.themes) {
        auto line = draft.line_of("theme", theme.id);
        for (const auto& [id, words] : theme.success)
            if (instrument.viewpoint(id) == nullptr) faults.say(line, "\"success\" of the theme " + in_marks(theme.id) + " is for the viewpoint " + in_marks(id) + ", which is not there");
        if (!instrument.is_framework()) continue;
        for (const auto& viewpoint : instrument.viewpoints)
            if (!theme.success.contains(viewpoint.id))
                faults.say(line, "the theme " + in_marks(theme.id) + " does not say what success is for the viewpoint " + in_marks(viewpoint.id) + "; a framework says it for every one");
    }
}

/// The scale on which a theme's score stands: that of its first item; null where there is none.
const Scale* scale_of(const Instrument& instrument, const Score& score)
{
    const auto* first = score.items.empty() ? nullptr : instrument.item(score.items.front());
    return first == nullptr ? nullptr : instrument.scale(first->scale);
}

void check_scores(const Draft& draft, Faults& faults)
{
    const auto& instrument = draft.instrument;
    for (const auto& score : instrument.scores) {
        auto line = draft.line_of("score", score.theme);
        if (instrument.theme(score.theme) == nullptr) faults.say(line, "the score is for the theme " + in_marks(score.theme) + ", which is not there");
        const auto* scale = scale_of(instrument, score);
        for (const auto& key : score.items) {
            const auto* item = instrument.item(key);
            const auto* own = item == nullptr ? nullptr : instrument.scale(item->scale);
            if (item == nullptr) faults.say(line, "the score of " + in_marks(score.theme) + " has the item " + in_marks(key) + ", which is not there");
            else if (own == nullptr) faults.say(line, "the item " + in_marks(key) + " is not answered on a scale, so it makes no score");
            else if (scale != nullptr && !own->has_values_of(*scale)) faults.say(line, "the items of the score of " + in_marks(score.theme) + " stand on scales of different values");
            if (item != nullptr && item->theme != score.theme) faults.say(line, "the item " + in_marks(key) + " is not of the theme " + in_marks(score.theme));
        }
    }
    for (std::size_t i = 0; i < instrument.resources.size(); ++i) {
        const auto& resource = instrument.resources[i];
        auto line = draft.line_of("resource", std::to_string(i));
        auto score = std::ranges::find(instrument.scores, resource.theme, &Score::theme);
        if (score == instrument.scores.end()) {
            faults.say(line, "the resource is for the theme " + in_marks(resource.theme) + ", which has no score");
            continue;
        }
        if (const auto* scale = scale_of(instrument, *score))
            for (int level : resource.levels)
                if (std::ranges::find(scale->steps, level, &ScaleStep::value) == scale->steps.end())
                    faults.say(line, "the level " + std::to_string(level) + " is no step of the scale " + in_marks(scale->id));
    }
}
}  // namespace

void check_together(const Draft& draft, Faults& faults)
{
    check_items(draft, faults);
    check_viewpoints(draft, faults);
    check_framework(draft, faults);
    check_scores(draft, faults);
}

}  // namespace kith::questionnaire
