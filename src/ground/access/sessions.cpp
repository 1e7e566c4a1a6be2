#include "access/sessions.hpp"

#include "db/error.hpp"
#include "db/transaction.hpp"

#include <algorithm>

namespace kith::access {

namespace {

/// Without a second step, the roles that need one give nothing.
void withhold(Visitor& visitor, const SessionLimits& limits)
{
    if (visitor.session.second_step || limits.second_step.empty()) return;
    const auto needs = [&](const Grant& grant) { return std::ranges::find(limits.second_step, grant.role) != limits.second_step.end(); };
    visitor.viewer.awaits_second_step = std::erase_if(visitor.viewer.grants, needs) > 0;
}

}  // namespace

Sessions::Sessions(db::Database& database, SessionLimits limits) : database_(database), limits_(std::move(limits)) {}

Sessions::~Sessions()
{
    try {
        write_down();
    } catch (const db::DatabaseError&) {
        // The next visit of each holder comes after a shorter idleness than allowed, no more.
    }
}

std::optional<Visitor> Sessions::visitor_of(db::Reader& reader, std::string_view token, Instant now)
{
    if (token.empty()) return std::nullopt;
    auto visitor = find_session(reader, token, now);
    if (!visitor) return std::nullopt;
    auto& session = visitor->session;
    const std::lock_guard lock{mutex_};
    if (const auto used = used_.find(session.id); used != used_.end()) session.used_at = std::max(session.used_at, used->second);
    if (has_run_out(session, limits_, now)) return std::nullopt;
    if (needs_touch(session, limits_, now)) used_[session.id] = now;
    withhold(*visitor, limits_);
    return visitor;
}

Viewer Sessions::viewer_of(db::Reader& reader, std::string_view token, Instant now)
{
    auto visitor = visitor_of(reader, token, now);
    return visitor ? std::move(visitor->viewer) : Viewer{};
}

void Sessions::write_down()
{
    std::map<SessionId, Instant> uses;
    {
        const std::lock_guard lock{mutex_};
        uses = used_;
    }
    if (uses.empty()) return;
    db::Writer writer{database_};
    for (const auto& [session, at] : uses) touch(writer, session, at);
    writer.commit();
    // Only now may they be forgotten here: in between, a page must find them in one place or the other.
    const std::lock_guard lock{mutex_};
    for (const auto& [session, at] : uses) {
        if (const auto kept = used_.find(session); kept != used_.end() && kept->second == at) used_.erase(kept);
    }
}

}  // namespace kith::access
