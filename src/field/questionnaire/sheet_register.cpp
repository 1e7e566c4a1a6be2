#include "questionnaire/sheet_register.hpp"

#include "access/token.hpp"
#include "base/text.hpp"
#include "jobs/inbox.hpp"
#include "questionnaire/answer_text.hpp"

#include <map>

namespace kith::questionnaire {
namespace {

/// By link: what was begun for one organisation is never sent for another.
std::string draft_key(CampaignLinkId link, std::string_view secret)
{
    return access::hash_of("answer_draft", std::to_string(link.value()) + " " + std::string{secret});
}

std::string code_hash(CampaignLinkId link, std::string_view code)
{
    return access::hash_of("answer_code", std::to_string(link.value()) + " " + std::string{code});
}

void keep_words(db::Writer& writer, const Parted& parted, CampaignId campaign, const Chance& chance)
{
    for (const auto& [item, words] : parted.words)
        writer.run("INSERT INTO answer_text (key, campaign_id, viewpoint, item, counted, words) VALUES ($1, $2, $3, $4, 0, $5)", access::new_token(chance), campaign,
                   parted.sheet.respondent.viewpoint, item, words);
}

void keep_sheet(db::Writer& writer, const Sheet& sheet, CampaignId campaign, const Chance& chance)
{
    writer.run("INSERT INTO answer_sheet (key, campaign_id, viewpoint, leader, organisation_id, locality_id, way, formal, people, counted, answers) "
               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, 0, $9)",
               access::new_token(chance), campaign, sheet.respondent.viewpoint, sheet.respondent.leader ? 1 : 0, sheet.organisation, sheet.locality, name_of(sheet.way),
               sheet.formal ? 1 : 0, text_of(sheet.answers));
}

}  // namespace

std::optional<Begun> find_draft(db::Reader& reader, const Instrument& instrument, const CampaignLink& link, std::string_view secret)
{
    const auto row = reader.one("SELECT viewpoint, leader, language, easy, large, answers FROM answer_draft WHERE key = $1", draft_key(link.id, secret));
    if (!row) return std::nullopt;
    return Begun{.campaign = link.campaign, .respondent = {.viewpoint = row->get<std::string>("viewpoint"), .leader = row->get<bool>("leader")},
                 .shown = {.voice = {.language = row->get<std::string>("language"), .easy = row->get<bool>("easy")}, .large = row->get<bool>("large")},
                 .answers = answers_of(instrument, row->get<std::string>("answers"))};
}

void save_draft(db::Writer& writer, const Begun& draft, const CampaignLink& link, std::string_view secret)
{
    writer.run("INSERT INTO answer_draft (key, campaign_id, code_hash, viewpoint, leader, language, easy, large, people, answers) VALUES ($1, $2, NULL, $3, $4, $5, $6, $7, 1, $8) "
               "ON CONFLICT (key) DO UPDATE SET viewpoint = excluded.viewpoint, leader = excluded.leader, language = excluded.language, easy = excluded.easy, large = excluded.large, "
               "answers = excluded.answers",
               draft_key(link.id, secret), draft.campaign, draft.respondent.viewpoint, draft.respondent.leader ? 1 : 0, draft.shown.voice.language, draft.shown.voice.easy ? 1 : 0,
               draft.shown.large ? 1 : 0, text_of(draft.answers));
}

void give_code(db::Writer& writer, const CampaignLink& link, std::string_view secret, std::string_view code)
{
    writer.run("UPDATE answer_draft SET code_hash = $1 WHERE key = $2", code_hash(link.id, code), draft_key(link.id, secret));
}

bool take_up(db::Writer& writer, const CampaignLink& link, std::string_view code, std::string_view secret)
{
    // What this browser had begun gives way to what it comes back to.
    writer.run("DELETE FROM answer_draft WHERE key = $1 AND (code_hash IS NULL OR code_hash <> $2)", draft_key(link.id, secret), code_hash(link.id, code));
    return writer.run("UPDATE answer_draft SET key = $1 WHERE campaign_id = $2 AND code_hash = $3", draft_key(link.id, secret), link.campaign, code_hash(link.id, code)) == 1;
}

void send(db::Writer& writer, const Parted& parted, const Campaign& campaign, const CampaignLink& link, bool from_child, std::string_view secret, const Chance& chance, Instant now)
{
    writer.run("DELETE FROM answer_draft WHERE key = $1", draft_key(link.id, secret));
    if (keep(writer, parted, campaign, link, from_child, chance, now)) tell_reader(writer, campaign, now);
}

void tell_reader(db::Writer& writer, const Campaign& campaign, Instant now)
{
    if (campaign.reader) jobs::tell(writer, campaign.reader->account.value(), {.title = "A child wrote something that waits for you", .words = "Read it within " + counted(campaign.reader->days, "day") + ".", .link = "/heard"}, now);
}

