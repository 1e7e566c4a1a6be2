#pragma once
// The audit of reads as administrators see it: who, when, which kind of page, how much of whose. Private to this room.
#include "access/read_log.hpp"
#include "reception/scope_words.hpp"
#include "ui/html.hpp"
#include "ui/pieces.hpp"
#include "web/form.hpp"

#include <map>

namespace kith::reception {

/// What the filter was asked for, as typed.
struct AuditFilter {
    std::string account;  ///< public id
    std::string account_name;
    std::string record;
    std::string from;
    std::string to;
    /// "account=...&from=..." without the field `but`; for links that keep the rest.
    std::string query(std::string_view but = {}) const;
};

/// `problems` stand beside the fields they belong to.
ui::Html audit_filter(const AuditFilter& filter, const web::Form& problems);
ui::Html audit_table(const std::vector<access::LoggedRead>& reads, const std::map<access::AccountId, std::string>& names, ScopeWords& words,
                     std::int64_t all);
ui::Html audit_outcome(const access::ReadLog::Verified& verified);

}  // namespace kith::reception
