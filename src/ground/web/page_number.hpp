#pragma once
// Which page of a long list is looked at: the query's "page", held against how many there are.
#include "web/request.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace kith::web {

struct PageNumber {
    int page = 1;
    int pages = 1;   ///< at least one
    int limit = 0;   ///< rows a page
    int offset = 0;  ///< rows before it

    /// The page's part of a list that is held whole.
    template <class Item>
    std::vector<Item> part_of(std::vector<Item> all) const
    {
        all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(all.size(), static_cast<std::size_t>(offset))));
        if (all.size() > static_cast<std::size_t>(limit)) all.erase(all.begin() + limit, all.end());
        return all;
    }
};

/// The number asked for, whether or not there is such a page; 1 where none is.
int page_number_in(const Request& request);
/// The page asked for, of `all` rows at `limit` a page; what is not a page there is the first.
PageNumber page_asked_for(const Request& request, std::int64_t all, int limit);

}  // namespace kith::web
