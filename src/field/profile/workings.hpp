#pragma once
// What is worked out while one page is made, each once however many of its panels need it: bands of age, highest levels, who is asked what. Lives as
// long as the page, and is used by one thread.
#include <any>
#include <map>
#include <string>
#include <string_view>

namespace kith::profile {

class Workings {
public:
    /// What `make()` gives, made when first asked for under that name. It must not depend on whom the question is about: questions about one place and
    /// another share it.
    template <class Make>
    const auto& once(std::string_view name, Make make)
    {
        auto found = made_.find(name);
        if (found == made_.end()) found = made_.emplace(std::string{name}, make()).first;
        return std::any_cast<const decltype(make())&>(found->second);
    }

private:
    std::map<std::string, std::any, std::less<>> made_;
};

}  // namespace kith::profile
