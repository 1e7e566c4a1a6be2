#pragma once
// The audit of reads as administrators and data protection officers see it: who, when, at what, how much of whose. Private to this room.
#include "access/read_log.hpp"
#include "reception/desk.hpp"
#include "reception/scope_words.hpp"
#include "ui/html.hpp"
#include "ui/pieces.hpp"
#include "web/form.hpp"

#include <map>

namespace kith::reception {

/// What the filter was asked for, as typed, and what it was found to mean.
struct AuditFilter {
    std::string account;       ///< public id
    std::string account_name;  ///< of that account
    std::string organisation;  ///< key of the organisation whose record is asked about
    std::string organisation_name;
    std::string reference;     ///< what that organisation calls the record
    std::string from;
    std::string to;
    /// "account=...&from=..." without the field `but`; for links that keep the rest.
    std::string query(std::string_view but = {}) const;
    /// "who looked at record A1 of Oak Trust, from 1/3/2026", for the sentence and for print.
    std::string in_words() const;
};

/// `problems` stand beside the fields they belong to.
ui::Html audit_filter(const AuditFilter& filter, const std::vector<Place>& organisations, const web::Form& problems);
/// What one read was, in words: "Opened a page: A staff record".
std::string read_words(const access::ReadEntry& entry, const std::string& page_name);
/// How much of whose it covered.
std::string covered_words(const access::ReadEntry& entry, ScopeWords& words);

/// What those who read are called.
using Readers = std::map<access::AccountId, std::string>;
ui::Html audit_table(const std::vector<access::LoggedRead>& reads, const Readers& readers, ScopeWords& words, const Desk& desk);
ui::Html audit_outcome(const access::ReadLog::Verified& verified);

}  // namespace kith::reception
