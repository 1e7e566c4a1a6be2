#include "web/banners.hpp"

#include "access/token.hpp"

namespace kith::web {

std::string Banners::keep(std::string words, const Chance& chance)
{
    auto key = access::new_token(chance);
    std::lock_guard lock{mutex_};
    words_[key] = std::move(words);
    order_.push_back(key);
    while (order_.size() > limit_) {
        words_.erase(order_.front());
        order_.pop_front();
    }
    return key;
}

std::string Banners::find(std::string_view key) const
{
    std::lock_guard lock{mutex_};
    auto found = words_.find(std::string{key});
    return found == words_.end() ? std::string{} : found->second;
}

void Banners::forget(std::string_view key)
{
    std::lock_guard lock{mutex_};
    words_.erase(std::string{key});
}

}  // namespace kith::web
