#include "access/read_log.hpp"

#include "access/read_log_store.hpp"
#include "base/quantity.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace kith::access {

std::string_view name_of(ReadKind kind)
{
    static constexpr std::array<std::string_view, 5> names{"page", "export", "search", "count", "api"};
    return names[static_cast<std::size_t>(kind)];
}

/// The queue and the thread that writes it down: whatever gathers while one batch is written is the next batch.
class ReadLog::Works {
public:
    Works(db::Database& database, Options options) : database_(database), options_(options)
    {
        db::Writer writer{database_};
        create_read_table(writer);
        writer.commit();
        thread_ = std::jthread{[this](const std::stop_token& stop) { write_until(stop); }};
    }

    ~Works()
    {
        {
            // Under the lock: between the thread's look at the stop and its wait, nobody would hear the call, and the house would never close.
            const std::lock_guard lock{mutex_};
            thread_.request_stop();
        }
        changed_.notify_all();
    }

    std::uint64_t take(ReadEntry entry)
    {
        std::unique_lock lock{mutex_};
        const bool place = changed_.wait_for(lock, options_.patience, [&] { return queue_.size() < options_.queue_limit || !fault_.empty(); });
        if (!fault_.empty()) throw ReadNotRecorded("the read log cannot be written: " + fault_);
        if (!place) throw ReadNotRecorded("the read log cannot keep up");
        queue_.push_back(std::move(entry));
        ++taken_;
        changed_.notify_all();
        return taken_;
    }

    void wait_for(std::uint64_t taken)
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return written_ >= taken || !fault_.empty(); });
        if (written_ < taken) throw ReadNotRecorded("the read log cannot be written: " + fault_);
    }

    void flush()
    {
        std::uint64_t taken = 0;
        {
            const std::lock_guard lock{mutex_};
            taken = taken_;
        }
        wait_for(taken);
    }

    db::Database& database() { return database_; }

private:
    void write_until(const std::stop_token& stop)
    {
        std::unique_lock lock{mutex_};
        for (;;) {
            changed_.wait(lock, [&] { return !queue_.empty() || stop.stop_requested(); });
            if (queue_.empty()) return;
            const std::vector<ReadEntry> batch{queue_.begin(), queue_.end()};
            lock.unlock();
            const auto fault = write(batch);
            lock.lock();
            if (fault.empty()) {
                queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(batch.size()));
                written_ += batch.size();
            }
            fault_ = fault;
            changed_.notify_all();
            if (!fault.empty()) {
                if (stop.stop_requested()) return;
                // The entries stay in the queue and are tried again: the disk may have been freed. Until then nothing is shown.
                changed_.wait_for(lock, std::chrono::milliseconds{200}, [&] { return stop.stop_requested(); });
            }
        }
    }

    /// Empty where the batch is on disk, else what went wrong, in words without values.
    std::string write(const std::vector<ReadEntry>& batch)
    {
        try {
            std::vector<ChainedRead> chained;
            chained.reserve(batch.size());
            std::vector<ReadRecords> indexed;
            db::Writer writer{database_};
            auto last = last_read(writer);  // asked each time: a command line beside the server may have written too
            for (const auto& entry : batch) {
                ChainedRead next{.read = {last.read.number + 1, summarised(entry)}, .previous_hash = last.hash, .hash = {}};
                indexed.push_back({next.read.number, entry.staff_records});
                next.hash = hash_of(next.read, next.previous_hash);
                last = next;
                chained.push_back(std::move(next));
            }
            insert_reads(writer, chained);
            insert_read_records(writer, indexed);
            writer.commit();
            return {};
        } catch (const std::exception& failure) {
            return failure.what();
        }
    }

    db::Database& database_;
    Options options_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<ReadEntry> queue_;
    std::uint64_t taken_ = 0;
    std::uint64_t written_ = 0;
    std::string fault_;
    std::jthread thread_;
};

ReadLog::ReadLog(db::Database& database) : ReadLog(database, Options{}) {}
ReadLog::ReadLog(db::Database& database, Options options) : works_(std::make_unique<Works>(database, options)) {}
ReadLog::~ReadLog() = default;

