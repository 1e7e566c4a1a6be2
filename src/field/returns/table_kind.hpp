#pragma once
// A kind of return that brings things of a few tables, a row or some rows each: how it was read, what taking it would change, and the taking. Each kind says
// only how its rows are read and what they are held against.
#include "files/table.hpp"
#include "returns/kind.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::db {
class ChangeSet;
}

namespace kith::returns {

/// What a file brings.
struct TableTaking {
    std::string refusal;               ///< why the whole file cannot be taken; empty where it can
    Findings findings;
    std::int64_t rows = 0, can_take = 0;
    std::string into;                  ///< what it is taken into, by name
    std::vector<std::string> added, changed;  ///< what they are called
    std::int64_t unchanged = 0;
    std::vector<std::function<void(db::ChangeSet&, Instant)>> writes;
    std::vector<std::string> how;      ///< of each that is changed: what changes, in words
    std::vector<std::string> written;  ///< what each write would leave, so that the fingerprint changes with it
    /// Says that `called` is new or changed, what it would be, and how it is written.
    void add(std::string called, std::string would_be, std::function<void(db::ChangeSet&, Instant)> write);
    void change(std::string called, std::string would_be, std::string how, std::function<void(db::ChangeSet&, Instant)> write);
};

/// A value of something before and after, under its name.
struct ValueThen {
    std::string name, was, is;
};
/// "Owner: Head of training, was nobody; Title: ..." of those that differ.
std::string what_differs(const std::vector<ValueThen>& values);

struct TableKind {
    std::string id, title, guidance, format;
    std::function<bool(const files::Table&)> is_one;                              ///< by its header
    std::function<TableTaking(const Handed&, const files::Table&)> read;
    std::function<std::string()> csv_template;
    std::string page_words, page_href;                                            ///< where what it brings is seen
};
Kind kind_of(TableKind kind);

}  // namespace kith::returns
