#include "web/references.hpp"

#include "web/visit.hpp"

#include <stdexcept>

namespace kith::web {

void References::add(std::string kind, access::Permission needs, Resolver resolver)
{
    if (!kinds_.emplace(kind, Kind{needs, std::move(resolver)}).second) throw std::logic_error("references of the kind " + kind + " are followed twice");
}

Result<Referred> References::resolve(Visit& visit, const figures::Reference& reference) const
{
    const auto kind = kinds_.find(reference.kind);
    if (kind == kinds_.end() || !visit.may(kind->second.needs)) return not_found("What is referred to");
    return kind->second.resolver(visit, reference);
}

std::string href_of(const figures::Reference& reference) { return "/reference?to=" + reference.text(); }

}  // namespace kith::web
