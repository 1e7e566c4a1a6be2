#pragma once
// What the home page says needs someone today. Field rooms add providers; reception's home page asks them all, in order.
#include "access/permission.hpp"

#include <compare>
#include <functional>
#include <string>
#include <vector>

namespace kith::web {

class Visit;

/// How soon: the home page lists the most pressing first.
enum class Urgency {
    at_once,  ///< somebody may need help: before everything else, paperwork that is overdue too
    overdue, today, soon, whenever
};

/// One thing to do, with the page where it is done.
struct HomeItem {
    std::string title;  ///< the link: "Mend 14 rows of the September return"
    std::string words;  ///< one line of why: "Handed in on 3 October, waiting for your decision"
    std::string href;
    Urgency urgency = Urgency::soon;
};

/// A page that someone goes to often, for the viewer's roles.
struct HomeLink {
    std::string title;  ///< "Hand in a return"
    std::string words;  ///< what is there
    std::string href;
    access::Permission needs = access::Permission::see_home;  ///< what it lets one do: by it the home page puts first what a role comes for
};

/// The providers of all rooms; filled once at start, then only read.
class Home {
public:
    using Provider = std::function<std::vector<HomeItem>(Visit&)>;
    using LinkProvider = std::function<std::vector<HomeLink>(Visit&)>;
    /// `provider` answers what this viewer has to do, within the viewer's reach; empty where nothing is.
    void add_provider(Provider provider) { providers_.push_back(std::move(provider)); }
    /// `provider` answers which pages this viewer's roles go to.
    void add_links(LinkProvider provider) { links_.push_back(std::move(provider)); }
    const std::vector<Provider>& providers() const { return providers_; }
    const std::vector<LinkProvider>& link_providers() const { return links_; }

private:
    std::vector<Provider> providers_;
    std::vector<LinkProvider> links_;
};

}  // namespace kith::web
