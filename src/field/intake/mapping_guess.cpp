#include "intake/mapping_guess.hpp"

#include "base/national_insurance_number.hpp"
#include "base/postcode.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace kith::intake {
namespace {
constexpr std::size_t rows_looked_at = 1'000;

bool has_digit(std::string_view text) { return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; }); }

/// AB123456C in form: whether such numbers are given out does not count, a slip among them is still one.
bool is_insurance_shaped(std::string_view text)
{
    std::string plain;
    for (char c : lower_ascii(text))
        if (c != ' ' && c != '-') plain += c;
    if (plain.size() < 8 || plain.size() > 9) return false;
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (!letter(plain[0]) || !letter(plain[1]) || (plain.size() == 9 && !letter(plain[8]))) return false;
    return std::all_of(plain.begin() + 2, plain.begin() + 8, [](char c) { return c >= '0' && c <= '9'; });
}

void look_at_date(ColumnContent& content, std::string_view text, Date today, std::vector<int>& years)
{
    const auto day_first = read_date(text, false, today), month_first = read_date(text, true, today);
    if (means_no_end(text)) ++content.dates;
    if (!day_first && !month_first) return;
    if (!means_no_end(text)) ++content.dates;
    years.push_back((day_first ? day_first : month_first)->year());
    if (!month_first) ++content.day_first_only;
    else if (!day_first) ++content.month_first_only;
    else if (*day_first != *month_first) ++content.either_order;
}

