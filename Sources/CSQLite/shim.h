#ifndef LEXWATCH_CSQLITE_SHIM_H
#define LEXWATCH_CSQLITE_SHIM_H

#include <sqlite3.h>

#endif
