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
    const FullRecord& record;  ///< veiled already: it holds only what this viewer sees
    Sight sight;
    const partnership::Organisation& organisation;
    const RecordWords& words;
    const std::vector<RecordEvent>& history;
    const std::map<std::int64_t, db::ChangeSetEntry>& change_sets;
    std::function<EventSource(const db::ChangeSetEntry&)> source;
    Date today;
    std::string number;   ///< the National Insurance number in words, for those who see it
    bool own = false;     ///< shown to the person whom it is about; under the heading of its organisation, since there may be several
    bool shared = false;  ///< seen by a sharing agreement
    ui::Html beside = {};  ///< what rooms above put on the page
};
ui::Html record_page(const RecordView& view);

/// The parts of a record, a heading and its content each; those with nothing in them are named in one line at the end.
ui::Html record_sections(const RecordView& view);
std::string shown_name(const StaffRecord& record);

}  // namespace kith::workforce
