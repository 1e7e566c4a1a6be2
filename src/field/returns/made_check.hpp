#pragma once
// A check that was made a moment ago and may stand for the next one of the same file. Private to the room, and to one walk through the stages:
// it holds the whole file, and is never kept beyond.
#include "returns/return_register.hpp"

#include <optional>

namespace kith::returns {

/// What a check was made of, beside the bytes.
struct CheckedAs {
    std::optional<access::OrganisationId> organisation;
    std::string mapping;
    Speaks speaks;
    Date today;
    std::int64_t change_set = 0;  ///< the newest of the register as it was read
    bool operator==(const CheckedAs&) const = default;
};

/// What a return says beside its rows, as it is kept from its receiving on.
Speaks as_received(Speaks speaks, Date today);

/// The check of one file, made again only where something it rests on has changed since.
class MadeCheck {
public:
    explicit MadeCheck(const File& file) : file_(&file) {}
    /// For a return, whose file is read from the database where a check has to be made.
    MadeCheck() = default;

    /// The check of `file` as `reader` sees the register.
    const Checked& of(db::Reader& reader, const Desk& desk, const Kind* kind, const CheckedAs& as);
    const Checked& of(db::Reader& reader, const Desk& desk, const HandedIn& handed_in, Date today);

private:
    const File* file_ = nullptr;
    std::optional<CheckedAs> as_;
    Checked checked_;
};

/// As check_return and take_return of return_register.hpp, with a check that is handed from one to the next.
Result<HandedIn> check_return(db::Database& database, const Desk& desk, ReturnId id, const std::function<Instant()>& now, MadeCheck& made);
Result<HandedIn> take_return(db::Database& database, const Desk& desk, ReturnId id, const Actor& by, const std::function<Instant()>& now, MadeCheck& made);

}  // namespace kith::returns
