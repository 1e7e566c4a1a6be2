#pragma once
// What ends the pages of the house: the abbreviations that stand on one, and what they mean.
#include "packs/packs.hpp"
#include "ui/html.hpp"
#include "web/visit.hpp"

namespace kith::strategy {

/// Nothing where the page has none that is explained, by the pack or by the partnership.
ui::Html terms_on_page(web::Visit& visit, const packs::Packs& packs, const ui::Html& content);

}  // namespace kith::strategy
