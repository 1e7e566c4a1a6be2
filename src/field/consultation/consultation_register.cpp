#include "consultation/consultation_register.hpp"

#include "db/transaction.hpp"

namespace kith::consultation {

using db::typed;

const db::TypedTable<Consultation>& consultations()
{
    static const db::TypedTable<Consultation> table{"consultation", "opens_on DESC, id DESC",
                                                    {typed("plan_id", &Consultation::plan), typed("name", &Consultation::name), typed("words", &Consultation::words), typed("opens_on", &Consultation::opens_on), typed("closes_on", &Consultation::closes_on),
                                                     typed("audience", &Consultation::audience, audiences()), typed("groups", &Consultation::groups), typed("access_key", &Consultation::key)}};
    return table;
}

const db::TypedTable<Answer>& consultation_answers()
{
    static const db::TypedTable<Answer> table{"consultation_answer", "id", {typed("consultation_id", &Answer::consultation), typed("about", &Answer::about), typed("said", &Answer::said), typed("did", &Answer::did)}};
    return table;
}

std::vector<Consultation> consultations_of(db::Reader& reader, strategy::PlanId plan) { return consultations().where(reader, "plan_id = $1", plan); }
std::vector<Answer> answers_of(db::Reader& reader, ConsultationId consultation) { return consultation_answers().where(reader, "consultation_id = $1", consultation); }

std::vector<Comment> comments_of(db::Reader& reader, ConsultationId consultation)
{
    std::vector<Comment> comments;
    reader.each("SELECT id, about, voice, words, made_on, taken_out_on FROM consultation_comment WHERE consultation_id = $1 ORDER BY id",
                [&](const db::Row& row) {
                    comments.push_back({.about = row.get<std::string>("about"), .voice = choice_named(voices(), row.get<std::string>("voice")).value_or(Voice::other), .words = row.get<std::string>("words"), .made_on = row.get<Date>("made_on"), .number = row.get<std::int64_t>("id"), .taken_out_on = row.get<std::optional<Date>>("taken_out_on")});
                },
                consultation);
    return comments;
}

std::int64_t comments_on(db::Reader& reader, ConsultationId consultation, Date day)
{
    return reader.one("SELECT COUNT(*) FROM consultation_comment WHERE consultation_id = $1 AND made_on = $2", consultation, day)->at<std::int64_t>(0);
}

void keep(db::Writer& writer, ConsultationId consultation, const Comment& comment)
{
    const auto last = writer.one("SELECT COALESCE(MAX(id), 0) FROM consultation_comment")->at<std::int64_t>(0);
    writer.run("INSERT INTO consultation_comment (id, consultation_id, about, voice, words, made_on) VALUES ($1, $2, $3, $4, $5, $6)", last + 1, consultation, comment.about, choice_of(voices(), comment.voice).name, comment.words, comment.made_on);
}

std::int64_t count_comments(db::Reader& reader, ConsultationId consultation) { return reader.one("SELECT COUNT(*) FROM consultation_comment WHERE consultation_id = $1", consultation)->at<std::int64_t>(0); }

void take_out(db::Writer& writer, ConsultationId consultation, std::int64_t number, Date today)
{
    writer.run("UPDATE consultation_comment SET words = '', taken_out_on = $1 WHERE consultation_id = $2 AND id = $3", today, consultation, number);
}

std::int64_t take_out_old(db::Writer& writer, Date closed_before, Date today)
{
    return writer.run("UPDATE consultation_comment SET words = '', taken_out_on = $1 WHERE words <> '' AND consultation_id IN (SELECT id FROM consultation WHERE ended_by IS NULL AND closes_on < $2)", today, closed_before);
}

Result<void> may_go(db::Reader& reader, const Consultation& consultation)
{
    if (count_comments(reader, consultation.id) == 0) return {};
    return conflict("People have said something here, and it stays. Change the last day to end it");
}

void take_away(db::ChangeSet& changes, const Consultation& consultation)
{
    for (const auto& one : answers_of(changes.writer(), consultation.id)) consultation_answers().end(changes, one);
    consultations().end(changes, consultation);
}

}  // namespace kith::consultation
