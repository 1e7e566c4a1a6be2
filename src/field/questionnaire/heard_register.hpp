#pragma once
// What children wrote, as rows outside the register.
#include "db/transaction.hpp"
#include "questionnaire/heard.hpp"

#include <vector>

namespace kith::questionnaire {

/// What waits for `reader` in the campaigns that name them, oldest first, and where `closed` what they closed, newest first, at most 200.
std::vector<ChildWords> words_for_reader(db::Reader& reader, access::AccountId account, bool closed);
/// How many of a campaign's nobody has closed yet.
std::int64_t count_words_waiting(db::Reader& reader, CampaignId campaign);
/// One of them; not found where another is named to read it.
Result<ChildWords> find_words(db::Reader& reader, access::AccountId account, const PublicId& id);
/// Its reader has opened it. The first time counts.
void mark_seen(db::Writer& writer, ChildWordsId id, access::AccountId account, Instant now);
/// Its reader has done what was to be done. False where it was closed already.
bool close_words(db::Writer& writer, ChildWordsId id, access::AccountId account, bool concern, const std::string& outcome, Instant now);

}  // namespace kith::questionnaire
