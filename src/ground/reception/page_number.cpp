#include "reception/page_number.hpp"

#include <algorithm>
#include <charconv>

namespace kith::reception {

PageNumber page_asked_for(const web::Visit& visit, std::int64_t all, int limit)
{
    PageNumber number{.limit = limit};
    number.pages = static_cast<int>(std::max<std::int64_t>(1, (all + limit - 1) / limit));
    const auto asked = visit.request.query("page");
    int page = 1;
    const auto read = std::from_chars(asked.data(), asked.data() + asked.size(), page);
    if (read.ec == std::errc{} && page >= 1 && page <= number.pages) number.page = page;
    number.offset = (number.page - 1) * limit;
    return number;
}

}  // namespace kith::reception
