#include "packs/code_list.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::packs {
namespace {
constexpr std::size_t ambiguous = static_cast<std::size_t>(-1);

/// The key under which names are compared: folded, with underscores as spaces.
std::string name_key(std::string_view text)
{
    std::string plain{text};
    std::ranges::replace(plain, '_', ' ');
    std::ranges::replace(plain, '-', ' ');
    return folded(plain);
}
}  // namespace

std::string_view Code::attribute(std::string_view name) const
{
    auto found = std::ranges::find(attributes, name, &std::pair<std::string, std::string>::first);
    return found == attributes.end() ? std::string_view{} : std::string_view{found->second};
}

CodeList::CodeList(std::string id, std::string title, std::string source, Date dated, std::vector<Code> codes)
    : id_(std::move(id)), title_(std::move(title)), source_(std::move(source)), dated_(dated), codes_(std::move(codes))
{
    auto add_name = [&](std::string_view name, std::size_t at) {
        if (name.empty()) return;
        auto [entry, fresh] = by_name_.emplace(name_key(name), at);
        if (!fresh && entry->second != at) entry->second = ambiguous;
    };
    for (std::size_t at = 0; at < codes_.size(); ++at) {
        by_code_.emplace(lower_ascii(codes_[at].code), at);
        add_name(codes_[at].code, at);
        add_name(codes_[at].label, at);
        add_name(codes_[at].label_2009, at);
        for (const auto& name : codes_[at].also) add_name(name, at);
    }
}

const Code* CodeList::find(std::string_view code) const
{
    auto found = by_code_.find(lower_ascii(code));
    return found == by_code_.end() ? nullptr : &codes_[found->second];
}

const Code* CodeList::recognise(std::string_view text) const
{
    if (const auto* code = find(text)) return code;
    auto found = by_name_.find(name_key(text));
    return found == by_name_.end() || found->second == ambiguous ? nullptr : &codes_[found->second];
}

const Code* CodeList::nearest(std::string_view text) const
{
    auto wanted = name_key(clipped(text, 100));
    if (wanted.size() < 3) return nullptr;
    auto best = wanted.size() / 3;  // more than a third of the letters wrong is another word
    const Code* nearest = nullptr;
    for (const auto& [name, at] : by_name_) {
        if (at == ambiguous) continue;
        auto distance = spelling_distance(wanted, name, best);
        bool earlier = nearest == nullptr || &codes_[at] < nearest;
        if (distance < best || (distance == best && earlier)) {
            best = distance;
            nearest = &codes_[at];
        }
    }
    return nearest;
}

std::size_t spelling_distance(std::string_view one, std::string_view other, std::size_t at_most)
{
    auto longer = std::max(one.size(), other.size());
    if (longer - std::min(one.size(), other.size()) > at_most) return at_most + 1;
    std::vector<std::size_t> before(other.size() + 1), last(other.size() + 1), row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        row[0] = i;
        auto least = row[0];
        for (std::size_t j = 1; j <= other.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0U : 1U)});
            bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > at_most) return at_most + 1;
        before.swap(last);
        last.swap(row);
    }
    return std::min(last[other.size()], at_most + 1);
}

}  // namespace kith::packs
