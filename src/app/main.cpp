#include "app/verb.hpp"

#include <sys/stat.h>

int main(int count, char** words)
{
    umask(077);  // databases, backups, logs and spooled uploads are their owner's alone
    return kith::app::run({words + 1, words + count});
}
