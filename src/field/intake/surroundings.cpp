#include "intake/surroundings.hpp"

#include "base/text.hpp"

namespace kith::intake {
namespace {
/// Keeps the candidate spelt most like a text.
class Nearest {
public:
    explicit Nearest(std::string_view text) : wanted_(lower_ascii(clipped(text, 60))), best_(1 + wanted_.size() / 3) {}
    void offer(std::string_view code)
    {
        auto distance = packs::spelling_distance(wanted_, lower_ascii(code), best_);
        if (distance >= best_) return;
        best_ = distance;
        code_ = code;
    }
    std::string_view code() const { return code_; }

private:
    std::string wanted_;
    std::size_t best_;
    std::string_view code_;
};
}  // namespace

Surroundings::Surroundings(const packs::Packs& packs, Date today, std::vector<partnership::Organisation> organisations,
                           std::vector<partnership::Setting> settings, std::vector<partnership::Locality> localities,
                           std::optional<partnership::OrganisationId> handed_in_for)
    : packs_(&packs), today_(today), organisations_(std::move(organisations)), settings_(std::move(settings)),
      localities_(std::move(localities)), handed_in_for_(handed_in_for)
{
    for (std::size_t at = 0; at < organisations_.size(); ++at) {
        organisation_by_code_.emplace(lower_ascii(organisations_[at].code), at);
        organisation_by_id_.emplace(organisations_[at].id.value(), at);
    }
    for (std::size_t at = 0; at < settings_.size(); ++at) settings_by_code_[lower_ascii(settings_[at].code)].push_back(at);
    for (std::size_t at = 0; at < localities_.size(); ++at) {
        locality_by_text_.emplace(lower_ascii(localities_[at].code), at);
        locality_by_id_.emplace(localities_[at].id.value(), at);
    }
    for (std::size_t at = 0; at < localities_.size(); ++at) locality_by_text_.emplace(lower_ascii(localities_[at].name), at);
}

const partnership::Organisation* Surroundings::organisation(std::string_view code) const
{
    auto found = organisation_by_code_.find(lower_ascii(code));
    return found == organisation_by_code_.end() ? nullptr : &organisations_[found->second];
}

const partnership::Organisation* Surroundings::organisation(partnership::OrganisationId id) const
{
    auto found = organisation_by_id_.find(id.value());
    return found == organisation_by_id_.end() ? nullptr : &organisations_[found->second];
}

const partnership::Setting* Surroundings::setting(partnership::OrganisationId organisation, std::string_view code) const
{
    auto found = settings_by_code_.find(lower_ascii(code));
    if (found == settings_by_code_.end()) return nullptr;
    for (auto at : found->second)
        if (settings_[at].organisation == organisation) return &settings_[at];
    return nullptr;
}

const partnership::Setting* Surroundings::setting_elsewhere(partnership::OrganisationId organisation, std::string_view code) const
{
    auto found = settings_by_code_.find(lower_ascii(code));
    if (found == settings_by_code_.end()) return nullptr;
    for (auto at : found->second)
        if (settings_[at].organisation != organisation) return &settings_[at];
    return nullptr;
}

const partnership::Locality* Surroundings::locality(std::string_view text) const
{
    auto found = locality_by_text_.find(lower_ascii(text));
    return found == locality_by_text_.end() ? nullptr : &localities_[found->second];
}

const partnership::Locality* Surroundings::locality(partnership::LocalityId id) const
{
    auto found = locality_by_id_.find(id.value());
    return found == locality_by_id_.end() ? nullptr : &localities_[found->second];
}

std::string_view Surroundings::nearest_organisation(std::string_view text) const
{
    Nearest nearest{text};
    for (const auto& organisation : organisations_) nearest.offer(organisation.code);
    return nearest.code();
}

std::string_view Surroundings::nearest_setting(partnership::OrganisationId organisation, std::string_view text) const
{
    Nearest nearest{text};
    for (const auto& setting : settings_)
        if (setting.organisation == organisation) nearest.offer(setting.code);
    return nearest.code();
}

std::string_view Surroundings::nearest_locality(std::string_view text) const
{
    Nearest nearest{text};
    for (const auto& locality : localities_) {
        nearest.offer(locality.code);
    }
    return nearest.code();
}

}  // namespace kith::intake
