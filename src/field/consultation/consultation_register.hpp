#pragma once
// Consultations and what came of them in the register; comments outside it. Each change of the register is part of a change set.
#include "consultation/consultation.hpp"
#include "db/typed_table.hpp"

namespace kith::consultation {

/// The newest first.
const db::TypedTable<Consultation>& consultations();
const db::TypedTable<Answer>& consultation_answers();

std::vector<Consultation> consultations_of(db::Reader& reader, strategy::PlanId plan);
std::vector<Answer> answers_of(db::Reader& reader, ConsultationId consultation);
/// In the order in which they came.
std::vector<Comment> comments_of(db::Reader& reader, ConsultationId consultation);
std::int64_t comments_on(db::Reader& reader, ConsultationId consultation, Date day);
void keep(db::Writer& writer, ConsultationId consultation, const Comment& comment);
/// With what came of it. Comments stay until they are due to go with the plan.
void take_away(db::ChangeSet& changes, const Consultation& consultation);

std::int64_t count_comments(db::Reader& reader, ConsultationId consultation);
/// The words of a comment are gone; that it came, as whom and about what stays.
void take_out(db::Writer& writer, ConsultationId consultation, std::int64_t number, Date today);
/// The same of everybody's comments on consultations whose last day lies before `closed_before`. How many words are gone.
std::int64_t take_out_old(db::Writer& writer, Date closed_before, Date today);
/// An error where people have said something: it is closed, not taken away.
Result<void> may_go(db::Reader& reader, const Consultation& consultation);

}  // namespace kith::consultation
