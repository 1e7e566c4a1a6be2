#pragma once
// Posts as people see them: the list, and one post with its history. Values in, markup out. Private to the room.
#include "ui/html.hpp"
#include "web/address.hpp"
#include "workforce/post_history.hpp"
#include "workforce/vacancy.hpp"
#include "workforce/wanted_views.hpp"

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
    std::string add_href;  ///< empty where the viewer may not add one
};
ui::Html post_list(const PostListView& view);

struct PostView {
    const PostLine& post;
    std::vector<PostSpell> spells;
    std::string contract;
    std::string opened;
    std::string closed;
    int days_vacant = 0;
    std::vector<std::string> at_once;  ///< references of vacancies that run at the same time, which no post can have
    std::vector<VacancyFault> left_open{};  ///< what the rules say of vacancies that outlived it
    bool may_change = false;           ///< it and its vacancies
    Date today;
};
ui::Html post_page(const PostView& view);

/// The inside of the form that adds or changes one.
ui::Html post_fields(const web::Form& form, const WantedChoices& choices);

}  // namespace kith::workforce
