#pragma once
// A code list: what codes there are for one thing, what they are called in each era, and from when they hold. Data of the packs; the
// code of the program knows no single code by name.
#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kith::packs {

/// Labels and rules differ between then and now; the code is one.
enum class Era { of_2009, now };

struct Code {
    std::string code;
    std::string label;       ///< now
    std::string label_2009;  ///< empty where it was the same
    std::vector<std::string> also;  ///< other names a file may use for it
    std::string parent;             ///< a code of the list that the code list names as `parents`, or empty
    std::string source;
    std::optional<Date> from;   ///< first day it may be used for
    std::optional<Date> until;  ///< last day
    std::vector<std::pair<std::string, std::string>> attributes;

    std::string_view label_in(Era era) const { return era == Era::of_2009 && !label_2009.empty() ? label_2009 : label; }
    /// The attribute's value, or empty text.
    std::string_view attribute(std::string_view name) const;
    bool holds_on(Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
};

class CodeList {
public:
    CodeList() = default;
    /// Codes must differ from one another when written in small letters; the loader has checked it.
    CodeList(std::string id, std::string title, std::string source, Date dated, std::vector<Code> codes);

    const std::string& id() const { return id_; }
    const std::string& title() const { return title_; }
    const std::string& source() const { return source_; }
    Date dated() const { return dated_; }
    const std::vector<Code>& codes() const { return codes_; }

    /// The code written so, in any case; null where there is none.
    const Code* find(std::string_view code) const;
    /// The code that `text` names: by code, by label of either era, or by another name; null where none or more than one does.
    const Code* recognise(std::string_view text) const;
    /// The code whose code or label is spelt most like `text`, for "did you mean"; null where none comes near.
    const Code* nearest(std::string_view text) const;

private:
    std::string id_;
    std::string title_;
    std::string source_;
    Date dated_;
    std::vector<Code> codes_;
    std::unordered_map<std::string, std::size_t> by_code_;
    std::unordered_map<std::string, std::size_t> by_name_;
};

/// How many letters must be added, dropped, changed or swapped with their neighbour to make one text of the other (optimal string
/// alignment, Boytsov 2011), or `at_most + 1` as soon as it is more.
std::size_t spelling_distance(std::string_view one, std::string_view other, std::size_t at_most);

}  // namespace kith::packs
