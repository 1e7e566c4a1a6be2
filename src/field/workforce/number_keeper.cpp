// National Insurance numbers under the house's sealing key.
#include "workforce/staff_register.hpp"

#include <fmt/format.h>

namespace kith::workforce {

namespace {
/// "k" and 32 hexadecimal digits.
std::string marked(const db::SealingKey& key, std::string_view text)
{
    std::string mark{"k"};
    for (const auto byte : key.blind_index(text, "query_answer.query")) mark += fmt::format("{:02x}", byte);
    return mark;
}
}  // namespace

NumberKeeper number_keeper(const std::optional<db::SealingKey>& key, db::RandomBytes random)
{
    static constexpr std::string_view column = "staff_record.national_insurance";
    if (!key) return {};
    return {.seal = [key = *key, random = std::move(random)](const NationalInsuranceNumber& number) { return key.seal(number.reveal(), column, random); },
            .open = [key = *key](const db::Bytes& sealed) -> std::optional<NationalInsuranceNumber> {
                auto text = key.open(sealed, column);
                if (!text) return std::nullopt;
                auto number = NationalInsuranceNumber::parse(*text);
                return number ? std::optional{*number} : std::nullopt;
            },
            .blind_index = [key = *key](const NationalInsuranceNumber& number) { return key.blind_index(number.without_suffix(), column); },
            .mark = [key = *key](std::string_view text) { return marked(key, text); }};
}

}  // namespace kith::workforce