void look_at_number(ColumnContent& content, std::string_view text)
{
    const auto number = read_number(text, 3);
    if (!number) return;
    ++content.numbers;
    if (*number % 1'000 == 0 && text.find('.') == std::string_view::npos) ++content.whole_numbers;
    if (*number <= 1'500) ++content.up_to_one;
    if (*number <= 60'000) ++content.up_to_fifty;
    if (*number <= 100'000) ++content.up_to_hundred;
}

void look_at(ColumnContent& content, std::string_view text, Date today, std::vector<int>& years)
{
    ++content.filled;
    look_at_date(content, text, today, years);
    look_at_number(content, text);
    if (is_insurance_shaped(text)) ++content.insurance_numbers;
    if (Postcode::parse(text)) ++content.postcodes;
    if (text.find('@') != std::string_view::npos) ++content.addresses;
    if (text.find(',') != std::string_view::npos) ++content.with_comma;
    if (text.find(' ') != std::string_view::npos) ++content.several_words;
    if (has_digit(text)) ++content.with_digit;
}

/// The words that extracts use for each target: labels and synonyms of the pack "staff-columns", by key.
class ColumnNames {
public:
    explicit ColumnNames(const packs::Packs& packs)
    {
        for (const auto& target : targets(packs)) add(target.id, target.id);
        if (!packs.has_list("staff-columns")) return;
        for (const auto& code : packs.list("staff-columns").codes()) {
            add(code.label, code.code);
            for (const auto& name : code.also) add(name, code.code);
        }
    }
    /// The target that has exactly this name.
    std::string exactly(const std::string& key) const
    {
        auto found = by_key_.find(key);
        return found == by_key_.end() ? std::string{} : found->second;
    }
    /// The target whose longest name, of five letters or more, is part of this one.
    std::string within(const std::string& key) const
    {
        std::string best;
        std::size_t length = 4;
        for (const auto& [name, target] : by_key_) {
            if (name.size() <= length || key.find(name) == std::string::npos) continue;
            length = name.size();
            best = target;
        }
        return best;
    }

private:
    void add(std::string_view name, const std::string& target) { by_key_.emplace(header_key(name), target); }
    std::unordered_map<std::string, std::string> by_key_;
};

/// False where what stands in the column cannot be what its name says.
bool fits(const ColumnContent& content, const Target& target)
{
    if (content.filled == 0) return true;
    switch (target.shape) {
    case TargetShape::date: return content.dates * 2 >= content.filled;
    case TargetShape::number: return content.numbers * 2 >= content.filled && content.up_to_hundred * 2 >= content.numbers;
    case TargetShape::hours: return content.numbers * 2 >= content.filled && content.up_to_hundred * 2 >= content.numbers;
    case TargetShape::name: return content.dates * 2 < content.filled && content.numbers * 2 < content.filled;
    case TargetShape::national_insurance: return content.are_insurance_numbers();
    case TargetShape::reference: return content.dates * 2 < content.filled || content.whole_numbers == content.filled;
    default: return !content.are_dates();
    }
}

Reading reading_for(const ColumnContent& content, const Target& target)
{
    if (target.shape == TargetShape::date) return date_order_of(content);
    if (target.id == "fte" && content.mostly(content.up_to_hundred) && content.up_to_one * 2 < content.filled) return Reading::percent;
    if (target.id == whole_name_target) return content.with_comma * 2 >= content.filled ? Reading::surname_first : Reading::forename_first;
    return Reading::as_written;
}

/// The share of distinct samples of a column that a code list knows, in tenths.
std::size_t known_tenths(const ColumnContent& content, const packs::CodeList& list)
{
    std::size_t known = 0;
    for (const auto& sample : content.samples)
        if (list.recognise(sample) != nullptr) ++known;
    return content.samples.empty() ? 0 : known * 10 / content.samples.size();
}

std::optional<ColumnGuess> from_content(const ColumnContent& content, const packs::Packs& packs, const std::vector<Target>& all, Date today)
{
    if (content.filled == 0) return std::nullopt;
    if (content.are_dates()) {
        const int age = today.year() - content.middle_year;
        if (content.middle_year > 0 && age >= 25 && age <= 75)
            return ColumnGuess{"date_of_birth", date_order_of(content), Certainty::doubtful, "Its values look like dates of birth"};
        return ColumnGuess{"start_date", date_order_of(content), Certainty::doubtful, "Its values are dates of recent years"};
    }
    const bool has_fractions = content.numbers > content.whole_numbers;
    if (content.mostly(content.up_to_one) && has_fractions) return ColumnGuess{"fte", Reading::as_written, Certainty::doubtful, "Its values are numbers from 0 to 1"};
    if (content.mostly(content.up_to_fifty) && has_fractions) return ColumnGuess{"hours", Reading::as_written, Certainty::doubtful, "Its values look like hours a week"};
    if (content.numbers * 2 > content.filled) return std::nullopt;
    for (const auto& target : all) {
        if (target.shape != TargetShape::code) continue;
        if (known_tenths(content, packs.list(target.list)) >= 6)
            return ColumnGuess{target.id, Reading::as_written, Certainty::doubtful, "Its values are known as those of: " + lower_ascii(target.label)};
    }
    return std::nullopt;
}

ColumnGuess insurance_guess(const std::string& by_name)
{
    const bool says_so = by_name == "national_insurance_number";
    return {"national_insurance_number", Reading::as_written, says_so ? Certainty::sure : Certainty::doubtful,
            says_so ? "From its name and its values" : "Its values have the form of National Insurance numbers"};
}

ColumnGuess guess_of(const std::string& name, const ColumnContent& content, const ColumnNames& names, const packs::Packs& packs,
                     const std::vector<Target>& all, Date today)
{
    const auto key = header_key(name);
    auto target = names.exactly(key);
    if (content.are_insurance_numbers()) return insurance_guess(target);
    auto certainty = Certainty::sure;
    if (target.empty()) {
        target = names.within(key);
        certainty = Certainty::likely;
    }
    if (target == "not_held") return {{}, Reading::as_written, certainty, "Kith does not hold this"};
    if (const auto* found = find_target(all, target); found != nullptr) {
        if (fits(content, *found)) return {target, reading_for(content, *found), certainty, "From its name"};
        if (found->shape == TargetShape::national_insurance) return {{}, Reading::as_written, Certainty::none, "Its values are no National Insurance numbers"};
    }
    if (content.mostly(content.postcodes)) return {{}, Reading::as_written, Certainty::likely, "Postcodes, which Kith does not hold of people"};
    if (content.mostly(content.addresses)) return {{}, Reading::as_written, Certainty::likely, "Email addresses, which Kith does not hold"};
    return from_content(content, packs, all, today).value_or(ColumnGuess{});
}

/// Of several columns for one target the surest keeps it, the first of equals.
void let_the_surest_keep_it(std::vector<ColumnGuess>& guesses)
{
    std::unordered_map<std::string, std::size_t> keeper;
    for (std::size_t at = 0; at < guesses.size(); ++at) {
        if (guesses[at].target.empty()) continue;
        auto [entry, fresh] = keeper.emplace(guesses[at].target, at);
        if (fresh) continue;
        auto& loser = guesses[at].certainty > guesses[entry->second].certainty ? guesses[entry->second] : guesses[at];
        if (&loser == &guesses[entry->second]) entry->second = at;
        loser = {{}, Reading::as_written, Certainty::none, "Another column is taken for the same"};
    }
}

bool is_taken(const std::vector<ColumnGuess>& guesses, std::string_view target) { return std::ranges::find(guesses, target, &ColumnGuess::target) != guesses.end(); }

/// Without a reference for the person, the one for the job has to do; without that, a column whose values all differ.
void find_a_reference(std::vector<ColumnGuess>& guesses, const std::vector<ColumnContent>& contents)
{
    if (is_taken(guesses, "staff_reference")) return;
    if (auto job = std::ranges::find(guesses, "engagement_reference", &ColumnGuess::target); job != guesses.end()) {
        *job = {"staff_reference", Reading::as_written, Certainty::likely, "The only reference in the file"};
        return;
    }
    for (std::size_t at = 0; at < guesses.size(); ++at) {
        const auto& content = contents[at];
        const bool differ = content.filled > 1 && content.distinct == content.filled && content.filled == content.looked_at;
        if (!guesses[at].target.empty() || !differ || !content.mostly(content.with_digit) || content.several_words > 0 || content.are_dates() || content.addresses > 0) continue;
        guesses[at] = {"staff_reference", Reading::as_written, Certainty::doubtful, "Every row has its own value here"};
        return;
    }
}

/// A whole name beside a family name is one too many.
void leave_out_the_whole_name(std::vector<ColumnGuess>& guesses)
{
    auto whole = std::ranges::find(guesses, whole_name_target, &ColumnGuess::target);
    if (whole == guesses.end() || !is_taken(guesses, "family_name")) return;
    *whole = {{}, Reading::as_written, Certainty::likely, "Family name and given name have columns of their own"};
}
}  // namespace

ColumnContent content_of(const files::CsvTable& table, std::size_t column, Date today)
{
    ColumnContent content;
    std::unordered_set<std::string> seen;
    std::vector<int> years;
    const auto step = std::max<std::size_t>(1, table.rows() / rows_looked_at);
    constexpr std::size_t samples_kept = 40;
    for (std::size_t row = 0; row < table.rows() && content.looked_at < rows_looked_at; row += step) {
        ++content.looked_at;
        const auto text = table.cell(row, column);
        if (text.empty()) continue;
        look_at(content, text, today, years);
        if (!seen.emplace(text).second) continue;
        if (content.samples.size() < samples_kept) content.samples.emplace_back(clipped(text, 60));
    }
    content.distinct = seen.size();
    if (!years.empty()) {
        std::ranges::nth_element(years, years.begin() + static_cast<std::ptrdiff_t>(years.size() / 2));
        content.middle_year = years[years.size() / 2];
    }
    return content;
}

Reading date_order_of(const ColumnContent& content)
{
    return content.month_first_only > content.day_first_only ? Reading::month_first : Reading::day_first;
}

std::vector<ColumnGuess> guess_columns(const std::vector<std::string>& header, const std::vector<ColumnContent>& contents, const packs::Packs& packs,
                                       Date today)
{
    const ColumnNames names{packs};
    const auto all = targets(packs);
    std::vector<ColumnGuess> guesses;
    for (std::size_t at = 0; at < header.size(); ++at) guesses.push_back(guess_of(header[at], contents[at], names, packs, all, today));
    let_the_surest_keep_it(guesses);
    find_a_reference(guesses, contents);
    leave_out_the_whole_name(guesses);
    return guesses;
}

}  // namespace kith::intake
