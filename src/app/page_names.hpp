#pragma once
// What pages that show people's records are called where someone asks who has looked: in words, never an address.
#include <string>
#include <string_view>

namespace kith::app {

/// "/staff/{record}" → "a staff record"; empty for a page that has no name here.
std::string page_name(std::string_view pattern);

}  // namespace kith::app
