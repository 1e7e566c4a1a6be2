#pragma once
// How a Reference is followed: each kind by the room that holds it, under the viewer's own permissions. Filled once at start, then only read.
#include "access/permission.hpp"
#include "base/result.hpp"
#include "figures/figure.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace kith::web {

class Visit;

/// What a Reference comes to for whoever asks.
struct Referred {
    std::string title;                ///< "Shared purpose"
    std::string says;                 ///< one line of what it says now
    std::optional<std::string> said;  ///< what it said on the day it was pinned; none where nothing was said then, or it is not pinned
    std::string href;                 ///< its page
};

class References {
public:
    /// Answers what a reference of its kind comes to; not found where there is no such thing or the viewer may not see it.
    using Resolver = std::function<Result<Referred>(Visit&, const figures::Reference&)>;
    /// `needs` is what whoever follows references of this kind must be permitted. Throws std::logic_error where the kind is there already.
    void add(std::string kind, access::Permission needs, Resolver resolver);
    /// Not found for an unknown kind and for what the viewer may not see: nobody learns which of the two it is.
    Result<Referred> resolve(Visit& visit, const figures::Reference& reference) const;

private:
    struct Kind {
        access::Permission needs;
        Resolver resolver;
    };
    std::map<std::string, Kind, std::less<>> kinds_;
};

/// The address at which a reference is followed.
std::string href_of(const figures::Reference& reference);

}  // namespace kith::web
