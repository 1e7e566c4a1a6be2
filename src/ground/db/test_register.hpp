#pragma once
// A small register of pets, for db's own tests.
#include "db/change_set.hpp"
#include "db/connection.hpp"
#include "db/dialect.hpp"

#include "kit/databases.hpp"

namespace kith::db {

inline const RegisterTable& pet_table()
{
    static const RegisterTable table{"pet", {{"name", Kind::text}, {"legs", Kind::integer}, {"weight", Kind::real}, {"photo", Kind::blob}}};
    return table;
}

inline constexpr const char* pet_sql = R"(
CREATE TABLE pet (
    row_id INTEGER PRIMARY KEY, id INTEGER NOT NULL, made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id), salt BLOB, digest BLOB NOT NULL,
    name TEXT NOT NULL, legs INTEGER, weight REAL, photo BLOB
);
CREATE UNIQUE INDEX pet_current ON pet (id) WHERE ended_by IS NULL;
CREATE INDEX pet_made_by ON pet (made_by);
CREATE INDEX pet_ended_by ON pet (ended_by) WHERE ended_by IS NOT NULL;
CREATE TABLE toy (id INTEGER PRIMARY KEY, name TEXT NOT NULL CONSTRAINT toy_has_a_name CHECK (name <> ''), price REAL, code TEXT);
CREATE UNIQUE INDEX toy_code ON toy (code);
)";

class PetDatabase : public kit::EachEngine {
protected:
    void SetUp() override
    {
        Writer writer{database()};
        writer.connection().script(in_dialect(writer.engine(), pet_sql));
        writer.commit();
    }

    ChangeSet open_set(Writer& writer, std::string reason = "a test") { return {writer, now(), {7, "account"}, std::move(reason), {}}; }

    /// One set that adds a pet; answers its id.
    std::int64_t add_pet(std::string name, std::optional<std::int64_t> legs = 4)
    {
        Writer writer{database()};
        auto set = open_set(writer);
        auto id = set.add(pet_table(), {{"name", name}, {"legs", legs}, {"weight", 4.25}, {"photo", Bytes{0, 1, 255}}});
        writer.commit();
        return id;
    }

    std::string names_now()
    {
        Reader reader{database()};
        std::string names;
        reader.each("SELECT name FROM pet WHERE ended_by IS NULL ORDER BY name", [&](const Row& row) { names += row.get<std::string>("name") + " "; });
        return names;
    }

    /// Changes the database behind the layer's back.
    void tamper(const std::string& sql)
    {
        Writer writer{database()};
        writer.connection().script(sql);
        writer.commit();
    }
};

}  // namespace kith::db
