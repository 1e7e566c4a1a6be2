#pragma once
// Posts as people see them: the list, and one post with its history. Values in, markup out. Private to the room.
#include "ui/html.hpp"
#include "web/address.hpp"
#include "workforce/post_history.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kith::workforce {

/// One post as the list shows it.
struct PostLine {
    PublicId id;
    std::string reference;
    std::string organisation;
    std::string role;
    std::string place;     ///< setting, else locality
    std::string fte;
    std::string standing;  ///< "Vacant since 3 May 2026, 42 days"
    bool is_vacant = false;
};

struct PostListView {
    const std::vector<PostLine>& lines;  ///< those of this page
    std::int64_t total = 0;
    std::int64_t vacant = 0;
    int page = 1;
    int pages = 1;
    web::Address address;
};
ui::Html post_list(const PostListView& view);

struct PostView {
    const PostLine& post;
    std::vector<PostSpell> spells;
    std::string contract;
    std::string opened;
    int days_vacant = 0;
    bool may_change = false;  ///< its vacancies
    Date today;
};
ui::Html post_page(const PostView& view);

}  // namespace kith::workforce
