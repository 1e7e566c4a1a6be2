#pragma once
// Staff records as pages show them. Values in, markup out. Private to the room.
#include "db/change_set.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"
#include "workforce/record_history.hpp"
#include "workforce/routes.hpp"
#include "workforce/staff_store.hpp"

#include <map>

namespace kith::workforce {

/// Who and which return stands behind a change.
struct EventSource {
    std::string by;
    std::optional<ReturnLink> from;
};

struct RecordView {
    const FullRecord& record;
    const partnership::Organisation& organisation;
    const RecordWords& words;
    const std::vector<RecordEvent>& history;
    const std::map<std::int64_t, db::ChangeSetEntry>& change_sets;
    std::function<EventSource(const db::ChangeSetEntry&)> source;
    Date today;
    bool own = false;  ///< shown to the person whom it is about
    ui::Html beside = {};  ///< what rooms above put on the page
};
ui::Html record_page(const RecordView& view);

}  // namespace kith::workforce