void ReadLog::record(ReadEntry entry)
{
    works_->take(std::move(entry));
}

void ReadLog::record_at_once(ReadEntry entry)
{
    works_->wait_for(works_->take(std::move(entry)));
}

void ReadLog::flush()
{
    works_->flush();
}

std::vector<LoggedRead> ReadLog::list(const Filter& filter, int limit, int offset)
{
    db::Reader reader{works_->database()};
    return list_reads(reader, filter, limit, offset);
}

std::int64_t ReadLog::count(const Filter& filter)
{
    db::Reader reader{works_->database()};
    return count_reads(reader, filter);
}

namespace {

constexpr std::string_view forgetting_route = "retention of the read audit";

std::string forgetting_words(std::int64_t last)
{
    return fmt::format("entries up to {} deleted", last);
}

}  // namespace

std::int64_t ReadLog::forget_before(Instant before, Instant now)
{
    flush();
    std::int64_t last = 0;
    std::int64_t first = 0;
    {
        db::Reader reader{works_->database()};
        last = last_before(reader, before);
        const auto there = first_read(reader);
        if (!there || there->read.number > last) return 0;
        first = there->read.number;
    }
    // Said first, deleted second: a program that is killed in between has deleted nothing, and says so again the next time.
    record_at_once({.account = {}, .at = now, .kind = ReadKind::count, .route = std::string{forgetting_route}, .organisations = {}, .staff_records = {},
                    .count = last - first + 1, .purpose = forgetting_words(last)});
    db::Writer writer{works_->database()};
    delete_reads_to(writer, last);
    writer.commit();
    return last - first + 1;
}

ReadLog::Verified ReadLog::verify(const std::optional<db::ChainHead>& expected_head)
{
    db::Reader reader{works_->database()};
    Verified verified;
    auto fault = [&verified](std::int64_t number, std::string words) {
        verified.whole = false;
        verified.first_fault = number;
        verified.words = std::move(words);
        return verified;
    };
    verified.head.hash = chain_start;
    const auto first = first_read(reader);
    if (first && first->read.number > 1) {
        verified.forgotten = first->read.number - 1;
        verified.head = {verified.forgotten, first->previous_hash};
    }
    bool forgetting_is_told = verified.forgotten == 0;
    for (;;) {
        const auto some = reads_after(reader, verified.head.number, 1000);
        const auto indexed = some.empty() ? std::vector<ReadRecords>{} : read_records_between(reader, some.front().read.number, some.back().read.number);
        auto index = indexed.begin();
        for (const auto& one : some) {
            const auto expected = verified.head.number + 1;
            std::vector<std::string> records;
            if (index != indexed.end() && index->number == one.read.number) records = (index++)->staff_records;
            if (one.read.number != expected || one.previous_hash != verified.head.hash ||
                one.hash != hash_of(one.read, verified.head.hash) || !agrees(one.read.entry, std::move(records)) ||
                (expected_head && expected_head->number == expected && expected_head->hash != one.hash)) {
                return fault(expected, fmt::format("Entry {} of the read audit was changed, removed or put in later", expected));
            }
            ++verified.entries;
            verified.head = {expected, one.hash};
            if (one.read.entry.route == forgetting_route && one.read.entry.purpose == forgetting_words(verified.forgotten)) forgetting_is_told = true;
        }
        if (some.empty()) break;
    }
    if (!forgetting_is_told)
        return fault(1, fmt::format("The first {} of the read audit are gone, and no retention rule let them go", counted(verified.forgotten, "entry", "entries")));
    if (expected_head && expected_head->number > verified.head.number)
        return fault(verified.head.number + 1, fmt::format("The read audit was cut short: it held {} and holds {}", counted(expected_head->number, "entry", "entries"),
                                                               with_commas(verified.head.number)));
    verified.words = counted(verified.entries, "entry", "entries") + ", none changed or missing";
    if (verified.forgotten > 0) verified.words += fmt::format("; {} before them deleted by the retention rule", with_commas(verified.forgotten));
    return verified;
}

}  // namespace kith::access
