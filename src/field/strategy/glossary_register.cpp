#include "strategy/glossary_register.hpp"

namespace kith::strategy {

const db::TypedTable<OwnTerm>& own_terms()
{
    using db::typed;
    static const db::TypedTable<OwnTerm> table{"own_term", "term, id", {typed("term", &OwnTerm::term), typed("words", &OwnTerm::words)}};
    return table;
}

Explained explained_terms(db::Reader& reader, const packs::Packs& packs)
{
    Explained terms;
    for (const auto& code : packs.list("terms").codes()) terms[code.code] = code.label;
    for (const auto& own : own_terms().all(reader)) terms[own.term] = own.words;
    return terms;
}

}  // namespace kith::strategy
