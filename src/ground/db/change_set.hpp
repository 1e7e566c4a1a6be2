#pragma once
// A change set: everything one act changed in the registers, with who, when, why and from which return. Transaction time.
// Not for tables outside the registers (sessions, jobs, anonymous answers): those are written through Writer::run.
#include "base/result.hpp"
#include "db/bulk.hpp"
#include "db/register_table.hpp"
#include "db/transaction.hpp"

#include <optional>
#include <string>

namespace kith::db {

struct OpenSet;
struct UndoRequest;

struct Author {
    std::optional<std::int64_t> account;  ///< none for the command line and jobs nobody owns
    std::string actor = "account";        ///< "account", "command line", "job"
};

class ChangeSet {
public:
    /// Opens a set in `writer`; its commit() seals it. A set in which nothing was changed is sealed too. Several sets may be opened
    /// in one Writer, one after another.
    ChangeSet(Writer& writer, Instant now, Author author, std::string reason, std::optional<std::int64_t> return_id = {});

    std::int64_t id() const;
    PublicId public_id() const;

    /// The id that the next thing added to the table will have; every new version of a thing takes one too. It is for rows that are made ready
    /// ahead of what they belong to.
    std::int64_t next_id(const RegisterTable& table);
    /// A new thing; answers its id.
    std::int64_t add(const RegisterTable& table, const Values& values);
    /// Ends the current version and appends the new one under the same id. Columns left out are NULL: give them all.
    /// Throws DatabaseError where there is no current version.
    void replace(const RegisterTable& table, std::int64_t id, const Values& values);
    /// Ends the current version; nothing follows.
    void end(const RegisterTable& table, std::int64_t id);

    /// The bulk door: as many new things as there are rows, in order; answers the id of the first, the others follow by one.
    /// Prepare the rows (salts, digests) before the Writer is opened, where they do not need ids made within it.
    std::int64_t add_many(const RegisterTable& table, PreparedRows rows);
    /// New versions of `ids`, one a row, in order. Throws where one of them has no current version.
    void replace_many(const RegisterTable& table, std::span<const std::int64_t> ids, PreparedRows rows);
    void end_many(const RegisterTable& table, std::span<const std::int64_t> ids);

    /// Erases the value of `column` in every version of `id`, for good: NULL, or a mark where the column may not be NULL. The
    /// chain still verifies, and the value cannot be guessed back from what is kept. Answers how many versions held a value.
    std::int64_t erase(const RegisterTable& table, std::int64_t id, std::string_view column);
    /// Erases the reason given for an earlier change set.
    void erase_reason(std::int64_t change_set);

    Writer& writer() const { return *writer_; }

private:
    friend Result<std::int64_t> undo(Writer& writer, const UndoRequest& request);
    ChangeSet(Writer& writer, const UndoRequest& undoing);
    void open(Instant now, const Author& author, const std::string& reason, std::optional<std::int64_t> return_id,
              std::optional<std::int64_t> undoes);
    void must_be_open() const;
    void touch(std::string_view table);
    std::int64_t next_row_id(std::string_view table);
    void end_current(std::string_view table, std::span<const std::int64_t> ids);
    void append(const RegisterTable& table, PreparedRows rows, const std::function<std::int64_t(std::size_t, std::int64_t)>& id_of);

    Writer* writer_;
    std::shared_ptr<OpenSet> set_;
};

struct UndoRequest {
    std::int64_t change_set = 0;
    Instant now;
    Author author;
    std::string reason;
    std::optional<std::int64_t> return_id;
};

/// Undoes a change set by a new one: what it made is ended, what it ended is current again in new rows. Answers the new set's
/// id; the Writer is still to be committed. Refused (`conflict`, naming the blocking set) where a later set superseded any of its rows and
/// has not been undone, or has rows that belong to what it added (README), or where it erased values, which do not come back.
Result<std::int64_t> undo(Writer& writer, const UndoRequest& request);

/// The earliest later set, itself not undone, that changed what `change_set` made or brought back what it ended; 0 where none did.
std::int64_t undo_blocker(Reader& reader, std::int64_t change_set);

/// The newest sealed change set; 0 where there is none.
std::int64_t last_change_set(Reader& reader);

/// A change set as lists and history pages show it.
struct ChangeSetEntry {
    std::int64_t id = 0;
    PublicId public_id;
    Instant made_at;
    Author author;
    std::optional<std::string> reason;  ///< none once erased
    std::optional<std::int64_t> return_id;
    std::optional<std::int64_t> undoes;
    std::optional<std::int64_t> undone_by;
};
std::optional<ChangeSetEntry> find_change_set(Reader& reader, std::int64_t id);

}  // namespace kith::db
