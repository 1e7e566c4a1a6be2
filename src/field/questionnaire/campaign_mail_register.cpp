#include "questionnaire/campaign_mail_register.hpp"

#include "questionnaire/campaign_link_register.hpp"
#include "questionnaire/campaign_register.hpp"

namespace kith::questionnaire {
namespace {

constexpr std::string_view kind = "campaign_link";

void tell(db::Writer& writer, const CampaignLink& link, Instant now)
{
    jobs::keep_back(writer, kind, link.id.value());
    jobs::tell(writer, jobs::nobody, {.title = "Questions for you", .words = "", .link = "/", .kind = std::string{kind}, .subject = link.id.value()}, now);
}

}  // namespace

void send_by_mail(db::Writer& writer, const CampaignLink& link, Instant now)
{
    tell(writer, link, now);
    mark_sent(writer, link.id, now.date_in_london(), false);
}

std::int64_t remind_unused(db::Writer& writer, CampaignId campaign, Instant now)
{
    const auto today = now.date_in_london();
    std::int64_t reminded = 0;
    for (const auto& link : links_of(writer, campaign)) {
        if (link.way != LinkWay::one_use || link.state != LinkState::open || !link.email || link.reminded_on == today || link.sent_on == today) continue;
        tell(writer, link, now);
        mark_sent(writer, link.id, today, true);
        ++reminded;
    }
    return reminded;
}

void add_composers(jobs::MailDesk& mail, std::shared_ptr<const Instruments> instruments, std::string site, std::string partnership, Chance chance)
{
    mail.composers[std::string{kind}] = [instruments = std::move(instruments), site = std::move(site), partnership = std::move(partnership), chance = std::move(chance)](
                                            db::Writer& writer, std::int64_t subject, Instant now) -> std::optional<jobs::Composed> {
        const auto link = find_link(writer, CampaignLinkId{subject});
        if (!link || !link->email || link->state != LinkState::open) return std::nullopt;
        const auto campaign = find_campaign(writer, link->campaign);
        if (!campaign) return std::nullopt;
        const auto state = campaign->state(now.date_in_london());
        if (state == CampaignState::ended || state == CampaignState::closed) return std::nullopt;
        const auto instrument = instrument_of(*instruments, *campaign);
        if (!instrument) return std::nullopt;
        const auto say = [&](const Wording& wording) { return std::string{(*instrument)->say(wording, {.language = (*instrument)->languages.front().code})}; };
        const auto secret = another_secret(writer, link->id, chance);
        auto text = say((*instrument)->purpose) + "\n\n" + site + "/answer/" + secret + "\n\nThe link is for you alone and works once, until " + campaign->closes_on.in_words() +
                    ". Your answers are kept without your name or address, and nobody can tell which are yours. You need not take part.\n\n" + partnership + "\n";
        return jobs::Composed{say((*instrument)->name), std::move(text), link->email->reveal()};
    };
}

}  // namespace kith::questionnaire
