#include "questionnaire/wording.hpp"

#include <algorithm>

namespace kith::questionnaire {

const Language* language_of(const std::vector<Language>& languages, std::string_view code)
{
    auto found = std::ranges::find(languages, code, &Language::code);
    return found == languages.end() ? nullptr : &*found;
}

Said said(const Wording& wording, const Voice& voice, const std::vector<Language>& languages)
{
    const auto* language = language_of(languages, voice.language);
    for (std::size_t steps = 0; language != nullptr && steps <= languages.size(); ++steps) {  // fallbacks cannot lead round for ever
        if (voice.easy)
            if (auto found = wording.easy.find(language->code); found != wording.easy.end()) return {found->second, language};
        if (auto found = wording.plain.find(language->code); found != wording.plain.end()) return {found->second, language};
        language = language_of(languages, language->fallback);
    }
    return {};
}

}  // namespace kith::questionnaire
