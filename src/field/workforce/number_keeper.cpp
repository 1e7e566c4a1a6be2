// National Insurance numbers under the house's sealing key.
#include "workforce/staff_register.hpp"

namespace kith::workforce {

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
            .blind_index = [key = *key](const NationalInsuranceNumber& number) { return key.blind_index(number.without_suffix(), column); }};
}

}  // namespace kith::workforce