bool keep(db::Writer& writer, const Parted& parted, const Campaign& campaign, const CampaignLink& link, bool from_child, const Chance& chance, Instant now)
{
    keep_sheet(writer, parted.sheet, campaign.id, chance);
    if (!from_child) {
        keep_words(writer, parted, campaign.id, chance);
        return false;
    }
    // Whoever asked is named to the child, and not beside what it said.
    const auto came_by = link.way == LinkWay::group ? std::string{"Asked by an interviewer or facilitator"} : link.words;
    for (const auto& [item, words] : parted.words)
        writer.run("INSERT INTO child_words (public_id, campaign_id, organisation_id, locality_id, link_words, item, words, received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                   writer.database().make_public_id(now), campaign.id, link.for_whom.organisation, link.for_whom.locality, came_by, item, words, now);
    return !parted.words.empty();
}

std::vector<FileTaken> files_taken(db::Reader& reader, CampaignId campaign)
{
    std::vector<FileTaken> all;
    reader.each("SELECT account_id, taken_on, lines, known_by FROM campaign_answer_file WHERE campaign_id = $1 ORDER BY id",
                [&](const db::Row& row) { all.push_back({row.get<access::AccountId>("account_id"), row.get<Date>("taken_on"), row.get<std::int64_t>("lines"), row.get<std::string>("known_by")}); }, campaign);
    return all;
}

std::string known_by(CampaignId campaign, std::string_view lines) { return access::hash_of("answer_file", std::to_string(campaign.value()) + " " + std::string{lines}); }

void remember_file(db::Writer& writer, CampaignId campaign, const FileTaken& file)
{
    writer.run("INSERT INTO campaign_answer_file (campaign_id, account_id, taken_on, lines, known_by) VALUES ($1, $2, $3, $4, $5)", campaign, file.by, file.on, file.lines, file.known_by);
}

void delete_drafts(db::Writer& writer, CampaignId campaign)
{
    writer.run("DELETE FROM answer_draft WHERE campaign_id = $1", campaign);
    writer.run("UPDATE campaign_answer_file SET known_by = '' WHERE campaign_id = $1", campaign);
}

bool count_waiting(db::Writer& writer, CampaignId campaign, std::int64_t threshold, bool closed)
{
    if (closed) {
        // Which batch a sheet came with is forgotten: it told roughly when.
        writer.run("UPDATE answer_text SET counted = 1 WHERE campaign_id = $1", campaign);
        return writer.run("UPDATE answer_sheet SET counted = 1 WHERE campaign_id = $1", campaign) > 0;
    }
    std::map<std::string, std::int64_t> waiting;
    writer.each("SELECT viewpoint, COUNT(*) AS number FROM answer_sheet WHERE campaign_id = $1 AND counted = 0 GROUP BY viewpoint",
                [&](const db::Row& row) { waiting[row.get<std::string>("viewpoint")] = row.get<std::int64_t>("number"); }, campaign);
    const auto batch = writer.one("SELECT COALESCE(MAX(counted), 0) + 1 AS batch FROM answer_sheet WHERE campaign_id = $1", campaign)->get<std::int64_t>("batch");
    bool any = false;
    for (const auto& [viewpoint, number] : waiting) {
        const auto count = countable(number, threshold);
        if (count == 0) continue;
        any = true;
        // By key, which is chance: which of them go now tells nothing of who came first.
        writer.run("UPDATE answer_sheet SET counted = $4 WHERE key IN (SELECT key FROM answer_sheet WHERE campaign_id = $1 AND viewpoint = $2 AND counted = 0 ORDER BY key LIMIT $3)",
                   campaign, viewpoint, count, batch);
    }
    return any;
}

std::vector<Sheet> sheets_of(db::Reader& reader, const Instrument& instrument, CampaignId campaign)
{
    std::vector<Sheet> sheets;
    reader.each("SELECT viewpoint, leader, organisation_id, locality_id, way, formal, counted, answers FROM answer_sheet WHERE campaign_id = $1 ORDER BY key",
                [&](const db::Row& row) {
                    sheets.push_back({.respondent = {.viewpoint = row.get<std::string>("viewpoint"), .leader = row.get<bool>("leader")},
                                      .organisation = row.get<std::optional<access::OrganisationId>>("organisation_id"), .locality = row.get<std::optional<access::LocalityId>>("locality_id"),
                                      .way = link_way_named(row.get<std::string>("way")).value(), .formal = row.get<bool>("formal"),
                                      .answers = answers_of(instrument, row.get<std::string>("answers")), .batch = row.get<std::int64_t>("counted")});
                },
                campaign);
    return sheets;
}

std::vector<Came> came(db::Reader& reader, CampaignId campaign)
{
    std::vector<Came> all;
    reader.each("SELECT viewpoint, organisation_id, locality_id, way, formal, COUNT(*) AS sheets FROM answer_sheet WHERE campaign_id = $1 "
                "GROUP BY viewpoint, organisation_id, locality_id, way, formal",
                [&](const db::Row& row) {
                    all.push_back({row.get<std::string>("viewpoint"), row.get<std::optional<access::OrganisationId>>("organisation_id"),
                                   row.get<std::optional<access::LocalityId>>("locality_id"), link_way_named(row.get<std::string>("way")).value(), row.get<bool>("formal"),
                                   row.get<std::int64_t>("sheets")});
                },
                campaign);
    return all;
}

std::vector<WrittenWords> written_words(db::Reader& reader, CampaignId campaign)
{
    std::vector<WrittenWords> all;
    reader.each("SELECT viewpoint, item, words FROM answer_text WHERE campaign_id = $1 AND counted = 1 ORDER BY viewpoint, item, key",
                [&](const db::Row& row) { all.push_back({row.get<std::string>("viewpoint"), row.get<std::string>("item"), row.get<std::string>("words")}); }, campaign);
    return all;
}

}  // namespace kith::questionnaire
