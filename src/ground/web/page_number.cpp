#include "web/page_number.hpp"

#include <charconv>

namespace kith::web {

int page_number_in(const Request& request)
{
    const auto asked = request.query("page");
    int number = 1;
    std::from_chars(asked.data(), asked.data() + asked.size(), number);
    return number;
}

PageNumber page_asked_for(const Request& request, std::int64_t all, int limit)
{
    PageNumber number{.limit = limit};
    number.pages = static_cast<int>(std::max<std::int64_t>(1, (all + limit - 1) / limit));
    if (const auto page = page_number_in(request); page >= 1 && page <= number.pages) number.page = page;
    number.offset = (number.page - 1) * limit;
    return number;
}

}  // namespace kith::web
