#pragma once
// How a function says that what was asked cannot be done. Not for bugs or lost databases: those are exceptions.
#include <expected>
#include <string>
#include <utility>

namespace kith {

/// Why an answer is not there; the page layer turns each into its own status and page.
enum class ProblemKind {
    unacceptable,  ///< the user's input is wrong: the form again, 422
    not_found,     ///< not there, or outside the viewer's scope: 404
    forbidden,     ///< there, but not allowed: 403
    conflict,      ///< changed by someone else, or blocked by something later: 409
};

/// One thing that stands in the way, in words for the person who asked.
struct Problem {
    ProblemKind kind = ProblemKind::unacceptable;
    std::string field;    ///< name of the form field it belongs to, empty where it belongs to none
    std::string message;  ///< a sentence: what is wrong and what to do; never holds personal data of others
    bool operator==(const Problem&) const = default;
};

template <class T>
using Result = std::expected<T, Problem>;

/// The input in `field` cannot be taken; `message` says what to enter.
inline std::unexpected<Problem> unacceptable(std::string field, std::string message)
{
    return std::unexpected(Problem{ProblemKind::unacceptable, std::move(field), std::move(message)});
}

/// `what` ("Organisation") is not there for this viewer.
inline std::unexpected<Problem> not_found(std::string what)
{
    return std::unexpected(Problem{ProblemKind::not_found, {}, std::move(what) + " not found"});
}

inline std::unexpected<Problem> forbidden(std::string message)
{
    return std::unexpected(Problem{ProblemKind::forbidden, {}, std::move(message)});
}

inline std::unexpected<Problem> conflict(std::string message)
{
    return std::unexpected(Problem{ProblemKind::conflict, {}, std::move(message)});
}

}  // namespace kith
