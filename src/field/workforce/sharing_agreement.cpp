#include "workforce/sharing_agreement.hpp"

#include "base/text.hpp"

namespace kith::workforce {

Result<void> check(const SharingAgreement& agreement)
{
    if (!agreement.owner.is_set()) return unacceptable("owner", "Choose the organisation whose records are shared");
    if (!agreement.with.is_set()) return unacceptable("with", "Choose the organisation that may see them");
    if (agreement.owner == agreement.with) return unacceptable("with", "Choose an organisation other than the one whose records they are");
    if (agreement.parts == Sight{}) return unacceptable("parts", "Choose at least one part of the records to share");
    for (const auto& row : part_table()) {
        if (agreement.parts.sees(row.part) && !row.may_be_shared) return unacceptable("parts", std::string{row.label} + " cannot be shared");
    }
    if (agreement.purpose.empty()) return unacceptable("purpose", "Enter what the records are shared for");
    if (agreement.purpose.size() > longest_purpose) return unacceptable("purpose", "Say what the records are shared for in 500 characters or fewer");
    if (agreement.until_on && *agreement.until_on < agreement.from_on) return unacceptable("until", "The last day must be on or after the first");
    return {};
}

std::string text_of(const Sight& parts)
{
    std::string text;
    for (const auto& row : part_table()) {
        if (parts.sees(row.part)) text += (text.empty() ? "" : ";") + std::string{row.name};
    }
    return text;
}

Sight parts_of(std::string_view text)
{
    Sight parts;
    for (auto name : split(text, ';')) {
        if (auto part = part_named(name)) parts.add(*part);
    }
    return parts;
}

std::string in_words(const Sight& parts)
{
    std::string text;
    for (const auto& row : part_table()) {
        if (parts.sees(row.part)) text += (text.empty() ? "" : "; ") + std::string{row.label};
    }
    return text;
}

}  // namespace kith::workforce
