#pragma once
// What a file says about one value. Four things can be meant by a cell, and the register must be able to tell them apart: a file that is
// silent leaves what is held as it was, a blank cell clears it.
#include <string_view>
#include <utility>

namespace kith::intake {

enum class Saying : unsigned char {
    silent,      ///< no such column, "don't know", or a rule refused the value: what is held stays
    blank,       ///< the cell is empty: nothing is held from now on
    unreadable,  ///< something stands there that is no such value; a rule will say so and make it silent
    value,
};

template <class T>
struct Said {
    Saying saying = Saying::silent;
    T value{};
    std::string_view text;  ///< the cell, for suggestions; never for messages, since anything may stand in a shifted cell

    static Said silent() { return {}; }
    static Said blank() { return {Saying::blank, T{}, {}}; }
    static Said unreadable(std::string_view text) { return {Saying::unreadable, T{}, text}; }
    static Said of(T value, std::string_view text = {}) { return {Saying::value, std::move(value), text}; }
    explicit operator bool() const { return saying == Saying::value; }
    const T& operator*() const { return value; }
    const T* operator->() const { return &value; }
    bool is_missing() const { return saying == Saying::blank || saying == Saying::silent; }
    bool is_unreadable() const { return saying == Saying::unreadable; }
    void leave_as_held() { *this = silent(); }
};

}  // namespace kith::intake
