#include "web/kept_answers.hpp"

#include "access/token.hpp"

#include <algorithm>
#include <vector>

namespace kith::web {
namespace {

constexpr int gone = 410;
constexpr std::size_t entry_bytes = 500;  // what one costs beside its text, about

std::size_t bytes_of(const KeptAnswer& answer)
{
    auto bytes = entry_bytes + answer.page.body.size() + answer.page.afterwards.size();
    for (const auto& [name, value] : answer.fields) bytes += name.size() + value.size();
    return bytes;
}

}  // namespace

std::optional<std::string> KeptAnswers::keep(const std::string& owner, KeptAnswer answer, Instant now, const Chance& chance)
{
    const auto bytes = bytes_of(answer);
    if (bytes > limits_.one) return std::nullopt;
    auto key = access::new_token(chance);
    std::lock_guard lock{mutex_};
    drop_the_old(now);
    const auto own = [&](const std::string& one) { return kept_.find(one)->second.owner == owner; };
    if (static_cast<std::size_t>(std::ranges::count_if(order_, own)) >= limits_.for_a_browser) drop(*std::ranges::find_if(order_, own));
    while (!order_.empty() && bytes_ + bytes > limits_.bytes) drop(order_.front());
    bytes_ += bytes;
    order_.push_back(key);
    kept_.emplace(key, Kept{.owner = owner, .answer = std::move(answer), .bytes = bytes, .until = now.plus_seconds(limits_.seconds)});
    return key;
}

std::optional<KeptAnswer> KeptAnswers::find(std::string_view owner, std::string_view key, Instant now, bool spend)
{
    std::lock_guard lock{mutex_};
    const auto found = kept_.find(key);
    if (found == kept_.end() || found->second.owner != owner || found->second.until < now) return std::nullopt;
    auto& kept = found->second;
    kept.until = now.plus_seconds(limits_.seconds);
    auto answer = kept.answer;
    if (spend && !kept.answer.page.afterwards.empty()) {
        auto& page = kept.answer.page;
        page.body = std::exchange(page.afterwards, {});
        page.status = gone;
    }
    return answer;
}

void KeptAnswers::forget(std::string_view owner)
{
    std::lock_guard lock{mutex_};
    std::vector<std::string> own;
    for (const auto& [key, kept] : kept_)
        if (kept.owner == owner) own.push_back(key);
    for (const auto& key : own) drop(key);
}

void KeptAnswers::drop(const std::string& key)
{
    const auto name = key;  // `key` may lie in order_
    const auto found = kept_.find(name);
    bytes_ -= found->second.bytes;
    kept_.erase(found);
    std::erase(order_, name);
}

void KeptAnswers::drop_the_old(Instant now)
{
    std::vector<std::string> old;
    for (const auto& [key, kept] : kept_)
        if (kept.until < now) old.push_back(key);
    for (const auto& key : old) drop(key);
}

}  // namespace kith::web
