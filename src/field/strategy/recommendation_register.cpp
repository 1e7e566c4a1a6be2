#include "strategy/recommendation_register.hpp"

namespace kith::strategy {

const db::TypedTable<Recommendation>& recommendations()
{
    using db::typed;
    static const db::TypedTable<Recommendation> table{"recommendation", "source, id",
                                                      {typed("source", &Recommendation::source), typed("given_on", &Recommendation::given_on), typed("code", &Recommendation::code), typed("title", &Recommendation::title),
                                                       typed("words", &Recommendation::words), typed("stand", &Recommendation::stand, stands()), typed("reason", &Recommendation::reason), typed("owner", &Recommendation::owner)}};
    return table;
}

}  // namespace kith::strategy
