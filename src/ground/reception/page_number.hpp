#pragma once
// Which page of a list is asked for. Private to this room.
#include "web/visit.hpp"

namespace kith::reception {

struct PageNumber {
    int page = 1;
    int pages = 1;
    int limit = 0;
    int offset = 0;
};

/// The query's "page", of `all` rows at `limit` a page; what is not a page there is the first.
PageNumber page_asked_for(const web::Visit& visit, std::int64_t all, int limit);

}  // namespace kith::reception
