#pragma once
// Values that name or identify a person. They have no log form: formatting or streaming one does not compile. `reveal()` is
// the one greppable way to the text, for stores and views.
#include <fmt/format.h>

#include <compare>
#include <iosfwd>
#include <string>
#include <utility>

namespace kith {

/// A personal value of one kind; `Tag` keeps kinds apart.
template <class Tag, class T = std::string>
class Personal {
public:
    Personal() = default;
    explicit Personal(T value) : value_(std::move(value)) {}
    const T& reveal() const { return value_; }
    auto operator<=>(const Personal&) const = default;

private:
    T value_{};
};

template <class Tag, class T>
std::ostream& operator<<(std::ostream&, const Personal<Tag, T>&) = delete;

}  // namespace kith

template <class Tag, class T>
struct fmt::formatter<kith::Personal<Tag, T>> {
    formatter() = delete;
};
