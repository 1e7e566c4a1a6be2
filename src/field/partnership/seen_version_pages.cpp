#include "partnership/seen_version_pages.hpp"

#include "db/transaction.hpp"
#include "partnership/organisation_store.hpp"
#include "ui/html.hpp"

namespace kith::partnership {

void fill_seen(web::Visit& visit, const db::RegisterTable& table, std::int64_t id)
{
    visit.form().fill("seen", std::to_string(version_of(visit.reader(), table, id)));
}

ui::Html seen_field(const web::Form& form)
{
    const auto seen = form.text("seen");
    if (seen.empty()) return {};
    return ui::element("input", {{"type", "hidden"}, {"name", "seen"}, {"value", seen}});
}

Result<void> still_as_seen(web::Visit& visit, const db::RegisterTable& table, std::int64_t id)
{
    if (visit.form().text("seen") == std::to_string(version_of(visit.writer(), table, id))) return {};
    return conflict("Someone changed this since you opened the page, so nothing was saved. Go back, load the page again, and make your change to what it "
                    "says now.");
}

}  // namespace kith::partnership
