#include "jobs/mail.hpp"

#include "base/text.hpp"
#include "db/transaction.hpp"
#include "jobs/mail_store.hpp"

#include <algorithm>
#include <array>

namespace kith::jobs {

namespace {

/// Seconds until a letter is tried again, by how often it was tried; after the last it is given up.
constexpr std::array<std::int64_t, 6> waits{60, 5 * 60, 30 * 60, 2 * 3600, 6 * 3600, 12 * 3600};
/// News older than this is no news: it stays in the inbox. Letters with a composer are due however old.
constexpr std::int64_t stale_after = 2 * 86400;

Composed plain(const Message& message, const MailDesk& desk)
{
    auto text = message.title + "\n\n";
    if (!message.words.empty()) text += message.words + "\n\n";
    text += desk.site + message.link + "\n\n" + desk.partnership +
            "\n\nYou are told this by mail because you chose so. To have it in your inbox only, see Your account.\n";
    return {message.title, std::move(text)};
}

std::optional<Composed> compose(db::Writer& writer, const DueMail& mail, const MailDesk& desk, Instant now)
{
    if (mail.message.kind.empty()) {
        if (mail.read || mail.at.seconds_until(now) > stale_after) return std::nullopt;
        return plain(mail.message, desk);
    }
    const auto composer = desk.composers.find(mail.message.kind);
    return composer == desk.composers.end() ? std::nullopt : composer->second(writer, mail.message.subject, now);
}

/// Counts the try and writes the letter, both kept before it leaves; nothing where it is not to go out.
std::optional<Letter> prepare(db::Database& database, const DueMail& mail, const MailDesk& desk)
{
    const auto now = desk.now();
    db::Writer writer{database};
    std::optional<Letter> letter;
    auto address = desk.address_of(writer, mail.account);
    auto composed = address || mail.account == nobody ? compose(writer, mail, desk, now) : std::nullopt;
    if (composed && composed->to) address = composed->to;
    if (composed && address) {
        letter = Letter{*address, std::move(composed->subject), std::move(composed->text)};
        const auto wait = waits[std::min<std::size_t>(static_cast<std::size_t>(mail.tries), waits.size() - 1)];
        store_try(writer, mail.id, mail.tries + 1, now.plus_seconds(wait));
    } else {
        store_mail_state(writer, mail.id, MailState::none, "");
    }
    writer.commit();
    return letter;
}

void settle(db::Database& database, const DueMail& mail, const Delivery& delivery)
{
    using enum Delivery::Outcome;
    const bool last = mail.tries + 1 >= static_cast<int>(waits.size());
    if ((delivery.outcome == later || delivery.outcome == away) && !last) return;
    db::Writer writer{database};
    store_mail_state(writer, mail.id, delivery.outcome == sent ? MailState::sent : MailState::failed, delivery.words);
    writer.commit();
}

}  // namespace

int send_due_mail(db::Database& database, const MailDesk& desk, int limit, const std::function<bool()>& stop)
{
    std::vector<DueMail> due;
    {
        db::Reader reader{database};
        due = due_mail(reader, desk.now(), limit);
    }
    int sent = 0;
    for (const auto& mail : due) {
        if (stop && stop()) break;
        const auto letter = prepare(database, mail, desk);
        if (!letter) continue;
        const auto delivery = desk.mailer->send(*letter);
        settle(database, mail, delivery);
        if (delivery.outcome == Delivery::Outcome::sent) ++sent;
        if (delivery.outcome == Delivery::Outcome::away) break;
    }
    return sent;
}

void add_mail(Queue& queue, std::shared_ptr<const MailDesk> desk)
{
    if (!desk->mailer) return;
    constexpr int at_once = 500;
    queue.handle("send_mail", [desk](JobRun& run) {
        const auto sent = send_due_mail(run.database(), *desk, at_once, [&] { return run.cancelled(); });
        run.progress(sent, sent, counted(sent, "mail") + " handed to the mail server");
    });
    queue.schedule({.job = {.kind = "send_mail", .title = "Send mail", .payload = {}, .tries = 1},
                    .every_seconds = 30,
                    .wanted = [](db::Reader& reader, Instant now) { return has_due_mail(reader, now); }});
}

}  // namespace kith::jobs
