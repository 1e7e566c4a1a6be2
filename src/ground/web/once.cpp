#include "web/once.hpp"

#include "access/form_key.hpp"
#include "db/transaction.hpp"

#include <chrono>

namespace kith::web {
namespace {

constexpr auto patience = std::chrono::seconds{20};  // longer than a form takes, shorter than a browser waits
constexpr std::size_t banners_kept = 1000;

access::FormKeyAnswer claim(db::Database& database, const Once::Sending& sending)
{
    db::Writer writer{database};
    auto answer = access::claim_form_key(writer, sending.owner, sending.key, sending.now);
    writer.commit();
    return answer;
}

void settle(db::Database& database, const Once::Sending& sending, const Response* response)
{
    db::Writer writer{database};
    if (response && response->status < 400 && !response->changed_nothing)
        access::finish_form_key(writer, sending.owner, sending.key, response->header("Location").value_or(""));
    else
        access::release_form_key(writer, sending.owner, sending.key);
    writer.commit();
}

Response already_done(const std::string& outcome, std::string banner)
{
    auto response = Response::redirect(outcome);
    response.banner = std::move(banner);
    return response;
}

}  // namespace

std::expected<Response, Once::Unanswered> Once::act_once(const Sending& sending, const std::function<Response()>& act)
{
    auto name = std::string{sending.owner} + " " + std::string{sending.key};
    if (!begin(name)) return std::unexpected(Unanswered::under_way);
    struct AtEnd {
        Once& once;
        const std::string& name;
        ~AtEnd() { once.end(name); }
    } at_end{*this, name};

    auto answer = claim(*database_, sending);
    if (answer.use == access::FormKeyUse::in_progress) return std::unexpected(Unanswered::under_way);
    if (answer.use == access::FormKeyUse::finished && answer.outcome.empty()) return std::unexpected(Unanswered::dealt_with);
    if (answer.use == access::FormKeyUse::finished) return already_done(answer.outcome, banner_of(name));
    std::optional<Response> response;
    try {
        response = act();
    } catch (...) {
        settle(*database_, sending, nullptr);
        throw;
    }
    settle(*database_, sending, &*response);
    if (!response->banner.empty()) keep_banner(name, response->banner);
    return std::move(*response);
}

bool Once::begin(const std::string& name)
{
    std::unique_lock lock{mutex_};
    if (!ended_.wait_for(lock, patience, [&] { return !running_.contains(name); })) return false;
    running_.insert(name);
    return true;
}

void Once::end(const std::string& name)
{
    {
        std::lock_guard lock{mutex_};
        running_.erase(name);
    }
    ended_.notify_all();
}

void Once::keep_banner(const std::string& name, const std::string& words)
{
    std::lock_guard lock{mutex_};
    if (banners_.size() >= banners_kept) banners_.clear();
    banners_[name] = words;
}

std::string Once::banner_of(const std::string& name)
{
    std::lock_guard lock{mutex_};
    auto found = banners_.find(name);
    return found == banners_.end() ? std::string{} : found->second;
}

}  // namespace kith::web
