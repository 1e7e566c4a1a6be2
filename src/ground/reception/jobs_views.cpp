#include "reception/jobs_views.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

namespace kith::reception {

namespace {

ui::Html state_of(const jobs::Job& job)
{
    using enum jobs::JobState;
    switch (job.state) {
    case queued: return ui::tag({.text = "Waiting", .classes = "govuk-tag--grey"});
    case running: return ui::tag({.text = job.cancel_asked ? "Stopping" : "Under way", .classes = "govuk-tag--blue"});
    case done: return ui::tag({.text = "Done", .classes = "govuk-tag--green"});
    case failed: return ui::tag({.text = "Failed", .classes = "govuk-tag--red"});
    case cancelled: return ui::tag({.text = "Cancelled", .classes = "govuk-tag--grey"});
    }
    return {};
}

std::string asker(const jobs::Job& job, const std::map<access::AccountId, std::string>& names)
{
    if (job.account == 0) return "Kith";
    const auto name = names.find(access::AccountId{job.account});
    return name == names.end() ? "An account no longer there" : name->second;
}

}  // namespace

ui::Html round_list(const std::vector<jobs::Round>& rounds)
{
    if (rounds.empty()) return {};
    ui::Table table{.head = {{.text = "Work"}, {.text = "When"}, {.text = "Last begun"}}, .caption = "Work that comes round", .caption_classes = "govuk-table__caption--m"};
    for (const auto& round : rounds) {
        table.rows.push_back({{.text = round.title}, {.text = round.when}, {.text = round.last ? round.last->in_words() : "Not yet"}});
    }
    return ui::scrollable_table(table);
}

ui::Html mail_counts(const jobs::MailCounts& counts, bool mails)
{
    if (!mails) return ui::paragraph("Mail is not set up: people are told things in their inbox here, and invitations are handed over as letters or links.");
    auto words = "Mail: " + counted(counts.waiting, "mail") + " waiting, " + with_commas(counts.sent) + " sent and " + with_commas(counts.failed) + " given up in the last seven days.";
    return ui::paragraph(std::move(words));
}

ui::Html job_list(const std::vector<jobs::Job>& jobs, const std::map<access::AccountId, std::string>& names, std::int64_t all)
{
    if (jobs.empty()) return ui::empty_state({.text = "Nothing has been worked off in the background yet."});
    ui::Table table{.head = {{.text = "Work"}, {.text = "Asked by"}, {.text = "Asked for"}, {.text = "State"}, {.text = "Progress"}},
                    .caption = counted(all, "piece of work", "pieces of work"),
                    .caption_classes = "govuk-table__caption--m"};
    for (const auto& job : jobs) {
        table.rows.push_back({{.text = ui::link(job.title, "/jobs/" + job.public_id.text())},
                              {.text = asker(job, names)},
                              {.text = job.queued_at.in_words()},
                              {.text = state_of(job)},
                              {.text = job.words}});
    }
    return ui::scrollable_table(table);
}

}  // namespace kith::reception
