#pragma once
// Answers as rows, outside the register, its chain and the log of reads: drafts under the hash of a secret that the respondent holds, sheets under
// keys that are chance. Nothing here knows an account or a time.
#include "base/chance.hpp"
#include "db/transaction.hpp"
#include "questionnaire/sheet.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kith::questionnaire {

/// The draft begun by that link under that secret; nothing where there is none.
std::optional<Begun> find_draft(db::Reader& reader, const Instrument& instrument, const CampaignLink& link, std::string_view secret);
/// Keeps the draft under the secret, in the place of what was there.
void save_draft(db::Writer& writer, const Begun& draft, const CampaignLink& link, std::string_view secret);
/// From now on the draft may be found by `code` too, at the same link.
void give_code(db::Writer& writer, const CampaignLink& link, std::string_view secret, std::string_view code);
/// Moves the draft of that code under `secret`: false where there is none. The code works on.
bool take_up(db::Writer& writer, const CampaignLink& link, std::string_view code, std::string_view secret);

/// Takes the draft away and keeps what it came to under keys of chance; children's own words go to whoever is named to read them, at `now`.
void send(db::Writer& writer, const Parted& parted, const Campaign& campaign, const CampaignLink& link, bool from_child, std::string_view secret, const Chance& chance, Instant now);
/// Answers that came by no draft, in a file: kept as those that are sent are. True where a child wrote something: its reader is to be told.
bool keep(db::Writer& writer, const Parted& parted, const Campaign& campaign, const CampaignLink& link, bool from_child, const Chance& chance, Instant now);
/// Tells whoever is named to read what children write that something waits.
void tell_reader(db::Writer& writer, const Campaign& campaign, Instant now);

/// That someone took answers from a file: who, on which day, how many. Nothing of which they are.
struct FileTaken {
    access::AccountId by;
    Date on{};
    std::int64_t lines = 0;
    std::string known_by;  ///< a hash of what its lines say, so that nobody takes them twice; empty once the campaign is closed
};
std::vector<FileTaken> files_taken(db::Reader& reader, CampaignId campaign);
std::string known_by(CampaignId campaign, std::string_view lines);
void remember_file(db::Writer& writer, CampaignId campaign, const FileTaken& file);

/// Begun and never sent, and by what files are known again: gone, once the campaign is closed.
void delete_drafts(db::Writer& writer, CampaignId campaign);

/// Lets those that wait be counted, as many as countable() says, by viewpoint, as one batch more; once closed all are one. True where there were any.
bool count_waiting(db::Writer& writer, CampaignId campaign, std::int64_t threshold, bool closed);

/// All sheets, those that wait too, in no order that tells anything. Results are made of them by the batch alone; see assessment::results_at().
std::vector<Sheet> sheets_of(db::Reader& reader, const Instrument& instrument, CampaignId campaign);
/// How many came from where, those that wait included.
std::vector<Came> came(db::Reader& reader, CampaignId campaign);
/// What was written in own words and is counted: viewpoint, item, words.
struct WrittenWords {
    std::string viewpoint, item, words;
};
std::vector<WrittenWords> written_words(db::Reader& reader, CampaignId campaign);

}  // namespace kith::questionnaire
