#include "app/verb.hpp"

int main(int count, char** words) { return kith::app::run({words + 1, words + count}); }
