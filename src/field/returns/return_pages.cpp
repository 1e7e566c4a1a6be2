// The list of returns, handing one in, and templates.
#include "returns/return_pages.hpp"

#include "db/error.hpp"
#include "jobs/queue.hpp"
#include "returns/return_jobs.hpp"
#include "returns/return_register.hpp"
#include "returns/return_store.hpp"
#include "returns/return_views.hpp"
#include "returns/unknown_file.hpp"
#include "returns/whose.hpp"
#include "web/page_number.hpp"

#include <fstream>
#include <iterator>

namespace kith::returns {
namespace {

constexpr int page_size = 25;

OrganisationNames by_id(const std::vector<OrganisationName>& organisations)
{
    OrganisationNames names;
    for (const auto& organisation : organisations) names.emplace(organisation.id, organisation);
    return names;
}

ReturnFilter filter_of(const web::Request& request, const OrganisationNames& names)
{
    ReturnFilter filter;
    const auto organisation = request.query("organisation");
    for (const auto& [id, name] : names) {
        if (name.public_id.text() == organisation) filter.organisation = id;
    }
    const auto state = request.query("state");
    if (state_id(state_of(state)) == state) filter.state = state_of(state);
    return filter;
}

/// What this organisation did last is offered first, where there is only the one.
std::string act_offered(web::Visit& visit, const std::vector<OrganisationName>& organisations)
{
    if (visit.form().has("act")) return visit.form().text("act");
    if (organisations.size() != 1) return {};
    const auto last = last_taken(visit.reader(), organisations.front().id);
    return last ? std::string{act_id(last->speaks.act)} : std::string{};
}

/// Whether it lists everyone, which month or term it is for, and when those it leaves out left. Problems in "last_day".
Result<Speaks> speaks_in(const web::Form& form, Date today)
{
    Speaks speaks{.act = act_of(form.text("act")), .about = period_of(form.text("about"), today), .last_day = {}};
    if (speaks.act != Act::full) return speaks;
    const auto last_day = form.optional_date("last_day", "Last day of those it leaves out");
    if (!last_day) return std::unexpected(last_day.error());
    if (*last_day && **last_day > today) return unacceptable("last_day", "Last day of those it leaves out must be today or in the past");
    speaks.last_day = *last_day;
    return speaks;
}

HandInForm form_for(web::Visit& visit, const Desk& desk)
{
    HandInForm form{.organisations = desk.organisations.list(visit.reader(), visit.reach()),
            .whole_area = visit.reach().is_everything(),
            .chosen = visit.form().text("organisation"),
            .organisation_error = visit.form().error("organisation"),
            .file_error = visit.form().error("file"),
            .kinds = &desk.kinds,
            .limit = visit.house.settings.upload_limit,
            .act = {},
            .about = visit.form().text("about"),
            .periods = period_choices(visit.today()),
            .last_day = {},
            .last_day_error = visit.form().error("last_day")};
    form.act = act_offered(visit, form.organisations);
    for (const auto* part : {"last_day-day", "last_day-month", "last_day-year"}) form.last_day[part] = visit.form().as_given(part);
    return form;
}

web::PageParts hand_in_parts() { return {.title = "Hand in a return", .breadcrumbs = {{"Returns", "/returns"}}, .nav = "/returns"}; }

ui::Html hand_in_content(web::Visit& visit, const HandInForm& form)
{
    return visit.in_form({.action = "/returns", .multipart = true}, hand_in_fields(form)) + hand_in_guidance(form);
}

Result<File> uploaded(const web::Form& form)
{
    const auto* file = form.file("file");
    if (file == nullptr || file->is_empty()) return unacceptable("file", "Select the file to hand in");
    if (file->size() == 0) return unacceptable("file", "The file is empty. Select a file with a line of column names and a row below it");
    std::ifstream stream{file->path(), std::ios::binary};
    return File{file->file_name(), {std::istreambuf_iterator<char>{stream}, {}}};
}

/// The form again. A browser forgets the file that was chosen, so where it was in order the page says to choose it again.
web::Response again(web::Visit& visit, const Desk& desk)
{
    const auto* file = visit.form().file("file");
    if (file != nullptr && !file->is_empty() && !visit.form().error("file"))
        visit.form().add({ProblemKind::unacceptable, "file", "Choose " + file->file_name() + " again: it was not handed in, and browsers forget which file was chosen"});
    return visit.try_again(hand_in_parts(), hand_in_content(visit, form_for(visit, desk)));
}

/// The kind that takes this file from this viewer.
Result<const Kind*> kind_for(const Desk& desk, const File& file, bool whole_area)
{
    const auto* kind = recognise(desk.kinds, file.bytes);
    if (kind == nullptr) return unacceptable("file", unknown_file(desk.kinds, file).refusal);
    if (!kind->for_one_organisation && !whole_area) {
        return unacceptable("file", "This is a file for the whole area: " + kind->title + ". Only the partnership's workforce lead can hand it in");
    }
    return kind;
}

Actor actor_of(const web::Visit& visit) { return {.account = visit.viewer.account, .words = visit.viewer.name}; }

web::Response received(web::Visit& visit, const Desk& desk, const File& file, const Kind& kind, const Whose& owner, Speaks speaks)
{
    if (!kind.lists_people) speaks = {};
    const auto handed_in = receive(visit.writer(), {file, kind.id, owner.organisation, actor_of(visit), visit.now(), {}, speaks});
    if (owner.ask) {
        const auto asked = ask_whose(visit.writer(), handed_in, visit.now());
        if (!asked) return visit.problem(asked.error());
        visit.writer().commit();
        return visit.redirect(path_of(*asked, "whose"));
    }
    const auto queued = enqueue(*visit.house.queue, visit.writer(), desk, handed_in, check_job, visit.viewer.account);
    if (!queued) return visit.problem(queued.error());
    visit.writer().commit();
    return visit.redirect(path_of(*queued), "The file has arrived safely");
}

web::Response no_room(web::Visit& visit)
{
    return visit.page({.title = "There is no room for this file", .back = "/returns/new", .nav = "/returns"}, no_room_words(), 507);
}

}  // namespace

web::Response list_page(web::Visit& visit, const Desk& desk)
{
    ReturnsList list{.kinds = &desk.kinds};
    list.names = by_id(desk.organisations.list(visit.reader(), visit.reach()));
    list.filter = filter_of(visit.request, list.names);
    list.filter.own = visit.viewer.account;
    list.counted = count_returns(visit.reader(), visit.reach(), list.filter);
    const auto page = web::page_asked_for(visit.request, list.counted, page_size);
    list.page = page.page;
    list.pages = page.pages;
    list.returns = list_returns(visit.reader(), visit.reach(), list.filter, {page.offset, page.limit});
    list.may_hand_in = visit.may(access::Permission::hand_in_returns);
    return visit.page({.title = "Returns", .nav = "/returns", .filters = filter_words(list), .wide = true}, returns_list(list));
}

web::Response new_page(web::Visit& visit, const Desk& desk)
{
    const auto form = form_for(visit, desk);
    return visit.page(hand_in_parts(), hand_in_content(visit, form));
}

web::Response hand_in(web::Visit& visit, const Desk& desk)
{
    const auto form = form_for(visit, desk);
    const auto file = uploaded(visit.form());
    if (!file) visit.form().add(file.error());
    const auto speaks = speaks_in(visit.form(), visit.today());
    if (!speaks) visit.form().add(speaks.error());
    if (visit.form().has_problems()) return again(visit, desk);
    const auto kind = kind_for(desk, *file, form.whole_area);
    const auto owner = kind ? whose({form.organisations, form.whole_area, form.chosen}, **kind, *file) : Result<Whose>{std::unexpected(kind.error())};
    if (owner) try {
        return received(visit, desk, *file, **kind, *owner, *speaks);
    } catch (const db::DatabaseError& error) {
        if (error.kind() != db::Failure::disk_full) throw;
        return no_room(visit);
    }
    visit.form().add(owner.error());
    return again(visit, desk);
}

web::Response template_file(web::Visit& visit, const Desk& desk)
{
    const auto name = visit.parameter("template");
    for (const auto& kind : desk.kinds) {
        for (const auto& file : kind.templates) {
            if (file.file_name == name) return web::Response::file(file.file_name, file.media_type, file.bytes(visit.reader()));
        }
    }
    return visit.problem({ProblemKind::not_found, {}, "Template not found"});
}

}  // namespace kith::returns
