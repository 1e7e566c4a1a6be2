#pragma once
// What a file is read against, apart from the staff register: the organisations, settings and localities there are, the packs, and today.
// Values only; whoever holds the register fills it in.
#include "base/date.hpp"
#include "packs/packs.hpp"
#include "partnership/organisation.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith::intake {

class Surroundings {
public:
    /// `packs` must outlive it. `handed_in_for`: the organisation the return is for, where one was named.
    Surroundings(const packs::Packs& packs, Date today, std::vector<partnership::Organisation> organisations,
                 std::vector<partnership::Setting> settings, std::vector<partnership::Locality> localities,
                 std::optional<partnership::OrganisationId> handed_in_for = {});
    Surroundings(Surroundings&&) = default;

    const packs::Packs& packs() const { return *packs_; }
    Date today() const { return today_; }
    const std::optional<partnership::OrganisationId>& handed_in_for() const { return handed_in_for_; }
    const std::vector<partnership::Organisation>& organisations() const { return organisations_; }
    const std::vector<partnership::Setting>& settings() const { return settings_; }
    const std::vector<partnership::Locality>& localities() const { return localities_; }

    const partnership::Organisation* organisation(std::string_view code) const;
    const partnership::Organisation* organisation(partnership::OrganisationId id) const;
    /// The setting of that code of this organisation.
    const partnership::Setting* setting(partnership::OrganisationId organisation, std::string_view code) const;
    /// A setting of that code of any other organisation.
    const partnership::Setting* setting_elsewhere(partnership::OrganisationId organisation, std::string_view code) const;
    /// By code or by name.
    const partnership::Locality* locality(std::string_view text) const;
    const partnership::Locality* locality(partnership::LocalityId id) const;

    /// The codes spelt most like `text`, or empty text: for "did you mean".
    std::string_view nearest_organisation(std::string_view text) const;
    std::string_view nearest_setting(partnership::OrganisationId organisation, std::string_view text) const;
    std::string_view nearest_locality(std::string_view text) const;

private:
    const packs::Packs* packs_;
    Date today_;
    std::vector<partnership::Organisation> organisations_;
    std::vector<partnership::Setting> settings_;
    std::vector<partnership::Locality> localities_;
    std::optional<partnership::OrganisationId> handed_in_for_;
    std::unordered_map<std::string, std::size_t> organisation_by_code_;
    std::unordered_map<std::int64_t, std::size_t> organisation_by_id_;
    std::unordered_map<std::string, std::vector<std::size_t>> settings_by_code_;
    std::unordered_map<std::string, std::size_t> locality_by_text_;
    std::unordered_map<std::int64_t, std::size_t> locality_by_id_;
};

}  // namespace kith::intake
