#ifndef LEXWATCH_CARCHIVE_SHIM_H
#define LEXWATCH_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
