#include "questionnaire/answering.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace kith::questionnaire {
namespace {

/// Short words that most who read English spell right, and none that hurts.
constexpr std::array<std::string_view, 256> words{
    "acorn", "actor", "alarm", "album", "amber", "angel", "ankle", "apple", "apron", "arrow", "autumn", "badge", "bagel", "banjo", "barn", "basin", "basket", "beach",
    "beaker", "bean", "bell", "bench", "berry", "bird", "biscuit", "blanket", "boat", "book", "boot", "bottle", "bowl", "box", "branch", "brass", "bread", "brick",
    "bridge", "brook", "broom", "brush", "bubble", "bucket", "bugle", "bulb", "bunny", "bus", "butter", "button", "cabin", "cake", "camel", "camera", "candle", "canoe",
    "cap", "carpet", "carrot", "castle", "cedar", "cellar", "chair", "chalk", "cheese", "cherry", "chess", "chimney", "circle", "circus", "clock", "cloud", "clover",
    "coat", "cocoa", "comb", "comet", "copper", "coral", "corn", "cotton", "cradle", "crane", "crayon", "cricket", "crown", "cup", "curtain", "cushion", "daisy",
    "dance", "desk", "dish", "dolphin", "donkey", "door", "dragon", "drum", "duck", "eagle", "easel", "echo", "elbow", "elm", "ember", "engine", "fabric", "falcon",
    "feather", "fern", "ferry", "field", "fig", "finch", "flag", "flask", "flute", "forest", "fork", "fossil", "fox", "garden", "garlic", "gate", "ginger", "glass",
    "globe", "glove", "goat", "gold", "goose", "grape", "grass", "guitar", "hammer", "hamper", "harbour", "harp", "hat", "hazel", "hedge", "heron", "hill", "honey",
    "hoop", "horn", "house", "igloo", "iris", "island", "ivy", "jacket", "jar", "jelly", "jigsaw", "jumper", "kettle", "kite", "kitten", "ladder", "lake", "lamp",
    "lantern", "lark", "lemon", "lily", "lime", "linen", "lion", "lizard", "locket", "lunch", "magnet", "maple", "marble", "market", "meadow", "melon", "mint", "mirror",
    "mitten", "moon", "mouse", "mug", "nest", "nut", "oak", "oar", "olive", "onion", "orange", "otter", "owl", "paddle", "paint", "panda", "paper", "parcel", "park",
    "parrot", "pasta", "peach", "pear", "pebble", "pencil", "pepper", "piano", "picnic", "pigeon", "pillow", "pine", "planet", "plum", "pocket", "pond", "pony", "poppy",
    "potato", "puddle", "puzzle", "quilt", "rabbit", "radio", "rain", "raisin", "ribbon", "river", "robin", "rocket", "roof", "rose", "rug", "saddle", "salad", "sand",
    "scarf", "seal", "shed", "shell", "ship", "silver", "skate", "sledge", "slipper", "snail", "snow", "soap", "sofa", "spoon", "squirrel", "star", "stone", "story",
    "sugar", "sun", "swan", "table", "tent",};

}  // namespace

std::vector<Part> parts_of(const Campaign& campaign, const Instrument& instrument, const Respondent& respondent, const Answers& answers)
{
    const auto items = asked_in(campaign, instrument, respondent, answers);
    std::vector<Part> parts;
    for (const auto& section : instrument.sections) {
        Part part{.section = &section, .items = {}};
        std::ranges::copy_if(items, std::back_inserter(part.items), [&](const Item* item) { return item->section == section.id; });
        if (!part.items.empty()) parts.push_back(std::move(part));
    }
    return parts;
}

const Part* part_named(const std::vector<Part>& parts, std::string_view section)
{
    const auto found = std::ranges::find_if(parts, [&](const Part& part) { return part.section->id == section; });
    return found == parts.end() ? nullptr : &*found;
}

const Part* part_after(const std::vector<Part>& parts, const Instrument& instrument, std::string_view section)
{
    bool passed = false;
    for (const auto& each : instrument.sections) {
        if (passed)
            if (const auto* part = part_named(parts, each.id)) return part;
        passed = passed || each.id == section;
    }
    return nullptr;
}

const Part* first_unanswered(const std::vector<Part>& parts, const Answers& answers)
{
    for (const auto& part : parts)
        if (std::ranges::any_of(part.items, [&](const Item* item) { return !answers.contains(item->key); })) return &part;
    return parts.empty() ? nullptr : &parts.back();
}

std::vector<const Viewpoint*> viewpoints_for(const Instrument& instrument, LinkWay way)
{
    std::vector<const Viewpoint*> found;
    for (const auto& viewpoint : instrument.viewpoints) {
        const auto& by = viewpoint.answered_by.empty() ? instrument.answered_by : viewpoint.answered_by;
        const auto has = [&](AnsweredBy one) { return std::ranges::find(by, one) != by.end(); };
        const bool fits = way == LinkWay::paper || (way == LinkWay::group ? has(AnsweredBy::group) || has(AnsweredBy::interviewer) : has(AnsweredBy::self) && !(way == LinkWay::account && viewpoint.children));
        if (fits) found.push_back(&viewpoint);
    }
    return found;
}

std::vector<const Viewpoint*> viewpoints_at(const Instrument& instrument, const CampaignLink& link)
{
    if (const auto* fixed = instrument.viewpoint(link.for_whom.viewpoint)) return {fixed};
    return viewpoints_for(instrument, link.way);
}

bool asks_who_leads(const Instrument& instrument, std::string_view viewpoint)
{
    const auto* found = instrument.viewpoint(viewpoint);
    return found != nullptr && !found->children && std::ranges::any_of(instrument.items, [&](const Item& item) { return item.leaders_only && !item.retired && item.is_for(viewpoint); });
}

std::expected<Respondent, std::vector<Unsettled>> respondent_of(const Instrument& instrument, const std::vector<const Viewpoint*>& offered, std::optional<bool> leader, const Introduction& said)
{
    const auto found = std::ranges::find_if(offered, [&](const Viewpoint* viewpoint) { return viewpoint->id == said.viewpoint; });
    if (found == offered.end()) return std::unexpected(std::vector<Unsettled>{{"viewpoint", "choose_viewpoint"}});
    std::vector<Unsettled> missing;
    if (!leader && asks_who_leads(instrument, said.viewpoint) && said.leader != "yes" && said.leader != "no") missing.push_back({"leader", "choose_leads"});
    const bool asks_age = (*found)->children && instrument.children && instrument.children->consent_under > 0;
    if (asks_age && said.consent != "old_enough" && said.consent != "parent_said_yes" && said.consent != "not_asked") missing.push_back({"consent", "choose_age"});
    if (!missing.empty()) return std::unexpected(std::move(missing));
    return Respondent{.viewpoint = said.viewpoint, .leader = leader.value_or(asks_who_leads(instrument, said.viewpoint) && said.leader == "yes")};
}

std::string memorable_code(const std::vector<std::uint8_t>& bytes)
{
    std::string code;
    for (std::size_t i = 0; i + 1 < code_bytes; ++i) code += std::string{words.at(bytes.at(i))} + "-";
    return code + std::to_string(10 + bytes.at(code_bytes - 1) % 90);
}

std::string tidied_memorable_code(std::string_view typed)
{
    std::string tidy;
    for (char c : lower_ascii(trimmed(typed))) {
        const bool sign = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (sign) tidy += c;
        else if (!tidy.empty() && tidy.back() != '-') tidy += '-';
    }
    while (!tidy.empty() && tidy.back() == '-') tidy.pop_back();
    return tidy;
}

}  // namespace kith::questionnaire
