#pragma once
// The rules of the social work census: what its schema demands, what the Department for Education's guide asks besides, and what cannot be so.
// Each speaks of one worker and at the element concerned. Pure.
#include "census/csww_file.hpp"
#include "intake/rule.hpp"

#include <array>
#include <functional>
#include <span>

namespace kith::census {

using intake::Effect;

/// Against what a worker is judged.
struct CswwJudging {
    const packs::Packs& packs;
    Date first_day;   ///< of the census year: 1 October
    Date census_day;  ///< 30 September
};

/// Says that the rule speaks at an element; the detail fills the {} of its words.
using CswwSay = std::function<void(CswwItem at, std::string detail)>;

struct CswwRule {
    std::string_view id;
    Effect effect;
    std::string_view words;
    std::string_view source;
    void (*look)(const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say);
    std::array<CswwItem, 3> beside = {CswwItem::whole, CswwItem::whole, CswwItem::whole};  ///< what it looks at besides the element where it speaks; whole: nothing more
};

/// Told of each finding about a worker that asks something a person can answer, so that it can be given its query.
using CswwAsks = std::function<void(returns::Finding& finding, const CswwRule& rule, const CswwWorker& worker, CswwItem at)>;

/// Rules about the shape of elements: what the schema would refuse.
std::span<const CswwRule> csww_shape_rules();
/// Rules about what the values say together.
std::span<const CswwRule> csww_sense_rules();

/// A rule about the file's header or about several workers; `judge_csww` holds what they look at.
struct CswwFileRule {
    std::string_view id;
    Effect effect;
    std::string_view element;
    std::string_view words;
    std::string_view source;
};
std::span<const CswwFileRule> csww_file_rules();

/// The census day that the file's header states; the 30 September of its year, or the last before `today`, where it states none.
Date census_day_of(const CswwFile& file, Date today);
/// The census year that ends on that day.
CswwJudging judging_for(const packs::Packs& packs, Date census_day);

/// Applies every rule: findings by line; workers refused and values silenced in `file`. `asks` may be empty.
returns::Findings judge_csww(CswwFile& file, const std::string& file_name, const packs::Packs& packs, Date today, const CswwAsks& asks = {});

/// The census's rules as a Markdown table, for docs/rules.md.
std::string census_rules_table();

/// True where the text is what the census's schema takes for an element of that shape.
bool fits(const CswwElement& element, std::string_view text, const packs::Packs& packs);

}  // namespace kith::census
