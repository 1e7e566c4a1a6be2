#pragma once
// What a file says about one value. Four things can be meant by a cell, and the register must be able to tell them apart: a file that is
// silent leaves what is held as it was, a blank cell clears it. Small, since a row holds forty of them and a file a million rows; the cell's
// own text is looked up in the table where it is wanted.
#include "base/personal.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace kith::intake {

enum class Saying : std::uint8_t {
    silent,      ///< no such column, "don't know", or a rule refused the value: what is held stays
    blank,       ///< the cell is empty: nothing is held from now on
    unreadable,  ///< something stands there that is no such value; a rule will say so and make it silent
    value,
};

template <class T>
class Said {
public:
    static Said silent() { return {}; }
    static Said blank() { return Said{Saying::blank, T{}}; }
    static Said unreadable() { return Said{Saying::unreadable, T{}}; }
    static Said of(T value) { return Said{Saying::value, std::move(value)}; }
    Said() = default;
    Saying saying() const { return saying_; }
    explicit operator bool() const { return saying_ == Saying::value; }
    const T& operator*() const { return value_; }
    const T* operator->() const { return &value_; }
    bool is_missing() const { return saying_ == Saying::blank || saying_ == Saying::silent; }
    bool is_unreadable() const { return saying_ == Saying::unreadable; }
    void leave_as_held() { *this = silent(); }

private:
    Said(Saying saying, T value) : value_(std::move(value)), saying_(saying) {}
    T value_{};
    Saying saying_ = Saying::silent;
};

/// A code, an organisation, a place: one word, the sayings without a value being addresses that nothing has.
template <class T>
class Said<const T*> {
public:
    static Said silent() { return {}; }
    static Said blank() { return Said{1}; }
    static Said unreadable() { return Said{2}; }
    static Said of(const T* value) { return Said{reinterpret_cast<std::uintptr_t>(value)}; }
    Said() = default;
    Saying saying() const { return word_ > 2 ? Saying::value : static_cast<Saying>(word_); }
    explicit operator bool() const { return word_ > 2; }
    const T* operator*() const { return reinterpret_cast<const T*>(word_); }
    const T* operator->() const { return **this; }
    bool is_missing() const { return word_ < 2; }
    bool is_unreadable() const { return word_ == 2; }
    void leave_as_held() { word_ = 0; }

private:
    explicit Said(std::uintptr_t word) : word_(word) {}
    std::uintptr_t word_ = 0;
};

/// A text: a view of the file's table, in two words.
template <>
class Said<std::string_view> {
public:
    static Said silent() { return {}; }
    static Said blank() { return Said{Saying::blank, {}}; }
    static Said unreadable() { return Said{Saying::unreadable, {}}; }
    static Said of(std::string_view value) { return Said{Saying::value, value}; }
    Said() = default;
    Saying saying() const { return saying_; }
    explicit operator bool() const { return saying_ == Saying::value; }
    std::string_view operator*() const { return {begin_, size_}; }
    bool is_missing() const { return saying_ == Saying::blank || saying_ == Saying::silent; }
    bool is_unreadable() const { return saying_ == Saying::unreadable; }
    void leave_as_held() { *this = silent(); }

private:
    Said(Saying saying, std::string_view text) : begin_(text.data()), size_(static_cast<std::uint32_t>(text.size())), saying_(saying) {}
    const char* begin_ = nullptr;
    std::uint32_t size_ = 0;
    Saying saying_ = Saying::silent;
};

/// A text that names a person: it has no log form.
template <class Tag>
class SaidPersonal {
public:
    SaidPersonal() = default;
    explicit SaidPersonal(Said<std::string_view> text) : text_(text) {}
    Saying saying() const { return text_.saying(); }
    explicit operator bool() const { return static_cast<bool>(text_); }
    std::string_view reveal() const { return *text_; }
    Personal<Tag> operator*() const { return Personal<Tag>{std::string{*text_}}; }
    bool is_missing() const { return text_.is_missing(); }
    bool is_unreadable() const { return text_.is_unreadable(); }
    void leave_as_held() { text_.leave_as_held(); }

private:
    Said<std::string_view> text_;
};

}  // namespace kith::intake
