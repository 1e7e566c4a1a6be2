#include "intake/value_names.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace kith::intake {
namespace {
/// Words that say how high someone stands and not what they do. Alone they are no name of a job.
constexpr std::array<std::string_view, 17> ranks{"manager", "supervisor", "assistant", "officer", "worker", "coordinator", "leader", "lead", "deputy", "consultant",
                                                 "director", "trainee", "practitioner", "sister", "principal", "staff", "other"};
/// Words before a name that make another job of it: a deputy site manager is none, an assistant social worker is no social worker.
constexpr std::array<std::string_view, 11> not_before{"deputy", "assistant", "trainee", "student", "apprentice", "former", "ex", "to", "for", "of", "support"};
constexpr std::array<std::string_view, 11> behind{"level", "grade", "band", "scale", "point", "step", "tier", "gr", "lvl", "l", "g"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_digit); }

/// The words of a text in small letters, without what stands between them.
std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    const auto close = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (char c : folded(text)) {
        if ((c >= 'a' && c <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) word += c;
        else close();
    }
    close();
    return words;
}

std::string spaced(const std::vector<std::string>& words)
{
    std::string text = " ";
    for (const auto& word : words) text += word + " ";
    return text;
}

/// The value without brackets, what follows a dash, and levels, grades and the like at its end: "Nursery nurse (NNEB) - Level 3" is a nursery nurse.
std::string core_of(std::string_view value)
{
    std::string kept;
    int depth = 0;
    for (char c : value) {
        if (c == '(' || c == '[') ++depth;
        else if ((c == ')' || c == ']') && depth > 0) --depth;
        else if (depth == 0) kept += c;
    }
    for (std::string_view dash : {" - ", " \xE2\x80\x93 ", ": ", ", "})
        if (const auto at = kept.find(dash); at != std::string::npos) kept.resize(at);
    auto words = words_of(kept);
    while (words.size() > 1 && ((has_digit(words.back()) && words.back().size() <= 4) || std::ranges::find(behind, words.back()) != behind.end())) words.pop_back();
    return std::string{trimmed(spaced(words))};
}

/// Letters of a word that may be wrong: none of a short one.
std::size_t most_wrong(std::string_view word) { return word.size() < 5 ? 0 : word.size() < 8 ? 1 : 2; }

std::optional<std::size_t> wrong_letters(const std::vector<std::string>& wanted, const std::vector<std::string>& name)
{
    if (wanted.size() != name.size()) return std::nullopt;
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        const auto most = most_wrong(name[at]);
        const auto distance = packs::spelling_distance(wanted[at], name[at], most);
        if (distance > most) return std::nullopt;
        wrong += distance;
    }
    return wrong;
}
}  // namespace

bool is_rank(std::string_view name)
{
    const auto words = words_of(name);
    return words.size() == 1 && std::ranges::find(ranks, words.front()) != ranks.end();
}

ValueNames::ValueNames(const std::vector<Choice>& choices, const packs::CodeList* list, const packs::Packs& packs) : list_(list), choices_(choices)
{
    for (const auto& choice : choices) own_.emplace(header_key(choice.code), choice.code);
    for (const auto& choice : choices) own_.emplace(header_key(choice.label), choice.code);
    for (const auto& choice : choices)
        if (const auto words = words_of(choice.label); words.size() > 1) of_words_.emplace_back(spaced(words), Named{choice.code, "These words are at its end", false});
    if (list == nullptr) return;
    for (const auto& [id, mapping] : packs.mappings())
        if (mapping.to == list->id()) add_list(mapping, packs.list(mapping.from));
}

void ValueNames::add_list(const packs::Mapping& mapping, const packs::CodeList& from)
{
    for (const auto& code : from.codes()) {
        const std::string answer{mapping.apply(code.code)};
        const Named named{answer, answer.empty() ? code.label + ": nothing in Kith's list answers it" : code.label + ", from the list " + lower_ascii(from.title()), false};
        add(code.code, named);
        add(code.label, named);
        add(code.label_2009, named);
        for (const auto& name : code.also) add(name, named);
    }
}

void ValueNames::add(std::string_view name, const Named& named)
{
    const auto key = header_key(name);
    const bool is_number = std::ranges::all_of(key, is_digit);
    if (is_number || is_rank(name)) return;
    auto [entry, fresh] = elsewhere_.emplace(key, named);
    if (!fresh && entry->second.code.empty()) entry->second = named;  // one list knows what answers it, another does not
    else if (!fresh && !named.code.empty() && entry->second.code != named.code) entry->second.is_disputed = true;
    if (const auto words = words_of(name); fresh && words.size() > 1 && !named.code.empty())
        of_words_.emplace_back(spaced(words), Named{named.code, "The words at its end: " + named.why, false});
}

ValueGuess ValueNames::same(std::string_view value) const
{
    if (list_ != nullptr)
        if (const auto* code = list_->recognise(value)) return {code->code, Certainty::sure, "The same name"};
    const auto key = header_key(value);
    if (key.empty()) return {};
    if (const auto found = own_.find(key); found != own_.end()) return {found->second, Certainty::sure, "The same name"};
    const auto found = elsewhere_.find(key);
    if (found == elsewhere_.end() || found->second.is_disputed) return {};
    return {found->second.code, found->second.code.empty() ? Certainty::none : Certainty::likely, found->second.why};
}

ValueGuess ValueNames::at_the_end(std::string_view value) const
{
    const auto words = words_of(value);
    const auto padded = spaced(words);
    ValueGuess longest;
    std::size_t length = 0;
    for (const auto& [name, named] : of_words_) {
        if (name.size() <= length || !padded.ends_with(name)) continue;
        const auto before = static_cast<std::size_t>(std::ranges::count(padded, ' ') - std::ranges::count(name, ' '));
        const bool is_another = std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(before),
                                            [](const std::string& word) { return std::ranges::find(not_before, word) != not_before.end(); });
        if (is_another) continue;
        length = name.size();
        longest = {named.code, Certainty::doubtful, named.why};
    }
    return longest;
}

ValueGuess ValueNames::misspelt(std::string_view value) const
{
    const auto wanted = words_of(clipped(value, 60));
    if (wanted.empty() || is_rank(value)) return {};
    ValueGuess nearest;
    std::size_t best = 4;
    for (const auto& choice : choices_) {
        const auto wrong = wrong_letters(wanted, words_of(choice.label));
        if (!wrong || *wrong >= best) continue;
        best = *wrong;
        nearest = {choice.code, Certainty::doubtful, "Spelt like it"};
    }
    return nearest;
}

ValueGuess ValueNames::guess(std::string_view value) const
{
    const auto is_something = [](const ValueGuess& guess) { return !guess.why.empty(); };
    if (auto guess = same(value); is_something(guess)) return guess;
    const auto core = core_of(value);
    if (auto guess = same(core); is_something(guess) && !is_rank(core)) {
        if (!guess.code.empty()) guess = {guess.code, Certainty::doubtful, "Without what stands behind it: " + lower_ascii(guess.why)};
        return guess;
    }
    if (auto guess = at_the_end(core); is_something(guess)) return guess;
    return misspelt(value);
}

}  // namespace kith::intake
