#include "partnership/edit_pages.hpp"

#include "ui/words.hpp"

namespace kith::partnership {

namespace {

web::PageParts parts_of(const EditFrame& frame)
{
    return {.title = frame.title, .back = frame.back, .nav = frame.nav};
}

ui::Html form_of(web::Visit& visit, const EditFrame& frame)
{
    return ui::two_thirds(visit.in_form({.action = frame.action}, seen_field(visit.form()) + frame.fields(visit.form())));
}

}  // namespace

web::Response shown(web::Visit& visit, const EditFrame& frame)
{
    return visit.page(parts_of(frame), form_of(visit, frame));
}

web::Response saved(web::Visit& visit, const EditFrame& frame, std::string reason, std::string banner, const Save& save)
{
    if (visit.form().has_problems()) return visit.try_again(parts_of(frame), form_of(visit, frame));
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), std::move(reason)};
    auto path = save(changes);
    if (!path) {
        if (path.error().field.empty()) return visit.problem(path.error());
        visit.form().add(path.error());
        return visit.try_again(parts_of(frame), form_of(visit, frame));
    }
    visit.writer().commit();
    return visit.redirect(*path, std::move(banner));
}

}  // namespace kith::partnership
